"""Push the documentation corpora to a GitHub stand-in and have the Worker build them, in real workerd on this machine.

    uv run python -m tests.benchmarks.worker_build [--docs 1000 10000] [--corpora ../shared/corpora]

prints figures against their budgets, then every stage of each corpus; ends with 1 if a budget is missed. A push goes
its whole way: hook, queue, steps in Python in workerd, embeddings of 384 dimensions from a stand-in for OpenAI, R2.
Seconds of a step are processor time of the workerd process while the step runs: of Python, and of what plays R2, KV,
queues and Durable Objects beside it, so the Worker's own are fewer. Linux only: /proc is read.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

from shared.cli.worker.dev_server import WorkerServer
from shared.cli.worker.staging import PACKAGES
from tests.benchmarks.budgets import WORKER_ROWS, Figures, budget_table, missed
from tests.benchmarks.build import edit_page
from tests.benchmarks.corpora import (
    DEFAULT_CORPORA,
    MissingCorporaError,
    docs_archive,
    explain_and_exit,
    require,
    unpack_docs,
)
from tests.benchmarks.tables import describe_machine, markdown_table, replace_block
from tests.benchmarks.worker_clock import Clock, Passed, cpu_seconds_of, find_workerd, memory_of, serve_clock
from tests.runtime.cloud import Cloud, CloudSite, open_cloud

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["StageRow", "main", "stage_rows", "stage_table"]

_ENTRY = "tests/benchmarks/in_worker"
_VARIABLES = {"SILENT_S": "3600", "EMBED_DIMENSIONS": "384"}
"""Steps wait here one behind another, far longer than they would at Cloudflare; nobody is to send them again."""
_SEED = 20261122
_MB = 1e6
_POLL_S = 1.0
_SAMPLE_S = 0.25
_TIMEOUT_S = 3 * 3600.0
_ROUNDS = "advance"


@dataclass(slots=True)
class StageRow:
    """`cpu_s`: of each step, without what a round of planning spent on the steps that it ran itself."""

    stage: str
    cpu_s: list[float]
    heap_bytes: int
    fresh: tuple[int, int] | None = None
    """Heap of a fresh isolate before and after its slowest step."""


@dataclass(slots=True)
class Bench:
    """One corpus, pushed to one Worker."""

    cloud: Cloud
    clock: Clock
    figures: Figures = field(default_factory=dict)
    rows: list[StageRow] = field(default_factory=list)

    def push(self, site: CloudSite, files: Mapping[str, bytes], prefix: str) -> None:
        """Push, wait for the revision, and note what it took under names that begin with `prefix`."""
        self.clock.forget()
        process = find_workerd(self.cloud.server.process_group)
        with _watch_memory(process) as peak:
            start = cpu_seconds_of(process)
            job_id = site.push(dict(files))
            job = self._wait(job_id)
            self.clock.wait()
            self.figures[f"{prefix}_cpu_s"] = cpu_seconds_of(process) - start
        if job["state"] != "completed":
            raise RuntimeError(f"the job {job['state']}: {job['error']}\n{self.cloud.server.log()}")
        figures, messages = self.figures, self.clock.messages
        figures[f"{prefix}_s"] = job["duration"] / 1000
        figures[f"{prefix}_messages"] = len(messages)
        figures[f"{prefix}_slowest_s"] = max(item.cpu_s for item in messages)
        figures[f"{prefix}_heap_mb"] = max(item.heap_after for item in messages) / _MB
        figures[f"{prefix}_rss_mb"] = max(peak) / _MB

    def _wait(self, job_id: str) -> dict[str, Any]:
        deadline = time.monotonic() + _TIMEOUT_S
        shown = ""
        while time.monotonic() < deadline:
            try:
                job = self.cloud.job(job_id)
            except httpx.ReadTimeout:  # the only isolate is at a long step
                continue
            if job["state"] in {"completed", "failed", "cancelled"}:
                return job
            heap = max((passed.heap_after for passed in [*self.clock.steps, *self.clock.messages]), default=0) / _MB
            now = f"{job['stage'] or 'plan'}: {job['steps']['done']} of {job['steps']['total']} steps, {heap:.0f} MB"
            if now != shown:
                _say(shown := now)
            time.sleep(_POLL_S)
        raise TimeoutError(f"the job has not ended in {_TIMEOUT_S:g} s")

    def measure_edits(self, site: CloudSite, files: Mapping[str, bytes], edits: int) -> None:
        """Push an edit of one page, another page each time: medians, but the largest of what has a budget."""
        pages = [name for name in files if name.endswith(".md")]
        noted: list[Figures] = []
        for page in random.Random(_SEED).sample(pages, min(edits, len(pages))):
            self.push(site, {page: edit_page(files[page].decode("utf-8", "replace"), "words").encode()}, "edit")
            noted.append({name: figure for name, figure in self.figures.items() if name.startswith("edit_")})
        for name in noted[0]:
            of_all = max if name in {"edit_slowest_s", "edit_heap_mb", "edit_rss_mb"} else statistics.median
            self.figures[name] = of_all(figures[name] for figures in noted)
        self.figures["edit_max_s"] = max(figures["edit_s"] for figures in noted)

    def measure_fresh(self) -> None:
        """Do each stage's slowest step, and the last round of planning, in an isolate that has done nothing yet."""
        texts = {stage: max(found, key=_cpu_of)[1] for stage, found in self.clock.steps_by_stage().items()}
        claim = self.clock.last_claim
        for row in self.rows:
            _say(f"{row.stage} in a fresh isolate")
            self.cloud.server.restart()
            again = {"message": self.clock.last_round} if row.stage == _ROUNDS else {"step": texts[row.stage]}
            answer = self.cloud.client.post("/benchmark/again", json={"claim": claim, **again}, timeout=600.0)
            if answer.status_code != 200:
                raise RuntimeError(f"{row.stage}: {answer.status_code}\n{self.cloud.server.log()}")
            found = answer.json()
            row.fresh = (found["before"]["heap"], found["after"]["heap"])
        known = [row.fresh for row in self.rows if row.fresh]
        self.figures["fresh_heap_mb"] = max(after for _, after in known) / _MB
        self.figures["start_heap_mb"] = min(before for before, _ in known) / _MB

    def measure_buckets(self) -> None:
        for folder in sorted((self.cloud.server.state_dir / "v3" / "r2").glob("inkdex-*/blobs")):
            sizes = [file.stat().st_size for file in folder.iterdir()]
            name = folder.parent.name.removeprefix("inkdex-")
            self.figures[f"{name}_mb"] = sum(sizes) / _MB
            self.figures[f"{name}_objects"] = len(sizes)


