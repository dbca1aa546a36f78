"""An archive of a site, stored as one object, as the source of a build: tar.gz, tar or zip."""

from __future__ import annotations

import re
from contextlib import aclosing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from shared.adapters.archives.formats import START_BYTES, find_format
from shared.adapters.archives.gunzip import gunzip
from shared.adapters.archives.limits import ArchiveBudget, ArchiveLimits
from shared.adapters.archives.object_bytes import RangeReader, measure_object, read_chunks
from shared.adapters.archives.untar import untar
from shared.adapters.archives.unzip import unzip
from shared.domain.content.source_rules import SourceSieve, is_read
from shared.domain.git_objects import git_blob_id, new_blob_hash
from shared.domain.models import SourceFile
from shared.errors import ConflictError, InputError
from shared.ports import Commit

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable, Sequence

    from shared.adapters.archives.entry import ArchiveEntry
    from shared.domain.content.source_rules import EntryKind
    from shared.domain.models import Diagnostic
    from shared.ports import ObjectStore

__all__ = ["ArchiveSource"]

_GITMODULES: Final = ".gitmodules"
_MAX_GITMODULES_BYTES: Final = 1_000_000
_COMMIT_ID: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_FIRST_TIME: Final = 315_705_600
"""The 3rd of January 1980: who means no time at all writes 0, or the first day that zip knows, in whatever zone."""
_LAST_TIME: Final = 253_402_214_400
"""The last day of the year 9999."""
_OF_MACOS: Final = "__MACOSX"
"""A folder that macOS adds beside the one that was packed."""


class _Listed(NamedTuple):
    """An entry of any name; `content_id` is empty where nobody reads it."""

    kind: EntryKind
    size_bytes: int
    content_id: str


