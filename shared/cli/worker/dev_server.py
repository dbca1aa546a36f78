"""A Worker in real workerd on this machine, with real KV, R2, queues, Durable Objects, alarms and Cron.

with WorkerServer({"NAME": "value"}) as server:
    httpx.get(f"{server.url}/health")
"""

from __future__ import annotations

import os
import shlex
import shutil
import socket
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from shared.adapters.local.web_client import ensure_web_client
from shared.cli.worker.folders import CACHE, find_repository
from shared.cli.worker.npm import ensure_npm_packages
from shared.cli.worker.process_group import ProcessGroup
from shared.cli.worker.pyodide_bundle import ensure_pyodide_bundle
from shared.cli.worker.server_log import readable
from shared.cli.worker.snapshots import BASE_ENTRY, SNAPSHOTS, Snapshots, digest_of
from shared.cli.worker.staging import PACKAGES, stage
from shared.cli.worker.vendor import ensure_vendored
from shared.cli.worker.wrangler import (
    environment,
    installed_version,
    make_local,
    placed_config,
    wrangler_command,
    write_config,
    write_variables,
    write_workerd,
)
from shared.errors import ConfigurationError, InvariantError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["WorkerServer"]

_START_S: Final = 120.0
_REQUEST_S: Final = 60.0
_POLL_S: Final = 0.02
_LOG_LINES: Final = 60
_APP: Final = "app"


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
        self._files = dict(files or {})
        self._env_file = env_file
        self._reload = reload
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
        digest = self._prepare()
        if not self._port:
            self._port = _free_port(self._host)
        # The log goes on over restarts: what was before a crash is what one wants to read.
        self._processes = ProcessGroup(
            self._command(), folder=self.folder, environment=self._environment(), log=self.log_path
        )
        try:
            self._wait_until_healthy()
        except BaseException:
            self.kill()
            raise
        if digest and self._snapshots is not None:
            self._snapshots.keep(digest, self._made)

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

    def _place(self) -> tuple[dict[str, Any], Path, str]:
        """Put files into the folder. Gives the configuration, the runtime's folder and the snapshot's digest."""
        self.folder.mkdir(parents=True, exist_ok=True)
        modules = ensure_npm_packages(self._repository, self._say)
        ensure_web_client(self._say)
        bundle = ensure_pyodide_bundle(modules / "pyodide", self._say)
        vendored = ensure_vendored(self._repository, self._say)
        _link(self.folder / "python_modules", vendored)
        write_variables(self.folder, self._variables, self._env_file)
        app = self.folder / _APP
        stage(self._repository, app, self._packages, self._files)
        config = placed_config(self._repository, main=f"{_APP}/{self._main}", base=_APP)
        make_local(config)
        others = (bundle.name, vendored.name, installed_version(modules, "workerd"))
        return config, bundle, digest_of(app, config, others)

    def _prepare(self) -> str:
        """Make ready for a start. The digest of the snapshot that it will make; empty if it will make none."""
        config, bundle, digest = self._place()
        options = [f"--pyodide-bundle-disk-cache-dir={bundle}"]
        made = ""
        if self._reload:
            config["build"] = self._build()
        if self._snapshots is not None and self._reload:
            options += self._snapshots.load(_PackagesWorker(self._snapshots, self._say).snapshot())
        elif self._snapshots is not None:
            found = self._snapshots.find(digest)
            options += self._snapshots.load(found) if found else self._snapshots.make(self._made, self._base())
            made = "" if found else digest
        write_config(self.folder, config)
        write_workerd(self.folder / "workerd", self._repository / "node_modules", options)
        return made

    def _base(self) -> Path | None:
        """The snapshot that this one's goes on from."""
        return None if self._snapshots is None else _PackagesWorker(self._snapshots, self._say).snapshot()

    @property
    def _made(self) -> Path:
        return self.folder / "snapshot"

    def _build(self) -> dict[str, Any]:
        """wrangler's hook: stage anew whatever changes."""
        command = [sys.executable, "-m", "shared.cli.worker.staging", os.fspath(self.folder / _APP), *self._packages]
        # wrangler joins these to the folder of its configuration, even if they are absolute.
        watched = [os.path.relpath(self._repository / package, self.folder) for package in self._packages]
        return {"command": shlex.join(command), "cwd": os.fspath(self._repository), "watch_dir": watched}

    def _command(self) -> list[str]:
        command = [*wrangler_command(self._repository / "node_modules"), "dev", "--config=wrangler.json", "--local"]
        command += [f"--ip={self._host}", f"--port={self._port}", "--inspector-port=0"]
        return [*command, f"--persist-to={self.state_dir}", "--show-interactive-dev-session=false"]

    def _environment(self) -> dict[str, str]:
        return environment(self.folder, self.folder / "workerd")

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

    def snapshot(self) -> Path:
        """The snapshot. If it has not been made yet, that takes a start."""
        try:
            _, _, digest = self._place()
            if not self._store.find(digest):
                self._say("Taking a snapshot of the Worker's packages, once…")
                self.start()
            found = self._store.find(digest)
        finally:
            self.close()
        if found is None:
            raise InvariantError("workerd has made no snapshot")
        return found

    def _base(self) -> None:
        return None


def _new_folder() -> Path:
    instances = CACHE / "instances"
    instances.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(dir=instances))


def _link(link: Path, target: Path) -> None:
    link.unlink(missing_ok=True)
    link.symlink_to(target)


def _free_port(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port
