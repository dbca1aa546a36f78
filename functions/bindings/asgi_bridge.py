"""From a request of the runtime to an ASGI application, and back.

The SDK has such a bridge as well. It reads a whole body before the application sees the request, and never lets go of
the memory of what the application answers; here a body is read as it is asked for, and an answer is copied.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urlsplit

import js
from pyodide.ffi import JsException
from workers import wait_until

from functions.bindings.javascript import from_js_bytes, is_nothing, to_js_bytes, to_js_value
from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    Event = MutableMapping[str, Any]
    Application = Callable[
        [MutableMapping[str, Any], Callable[[], Awaitable[Event]], Callable[[Event], Awaitable[None]]], Awaitable[None]
    ]

__all__ = ["answer_by_app"]

_VERSION: Final = {"version": "3.0", "spec_version": "2.4"}
_LEFT_BYTES: Final = 1_000_000
_LEFT_S: Final = 5.0
_NULL_BODY: Final = frozenset({101, 204, 205, 304})

_log = logging.getLogger("inkdex")


async def answer_by_app(app: Application, request: Any) -> Any:
    """The JavaScript `Response` to a JavaScript `Request`. A body that comes in pieces goes on after this returns."""
    exchange = _Exchange(request)
    running = asyncio.ensure_future(exchange.run(app))
    answer = await exchange.answer
    if running.done() or not exchange.is_streaming:
        await running
    else:
        wait_until(running)
    return answer


class _Exchange:
    def __init__(self, request: Any) -> None:
        self.answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._request = request
        self._reader: Any = None
        self._is_read = False
        self._end = asyncio.Event()
        self._start: Event = {}
        self._writer: Any = None

    @property
    def is_streaming(self) -> bool:
        return self._writer is not None

    async def run(self, app: Application) -> None:
        try:
            await app(self._scope(), self._receive, self._send)
            if not self.answer.done():
                self.answer.set_exception(InvariantError("the application gave no answer"))
        except Exception as error:  # noqa: BLE001 - whoever waits for the answer gets it
            await self._break_off(error)
        finally:
            self._end.set()
            if self._reader is not None and not self._is_read:
                with suppress(JsException):
                    await self._leave_body()
                    await self._reader.cancel()

    async def _leave_body(self) -> None:
        """Read a little of what nobody wants: a client that is still sending may otherwise miss the answer."""
        left = _LEFT_BYTES
        with suppress(TimeoutError):
            async with asyncio.timeout(_LEFT_S):  # the answer waits for it
                while left > 0 and not (piece := await self._reader.read()).done:
                    left -= int(piece.value.length)

    async def _break_off(self, error: Exception) -> None:
        if not self.answer.done():
            self.answer.set_exception(error)
            return
        _log.error("An answer broke off", exc_info=error)
        if self._writer is not None:
            with suppress(JsException):
                await self._writer.abort()

    def _scope(self) -> Event:
        url = urlsplit(str(self._request.url))
        host, port = url.hostname or "", url.port or (443 if url.scheme == "https" else 80)
        return {
            "type": "http",
            "asgi": _VERSION,
            "http_version": "1.1",
            "method": str(self._request.method),
            "scheme": url.scheme,
            "path": unquote(url.path),
            "raw_path": url.path.encode(),
            "query_string": url.query.encode(),
            "root_path": "",
            "headers": [(name.encode("latin-1"), value.encode("utf-8")) for name, value in self._request.headers],
            "client": None,
            "server": (host, port),
        }

    async def _receive(self) -> Event:
        if self._is_read:
            await self._end.wait()
            return {"type": "http.disconnect"}
        if is_nothing(self._request.body):
            self._is_read = True
            return {"type": "http.request", "body": b"", "more_body": False}
        if self._reader is None:
            self._reader = self._request.body.getReader()
        try:
            piece = await self._reader.read()
        except JsException:
            self._is_read = True
            return {"type": "http.disconnect"}
        if piece.done:
            self._is_read = True
            return {"type": "http.request", "body": b"", "more_body": False}
        return {"type": "http.request", "body": from_js_bytes(piece.value), "more_body": True}

    async def _send(self, event: Event) -> None:
        if event["type"] == "http.response.start":
            self._start = event
            return
        data, goes_on = bytes(event.get("body", b"")), bool(event.get("more_body", False))
        if self._writer is None and not goes_on:
            self._respond(None if self._start["status"] in _NULL_BODY else to_js_bytes(data))
            return
        try:
            if self._writer is None:
                self._open_stream()
            if data:
                await self._writer.write(to_js_bytes(data))
            if not goes_on:
                await self._writer.close()
        except JsException as error:
            # As ASGI has it for a client that has gone away.
            raise OSError("nobody reads the answer any more") from error

    def _open_stream(self) -> None:
        length = dict(self._start.get("headers", ())).get(b"content-length", b"")
        # Only such a stream lets the runtime announce the length.
        stream = js.FixedLengthStream.new(int(length)) if length else js.IdentityTransformStream.new()
        self._writer = stream.writable.getWriter()
        self._respond(stream.readable)

    def _respond(self, body: Any) -> None:
        headers = [[name.decode("latin-1"), value.decode("latin-1")] for name, value in self._start.get("headers", ())]
        init: dict[str, object] = {"status": self._start["status"], "headers": headers}
        if any(name.lower() == "content-encoding" for name, _ in headers):
            init["encodeBody"] = "manual"  # it is compressed already
        self.answer.set_result(js.Response.new(body, to_js_value(init)))
