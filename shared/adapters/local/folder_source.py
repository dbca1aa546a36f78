"""A folder of Markdown as the source of a build."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from shared.domain.content.source_rules import SourceSieve, is_read
from shared.domain.encoding import from_json, to_json
from shared.domain.git_objects import git_blob_id, new_blob_hash
from shared.domain.models import Diagnostic, SourceFile
from shared.errors import ConflictError, InputError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Sequence

__all__ = ["FolderSource"]

_CLOCK_GRAIN_NS = 2_000_000_000
"""The coarsest clock of a file system (FAT counts two seconds)."""
_BLOCK_BYTES = 1_000_000
_MAX_GITMODULES_BYTES = 1_000_000

_StatEntry = tuple[int, int, int, int, str]
"""Modification time and change time (ns), size (bytes), inode, content id."""


class FolderSource:
    """Lists and reads the files below `root` that count (`source_rules`), but those in the folders `left_out`.

    Only files for which `is_read` holds get a content id: nobody reads the others. `stat_cache`, a file, remembers ids
    by modification time, as git's index does, so that an unchanged folder is not read again.
    """

    def __init__(
        self,
        root: Path,
        *,
        is_read: Callable[[str], bool] = is_read,
        left_out: Sequence[Path] = (),
        stat_cache: Path | None = None,
        clock_grain_ns: int = _CLOCK_GRAIN_NS,
    ) -> None:
        self.root = root
        self.diagnostics: list[Diagnostic] = []
        self._is_read = is_read
        self._left_out = {path.resolve() for path in left_out}
        self._stat_cache = stat_cache
        self._clock_grain_ns = clock_grain_ns

    async def list_files(self) -> list[SourceFile]:
        return self._list()

    def _list(self) -> list[SourceFile]:
        sieve = SourceSieve(self._is_read)
        known = self._load_stats()
        stats: dict[str, _StatEntry] = {}
        files: list[SourceFile] = []
        now = time.time_ns()
        for path, entry in self._walk(sieve):
            try:
                status = entry.stat(follow_symlinks=False)
                if not sieve.needs_id(path):
                    files.append(SourceFile(path, "", status.st_size))
                    continue
                # Archives give all their files one modification time; the change time nobody can set.
                key = (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
                remembered = known.get(path)
                if remembered and remembered[:4] == key:
                    content_id = remembered[4]
                else:
                    content_id = _hash_file(Path(entry.path), status.st_size)
            except OSError as error:
                sieve.tell(_unreadable(path, error))
                continue
            files.append(SourceFile(path, content_id, status.st_size))
            # A file written within the clock's grain may change again without a new time: look again next time.
            if now - max(status.st_mtime_ns, status.st_ctime_ns) > self._clock_grain_ns:
                stats[path] = (*key, content_id)
        self._save_stats(stats)
        listed = sieve.without_submodules(files, self._read_gitmodules(files))
        self.diagnostics = sieve.diagnostics
        return listed

    def _walk(self, sieve: SourceSieve) -> Iterator[tuple[str, os.DirEntry[str]]]:
        folders = [("", self.root)]
        while folders:
            prefix, folder = folders.pop()
            try:
                entries = list(os.scandir(folder))
            except OSError as error:
                if folder == self.root:
                    raise InputError(f"{folder} cannot be read: {error.strerror}") from error
                sieve.tell(_unreadable(prefix, error))
                continue
            for entry in entries:
                path = prefix + entry.name
                if entry.is_symlink():
                    sieve.admits(path, "link")
                elif entry.is_dir(follow_symlinks=False):
                    if sieve.enters(path) and not self._is_left_out(entry):
                        folders.append((path + "/", Path(entry.path)))
                elif entry.is_file(follow_symlinks=False) and sieve.admits(path):
                    yield path, entry

    def _is_left_out(self, folder: os.DirEntry[str]) -> bool:
        return bool(self._left_out) and Path(folder.path).resolve() in self._left_out

    def _read_gitmodules(self, files: Sequence[SourceFile]) -> str:
        if not any(file.path == ".gitmodules" and file.size_bytes <= _MAX_GITMODULES_BYTES for file in files):
            return ""
        try:
            return (self.root / ".gitmodules").read_text("utf-8", "replace")
        except OSError:
            return ""

    async def read(self, file: SourceFile) -> bytes:
        return self.read_now(file)

    async def read_many(self, files: Sequence[SourceFile]) -> AsyncIterator[tuple[SourceFile, bytes]]:
        for file in files:
            yield file, self.read_now(file)

    def read_now(self, file: SourceFile) -> bytes:
        """`read` for callers that are not asynchronous."""
        try:
            data = (self.root / file.path).read_bytes()
        except OSError as error:
            raise ConflictError(f"{file.path} went away during the build", path=file.path) from error
        if git_blob_id(data) != file.content_id:
            raise ConflictError(f"{file.path} changed during the build", path=file.path)
        return data

    def _load_stats(self) -> dict[str, _StatEntry]:
        if self._stat_cache is None or not self._stat_cache.is_file():
            return {}
        try:
            loaded = from_json(self._stat_cache.read_bytes())
        except (OSError, ValueError):
            return {}
        if not isinstance(loaded, dict):
            return {}
        return {path: tuple(entry) for path, entry in loaded.items() if isinstance(entry, list) and len(entry) == 5}

    def _save_stats(self, stats: dict[str, _StatEntry]) -> None:
        if self._stat_cache is None:
            return
        self._stat_cache.parent.mkdir(parents=True, exist_ok=True)
        temporary = self._stat_cache.with_name(self._stat_cache.name + ".new")
        temporary.write_bytes(to_json(stats))
        temporary.replace(self._stat_cache)


def _hash_file(path: Path, size_bytes: int) -> str:
    """`git_blob_id` of a file that may be too large to hold. If it grows meanwhile, the id is none: reading notices."""
    digest = new_blob_hash(size_bytes)
    with path.open("rb", buffering=0) as file:
        while block := file.read(_BLOCK_BYTES):
            digest.update(block)
    return digest.hexdigest()


def _unreadable(path: str, error: OSError) -> Diagnostic:
    remedy = "use shorter names" if error.errno == errno.ENAMETOOLONG else "check its permissions"
    return Diagnostic(path, None, "unreadable", f"cannot be read ({error.strerror}); {remedy}", "error")
