"""The GitHub stand-in tells of commits and branches as GitHub does."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from githubkit.exception import RequestFailed

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx
    from githubkit import GitHub, TokenAuthStrategy

    from tests.standins.github_api import GitHubStandIn
    from tests.standins.github_api.repositories import Repository


def test_a_commit_is_found_by_every_name(client: GitHub[TokenAuthStrategy], create: Callable[..., Repository]) -> None:
    repository = create({"a.md": "1\n", "b.md": "b"})
    sha = repository.commit_files({"a.md": "1\n2\n", "b.md": None, "c/d.md": b"\0\1"}, "Second\n\nWith a body")
    for name in (sha, sha[:8], "main", "heads/main", "refs/heads/main", "HEAD"):
        assert client.rest.repos.get_commit("octocat", repository.name, name).parsed_data.sha == sha
    commit = client.rest.repos.get_commit("octocat", repository.name, sha).parsed_data
    assert commit.commit.message == "Second\n\nWith a body"
    assert commit.author
    assert commit.files
    assert [(each.filename, each.status, each.changes) for each in commit.files] == [
        ("a.md", "modified", 1),
        ("b.md", "removed", 1),
        ("c/d.md", "added", 0),
    ]
    assert commit.files[0].patch == "@@ -1 +1,2 @@\n 1\n+2"
    assert not commit.files[2].patch


def test_the_sha_alone_is_a_short_answer(http: httpx.Client, create: Callable[..., Repository]) -> None:
    repository = create({"a.md": "1"})
    path = f"/repos/{repository.full_name}/commits/main"
    answer = http.get(path, headers={"accept": "application/vnd.github.sha"})
    assert answer.text == repository.find_commit("main")
    assert answer.headers["content-type"].startswith("application/vnd.github.sha")
    known = http.get(path, headers={"accept": "application/vnd.github.sha", "if-none-match": answer.headers["etag"]})
    assert known.status_code == 304


def test_commits_are_listed_by_branch_path_and_page(
    client: GitHub[TokenAuthStrategy], http: httpx.Client, create: Callable[..., Repository]
) -> None:
    repository = create({"a.md": "0"})
    shas = [repository.commit_files({f"{number}.md": "x"}) for number in range(5)]
    repository.commit_files({"other.md": "x"}, branch="other")
    listed = client.rest.repos.list_commits("octocat", repository.name).parsed_data
    assert [each.sha for each in listed][:5] == shas[::-1]
    of_path = client.rest.repos.list_commits("octocat", repository.name, path="3.md").parsed_data
    assert [each.sha for each in of_path] == [shas[3]]
    assert len(client.rest.repos.list_commits("octocat", repository.name, sha="other").parsed_data) == 1
    page = http.get(f"/repos/{repository.full_name}/commits", params={"per_page": 4})
    assert set(page.links) == {"next", "last"}
    rest = http.get(page.links["next"]["url"])
    assert (len(page.json()), len(rest.json()), set(rest.links)) == (4, 2, {"prev", "first"})


def test_an_unknown_commit_is_unprocessable(
    client: GitHub[TokenAuthStrategy], create: Callable[..., Repository]
) -> None:
    repository = create({"a.md": "0"})
    with pytest.raises(RequestFailed) as caught:
        client.rest.repos.get_commit("octocat", repository.name, "no-such")
    assert caught.value.response.status_code == 422
    assert caught.value.response.json()["message"] == "No commit found for SHA: no-such"


def test_a_commit_is_made_of_blobs_a_tree_and_a_parent(
    client: GitHub[TokenAuthStrategy], github: GitHubStandIn, create: Callable[..., Repository]
) -> None:
    git, repository = client.rest.git, create({"a.md": "1", "docs/keep.md": "k"})
    where, parent = ("octocat", repository.name), repository.find_commit("main")
    assert parent
    blob = git.create_blob(*where, content="IyBCCg==", encoding="base64").parsed_data.sha
    entries = [{"path": "docs/b.md", "mode": "100644", "type": "blob", "sha": blob}]
    tree = git.create_tree(*where, data={"base_tree": parent, "tree": entries}).parsed_data.sha
    author = {"name": "Ada", "email": "ada@example.com", "date": datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)}
    made = git.create_commit(*where, message="Add B", tree=tree, parents=[parent], author=author).parsed_data
    assert (made.author.name, made.author.date) == ("Ada", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
    git.update_ref(*where, "heads/main", sha=made.sha)
    assert repository.git("show", "main:docs/b.md") == b"# B\n"
    assert repository.git("fsck", "--strict") == b""
    read = git.get_commit(*where, made.sha).parsed_data
    assert (read.tree.sha, [each.sha for each in read.parents]) == (tree, [parent])
    for wrong in ({"tree": "1" * 40}, {"parents": [tree]}):
        with pytest.raises(RequestFailed, match="422"):
            git.create_commit(*where, **{"message": "x", "tree": tree, **wrong})


def test_branches_are_listed_and_told_in_full(
    client: GitHub[TokenAuthStrategy], create: Callable[..., Repository]
) -> None:
    repository = create({"a.md": "1"})
    sha = repository.commit_files({"a.md": "2"}, branch="fix/it")
    assert [each.name for each in client.rest.repos.list_branches("octocat", repository.name).parsed_data] == [
        "fix/it",
        "main",
    ]
    branch = client.rest.repos.get_branch("octocat", repository.name, "fix/it").parsed_data
    assert (branch.name, branch.commit.sha, branch.protected) == ("fix/it", sha, False)
    with pytest.raises(RequestFailed) as caught:
        client.rest.repos.get_branch("octocat", repository.name, "fix")
    assert caught.value.response.json()["message"] == "Branch not found"