class ArchiveSource:
    """Lists and reads the files in the archive at `key`, or those below one `folder` of it.

    Paths are relative to that folder, and a folder around everything in the archive is left out of them before.

    Neither listing nor reading holds more than one file's piece, and the listing itself. A file of a tar is found by
    reading up to it, so `read_many` costs one pass where `read` costs one a file; a zip has a directory.
    """

    def __init__(self, store: ObjectStore, key: str, *, folder: str = "", limits: ArchiveLimits | None = None) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._store = store
        self._key = key
        self._folder = folder.strip("/") + "/" if folder.strip("/") else ""
        self._limits = limits or ArchiveLimits()

    async def list_files(self) -> list[SourceFile]:
        """All files that count.

        Raises:
            InputError: no archive, damaged, beyond the limits, with a path that leads out of it, or without the folder.
        """
        entries: dict[str, _Listed] = {}
        gitmodules: dict[str, bytes] = {}
        async with aclosing(self._entries()) as found:
            async for entry in found:
                if entry.kind in ("file", "link") and entry.path:
                    kind: EntryKind = "link" if entry.kind == "link" else "file"
                    if _GITMODULES in _both_paths(entry.path) and entry.size_bytes <= _MAX_GITMODULES_BYTES:
                        gitmodules[entry.path] = await entry.read()
                    content_id = await _hash(entry) if kind == "file" and self._may_be_read(entry.path) else ""
                    entries[entry.path] = _Listed(kind, entry.size_bytes, content_id)
        whole = _common_folder(entries)
        top = whole + self._folder
        if self._folder and not any(path.startswith(top) for path in entries):
            raise InputError(f"the archive has no folder {self._folder[:200]}", code="no-folder")
        sieve = SourceSieve()
        files = []
        for whole_path, (kind, size_bytes, content_id) in entries.items():
            path = whole_path.removeprefix(top)
            if whole_path.startswith(top) and sieve.admits(path, kind):
                files.append(SourceFile(path, content_id if is_read(path) else "", size_bytes))
        # git knows but one such file, whichever folder of the repository is the site.
        modules = gitmodules.get(whole + _GITMODULES, b"").decode("utf-8", "replace")
        listed = sieve.without_submodules(files, modules, below=self._folder)
        self.diagnostics = sieve.diagnostics
        return listed

    async def find_commit(self, otherwise: datetime) -> Commit:
        """What the archive is of: `sha` if git made it of a commit; `as_of` the newest time of its entries, in UTC.

        In an archive that git made, all times are the commit's. `otherwise`: the date if entries have none. `tree` is
        the archive's key.

        Raises:
            InputError: as `list_files`, whatever the folder.
        """
        comment, newest = "", 0
        async with aclosing(self._entries()) as found:
            async for entry in found:
                comment = entry.comment
                if newest < entry.modified_at < _LAST_TIME:
                    newest = entry.modified_at
        as_of = datetime.fromtimestamp(newest, UTC) if newest >= _FIRST_TIME else otherwise
        return Commit(comment if _COMMIT_ID.fullmatch(comment) else None, self._key, as_of)

    async def read(self, file: SourceFile) -> bytes:
        async with aclosing(self.read_many([file])) as found:
            async for _, data in found:
                return data
        raise AssertionError("reading gives the file or raises")

    async def read_many(self, files: Sequence[SourceFile]) -> AsyncGenerator[tuple[SourceFile, bytes], None]:
        wanted = {file.path: file for file in files}
        async with aclosing(self._entries()) as found:
            async for entry in found:
                if not wanted:
                    return
                named = (wanted.get(path) for path in self._inner_paths(entry.path))
                meant = [file for file in named if file is not None and file.size_bytes == entry.size_bytes]
                if not meant or entry.kind != "file":
                    continue
                data = await entry.read()
                content_id = git_blob_id(data)
                # The id tells the file from a namesake, one folder up or down, or an older one in the same tar.
                for file in meant:
                    if file.content_id == content_id:
                        del wanted[file.path]
                        yield file, data
        if wanted:
            path = min(wanted)
            raise ConflictError(f"{path} is not in the archive as it was listed", path=path)

    def _inner_paths(self, path: str) -> list[str]:
        """What the path may be as a file's: before the last entry nobody knows whether all lie in one folder."""
        return [found.removeprefix(self._folder) for found in _both_paths(path) if found.startswith(self._folder)]

    def _may_be_read(self, path: str) -> bool:
        return any(is_read(found) for found in self._inner_paths(path))

    async def _entries(self) -> AsyncGenerator[ArchiveEntry, None]:
        if not await self._store.has(self._key):
            raise InputError(f"there is no archive at {self._key}; upload it first", code="no-archive")
        budget = ArchiveBudget(self._limits)
        kind = find_format(await self._store.get_range(self._key, 0, START_BYTES))
        if kind == "zip":
            size = await measure_object(self._store, self._key)
            directory, contents = (RangeReader(self._store, self._key, size) for _ in range(2))
            entries = unzip(directory, contents, budget)
        elif kind == "tar.gz":
            entries = untar(gunzip(read_chunks(self._store, self._key), budget), budget)
        elif kind == "tar":
            entries = untar(read_chunks(self._store, self._key), budget)
        else:
            raise InputError("the archive is neither tar.gz nor zip; pack it as one of them", code="unknown-archive")
        async with aclosing(entries):
            async for entry in entries:
                yield entry


def _both_paths(path: str) -> tuple[str, str]:
    """The path in the archive, and below the folder that may lie around everything."""
    return path, path.partition("/")[2]


async def _hash(entry: ArchiveEntry) -> str:
    digest = new_blob_hash(entry.size_bytes)
    async for piece in entry.pieces():
        digest.update(piece)
    return digest.hexdigest()


def _common_folder(paths: Iterable[str]) -> str:
    """The one folder that holds all paths, with a slash; "" if there is none."""
    tops = {path.partition("/")[:2] for path in paths if not path.startswith(_OF_MACOS + "/")}
    return "/".join((*tops.pop()[:1], "")) if len(tops) == 1 and all(slash for _, slash in tops) else ""
