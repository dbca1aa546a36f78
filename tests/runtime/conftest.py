"""The Worker in real workerd, for tests.

**From outside**, over HTTP:

    def test_health_answers(worker_server):
        server = worker_server({"BUILD_TIMEOUT_S": "2"})
        assert httpx.get(f"{server.url}/health").status_code == 200

`worker_server` starts a Worker with the variables given (secrets are variables too). Equal variables give the same one,
so tests should name their sites differently rather than want a Worker each. It is stopped at the end of the module,
since each takes 600 MB, and is there again with its state when another module asks for it. A fixture of the session,
which asks once for all modules, says `keep=True`. A test that kills, restarts or fills up its Worker takes
`own_worker_server`, which is called alike and ends with the test:

    server.kill()                        SIGKILL to wrangler, workerd and all: KV, R2, Durable Objects and alarms
    server.start()                       survive; Miniflare's queues do not (production's do)
    server.restart()                     both
    server.trigger_cron("*/5 * * * *")   calls `scheduled` and waits for it
    server.log(), server.log_path        what the Worker printed; shown when a test fails
    server.state_dir, server.url, server.fetch(path)

**From inside**, with bindings at hand: write `tests/runtime/in_worker/suite_NAME.py` with functions

    async def test_a_put_is_read_back(env): ...

`test_in_worker.py` finds them and reports each as a test of its own. There is no pytest in workerd: use plain `assert`
(a failure shows local variables) and `tests.runtime.worker.runner.raises`. Modules of `functions/`, `shared/` and
`tests/runtime/in_worker/` can be imported. All suites run in one Worker, one test after the other, and share its state.

`GET /heap` of that Worker tells Python's memory: `server.fetch("/heap")` after `worker_server(variables, **IN_WORKER)`.

A start takes 2 s, and 4 s after an edit: then Python imports the Worker's modules anew and a snapshot of its memory is
kept in .inkdex/worker. `shared/cli/worker/dev_server.py` says more.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from shared.cli.worker.dev_server import WorkerServer
from shared.cli.worker.staging import PACKAGES
from tests.runtime.cloud import open_cloud
from tests.runtime.faulty_cloud import FAULTY, VARIABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

    from tests.runtime.cloud import Cloud

    StartWorker = Callable[..., WorkerServer]

IN_WORKER = {
    "main": "tests/runtime/worker/entry.py",
    "packages": (*PACKAGES, "tests/runtime/worker", "tests/runtime/in_worker", "tests/contracts/promises"),
}
"""Options of a Worker that runs suites inside."""

_servers: list[WorkerServer] = []
"""Those of this module, and those that are kept."""

_kept: list[WorkerServer] = []


def _start(server: WorkerServer) -> WorkerServer:
    _servers.append(server)
    server.start()
    return server


@pytest.fixture(scope="module", autouse=True)
def _stopped_after_the_module() -> Iterator[None]:
    yield
    for server in _servers:
        if server not in _kept:
            server.stop()
    _servers[:] = _kept


@pytest.fixture(scope="session")
def worker_server() -> Iterator[StartWorker]:
    """`worker_server(variables)`: a running Worker, the same for equal variables."""
    started: dict[str, WorkerServer] = {}

    def start(variables: Mapping[str, str] | None = None, *, keep: bool = False, **options: Any) -> WorkerServer:
        key = repr((sorted((variables or {}).items()), sorted(options.items())))
        if key not in started:
            started[key] = WorkerServer(variables, say=print, **options)
        if keep:
            _kept.append(started[key])
        return started[key] if started[key].is_running else _start(started[key])

    yield start
    for server in started.values():
        server.close()


@pytest.fixture
def own_worker_server() -> Iterator[StartWorker]:
    """`own_worker_server(variables)`: a running Worker for this test alone."""
    started: list[WorkerServer] = []

    def start(variables: Mapping[str, str] | None = None, **options: Any) -> WorkerServer:
        started.append(WorkerServer(variables, say=print, **options))
        return _start(started[-1])

    yield start
    for server in started:
        server.close()


@pytest.fixture(scope="module")
def suite_server(worker_server: StartWorker) -> WorkerServer:
    """The Worker that runs the suites of `in_worker/`."""
    return worker_server(**IN_WORKER)


@pytest.fixture(scope="session")
def faulty_cloud(worker_server: StartWorker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cloud]:
    """A deployment whose builds go wrong as tests script it (`faulty_cloud.py`). Each test has sites of its own."""
    yield from open_cloud(partial(worker_server, keep=True, **FAULTY), tmp_path_factory.mktemp("faulty"), VARIABLES)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed:
        report.sections += [(f"Log of the Worker at {server.url}", server.log()) for server in _servers]
    return report
