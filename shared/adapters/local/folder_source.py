"""A folder of Markdown as the source of a build."""

from __future__ import annotations

import errno
import os
import time
from hashlib import sha1
from pathlib import Path
from typing import TYPE_CHECKING

from shared.domain.encoding import from_json, to_json
from shared.domain.models import Diagnostic, SourceFile
from shared.errors import ConflictError, InputError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Sequence

__all__ = ["FolderSource", "git_blob_id"]

_CLOCK_GRAIN_NS = 2_000_000_000
"""The coarsest clock of a file system (FAT counts two seconds)."""
_BLOCK_BYTES = 1_000_000
_LEFT_OUT_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "bower_components"})

_StatEntry = tuple[int, int, int, int, str]
"""Modification time and change time (ns), size (bytes), inode, content id."""


def git_blob_id(data: bytes) -> str:
    """The id that git gives to a file of these bytes."""
    return sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


class FolderSource:
    """Lists and reads the files below `root`. Dot folders, dependency folders and symbolic links are left out.

    Only files for which `is_read` holds get a content id: nobody reads the others. `stat_cache`, a file, remembers ids
    by modification time, as git's index does, so that an unchanged folder is not read again.
    """

    def __init__(
        self,
        root: Path,
        *,
        is_read: Callable[[str], bool],
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
        self.diagnostics.clear()
        known = self._load_stats()
        stats: dict[str, _StatEntry] = {}
        files: list[SourceFile] = []
        now = time.time_ns()
        for path, entry in self._walk():
            try:
                status = entry.stat(follow_symlinks=False)
                if not self._is_read(path):
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
                self.diagnostics.append(_unreadable(path, error))
                continue
            files.append(SourceFile(path, content_id, status.st_size))
            # A file written within the clock's grain may change again without a new time: look again next time.
            if now - max(status.st_mtime_ns, status.st_ctime_ns) > self._clock_grain_ns:
                stats[path] = (*key, content_id)
        self._save_stats(stats)
        files.sort(key=lambda file: file.path)
        return files

    def _walk(self) -> Iterator[tuple[str, os.DirEntry[str]]]:
        folders = [("", self.root)]
        while folders:
            prefix, folder = folders.pop()
            try:
                entries = list(os.scandir(folder))
            except OSError as error:
                if folder == self.root:
                    raise InputError(f"{folder} cannot be read: {error.strerror}") from error
                self.diagnostics.append(_unreadable(prefix, error))
                continue
            for entry in entries:
                path = prefix + entry.name
                if not _is_utf8(entry.name):
                    shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
                    self.diagnostics.append(
                        Diagnostic(shown, None, "bad-file-name", "the name is not UTF-8; rename the file", "error")
                    )
                elif entry.is_symlink():
                    continue
                elif entry.is_dir(follow_symlinks=False):
                    if self._enters(entry):
                        folders.append((path + "/", Path(entry.path)))
                elif entry.is_file(follow_symlinks=False):
                    yield path, entry

    def _enters(self, entry: os.DirEntry[str]) -> bool:
        if entry.name == ".vitepress":  # the one dot folder that holds a site's settings
            return True
        if entry.name.startswith(".") or entry.name in _LEFT_OUT_FOLDERS:
            return False
        return not self._left_out or Path(entry.path).resolve() not in self._left_out

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
    digest = sha1(b"blob %d\0" % size_bytes, usedforsecurity=False)
    with path.open("rb", buffering=0) as file:
        while block := file.read(_BLOCK_BYTES):
            digest.update(block)
    return digest.hexdigest()


def _unreadable(path: str, error: OSError) -> Diagnostic:
    remedy = "use shorter names" if error.errno == errno.ENAMETOOLONG else "check its permissions"
    return Diagnostic(path, None, "unreadable", f"cannot be read ({error.strerror}); {remedy}", "error")


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
