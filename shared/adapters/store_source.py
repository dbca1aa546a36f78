"""Files that lie in an object store already, one an object, as the source of a build."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shared.adapters.archives.object_bytes import measure_object, read_chunks
from shared.domain.content.source_rules import SourceSieve
from shared.domain.git_objects import git_blob_id, new_blob_hash
from shared.domain.models import SourceFile
from shared.errors import ConflictError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from shared.domain.models import Diagnostic
    from shared.ports import ObjectStore

__all__ = ["StoreSource"]

_MAX_GITMODULES_BYTES: Final = 1_000_000
_SMALL_BYTES: Final = 1 << 18


class StoreSource:
    """Lists and reads the objects below `prefix` that count; their paths are the keys' rest."""

    def __init__(self, store: ObjectStore, prefix: str) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._store = store
        self._prefix = prefix.rstrip("/") + "/" if prefix else ""

    async def list_files(self) -> list[SourceFile]:
        sieve = SourceSieve()
        files = []
        async for key in self._store.list(self._prefix):
            path = key.removeprefix(self._prefix)
            if sieve.admits(path):
                files.append(await self._describe(key, path, needs_id=sieve.needs_id(path)))
        listed = sieve.without_submodules(files, await self._read_gitmodules(files))
        self.diagnostics = sieve.diagnostics
        return listed

    async def read(self, file: SourceFile) -> bytes:
        data = await self._store.get(self._prefix + file.path)
        if data is None:
            raise ConflictError(f"{file.path} went away during the build", path=file.path)
        if git_blob_id(data) != file.content_id:
            raise ConflictError(f"{file.path} changed during the build", path=file.path)
        return data

    async def read_many(self, files: Sequence[SourceFile]) -> AsyncIterator[tuple[SourceFile, bytes]]:
        for file in files:
            yield file, await self.read(file)

    async def _describe(self, key: str, path: str, *, needs_id: bool) -> SourceFile:
        """The object as a file; a small one is read once, a large one never held."""
        start = await self._store.get_range(key, 0, _SMALL_BYTES)
        if len(start) < _SMALL_BYTES:
            return SourceFile(path, git_blob_id(start) if needs_id else "", len(start))
        size_bytes = await measure_object(self._store, key)
        if not needs_id:
            return SourceFile(path, "", size_bytes)
        digest = new_blob_hash(size_bytes)
        async for chunk in read_chunks(self._store, key):
            digest.update(chunk)
        return SourceFile(path, digest.hexdigest(), size_bytes)

    async def _read_gitmodules(self, files: Sequence[SourceFile]) -> str:
        if not any(file.path == ".gitmodules" and file.size_bytes <= _MAX_GITMODULES_BYTES for file in files):
            return ""
        data = await self._store.get(self._prefix + ".gitmodules")
        return (data or b"").decode("utf-8", "replace")
