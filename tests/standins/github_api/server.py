"""Runs the stand-in: an HTTP server in a thread, over repositories below one folder."""

from __future__ import annotations

import contextlib
import errno
import socket
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import uvicorn
from starlette.applications import Starlette

from tests.standins.github_api.control import make_control_routes
from tests.standins.github_api.gate import Gate
from tests.standins.github_api.hub import Hub
from tests.standins.github_api.post_receive import write_address
from tests.standins.github_api.routes_archives import ARCHIVE_PATH
from tests.standins.github_api.serving import make_routes

if TYPE_CHECKING:
    from tests.standins.github_api.repositories import Repository
    from tests.standins.github_api.webhooks import Delivery, Hook


class GitHubStandIn:
    """A context manager that serves `base_url` from a thread.

    `root` keeps the repositories; without it they live in a temporary folder and vanish. `port` 0 takes a free one.
    `hub` holds what is served: `hub.log`, `hub.faults`, `hub.rates`, `hub.limits`, `hub.accounts`.
    """

    def __init__(self, root: Path | None = None, *, port: int = 0) -> None:
        self._root = root
        self._port = port

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as opened:
            temporary = None if self._root else opened.enter_context(tempfile.TemporaryDirectory(prefix="github-"))
            root = self._root or Path(str(temporary))
            sockets = [opened.enter_context(each) for each in _listen(self._port)]
            port = sockets[0].getsockname()[1]
            self.base_url = f"http://127.0.0.1:{port}"
            # The same server by another host name: clients take its links for another origin, and must.
            self.hub = Hub(root, self.base_url, f"http://localhost:{port}{ARCHIVE_PATH}")
            opened.callback(self.hub.close)
            app = Gate(self.hub, Starlette(routes=[*make_control_routes(self.hub), *make_routes(self.hub)]))
            # Nothing is logged: a truncated body makes the server complain, and that is the point of it.
            config = uvicorn.Config(
                app, log_config=None, log_level=60, lifespan="off", ws="none", http="h11", server_header=False
            )
            server = uvicorn.Server(config)
            thread = threading.Thread(target=server.run, kwargs={"sockets": sockets}, daemon=True)
            thread.start()
            opened.callback(_stop, server, thread)
            deadline = time.monotonic() + 10.0
            while not server.started:
                if time.monotonic() > deadline:
                    raise TimeoutError("the stand-in did not start")
                time.sleep(0.005)
            write_address(root, "127.0.0.1", port)
            self._opened = opened.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def create_repo(
        self, owner: str, name: str, *, private: bool = False, files: dict[str, bytes | str | None] | None = None
    ) -> Repository:
        """A bare repository to which tests may push; with `files`, they are its first commit."""
        repository = self.hub.repositories.create(owner, name, private=private)
        if files:
            repository.commit_files(files, "Initial commit")
        return repository

    def add_hook(self, repository: Repository, url: str, secret: str | None = None, **settings: Any) -> Hook:
        """Register a hook for pushes that gets JSON, and ping it; `settings` as the fields of `Hook`."""
        return self.hub.add_hook(repository, url, secret, **{"content_type": "json", **settings})

    def wait_for_deliveries(self, timeout_s: float = 10.0) -> list[Delivery]:
        """Everything delivered so far, oldest first, once nothing is under way any more. Raises: TimeoutError."""
        self.hub.webhooks.wait(timeout_s)
        return self.hub.webhooks.deliveries()

    def reset(self) -> None:
        """Drop the log, faults, used requests and lowered limits; repositories, tokens and hooks stay."""
        self.hub.forget_scripts()


def _listen(port: int) -> list[socket.socket]:
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


def _stop(server: uvicorn.Server, thread: threading.Thread) -> None:
    server.should_exit = True
    server.force_exit = True
    thread.join(timeout=10.0)
