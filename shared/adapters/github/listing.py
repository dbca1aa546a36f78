"""The files of a tree of GitHub: all at once if GitHub lists all, else folder by folder; kept under the tree's sha."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BaseModel, Field, ValidationError

from shared.adapters.github.trees import TreeEntry, TreeReader
from shared.domain.content.source_rules import RULES_VERSION, SourceSieve
from shared.domain.diagnostics import encode_diagnostics
from shared.domain.encoding import to_json
from shared.domain.models import Diagnostic, SourceFile
from shared.errors import InputError

if TYPE_CHECKING:
    from shared.adapters.github.client import GitHubApi
    from shared.adapters.github.repository import RepositoryName
    from shared.domain.content.source_rules import EntryKind
    from shared.ports import ObjectStore

__all__ = ["list_tree", "list_whole_tree"]

_MAX_TREES: Final = 5_000
"""Requests for one listing: GitHub allows as many in an hour."""
_LINK_MODE: Final = "120000"

_Take = Callable[[str, TreeEntry], None]


class _Listing(BaseModel):
    """What is kept of a listing: (path, content id, size in bytes) a file."""

    files: list[tuple[str, str, Annotated[int, Field(ge=0)]]]
    diagnostics: list[Diagnostic]


async def list_tree(
    api: GitHubApi, repository: RepositoryName, tree: str, folder: str, cache: ObjectStore | None
) -> tuple[list[SourceFile], list[Diagnostic]]:
    """The files that count below `folder` of the tree of that sha, in order of paths, and what an author should know.

    Raises:
        InputError: there is no such folder, or GitHub does not list all of its files.
    """
    walk = _Walk(api, repository)
    for name in folder.split("/") if folder else ():
        tree = await walk.find_folder(tree, name, folder)
    key = f"github/listings/{RULES_VERSION}/{tree}.json"
    kept = await cache.get(key) if cache else None
    if kept is not None:
        try:
            listing = _Listing.model_validate_json(kept)
            return [SourceFile(*row) for row in listing.files], listing.diagnostics
        except ValidationError:
            pass  # damaged: made again
    sieve = SourceSieve()
    found: dict[str, SourceFile] = {}

    def take(path: str, entry: TreeEntry) -> None:
        if entry.type != "tree" and sieve.admits(path, _kind(entry)):
            found[path] = SourceFile(path, entry.sha if sieve.needs_id(path) else "", entry.size_bytes)

    await walk.visit(tree, take, sieve.enters)
    files = [found[path] for path in sorted(found)]
    if cache:
        rows = [[file.path, file.content_id, file.size_bytes] for file in files]
        await cache.put(key, to_json({"files": rows, "diagnostics": encode_diagnostics(sieve.diagnostics)}))
    return files, sieve.diagnostics


async def list_whole_tree(api: GitHubApi, repository: RepositoryName, tree: str, folder: str) -> dict[str, TreeEntry]:
    """Everything below a folder, whether it counts for a build or not, by path; empty if there is no such folder."""
    walk = _Walk(api, repository)
    try:
        for name in folder.split("/") if folder else ():
            tree = await walk.find_folder(tree, name, folder)
    except InputError as error:
        if error.code == "no-folder":
            return {}
        raise
    found: dict[str, TreeEntry] = {}
    await walk.visit(tree, found.__setitem__, lambda _: True)
    return {path: entry for path, entry in found.items() if entry.type != "tree"}


def _kind(entry: TreeEntry) -> EntryKind:
    if entry.type == "commit":
        return "submodule"
    return "link" if entry.mode == _LINK_MODE else "file"


def _below(prefix: str, take: _Take) -> _Take:
    return lambda path, entry: take(prefix + path, entry)


@dataclass(slots=True)
class _Walk:
    """One listing's requests."""

    api: GitHubApi
    repository: RepositoryName
    requests: int = field(default=0)

    async def find_folder(self, tree: str, name: str, folder: str) -> str:
        found: dict[str, TreeEntry] = {}
        await self._read(tree, found.__setitem__, recursive=False)
        if name not in found or found[name].type != "tree":
            raise InputError(f"{self.repository} has no folder {folder} in this commit", code="no-folder")
        return found[name].sha

    async def visit(self, tree: str, take: _Take, enters: Callable[[str], bool]) -> None:
        """Hand over all entries by their paths, one or the other twice; where folder by folder, those it `enters`."""
        folders = [("", tree)]
        while folders:
            prefix, sha = folders.pop()
            if not await self._read(sha, _below(prefix, take), recursive=True):
                continue
            found: dict[str, TreeEntry] = {}
            if await self._read(sha, found.__setitem__, recursive=False):
                where = prefix or "its first folder"
                raise InputError(
                    f"GitHub does not list all files of {self.repository} in {where}", code="too-many-files"
                )
            for path, entry in found.items():
                take(prefix + path, entry)
                if entry.type == "tree" and enters(prefix + path):
                    folders.append((f"{prefix}{path}/", entry.sha))

    async def _read(self, sha: str, take: _Take, *, recursive: bool) -> bool:
        """Hand over the entries of a tree; whether GitHub has cut the list off."""
        self.requests += 1
        if self.requests > _MAX_TREES:
            raise InputError(f"{self.repository} is too large to list; name a folder of it", code="too-many-files")
        return await self.api.retrying(lambda: self._read_once(sha, take, recursive=recursive))

    async def _read_once(self, sha: str, take: _Take, *, recursive: bool) -> bool:
        path = f"{self.repository.path}/git/trees/{sha}" + ("?recursive=1" if recursive else "")
        async with self.api.stream(path) as answer:
            reader = TreeReader(answer.chunks, path)
            async for entry in reader.entries():
                take(entry.path, entry)
            return reader.truncated
