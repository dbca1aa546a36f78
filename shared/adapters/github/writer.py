"""Commits a project's files into a folder of a GitHub repository, through the Git data API: no git, no disk."""

from __future__ import annotations

import asyncio
import base64
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from pydantic import BaseModel

from shared.adapters.github.changes import MANIFEST_NAME, FolderChanges, check_path
from shared.adapters.github.client import RAW
from shared.adapters.github.failures import malformed
from shared.adapters.github.listing import list_whole_tree
from shared.adapters.github.repository import clean_folder, resolve_commit
from shared.domain.git_objects import check_ref, git_blob_id
from shared.errors import ConfigurationError, ConflictError, InputError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from shared.adapters.github.client import GitHubApi, Model
    from shared.adapters.github.repository import RepositoryName
    from shared.ports import Commit

__all__ = ["GitHubWriter"]

_BATCH_FILES: Final = 500
_BATCH_BYTES: Final = 1_000_000
_MAX_INLINE_BYTES: Final = 200_000
"""A larger file, or one that is no text, is a request of its own."""
_PAUSE_S: Final = 1.0
"""Between requests that write. (Source: "Best practices for using the REST API"; the limit is 80 a minute.)"""
_ATTEMPTS: Final = 3
"""At moving a branch that others move as well, and at seeing a repository that was made just now."""


class _Object(BaseModel):
    sha: str


class _Reference(BaseModel):
    object: _Object


class _Account(BaseModel):
    login: str


