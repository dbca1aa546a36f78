"""A build on this machine: one at a time for a folder, tried again when files change under it, and remembered."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from shared.adapters.local.state import save_build
from shared.cli.locking import hold_locks
from shared.cli.settings import read_config
from shared.cli.wiring import LocalSite, collect_rarely, describe_commit
from shared.errors import ConflictError, InputError
from shared.ports import EmbeddingUsage
from shared.usecases.build_site import build_site
from shared.usecases.collect_garbage import collect_garbage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from pathlib import Path

    from shared.adapters.local.process_runner import ProcessRunner
    from shared.ports import BuildObserver
    from shared.usecases.build_site import BuildResult

__all__ = ["CACHE_NAME", "BuildOutcome", "LocalBuild", "open_folder"]

CACHE_NAME = ".inkdex"

_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class BuildOutcome:
    """A finished build, and what it took on this machine. `removed` counts objects of dropped revisions."""

    result: BuildResult
    seconds: float
    usage: EmbeddingUsage
    embedder: str | None
    removed: int


@dataclass(frozen=True)
class LocalBuild:
    """Builds of one folder that share their processes and services: the second one starts warm.

    `say` gets the few things that a person should know while it runs, such as that another build is being waited for.
    """

    site: LocalSite
    runner: ProcessRunner
    say: Callable[[str], None]

    @classmethod
    @asynccontextmanager
    async def open(
        cls, site: LocalSite, *, jobs: int | None = None, say: Callable[[str], None]
    ) -> AsyncIterator[LocalBuild]:
        collect_rarely()
        runner = site.make_runner(jobs)
        try:
            yield cls(site, runner, say)
        finally:
            runner.close()
            await site.close()

    async def run(self, observer: BuildObserver, *, wait_s: float) -> BuildOutcome:
        """Build and publish.

        Raises:
            ConflictError: another build of the folder still ran after `wait_s`, or files keep changing.
        """
        with hold_locks((self.site.cache, self.site.out), wait_s=wait_s, say=self.say):
            _prepare_cache(self.site.cache)
            self.site.steps.remove_leftovers()
            self.site.artifacts.remove_leftovers()
            start, before = time.perf_counter(), self._usage()
            result = await self._try_to_build(observer)
            removed = await _collect_garbage(self.site, self.say)
            outcome = BuildOutcome(
                result,
                time.perf_counter() - start,
                _difference(self._usage(), before),
                result.manifest["vectors"]["model"] if result.manifest["vectors"] else None,
                removed,
            )
        save_build(self.site.out, _record(self.site, outcome))
        return outcome

    async def _try_to_build(self, observer: BuildObserver) -> BuildResult:
        site = self.site
        for attempt in range(1, _ATTEMPTS + 1):
            commit, as_of = describe_commit(site.folder, left_out=(site.out, site.cache))
            try:
                return await build_site(
                    site.config,
                    site.services,
                    self.runner,
                    observer,
                    as_of=as_of,
                    commit=commit,
                    diagnostics=lambda: site.source.diagnostics,
                )
            except ConflictError as error:
                if attempt == _ATTEMPTS:
                    raise
                self.say(f"{error.message}: building again")
                await asyncio.sleep(0.2 * attempt)
        raise AssertionError("the last attempt returns or raises")

    def _usage(self) -> EmbeddingUsage:
        """What the embedder has done so far. The static one works in many processes and counts for nobody."""
        embedder = self.site.services.embedder
        return embedder.usage if embedder and self.site.config.embedder.kind != "static" else EmbeddingUsage()


def _difference(now: EmbeddingUsage, before: EmbeddingUsage) -> EmbeddingUsage:
    cost = None if now.cost_usd is None else now.cost_usd - (before.cost_usd or 0)
    return EmbeddingUsage(now.texts - before.texts, now.tokens - before.tokens, now.requests - before.requests, cost)


def _prepare_cache(cache: Path) -> None:
    """Make the folder of finished steps, and keep it out of git."""
    cache.mkdir(parents=True, exist_ok=True)
    ignore = cache / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", "utf-8")


async def _collect_garbage(site: LocalSite, say: Callable[[str], None]) -> int:
    """Remove what no kept revision needs. Damage to an old revision must not fail the build of a new one."""
    try:
        return await collect_garbage(site.artifacts)
    except InputError as error:
        say(f"Old revisions are not cleaned up: {error.message}")
        return 0


def _record(site: LocalSite, outcome: BuildOutcome) -> dict[str, Any]:
    result, usage = outcome.result, outcome.usage
    return {
        "site": site.config.site.name,
        "revision": result.revision,
        "built_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "seconds": outcome.seconds,
        "stage_seconds": result.stage_seconds,
        "steps_run": result.steps_run,
        "steps_reused": result.steps_reused,
        "embedding": {
            "embedder": outcome.embedder,
            "texts": usage.texts,
            "tokens": usage.tokens,
            "requests": usage.requests,
            "cost_usd": usage.cost_usd,
        },
    }


def open_folder(
    folder: Path,
    out: Path,
    cache: Path | None = None,
    *,
    config_file: Path | None = None,
    overrides: Mapping[str, Mapping[str, object]] | None = None,
) -> LocalSite:
    """A source folder with its settings, artifacts and cache; the cache is `.inkdex` in it if none is named.

    Raises:
        InputError: the folder is none, or the artifacts would lie where sources or steps are.
        ConfigurationError: a setting is wrong.
    """
    if not folder.is_dir():
        what = "is a file, not a folder" if folder.exists() else "does not exist"
        raise InputError(f"{folder} {what}; name the folder of your Markdown files", code="no-folder")
    source, artifacts = folder.resolve(), out.resolve()
    steps = (cache or folder / CACHE_NAME).resolve()
    if artifacts == source or artifacts in source.parents:
        raise InputError(f"--out {out} holds the source folder itself; name a folder of its own, such as dist")
    if artifacts == steps:
        raise InputError(f"--out and --cache are both {out}; artifacts need a folder of their own")
    for path in (artifacts, steps):
        if path.exists() and not path.is_dir():
            raise InputError(f"{path} is a file, not a folder")
    return LocalSite(source, artifacts, steps, read_config(folder, config_file, overrides))
