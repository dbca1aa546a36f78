"""An `HttpClient` over the runtime's own `fetch`."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import js
from pyodide.ffi import JsException

from functions.bindings.javascript import describe, from_js_bytes, is_nothing, to_js_bytes, to_js_value
from shared.errors import ConfigurationError, Unavailable
from shared.ports import HttpResponse, HttpStream

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

__all__ = ["WorkersHttpClient"]


class WorkersHttpClient:
    """Holds nothing open. A Worker has six connections at once; what is more waits, which counts as no answer."""

    async def send(
        self, method: str, url: str, *, headers: Mapping[str, str], body: bytes = b"", timeout_s: float
    ) -> HttpResponse:
        exchange = _Exchange(url)
        try:
            async with asyncio.timeout(timeout_s):
                answer = await exchange.fetch(method, headers, body)
                data = from_js_bytes(await answer.arrayBuffer())
        except (TimeoutError, JsException) as error:
            raise exchange.failure(error, timeout_s) from error
        finally:
            exchange.abort()
        return HttpResponse(int(answer.status), dict(_headers(answer)), data)

    @asynccontextmanager
    async def stream(
        self, method: str, url: str, *, headers: Mapping[str, str], timeout_s: float
    ) -> AsyncIterator[HttpStream]:
        exchange = _Exchange(url)
        try:
            try:
                async with asyncio.timeout(timeout_s):
                    answer = await exchange.fetch(method, headers, b"")
            except (TimeoutError, JsException) as error:
                raise exchange.failure(error, timeout_s) from error
            yield HttpStream(int(answer.status), dict(_headers(answer)), exchange.chunks(answer, timeout_s))
        finally:
            exchange.abort()


class _Exchange:
    """One request and its answer. Aborting it closes the connection; after the end it does nothing."""

    def __init__(self, url: str) -> None:
        try:
            parts = urlsplit(url)
        except ValueError as error:
            raise ConfigurationError(f"no request can be sent to an address like that: {error}") from error
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ConfigurationError("no request can be sent to an address without http:// or https://")
        self._url = url
        self._host = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"  # paths and queries may carry secrets
        self._controller = js.AbortController.new()

    async def fetch(self, method: str, headers: Mapping[str, str], body: bytes) -> Any:
        options = to_js_value({"method": method, "headers": dict(headers), "redirect": "manual"})
        options.signal = self._controller.signal
        if body:
            options.body = to_js_bytes(body)
        return await js.fetch(self._url, options)

    async def chunks(self, answer: Any, timeout_s: float) -> AsyncIterator[bytes]:
        if is_nothing(answer.body):
            return
        reader = answer.body.getReader()
        while True:
            try:
                async with asyncio.timeout(timeout_s):
                    piece = await reader.read()
            except (TimeoutError, JsException) as error:
                raise self.failure(error, timeout_s) from error
            if piece.done:
                return
            yield from_js_bytes(piece.value)

    def abort(self) -> None:
        self._controller.abort()

    def failure(self, error: Exception, timeout_s: float) -> Unavailable:
        if isinstance(error, JsException):
            return Unavailable(f"{self._host} cannot be reached or broke off: {describe(error)}")
        return Unavailable(f"{self._host} did not answer within {timeout_s:g} s", code="timeout")


def _headers(answer: Any) -> Iterator[tuple[str, str]]:
    """Names are in lower case already."""
    for entry in answer.headers:
        name, value = entry
        yield str(name), str(value)
