"""The operator's routes: sites and their secrets, builds by hand, roll-back and pins."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.unit.functions.service import API_TOKEN

if TYPE_CHECKING:
    from tests.unit.functions.service import Service

SETTINGS = {
    "provider": "github",
    "repository": "acme/handbook",
    "branch": "main",
    "watch": ["docs/"],
    "title": "Handbook",
}


async def published(docs: Service) -> list[str]:
    """Revisions, the published one first."""
    pointer = (await docs.client.get("/docs/current.json")).json()
    return [pointer["revision"], *pointer["history"]]


async def test_a_site_is_registered_changed_and_forgotten(service: Service) -> None:
    made = await service.as_admin("PUT", "/admin/sites/handbook", json=SETTINGS)
    assert made.status_code == 201
    told = made.json()
    assert told["hookUrl"] == "https://inkdex.example.org/hooks/github"
    assert len(told["webhookSecret"]) == 64
    assert told["deployUrl"].startswith("https://inkdex.example.org/hooks/deploy/")
    assert len({told["webhookSecret"], told["deployUrl"][-64:], told["callbackSecret"]}) == 3
    changed = await service.as_admin("PUT", "/admin/sites/handbook", json={**SETTINGS, "branch": "next"})
    assert changed.status_code == 200
    assert changed.json() == {**told, "branch": "next"}
    shown = (await service.as_admin("GET", "/admin/sites/handbook")).json()
    assert shown["branch"] == "next"
    assert shown["watch"] == ["docs/"]
    listed = await service.as_admin("GET", "/admin/sites")
    assert listed.json() == {"sites": [shown]}
    for secret in (told["webhookSecret"], told["deployUrl"][-64:], told["callbackSecret"]):
        assert secret not in listed.text
    assert (await service.as_admin("DELETE", "/admin/sites/handbook")).status_code == 204
    assert (await service.as_admin("DELETE", "/admin/sites/handbook")).status_code == 404
    assert (await service.as_admin("GET", "/admin/sites/handbook")).status_code == 404


async def test_sites_do_not_share_secrets(service: Service) -> None:
    first, second = await service.register("one"), await service.register("two")
    assert first["webhookSecret"] != second["webhookSecret"]
    assert first["deployUrl"] != second["deployUrl"]


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("admin", {}),
        ("objects", {}),
        ("Docs", {}),
        ("-docs", {}),
        ("a" * 64, {}),
        ("docs", {"repository": "acme"}),
        ("docs", {"repository": "acme/../x"}),
        ("docs", {"repository": "acme/docs/more"}),
        ("docs", {"provider": "svn"}),
        ("docs", {"provider": "gitea"}),
        ("docs", {"baseUrl": "https://git.example.org"}),
        ("docs", {"provider": "gitlab", "baseUrl": "file:///etc"}),
        ("docs", {"folder": "../up"}),
        ("docs", {"watch": [""]}),
        ("docs", {"settings": {"site": "docs"}}),
        ("docs", {"secretVersion": 1}),
        ("docs", {"surprise": 1}),
    ],
)
async def test_what_no_site_can_be_is_refused(service: Service, name: str, changes: dict[str, object]) -> None:
    answer = await service.as_admin("PUT", f"/admin/sites/{name}", json={**SETTINGS, **changes})
    assert answer.status_code == 422, answer.text
    assert (await service.as_admin("GET", "/admin/sites")).json() == {"sites": []}


async def test_admin_routes_need_the_admins_token(service: Service) -> None:
    for method, path in (
        ("GET", "/admin/sites"),
        ("GET", "/admin/sites/docs"),
        ("PUT", "/admin/sites/docs"),
        ("DELETE", "/admin/sites/docs"),
        ("POST", "/admin/sites/docs/build"),
        ("POST", "/admin/sites/docs/rollback"),
        ("POST", "/admin/sites/docs/pin"),
        ("POST", "/admin/sites/docs/unpin"),
        ("POST", "/admin/sites/docs/rotate"),
        ("GET", "/admin/sites/docs/revisions"),
    ):
        for token in ("", "wrong", API_TOKEN):
            answer = await service.client.request(method, path, headers={"authorization": f"Bearer {token}".strip()})
            assert answer.status_code == 401, path
            assert answer.headers["www-authenticate"].startswith("Bearer")


async def test_a_site_is_built_by_hand(service: Service) -> None:
    await service.register("handbook", branch="main")
    answer = await service.as_admin("POST", "/admin/sites/handbook/build")
    assert answer.status_code == 202
    job = await service.job(answer.json()["jobId"])
    assert (job["trigger"], job["ref"]) == ("admin", "main")
    other = await service.as_admin("POST", "/admin/sites/handbook/build", json={"ref": "next"})
    assert (await service.job(other.json()["jobId"]))["ref"] == "next"
    assert (await service.as_admin("POST", "/admin/sites/other/build")).status_code == 404
    assert (await service.as_admin("POST", "/admin/sites/handbook/build", json={"ref": "a..b"})).status_code == 422


async def test_revisions_that_are_kept_are_listed(docs: Service) -> None:
    answer = (await docs.as_admin("GET", "/admin/sites/docs/revisions")).json()
    assert [one["revision"] for one in answer["revisions"]] == await published(docs)
    assert [one["current"] for one in answer["revisions"]] == [True, False]
    assert [one["documents"] for one in answer["revisions"]] == [3, 1]
    assert (await docs.client.get(urlsplit(answer["revisions"][1]["manifest"]).path)).status_code == 200
    assert (await docs.as_admin("GET", "/admin/sites/other/revisions")).status_code == 404


async def test_roll_back_publishes_a_kept_revision(docs: Service) -> None:
    newest, before = await published(docs)
    answer = await docs.as_admin("POST", "/admin/sites/docs/rollback", json={"revision": before})
    assert answer.json() == {"site": "docs", "revision": before, "changed": True, "pinned": None}
    assert await published(docs) == [before, newest]
    again = await docs.as_admin("POST", "/admin/sites/docs/rollback", json={"revision": before})
    assert again.json()["changed"] is False
    forward = await docs.as_admin("POST", "/admin/sites/docs/rollback", json={"revision": newest})
    assert forward.json()["changed"] is True
    unknown = await docs.as_admin("POST", "/admin/sites/docs/rollback", json={"revision": "0" * 16})
    assert (unknown.status_code, unknown.json()["error"]["code"]) == (404, "no-revision")
    for wrong in ({}, {"revision": "../x"}, {"revision": "0123"}):
        assert (await docs.as_admin("POST", "/admin/sites/docs/rollback", json=wrong)).status_code == 422
    assert (await docs.as_admin("POST", "/admin/sites/other/rollback", json={"revision": before})).status_code == 404


async def test_a_pinned_pointer_is_not_moved_by_builds(docs: Service) -> None:
    newest, before = await published(docs)
    pinned = await docs.as_admin("POST", "/admin/sites/docs/pin", json={"revision": before})
    assert pinned.json() == {"site": "docs", "revision": before, "changed": True, "pinned": before}
    assert (await docs.as_admin("GET", "/admin/sites/docs/revisions")).json()["pinned"] == before
    job = await docs.publish("docs", {"index.md": "# Newer\n\nThan all."})
    assert job["state"] == "completed"
    assert job["result"]["published"] is False
    assert (await published(docs))[0] == before
    moved = await docs.as_admin("POST", "/admin/sites/docs/rollback", json={"revision": newest})
    assert moved.json()["pinned"] == newest
    assert (await docs.as_admin("POST", "/admin/sites/docs/unpin")).json()["pinned"] is None
    job = await docs.publish("docs", {"index.md": "# Newest\n\nThan all."})
    assert (await published(docs))[0] == job["result"]["revision"]


async def test_what_is_published_can_be_pinned_as_it_is(docs: Service) -> None:
    (newest, _) = await published(docs)
    answer = await docs.as_admin("POST", "/admin/sites/docs/pin")
    assert answer.json() == {"site": "docs", "revision": newest, "changed": False, "pinned": newest}
    assert (await docs.as_admin("POST", "/admin/sites/other/pin")).status_code == 404
