"""The GitHub stand-in reads and moves refs as GitHub does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from githubkit.exception import RequestFailed

from tests.standins.github_api import WorkTree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from githubkit import GitHub, TokenAuthStrategy

    from tests.standins.github_api.repositories import Repository


def test_refs_with_slashes_are_made_read_moved_and_deleted(
    client: GitHub[TokenAuthStrategy], create: Callable[..., Repository]
) -> None:
    git, repository = client.rest.git, create({"a.md": "1"})
    where = ("octocat", repository.name)
    first = git.get_ref(*where, "heads/main").parsed_data.object_.sha
    made = git.create_ref(*where, ref="refs/heads/feature/new/one", sha=first)
    assert made.status_code == 201
    second = repository.commit_files({"a.md": "2"})
    moved = git.update_ref(*where, "heads/feature/new/one", sha=second).parsed_data
    assert moved.object_.sha == second
    assert moved.ref == "refs/heads/feature/new/one"
    assert client.rest.repos.get_branch(*where, "feature/new/one").parsed_data.commit.sha == second
    assert git.get_ref(*where, "heads%2Ffeature%2Fnew%2Fone").parsed_data.object_.sha == second
    matching = git.list_matching_refs(*where, "heads/feature/").parsed_data
    assert [each.ref for each in matching] == ["refs/heads/feature/new/one"]
    assert git.delete_ref(*where, "heads/feature/new/one").status_code == 204
    with pytest.raises(RequestFailed, match="404"):
        git.get_ref(*where, "heads/feature/new/one")


def test_a_ref_moves_back_only_by_force(client: GitHub[TokenAuthStrategy], create: Callable[..., Repository]) -> None:
    git, repository = client.rest.git, create({"a.md": "1"})
    where = ("octocat", repository.name)
    first = repository.find_commit("main")
    assert first
    second = repository.commit_files({"a.md": "2"})
    with pytest.raises(RequestFailed) as caught:
        git.update_ref(*where, "heads/main", sha=first)
    assert caught.value.response.status_code == 422
    assert caught.value.response.json()["message"] == "Update is not a fast forward"
    assert repository.find_commit("main") == second
    assert git.update_ref(*where, "heads/main", sha=first, force=True).parsed_data.object_.sha == first


def test_refs_that_cannot_be_are_refused(client: GitHub[TokenAuthStrategy], create: Callable[..., Repository]) -> None:
    git, repository = client.rest.git, create({"a.md": "1"})
    where, sha = ("octocat", repository.name), repository.find_commit("main")
    tree = repository.find_tree("main")
    assert sha
    assert tree
    for message, ask in {
        "Reference already exists": lambda: git.create_ref(*where, ref="refs/heads/main", sha=sha),
        "Reference does not exist": lambda: git.update_ref(*where, "heads/none", sha=sha),
        "Object does not exist": lambda: git.create_ref(*where, ref="refs/heads/x", sha="1" * 40),
    }.items():
        with pytest.raises(RequestFailed) as caught:
            ask()
        assert (caught.value.response.status_code, caught.value.response.json()["message"]) == (422, message)
    for ref, target in (("heads/x", sha), ("refs/heads/a..b", sha), ("refs/heads/x", tree)):
        with pytest.raises(RequestFailed, match="422"):
            git.create_ref(*where, ref=ref, sha=target)


def test_what_is_pushed_is_seen_at_once(
    client: GitHub[TokenAuthStrategy], create: Callable[..., Repository], tmp_path: Path
) -> None:
    repository = create()
    tree = WorkTree.clone(repository, tmp_path / "work")
    for text in ("1", "2", "3"):
        sha = tree.commit({"a.md": text})
        tree.push()
        assert client.rest.git.get_ref("octocat", repository.name, "heads/main").parsed_data.object_.sha == sha
    tree.git("tag", "--annotate", "v1", "--message", "One")
    tree.push("v1")
    assert client.rest.git.get_ref("octocat", repository.name, "tags/v1").parsed_data.object_.type == "tag"
    assert client.rest.repos.get_commit("octocat", repository.name, "v1").parsed_data.sha == sha
