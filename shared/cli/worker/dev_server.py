"""A Worker in real workerd on this machine, with real KV, R2, queues, Durable Objects, alarms and Cron.

with WorkerServer({"NAME": "value"}) as server:
    httpx.get(f"{server.url}/health")
"""

from __future__ import annotations

import shutil
import socket
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from shared.cli.worker.folders import CACHE, find_repository
from shared.cli.worker.placing import WORKERD, Parts, finish, place
from shared.cli.worker.process_group import ProcessGroup
from shared.cli.worker.server_log import readable
from shared.cli.worker.snapshots import BASE_ENTRY, SNAPSHOTS, Snapshots
from shared.cli.worker.staging import PACKAGES
from shared.cli.worker.wrangler import environment, wrangler_command
from shared.errors import ConfigurationError, InvariantError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["WorkerServer"]

_START_S: Final = 120.0
_REQUEST_S: Final = 60.0
_POLL_S: Final = 0.02
_LOG_LINES: Final = 60
_LEFT_S: Final = 86_400.0


class WorkerServer:
    """One instance: its own port, files and state, so that several may run at once."""

    def __init__(
        self,
        variables: Mapping[str, str] | None = None,
        *,
        port: int = 0,
        host: str = "127.0.0.1",
        folder: Path | None = None,
        main: str = "functions/entry.py",
        packages: Sequence[str] = PACKAGES,
        files: Mapping[str, str] | None = None,
        env_file: Path | None = None,
        reload: bool = False,
        snapshots: Snapshots | None = SNAPSHOTS,
        health: str = "/health",
        queues: Mapping[str, Mapping[str, object]] | None = None,
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
            files: modules besides those, path and text; not with `reload`.
            env_file: a file of variables, as wrangler's `.dev.vars`; `variables` win over it.
            reload: whether the Worker starts over when its files are edited. If not, it keeps what it started with.
            snapshots: where memory snapshots are kept; None: Python starts from nothing each time.
            health: the path that answers 200 when the Worker is up.
            queues: settings of consumers, by queue, that are to be others than in `wrangler.toml`.
            say: is told of what takes long, once a machine.
        """
        self._parts = Parts(
            main, tuple(packages), dict(files or {}), dict(variables or {}), env_file, reload, dict(queues or {})
        )
        self._host = host
        self._port = port
        self._temporary = folder is None
        self.folder = folder or _new_folder()
        self._health = health
        self._say = say
        self._snapshots = snapshots
        self._processes: ProcessGroup | None = None

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
        return self._processes is not None and self._processes.is_running

    @property
    def process_group(self) -> int:
        """The id of the group, and the session, of all its processes."""
        if self._processes is None:
            raise InvariantError("the Worker is not running")
        return self._processes.id

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start from the repository's files as they are now, and wait until the Worker answers.

        Raises:
            ConfigurationError: the tools, or the Worker itself, do not start; the message shows the log's end.
        """
        if self.is_running:
            raise InvariantError("the Worker is running already")
        placed = place(self.folder, self._parts, self._say)
        finish(self.folder, placed, self._snapshot_options(placed.digest))
        if not self._port:
            self._port = _free_port(self._host)
        # The log goes on over restarts: what was before a crash is what one wants to read.
        variables = environment(self.folder, self.folder / WORKERD)
        self._processes = ProcessGroup(self._command(), folder=self.folder, environment=variables, log=self.log_path)
        try:
            self._wait_until_healthy()
        except BaseException:
            self.kill()
            raise
        if self._snapshots is not None and not self._parts.reload:
            self._snapshots.keep(placed.digest, self._made)

    def stop(self) -> None:
        """Stop as Ctrl-C does. State stays."""
        if self._processes is not None:
            self._processes.stop()
            self._processes = None

    def kill(self) -> None:
        """Kill wrangler, workerd and all they have started at once, as a power cut would. State stays."""
        if self._processes is not None:
            self._processes.kill()
            self._processes = None

    def restart(self) -> None:
        """Kill, and start with the same state, port and variables, from the repository's files as they are now."""
        self.kill()
        self.start()

    def close(self) -> None:
        """Stop, and remove the folder if it was made here."""
        self.stop()
        if self._temporary:
            shutil.rmtree(self.folder, ignore_errors=True)

    def log(self, lines: int = _LOG_LINES) -> str:
        """The log's last lines, without wrangler's tables of modules."""
        try:
            found = map(readable, self.log_path.read_bytes().splitlines())
        except FileNotFoundError:
            return ""
        return "\n".join([line for line in found if line is not None][-lines:])

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
        """GET, for those without a client of their own: status and body.

        Raises:
            OSError: nobody answers.
        """
        try:
            with urllib.request.urlopen(self.url + path, timeout=timeout_s) as answer:  # noqa: S310 - our own address
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read()

    @property
    def _made(self) -> Path:
        """Where workerd puts a snapshot that it makes."""
        return self.folder / "snapshot"

    def _snapshot_options(self, digest: str) -> list[str]:
        """For workerd: to start from this Worker's snapshot, or from that of its packages and then make its own."""
        if self._snapshots is None:
            return []
        if not self._parts.reload and (found := self._snapshots.find(digest)):
            return self._snapshots.load(found)
        base = self._find_base()
        # A Worker that reloads would soon start from a snapshot of what it was.
        return self._snapshots.load(base) if base and self._parts.reload else self._snapshots.make(self._made, base)

    def _find_base(self) -> Path | None:
        return None if self._snapshots is None else _PackagesWorker(self._snapshots, self._say).take_snapshot()

    def _command(self) -> list[str]:
        command = [*wrangler_command(find_repository() / "node_modules"), "dev", "--config=wrangler.json", "--local"]
        command += [f"--ip={self._host}", f"--port={self._port}", "--inspector-port=0"]
        return [*command, f"--persist-to={self.state_dir}", "--show-interactive-dev-session=false"]

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


class _PackagesWorker(WorkerServer):
    """Is there for a snapshot of the packages alone, which holds whatever is edited."""

    def __init__(self, snapshots: Snapshots, say: Callable[[str], None]) -> None:
        super().__init__(main="base.py", packages=(), files={"base.py": BASE_ENTRY}, snapshots=snapshots, say=say)
        self._store = snapshots

    def take_snapshot(self) -> Path | None:
        """The snapshot. If it has not been made yet, that takes a start."""
        try:
            digest = place(self.folder, self._parts, self._say).digest
            if self._store.find(digest) is None:
                self._say("Taking a snapshot of the Worker's packages, once…")
                self.start()
            return self._store.find(digest)
        finally:
            self.close()

    def _find_base(self) -> None:
        return None


def _new_folder() -> Path:
    """A folder for one run. Those that a killed run has left behind go after a day."""
    instances = CACHE / "instances"
    instances.mkdir(parents=True, exist_ok=True)
    for left in instances.iterdir():
        with suppress(FileNotFoundError):  # another process may be as tidy
            if left.stat().st_mtime < time.time() - _LEFT_S:
                shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(dir=instances))


def _free_port(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port
