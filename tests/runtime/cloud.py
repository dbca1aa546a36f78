"""A whole deployment on this machine: the Worker in real workerd, and stand-ins for GitHub and OpenAI beside it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

from tests.standins.github_api import TOKEN, GitHubStandIn, WorkTree
from tests.standins.openai_api import API_KEY, OpenAIStandIn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from shared.cli.worker.dev_server import WorkerServer
    from tests.standins.github_api.repositories import Repository

__all__ = ["ADMIN_TOKEN", "API_TOKEN", "Cloud", "CloudSite", "build_locally", "open_cloud"]

ADMIN_TOKEN = "admin-0123456789"
API_TOKEN = "api-0123456789"
SECRET = "secret-of-a-deployment-0123456789"

_DELIVERY_S = 120.0
"""A machine may be busy."""

_ROOT = Path(__file__).parents[2]


@dataclass
class Cloud:
    """`client` talks to the Worker without credentials, `admin` and `api` with theirs."""

    server: WorkerServer
    github: GitHubStandIn
    openai: OpenAIStandIn
    client: httpx.Client
    _folder: Path
    _clones: int = field(default=0)

    def as_admin(self, method: str, path: str, **options: Any) -> httpx.Response:
        headers = {"authorization": f"Bearer {ADMIN_TOKEN}"}
        return self.client.request(method, path, headers=headers, **options)

    def as_client(self, method: str, path: str, **options: Any) -> httpx.Response:
        headers = {"authorization": f"Bearer {API_TOKEN}"}
        return self.client.request(method, path, headers=headers, **options)

    def add_site(
        self, name: str, files: Mapping[str, str | bytes | None], *, hook: bool = True, **settings: object
    ) -> CloudSite:
        """A repository with these files, a site of the Worker that builds it, and a hook that tells of its pushes."""
        repository = self.github.create_repo("octocat", name)
        self._clones += 1
        repository.commit_files({"inkdex.toml": self._settings(), **files}, "First pages")
        tree = WorkTree.clone(repository, self._folder / f"clone-{self._clones}")
        answer = self.as_admin(
            "PUT",
            f"/admin/sites/{name}",
            json={"repository": f"octocat/{name}", **settings},
        )
        assert answer.status_code in {200, 201}, answer.text
        site = CloudSite(self, name, repository, tree, answer.json())
        if hook:
            self.github.add_hook(repository, site.access["hookUrl"], site.access["webhookSecret"])
        return site

    def _settings(self) -> str:
        """What a laptop needs as well; the Worker takes the address from its own settings."""
        return f'[embedder]\nkind = "openai"\nbase_url = "{self.openai.base_url}"\n'

    def job(self, job_id: str) -> dict[str, Any]:
        answer = self.as_client("GET", f"/jobs/{job_id}")
        assert answer.status_code == 200, answer.text
        found = answer.json()
        assert isinstance(found, dict)
        return found

    def wait_for_job(self, job_id: str, timeout_s: float = 120.0) -> dict[str, Any]:
        """The job once it is over, in whatever way."""
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            try:
                found = self.job(job_id)
            except httpx.TransportError:
                time.sleep(0.2)  # the Worker is being restarted
                continue
            if found["state"] in {"completed", "failed", "cancelled"}:
                return found
            time.sleep(0.1)
        raise TimeoutError(f"job {job_id} has not ended in {timeout_s:g} s: {self.job(job_id)}")


@dataclass
class CloudSite:
    """`access`: what the admin was told of it, its hook's address and secret among it."""

    cloud: Cloud
    name: str
    repository: Repository
    tree: WorkTree
    access: dict[str, Any]

    def push(self, files: Mapping[str, str | bytes | None], message: str = "Edit") -> str:
        """Commit and `git push`; the id of the job that the hook's answer names."""
        self.tree.commit(files, message)
        return self.push_commits()

    def push_commits(self) -> str:
        """`git push` what is committed; the id of the job that the hook's answer names."""
        before = len(self.cloud.github.hub.webhooks.deliveries())
        self.tree.push()
        deliveries = self.cloud.github.wait_for_deliveries(_DELIVERY_S)[before:]
        (delivery,) = [item for item in deliveries if item.event == "push"]
        assert delivery.status_code == 202, delivery.response_body
        return str(httpx.Response(200, content=delivery.response_body).json()["jobId"])

    def build(self, timeout_s: float = 120.0) -> dict[str, Any]:
        """Have the newest commit built, as an admin; the finished job."""
        answer = self.cloud.as_admin("POST", f"/admin/sites/{self.name}/build")
        assert answer.status_code == 202, answer.text
        return self.cloud.wait_for_job(answer.json()["jobId"], timeout_s)


def open_cloud(
    start_worker: Callable[..., WorkerServer], folder: Path, variables: Mapping[str, str] | None = None
) -> Iterator[Cloud]:
    """Start everything, and stop it at the end; for fixtures. `variables` are the Worker's, over sensible ones."""
    with GitHubStandIn() as github, OpenAIStandIn() as openai:
        github.hub.rates.hourly = 1_000_000
        server = start_worker(
            {
                "INKDEX_SECRET": SECRET,
                "ADMIN_TOKEN": ADMIN_TOKEN,
                "API_TOKEN": API_TOKEN,
                "GITHUB_API_URL": github.base_url,
                "GITHUB_TOKEN": TOKEN,
                "OPENAI_BASE_URL": openai.base_url,
                "OPENAI_API_KEY": API_KEY,
                "SILENT_S": "5",
                "RETRY_BASE_S": "0.1",
                **(variables or {}),
            }
        )
        with httpx.Client(base_url=server.url, timeout=60.0) as client:
            yield Cloud(server, github, openai, client, folder)


def build_locally(tree: Path, name: str, out: Path) -> None:
    """Build a working copy with the command line, by the settings in it, from nothing."""
    command = [sys.executable, "-m", "shared.cli", "build", str(tree), "--out", str(out)]
    command += ["--site", name, "--cache", str(out.with_name(out.name + "-cache"))]
    environment = {**os.environ, "OPENAI_API_KEY": API_KEY}
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=_ROOT)