def _cpu_of(found: tuple[Passed, str]) -> float:
    return found[0].cpu_s


def stage_rows(clock: Clock) -> list[StageRow]:
    """Every stage in the order in which it ran first; last, what rounds of planning took beside steps."""
    rows = [
        StageRow(stage, [passed.cpu_s for passed, _ in found], max(passed.heap_after for passed, _ in found))
        for stage, found in clock.steps_by_stage().items()
    ]
    rounds = [item for item in clock.messages if item.stage == _ROUNDS]
    heap = max((item.heap_after for item in rounds), default=0)
    return [*rows, StageRow(_ROUNDS, [item.cpu_s - item.inside_cpu_s for item in rounds], heap)]


def stage_table(rows: Sequence[StageRow]) -> str:
    """As Markdown."""
    header = ["stage", "steps", "all, s", "slowest, s", "heap after, MB", "fresh isolate, MB", "… grown by, MB"]
    table = []
    for row in rows:
        fresh = ["–", "–"]
        if row.fresh is not None:
            before, after = row.fresh
            fresh = [f"{after / _MB:.0f}", f"{(after - before) / _MB:.0f}"]
        label = "rounds of planning" if row.stage == _ROUNDS else row.stage
        cpu = [f"{len(row.cpu_s):,}", f"{sum(row.cpu_s):.1f}", f"{max(row.cpu_s, default=0.0):.2f}"]
        table.append([label, *cpu, f"{row.heap_bytes / _MB:.0f}", *fresh])
    return markdown_table(header, table)


