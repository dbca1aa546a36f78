"""Sites on GitLab, Gitea and Forgejo: from a push, as those tell of it, to a published revision."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.standins.git_hosts import TOKEN, GitHosts
from tests.standins.github_api.work_tree import WorkTree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from functions.local import LocalServices
    from tests.standins.git_host_pushes import Kind
    from tests.unit.functions.service import Service

NOBODY = "http://127.0.0.1:9/hooks"
"""Deliveries are handed on from what the stand-in keeps of them: the service here listens on no port."""
PAGES: dict[str, bytes | str | None] = {"README.md": "# Code", "site/index.md": "# Home\n\nWelcome to the handbook."}


@pytest.fixture(scope="module")
def hosts() -> Iterator[GitHosts]:
    with GitHosts() as running:
        yield running


@pytest.mark.parametrize("kind", ["gitlab", "gitea"])
async def test_a_push_to_a_private_repository_is_built_and_published(
    kind: Kind,
    hosts: GitHosts,
    open_service: Callable[..., AbstractAsyncContextManager[tuple[Service, LocalServices]]],
    tmp_path: Path,
) -> None:
    hosts.reset()
    repository = hosts.create_repo("docs-team", f"handbook-{kind}", private=True, files=PAGES)
    settings = {"ARCHIVE_HOSTS": hosts.host, "ARCHIVE_TOKENS": json.dumps({hosts.host: TOKEN})}
    async with open_service(**settings) as (service, services):
        place = {"provider": kind, "baseUrl": hosts.base_url, "repository": repository.full_name, "folder": "site"}
        site = await service.register("handbook", **place)
        hosts.add_hook(kind, repository, NOBODY, site["webhookSecret"])
        tree = WorkTree.clone(repository, tmp_path / "work")
        built = []
        for files in ({"site/b.md": "# Second"}, {"site/b.md": None, "site/index.md": "# Home, again"}):
            sha = tree.commit(files)
            tree.push()
            delivery = hosts.wait_for_deliveries()[-1]
            answer = await service.client.post(f"/hooks/{kind}", content=delivery.body, headers=delivery.headers)
            assert answer.status_code == 202, answer.text
            job = await service.wait(answer.json()["jobId"])
            assert job["state"] == "completed", job
            assert job["result"]["commit"] == sha
            built.append(job["result"])
        assert [result["counts"]["documents"] for result in built] == [2, 1]
        kept = [key async for key in services.private.list("build/handbook/archives/")]
        assert len(kept) == 1


async def test_a_host_that_is_not_trusted_fails_the_build_and_says_how_to_trust_it(
    hosts: GitHosts, open_service: Callable[..., AbstractAsyncContextManager[tuple[Service, LocalServices]]]
) -> None:
    hosts.reset()
    repository = hosts.create_repo("docs-team", "untrusted", files=PAGES)
    async with open_service() as (service, _):
        place = {"provider": "gitea", "baseUrl": hosts.base_url, "repository": repository.full_name}
        site = await service.register("handbook", **place)
        started = await service.client.post(site["deployUrl"].removeprefix("https://inkdex.example.org"))
        assert started.status_code == 202, started.text
        job = await service.wait(started.json()["jobId"])
    assert job["state"] == "failed"
    assert job["error"]["code"] == "bad-archive-url"
    assert "ARCHIVE_HOSTS" in job["error"]["message"]
    assert hosts.requests == []
