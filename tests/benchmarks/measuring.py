"""Run a command as a user would, and note its wall time and the peak memory of all its processes."""

from __future__ import annotations

import os
import resource
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Run", "best_of", "memory_of_session", "run_measured"]

_SAMPLE_S = 0.05
_PROC = Path("/proc")
_SESSION_FIELD = 3  # of /proc/PID/stat, counted after the command's name


@dataclass(frozen=True, slots=True)
class Run:
    """`seconds` on the wall; `cpu_seconds` of all its processes, which other work on the machine changes little.

    `peak_bytes`: the largest sum over the processes that ran at one moment; None where there is no /proc.
    """

    seconds: float
    cpu_seconds: float
    peak_bytes: int | None
    output: str


def run_measured(command: Sequence[str], *, cwd: Path, env: Mapping[str, str] | None = None) -> Run:
    """Run `command` in a session of its own and measure it.

    Raises:
        RuntimeError: it failed; the message holds what it printed.
    """
    start, cpu_before = time.perf_counter(), _cpu_seconds_of_children()
    with subprocess.Popen(
        command,
        cwd=cwd,
        env=None if env is None else dict(env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        sampler = _Sampler(process.pid)
        sampler.start()
        try:
            output, errors = process.communicate()
            seconds = time.perf_counter() - start
        finally:
            sampler.stop()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed with {process.returncode}:\n{output[-2000:]}\n{errors[-2000:]}")
    return Run(seconds, _cpu_seconds_of_children() - cpu_before, sampler.peak_bytes, output)


def _cpu_seconds_of_children() -> float:
    """Of all that have ended, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def best_of(runs: Sequence[Run]) -> Run:
    """The fastest run: other work on the machine only ever adds time."""
    return min(runs, key=lambda run: run.seconds)


class _Sampler(threading.Thread):
    """Samples the memory of a session until stopped."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.peak_bytes: int | None = None
        self._session = session
        self._stopped = threading.Event()

    def run(self) -> None:
        while not self._stopped.is_set():
            found = memory_of_session(self._session)
            if found is not None:
                self.peak_bytes = max(self.peak_bytes or 0, found)
            self._stopped.wait(_SAMPLE_S)

    def stop(self) -> None:
        self._stopped.set()
        self.join()


def memory_of_session(session: int) -> int | None:
    """Bytes that all processes of a session hold now; None where the system does not tell.

    PSS shares a page among the processes that map it, so that the sum counts every page once. Where the kernel does not
    give it, RSS is taken, which counts shared pages in each process.
    """
    sizes = [_size_of(process) for process in _processes_of(session)]
    known = [size for size in sizes if size is not None]
    return sum(known) if known else None


def _processes_of(session: int) -> Iterator[Path]:
    if not _PROC.is_dir():
        return
    for entry in os.scandir(_PROC):
        if not entry.name.isdecimal():
            continue
        try:
            stat = Path(entry.path, "stat").read_text()
        except OSError:
            continue  # it ended meanwhile
        if int(stat.rpartition(")")[2].split()[_SESSION_FIELD]) == session:
            yield Path(entry.path)


def _size_of(process: Path) -> int | None:
    for file, label in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        try:
            lines = (process / file).read_text().splitlines()
        except OSError:
            continue
        for line in lines:
            if line.startswith(label):
                return int(line.split()[1]) * 1024
    return None
