"""The stand-in's hooks are what the product reads, and their signatures what it verifies."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from shared.domain.hooks import is_signed, read_hook
from tests.standins.git_hosts import GitHosts
from tests.standins.github_api.work_tree import WorkTree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.standins.git_host_pushes import Kind

NOBODY = "http://127.0.0.1:9/hooks"
"""A port that nobody listens on: what was sent is kept all the same."""


@pytest.fixture(scope="module")
def hosts() -> Iterator[GitHosts]:
    with GitHosts() as running:
        yield running


@pytest.mark.parametrize("kind", ["gitlab", "gitea"])
def test_a_push_is_told_signed_as_the_host_does(kind: Kind, hosts: GitHosts, tmp_path: Path) -> None:
    hosts.reset()
    repository = hosts.create_repo("docs-team", f"handbook-{kind}", files={"a.md": "# A"})
    hosts.add_hook(kind, repository, NOBODY, "secret")
    tree = WorkTree.clone(repository, tmp_path / "work")
    sha = tree.commit({"docs/ü.md": "# B", "a.md": None}, "Change\n\nfiles")
    tree.push()
    (delivery,) = hosts.wait_for_deliveries()
    assert delivery.status == 0
    assert is_signed(kind, delivery.headers, delivery.body, "secret")
    assert not is_signed(kind, delivery.headers, delivery.body, "another")
    hook = read_hook(kind, delivery.headers, delivery.body)
    assert (hook.provider, hook.repository, hook.ignored) == (kind, repository.full_name, "")
    assert hook.push is not None
    assert (hook.push.branch, hook.push.default_branch, hook.push.after) == ("main", "main", sha)
    (commit,) = json.loads(delivery.body)["commits"]
    assert (commit["added"], commit["removed"], commit["modified"]) == (["docs/ü.md"], ["a.md"], [])


@pytest.mark.parametrize("kind", ["gitlab", "gitea"])
def test_a_branch_that_is_deleted_needs_no_build(kind: Kind, hosts: GitHosts, tmp_path: Path) -> None:
    hosts.reset()
    repository = hosts.create_repo("docs-team", f"branches-{kind}", files={"a.md": "# A"})
    hosts.add_hook(kind, repository, NOBODY, "secret")
    tree = WorkTree.clone(repository, tmp_path / "work")
    tree.push("HEAD:refs/heads/other")
    tree.push(":refs/heads/other")
    created, deleted = (read_hook(kind, each.headers, each.body) for each in hosts.wait_for_deliveries())
    assert created.push is not None
    assert deleted.push is None
    assert deleted.ignored == "the branch was deleted"
    assert created.delivery != deleted.delivery
