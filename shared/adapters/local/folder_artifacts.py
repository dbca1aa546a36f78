"""An `ArtifactReader` on a folder of published files."""

from __future__ import annotations

import asyncio
import os
import stat
from typing import TYPE_CHECKING, Final

from shared.errors import ConflictError
from shared.ports import StoredArtifact

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from io import FileIO
    from pathlib import Path

    from shared.adapters.local.folder_store import FolderStore

__all__ = ["FolderArtifactReader", "version_of"]

_PIECE_BYTES: Final = 1 << 18


def version_of(status: os.stat_result) -> str:
    """Changes when a file is written or replaced."""
    return f"{status.st_mtime_ns:x}-{status.st_size:x}-{status.st_ino:x}"


class FolderArtifactReader:
    """Files lie there as they are; a version is a file's time, size and number."""

    def __init__(self, store: FolderStore) -> None:
        self._store = store

    async def find(self, name: str) -> StoredArtifact | None:
        try:
            status = await asyncio.to_thread(self._store.path_of(name).stat)
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(status.st_mode):
            return None
        return StoredArtifact(version_of(status), status.st_size)

    async def read(self, name: str, version: str, offset: int, size_bytes: int) -> AsyncIterator[bytes]:
        file = await asyncio.to_thread(_open, self._store.path_of(name), version, offset)
        if file is None:
            raise ConflictError(f"{name} is another file by now", name=name)
        with file:
            while size_bytes and (piece := await asyncio.to_thread(file.read, min(_PIECE_BYTES, size_bytes))):
                size_bytes -= len(piece)
                yield piece


def _open(path: Path, version: str, offset: int) -> FileIO | None:
    """The file at `offset`, if it is still the one that was found: what is open cannot be replaced any more."""
    try:
        file = path.open("rb", buffering=0)
    except OSError:
        return None
    if version_of(os.fstat(file.fileno())) != version:
        file.close()
        return None
    file.seek(offset)
    return file
