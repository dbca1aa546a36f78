"""Join use cases and adapters for one machine: a folder as source, a folder as store, processes as workers."""

from __future__ import annotations

import asyncio
import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from shared.adapters.local.folder_source import FolderSource
from shared.adapters.local.folder_store import FolderStore
from shared.adapters.local.process_runner import ProcessRunner
from shared.config import SiteConfig, load_config
from shared.domain.content.layouts import CONFIG_FILES
from shared.domain.steps import Record, Step
from shared.errors import ConfigurationError, InputError
from shared.usecases.run_step import run_step
from shared.usecases.stages.services import StepServices

if TYPE_CHECKING:
    from shared.ports import TextEmbedder

__all__ = ["CONFIG_NAME", "LocalSite", "describe_commit", "is_read", "make_embedder", "read_config"]

CONFIG_NAME = "inkdex.toml"
_PAGE_SUFFIXES = (".md", ".markdown", ".mdx")


def is_read(path: str) -> bool:
    """Whether the build ever reads a file of this name."""
    return path.lower().endswith(_PAGE_SUFFIXES) or path in CONFIG_FILES


def read_config(folder: Path, config_file: Path | None = None) -> SiteConfig:
    """The settings of a source folder; the defaults if it has no `inkdex.toml`."""
    path = config_file or folder / CONFIG_NAME
    if not path.is_file():
        if config_file is not None:
            raise InputError(f"{config_file} does not exist")
        return SiteConfig()
    return load_config(path.read_text("utf-8"), source=str(path))


def make_embedder(config: SiteConfig) -> TextEmbedder | None:
    """The embedder that the settings name. Imports it only now: its libraries are large."""
    settings = config.embedder
    if settings.kind == "none":
        return None
    if settings.kind == "static":
        from shared.adapters.embedders.static import StaticEmbedder

        return StaticEmbedder(settings.effective_dimensions)
    from shared.adapters.embedders.openai import OpenAIEmbedder
    from shared.adapters.local.httpx_client import HttpxClient

    key = os.environ.get("OPENAI_API_KEY", "")
    if not key:
        raise ConfigurationError(
            "embedder.kind is openai, but OPENAI_API_KEY is not set; set it, or use kind = \"static\"",
            setting="OPENAI_API_KEY",
        )
    return OpenAIEmbedder(HttpxClient(), settings, api_key=key)


@dataclass(frozen=True)
class LocalSite:
    """A source folder, where its artifacts go, and where its finished steps are kept."""

    folder: Path
    out: Path
    cache: Path
    config: SiteConfig

    @cached_property
    def source(self) -> FolderSource:
        return FolderSource(
            self.folder, is_read=is_read, left_out=(self.out, self.cache), stat_cache=self.cache / "stat.json"
        )

    @cached_property
    def artifacts(self) -> FolderStore:
        return FolderStore(self.out)

    @cached_property
    def steps(self) -> FolderStore:
        return FolderStore(self.cache)

    @cached_property
    def services(self) -> StepServices:
        embedder = make_embedder(self.config)
        cache = None
        if self.config.embedder.kind == "openai":
            from shared.adapters.local.sqlite_vector_cache import SqliteVectorCache

            cache = SqliteVectorCache(self.cache / "vectors.db")
        return StepServices(self.source, self.artifacts, self.steps, embedder, cache)

    def make_runner(self, jobs: int | None = None) -> ProcessRunner:
        """Steps run in other processes when there are many; those that wait for the network stay in this one."""
        return ProcessRunner(
            lambda step: run_step(step, self.services),
            _run_in_worker,
            _prepare_worker,
            (self.folder, self.out, self.cache, self.config),
            jobs=1 if self.config.embedder.kind == "openai" else jobs,
        )


_worker_services: StepServices | None = None


def _prepare_worker(folder: Path, out: Path, cache: Path, config: SiteConfig) -> None:
    global _worker_services
    _worker_services = LocalSite(folder, out, cache, config).services


def _run_in_worker(step: bytes) -> Record:
    assert _worker_services is not None
    return asyncio.run(run_step(Step.from_bytes(step), _worker_services))


def describe_commit(folder: Path) -> tuple[str | None, datetime]:
    """The commit that the folder shows, and its date; (None, today) if it is not git's or has changes.

    Today is the day's last second: a page dated today shows.
    """
    today = datetime.now(UTC).replace(hour=23, minute=59, second=59, microsecond=0)
    try:
        status = _git(folder, "status", "--porcelain", "--", ".")
        if status:
            return None, today
        commit, date = _git(folder, "log", "-1", "--format=%H %cI").split()
    except (OSError, ValueError, subprocess.SubprocessError):
        return None, today
    return commit, datetime.fromisoformat(date).astimezone(UTC)


def _git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True, timeout=30
    ).stdout.strip()
