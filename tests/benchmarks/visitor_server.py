"""The server that visitors of the benchmark get their files from: `visitor_pages/server.ts`, in Node.js."""

from __future__ import annotations

import contextlib
import json
import subprocess
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from shared.adapters.local.web_client import find_program
from tests.benchmarks.corpora import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["CountingServer", "Sent", "serve_counted"]

_PROGRAM = REPOSITORY / "tests" / "benchmarks" / "visitor_pages" / "server.ts"


@dataclass(frozen=True, slots=True)
class Sent:
    """One answered request, with the bytes of the answer as they go over the wire."""

    path: str
    status: int
    body_bytes: int
    header_bytes: int

    @property
    def bytes(self) -> int:
        return self.body_bytes + self.header_bytes


class CountingServer:
    """A running server. Files are compressed when they are mounted, so that no request waits for it."""

    def __init__(self, orders: IO[str], replies: IO[str]) -> None:
        self._orders = orders
        self._replies = replies
        self.origin = f"http://127.0.0.1:{self._reply()}"
        """Without a slash at the end."""

    def _reply(self) -> Any:
        line = self._replies.readline()
        if not line:
            raise RuntimeError("the server of the benchmark has stopped, and said why above")
        return json.loads(line)

    def _tell(self, **order: object) -> Any:
        self._orders.write(json.dumps(order) + "\n")
        self._orders.flush()
        return self._reply()

    def mount(self, prefix: str, folder: Path) -> None:
        """Serve all files of `folder` below `prefix`, which begins and ends with a slash."""
        self._tell(do="mount", prefix=prefix, folder=str(folder))

    def answer(self, path: str, q: str, content: object) -> None:
        """Answer requests for `path` whose parameter `q` is this one with JSON."""
        self._tell(do="answer", path=path, q=q, json=json.dumps(content))

    def unmount(self) -> None:
        self._tell(do="unmount")

    def body_bytes(self, paths: Sequence[str]) -> list[int]:
        """What is sent of each of these mounted text files, without headers."""
        sizes: list[int] = self._tell(do="sizes", paths=list(paths))
        return sizes

    def take_sent(self) -> list[Sent]:
        """What has been sent since this was last asked."""
        return [Sent(**fields) for fields in self._tell(do="sent")]


@contextlib.contextmanager
def serve_counted() -> Iterator[CountingServer]:
    """A running server without any file."""
    with subprocess.Popen(
        [find_program("node"), str(_PROGRAM)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield CountingServer(process.stdin, process.stdout)
        finally:
            process.stdin.close()
            process.wait(timeout=10)
