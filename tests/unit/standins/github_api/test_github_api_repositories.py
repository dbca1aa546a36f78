"""The GitHub stand-in makes, shows and hides repositories as GitHub does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest
from githubkit.exception import RequestFailed

from tests.standins.github_api import TOKEN, GitHubStandIn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from githubkit import GitHub, TokenAuthStrategy

    from tests.standins.github_api.repositories import Repository


def test_a_repository_tells_what_githubs_schema_wants(
    client: GitHub[TokenAuthStrategy], create: Callable[..., Repository]
) -> None:
    repository = create({"a.md": "# A"})
    told = client.rest.repos.get("OctoCat", repository.name.upper()).parsed_data
    assert (told.full_name, told.private, told.default_branch) == (repository.full_name, False, "main")
    assert told.owner.login == "octocat"
    assert told.permissions
    assert told.permissions.push


def test_a_new_repository_has_a_first_commit_when_asked(
    client: GitHub[TokenAuthStrategy], github: GitHubStandIn
) -> None:
    made = client.rest.repos.create_for_authenticated_user(
        name="new docs", description="About it", private=True, auto_init=True
    )
    assert made.status_code == 201
    assert made.parsed_data.full_name == "octocat/new-docs"
    assert made.parsed_data.private
    readme = client.rest.repos.get_content("octocat", "new-docs", "README.md").json()
    assert readme["size"] == len("# new-docs\nAbout it")
    with pytest.raises(RequestFailed) as caught:
        client.rest.repos.create_for_authenticated_user(name="new-docs")
    assert caught.value.response.status_code == 422
    assert caught.value.response.json()["errors"][0]["message"] == "name already exists on this account"


def test_an_organisation_gets_repositories_too(client: GitHub[TokenAuthStrategy], github: GitHubStandIn) -> None:
    github.hub.accounts.find_or_create("acme", "Organization")
    made = client.rest.repos.create_in_org("acme", name="handbook").parsed_data
    assert made.owner.type == "Organization"
    with pytest.raises(RequestFailed, match="404"):
        client.rest.repos.create_in_org("nobody", name="handbook")


def test_an_empty_repository_says_so(client: GitHub[TokenAuthStrategy], create: Callable[..., Repository]) -> None:
    name = create().name
    for ask in (
        lambda: client.rest.git.get_ref("octocat", name, "heads/main"),
        lambda: client.rest.git.get_tree("octocat", name, "main"),
        lambda: client.rest.repos.list_commits("octocat", name),
        lambda: client.rest.git.create_blob("octocat", name, content="x"),
    ):
        with pytest.raises(RequestFailed) as caught:
            ask()
        assert caught.value.response.status_code == 409
        assert caught.value.response.json()["message"] == "Git Repository is empty."


def test_a_private_repository_is_hidden_from_those_who_may_not_see_it(
    github: GitHubStandIn, create: Callable[..., Repository], http: httpx.Client
) -> None:
    repository = create({"a.md": "# A"}, private=True)
    other = create({"a.md": "# A"}, private=True)
    github.hub.accounts.create_token("narrow", "visitor", repositories=[other.full_name])
    path = f"/repos/{repository.full_name}/git/trees/main"
    assert http.get(path).status_code == 200
    hidden = httpx.get(github.base_url + path)
    assert (hidden.status_code, hidden.json()["message"]) == (404, "Not Found")
    assert hidden.json()["documentation_url"] == "https://docs.github.com/rest/git/trees#get-a-tree"
    assert hidden.json()["status"] == "404"
    assert http.get(path, headers={"authorization": "Bearer narrow"}).status_code == 404
    seen = f"/repos/{other.full_name}/git/trees/main"
    assert http.get(seen, headers={"authorization": "Bearer narrow"}).status_code == 200


def test_a_wrong_token_is_refused_even_for_public_repositories(
    create: Callable[..., Repository], http: httpx.Client
) -> None:
    answer = http.get(f"/repos/{create().full_name}", headers={"authorization": "Bearer wrong"})
    assert answer.status_code == 401
    assert answer.json() == {
        "message": "Bad credentials",
        "documentation_url": "https://docs.github.com/rest",
        "status": "401",
    }


def test_a_token_that_may_only_read_does_not_write(
    github: GitHubStandIn, create: Callable[..., Repository], http: httpx.Client
) -> None:
    path = f"/repos/{create({'a.md': 'A'}).full_name}/git/blobs"
    github.hub.accounts.create_token("reader", "visitor", can_write=False)
    refused = http.post(path, json={"content": "x"}, headers={"authorization": "Bearer reader"})
    assert (refused.status_code, refused.json()["message"]) == (403, "Resource not accessible by personal access token")
    anonymous = httpx.post(github.base_url + path, json={"content": "x"})
    assert (anonymous.status_code, anonymous.json()["message"]) == (401, "Requires authentication")


def test_requests_that_github_would_not_look_at_are_refused(http: httpx.Client) -> None:
    assert http.get("/user", headers={"user-agent": ""}).status_code == 403
    assert http.get("/user", headers={"accept": "text/html"}).status_code == 415
    assert http.get("/user", headers={"x-github-api-version": "1999-01-01"}).status_code == 400
    assert http.post("/user/repos", content=b"{").json()["message"] == "Problems parsing JSON"


def test_the_token_is_taken_by_any_scheme(http: httpx.Client) -> None:
    assert http.get("/user", headers={"authorization": f"token {TOKEN}"}).json()["login"] == "octocat"
    assert http.get("/user", auth=("x-access-token", TOKEN)).json()["login"] == "octocat"


def test_repositories_are_found_again_by_a_later_standin(tmp_path: Path) -> None:
    with GitHubStandIn(tmp_path) as first:
        sha = first.create_repo("octocat", "kept", private=True, files={"a.md": "A"}).find_commit("main")
    with GitHubStandIn(tmp_path) as second:
        found = second.hub.repositories.find("octocat", "kept")
        assert found
        assert found.private
        assert found.find_commit("main") == sha
