"""Answer requests for files: validators, ranges, and compressed copies kept in a bounded memory."""

from __future__ import annotations

import asyncio
import gzip
import stat
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from starlette.responses import FileResponse, Response

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from starlette.requests import Request

__all__ = ["CompressedCopies", "answer_file"]

_MAX_COPIES_BYTES: Final = 128_000_000
_MAX_COMPRESSED_BYTES: Final = 64_000_000
"""Larger files are sent as they are: compressing them takes longer than sending them over a local line."""
_MIN_COMPRESSED_BYTES: Final = 500
_LEVEL: Final = 6
_COMPRESSIBLE: Final = (".json", ".db", ".js", ".css", ".html", ".svg", ".wasm", ".map")


class CompressedCopies:
    """gzip of files, each made once, the least used forgotten first."""

    def __init__(self, max_bytes: int = _MAX_COPIES_BYTES) -> None:
        self._max_bytes = max_bytes
        self._size_bytes = 0
        self._copies: OrderedDict[tuple[Path, str], bytes] = OrderedDict()
        self._turn = asyncio.Lock()

    async def of(self, path: Path, version: str) -> bytes:
        """The compressed content of a file. `version` changes when the file does."""
        key = (path, version)
        if key not in self._copies:
            async with self._turn:  # two visitors at once: compress once
                if key not in self._copies:
                    self._keep(key, await asyncio.to_thread(_compress, path))
        self._copies.move_to_end(key)
        return self._copies[key]

    def _keep(self, key: tuple[Path, str], data: bytes) -> None:
        self._copies[key] = data
        self._size_bytes += len(data)
        while self._size_bytes > self._max_bytes and len(self._copies) > 1:
            _, gone = self._copies.popitem(last=False)
            self._size_bytes -= len(gone)


def _compress(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), _LEVEL, mtime=0)


async def answer_file(
    request: Request,
    path: Path,
    copies: CompressedCopies,
    *,
    media_type: str,
    headers: dict[str, str],
    changing: bool = False,
) -> Response | None:
    """The file's content as the request wants it: not modified, a range, compressed, or plain. None: there is none.

    `changing`: the file may be replaced at any moment, so it is read at once and never in ranges.
    """
    try:
        status = await asyncio.to_thread(path.stat)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    version = f"{status.st_mtime_ns:x}-{status.st_size:x}"
    ranged = "range" in request.headers and not changing
    packed = not ranged and _is_worth_packing(path, status) and _takes_gzip(request)
    tag = f'"{version}-gzip"' if packed else f'"{version}"'
    headers = {**headers, "ETag": tag, "Accept-Ranges": "bytes", "Vary": "Accept-Encoding, Origin"}
    if _matches(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    if packed:
        body = await copies.of(path, version)
        return Response(body, media_type=media_type, headers={**headers, "Content-Encoding": "gzip"})
    if changing:
        return Response(await asyncio.to_thread(path.read_bytes), media_type=media_type, headers=headers)
    return FileResponse(path, media_type=media_type, headers=headers, stat_result=status)


def _is_worth_packing(path: Path, status: os.stat_result) -> bool:
    return path.suffix in _COMPRESSIBLE and _MIN_COMPRESSED_BYTES <= status.st_size <= _MAX_COMPRESSED_BYTES


def _takes_gzip(request: Request) -> bool:
    offers = request.headers.get("accept-encoding", "").replace(" ", "").split(",")
    return any(offer == "gzip" or (offer.startswith("gzip;q=") and offer != "gzip;q=0") for offer in offers)


def _matches(wanted: str, tag: str) -> bool:
    """Weak comparison, as RFC 9110, 13.1.2 has it for If-None-Match."""
    known = [item.strip().removeprefix("W/") for item in wanted.split(",")]
    return tag in known or "*" in known