@contextmanager
def _watch_memory(process: int) -> Iterator[list[int]]:
    """Samples of what a process holds, taken until the context ends."""
    found = [memory_of(process)]
    stopped = threading.Event()

    def sample() -> None:
        while not stopped.wait(_SAMPLE_S):
            found.append(memory_of(process))

    thread = threading.Thread(target=sample, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        stopped.set()
        thread.join()


@contextmanager
def _open_bench(folder: Path) -> Iterator[Bench]:
    server: WorkerServer | None = None
    process = {0: 0}

    def cpu_seconds() -> float:
        assert server is not None
        group = server.process_group
        if group not in process:
            process[group] = find_workerd(group)
        return cpu_seconds_of(process[group])

    def start(variables: Mapping[str, str]) -> WorkerServer:
        nonlocal server
        options = {"main": f"{_ENTRY}/measured.py", "packages": (*PACKAGES, _ENTRY)}
        server = WorkerServer(variables, folder=folder / "worker", say=_say, **options)
        server.start()
        return server

    clock = Clock(cpu_seconds)
    with serve_clock(clock) as address:
        try:
            with contextmanager(open_cloud)(start, folder, {**_VARIABLES, "BENCHMARK_CLOCK": address}) as cloud:
                yield Bench(cloud, clock)
        finally:
            if server is not None:
                server.close()


def measure(pages: Path, folder: Path, *, fresh: bool, edits: int) -> Bench:
    """Push all pages to a Worker that has built nothing, then one of them with a sentence more."""
    files = {
        path.relative_to(pages).as_posix(): path.read_bytes() for path in sorted(pages.rglob("*")) if path.is_file()
    }
    with _open_bench(folder) as bench:
        try:
            _measure_all(bench, files, fresh=fresh, edits=edits)
        except BaseException:
            _say(f"it broke off here:\n{stage_table(stage_rows(bench.clock))}\n{bench.cloud.server.log()}")
            raise
        return bench


def _measure_all(bench: Bench, files: Mapping[str, bytes], *, fresh: bool, edits: int) -> None:
    site = bench.cloud.add_site("docs", {})
    bench.push(site, files, "push")
    bench.rows = stage_rows(bench.clock)
    bench.measure_buckets()
    if fresh:  # before any other build: the steps of those long past are removed
        bench.measure_fresh()
    bench.measure_edits(site, files, edits)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.worker_build", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--docs", type=int, nargs="+", default=[1_000, 10_000], help="sizes of the corpora")
    parser.add_argument("--corpora", type=Path, default=DEFAULT_CORPORA, help="folder of docs-*.tar.gz")
    parser.add_argument("--no-fresh", action="store_true", help="leave out steps in fresh isolates: 4 s each")
    parser.add_argument("--edits", type=int, default=5, help="pushes of one edited page each")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file as well")
    parser.add_argument("--write", type=Path, metavar="DOC", help="put the tables into a document, docs/benchmarks.md")
    args = parser.parse_args(arguments)
    try:
        require(docs_archive(args.corpora, count) for count in args.docs)
    except MissingCorporaError as error:
        explain_and_exit(error)
    machine = describe_machine()
    benches: dict[int, Bench] = {}
    for count in args.docs:
        with tempfile.TemporaryDirectory(prefix="inkdex-bench-") as temporary:
            folder = Path(temporary).resolve()
            pages = unpack_docs(docs_archive(args.corpora, count), folder / "source")
            _say(f"{count:,} documents")
            benches[count] = measure(pages, folder, fresh=not args.no_fresh, edits=args.edits)
    figures = {count: bench.figures for count, bench in benches.items()}
    misses = missed(figures, WORKER_ROWS)
    report = _report(machine, benches, misses)
    print(report)
    if args.json:
        rows = {count: {row.stage: row.cpu_s for row in bench.rows} for count, bench in benches.items()}
        args.json.write_text(json.dumps({"machine": machine, "figures": figures, "stages": rows}, indent=1) + "\n")
    if args.write:
        replace_block(args.write, "worker-build", report)
    if misses:
        raise SystemExit(1)


def _report(machine: str, benches: Mapping[int, Bench], misses: Sequence[str]) -> str:
    figures = {count: bench.figures for count, bench in benches.items()}
    lines = [f"{machine}, {os.getloadavg()[0]:.1f} at the end", "", budget_table(figures, {}, WORKER_ROWS), ""]
    for count, bench in benches.items():
        lines += [f"{count:,} documents, every stage of the first push:", "", stage_table(bench.rows), ""]
    return "\n".join([*lines, *(f"- missed: {line}" for line in misses)]).rstrip()


def _say(text: str) -> None:
    print(f"… {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
