"""`inkdex dev` and `inkdex serve` as the README has them: a process of its own, which prints where its page is."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DevServer", "start_dev_server", "start_server"]

REPOSITORY = Path(__file__).resolve().parents[2]
_START_S = 300.0
"""The first start installs and builds the search page."""
_STOP_S = 15.0
_URL = re.compile(r"at (http://\S+)")


class DevServer:
    """A running `inkdex dev` or `inkdex serve`. `url` is the address that it has printed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.url = ""
        self._process = process
        self._lines: list[str] = []
        self._ended = False
        self._news = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def wait_until_ready(self) -> None:
        self.url = self.wait_for(_URL, _START_S).group(1)

    @property
    def output(self) -> str:
        return "".join(self._lines)

    def wait_for(self, pattern: re.Pattern[str], timeout_s: float = 30) -> re.Match[str]:
        """The first match in what it prints."""
        with self._news:
            self._news.wait_for(lambda: pattern.search(self.output) or self._ended, timeout_s)
            found = pattern.search(self.output)
        if found is None:
            pytest.fail(f"the server did not print {pattern.pattern!r}:\n{self.output}", pytrace=False)
        return found

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with self._news:
                self._lines.append(line)
                self._news.notify_all()
        with self._news:
            self._ended = True
            self._news.notify_all()

    def stop(self) -> int:
        """Press Ctrl-C, as a terminal does: every process of the group gets it. Returns the exit code."""
        _signal(self._process, signal.SIGINT)
        try:
            return self._process.wait(_STOP_S)
        finally:
            self.kill()

    def kill(self) -> None:
        """End it in any case, and let go of what it prints."""
        _signal(self._process, signal.SIGKILL)
        self._process.wait()
        self._reader.join()
        assert self._process.stdout is not None
        self._process.stdout.close()


@contextmanager
def start_dev_server(folder: Path | str, *options: str) -> Iterator[DevServer]:
    """`inkdex dev FOLDER` on a free port, run in the repository. Nothing of it is left afterwards."""
    with start_server("dev", folder, *options) as server:
        yield server


@contextmanager
def start_server(command: Literal["dev", "serve"], folder: Path | str, *options: str) -> Iterator[DevServer]:
    """As `start_dev_server`; `serve` has a folder of artifacts."""
    inkdex = Path(sys.executable).with_name("inkdex")
    process = subprocess.Popen(
        [inkdex, command, str(folder), "--port", "0", "--no-open", *options],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "NO_COLOR": "1", "COLUMNS": "200"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    server = DevServer(process)
    try:
        server.wait_until_ready()
        yield server
        server.stop()
    finally:
        server.kill()


def _signal(process: subprocess.Popen[str], number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, number)
