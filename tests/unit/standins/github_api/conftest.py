"""One GitHub stand-in for all tests of it, and githubkit, whose models are GitHub's own schemas."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import httpx
import pytest
from githubkit import GitHub, TokenAuthStrategy

from tests.standins.github_api import TOKEN, GitHubStandIn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.standins.github_api.repositories import Repository

_numbers = count(1)


@pytest.fixture(scope="session")
def running_github() -> Iterator[GitHubStandIn]:
    with GitHubStandIn() as standin:
        yield standin


@pytest.fixture
def github(running_github: GitHubStandIn) -> GitHubStandIn:
    running_github.reset()
    return running_github


@pytest.fixture
def connect(github: GitHubStandIn) -> Callable[..., GitHub[TokenAuthStrategy]]:
    """Opens GitHub's client with a token. `parsed_data` of an answer fails when it breaks GitHub's schema."""

    def open_client(token: str = TOKEN) -> GitHub[TokenAuthStrategy]:
        return GitHub(TokenAuthStrategy(token), base_url=github.base_url, http_cache=False, auto_retry=False)

    return open_client


@pytest.fixture
def client(connect: Callable[..., GitHub[TokenAuthStrategy]]) -> Iterator[GitHub[TokenAuthStrategy]]:
    with connect() as opened:
        yield opened


@pytest.fixture
def http(github: GitHubStandIn) -> Iterator[httpx.Client]:
    """A plain client with the token, for what githubkit hides."""
    headers = {"authorization": f"Bearer {TOKEN}"}
    with httpx.Client(base_url=github.base_url, headers=headers, trust_env=False) as opened:
        yield opened


@pytest.fixture
def create(github: GitHubStandIn) -> Callable[..., Repository]:
    """Makes a repository of octocat's with a name of its own and `files`."""

    def create_repository(files: dict[str, bytes | str | None] | None = None, *, private: bool = False) -> Repository:
        return github.create_repo("octocat", f"docs-{next(_numbers)}", private=private, files=files)

    return create_repository
