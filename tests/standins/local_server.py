"""An HTTP server of a stand-in, in a thread, on both addresses that `localhost` may mean."""

from __future__ import annotations

import contextlib
import errno
import socket
import threading
import time
from typing import TYPE_CHECKING

import uvicorn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import ASGIApp


@contextlib.contextmanager
def serve_in_thread(app: ASGIApp, sockets: list[socket.socket]) -> Iterator[None]:
    """Serve until the context is left. Raises: TimeoutError."""
    # Nothing is logged: a truncated body makes the server complain, and that is the point of it.
    config = uvicorn.Config(
        app, log_config=None, log_level=60, lifespan="off", ws="none", http="h11", server_header=False
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": sockets}, daemon=True)
    thread.start()
    try:
        deadline = time.monotonic() + 10.0
        while not server.started:
            if time.monotonic() > deadline:
                raise TimeoutError("the stand-in did not start")
            time.sleep(0.005)
        yield
    finally:
        server.should_exit = True
        server.force_exit = True
        thread.join(timeout=10.0)


def listen_locally(port: int) -> list[socket.socket]:
    """Sockets for 127.0.0.1 and, where the machine has it, ::1: `localhost` may mean either."""
    for _ in range(20):
        first = _open_socket(socket.AF_INET, "127.0.0.1", port)
        try:
            return [first, _open_socket(socket.AF_INET6, "::1", first.getsockname()[1])]
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                return [first]
            first.close()
            if port:
                raise
    raise OSError("no port is free on both 127.0.0.1 and ::1")


def _open_socket(family: int, host: str, port: int) -> socket.socket:
    # The protocol is named because asyncio sets TCP_NODELAY only then; without it every answer waits 40 ms.
    opened = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        opened.bind((host, port))
        opened.listen(128)
    except OSError:
        opened.close()
        raise
    return opened
