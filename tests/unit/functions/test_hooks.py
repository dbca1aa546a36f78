"""Hooks: who signs them, what they start, and what comes twice."""

from __future__ import annotations

import hmac
import itertools
import json
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import httpx
import pytest

from tests.unit.functions.service import MAX_BODY_BYTES, push_body, sign

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.unit.functions.service import Service


async def test_a_push_starts_a_job(service: Service) -> None:
    site = await service.register("handbook")
    answer = await service.push(site["webhookSecret"], push_body())
    assert answer.status_code == 202
    told = answer.json()
    assert told["status"] == "accepted"
    assert told["jobs"] == [{"jobId": told["jobId"], "site": "handbook", "new": True}]
    job = await service.job(told["jobId"])
    assert (job["site"], job["task"], job["trigger"], job["ref"]) == ("handbook", "process-all", "push", "main")
    assert "ada pushed bbbbbbbbbbbb to main of acme/handbook" in job["logs"][0]["message"]


async def test_a_delivery_that_comes_again_starts_nothing(service: Service) -> None:
    site = await service.register("handbook")
    first = (await service.push(site["webhookSecret"], push_body())).json()
    again = await service.push(site["webhookSecret"], push_body())
    assert again.status_code == 202
    assert again.json()["jobId"] == first["jobId"]
    assert again.json()["jobs"][0]["new"] is False
    other_body = await service.push(site["webhookSecret"], push_body(after="c" * 40))
    assert other_body.status_code == 202
    assert other_body.json()["jobs"][0] == {"jobId": first["jobId"], "site": "handbook", "new": False}
    listed = await service.as_client("GET", "/jobs?site=handbook")
    assert len(listed.json()["jobs"]) == 1
    other = await service.push(site["webhookSecret"], push_body(), delivery="d-2")
    assert other.json()["jobId"] != first["jobId"]


async def test_a_wrong_signature_is_refused(service: Service) -> None:
    site = await service.register("handbook")
    body = json.dumps(push_body()).encode()
    right = sign(site["webhookSecret"], body)
    headers = {"x-github-event": "push", "x-github-delivery": "d-1"}
    for wrong in ("", "sha256=", "sha256=" + "0" * 64, right[:-1], right.upper(), right.removeprefix("sha256="), "é"):
        answer = await service.client.post(
            "/hooks/github",
            content=body,
            headers={**headers, "x-hub-signature-256": wrong.encode()},  # type: ignore[dict-item]
        )
        assert answer.status_code == 401, wrong
        assert answer.json()["error"]["code"] == "bad-signature"
    unsigned = await service.client.post("/hooks/github", content=body, headers=headers)
    assert unsigned.status_code == 401
    changed = await service.client.post(
        "/hooks/github", content=body.replace(b"ada", b"eve"), headers={**headers, "x-hub-signature-256": right}
    )
    assert changed.status_code == 401
    assert (await service.as_client("GET", "/jobs?site=handbook")).json() == {"jobs": []}


async def test_a_repository_without_a_site_is_unknown(service: Service) -> None:
    site = await service.register("handbook")
    other = push_body(repository={"full_name": "acme/other", "default_branch": "main"})
    answer = await service.push(site["webhookSecret"], other)
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "unknown-repository"


async def test_names_of_repositories_are_taken_in_any_case(service: Service) -> None:
    site = await service.register("handbook", repository="Acme/Handbook")
    assert (await service.push(site["webhookSecret"], push_body())).status_code == 202


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"ref": "refs/tags/v1"}, "not a push to a branch"),
        ({"deleted": True, "after": "0" * 40}, "the branch was deleted"),
        ({"ref": "refs/heads/draft"}, "handbook: it is built from main, not from draft"),
    ],
)
async def test_what_needs_no_build_is_ignored(service: Service, changes: dict[str, object], reason: str) -> None:
    site = await service.register("handbook", branch="main")
    answer = await service.push(site["webhookSecret"], push_body(**changes))
    assert answer.status_code == 200
    assert answer.json() == {"status": "ignored", "reason": reason}


