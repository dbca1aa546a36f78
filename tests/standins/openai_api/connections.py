"""Answers that break the connection on purpose."""

from __future__ import annotations

import socket
import struct
from typing import TYPE_CHECKING, Any

from starlette.responses import Response
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Scope, Send


class ResettableProtocol(H11Protocol):
    """HTTP/1.1 whose requests know how to reset their connection."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        inner = self.app

        async def app(scope: Any, receive: Any, send: Any) -> None:
            scope["reset_connection"] = self.reset_connection
            await inner(scope, receive, send)

        self.app = app

    def reset_connection(self) -> None:
        """Close with a TCP reset, which a socket does that lingers for no time at all."""
        connection = self.transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.transport.abort()


class Reset(Response):
    """No answer: the connection is reset."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["reset_connection"]()
        while (await receive())["type"] != "http.disconnect":
            pass


class Truncated(Response):
    """The first half of another answer's body; then the connection closes, because more was announced."""

    def __init__(self, whole: Response) -> None:
        super().__init__()
        self._whole = whole

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        messages: list[Message] = []

        async def record(message: Message) -> None:
            messages.append(message)

        await self._whole(scope, receive, record)
        start, *parts = messages
        body = b"".join(part.get("body", b"") for part in parts)
        start["headers"] = [*start["headers"], *self._own_headers()]
        await send(start)
        await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})

    def _own_headers(self) -> list[tuple[bytes, bytes]]:
        return [(name, value) for name, value in self.raw_headers if name != b"content-length"]
