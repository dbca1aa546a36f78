"""A command and all that it starts, as one: stopped, killed and outlived together."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["ProcessGroup"]

_GUARD: Final = 'exec 3<&0\n( cat <&3 >/dev/null; kill -KILL 0 ) &\nexec "$@" 3<&- </dev/null'
"""Runs a command in this process group, and kills the group when standard input ends: when we are no more, however."""

_STOP_S: Final = 5.0
_POLL_S: Final = 0.02
_PROCESSES: Final = Path("/proc")


class ProcessGroup:
    """A running command, in a session of its own. What it prints is appended to `log`."""

    def __init__(self, command: Sequence[str], *, folder: Path, environment: Mapping[str, str], log: Path) -> None:
        with log.open("ab") as output:
            self._process = subprocess.Popen(  # noqa: S603 - the caller's command
                ["/bin/sh", "-c", _GUARD, "guard", *command],
                cwd=folder,
                env=dict(environment),
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def id(self) -> int:
        """Of the group, which is that of its first process."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether the command itself runs."""
        return self._process.poll() is None

    def stop(self) -> None:
        """Interrupt the command as Ctrl-C does; kill what is left after a while."""
        if self.is_running:
            self._process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_STOP_S)
        self.kill()

    def kill(self) -> None:
        """Kill all processes at once, and wait until they are gone: ports and files are free then."""
        with suppress(ProcessLookupError):
            os.killpg(self.id, signal.SIGKILL)
        self._process.wait()
        if self._process.stdin is not None:
            self._process.stdin.close()
        end = time.monotonic() + _STOP_S
        while _is_alive(self.id) and time.monotonic() < end:
            time.sleep(_POLL_S)


def _is_alive(group: int) -> bool:
    """Whether a process of the group runs. Where it can be told, those that only wait to be reaped do not count."""
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):  # the latter: the number is another user's by now
        return False
    if not _PROCESSES.is_dir():
        return True
    return any(_runs_in(entry, group) for entry in _PROCESSES.iterdir() if entry.name.isdecimal())


def _runs_in(process: Path, group: int) -> bool:
    try:
        state, _, its_group = (process / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[:3]
    except OSError:
        return False  # it has ended meanwhile
    return int(its_group) == group and state not in "ZX"
