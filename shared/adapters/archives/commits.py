"""What a build reads when its source is an archive: one that was uploaded, or one that a git host makes."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from shared.adapters.archives.archive_source import ArchiveSource
from shared.adapters.archives.download import DownloadOptions, download_archive, find_archive
from shared.errors import InputError, Unavailable
from shared.ports import Commit

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.adapters.archives.hosts import ArchiveHosts
    from shared.adapters.archives.limits import ArchiveLimits
    from shared.ports import HttpClient, ObjectStore

__all__ = ["HostedArchive", "UploadedArchive"]

_FOLDER: Final = "archives/"
_COMMIT_ID: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def _now() -> datetime:
    return datetime.now(UTC)


class UploadedArchive:
    """The archive at `key` of a store; a folder of it is the source."""

    def __init__(
        self,
        store: ObjectStore,
        key: str,
        *,
        folder: str = "",
        limits: ArchiveLimits | None = None,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self._store = store
        self._key = key
        self._folder = folder
        self._limits = limits
        self._now = now

    async def resolve(self, ref: str) -> Commit:  # noqa: ARG002 - a workshop's sources all take it
        """The commit that git made the archive of, and the newest time in it. `ref` is for other kinds of sources.

        Raises:
            InputError: there is no such archive, or it cannot be read.
        """
        return await self._open(self._key).find_commit(self._now())

    def check_out(self, commit: Commit) -> ArchiveSource:
        return self._open(commit.tree or self._key)

    def _open(self, key: str) -> ArchiveSource:
        return ArchiveSource(self._store, key, folder=self._folder, limits=self._limits)


class HostedArchive(UploadedArchive):
    """The archive that the host at `location` makes, fetched once a build into `store`, which is the site's own.

    `location` has `{commit}` where branch, tag or commit belong. The archives of earlier builds go when the next one is
    there.
    """

    def __init__(
        self,
        http: HttpClient,
        location: str,
        store: ObjectStore,
        build: str,
        *,
        folder: str = "",
        hosts: ArchiveHosts | None = None,
        limits: ArchiveLimits | None = None,
        options: DownloadOptions | None = None,
        now: Callable[[], datetime] = _now,
    ) -> None:
        super().__init__(store, f"{_FOLDER}{build}.tar.gz", folder=folder, limits=limits, now=now)
        self._http = http
        self._location = location
        self._hosts = hosts
        self._options = options or DownloadOptions()

    async def resolve(self, ref: str) -> Commit:
        """The commit that `ref` names now, or named when this build first asked: a build has one archive.

        Raises:
            InputError: no such repository or commit, or an archive that is beyond the limits.
            InkdexError: as `download_archive`.
        """
        if not await self._store.has(self._key):
            await self._fetch(ref)
        try:
            commit = await super().resolve(ref)
        except InputError as error:
            # What came once may come whole the next time; what is too large is not kept either.
            await self._store.delete(self._key)
            if error.code == "damaged-archive":
                raise Unavailable(f"the archive came damaged: {error.message}", code=error.code) from error
            raise
        if commit.sha is None and _COMMIT_ID.fullmatch(ref):
            return Commit(ref, commit.tree, commit.as_of)
        return commit

    async def _fetch(self, ref: str) -> None:
        url = find_archive(self._location, ref)
        await download_archive(self._http, url, self._store, self._key, hosts=self._hosts, options=self._options)
        async for key in self._store.list(_FOLDER):
            if key != self._key:
                await self._store.delete(key)
