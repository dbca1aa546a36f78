"""Fetch the archive that a git host makes of a commit: GitLab, Gitea, Forgejo, and what else has an address for it."""

from __future__ import annotations

import asyncio
import random
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urljoin

from shared.adapters.archives.formats import START_BYTES, find_format
from shared.adapters.archives.hosts import ArchiveHosts, host_of
from shared.concurrency import retry
from shared.domain.git_objects import check_ref
from shared.errors import ConfigurationError, InputError, RateLimited, Rejected, Unavailable

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable

    from shared.errors import InkdexError
    from shared.ports import HttpClient, HttpStream, ObjectStore

__all__ = ["DownloadOptions", "download_archive", "find_archive"]

_PLACE: Final = "{commit}"
_HEADERS: Final = {"accept": "*/*", "accept-encoding": "identity", "user-agent": "inkdex"}
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_UNNAMED_WAIT_S: Final = 60.0
"""GitLab counts downloads of archives by the minute."""


@dataclass(frozen=True, slots=True)
class DownloadOptions:
    """What one download may take. `wait_s` bounds the wait for each piece: a host may pack for long before the first.

    `max_bytes` are of the archive as it comes, packed.
    """

    max_bytes: int = 500_000_000
    wait_s: float = 60.0
    max_s: float = 600.0
    max_redirects: int = 3
    max_attempts: int = 3
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    jitter: Callable[[], float] = random.random


_USUAL: Final = DownloadOptions()


def find_archive(location: str, ref: str = "") -> str:
    """The address of the archive of a branch, tag or commit; empty: of the default branch.

    Raises:
        InputError: `location` has no `{commit}` in it, or git takes no such name.
    """
    if _PLACE not in location:
        raise InputError(f"the archive's address has no {_PLACE} in it, where the commit belongs", code="bad-source")
    ref = ref or "HEAD"
    check_ref(ref)
    # Slashes of a branch's name stay: both GitLab and Gitea take them for part of it, and not all proxies pass %2F.
    return location.replace(_PLACE, quote(ref, safe="/", errors="surrogateescape"))


async def download_archive(
    http: HttpClient,
    url: str,
    store: ObjectStore,
    key: str,
    *,
    hosts: ArchiveHosts | None = None,
    options: DownloadOptions = _USUAL,
) -> None:
    """Store the archive at `key`, piece by piece; on any failure, nothing is stored.

    Only its first bytes are looked at: whoever reads it finds out whether it is whole.

    Raises:
        InputError: the address may not be asked, there is no such repository or commit, or the archive is too large.
        ConfigurationError: the host wants a token, or another one.
        Rejected: it refuses, or redirects too often or to where nobody may be sent.
        Unavailable: it failed on every attempt, or wants to be asked later.
    """
    download = _Download(http, hosts or ArchiveHosts(), options)
    await retry(
        lambda: download.run(url, store, key),
        max_attempts=options.max_attempts,
        sleep=options.sleep,
        jitter=options.jitter,
    )


@dataclass(frozen=True, slots=True)
class _Download:
    http: HttpClient
    hosts: ArchiveHosts
    options: DownloadOptions

    async def run(self, url: str, store: ObjectStore, key: str) -> None:
        self.hosts.check(url)
        try:
            async with (
                asyncio.timeout(self.options.max_s),
                self._open(url) as answer,
                aclosing(self._read(answer, host_of(url))) as pieces,
            ):
                await store.put_stream(key, pieces)
        except TimeoutError as error:
            raise Unavailable(f"{host_of(url)} took too long to send the archive", code="timeout") from error

    @asynccontextmanager
    async def _open(self, url: str) -> AsyncIterator[HttpStream]:
        """The answer behind all redirects. Each goes to a host that may be asked, and gets no other host's token."""
        for _ in range(self.options.max_redirects + 1):
            async with AsyncExitStack() as opened:
                headers = {**_HEADERS, **self.hosts.identify(url)}
                answer = await opened.enter_async_context(
                    self.http.stream("GET", url, headers=headers, timeout_s=self.options.wait_s)
                )
                if answer.status not in _REDIRECTS:
                    if answer.status != 200:
                        raise self._refusal(answer, url)
                    yield answer
                    return
                target = self._follow(url, answer.headers.get("location", ""))
            url = target
        raise Rejected(f"{host_of(url)} redirects the archive again and again", code="too-many-redirects")

    def _follow(self, url: str, location: str) -> str:
        try:
            return self.hosts.check(urljoin(url, location))
        except (InputError, ValueError) as error:
            why = error.message if isinstance(error, InputError) else "the archive's address is none"
            raise Rejected(
                f"{host_of(url)} redirects to where no archive is fetched: {why}", code="bad-redirect"
            ) from error

    async def _read(self, answer: HttpStream, host: str) -> AsyncGenerator[bytes, None]:
        """The pieces as they come, once they are known to be those of an archive."""
        announced = answer.headers.get("content-length", "")
        if announced.isascii() and announced.isdigit() and int(announced[:20]) > self.options.max_bytes:
            raise self._too_large()
        size_bytes, start, is_known = 0, b"", False
        async for chunk in answer.chunks:
            size_bytes += len(chunk)
            if size_bytes > self.options.max_bytes:
                raise self._too_large()
            if is_known:
                yield chunk
                continue
            start += chunk
            if len(start) >= START_BYTES:
                is_known = _check_start(start, host)
                yield start
        if not is_known:
            _check_start(start, host)
            yield start

    def _too_large(self) -> InputError:
        return InputError(
            f"the archive has more than {self.options.max_bytes:,} bytes; give the site a repository of its own",
            code="archive-too-large",
        )

    def _refusal(self, answer: HttpStream, url: str) -> InkdexError:
        host, status = host_of(url), answer.status
        text = f"{host} answered {status} for the archive"
        if status in (401, 403):
            remedy = "does not let us read the repository" if self.hosts.identify(url) else "needs to be set"
            return ConfigurationError(
                f"{text} (its token in ARCHIVE_TOKENS {remedy})", code="forbidden", setting="ARCHIVE_TOKENS"
            )
        if status in (404, 410):
            return InputError(
                f"{text} (check repository and branch; a private repository needs a token in ARCHIVE_TOKENS)",
                code="not-found",
            )
        if status == 429:
            after = answer.headers.get("retry-after", "")
            wait_s = float(after) if after.isascii() and after.isdigit() and len(after) < 6 else _UNNAMED_WAIT_S
            return RateLimited(text, retry_after_s=wait_s)
        if status < 300 or status in (408, 425) or status >= 500:
            return Unavailable(text, status=status)
        return Rejected(text, status=status)


def _check_start(start: bytes, host: str) -> bool:
    if not start:
        raise Unavailable(f"{host} sent an empty archive")
    if find_format(start) is None:
        raise InputError(
            f"{host} sent something else than an archive, perhaps a page to sign in: check repository and branch; a "
            "private repository needs a token in ARCHIVE_TOKENS",
            code="no-archive",
        )
    return True