async def test_a_ping_and_other_events_are_ignored_if_signed(service: Service) -> None:
    site = await service.register("handbook")
    ping = {"zen": "Speak like a human.", "repository": {"full_name": "acme/handbook"}}
    answer = await service.push(site["webhookSecret"], ping, x_github_event="ping")
    assert (answer.status_code, answer.json()["reason"]) == (200, "ping")
    issues = await service.push(site["webhookSecret"], ping, x_github_event="issues")
    assert (issues.status_code, issues.json()["reason"]) == (200, "not a push")
    assert (await service.push("wrong", ping, x_github_event="ping")).status_code == 401


async def test_a_site_is_built_for_its_paths_only(service: Service) -> None:
    site = await service.register("handbook", watch=["docs/", "*.toml"])

    async def push(delivery: str, **changes: object) -> int:
        commit = {"id": "b" * 40, "added": [], "removed": [], "modified": ["src/main.py"], **changes}
        payload = push_body(commits=[commit], forced=changes.get("forced", False))
        return (await service.push(site["webhookSecret"], payload, delivery=delivery)).status_code

    assert await push("d-1") == 200
    assert await push("d-2", removed=["docs/old.md"]) == 202
    assert await push("d-3", added=["inkdex.toml"]) == 202
    assert await push("d-4", forced=True) == 202  # what was there before is in no list
    assert await push("d-5", modified=[f"src/{number}" for number in range(3000)]) == 202  # the list may be cut


async def test_one_push_builds_all_sites_of_a_repository(service: Service) -> None:
    first = await service.register("handbook", folder="docs")
    second = await service.register("blog", folder="blog")
    for site in (first, second):
        told = (await service.push(site["webhookSecret"], push_body())).json()
        assert [job["site"] for job in told["jobs"]] == ["blog", "handbook"]
        assert len({job["jobId"] for job in told["jobs"]}) == 2


async def test_a_form_is_read_as_github_sends_it(service: Service) -> None:
    site = await service.register("handbook")
    body = urlencode({"payload": json.dumps(push_body())}).encode()
    headers = {
        "content-type": "application/x-www-form-urlencoded",
        "x-github-event": "push",
        "x-github-delivery": "d-1",
        "x-hub-signature-256": sign(site["webhookSecret"], body),
    }
    assert (await service.client.post("/hooks/github", content=body, headers=headers)).status_code == 202


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 40_000,
        b'{"repository": "acme/handbook"}',
        b'{"repository": {"full_name": 7}}',
        b'{"repository": {"full_name": ""}}',
        b'{"ref": 1e999, "repository": {"full_name": "acme/handbook"}}',
    ],
)
async def test_a_malformed_body_is_refused(service: Service, body: bytes) -> None:
    await service.register("handbook")
    answer = await service.client.post("/hooks/github", content=body, headers={"x-github-event": "push"})
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "malformed"


async def test_a_client_hears_that_its_body_is_too_large(service: Service) -> None:
    announced = await service.client.post("/hooks/github", content=b"x" * (MAX_BODY_BYTES + 300_000))
    assert announced.status_code == 413
    assert announced.json()["error"]["code"] == "too-large"

    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b"x" * 1000

    assert (await service.client.post("/hooks/github", content=pieces())).status_code == 413


