"""One folder of a source, as if it were the whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shared.errors import InputError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from shared.domain.models import Diagnostic, SourceFile
    from shared.ports import CheckedOutSource

__all__ = ["FolderView"]


class FolderView:
    """Paths are relative to `folder`, which is not empty."""

    def __init__(self, source: CheckedOutSource, folder: str) -> None:
        self._source = source
        self._prefix = folder.strip("/") + "/"

    @property
    def diagnostics(self) -> Sequence[Diagnostic]:
        return [
            replace(found, path=found.path.removeprefix(self._prefix))
            for found in self._source.diagnostics
            if found.path.startswith(self._prefix)
        ]

    async def list_files(self) -> list[SourceFile]:
        """Raises `InputError` if there is no such folder."""
        files = await self._source.list_files()
        inside = [
            replace(file, path=file.path.removeprefix(self._prefix))
            for file in files
            if file.path.startswith(self._prefix)
        ]
        if files and not inside:
            raise InputError(f"the source has no folder {self._prefix[:200]!r}", code="no-folder")
        return inside

    async def read(self, file: SourceFile) -> bytes:
        return await self._source.read(self._outer(file))

    async def read_many(self, files: Sequence[SourceFile]) -> AsyncGenerator[tuple[SourceFile, bytes], None]:
        wanted = [self._outer(file) for file in files]
        async for file, data in self._source.read_many(wanted):
            yield replace(file, path=file.path.removeprefix(self._prefix)), data

    def _outer(self, file: SourceFile) -> SourceFile:
        return replace(file, path=self._prefix + file.path)
