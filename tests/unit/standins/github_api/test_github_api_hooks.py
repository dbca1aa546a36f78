"""The GitHub stand-in tells hooks of real pushes as GitHub does."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest
from githubkit.exception import RequestFailed
from githubkit_schemas.latest.models import WebhookPing, WebhookPush

from tests.standins.github_api import GitHubStandIn, WorkTree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import httpx
    from githubkit import GitHub, TokenAuthStrategy

    from tests.standins.github_api.repositories import Repository

SECRET = "it is a secret to everybody"


@dataclass
class Receiver:
    """Takes what hooks send, and answers `status` after `delay_s`."""

    url: str = ""
    status: int = 202
    delay_s: float = 0.0
    received: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    taken = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            taken.received.append(({name.lower(): value for name, value in self.headers.items()}, body))
            time.sleep(taken.delay_s)
            self.send_response(taken.status)
            self.send_header("content-length", "2")
            self.end_headers()
            self.wfile.write(b"ok")

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        taken.url = f"http://127.0.0.1:{server.server_port}/hook"
        yield taken
        server.shutdown()
        thread.join()


def pushes(receiver: Receiver) -> list[WebhookPush]:
    """What was pushed, held to GitHub's schema."""
    return [
        WebhookPush.model_validate_json(body)
        for headers, body in receiver.received
        if headers["x-github-event"] == "push"
    ]


def test_a_push_is_told_with_a_signature_over_its_bytes(
    github: GitHubStandIn, create: Callable[..., Repository], receiver: Receiver, tmp_path: Path
) -> None:
    repository = create()
    hook = github.add_hook(repository, receiver.url, SECRET)
    tree = WorkTree.clone(repository, tmp_path / "work")
    first = tree.commit({"a.md": "1", "b.md": "2"}, "First ä")
    tree.push()
    second = tree.commit({"a.md": None, "b.md": "3", "docs/ü.md": "4"}, "Second")
    third = tree.commit({"c.md": "5"}, "Third")
    tree.push()
    deliveries = [each for each in github.wait_for_deliveries() if each.hook_id == hook.id]
    assert [each.event for each in deliveries] == ["ping", "push", "push"]
    for headers, body in receiver.received:
        expected = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
        assert headers["x-hub-signature-256"] == f"sha256={expected}"
        assert headers["user-agent"].startswith("GitHub-Hookshot/")
        assert headers["content-type"] == "application/json"
        assert headers["x-github-hook-id"] == str(hook.id)
    assert len({headers["x-github-delivery"] for headers, _ in receiver.received}) == 3
    started, went_on = pushes(receiver)
    assert (started.ref, started.before, started.after, started.created) == ("refs/heads/main", "0" * 40, first, True)
    assert [each.message for each in started.commits] == ["First ä"]
    assert (went_on.before, went_on.after, went_on.created, went_on.forced) == (first, third, False, False)
    assert [each.id for each in went_on.commits] == [second, third]
    change = went_on.commits[0]
    assert (change.added, change.removed, change.modified) == (["docs/ü.md"], ["a.md"], ["b.md"])
    assert went_on.head_commit
    assert went_on.head_commit.id == third
    assert went_on.repository.full_name == repository.full_name
    assert went_on.sender
    assert went_on.sender.login == went_on.pusher.name == "octocat"


def test_forced_pushes_branches_tags_and_deletions_are_told_apart(
    github: GitHubStandIn, create: Callable[..., Repository], receiver: Receiver, tmp_path: Path
) -> None:
    repository = create({"a.md": "1"})
    tree = WorkTree.clone(repository, tmp_path / "work")
    github.add_hook(repository, receiver.url)
    tree.commit({"a.md": "2"})
    tree.push()
    tree.git("commit", "--amend", "--quiet", "--message", "Else")
    tree.push("+HEAD:main")
    tree.push("HEAD:refs/heads/feature/x")
    tree.git("tag", "v1")
    tree.push("v1")
    tree.push(":feature/x")
    github.wait_for_deliveries()
    told = pushes(receiver)
    assert [(each.ref, each.created, each.deleted, each.forced, len(each.commits)) for each in told] == [
        ("refs/heads/main", False, False, False, 1),
        ("refs/heads/main", False, False, True, 1),
        ("refs/heads/feature/x", True, False, False, 0),
        ("refs/tags/v1", True, False, False, 0),
        ("refs/heads/feature/x", False, True, False, 0),
    ]
    assert told[2].head_commit
    assert told[4].head_commit is None
    assert told[4].after == "0" * 40


def test_refs_that_the_api_moves_are_told_as_well(
    github: GitHubStandIn,
    client: GitHub[TokenAuthStrategy],
    create: Callable[..., Repository],
    receiver: Receiver,
) -> None:
    repository = create({"a.md": "1"})
    github.add_hook(repository, receiver.url)
    client.rest.repos.create_or_update_file_contents(
        "octocat", repository.name, "b.md", message="Add B", content="Qg=="
    )
    github.hub.commit_and_announce(repository, {"c.md": "c"}, "Add C")
    github.wait_for_deliveries()
    assert [each.commits[0].added for each in pushes(receiver)] == [["b.md"], ["c.md"]]


