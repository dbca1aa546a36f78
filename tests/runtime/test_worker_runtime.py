"""The local runtime itself: it starts, survives a kill, and keeps what it should."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from tests.runtime.conftest import StartWorker


def test_health_answers(worker_server: StartWorker) -> None:
    answer = httpx.get(f"{worker_server().url}/health")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["status"] == "ok"


def test_equal_variables_share_a_worker(worker_server: StartWorker) -> None:
    assert worker_server() is worker_server({})
