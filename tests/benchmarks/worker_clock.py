"""The clock outside of the Worker: what `in_worker/measured.py` tells, with time and processor time of each moment."""

from __future__ import annotations

import json
import os
import threading
import time
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Clock", "Moment", "Passed", "cpu_seconds_of", "find_workerd", "memory_of", "serve_clock"]

_CPU_FIELDS = (11, 12)  # utime and stime of /proc/PID/stat, counted after the command's name


@dataclass(frozen=True, slots=True)
class Moment:
    wall_s: float
    cpu_s: float
    heap_bytes: int


@dataclass(frozen=True, slots=True)
class Passed:
    """A message or a step from start to end. `inside_cpu_s`: of the steps that a round of planning ran itself."""

    stage: str
    wall_s: float
    cpu_s: float
    heap_before: int
    heap_after: int
    inside_cpu_s: float = 0.0


@dataclass
class Clock:
    """Listens, and keeps what has passed. `cpu_seconds` reads the processor time of what is measured."""

    cpu_seconds: Callable[[], float]
    messages: list[Passed] = field(default_factory=list)
    steps: list[Passed] = field(default_factory=list)
    step_texts: list[str] = field(default_factory=list)
    """As JSON, one for each of `steps`."""
    last_claim: str = ""
    last_round: str = ""
    """The message of the last round of planning."""
    _open: dict[str, Moment] = field(default_factory=dict)
    _inside_s: float = 0.0

    def hear(self, said: dict[str, Any]) -> None:
        now = Moment(time.monotonic(), self.cpu_seconds(), int(said["heap"]))
        what = str(said["what"])
        if said["edge"] == "start":
            self._open[what] = now
            if what == "message":
                self._inside_s = 0.0
        else:
            self._close(what, said, now)

    def _close(self, what: str, said: dict[str, Any], now: Moment) -> None:
        start = self._open.pop(what)
        wall_s, cpu_s = now.wall_s - start.wall_s, now.cpu_s - start.cpu_s
        if what == "step":
            self._inside_s += cpu_s
            self.step_texts.append(said["step"])
            self.steps.append(Passed(said["stage"], wall_s, cpu_s, start.heap_bytes, now.heap_bytes))
            return
        inside_s = self._inside_s
        self.messages.append(Passed(said["stage"], wall_s, cpu_s, start.heap_bytes, now.heap_bytes, inside_s))
        self.last_claim = said["claim"] or self.last_claim
        if said["stage"] == "advance":
            self.last_round = json.dumps(said["message"])

    def wait(self, timeout_s: float = 30.0) -> None:
        """Until no message is at work: a job is over before the message that has finished it. Raises: TimeoutError."""
        deadline = time.monotonic() + timeout_s
        while self._open:
            if time.monotonic() > deadline:
                raise TimeoutError(f"the Worker has not said that {', '.join(self._open)} ended")
            time.sleep(0.02)

    def forget(self) -> None:
        """Begin anew, for another build."""
        self.messages.clear()
        self.steps.clear()
        self.step_texts.clear()

    def steps_by_stage(self) -> dict[str, list[tuple[Passed, str]]]:
        """In the order in which stages first ran, with each step's own text."""
        found: dict[str, list[tuple[Passed, str]]] = defaultdict(list)
        for passed, text in zip(self.steps, self.step_texts, strict=True):
            found[passed.stage].append((passed, text))
        return found


@contextmanager
def serve_clock(clock: Clock) -> Iterator[str]:
    """The address to tell."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size = int(self.headers["content-length"])
            clock.hear(json.loads(self.rfile.read(size)))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


def find_workerd(session: int) -> int:
    """The process of a session that runs the Worker: of all workerds, the largest. wrangler has one more for itself."""
    found = []
    for entry in os.scandir("/proc"):
        if not entry.name.isdecimal():
            continue
        try:
            stat = Path(entry.path, "stat").read_text()
        except OSError:
            continue
        name, _, rest = stat.partition("(")[2].rpartition(")")
        if name == "workerd" and int(rest.split()[3]) == session:
            found.append((memory_of(int(entry.name)), int(entry.name)))
    if not found:
        raise RuntimeError("no workerd runs; memory and processor time are read from /proc, which Linux has")
    return max(found)[1]


def cpu_seconds_of(process: int) -> float:
    """Of all its threads so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(int(fields[number]) for number in _CPU_FIELDS) / os.sysconf("SC_CLK_TCK")


def memory_of(process: int) -> int:
    """Bytes that are resident."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