class _Repository(BaseModel):
    default_branch: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a commit goes: onto the commit `sha`; `exists` is False for a branch that begins there."""

    sha: str
    tree: str
    exists: bool

    @classmethod
    def of(cls, commit: Commit, *, exists: bool) -> _Place:
        assert commit.sha is not None
        return cls(commit.sha, commit.tree, exists)


class GitHubWriter:
    """A `ProjectWriter`. What a commit repeats of the last one is not sent again, and an equal one is not made.

    The folder remembers in a file (`MANIFEST_NAME`) what was written into it: only that is ever removed, and only if
    nobody has edited it since.
    """

    def __init__(
        self,
        api: GitHubApi,
        repository: RepositoryName,
        *,
        folder: str = "",
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._api = api
        self._repository = repository
        self._folder = clean_folder(folder)
        if self._folder:
            check_path(self._folder)
        self._sleep = sleep
        self._clock = clock
        self._next_write_s = clock()

    async def create(self, *, private: bool = True, description: str = "") -> bool:
        try:
            await self._api.get_model(self._repository.path, _Repository)
        except InputError:
            pass
        else:
            return False
        account = await self._api.get_model("/user", _Account)
        is_own = account.login.lower() == self._repository.owner.lower()
        path = "/user/repos" if is_own else f"/orgs/{quote(self._repository.owner)}/repos"
        content = {"name": self._repository.name, "private": private, "description": description, "auto_init": True}
        try:
            await self._api.send_once("POST", path, content, _Repository)
        except InputError as error:
            raise ConfigurationError(
                f"the token may make no repository for {self._repository.owner}: it needs the permission "
                "administration: write for this owner",
                code="forbidden",
            ) from error
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                await resolve_commit(self._api, self._repository)
            except InputError:
                if attempt == _ATTEMPTS:
                    raise
                await self._sleep(_PAUSE_S * attempt)
        return True

    async def commit(self, files: AsyncIterator[tuple[str, bytes]], *, branch: str, message: str) -> str:
        place = await self._find_place(branch)
        changes = await self._read_changes(place.tree)
        tree = _Tree(self, place.tree)
        async for path, data in files:
            if changes.add(path, git_blob_id(data)):
                await tree.put(self._whole_path(path), data)
        await self._finish(tree, changes)
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                return await self._publish(place, branch, tree.sha, message)
            except ConflictError:
                if attempt == _ATTEMPTS:
                    raise
            place = await self._find_place(branch)
            tree, changes = await self._repeat(changes, place.tree)
        raise AssertionError("the last attempt returns or raises")

    async def _repeat(self, changes: FolderChanges, base: str) -> tuple[_Tree, FolderChanges]:
        """The same files on another base; their blobs are in the repository already."""
        again, tree = await self._read_changes(base), _Tree(self, base)
        for path, blob_id in changes.written.items():
            if again.add(path, blob_id):
                await tree.add({"path": self._whole_path(path), "sha": blob_id})
        await self._finish(tree, again)
        return tree, again

    async def _finish(self, tree: _Tree, changes: FolderChanges) -> None:
        """Remove what is gone, remember what is there, and check that the tree has it."""
        for path in changes.removed():
            await tree.add({"path": self._whole_path(path), "sha": None})
        manifest = changes.manifest()
        if changes.present.get(MANIFEST_NAME) != git_blob_id(manifest):
            await tree.put(self._whole_path(MANIFEST_NAME), manifest)
        if await tree.write():
            entries = await list_whole_tree(self._api, self._repository, tree.sha, self._folder)
            if any(path not in entries or entries[path].sha != sha for path, sha in changes.written.items()):
                raise malformed(f"{self._repository.path}/git/trees")

    async def _find_place(self, branch: str) -> _Place:
        check_ref(branch)
        path = f"{self._repository.path}/git/ref/heads/{quote(branch)}"
        try:
            head = await self._api.get_model(path, _Reference)
        except InputError:
            return _Place.of(await resolve_commit(self._api, self._repository), exists=False)
        return _Place.of(await resolve_commit(self._api, self._repository, head.object.sha), exists=True)

    async def _read_changes(self, tree: str) -> FolderChanges:
        entries = await list_whole_tree(self._api, self._repository, tree, self._folder)
        present = {path: entry.sha for path, entry in entries.items() if entry.mode == "100644"}
        manifest = None
        if MANIFEST_NAME in present:
            path = f"{self._repository.path}/git/blobs/{present[MANIFEST_NAME]}"
            manifest = await self._api.get(path, accept=RAW)
        return FolderChanges(present, manifest)

    async def _publish(self, place: _Place, branch: str, tree: str, message: str) -> str:
        """Move the branch, or begin it. An equal tree needs no commit."""
        sha = place.sha
        if tree != place.tree:
            content = {"message": message, "tree": tree, "parents": [place.sha]}
            sha = (await self.write("POST", "/git/commits", content, _Object)).sha
        if not place.exists:
            await self.write("POST", "/git/refs", {"ref": f"refs/heads/{branch}", "sha": sha}, _Reference)
        elif sha != place.sha:
            await self.write("PATCH", f"/git/refs/heads/{quote(branch)}", {"sha": sha, "force": False}, _Reference)
        return sha

    def _whole_path(self, path: str) -> str:
        return f"{self._folder}/{path}" if self._folder else path

    async def write(self, method: str, path: str, content: object, model: type[Model]) -> Model:
        """Send to the repository, not too soon after the last time."""
        wait_s = self._next_write_s - self._clock()
        if wait_s > 0:
            await self._sleep(wait_s)
        written = await self._api.send(method, self._repository.path + path, content, model)
        self._next_write_s = self._clock() + _PAUSE_S
        return written


class _Tree:
    """A tree that grows by batches of entries, each one request. `sha` is that of the tree after the last batch."""

    def __init__(self, writer: GitHubWriter, base: str) -> None:
        self.sha = base
        self._base = base
        self._writer = writer
        self._batch: list[dict[str, str | None]] = []
        self._batch_bytes = 0

    async def put(self, path: str, data: bytes) -> None:
        """Add a file: text inline, anything else as a blob of its own."""
        text = _as_text(data) if len(data) <= _MAX_INLINE_BYTES else None
        if text is None:
            content = {"content": base64.b64encode(data).decode("ascii"), "encoding": "base64"}
            made = await self._writer.write("POST", "/git/blobs", content, _Object)
            await self.add({"path": path, "sha": made.sha})
        else:
            await self.add({"path": path, "content": text}, len(data))

    async def add(self, entry: dict[str, str | None], size_bytes: int = 0) -> None:
        self._batch.append({"mode": "100644", "type": "blob", **entry})
        self._batch_bytes += size_bytes
        if len(self._batch) >= _BATCH_FILES or self._batch_bytes >= _BATCH_BYTES:
            await self.write()

    async def write(self) -> bool:
        """Send what has been added; whether the tree has changed since the base."""
        if self._batch:
            content = {"base_tree": self.sha, "tree": self._batch}
            self.sha = (await self._writer.write("POST", "/git/trees", content, _Object)).sha
            self._batch, self._batch_bytes = [], 0
        return self.sha != self._base


def _as_text(data: bytes) -> str | None:
    """What JSON carries unchanged."""
    try:
        return None if b"\0" in data else data.decode()
    except UnicodeDecodeError:
        return None
