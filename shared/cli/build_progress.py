"""Show a build while it runs: bars on a terminal, one line a stage elsewhere, or nothing."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from shared.cli.terminal import count, duration, error_console

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Task

    from shared.domain.steps import Stage
    from shared.ports import BuildObserver

__all__ = ["STAGE_LABELS", "SilentObserver", "watch_build"]

STAGE_LABELS: Final[dict[str, str]] = {
    "plan": "Find pages",
    "fetch": "Fetch pages",
    "parse": "Read pages",
    "weigh": "Weigh words",
    "index": "Write word index",
    "embed": "Embed sections",
    "train": "Find clusters",
    "encode": "Encode vectors",
    "words": "Write word vectors",
    "cluster": "Write vector index",
    "judge": "Check links",
    "relate": "Find related pages",
    "enrich": "Write listings",
    "rows": "Write database rows",
    "lookups": "Index database",
    "join": "Write database",
    "assemble": "Assemble revision",
    "publish": "Publish",
}
_WIDTH: Final = max(map(len, STAGE_LABELS.values()))


class SilentObserver:
    """Watches without a word."""

    def stage_started(self, stage: Stage, steps: int, reused: int) -> None: ...

    def step_done(self, stage: Stage) -> None: ...

    def stage_finished(self, stage: Stage, duration_s: float) -> None: ...


class _LineObserver(SilentObserver):
    """One line a finished stage, for logs."""

    def __init__(self) -> None:
        self._console = error_console()
        self._steps: dict[str, tuple[int, int]] = {}  # stages may overlap

    def stage_started(self, stage: Stage, steps: int, reused: int) -> None:
        self._steps[stage] = (steps, reused)

    def stage_finished(self, stage: Stage, duration_s: float) -> None:
        steps, reused = self._steps[stage]
        done = count(steps, "step") + (f", {reused:,} reused" if reused else "")
        self._console.print(f"{STAGE_LABELS[stage]:<{_WIDTH}}  {done}, {duration(duration_s)}", markup=False)


class _RateColumn(ProgressColumn):
    """Steps a second of this stage, while it runs."""

    def render(self, task: Task) -> Text:
        if task.finished or not task.speed:
            return Text("")
        return Text(f"{task.speed:.1f}/s", style="progress.data.speed")


class _BarObserver:
    """A bar a stage. Steps that an earlier build did are done from the start."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}

    def stage_started(self, stage: Stage, steps: int, reused: int) -> None:
        if stage in self._tasks:  # a build that started over
            self._progress.remove_task(self._tasks.pop(stage))
        self._tasks[stage] = self._progress.add_task(STAGE_LABELS[stage], total=steps, completed=reused)

    def step_done(self, stage: Stage) -> None:
        self._progress.advance(self._tasks[stage])

    def stage_finished(self, stage: Stage, duration_s: float) -> None:
        self._progress.update(
            self._tasks[stage], description=f"[green]{STAGE_LABELS[stage]:<{_WIDTH}}[/] [dim]{duration(duration_s)}[/]"
        )


@contextmanager
def watch_build(*, quiet: bool) -> Iterator[BuildObserver]:
    """The observer that fits where standard error goes. The bars vanish at the end: a summary follows."""
    console = error_console()
    if quiet:
        yield SilentObserver()
    elif console.is_terminal:
        columns = (
            SpinnerColumn(finished_text="[green]✓"),
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            _RateColumn(),
            TimeRemainingColumn(compact=True),
        )
        with Progress(*columns, console=console, transient=True) as progress:
            yield _BarObserver(progress)
    else:
        yield _LineObserver()
