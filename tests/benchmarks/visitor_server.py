"""A static server as a site's host is one: files compressed beforehand, ranges, keep-alive. It counts what it sends."""

from __future__ import annotations

import contextlib
import gzip
import re
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shared.adapters.local.web_client import find_program
from tests.standins.local_server import listen_locally, serve_in_thread

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from starlette.types import Receive, Scope, Send

    Answer = Callable[[bytes], Awaitable[bytes]]

__all__ = ["CountingServer", "Sent", "serve_counted"]

_GZIP_LEVEL = 6
_SCRIPTS = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css"}
_TYPES = {
    **_SCRIPTS,
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".wasm": "application/wasm",
}
_COMPRESSED = {*_SCRIPTS, ".json", ".html", ".wasm"}
_RANGE = re.compile(rb"bytes=(\d+)-(\d*)")
_IMMUTABLE = b"public, max-age=31536000, immutable"
_BROTLI = (
    "const z = require('node:zlib'), f = require('node:fs');"
    "for (const p of process.argv.slice(1)) f.writeFileSync(p + '.br', z.brotliCompressSync(f.readFileSync(p)));"
)


@dataclass(frozen=True, slots=True)
class Sent:
    """One answered request. `start` and `end` are seconds of this process's clock; bytes are those of the answer."""

    path: str
    status: int
    body_bytes: int
    header_bytes: int
    start: float
    end: float

    @property
    def bytes(self) -> int:
        return self.body_bytes + self.header_bytes


@dataclass(frozen=True, slots=True)
class _File:
    """What is sent of a file: its own bytes, or bytes compressed beforehand."""

    path: Path
    content_type: bytes
    packed: bytes | None
    encoding: bytes
    mutable: bool


@dataclass
class CountingServer:
    """An ASGI application over mounted folders. `sent` grows with each answer; who measures empties it."""

    sent: list[Sent] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    """Path -> what makes a JSON body of a query string, for what is no file."""
    origin: str = ""
    _files: dict[str, _File] = field(default_factory=dict)

    def mount(self, prefix: str, folder: Path) -> None:
        """Serve all files of `folder` below `/prefix/`. Compresses them now, so that no request waits for it."""
        paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix not in {".map", ".br"}]
        scripts = [path for path in paths if path.suffix in _SCRIPTS or path.suffix == ".wasm"]
        if scripts:
            subprocess.run([find_program("node"), "-e", _BROTLI, *map(str, scripts)], check=True)
        with ThreadPoolExecutor() as pool:  # zlib lets go of the interpreter's lock
            for path, file in zip(paths, pool.map(_read_file, paths), strict=True):
                self._files[f"/{prefix}/{path.relative_to(folder).as_posix()}".replace("//", "/")] = file

    def unmount(self) -> None:
        self._files.clear()
        self.answers.clear()

    def size_of(self, path: str) -> int:
        """Bytes of the body that is sent for a mounted path."""
        file = self._files[path]
        return len(file.packed) if file.packed is not None else file.path.stat().st_size

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert scope["type"] == "http"
        start, path = time.perf_counter(), scope["path"]
        headers = dict(scope["headers"])
        if answer := self.answers.get(path):
            body = gzip.compress(await answer(scope["query_string"]), _GZIP_LEVEL, mtime=0)
            status, fields = 200, [(b"content-type", b"application/json"), (b"content-encoding", b"gzip")]
        elif file := self._files.get(path):
            status, fields, body = _answer_file(file, headers.get(b"range"))
        else:
            status, fields, body = 404, [(b"content-type", b"text/plain")], b"not found"
        fields.append((b"content-length", str(len(body)).encode()))
        await send({"type": "http.response.start", "status": status, "headers": fields})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
        sent = 0 if scope["method"] == "HEAD" else len(body)
        self.sent.append(Sent(path, status, sent, _header_bytes(status, fields), start, time.perf_counter()))


def _answer_file(file: _File, wanted: bytes | None) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
    fields = [
        (b"content-type", file.content_type),
        (b"cache-control", b"no-cache" if file.mutable else _IMMUTABLE),
    ]
    if file.packed is not None:
        return 200, [*fields, (b"content-encoding", file.encoding), (b"vary", b"accept-encoding")], file.packed
    size = file.path.stat().st_size
    fields.append((b"accept-ranges", b"bytes"))
    match = _RANGE.fullmatch(wanted or b"")
    if match is None:
        return 200, fields, file.path.read_bytes()
    first = int(match[1])
    last = min(int(match[2]) if match[2] else size - 1, size - 1)
    with file.path.open("rb") as opened:
        opened.seek(first)
        body = opened.read(last - first + 1)
    return 206, [*fields, (b"content-range", f"bytes {first}-{last}/{size}".encode())], body


def _header_bytes(status: int, fields: list[tuple[bytes, bytes]]) -> int:
    """Of the status line and the fields as HTTP/1.1 writes them. The server adds none of its own."""
    reason = {200: "OK", 206: "Partial Content", 404: "Not Found"}[status]
    return len(f"HTTP/1.1 {status} {reason}\r\n\r\n") + sum(len(name) + len(value) + 4 for name, value in fields)


def _read_file(path: Path) -> _File:
    """Scripts are sent as brotli, other text as gzip, the rest as it is."""
    content_type = _TYPES.get(path.suffix, "application/octet-stream").encode()
    mutable = path.name == "current.json"
    if path.suffix not in _COMPRESSED:
        return _File(path, content_type, None, b"", mutable)
    brotli = path.with_name(path.name + ".br")
    if brotli.is_file() and path.suffix != ".json":
        return _File(path, content_type, brotli.read_bytes(), b"br", mutable)
    return _File(path, content_type, gzip.compress(path.read_bytes(), _GZIP_LEVEL, mtime=0), b"gzip", mutable)


@contextlib.contextmanager
def serve_counted() -> Iterator[CountingServer]:
    """A running server without any file; `origin` is its address, without a slash at the end."""
    app = CountingServer()
    sockets = listen_locally(0)
    app.origin = f"http://127.0.0.1:{sockets[0].getsockname()[1]}"
    with serve_in_thread(app, sockets):
        yield app
