"""An archive at an address, such as GitLab's and Gitea's of a commit: copied into a store, then read there."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from shared.adapters.archives.archive_source import ArchiveSource
from shared.errors import InputError, Rejected, Unavailable

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Sequence

    from shared.domain.models import Diagnostic, SourceFile
    from shared.ports import HttpClient, HttpStream, ObjectStore

__all__ = ["RemoteArchive"]

_TIMEOUT_S: Final = 60.0
_MAX_REDIRECTS: Final = 3
_MAX_BYTES: Final = 1_000_000_000
_AGENT: Final = "Inkdex"


class RemoteArchive:
    """The archive at `url`, copied to `key` when it is first read; what else lies in that folder is removed then.

    `url` must name a state that does not change, or `key` one build: what has been copied is not asked for again.
    """

    def __init__(self, http: HttpClient, url: str, store: ObjectStore, key: str) -> None:
        self._http = http
        self._url = url
        self._store = store
        self._key = key
        self._archive = ArchiveSource(store, key)
        self._is_here = False

    @property
    def diagnostics(self) -> Sequence[Diagnostic]:
        return self._archive.diagnostics

    async def list_files(self) -> list[SourceFile]:
        """Raises `InputError` if there is no such archive, or it is none."""
        await self._copy()
        return await self._archive.list_files()

    async def read(self, file: SourceFile) -> bytes:
        await self._copy()
        return await self._archive.read(file)

    async def read_many(self, files: Sequence[SourceFile]) -> AsyncGenerator[tuple[SourceFile, bytes], None]:
        await self._copy()
        async with aclosing(self._archive.read_many(files)) as found:
            async for pair in found:
                yield pair

    async def _copy(self) -> None:
        if self._is_here:
            return
        if not await self._store.has(self._key):
            folder = self._key.rpartition("/")[0] + "/"
            async for old in self._store.list(folder):
                await self._store.delete(old)
            await self._fetch(self._url, _MAX_REDIRECTS)
        self._is_here = True

    async def _fetch(self, url: str, redirects: int) -> None:
        async with self._http.stream("GET", url, headers={"user-agent": _AGENT}, timeout_s=_TIMEOUT_S) as answer:
            if 200 <= answer.status < 300:
                await self._store.put_stream(self._key, _bounded(answer))
                return
            target = urljoin(url, answer.headers.get("location", ""))
            self._check(url, answer.status, target, redirects)
        await self._fetch(target, redirects - 1)

    def _check(self, url: str, status: int, target: str, redirects: int) -> None:
        """Nothing, if the answer leads on to `target`."""
        host = urlsplit(url).hostname
        if status in (401, 403, 404, 410):
            raise InputError(
                f"{host} has no such archive, or not for everybody; check repository and branch", code="no-archive"
            )
        if status == 429 or status >= 500:
            raise Unavailable(f"{host} answers {status}", status=status)
        is_lowered = urlsplit(url).scheme == "https" and urlsplit(target).scheme != "https"
        if status not in (301, 302, 303, 307, 308) or target == url or is_lowered or not redirects:
            raise Rejected(f"{host} answers {status} instead of an archive", status=status)


async def _bounded(answer: HttpStream) -> AsyncIterator[bytes]:
    size_bytes = 0
    async for chunk in answer.chunks:
        size_bytes += len(chunk)
        if size_bytes > _MAX_BYTES:
            raise InputError(f"the archive has more than {_MAX_BYTES:,} bytes", code="too-large")
        yield chunk
