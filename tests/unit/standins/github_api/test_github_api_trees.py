"""The GitHub stand-in reads and makes trees and blobs as GitHub does."""

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


def test_a_tree_tells_modes_types_and_sizes(
    client: GitHub[TokenAuthStrategy], create: Callable[..., Repository], tmp_path: Path
) -> None:
    repository = create()
    tree = WorkTree.clone(repository, tmp_path / "work")
    (tree.path / "link").symlink_to("docs/ä b.md")
    tree.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},module")
    tree.git("config", "advice.addEmbeddedRepo", "false")
    tree.commit({"docs/ä b.md": "text", "run.sh": "#!/bin/sh\n"})
    tree.git("update-index", "--chmod=+x", "run.sh")
    tree.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},module")
    tree.git("commit", "--quiet", "--amend", "--message", "All kinds")
    tree.push()
    told = client.rest.git.get_tree("octocat", repository.name, "main", recursive="1").parsed_data
    assert not told.truncated
    assert [(each.path, each.mode, each.type) for each in told.tree] == [
        ("docs", "040000", "tree"),
        ("docs/ä b.md", "100644", "blob"),
        ("link", "120000", "blob"),
        ("module", "160000", "commit"),
        ("run.sh", "100755", "blob"),
    ]
    raw = client.rest.git.get_tree("octocat", repository.name, "main", recursive="1").json()["tree"]
    assert [each.get("size") for each in raw] == [None, 4, len("docs/ä b.md".encode()), None, 10]
    assert "url" not in raw[3]


def test_a_tree_is_named_by_what_was_asked_for(
    client: GitHub[TokenAuthStrategy], create: Callable[..., Repository]
) -> None:
    repository = create({"a/b/c.md": "1"})
    commit, tree = repository.find_commit("main"), repository.find_tree("main")
    assert commit
    assert tree
    git = client.rest.git
    assert git.get_tree("octocat", repository.name, "main").parsed_data.sha == commit
    assert git.get_tree("octocat", repository.name, commit).parsed_data.sha == commit
    assert git.get_tree("octocat", repository.name, tree).parsed_data.sha == tree
    assert [each.path for each in git.get_tree("octocat", repository.name, tree).parsed_data.tree] == ["a"]
    # Any value means yes.
    whole = git.get_tree("octocat", repository.name, tree, recursive="false").parsed_data
    assert [each.path for each in whole.tree] == ["a", "a/b", "a/b/c.md"]


def test_a_large_tree_is_truncated_and_its_folders_are_read_one_by_one(
    github: GitHubStandIn, http: httpx.Client, create: Callable[..., Repository]
) -> None:
    repository = create({f"d{number // 5}/{number}.md": str(number) for number in range(20)})
    github.hub.limits.tree_entries = 7
    told = http.get(f"/repos/{repository.full_name}/git/trees/main?recursive=1").json()
    assert told["truncated"]
    assert len(told["tree"]) == 7
    folders = http.get(f"/repos/{repository.full_name}/git/trees/main").json()
    assert not folders["truncated"]
    below = [http.get(each["url"]).json() for each in folders["tree"]]
    assert [len(each["tree"]) for each in below] == [5, 5, 5, 5]
    github.hub.limits.tree_bytes = 200
    assert http.get(f"/repos/{repository.full_name}/git/trees/main?recursive=1").json()["truncated"]


