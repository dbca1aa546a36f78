"""Runs the stand-in: an HTTP server in a thread, over repositories below one folder."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from starlette.applications import Starlette

from tests.standins.github_api.control import make_control_routes
from tests.standins.github_api.gate import Gate
from tests.standins.github_api.hub import Hub
from tests.standins.github_api.post_receive import write_address
from tests.standins.github_api.routes_archives import ARCHIVE_PATH
from tests.standins.github_api.serving import make_routes
from tests.standins.local_server import listen_locally, serve_in_thread

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
            sockets = [opened.enter_context(each) for each in listen_locally(self._port)]
            port = sockets[0].getsockname()[1]
            self.base_url = f"http://127.0.0.1:{port}"
            # The same server by another host name: clients take its links for another origin, and must.
            self.hub = Hub(root, self.base_url, f"http://localhost:{port}{ARCHIVE_PATH}")
            opened.callback(self.hub.close)
            app = Gate(self.hub, Starlette(routes=[*make_control_routes(self.hub), *make_routes(self.hub)]))
            opened.enter_context(serve_in_thread(app, sockets))
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
