"""The GitHub stand-in limits rates, answers conditionally and fails on demand as GitHub does."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import httpx
import pytest
from githubkit.exception import PrimaryRateLimitExceeded, RequestFailed, SecondaryRateLimitExceeded

from tests.standins.github_api import Fault, GitHubStandIn

if TYPE_CHECKING:
    from collections.abc import Callable

    from githubkit import GitHub, TokenAuthStrategy

    from tests.standins.github_api.repositories import Repository


def test_every_answer_tells_what_is_left(github: GitHubStandIn, http: httpx.Client) -> None:
    first, second = http.get("/user"), http.get("/user")
    assert first.headers["x-ratelimit-limit"] == "5000"
    assert [each.headers["x-ratelimit-remaining"] for each in (first, second)] == ["4999", "4998"]
    assert second.headers["x-ratelimit-used"] == "2"
    assert 3500 < int(second.headers["x-ratelimit-reset"]) - time.time() <= 3600
    assert second.headers["x-ratelimit-resource"] == "core"
    assert second.headers["x-github-request-id"] != first.headers["x-github-request-id"]
    assert http.get("/rate_limit").json()["resources"]["core"]["remaining"] == 4998
    assert httpx.get(f"{github.base_url}/users/octocat").headers["x-ratelimit-limit"] == "60"


def test_an_answer_that_is_known_already_costs_nothing(
    github: GitHubStandIn, http: httpx.Client, create: Callable[..., Repository]
) -> None:
    repository = create({"a.md": "1"})
    path = f"/repos/{repository.full_name}/git/ref/heads/main"
    first = http.get(path)
    known = http.get(path, headers={"if-none-match": first.headers["etag"]})
    assert (known.status_code, known.content, known.headers["etag"]) == (304, b"", first.headers["etag"])
    assert known.headers["x-ratelimit-used"] == first.headers["x-ratelimit-used"] == "1"
    repository.commit_files({"a.md": "2"})
    changed = http.get(path, headers={"if-none-match": first.headers["etag"]})
    assert (changed.status_code, changed.headers["x-ratelimit-used"]) == (200, "2")
    # Without a token, a 304 counts as any other answer.
    for used in ("1", "2"):
        anonymous = httpx.get(github.base_url + path, headers={"if-none-match": changed.headers["etag"]})
        assert (anonymous.status_code, anonymous.headers["x-ratelimit-used"]) == (304, used)


def test_requests_beyond_the_primary_limit_are_refused(
    github: GitHubStandIn, client: GitHub[TokenAuthStrategy]
) -> None:
    github.hub.rates.leave(1, resets_in_s=0.5)
    client.rest.users.get_authenticated()
    with pytest.raises(PrimaryRateLimitExceeded) as caught:
        client.rest.users.get_authenticated()
    answer = caught.value.response
    assert (answer.status_code, answer.headers["x-ratelimit-remaining"]) == (403, "0")
    assert answer.json()["message"].startswith("API rate limit exceeded for user ID 583231.")
    time.sleep(0.5)
    assert client.rest.users.get_authenticated().headers["x-ratelimit-used"] == "1"


@pytest.mark.parametrize("status", [403, 429])
def test_rate_limits_are_scripted(github: GitHubStandIn, client: GitHub[TokenAuthStrategy], status: int) -> None:
    github.hub.faults.script(Fault("secondary_rate_limit", status=status, retry_after="7"))
    with pytest.raises(SecondaryRateLimitExceeded) as secondary:
        client.rest.users.get_authenticated()
    assert secondary.value.response.status_code == status
    assert secondary.value.retry_after.total_seconds() == 7
    assert secondary.value.response.headers["x-ratelimit-remaining"] == "4999"
    github.hub.faults.script(Fault("primary_rate_limit", status=status))
    with pytest.raises(PrimaryRateLimitExceeded):
        client.rest.users.get_authenticated()
    # Unlike a fault that passes, a used-up hour stays used up.
    assert client.rest.rate_limit.get().parsed_data.resources.core.remaining == 0


def test_faults_meet_their_path_and_number_of_requests(github: GitHubStandIn, http: httpx.Client) -> None:
    github.hub.faults.script(
        Fault("bad_gateway", path="/users/*", skip=1, times=2), Fault("server_error", method="POST")
    )
    paths = ["/user", "/users/octocat", "/users/octocat", "/user", "/users/octocat", "/users/octocat"]
    assert [http.get(path).status_code for path in paths] == [200, 200, 502, 200, 502, 200]
    assert http.post("/user/repos", json={"name": "x"}).status_code == 500
    assert [each.status for each in github.hub.log.find("/users/*")] == [200, 502, 502, 200]


def test_connections_break_and_hang(
    github: GitHubStandIn, http: httpx.Client, client: GitHub[TokenAuthStrategy]
) -> None:
    github.hub.faults.script(Fault("reset"), Fault("truncated"), Fault("hang", hang_s=0.5))
    with pytest.raises(httpx.ReadError):
        http.get("/user")
    with pytest.raises(httpx.RemoteProtocolError, match="without sending complete"):
        http.get("/user")
    with pytest.raises(httpx.ReadTimeout):
        http.get("/user", timeout=0.2)
    assert [each.status for each in github.hub.log.find("/user")][:2] == [0, 200]
    github.hub.faults.clear()
    github.hub.faults.script(Fault("hang", hang_s=0.1), Fault("unavailable"))
    assert http.get("/user").status_code == 200
    with pytest.raises(RequestFailed, match="503"):
        client.rest.users.get_authenticated()
