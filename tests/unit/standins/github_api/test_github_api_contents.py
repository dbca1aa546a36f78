"""The GitHub stand-in reads, writes and compares files as GitHub does."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest
from githubkit.exception import RequestFailed

from tests.standins.github_api import GitHubStandIn, WorkTree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import httpx
    from githubkit import GitHub, TokenAuthStrategy

    from tests.standins.github_api.repositories import Repository

RAW = {"accept": "application/vnd.github.raw+json"}


def test_a_file_is_read_by_path_and_ref(
    client: GitHub[TokenAuthStrategy], http: httpx.Client, create: Callable[..., Repository]
) -> None:
    repository = create({"docs/ä b.md": "one"})
    repository.commit_files({"docs/ä b.md": "two"}, branch="draft/x")
    told = client.rest.repos.get_content("octocat", repository.name, "docs/ä b.md").json()
    assert (told["type"], told["encoding"], base64.b64decode(told["content"])) == ("file", "base64", b"one")
    assert http.get(told["git_url"], headers=RAW).text == "one"
    assert http.get(told["download_url"]).text == "one"
    url = f"/repos/{repository.full_name}/contents/docs/ä b.md"
    assert http.get(url, params={"ref": "draft/x"}, headers=RAW).text == "two"
    assert http.get(url, params={"ref": "none"}).json()["message"] == "No commit found for the ref none"
    assert http.get(url + "x").status_code == 404


def test_a_folder_lists_its_entries(
    client: GitHub[TokenAuthStrategy], github: GitHubStandIn, create: Callable[..., Repository]
) -> None:
    repository = create({"a.md": "12", "docs/b.md": "b", "docs/c/d.md": "d"})
    listed = client.rest.repos.get_content("octocat", repository.name, "").json()
    assert [(each["name"], each["type"], each["size"]) for each in listed] == [("a.md", "file", 2), ("docs", "dir", 0)]
    below = client.rest.repos.get_content("octocat", repository.name, "docs").parsed_data
    assert isinstance(below, list)
    assert [each.path for each in below] == ["docs/b.md", "docs/c"]
    github.hub.limits.directory_entries = 1
    assert len(client.rest.repos.get_content("octocat", repository.name, "docs").json()) == 1


def test_links_lead_to_files_of_the_repository_only(
    http: httpx.Client, create: Callable[..., Repository], tmp_path: Path
) -> None:
    repository = create()
    tree = WorkTree.clone(repository, tmp_path / "work")
    (tree.path / "docs").mkdir()
    (tree.path / "docs" / "in.md").symlink_to("../a.md")
    (tree.path / "out.md").symlink_to("/etc/hosts")
    tree.commit({"a.md": "text"})
    tree.push()
    url = f"/repos/{repository.full_name}/contents"
    assert base64.b64decode(http.get(f"{url}/docs/in.md").json()["content"]) == b"text"
    out = http.get(f"{url}/out.md").json()
    assert (out["type"], out["target"]) == ("symlink", "/etc/hosts")


def test_a_large_file_comes_raw_only(
    github: GitHubStandIn, http: httpx.Client, create: Callable[..., Repository]
) -> None:
    url = f"/repos/{create({'a.md': 'x' * 1000}).full_name}/contents/a.md"
    github.hub.limits.content_bytes = 999
    told = http.get(url).json()
    assert (told["encoding"], told["content"], told["size"]) == ("none", "", 1000)
    assert len(http.get(url, headers=RAW).content) == 1000
    github.hub.limits.blob_bytes = 999
    assert http.get(url, headers=RAW).status_code == 403


def test_a_file_is_written_and_deleted_if_it_still_is_the_known_one(
    client: GitHub[TokenAuthStrategy], create: Callable[..., Repository]
) -> None:
    repos, repository = client.rest.repos, create({"a.md": "1"})
    where = ("octocat", repository.name, "docs/n.md")
    content = base64.b64encode(b"new").decode()
    made = repos.create_or_update_file_contents(*where, message="Add", content=content)
    assert made.status_code == 201
    known = made.json()["content"]["sha"]
    for sha, status in ((None, 422), ("1" * 40, 409)):
        given = {"message": "x", "content": content, **({"sha": sha} if sha else {})}
        with pytest.raises(RequestFailed, match=str(status)):
            repos.create_or_update_file_contents(*where, **given)
    changed = repos.create_or_update_file_contents(*where, message="Change", content="Mg==", sha=known)
    assert changed.status_code == 200
    assert repository.git("show", "main:docs/n.md") == b"2"
    repos.delete_file(*where, message="Delete", sha=changed.json()["content"]["sha"])
    assert repository.git("ls-tree", "-r", "--name-only", "main") == b"a.md\n"


def test_commits_are_compared(client: GitHub[TokenAuthStrategy], create: Callable[..., Repository]) -> None:
    repos, repository = client.rest.repos, create({"a.md": "1\n2\n3\n4\n", "b.md": "b", "c.md": "c"})
    base = repository.find_commit("main")
    repository.git("branch", "topic/x", "main")
    first = repository.commit_files({"a.md": None, "moved.md": "1\n2\n3\n4\n", "b.md": "B"}, branch="topic/x")
    second = repository.commit_files({"new ä.md": "n", "c.md": None}, branch="topic/x")
    told = repos.compare_commits("octocat", repository.name, "main...topic/x").parsed_data
    assert (told.status, told.ahead_by, told.behind_by) == ("ahead", 2, 0)
    assert [each.sha for each in told.commits] == [first, second]
    assert told.merge_base_commit.sha == base
    assert told.files
    assert [(each.filename, each.status, each.previous_filename or "") for each in told.files] == [
        ("b.md", "modified", ""),
        ("c.md", "removed", ""),
        ("moved.md", "renamed", "a.md"),
        ("new ä.md", "added", ""),
    ]
    assert repos.compare_commits("octocat", repository.name, "topic/x...main").parsed_data.status == "behind"
    assert repos.compare_commits("octocat", repository.name, f"{base}...main").parsed_data.status == "identical"
    repository.commit_files({"d.md": "d"})
    apart = repos.compare_commits("octocat", repository.name, "main...octocat:topic/x").parsed_data
    assert (apart.status, apart.ahead_by, apart.behind_by) == ("diverged", 2, 1)
    # Three dots: what main did since is no part of it.
    assert apart.files
    assert "d.md" not in [each.filename for each in apart.files]


def test_a_comparison_lists_at_most_300_files(http: httpx.Client, create: Callable[..., Repository]) -> None:
    repository = create({"a.md": "1"})
    repository.git("branch", "many", "main")
    repository.commit_files({f"{number:03}.md": str(number) for number in range(310)}, branch="many")
    told = http.get(f"/repos/{repository.full_name}/compare/main...many").json()
    assert len(told["files"]) == 300
    assert told["files"][299]["filename"] == "299.md"


def test_what_cannot_be_compared_is_not_found(http: httpx.Client, create: Callable[..., Repository]) -> None:
    repository = create({"a.md": "1"})
    empty = repository.git("hash-object", "-t", "tree", "-w", "--stdin").decode().strip()
    stranger = repository.git("commit-tree", empty, "-m", "Alone").decode().strip()
    url = f"/repos/{repository.full_name}/compare"
    assert http.get(f"{url}/main...none").status_code == 404
    assert http.get(f"{url}/main..main").status_code == 404
    apart = http.get(f"{url}/main...{stranger}")
    assert (apart.status_code, apart.json()["message"]) == (404, f"No common ancestor between main and {stranger}.")
