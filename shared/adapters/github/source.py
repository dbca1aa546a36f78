"""A commit of a GitHub repository, or one folder of it, as the source of a build: without git, without a disk."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import aclosing, suppress
from typing import TYPE_CHECKING, Any, Final

from shared.adapters.archives.gunzip import gunzip
from shared.adapters.archives.limits import ArchiveBudget, ArchiveLimits
from shared.adapters.archives.untar import untar
from shared.adapters.github.client import RAW
from shared.adapters.github.failures import malformed
from shared.adapters.github.listing import list_tree
from shared.adapters.github.repository import clean_folder
from shared.domain.git_objects import git_blob_id
from shared.errors import ConflictError, InputError, Unavailable

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from shared.adapters.github.client import GitHubApi
    from shared.adapters.github.repository import RepositoryName
    from shared.domain.models import Diagnostic, SourceFile
    from shared.ports import Commit, ObjectStore

__all__ = ["GitHubSource"]

_WORTH_AN_ARCHIVE: Final = 60
"""More files than this come as one archive of the whole repository, fewer one by one."""
_ARCHIVE_ATTEMPTS: Final = 2


class GitHubSource:
    """Lists and reads the files of `commit`, or those below `folder`, with paths relative to it.

    What is read is held against its id, so an archive is never trusted: what it leaves out (`export-ignore`), changes
    (`export-subst`) or loses because the connection broke comes as blobs. `cache` keeps listings, which never change.
    """

    def __init__(
        self,
        api: GitHubApi,
        repository: RepositoryName,
        commit: Commit,
        *,
        folder: str = "",
        cache: ObjectStore | None = None,
        limits: ArchiveLimits | None = None,
    ) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._api = api
        self._repository = repository
        self._commit = commit
        self._folder = clean_folder(folder)
        self._cache = cache
        self._limits = limits or ArchiveLimits()

    async def list_files(self) -> list[SourceFile]:
        """All files that count.

        Raises:
            InputError: there is no such folder in the commit, or it has more files than GitHub lists.
        """
        files, self.diagnostics = await list_tree(
            self._api, self._repository, self._commit.tree, self._folder, self._cache
        )
        return files

    async def read(self, file: SourceFile) -> bytes:
        if not file.content_id:
            raise ConflictError(f"{file.path} was listed as a file that nobody reads", path=file.path)
        try:
            return await self._api.retrying(lambda: self._read_blob(file))
        except InputError as error:
            raise ConflictError(
                f"{file.path} is no longer in {self._repository}, or the repository is no longer to be seen",
                path=file.path,
            ) from error

    async def _read_blob(self, file: SourceFile) -> bytes:
        path = f"{self._repository.path}/git/blobs/{file.content_id}"
        data = await self._api.get_once(path, accept=RAW)
        if git_blob_id(data) != file.content_id:
            raise malformed(path)
        return data

    async def read_many(self, files: Sequence[SourceFile]) -> AsyncGenerator[tuple[SourceFile, bytes], None]:
        missing = {file.path: file for file in files}
        for _ in range(_ARCHIVE_ATTEMPTS):
            if len(missing) <= _WORTH_AN_ARCHIVE:
                break
            before = len(missing)
            # A break, damage or a limit: whatever is missing is asked for again.
            with suppress(Unavailable, InputError):
                async with aclosing(self._read_archive(missing)) as found:
                    async for file, data in found:
                        del missing[file.path]
                        yield file, data
                break
            if len(missing) == before:
                break
        async with aclosing(self._read_blobs(list(missing.values()))) as blobs:
            async for file, data in blobs:
                yield file, data

    async def _read_archive(self, wanted: dict[str, SourceFile]) -> AsyncGenerator[tuple[SourceFile, bytes], None]:
        """Those of the files that the commit's archive has as they were listed."""
        top = f"{self._folder}/" if self._folder else ""
        budget = ArchiveBudget(self._limits)
        async with (
            self._api.stream(f"{self._repository.path}/tarball/{self._commit.sha}") as answer,
            aclosing(gunzip(answer.chunks, budget)) as unpacked,
            aclosing(untar(unpacked, budget)) as entries,
        ):
            async for entry in entries:
                if not wanted:
                    return
                path = entry.path.partition("/")[2]  # the archive puts all into one folder
                file = wanted.get(path.removeprefix(top)) if path.startswith(top) else None
                if file is None or entry.kind != "file" or entry.size_bytes != file.size_bytes:
                    continue
                data = await entry.read()
                if git_blob_id(data) == file.content_id:
                    yield file, data

    async def _read_blobs(self, files: Sequence[SourceFile]) -> AsyncGenerator[tuple[SourceFile, bytes], None]:
        """The files in order; so many are under way, or wait to be taken, as the client sends requests at once."""
        under_way: deque[tuple[SourceFile, asyncio.Task[bytes]]] = deque()
        waiting = deque(files)
        try:
            while waiting or under_way:
                while waiting and len(under_way) < self._api.max_requests:
                    file = waiting.popleft()
                    under_way.append((file, asyncio.create_task(self.read(file))))
                file, task = under_way[0]
                data = await task
                under_way.popleft()
                yield file, data
        finally:
            left: list[asyncio.Task[Any]] = [task for _, task in under_way]
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)
