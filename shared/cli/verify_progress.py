"""A bar while a site is verified."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from shared.cli.terminal import error_console

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.usecases.verify_site import VerifyObserver

__all__ = ["watch_verification"]


class _BarObserver:
    """A bar a revision."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = TaskID(0)

    def revision_started(self, revision: str, checks: int) -> None:
        self._task = self._progress.add_task(f"Revision {revision}", total=checks)

    def check_done(self) -> None:
        self._progress.advance(self._task)


@contextmanager
def watch_verification(*, quiet: bool) -> Iterator[VerifyObserver]:
    """The observer for standard error: bars on a terminal, else nothing."""
    console = error_console()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(compact=True))
    with Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal) as progress:
        yield _BarObserver(progress)