def test_hooks_are_made_by_the_api_and_pinged(
    github: GitHubStandIn,
    client: GitHub[TokenAuthStrategy],
    create: Callable[..., Repository],
    receiver: Receiver,
) -> None:
    repos, where = client.rest.repos, ("octocat", create({"a.md": "1"}).name)
    config = {"url": receiver.url, "content_type": "json", "secret": SECRET}
    made = repos.create_webhook(*where, config=config, events=["push"])
    assert made.status_code == 201
    hook = made.parsed_data
    assert hook.config.secret == "********"
    github.wait_for_deliveries()
    ping = WebhookPing.model_validate_json(receiver.received[0][1])
    assert ping.hook_id == hook.id
    assert repos.get_webhook(*where, hook.id).parsed_data.last_response.code == 202
    with pytest.raises(RequestFailed) as caught:
        repos.create_webhook(*where, config=config)
    assert caught.value.response.json()["errors"][0]["message"] == "Hook already exists on this repository"
    repos.update_webhook(*where, hook.id, active=False)
    github.hub.commit_and_announce(*[r for r in github.hub.repositories if r.name == where[1]], {"b.md": "b"})
    github.wait_for_deliveries()
    assert pushes(receiver) == []
    assert repos.delete_webhook(*where, hook.id).status_code == 204
    assert repos.list_webhooks(*where).parsed_data == []


def test_a_delivery_is_recorded_and_sent_again_under_its_id(
    github: GitHubStandIn,
    client: GitHub[TokenAuthStrategy],
    create: Callable[..., Repository],
    receiver: Receiver,
) -> None:
    repos, repository = client.rest.repos, create({"a.md": "1"})
    receiver.status = 500
    hook = github.add_hook(repository, receiver.url, SECRET)
    github.hub.commit_and_announce(repository, {"b.md": "b"})
    failed = github.wait_for_deliveries()[-1]
    assert (failed.status_code, failed.response_body, failed.response_headers["content-length"]) == (500, "ok", "2")
    receiver.status = 200
    again = repos.redeliver_webhook_delivery("octocat", repository.name, hook.id, failed.id)
    assert again.status_code == 202
    github.wait_for_deliveries()
    assert receiver.received[-1][1] == receiver.received[-2][1]
    assert receiver.received[-1][0]["x-github-delivery"] == failed.guid
    listed = repos.list_webhook_deliveries("octocat", repository.name, hook.id).parsed_data
    assert [(each.guid == failed.guid, each.redelivery, each.status_code) for each in listed] == [
        (True, True, 200),
        (True, False, 500),
        (False, False, 500),
    ]
    told = repos.get_webhook_delivery("octocat", repository.name, hook.id, failed.id).parsed_data
    assert told.response.payload == "ok"


def test_receivers_that_are_slow_or_away_are_recorded(
    github: GitHubStandIn, create: Callable[..., Repository], receiver: Receiver
) -> None:
    repository = create({"a.md": "1"})
    github.hub.limits.hook_timeout_s = 0.05
    receiver.delay_s = 0.2
    slow = github.add_hook(repository, receiver.url)
    away = github.add_hook(repository, "http://127.0.0.1:1/")
    github.wait_for_deliveries()
    told = {each.hook_id: each.status for each in github.hub.webhooks.deliveries()}
    assert (told[slow.id], told[away.id]) == ("timed out", "failed to connect to host")


def test_a_form_and_a_payload_beyond_the_limit(
    github: GitHubStandIn, create: Callable[..., Repository], receiver: Receiver
) -> None:
    repository = create({"a.md": "1"})
    github.add_hook(repository, receiver.url, SECRET, content_type="form")
    github.hub.commit_and_announce(repository, {"b.md": "b"})
    github.wait_for_deliveries()
    headers, body = receiver.received[-1]
    assert json.loads(parse_qs(body.decode())["payload"][0])["ref"] == "refs/heads/main"
    assert headers["x-hub-signature-256"] == f"sha256={hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()}"
    github.hub.limits.hook_payload_bytes = 1000
    github.hub.commit_and_announce(repository, {"c.md": "c"})
    github.wait_for_deliveries()
    assert len(receiver.received) == 2


def test_hooks_are_for_those_who_may_write(
    github: GitHubStandIn, http: httpx.Client, create: Callable[..., Repository]
) -> None:
    github.hub.accounts.create_token("reader-of-hooks", "visitor", can_write=False)
    path = f"/repos/{create({'a.md': '1'}).full_name}/hooks"
    assert http.get(path).json() == []
    assert http.get(path, headers={"authorization": "Bearer reader-of-hooks"}).status_code == 403
    for config in ({}, {"url": "ftp://example.com"}):
        assert http.post(path, json={"config": config}).json()["message"] == "Validation Failed"


def test_a_push_goes_on_without_a_standin(tmp_path: Path) -> None:
    with GitHubStandIn(tmp_path / "root") as gone:
        repository = gone.create_repo("octocat", "alone")
    tree = WorkTree.clone(repository, tmp_path / "work")
    sha = tree.commit({"a.md": "1"})
    tree.push()
    assert tree.git("ls-remote", "origin", "refs/heads/main").split()[0] == sha
