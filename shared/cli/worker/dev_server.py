"""A Worker in real workerd on this machine, with real KV, R2, queues, Durable Objects, alarms and Cron.

with WorkerServer({"NAME": "value"}) as server:
    httpx.get(f"{server.url}/health")
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from shared.adapters.local.web_client import ensure_web_client
from shared.cli.worker.folders import CACHE, find_repository
from shared.cli.worker.npm import ensure_npm_packages
from shared.cli.worker.pyodide_bundle import ensure_pyodide_bundle
from shared.cli.worker.staging import PACKAGES, stage
from shared.cli.worker.vendor import ensure_vendored
from shared.cli.worker.wrangler import environment, local_config, wrangler_command, write_config, write_workerd
from shared.errors import ConfigurationError, InvariantError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["WorkerServer"]

_START_S: Final = 120.0
_STOP_S: Final = 5.0
_POLL_S: Final = 0.02
_REQUEST_S: Final = 60.0
_LOG_LINES: Final = 60
_APP: Final = "app"
_TABLE: Final = ("┌", "│", "├", "└")

_GUARD: Final = 'exec 3<&0\n( cat <&3 >/dev/null; kill -KILL 0 ) &\nexec "$@" 3<&- </dev/null'
"""Runs a command in this process group, and kills the group when standard input ends: when this process is no more."""


class WorkerServer:
    """One instance: its own port, files and state, so that several may run at once.

    Starting it stages a copy of the Worker: what is edited meanwhile is not seen until `restart(stage_again=True)`.
    """

    def __init__(
        self,
        variables: Mapping[str, str] | None = None,
        *,
        port: int = 0,
        host: str = "127.0.0.1",
        folder: Path | None = None,
        main: str = "functions/entry.py",
        packages: Sequence[str] = PACKAGES,
        health: str = "/health",
        say: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Nothing runs yet: see `start`.

        Args:
            variables: of the Worker's environment, secrets too; over those of `wrangler.toml`.
            port: 0 takes a free one, and keeps it over restarts.
            folder: where files, log and state lie; state that is there is taken up. None: a new folder, removed by
                `close`.
            main: the entry, as a path in the repository.
            packages: folders of the repository whose modules the Worker has.
            health: the path that answers 200 when the Worker is up.
            say: is told of what takes long, once a machine.
        """
        self._repository = find_repository()
        self._variables = dict(variables or {})
        self._host = host
        self._port = port
        self._temporary = folder is None
        self.folder = folder or _new_folder()
        self._main = main
        self._packages = tuple(packages)
        self._health = health
        self._say = say
        self._process: subprocess.Popen[bytes] | None = None
        self._command: list[str] = []
        self._environment: dict[str, str] = {}

    @property
    def url(self) -> str:
        """Without a slash at the end."""
        return f"http://{self._host}:{self._port}"

    @property
    def log_path(self) -> Path:
        """What wrangler, workerd and the Worker print, of all starts."""
        return self.folder / "worker.log"

    @property
    def state_dir(self) -> Path:
        """What KV, R2 and Durable Objects hold. Queues live in memory: a stop empties them."""
        return self.folder / "state"

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def prepare(self) -> None:
        """Make all that a start needs: tools, packages, runtime, the search page, the Worker's files."""
        self.folder.mkdir(parents=True, exist_ok=True)
        modules = ensure_npm_packages(self._repository, self._say)
        ensure_web_client(self._say)
        bundle = ensure_pyodide_bundle(modules / "pyodide", CACHE, self._say)
        vendored = ensure_vendored(self._repository, CACHE, self._say)
        _link(self.folder / "python_modules", vendored)
        self.stage()
        config = local_config(self._repository, self._variables, main=f"{_APP}/{self._main}", base=_APP)
        path = write_config(self.folder, config)
        workerd = self.folder / "workerd"
        write_workerd(workerd, modules, bundle)
        self._environment = environment(self.folder, workerd)
        self._command = [*wrangler_command(modules), "dev", f"--config={path}", f"--persist-to={self.state_dir}"]
        self._command += ["--local", "--show-interactive-dev-session=false", f"--ip={self._host}", "--inspector-port=0"]

    def stage(self) -> int:
        """Copy the Worker's files anew. A running Worker reloads if any has changed. How many have."""
        return stage(self._repository, self.folder / _APP, self._packages)

    def start(self) -> None:
        """Start, and wait until the Worker answers.

        Raises:
            ConfigurationError: the tools, or the Worker itself, do not start; the message shows the log's end.
        """
        if self.is_running:
            raise InvariantError("the Worker is running already")
        if not self._command:
            self.prepare()
        if not self._port:
            self._port = _free_port(self._host)
        # The log goes on over restarts: what was before a crash is what one wants to read.
        with self.log_path.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own command
                ["/bin/sh", "-c", _GUARD, "guard", *self._command, f"--port={self._port}"],
                cwd=self.folder,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            self._wait_until_healthy()
        except BaseException:
            self.kill()
            raise

    def stop(self) -> None:
        """Stop as Ctrl-C does; after a while, `kill`. State stays."""
        process = self._process
        if process is not None and process.poll() is None:
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(_STOP_S)
        self.kill()

    def kill(self) -> None:
        """Kill wrangler, workerd and all they have started at once, as a power cut would. State stays."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stdin is not None:
            process.stdin.close()
        _wait_until_gone(process.pid)

    def restart(self, *, stage_again: bool = False) -> None:
        """Kill, and start with the same state, port and variables."""
        self.kill()
        if stage_again:
            self.stage()
        self.start()

    def close(self) -> None:
        """Stop, and remove the folder if it was made here."""
        self.stop()
        if self._temporary:
            shutil.rmtree(self.folder, ignore_errors=True)

    def log(self, lines: int = _LOG_LINES) -> str:
        """The log's last lines, without wrangler's tables of modules."""
        try:
            text = self.log_path.read_text("utf-8", "replace")
        except FileNotFoundError:
            return ""
        return "\n".join([line for line in text.splitlines() if not line.startswith(_TABLE)][-lines:])

    def trigger_cron(self, expression: str, *, at: float | None = None) -> str:
        """Have the Worker's `scheduled` called, as at the Unix time `at` (now), and wait for it. Its outcome: `ok`.

        Raises:
            InvariantError: it failed.
        """
        time_ms = str(int((time.time() if at is None else at) * 1000))
        query = urllib.parse.urlencode({"cron": expression, "time": time_ms})
        status, body = self.fetch(f"/cdn-cgi/local/scheduled?{query}")
        if status != 200:
            raise InvariantError(f"the scheduled event {expression!r} failed: {status} {body[:500]!r}")
        return body.decode("utf-8", "replace")

    def fetch(self, path: str, *, timeout_s: float = _REQUEST_S) -> tuple[int, bytes]:
        """GET, for those without a client of their own: status and body."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=timeout_s) as answer:  # noqa: S310 - our own address
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read()

    def _wait_until_healthy(self) -> None:
        end = time.monotonic() + _START_S
        while time.monotonic() < end:
            if not self.is_running:
                raise ConfigurationError(f"the Worker did not start:\n{self.log()}")
            try:
                status, body = self.fetch(self._health)
            except OSError:
                time.sleep(_POLL_S)
                continue
            if status == 200:
                return
            text = body.decode("utf-8", "replace")[:2_000]
            raise ConfigurationError(f"the Worker answers {self._health} with {status}:\n{text}\n{self.log()}")
        raise ConfigurationError(f"the Worker did not answer within {_START_S:g} s:\n{self.log()}")


def _new_folder() -> Path:
    instances = CACHE / "instances"
    instances.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(dir=instances))


def _link(link: Path, target: Path) -> None:
    if link.is_symlink() and link.readlink() == target:
        return
    link.unlink(missing_ok=True)
    link.symlink_to(target)


def _free_port(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: Any = probe.getsockname()[1]
        return int(port)


def _wait_until_gone(group: int) -> None:
    """Wait until no process of the group is left, so that their ports and files are free."""
    end = time.monotonic() + _STOP_S
    while _is_alive(group) and time.monotonic() < end:
        time.sleep(_POLL_S)


def _is_alive(group: int) -> bool:
    """Whether a process of the group runs. Where it can be told, those that only wait to be reaped do not count."""
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):  # the latter: the number is another user's by now
        return False
    processes = Path("/proc")
    if not (processes / "self" / "stat").is_file():
        return True
    return any(_runs_in(entry, group) for entry in processes.iterdir() if entry.name.isdecimal())


def _runs_in(process: Path, group: int) -> bool:
    try:
        state, _, its_group = (process / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[:3]
    except OSError:
        return False  # it has ended meanwhile
    return int(its_group) == group and state not in "ZX"
