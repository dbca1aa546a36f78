"""Durable Objects, and the HTTP client of the Worker, inside of workerd."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.runtime.conftest import IN_WORKER
from tests.runtime.test_in_worker import names_of_tests

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.cli.worker.dev_server import WorkerServer
    from tests.runtime.conftest import StartWorker

FOLDER = Path(__file__).parent / "in_worker"
CASES = [(suite, test) for suite in ("objects", "peer") for test in names_of_tests(FOLDER / f"{suite}.py")]

_left = threading.Semaphore(0)


class _Peer(BaseHTTPRequestHandler):
    """Answers as each path says."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self._begin(200, len(body), ("X-Method", "POST"), ("X-Path", self.path), ("X-Name", self.headers["x-name"]))
        self.wfile.write(body)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/redirect":
            self._begin(302, 0, ("Location", "https://elsewhere.example/"))
        elif path == "/status/503":
            self._begin(503, 0)
        elif path == "/broken":
            self._begin(200, 100)
            self.wfile.write(b"half")
            self.close_connection = True
        elif path == "/closed":
            self.close_connection = True
        elif path == "/slow":
            time.sleep(1.5)
            self._begin(200, 0)
        elif path == "/slow-body":
            self._begin(200, 100)
            self.wfile.write(b"half")
            self.wfile.flush()
            time.sleep(1.5)
            self.close_connection = True
        elif path == "/large":
            self._begin(200, 20_000_000)
            for _ in range(20):
                self.wfile.write(b"x" * 1_000_000)
        elif path == "/endless":
            self._begin(200, 10**12)
            self._send_for_ever()
        elif path == "/left":
            time.sleep(0.1)
            found = b"1" if _left.acquire(blocking=False) else b"0"
            self._begin(200, 1)
            self.wfile.write(found)

    def _begin(self, status: int, size: int, *headers: tuple[str, str | None]) -> None:
        self.send_response(status)
        for name, value in (*headers, ("Content-Length", str(size))):
            self.send_header(name, value or "")
        self.end_headers()

    def _send_for_ever(self) -> None:
        try:
            while True:
                self.wfile.write(b"x" * 100_000)
                time.sleep(0.01)
        except OSError:
            _left.release()
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        pass


@pytest.fixture(scope="module")
def peer() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Peer) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def worker(worker_server: StartWorker, peer: str) -> WorkerServer:
    return worker_server({"PEER": peer}, **{**IN_WORKER, "main": "tests/runtime/worker/objects_entry.py"})


@pytest.mark.parametrize(("suite", "test"), CASES, ids=[f"{suite}-{test}" for suite, test in CASES])
def test_in_objects(worker: WorkerServer, suite: str, test: str) -> None:
    status, body = worker.fetch(f"/run?suite={suite}&test={test}")
    assert status == 200, body.decode("utf-8", "replace")
    outcome = json.loads(body)
    if outcome["failure"]:
        pytest.fail(outcome["failure"], pytrace=False)
