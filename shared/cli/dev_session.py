"""Build, serve, and build again whatever changes: what `inkdex dev` does once its options are read."""

from __future__ import annotations

import asyncio
import os
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Final

from watchfiles import DefaultFilter, awatch

from shared.cli.build_progress import SilentObserver
from shared.cli.local_build import CACHE_NAME, LocalBuild, open_folder
from shared.cli.settings import read_config
from shared.cli.terminal import clean, count, duration
from shared.errors import InkdexError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from watchfiles import Change

    from shared.adapters.local.server import ReloadEvents
    from shared.cli.local_build import BuildOutcome
    from shared.cli.wiring import LocalSite
    from shared.ports import BuildObserver

__all__ = ["DevBuilder", "FolderFilter", "watch_folder"]

_DEBOUNCE_MS: Final = 200
_WAIT_S: Final = 60.0
_IGNORED: Final = (CACHE_NAME, ".git", "node_modules", "dist", "__pycache__", ".venv")


class DevBuilder:
    """Builds in a thread of its own, so that the server answers meanwhile. Settings are read anew when they change."""

    def __init__(
        self, folder: Path, overrides: Mapping[str, Mapping[str, object]], say: Callable[[str], None], jobs: int | None
    ) -> None:
        self.out = folder.resolve() / CACHE_NAME / "dist"
        self._folder = folder
        self._overrides = overrides
        self._say = say
        self._jobs = jobs
        self._thread = ThreadPoolExecutor(1, "build")
        self._loop = asyncio.Runner()
        self._stack = AsyncExitStack()
        self._build: LocalBuild | None = None

    @property
    def site(self) -> LocalSite:
        return open_folder(self._folder, self.out, overrides=self._overrides)

    async def build(self, observer: BuildObserver | None = None) -> BuildOutcome:
        """Build what has changed since the last time."""
        loop = asyncio.get_running_loop()
        work = self._build_there(observer or SilentObserver())
        return await loop.run_in_executor(self._thread, self._loop.run, work)

    async def _build_there(self, observer: BuildObserver) -> BuildOutcome:
        config = read_config(self._folder, overrides=self._overrides)
        if self._build is None or self._build.site.config != config:
            await self._stack.aclose()
            opened = LocalBuild.open(self.site, jobs=self._jobs, say=self._say)
            self._build = await self._stack.enter_async_context(opened)
        return await self._build.run(observer, wait_s=_WAIT_S)

    def close(self) -> None:
        """Wait for a running build and stop its processes."""
        self._thread.submit(self._loop.run, self._stack.aclose()).result()
        self._thread.submit(self._loop.close).result()
        self._thread.shutdown()


class FolderFilter(DefaultFilter):
    """What is worth a rebuild. Only names below `root` count: the folder itself may lie in one called `dist`."""

    def __init__(self, root: Path) -> None:
        super().__init__(ignore_dirs=(*DefaultFilter.ignore_dirs, *_IGNORED))
        self._root = f"{root}{os.sep}"

    def __call__(self, change: Change, path: str) -> bool:
        return super().__call__(change, path.removeprefix(self._root))


async def watch_folder(
    builder: DevBuilder, root: Path, site: str, events: ReloadEvents, print_line: Callable[[str], None]
) -> None:
    """Build again at every change until cancelled. When a build fails, the last revision goes on being served."""
    async for changes in awatch(root, watch_filter=FolderFilter(root), debounce=_DEBOUNCE_MS, step=50):
        start = time.perf_counter()
        try:
            outcome = await builder.build()
        except Exception as error:  # noqa: BLE001 - whatever it was, the author sees it and goes on writing
            message = error.message if isinstance(error, InkdexError) else f"{type(error).__name__}: {error}"
            print_line(f"[red]Not rebuilt:[/] {_escape(message)} [dim](the last revision is served)[/]")
            continue
        print_line(_describe_rebuild(outcome, changes, root, time.perf_counter() - start))
        if outcome.result.manifest["site"]["name"] != site:
            print_line("[yellow]site.name has changed: start `inkdex dev` again to serve the site under it[/]")
        if outcome.result.changed:
            events.announce(outcome.result.revision)


def _describe_rebuild(outcome: BuildOutcome, changes: set[tuple[Change, str]], folder: Path, seconds: float) -> str:
    """One line: what changed, how many pages were read again, how long it took."""
    paths = sorted({path for _, path in changes})
    names = [path.removeprefix(f"{folder}/") for path in paths]
    what = names[0] if len(names) == 1 else count(len(names), "file")
    stamp = time.strftime("%H:%M:%S")
    took = f"[dim]{stamp}[/] {_escape(what)}: "
    if not outcome.result.changed:
        return f"{took}no page changed, {duration(seconds)}"
    pages = outcome.result.manifest["counts"]["documents"]
    parts = outcome.result.steps_run.get("parse", 0)
    read = f"{count(parts, 'part')} of the site read again" if parts else "no page read again"
    return f"{took}[green]rebuilt[/] in {duration(seconds)} ({read}, {count(pages, 'page')} in all)"


def _escape(text: str) -> str:
    from rich.markup import escape

    return escape(clean(text).replace("\n", " "))
