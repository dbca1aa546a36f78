"""An `HttpClient` that answers from a script, and keeps what it was asked."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shared.errors import Unavailable
from shared.ports import HttpResponse, HttpStream

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping


@dataclass
class Asked:
    method: str
    url: str
    headers: dict[str, str]
    body: bytes


def answer(status: int = 200, body: bytes = b"{}", **headers: str) -> HttpResponse:
    return HttpResponse(status, {name.replace("_", "-"): value for name, value in headers.items()}, body)


@dataclass
class ScriptedHttp:
    """Gives `answers` in order, the last one for ever; an exception among them is raised."""

    answers: list[HttpResponse | Exception]
    asked: list[Asked] = field(default_factory=list)
    closed: int = 0

    def _next(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> HttpResponse:
        self.asked.append(Asked(method, url, dict(headers), body))
        found = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(found, Exception):
            raise found
        return found

    async def send(
        self, method: str, url: str, *, headers: Mapping[str, str], body: bytes = b"", timeout_s: float
    ) -> HttpResponse:
        return self._next(method, url, headers, body)

    @asynccontextmanager
    async def stream(
        self, method: str, url: str, *, headers: Mapping[str, str], timeout_s: float
    ) -> AsyncIterator[HttpStream]:
        found = self._next(method, url, headers, b"")
        try:
            yield HttpStream(found.status, found.headers, self._chunks(found.body))
        finally:
            self.closed += 1

    async def _chunks(self, body: bytes) -> AsyncIterator[bytes]:
        """In chunks of 7 bytes; the word BREAK breaks the connection."""
        whole, broke, _ = body.partition(b"BREAK")
        for start in range(0, len(whole), 7):
            yield whole[start : start + 7]
        if broke:
            raise Unavailable("broke off")
