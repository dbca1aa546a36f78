"""Join use cases and adapters for one machine: a folder as source, a folder as store, processes as workers."""

from __future__ import annotations

import asyncio
import gc
import signal
import subprocess
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from shared.adapters.local.folder_source import FolderSource
from shared.adapters.local.folder_store import FolderStore
from shared.adapters.local.process_runner import ProcessRunner
from shared.cli.embedders import make_embedder
from shared.domain.steps import Record, Step
from shared.usecases.run_step import run_step
from shared.usecases.stages.services import StepServices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from shared.config import SiteConfig

__all__ = ["LocalSite", "collect_rarely", "describe_commit"]


class _Closes(Protocol):
    async def close(self) -> None: ...


@dataclass(frozen=True)
class LocalSite:
    """A source folder, where its artifacts go, and where its finished steps are kept."""

    folder: Path
    out: Path
    cache: Path
    config: SiteConfig
    _held: list[_Closes] = field(default_factory=list, repr=False)

    @cached_property
    def source(self) -> FolderSource:
        return FolderSource(self.folder, left_out=(self.out, self.cache), stat_cache=self.cache / "stat.json")

    @cached_property
    def artifacts(self) -> FolderStore:
        return FolderStore(self.out)

    @cached_property
    def steps(self) -> FolderStore:
        return FolderStore(self.cache)

    @cached_property
    def services(self) -> StepServices:
        embedder, http = make_embedder(self.config.embedder)
        cache = None
        if self.config.embedder.kind == "openai":
            from shared.adapters.local.sqlite_vector_cache import SqliteVectorCache

            cache = SqliteVectorCache(self.cache / "vectors.db")
        self._held.extend(held for held in (http, cache) if held is not None)
        return StepServices(self.source, self.artifacts, self.steps, embedder, cache)

    async def close(self) -> None:
        """Close what the services hold open: connections and the vector cache."""
        while self._held:
            await self._held.pop().close()

    def make_runner(self, jobs: int | None = None) -> ProcessRunner:
        """Steps run in other processes when there are many; those that wait for the network stay in this one."""
        return ProcessRunner(
            lambda step: run_step(step, self.services),
            _run_in_worker,
            _prepare_worker,
            (self.folder, self.out, self.cache, self.config),
            jobs=1 if self.config.embedder.kind == "openai" else jobs,
        )


def collect_rarely() -> None:
    """Let Python look for cyclic garbage seldom: a build makes millions of objects, and hardly a cycle among them.

    Without it, a quarter of assembling and a twentieth of parsing is spent on looking. What is imported stays anyway.
    """
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)


_worker_services: StepServices | None = None


def _prepare_worker(folder: Path, out: Path, cache: Path, config: SiteConfig) -> None:
    global _worker_services
    collect_rarely()
    # Ctrl-C reaches every process of the terminal; only the first one answers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker_services = LocalSite(folder, out, cache, config).services


def _run_in_worker(step: bytes) -> Record:
    assert _worker_services is not None
    return asyncio.run(run_step(Step.from_bytes(step), _worker_services))


def describe_commit(folder: Path, *, left_out: Sequence[Path] = ()) -> tuple[str | None, datetime]:
    """The commit that the folder shows, and its date; (None, today) if it is not git's or has changes.

    Changes below the folders `left_out` do not count: a build must not make the next one differ. Today is the day's
    last second: a page dated today shows.
    """
    today = datetime.now(UTC).replace(hour=23, minute=59, second=59, microsecond=0)
    inside = [path.relative_to(folder).as_posix() for path in left_out if path.is_relative_to(folder)]
    paths = [".", *(f":(exclude,literal){path}" for path in inside)]
    try:
        status = _git(folder, "status", "--porcelain", "--", *paths)
        if status:
            return None, today
        commit, date = _git(folder, "log", "-1", "--no-show-signature", "--format=%H %cI").split()
    except (OSError, ValueError, subprocess.SubprocessError):
        return None, today
    return commit, datetime.fromisoformat(date).astimezone(UTC)


def _git(folder: Path, *arguments: str) -> str:
    return subprocess.run(  # noqa: S603 - a fixed program, and git's own rules for its arguments
        ["git", "-C", str(folder), *arguments],  # noqa: S607 - git is where the author has it
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    ).stdout.strip()
