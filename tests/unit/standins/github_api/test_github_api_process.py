"""The GitHub stand-in runs as a process, which tests steer over HTTP."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.standins.github_api import TOKEN
from tests.standins.github_api.git_commands import run_git

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("process")
    command = [sys.executable, "-m", "tests.standins.github_api", "--port", "0", "--root", str(root)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process.stdout.readline().strip()
        process.terminate()
        assert process.wait(10) == 0


@pytest.fixture
def control(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"{address}/__stand-in__/", trust_env=False) as opened:
        opened.post("reset")
        yield opened


def test_a_push_from_another_process_is_seen_and_told(control: httpx.Client, address: str, tmp_path: Path) -> None:
    made = control.post("repositories", json={"owner": "octocat", "name": "far", "files": {"a.md": "1"}}).json()
    hook = control.post("hooks", json={"owner": "octocat", "name": "far", "url": f"{address}/nowhere"}).json()
    run_git(tmp_path, made["environment"], "clone", "--quiet", made["path"], "work")
    work = tmp_path / "work"
    (work / "b.md").write_text("2", "utf-8")
    for command in (["add", "."], ["commit", "--quiet", "--message", "B"], ["push", "--quiet", "origin", "HEAD"]):
        run_git(work, made["environment"], *command)
    sha = run_git(work, made["environment"], "rev-parse", "HEAD").decode().strip()
    assert control.post("deliveries/wait").json()["deliveries"] == 2
    ping, push = control.get("deliveries").json()["deliveries"]
    assert (ping["event"], push["event"], push["hook_id"]) == ("ping", "push", hook["id"])
    assert push["payload"]["after"] == sha
    assert push["status_code"] == 404
    answer = httpx.get(f"{address}/repos/octocat/far/git/ref/heads/main", headers={"authorization": f"Bearer {TOKEN}"})
    assert answer.json()["object"]["sha"] == sha


def test_requests_faults_limits_and_tokens_are_reached_over_http(control: httpx.Client, address: str) -> None:
    control.post("organisations", json={"login": "acme"})
    given = {"owner": "acme", "name": "near", "private": True, "files": {"a.md": "1", "b.md": "2"}}
    control.post("repositories", json=given)
    control.post("tokens", json={"value": "short-lived", "login": "guest", "repositories": ["acme/near"]})
    url, headers = f"{address}/repos/acme/near/git/trees/main", {"authorization": "Bearer short-lived"}
    assert control.patch("limits", json={"tree_entries": 1}).json()["tree_entries"] == 1
    assert httpx.get(url, headers=headers).json()["truncated"]
    control.post("faults", json=[{"kind": "bad_gateway", "path": "*/git/trees/*"}])
    assert [httpx.get(url, headers=headers).status_code for _ in range(2)] == [502, 200]
    control.post("rate-limit", json={"remaining": 0, "login": "guest"})
    assert httpx.get(url, headers=headers).status_code == 403
    logged = control.get("requests", params={"path": "*/git/trees/*"}).json()["requests"]
    assert [each["status"] for each in logged] == [200, 502, 200, 403]
    committed = control.post("commits", json={"owner": "acme", "name": "near", "files": {"a.md": None}, "message": "x"})
    assert len(committed.json()["sha"]) == 40
    control.delete("requests")
    assert control.get("requests").json()["requests"] == []
    assert control.post("commits", json={"owner": "acme", "name": "none", "files": {}}).status_code == 400
