"""Run the local server: find a port, say where it listens, stop without a fuss."""

from __future__ import annotations

import errno
import socket
import webbrowser
from typing import TYPE_CHECKING, Final

import uvicorn

from shared.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

__all__ = ["LocalServer", "open_socket"]

_PORTS_TRIED: Final = 20


def open_socket(host: str, port: int, say: Callable[[str], None]) -> socket.socket:
    """A listening socket on the port or, if it is taken, on the next free one; port 0 takes any.

    Raises:
        InputError: the address is not this machine's, or no port is free.
    """
    last = min(port + _PORTS_TRIED, 65_536) if port else 1
    for candidate in range(port, last):
        try:
            found = _listen(host, candidate)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                continue
            if error.errno == errno.EACCES:
                raise InputError(f"port {candidate} needs administrator rights; choose one above 1023") from error
            raise InputError(f"cannot listen on {host}: {error.strerror or error}") from error
        if candidate != port:
            say(f"Port {port} is taken; using {candidate}.")
        return found
    raise InputError(f"ports {port} to {last - 1} are taken; choose another with --port")


def _listen(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    found = socket.socket(family, kind, protocol)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(address)
        found.listen(128)
    except BaseException:
        found.close()
        raise
    return found


class LocalServer(uvicorn.Server):
    """Serves an ASGI application on an open socket. `on_stop` is called first when it stops."""

    def __init__(
        self, app: Callable[..., Awaitable[None]], listening: socket.socket, on_stop: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                log_level="error",
                access_log=False,
                lifespan="off",
                server_header=False,
                timeout_graceful_shutdown=3,
            )
        )
        self._listening = listening
        self._on_stop = on_stop

    @property
    def url(self) -> str:
        host, port = self._listening.getsockname()[:2]
        name = {"0.0.0.0": "localhost", "::": "localhost"}.get(host, host)  # noqa: S104 - shown, not bound to
        return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"

    async def run_until_stopped(self) -> None:
        await self.serve(sockets=[self._listening])

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._on_stop()
        await super().shutdown(sockets)

    def open_browser(self) -> None:
        webbrowser.open(self.url)
