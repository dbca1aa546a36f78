"""A stand-in for GitLab, and for Gitea and Forgejo: their archives and push hooks, over real bare git repositories.

    with GitHosts() as hosts:
        repository = hosts.create_repo("docs-team", "handbook", files={"a.md": "# A"})
        hosts.add_hook("gitlab", repository, "http://127.0.0.1:8787/hooks/gitlab", "secret")
        ...  # a client on f"{hosts.base_url}/docs-team/handbook/-/archive/main/handbook.tar.gz"
        WorkTree.clone(repository, tmp_path / "work")  # commit and push: the hook hears of it
        hosts.wait_for_deliveries()

A repository is on both at once: GitLab's addresses have `/-/` in them. A private one wants TOKEN in the header that its
kind reads, and sends others to its page to sign in. `answers` scripts what the next requests for archives get instead;
`moves_to_storage` has archives come from `storage_url`, which is the same server by another host name, as it is where
they lie in a bucket. `requests` are those for archives and what they led to, oldest first.

Weaker than the originals: groups are not nested, there is one token, nothing is cached or counted, a hook is sent once,
and only for pushes.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

import httpx
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from tests.standins.git_host_pushes import describe_push, encode, make_headers
from tests.standins.github_api.accounts import Accounts
from tests.standins.github_api.git_commands import write_environment
from tests.standins.github_api.post_receive import ANNOUNCE_PATH, write_address, write_script
from tests.standins.github_api.push_payloads import RefUpdate
from tests.standins.github_api.repositories import Repositories
from tests.standins.github_api.routes_archives import pack_archive
from tests.standins.local_server import listen_locally, serve_in_thread

if TYPE_CHECKING:
    from starlette.requests import Request

    from tests.standins.git_host_pushes import Kind
    from tests.standins.github_api.repositories import Repository

TOKEN = "a-token-of-the-git-host"
_FORMATS = ("tar.gz", "zip")
_SIGN_IN = {"gitlab": "/users/sign_in", "gitea": "/user/login"}


@dataclass(frozen=True)
class Asked:
    """A request. `headers` have names in lower case; `host` is the one that was asked."""

    host: str
    path: str
    headers: dict[str, str]


@dataclass(frozen=True)
class Hook:
    kind: Kind
    repository: str
    url: str
    secret: str


@dataclass(frozen=True)
class Delivery:
    """What was sent, with names of headers in lower case; `status` 0: nobody answered."""

    hook: Hook
    headers: dict[str, str]
    body: bytes
    status: int


@dataclass
class GitHosts:
    """A context manager that serves `base_url` from a thread; repositories lie in a temporary folder."""

    requests: list[Asked] = field(default_factory=list)
    answers: list[Response] = field(default_factory=list)
    moves_to_storage: bool = False
    deliveries: list[Delivery] = field(default_factory=list)
    _hooks: list[Hook] = field(default_factory=list)
    _stored: dict[str, tuple[Repository, str, str, str]] = field(default_factory=dict)

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as opened:
            root = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="git-hosts-"))).resolve()
            self._repositories = Repositories(root, write_environment(root), Accounts(), hook=write_script(root))
            opened.callback(self._repositories.close)
            sockets = [opened.enter_context(each) for each in listen_locally(0)]
            port = sockets[0].getsockname()[1]
            self.host, self.base_url = f"127.0.0.1:{port}", f"http://127.0.0.1:{port}"
            self.storage_host, self.storage_url = f"localhost:{port}", f"http://localhost:{port}/storage"
            opened.enter_context(serve_in_thread(Starlette(routes=self._routes()), sockets))
            self._sender = opened.enter_context(ThreadPoolExecutor(1))
            write_address(root, "127.0.0.1", port)
            self._opened = opened.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def create_repo(
        self, owner: str, name: str, *, private: bool = False, files: dict[str, bytes | str | None] | None = None
    ) -> Repository:
        """A bare repository to which tests may push; with `files`, they are its first commit."""
        repository = self._repositories.create(owner, name, private=private)
        if files:
            repository.commit_files(files, "Initial commit")
        return repository

    def find(self, owner: str, name: str) -> Repository | None:
        return self._repositories.find(owner, name)

    def add_hook(self, kind: Kind, repository: Repository, url: str, secret: str) -> Hook:
        hook = Hook(kind, repository.full_name, url, secret)
        self._hooks.append(hook)
        return hook

    def wait_for_deliveries(self, timeout_s: float = 10.0) -> list[Delivery]:
        """Everything delivered so far, once nothing is under way. Raises: TimeoutError, or what went wrong."""
        self._sender.submit(int).result(timeout_s)
        return self.deliveries

    def reset(self) -> None:
        """Forget requests, deliveries and scripted answers; repositories and hooks stay."""
        self.requests.clear()
        self.answers.clear()
        self.deliveries.clear()
        self.moves_to_storage = False

    def _routes(self) -> list[Route]:
        return [
            Route(ANNOUNCE_PATH, self._hear_of_push, methods=["POST"]),
            Route("/storage/{name}", self._answer_from_storage),
            *(Route(path, self._show_page) for path in _SIGN_IN.values()),
            Route("/{owner}/{name}/-/archive/{archive:path}", self._answer_as_gitlab),
            Route("/{owner}/{name}/archive/{archive:path}", self._answer_as_gitea),
        ]

    def _answer_as_gitlab(self, request: Request) -> Response:
        """The address ends with whatever the file is to be called; slashes before it belong to the branch."""
        ref, _, file = request.path_params["archive"].rpartition("/")
        form = next((form for form in _FORMATS if file.endswith(f".{form}")), "")
        folder = f"{request.path_params['name']}-{ref.replace('/', '-')}"
        return self._answer(request, "gitlab", ref, form, folder)

    def _answer_as_gitea(self, request: Request) -> Response:
        archive = request.path_params["archive"]
        form = next((form for form in _FORMATS if archive.endswith(f".{form}")), "")
        return self._answer(
            request, "gitea", archive.removesuffix(f".{form}"), form, request.path_params["name"].lower()
        )

    def _answer(self, request: Request, kind: Kind, ref: str, form: str, folder: str) -> Response:
        headers = self._note(request)
        if self.answers:
            return self.answers.pop(0)
        repository = self.find(request.path_params["owner"], request.path_params["name"])
        given = headers.get("private-token") if kind == "gitlab" else headers.get("authorization")
        is_known = given == (TOKEN if kind == "gitlab" else f"token {TOKEN}")
        if repository is None or (repository.private and not is_known):
            return RedirectResponse(_SIGN_IN[kind], 302 if kind == "gitlab" else 303)
        sha = repository.find_commit(ref)
        if sha is None or not form:
            return HTMLResponse("<title>Not Found</title>", 404)
        if self.moves_to_storage:
            name = secrets.token_hex(8)
            self._stored[name] = (repository, sha, form, folder)
            return RedirectResponse(f"{self.storage_url}/{name}", 302)
        return _pack(repository, sha, form, folder)

    def _answer_from_storage(self, request: Request) -> Response:
        self._note(request)
        return _pack(*self._stored[request.path_params["name"]])

    def _show_page(self, request: Request) -> Response:
        self._note(request)
        return HTMLResponse("<!doctype html><title>Sign in</title>" + "<p>" * 1000)

    def _note(self, request: Request) -> dict[str, str]:
        headers = dict(request.headers.items())
        self.requests.append(Asked(headers.get("host", ""), request.scope["raw_path"].decode(), headers))
        return headers

    async def _hear_of_push(self, request: Request) -> Response:
        """From the `post-receive` hook: the repository's folder, then a line for each ref."""
        folder, *lines = os.fsdecode(await request.body()).splitlines()
        repository = next(each for each in self._repositories if each.path == Path(folder).resolve())
        for line in lines:
            for hook in self._hooks:
                if hook.repository == repository.full_name:
                    self._sender.submit(self._deliver, hook, repository, RefUpdate(*line.split(" ", 2)))
        return Response(status_code=202)

    def _deliver(self, hook: Hook, repository: Repository, update: RefUpdate) -> None:
        body = encode(describe_push(hook.kind, self.base_url, repository, update), hook.kind)
        headers = make_headers(hook.kind, self.base_url, body, hook.secret)
        try:
            status = httpx.post(hook.url, content=body, headers=headers, timeout=10.0, trust_env=False).status_code
        except httpx.HTTPError:
            status = 0
        sent = {name.lower(): value for name, value in headers.items()}
        self.deliveries.append(Delivery(hook, sent, body, status))


def _pack(repository: Repository, sha: str, form: str, folder: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{folder}.{form}"'}
    return StreamingResponse(
        pack_archive(repository, sha, form, folder), headers=headers, media_type="application/octet-stream"
    )
