"""One folder, committed to git, as every kind of source."""

from __future__ import annotations

import subprocess
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from shared.adapters.archives.archive_source import ArchiveSource
from shared.adapters.archives.commits import HostedArchive
from shared.adapters.archives.hosts import ArchiveHosts
from shared.adapters.github.client import GitHubApi
from shared.adapters.github.repository import RepositoryName, resolve_commit
from shared.adapters.github.source import GitHubSource
from shared.adapters.local.folder_source import FolderSource
from shared.adapters.local.httpx_client import HttpxClient
from shared.adapters.memory.object_store import MemoryStore
from shared.adapters.store_source import StoreSource
from shared.domain.repositories import Repository, source_of
from tests.standins.github_api import TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.standins.git_hosts import GitHosts
    from tests.standins.github_api import GitHubStandIn

KINDS = ["folder", "github", "gitlab", "gitea", "tar.gz", "zip", "store"]
Kind = Literal["folder", "github", "gitlab", "gitea", "tar.gz", "zip", "store"]
Source = FolderSource | GitHubSource | ArchiveSource | StoreSource

SUBMODULE_SHA = "1" * 40


@dataclass
class WorkTree:
    """A folder under git. What is written after `commit` only the folder itself has."""

    root: Path
    submodules: list[str] = field(default_factory=list)

    def write(self, path: str, data: bytes = b"text") -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        return file

    def git(self, *arguments: str) -> bytes:
        identity = ("-c", "user.name=Author", "-c", "user.email=author@example.com", "-c", "core.excludesFile=")
        command = ["git", "-C", str(self.root), *identity, *arguments]
        return subprocess.run(command, check=True, capture_output=True).stdout

    def add_submodule(self, path: str) -> None:
        """Name a submodule as `git submodule add` does; `check_out_submodules` fills it in the folder."""
        self.submodules.append(path)
        with (self.root / ".gitmodules").open("a") as file:
            file.write(f'[submodule "{path}"]\n\tpath = {path}\n\turl = https://example.com/x.git\n')

    def commit(self) -> str:
        if not (self.root / ".git").exists():
            self.git("init", "-q", "-b", "main")
        self.git("add", "-A")
        for path in self.submodules:
            self.git("update-index", "--add", "--cacheinfo", f"160000,{SUBMODULE_SHA},{path}")
        self.git("commit", "-q", "--allow-empty", "-m", "Change")
        return self.git("rev-parse", "HEAD").decode().strip()

    def check_out_submodules(self) -> None:
        for path in self.submodules:
            self.write(f"{path}/.git", b"gitdir: ../../.git/modules/x\n")
            self.write(f"{path}/page.md", b"# Of another repository")


@asynccontextmanager
async def open_source(kind: Kind, tree: WorkTree, github: GitHubStandIn, hosts: GitHosts) -> AsyncIterator[Source]:
    """The committed files of the folder as a source of that kind."""
    store = MemoryStore()
    if kind == "folder":
        yield FolderSource(tree.root)
    elif kind == "store":
        for path in tree.git("ls-files", "-z").decode().split("\0")[:-1]:
            if (tree.root / path).is_file():
                await store.put(f"sites/docs/{path}", (tree.root / path).read_bytes())
        await store.put("sites/docs-of-another/page.md", b"not this one")
        yield StoreSource(store, "sites/docs")
    elif kind == "github":
        async with HttpxClient() as http:
            yield await open_github(tree, github, http)
    elif kind in ("gitlab", "gitea"):
        async with HttpxClient() as http:
            yield await open_hosted(kind, tree, hosts, http)
    else:
        await store.put("upload", tree.git("archive", f"--format={kind}", "--prefix=docs-main/", "HEAD"))
        yield ArchiveSource(store, "upload")


async def open_github(tree: WorkTree, github: GitHubStandIn, http: HttpxClient) -> GitHubSource:
    name = name_repository(tree)
    repository = github.hub.repositories.find("octocat", name) or github.create_repo("octocat", name)
    tree.git("push", "-q", "--force", str(repository.path), "HEAD:refs/heads/main")
    api = GitHubApi(http, base_url=github.base_url, token=TOKEN)
    named = RepositoryName("octocat", name)
    return GitHubSource(api, named, await resolve_commit(api, named, "main"))


async def open_hosted(
    kind: Literal["gitlab", "gitea"], tree: WorkTree, hosts: GitHosts, http: HttpxClient
) -> ArchiveSource:
    name = name_repository(tree)
    repository = hosts.find("docs-team", name) or hosts.create_repo("docs-team", name)
    tree.git("push", "-q", "--force", str(repository.path), "HEAD:refs/heads/main")
    location = source_of(Repository(kind, hosts.base_url, repository.full_name)).location
    archive = HostedArchive(http, location, MemoryStore(), "build.1", hosts=ArchiveHosts([hosts.host]))
    return archive.check_out(await archive.resolve("main"))


def name_repository(tree: WorkTree) -> str:
    return tree.root.parent.name.replace("[", "-").replace("]", "-")