async def test_a_body_without_end_is_not_read_to_its_end(service: Service) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for number in itertools.count():
            assert number < 10_000, "who does not want the body goes on reading it"
            yield b"x" * 10_000

    # A server may cut off who is still sending, and then the answer is lost.
    with suppress(httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
        assert (await service.client.post("/hooks/github", content=pieces())).status_code == 413


def gitlab_body(**changes: object) -> dict[str, object]:
    return {
        "object_kind": "push",
        "ref": "refs/heads/main",
        "before": "a" * 40,
        "after": "b" * 40,
        "user_username": "ada",
        "project": {"path_with_namespace": "acme/docs/handbook", "default_branch": "main"},
        "commits": [{"id": "b" * 40, "added": ["a.md"], "modified": [], "removed": []}],
        "total_commits_count": 1,
        **changes,
    }


async def test_gitlab_signs_with_a_token(service: Service) -> None:
    site = await service.register("manual", provider="gitlab", repository="acme/docs/handbook")

    async def push(token: str, delivery: str = "e-1", event: str = "Push Hook", **changes: object) -> Any:
        headers = {"x-gitlab-token": token, "x-gitlab-event": event, "x-gitlab-event-uuid": delivery}
        return await service.client.post("/hooks/gitlab", json=gitlab_body(**changes), headers=headers)

    first = await push(site["webhookSecret"])
    assert first.status_code == 202
    assert (await push(site["webhookSecret"])).json()["jobId"] == first.json()["jobId"]
    assert (await push("wrong")).status_code == 401
    assert (await push(site["webhookSecret"], event="Tag Push Hook")).json()["reason"] == "not a push"
    gone = await push(site["webhookSecret"], "e-2", after="0" * 40)
    assert gone.json()["reason"] == "the branch was deleted"
    job = await service.job(first.json()["jobId"])
    assert job["ref"] == "b" * 40


async def test_gitea_and_forgejo_sign_with_hmac(service: Service) -> None:
    site = await service.register("wiki", provider="gitea", baseUrl="https://git.example.org")
    body = json.dumps(push_body(total_commits=1)).encode()
    digest = hmac.new(site["webhookSecret"].encode(), body, sha256).hexdigest()
    for name in ("gitea", "forgejo"):
        headers = {f"x-{name}-event": "push", f"x-{name}-delivery": name, f"x-{name}-signature": digest}
        assert (await service.client.post("/hooks/gitea", content=body, headers=headers)).status_code == 202
        headers[f"x-{name}-signature"] = "0" * 64
        assert (await service.client.post("/hooks/gitea", content=body, headers=headers)).status_code == 401


async def test_a_site_of_another_service_is_not_meant(service: Service) -> None:
    site = await service.register("wiki", provider="gitea", baseUrl="https://git.example.org")
    assert (await service.push(site["webhookSecret"], push_body())).status_code == 404


async def test_a_deploy_hook_builds_its_site(service: Service) -> None:
    site = await service.register("handbook", branch="main")
    path = "/hooks/deploy/" + site["deployUrl"].rpartition("/")[2]
    first, second = (await service.client.post(path)).json(), (await service.client.post(path)).json()
    assert first["jobs"][0]["site"] == "handbook"
    assert first["jobId"] != second["jobId"]
    key = {"idempotency-key": "release-7"}
    assert len({(await service.client.post(path, headers=key)).json()["jobId"] for _ in range(3)}) == 1
    refused = await service.client.get(path)
    assert (refused.status_code, refused.headers["allow"]) == (405, "POST")
    assert (await service.client.post(path[:-1])).status_code == 404
    assert (await service.client.post("/hooks/deploy/" + site["webhookSecret"])).status_code == 404


async def test_old_secrets_are_refused_after_a_rotation(service: Service) -> None:
    old = await service.register("handbook")
    new = (await service.as_admin("POST", "/admin/sites/handbook/rotate")).json()
    assert {old["webhookSecret"], old["deployUrl"]}.isdisjoint({new["webhookSecret"], new["deployUrl"]})
    assert (await service.push(old["webhookSecret"], push_body())).status_code == 401
    assert (await service.push(new["webhookSecret"], push_body())).status_code == 202
    assert (await service.client.post("/hooks/deploy/" + old["deployUrl"].rpartition("/")[2])).status_code == 404
    await service.as_admin("DELETE", "/admin/sites/handbook")
    assert (await service.push(new["webhookSecret"], push_body(), delivery="d-9")).status_code == 404
    back = await service.register("handbook")
    assert back["webhookSecret"] not in {old["webhookSecret"], new["webhookSecret"]}
