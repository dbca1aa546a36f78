"""The outermost layer: logs every request, and breaks connections where a fault asks for it."""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import TYPE_CHECKING, Any

from starlette.datastructures import Headers

from tests.standins.github_api.request_log import LoggedRequest

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from tests.standins.github_api.faults import Fault
    from tests.standins.github_api.hub import Hub

CONTROL_PATH = "/__stand-in__/"


class Gate:
    """An ASGI application around `inner`. Requests of the tests to the stand-in itself pass by it."""

    def __init__(self, hub: Hub, inner: ASGIApp) -> None:
        self._hub = hub
        self._inner = inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(CONTROL_PATH):
            await self._inner(scope, receive, send)
            return
        headers = {name.lower(): value for name, value in Headers(scope=scope).items()}
        request = LoggedRequest(scope["method"], scope["path"], scope["query_string"].decode("latin-1"), headers)
        self._hub.log.begin(request)
        try:
            await self._pass(request, scope, receive, send)
        finally:
            self._hub.log.end()

    async def _pass(self, request: LoggedRequest, scope: Scope, receive: Receive, send: Send) -> None:
        fault = self._hub.faults.take(request.method, request.path)
        if fault and fault.kind == "reset":
            _reset(receive)
            return
        if fault and fault.kind == "hang":
            await asyncio.sleep(fault.hang_s)
        truncating = _Truncation(fault) if fault and fault.kind == "truncated" else None

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                request.status = message["status"]
            if truncating is None:
                await send(message)
            elif kept := truncating.cut(message):
                await send(kept)

        scope["standin.fault"] = fault
        await self._inner(scope, receive, send_on)


class _Truncation:
    """Lets through so much of a body; the server closes a connection whose answer was left unfinished."""

    def __init__(self, fault: Fault) -> None:
        self._left = fault.after_bytes
        self._is_over = False

    def cut(self, message: Message) -> Message | None:
        if self._is_over:
            return None
        if message["type"] != "http.response.body":
            length = Headers(raw=message["headers"]).get("content-length")
            if self._left is None and length is not None:
                self._left = int(length) // 2
            return message
        body: bytes = message.get("body", b"")
        if self._left is None:
            self._left = len(body) // 2
        kept = body[: self._left]
        self._left -= len(kept)
        self._is_over = self._left == 0
        return {**message, "body": kept, "more_body": True} if kept else None


def _reset(receive: Receive) -> None:
    """Close the connection at once, so that the client reads a reset and no answer."""
    cycle: Any = receive.__self__  # type: ignore[attr-defined]  # uvicorn's request cycle, which holds the connection
    opened = cycle.transport.get_extra_info("socket")
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    cycle.transport.abort()
