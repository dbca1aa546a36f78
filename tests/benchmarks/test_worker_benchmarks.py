"""The logic of the Worker's benchmarks, and one small run of each in real workerd, so that they cannot rot."""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
from itertools import count
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.benchmarks import worker_build, worker_load
from tests.benchmarks.budgets import WORKER_ROWS, missed
from tests.benchmarks.corpora import REPOSITORY, docs_archive
from tests.benchmarks.worker_clock import Clock, serve_clock
from tests.benchmarks.worker_load import Load, missed_loads, percentile

if TYPE_CHECKING:
    from pathlib import Path

only_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processor time is read from /proc")


def tell(clock: Clock, what: str, stage: str, *, heap: int = 50, step: str = "") -> None:
    """A message or a step that begins and ends; inside of it, nothing."""
    clock.hear({"what": what, "edge": "start", "stage": stage, "heap": heap})
    end_of(clock, what, stage, heap=heap, step=step)


def end_of(clock: Clock, what: str, stage: str, *, heap: int = 50, step: str = "") -> None:
    rest = {"step": step} if what == "step" else {"message": {"stage": stage}, "claim": "{}"}
    clock.hear({"what": what, "edge": "end", "stage": stage, "heap": heap, **rest})


@pytest.fixture
def clock() -> Clock:
    """One on which every look takes a second."""
    seconds = count()
    return Clock(lambda: float(next(seconds)))


def test_a_round_is_told_without_the_steps_that_it_ran(clock: Clock) -> None:
    clock.hear({"what": "message", "edge": "start", "stage": "advance", "heap": 40})
    tell(clock, "step", "train", heap=60, step="{}")
    tell(clock, "step", "judge", heap=60, step="{}")
    end_of(clock, "message", "advance", heap=70)
    train, judge, rounds = worker_build.stage_rows(clock)
    assert (train.stage, judge.stage, rounds.stage) == ("train", "judge", "advance")
    assert (train.cpu_s, judge.cpu_s, rounds.cpu_s) == ([1.0], [1.0], [3.0])
    assert (train.heap_bytes, rounds.heap_bytes) == (60, 70)
    assert json.loads(clock.last_round) == {"stage": "advance"}


def test_steps_are_grouped_by_stage_with_their_texts(clock: Clock) -> None:
    for stage, text in (("parse", "a"), ("embed", "b"), ("parse", "c")):
        tell(clock, "step", stage, step=text)
    found = clock.steps_by_stage()
    assert {stage: [text for _, text in steps] for stage, steps in found.items()} == {
        "parse": ["a", "c"],
        "embed": ["b"],
    }


def test_waiting_for_a_message_that_never_ends_is_given_up(clock: Clock) -> None:
    clock.hear({"what": "message", "edge": "start", "stage": "parse", "heap": 40})
    with pytest.raises(TimeoutError, match="message"):
        clock.wait(0.05)
    end_of(clock, "message", "parse")
    clock.wait(0.05)


def test_the_clock_listens_over_http(clock: Clock) -> None:
    with serve_clock(clock) as address:
        for edge in ("start", "end"):
            said = {"what": "step", "edge": edge, "stage": "index", "heap": 7, "step": "{}"}
            assert httpx.post(address, json=said).status_code == 204
    assert [passed.stage for passed in clock.steps] == ["index"]


def test_stages_are_shown_with_what_a_fresh_isolate_needs(clock: Clock) -> None:
    tell(clock, "step", "rows", heap=66_000_000, step="{}")
    rows = worker_build.stage_rows(clock)
    rows[0].fresh = (45_000_000, 79_000_000)
    table = worker_build.stage_table(rows)
    assert [cell.strip() for cell in table.splitlines()[2].split("|")[1:-1]] == [
        "rows",
        "1",
        "1.0",
        "1.00",
        "66",
        "79",
        "34",
    ]
    assert "rounds of planning" in table


def test_budgets_of_the_worker_are_judged() -> None:
    figures = {10_000: {"push_slowest_s": 21.5, "push_heap_mb": 94.0, "edit_slowest_s": 3.0}}
    assert missed(figures, WORKER_ROWS) == [
        "first push, from the hook to the published revision, slowest message, processor time, 10,000 documents: "
        "21.5 s, budget 20.0 s"
    ]


def test_percentiles_are_values_that_were_measured() -> None:
    values = [float(number) for number in range(100, 0, -1)]
    assert [percentile(values, share) for share in (0.5, 0.95, 0.99, 1.0)] == [50.0, 95.0, 99.0, 100.0]
    assert percentile([7.0], 0.5) == 7.0


def test_loads_are_judged() -> None:
    slow = Load("shard", (120.0, 90.0, 150.0), 0, 1.0, 0.1)
    lossy = Load("hooks", (900.0, 1100.0), 1, 1.0, 0.1, is_hook=True)
    good = Load("pointer", (50.0, 60.0), 0, 1.0, 0.1, first_ms=400.0)
    assert missed_loads([slow, lossy, good]) == [
        "shard: p50 120 ms, budget 100 ms",
        "hooks: 1 of 2 had no good answer",
        "hooks: slowest 1100 ms, budget 1000 ms",
    ]
    assert "400 ms |" in worker_load.load_table([slow, good])


@only_linux
def test_build_benchmark_prints_every_stage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with tarfile.open(docs_archive(tmp_path, 2), "w:gz") as archive:
        for name in ("one", "two"):
            (tmp_path / f"{name}.md").write_text(f"# Page {name}\n\nIt says what number {name} is. There is no more.\n")
            archive.add(tmp_path / f"{name}.md", f"{name}.md")
    worker_build.main(["--docs", "2", "--corpora", str(tmp_path), "--no-fresh"])
    printed = capsys.readouterr().out
    for stage in ("parse", "embed", "train", "encode", "index", "rows", "join", "rounds of planning"):
        assert f"| {stage} " in printed
    absent = [row.label for row in WORKER_ROWS if f"| {row.label} " not in printed]
    assert absent == ["Python's memory after the start", "… of a fresh isolate after its first step, at most"]


@only_linux
def test_load_benchmark_asks_for_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"_HOOKS": 4, "_HOOK_SITES": 2, "_PAGES": 3, "_WARM_UP": 1}.items():
        monkeypatch.setattr(worker_load, name, value)
    loads, failed = worker_load.measure(5, restarts=False)
    assert failed == []
    assert [load.name for load in loads if load.lost] == []
    assert len(loads) == 10


def test_benchmarks_name_missing_archives(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        worker_build.main(["--docs", "7", "--corpora", str(tmp_path)])
    assert stopped.value.code == 2
    assert f"missing: {tmp_path / 'docs-7.tar.gz'}" in capsys.readouterr().err


def test_benchmarks_of_the_worker_run_as_modules() -> None:
    for module in ("worker_build", "worker_load"):
        command = [sys.executable, "-m", f"tests.benchmarks.{module}", "--help"]
        subprocess.run(command, check=True, capture_output=True, cwd=REPOSITORY)
