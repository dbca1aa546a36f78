"""Show what a start is waiting for: a spinner with the time on a terminal, one line each elsewhere."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from shared.cli.terminal import clean, error_console

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["watch_start"]


@contextmanager
def watch_start(what: str) -> Iterator[Callable[[str], None]]:
    """Gives the function that is told what takes long; what it was told before counts as done then."""
    console = error_console()
    if not console.is_terminal:
        yield lambda text: console.print(clean(text), markup=False)
        return
    spinner, text = SpinnerColumn(finished_text="[green]✓"), TextColumn("{task.description}", markup=False)
    with Progress(spinner, text, TimeElapsedColumn(), console=console, transient=True) as progress:
        tasks = [progress.add_task(what, total=1)]

        def say(text: str) -> None:
            for task in tasks[1:]:
                progress.update(task, completed=1)
            tasks.append(progress.add_task(clean(text), total=1))

        yield say
