"""The local runtime itself: it starts, says why it does not, survives a kill, and leaves nothing behind."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from shared.cli.worker.dev_server import WorkerServer
from shared.cli.worker.folders import REPOSITORY
from shared.errors import ConfigurationError, InvariantError
from tests.runtime.conftest import IN_WORKER

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.runtime.conftest import StartWorker

SOME_SECONDS = 60.0


def do_step(server: WorkerServer, step: str) -> None:
    status, body = server.fetch(f"/run?suite=steps_memory&test={step}")
    assert status == 200, body.decode("utf-8", "replace")
    assert json.loads(body)["failure"] is None


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + SOME_SECONDS
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def worker_with(code: str) -> WorkerServer:
    """A Worker whose entry is the Worker's own, and then this code."""
    text = f"from functions import entry\nfrom functions.entry import *\n{code}\n"
    return WorkerServer(main="main.py", files={"main.py": text})


def test_health_answers(worker_server: StartWorker) -> None:
    answer = httpx.get(f"{worker_server().url}/health")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["status"] == "ok"


def test_equal_variables_share_a_worker(worker_server: StartWorker) -> None:
    assert worker_server() is worker_server({})


def test_the_search_pages_files_are_served_past_the_worker(worker_server: StartWorker) -> None:
    with httpx.Client(base_url=worker_server().url) as client:
        script = next((REPOSITORY / "web-client/dist/assets").glob("english-*.js"))
        answer = client.get(f"/_inkdex/assets/{script.name}")
        assert answer.content == script.read_bytes()
        assert answer.headers["content-type"].startswith("text/javascript")
        # A page of another origin may load the component, and keep what is named by its content.
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "immutable" in answer.headers["cache-control"]
        component = client.get("/_inkdex/inkdex-search.js")
        assert component.content == (REPOSITORY / "web-client/dist/inkdex-search.js").read_bytes()
        assert component.headers["access-control-allow-origin"] == "*"
        assert client.get("/_inkdex/icon.svg").status_code == 200
        assert client.get("/_inkdex/assets/none.js").status_code == 404


def test_what_is_stored_survives_a_kill(own_worker_server: StartWorker) -> None:
    server = own_worker_server(**IN_WORKER)
    do_step(server, "remember")
    server.restart()
    do_step(server, "recall")
    server.stop()
    assert not server.is_running
    with pytest.raises(OSError, match="refused"):
        server.fetch("/health")
    server.start()
    do_step(server, "recall")


def test_workers_run_side_by_side(own_worker_server: StartWorker, suite_server: WorkerServer) -> None:
    """Each has its own port, state and variables; values get through as they are, and are not in the log."""
    other = own_worker_server({"PUBLIC_URL": """it's "$HOME" # \\n"""}, **IN_WORKER)
    assert other.url != suite_server.url
    do_step(suite_server, "remember")
    do_step(other, "see_nothing")
    do_step(other, "see_variable")
    assert "$HOME" not in other.log_path.read_text()


def test_cron_can_be_triggered(worker_server: StartWorker) -> None:
    assert worker_server().trigger_cron("17 3 * * *") == "ok"


def test_a_failing_cron_is_told() -> None:
    code = "class Default(entry.Default):\n    async def scheduled(self, *_):\n        raise ValueError('no such luck')"
    with worker_with(code) as server:
        with pytest.raises(InvariantError, match="failed"):
            server.trigger_cron("*/5 * * * *")
        wait_until(lambda: "no such luck" in server.log())


def test_a_worker_that_cannot_be_imported_says_why() -> None:
    with pytest.raises(ConfigurationError, match="no_such_module"), worker_with("import no_such_module"):
        ...


def test_what_a_deployment_would_refuse_is_refused_here() -> None:
    """Cloudflare takes a snapshot after importing the entry. JavaScript objects of that moment cannot be in it."""
    code = "import js\nHEADERS = js.Headers.new()"
    with pytest.raises(ConfigurationError, match="Can't serialize top-level variable"), worker_with(code):
        ...


def test_an_edit_is_loaded_again() -> None:
    ignored = REPOSITORY / "test-artifacts"  # wrangler does not watch folders whose name begins with a dot
    ignored.mkdir(exist_ok=True)
    code = (
        "from workers import Response\nfrom functions import entry\nfrom functions.entry import *\n"
        "class Default(entry.Default):\n    async def fetch(self, request):\n        return Response('before')\n"
    )
    with tempfile.TemporaryDirectory(dir=ignored) as folder:
        package = Path(folder).relative_to(REPOSITORY).as_posix()
        edited = Path(folder) / "main.py"
        edited.write_text(code)
        options = {"main": f"{package}/main.py", "packages": ("functions", "shared", package)}
        with WorkerServer(reload=True, **options) as server:
            assert server.fetch("/")[1] == b"before"
            edited.write_text(code.replace("before", "after"))
            wait_until(lambda: server.fetch("/") == (200, b"after"))


def test_nothing_is_left_when_the_process_that_started_it_dies() -> None:
    code = (
        "import time\nfrom shared.cli.worker.dev_server import WorkerServer\n"
        "server = WorkerServer()\nserver.start()\nprint(server.process_group, flush=True)\ntime.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        group = int(process.stdout.readline())
        assert is_running(group)
        process.kill()
    wait_until(lambda: not is_running(group))


def test_dev_command_stops_on_interrupt(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "shared.cli", "worker", "dev", "--port=0", f"--folder={tmp_path / 'dev'}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = []
        while "State" not in "".join(lines[-1:]):
            lines.append(process.stdout.readline())
        url = next(word for word in "".join(lines).split() if word.startswith("http"))
        assert httpx.get(f"{url}/health").status_code == 200
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=SOME_SECONDS)
    assert process.returncode == 130
    assert errors.strip().splitlines()[-1] == "Stopped."
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{url}/health")
    assert (tmp_path / "dev/secrets.json").stat().st_mode & 0o077 == 0