def test_a_tree_is_made_from_another_with_changes(
    client: GitHub[TokenAuthStrategy], create: Callable[..., Repository]
) -> None:
    git, repository = client.rest.git, create({"a.md": "1", "d/b.md": "2", "d/e/c.md": "3", "x/y.md": "4", "z": "5"})
    base = repository.find_tree("main")
    changes = [
        {"path": "a.md", "mode": "100644", "type": "blob", "sha": None},
        {"path": "x", "mode": "040000", "type": "tree", "sha": None},
        {"path": "d/e/c.md", "mode": "100644", "type": "blob", "content": "drei ä"},
        {"path": "d/new/deep/n.sh", "mode": "100755", "type": "blob", "content": "n"},
        {"path": "z/now/a/folder.md", "mode": "100644", "type": "blob", "content": "f"},
    ]
    made = git.create_tree("octocat", repository.name, data={"base_tree": base, "tree": changes})
    assert made.status_code == 201
    sha = made.parsed_data.sha
    lines = repository.git("ls-tree", "-r", sha).decode().splitlines()
    assert [(line.split()[0], line.split("\t")[1]) for line in lines] == [
        ("100644", "d/b.md"),
        ("100644", "d/e/c.md"),
        ("100755", "d/new/deep/n.sh"),
        ("100644", "z/now/a/folder.md"),
    ]
    assert repository.git("show", f"{sha}:d/e/c.md").decode() == "drei ä"
    assert "error" not in repository.git("fsck", "--strict").decode()
    for path, blob in (("none.md", None), ("../a.md", "1"), ("a//b", "1"), (".git/config", "1")):
        entry = {
            "path": path,
            "mode": "100644",
            "type": "blob",
            **({"sha": None} if blob is None else {"content": blob}),
        }
        with pytest.raises(RequestFailed, match="422"):
            git.create_tree("octocat", repository.name, data={"base_tree": base, "tree": [entry]})


def test_a_tree_without_a_base_holds_only_what_is_named(
    client: GitHub[TokenAuthStrategy], create: Callable[..., Repository]
) -> None:
    repository = create({"a.md": "1"})
    entry = {"path": "b.md", "mode": "100644", "type": "blob", "content": "2"}
    made = client.rest.git.create_tree("octocat", repository.name, data={"tree": [entry]}).parsed_data
    assert [each.path for each in made.tree] == ["b.md"]


def test_a_blob_is_base64_in_lines_or_raw(
    client: GitHub[TokenAuthStrategy], http: httpx.Client, create: Callable[..., Repository]
) -> None:
    content = bytes(range(256))
    repository = create({"a.bin": content})
    sha = client.rest.git.get_tree("octocat", repository.name, "main").parsed_data.tree[0].sha
    assert sha
    blob = client.rest.git.get_blob("octocat", repository.name, sha).parsed_data
    assert (blob.size, blob.encoding, base64.b64decode(blob.content)) == (256, "base64", content)
    assert max(map(len, blob.content.split("\n"))) == 60
    path = f"/repos/{repository.full_name}/git/blobs/{sha}"
    raw = http.get(path, headers={"accept": "application/vnd.github.raw+json"})
    assert raw.content == content
    assert raw.headers["content-type"].startswith("application/vnd.github.raw")
    assert raw.headers["etag"] != http.get(path).headers["etag"]


def test_blobs_that_are_not_there_wrong_or_too_large_are_refused(
    github: GitHubStandIn, http: httpx.Client, create: Callable[..., Repository]
) -> None:
    repository = create({"a.md": "12345"})
    path = f"/repos/{repository.full_name}/git/blobs"
    tree = repository.find_tree("main")
    assert [http.get(f"{path}/{sha}").status_code for sha in ("1" * 40, tree, "main", "1" * 39)] == [404, 404, 422, 422]
    assert http.post(path, json={"content": "!", "encoding": "base64"}).status_code == 422
    assert http.post(path, json={}).json()["message"] == 'Invalid request.\n\n"content" wasn\'t supplied.'
    made = http.post(path, json={"content": "ä"})
    assert (made.status_code, made.headers["location"]) == (201, made.json()["url"])
    github.hub.limits.blob_bytes = 1
    refused = http.get(made.json()["url"])
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (403, "too_large")


def test_requests_are_counted_by_kind(
    github: GitHubStandIn, http: httpx.Client, create: Callable[..., Repository]
) -> None:
    repository = create({"a.md": "a", "b.md": "b"})
    tree = http.get(f"/repos/{repository.full_name}/git/trees/main?recursive=1").json()
    for entry in tree["tree"]:
        http.get(entry["url"], headers={"X-Mine": "yes"})
    assert len(github.hub.log.find("*/git/trees/*")) == 1
    blobs = github.hub.log.find("*/git/blobs/*", method="GET")
    assert [each.headers["x-mine"] for each in blobs] == ["yes", "yes"]
    assert [each.status for each in blobs] == [200, 200]
