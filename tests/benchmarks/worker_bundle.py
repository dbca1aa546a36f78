"""Weigh what a deployment of the Worker uploads, and time its start in real workerd on this machine.

    uv run python -m tests.benchmarks.worker_bundle [--repeat 3]

prints two tables. A start is timed from the command to the first answer of /health, wrangler's own start included.
Processor time is that of workerd alone, read from /proc, so the second table wants Linux.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shared.cli.worker.dev_server import WorkerServer
from shared.cli.worker.folders import REPOSITORY
from shared.cli.worker.snapshots import Snapshots
from shared.cli.worker.upload import LIMIT_BYTES, bundle, sizes_by_package
from tests.benchmarks.measuring import memory_of_session
from tests.benchmarks.tables import describe_machine, markdown_table, replace_block
from tests.runtime.conftest import IN_WORKER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.cli.worker.upload import PackageSize

__all__ = ["Start", "bundle_table", "main", "measure_starts", "start_table"]

_BARE = {
    "main": "bare.py",
    "packages": (),
    "files": {
        "bare.py": "from workers import DurableObject, Response, WorkerEntrypoint\n"
        "class Default(WorkerEntrypoint):\n    async def fetch(self, request):\n        return Response('{}')\n"
        "class SiteCoordinator(DurableObject): ...\nclass VectorCacheStore(DurableObject): ...\n"
    },
}
"""A Worker that imports no more than the SDK: what Python and workerd themselves take."""

_EDIT = {"edited.py": "# a module more, so that the Worker is another"}
_REQUESTS = 200
_MB = 1e6
_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Start:
    """`seconds` until /health answers; `cpu_seconds` of workerd by then.

    `memory_bytes`: of wrangler and workerd together; `python_bytes`: Python's heap, if the entry tells it.
    `request_ms`: a further GET of /health, the median.
    """

    seconds: float
    cpu_seconds: float
    memory_bytes: int
    python_bytes: int | None
    request_ms: float


def bundle_table(packages: Sequence[PackageSize]) -> str:
    whole = sum(item.size_bytes for item in packages)
    rows = [
        [item.package, f"{item.modules:,}", f"{item.size_bytes / _MB:.2f} MB", f"{item.gzip_bytes / _MB:.2f} MB"]
        for item in packages
    ]
    sums = [sum(item.modules for item in packages), whole, sum(item.gzip_bytes for item in packages)]
    rows.append(["all", f"{sums[0]:,}", f"{sums[1] / _MB:.2f} MB", f"{sums[2] / _MB:.2f} MB"])
    rows.append(["share of the 64 MiB that are allowed", "", f"{whole / LIMIT_BYTES:.0%}", ""])
    return markdown_table(["package", "files", "bytes", "gzipped"], rows)


def measure_starts(work: Path, repeats: int) -> dict[str, Start]:
    """What is started -> the fastest of its starts."""
    kept = Snapshots(work)
    starts = {
        "Python alone, without a snapshot": _fastest(repeats, _BARE, snapshots=None),
        "the Worker, without a snapshot": _fastest(repeats, IN_WORKER, snapshots=None),
    }
    _fastest(1, IN_WORKER, snapshots=kept)  # makes both snapshots
    edited = [
        _fastest(1, IN_WORKER, snapshots=kept, files={name: f"{text} {number}"})
        for number in range(repeats)
        for name, text in _EDIT.items()
    ]
    starts["… edited, from the snapshot of its packages"] = min(edited, key=lambda start: start.seconds)
    starts["… unchanged, from its own snapshot"] = _fastest(repeats, IN_WORKER, snapshots=kept)
    return starts


def _fastest(repeats: int, *options: Any, **more: Any) -> Start:
    starts = [_start(dict(*options, **more)) for _ in range(repeats)]
    return min(starts, key=lambda start: start.seconds)


def _start(options: dict[str, Any]) -> Start:
    server = WorkerServer(say=print, **options)
    try:
        begin = time.perf_counter()
        server.start()
        seconds = time.perf_counter() - begin
        cpu_seconds = _cpu_seconds(server.process_group)
        heap = json.loads(server.fetch("/heap")[1]).get("wasm_bytes")
        taken = [_time_request(server) for _ in range(_REQUESTS)]
        memory = memory_of_session(server.process_group) or 0
    finally:
        server.close()
    return Start(seconds, cpu_seconds, memory, heap, statistics.median(taken) * 1000)


def _time_request(server: WorkerServer) -> float:
    begin = time.perf_counter()
    server.fetch("/health")
    return time.perf_counter() - begin


def _cpu_seconds(group: int) -> float:
    """Of all workerd processes of a group."""
    ticks = 0
    for process in Path("/proc").iterdir():
        try:
            name, _, rest = (process / "stat").read_text("utf-8", "replace").rpartition(")")
        except OSError:
            continue  # not a process, or one that has ended
        fields = rest.split()
        if name.endswith("(workerd") and int(fields[2]) == group:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def start_table(starts: dict[str, Start]) -> str:
    header = ["start", "until it answers", "processor time", "Python's heap", "all processes", "/health"]
    rows = [
        [
            what,
            f"{start.seconds:.1f} s",
            f"{start.cpu_seconds:.1f} s",
            "–" if start.python_bytes is None else f"{start.python_bytes / _MIB:.0f} MiB",
            f"{start.memory_bytes / _MB:.0f} MB",
            f"{start.request_ms:.1f} ms",
        ]
        for what, start in starts.items()
    ]
    return markdown_table(header, rows)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.worker_bundle",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--repeat", type=int, default=3, help="starts of each kind; the fastest counts")
    parser.add_argument("--write", type=Path, help="put the tables into this document")
    args = parser.parse_args(arguments)
    machine = describe_machine()
    sizes = bundle_table(sizes_by_package(bundle(REPOSITORY, print)))
    with tempfile.TemporaryDirectory() as work:
        starts = start_table(measure_starts(Path(work), args.repeat))
    content = f"{machine}\n\n{sizes}\n\n{starts}"
    print(content)
    if args.write:
        replace_block(args.write, "worker-bundle", content)


if __name__ == "__main__":
    main()
