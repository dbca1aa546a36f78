"""The stand-in as a process of its own, scripted over HTTP."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import openai
import pytest

from tests.standins.openai_api import API_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[4]
MODEL = "text-embedding-3-small"


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    command = [sys.executable, "-m", "tests.standins.openai_api", "--port", "0", "--gateway-token", "token"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process.stdout.readline().strip()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=15) == 0


@pytest.fixture
def control(base_url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=base_url.removesuffix("/v1") + "/__stand-in__", timeout=10.0) as client:
        assert client.post("/reset").status_code == 200
        yield client


@pytest.fixture
def client(base_url: str) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(api_key=API_KEY, base_url=base_url, max_retries=0, timeout=5.0) as opened:
        yield opened


def test_requests_are_counted_and_shown(control: httpx.Client, client: openai.OpenAI) -> None:
    client.embeddings.create(model=MODEL, input=["one", "two"])
    client.files.list()
    shown = control.get("/counts").json()
    assert shown == {"counts": {"embeddings": 1, "files.list": 1}, "most_at_once": 1, "faults_left": 0}
    (listed,) = control.get("/requests", params={"endpoint": "files"}).json()["requests"]
    assert (listed["endpoint"], listed["method"], listed["status"]) == ("files.list", "GET", 200)
    first, _ = control.get("/requests").json()["requests"]
    assert first["body"]["input"] == ["one", "two"]
    control.post("/reset")
    assert control.get("/counts").json()["counts"] == {}


def test_faults_are_scripted(control: httpx.Client, client: openai.OpenAI) -> None:
    faults = [{"kind": "rate_limit", "retry_after": "3", "endpoint": "files", "times": 2}, {"kind": "reset"}]
    assert control.post("/faults", json=faults).status_code == 200
    for _ in range(2):
        with pytest.raises(openai.RateLimitError):
            client.files.list()
    with pytest.raises(openai.APIConnectionError):
        client.files.list()
    assert control.get("/counts").json()["faults_left"] == 0


def test_answers_and_batches_are_scripted(control: httpx.Client, client: openai.OpenAI) -> None:
    control.post(
        "/answers", json={"next": ["one", {"content": "t", "finish_reason": "length"}], "when": {"sky": "blue"}}
    )
    answers = [
        client.chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": text}]).choices[0]
        for text in ("a", "the sky", "b")
    ]
    assert [answer.message.content for answer in answers] == ["one", "blue", "t"]
    assert answers[2].finish_reason == "length"
    body = {"model": MODEL, "input": "one"}
    lines = [{"custom_id": name, "method": "POST", "url": "/v1/embeddings", "body": body} for name in ("a", "b")]
    file = client.files.create(file=("a.jsonl", "\n".join(map(json.dumps, lines)).encode()), purpose="batch")
    batches = [
        client.batches.create(input_file_id=file.id, endpoint="/v1/embeddings", completion_window="24h").id
        for _ in range(3)
    ]
    control.post("/rows", json={"a": "server_error"})
    control.post("/batches/fail", json={})
    assert control.post("/batches/advance").json() == {
        batches[0]: "failed",
        batches[1]: "in_progress",
        batches[2]: "in_progress",
    }
    control.post("/batches/advance", json={"batch_id": batches[1], "rows": 1})
    assert control.post("/batches/finish", json={"batch_id": batches[1]}).json()[batches[1]] == "completed"
    control.post("/time", json={"seconds": 90_000})
    assert client.batches.retrieve(batches[2]).status == "expired"
    counts = client.batches.retrieve(batches[1]).request_counts
    assert counts is not None
    assert counts.to_dict() == {"total": 2, "completed": 1, "failed": 1}


def test_a_mistake_in_a_script_is_shown(control: httpx.Client) -> None:
    for path, body in [("/faults", [{"kind": "flood"}]), ("/rows", {"a": "hang"}), ("/time", {}), ("/faults", [7])]:
        answer = control.post(path, json=body)
        assert answer.status_code == 400
        assert answer.json()["error"]
    assert control.post("/nothing").status_code == 404
