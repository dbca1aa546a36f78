"""The GitHub stand-in hands out archives by short-lived links on another host name, as GitHub does."""

from __future__ import annotations

import io
import tarfile
import time
import zipfile
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.standins.github_api import Fault, GitHubStandIn

if TYPE_CHECKING:
    from collections.abc import Callable

    from githubkit import GitHub, TokenAuthStrategy

    from tests.standins.github_api.repositories import Repository

FILES = {"a.md": "# A\n", "docs/ä b.md": "b"}


def test_the_tarball_lies_behind_a_link_that_needs_no_token(
    github: GitHubStandIn, http: httpx.Client, create: Callable[..., Repository]
) -> None:
    repository = create(FILES, private=True)
    redirection = http.get(f"/repos/{repository.full_name}/tarball/main")
    assert redirection.status_code == 302
    link = httpx.URL(redirection.headers["location"])
    assert link.host == "localhost"
    assert link.path == f"/codeload/{repository.full_name}/legacy.tar.gz/refs/heads/main"
    answer = httpx.get(link, trust_env=False)
    sha = repository.find_commit("main")
    assert sha
    top = f"octocat-{repository.name}-{sha[:7]}"
    assert answer.headers["content-type"] == "application/x-gzip"
    assert answer.headers["content-disposition"] == f"attachment; filename={top}.tar.gz"
    with tarfile.open(fileobj=io.BytesIO(answer.content)) as archive:
        assert sorted(archive.getnames()) == [top, f"{top}/a.md", f"{top}/docs", f"{top}/docs/ä b.md"]
        assert archive.pax_headers["comment"] == sha
    assert httpx.get(link.copy_with(query=None)).status_code == 404
    assert httpx.get(str(link)[:-1] + "x").status_code == 404
    assert httpx.get(str(link).replace("heads/main", "heads/other")).status_code == 404


def test_clients_follow_the_link_and_leave_the_token_behind(
    github: GitHubStandIn, client: GitHub[TokenAuthStrategy], create: Callable[..., Repository]
) -> None:
    repository = create(FILES, private=True)
    sha = repository.find_commit("main")
    assert sha
    answer = client.rest.repos.download_zipball_archive("octocat", repository.name, sha)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.read(f"octocat-{repository.name}-{sha[:7]}/a.md") == b"# A\n"
    (asked,) = github.hub.log.find("/repos/*/zipball/*")
    (loaded,) = github.hub.log.find("/codeload/*")
    assert "authorization" in asked.headers
    assert "authorization" not in loaded.headers


def test_a_link_expires(github: GitHubStandIn, http: httpx.Client, create: Callable[..., Repository]) -> None:
    github.hub.limits.archive_link_s = 0.05
    link = http.get(f"/repos/{create(FILES).full_name}/tarball").headers["location"]
    time.sleep(0.1)
    assert httpx.get(link).status_code == 404


def test_the_archive_of_an_unknown_ref_is_not_found(http: httpx.Client, create: Callable[..., Repository]) -> None:
    assert http.get(f"/repos/{create(FILES).full_name}/tarball/none").status_code == 404


def test_an_archive_can_break_off(github: GitHubStandIn, http: httpx.Client, create: Callable[..., Repository]) -> None:
    github.hub.faults.script(Fault("truncated", path="/codeload/*", after_bytes=20))
    link = http.get(f"/repos/{create(FILES).full_name}/tarball/main").headers["location"]
    with httpx.stream("GET", link, trust_env=False) as answer:
        assert answer.status_code == 200
        with pytest.raises(httpx.RemoteProtocolError):
            answer.read()
    assert httpx.get(link, trust_env=False).content
