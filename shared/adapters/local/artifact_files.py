"""Answer requests for files: validators, ranges, and compressed copies kept in a bounded memory."""

from __future__ import annotations

import asyncio
import gzip
import stat
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from starlette.responses import Response, StreamingResponse

from shared.adapters.local.folder_artifacts import version_of
from shared.domain.http_files import FileRequest, StoredFile, decide

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterator
    from pathlib import Path

    from starlette.requests import Request

__all__ = ["CompressedCopies", "answer_file"]

_MAX_COPIES_BYTES: Final = 128_000_000
_MAX_COMPRESSED_BYTES: Final = 64_000_000
"""Larger files are sent as they are: compressing them takes longer than sending them over a local line."""
_MIN_COMPRESSED_BYTES: Final = 500
_LEVEL: Final = 6
_PIECE_BYTES: Final = 1 << 18
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
    version = version_of(status)
    file = StoredFile(version, status.st_size, packable=_is_worth_packing(path, status), changing=changing)
    answer = decide(FileRequest.read(request.method, request.headers.get), file)
    headers = {**headers, **answer.headers, "Vary": "Accept-Encoding, Origin"}
    if answer.form == "none":
        return Response(status_code=answer.status, headers=headers)
    if answer.form == "packed":
        return Response(await copies.of(path, version), media_type=media_type, headers=headers)
    if changing:
        del headers["Content-Length"]  # it may be another file by now
        return Response(await asyncio.to_thread(path.read_bytes), media_type=media_type, headers=headers)
    pieces = _read_pieces(path, answer.offset, answer.size_bytes if request.method != "HEAD" else 0)
    return StreamingResponse(pieces, answer.status, headers=headers, media_type=media_type)


async def _read_pieces(path: Path, offset: int, size_bytes: int) -> AsyncIterator[bytes]:
    with await asyncio.to_thread(path.open, "rb") as file:
        file.seek(offset)
        while size_bytes and (piece := await asyncio.to_thread(file.read, min(_PIECE_BYTES, size_bytes))):
            size_bytes -= len(piece)
            yield piece


def _is_worth_packing(path: Path, status: os.stat_result) -> bool:
    return path.suffix in _COMPRESSIBLE and _MIN_COMPRESSED_BYTES <= status.st_size <= _MAX_COMPRESSED_BYTES
