"""GitHub's stand-in, once for all tests of a module, with a clean log for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.standins.github_api import GitHubStandIn

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def running_github() -> Iterator[GitHubStandIn]:
    with GitHubStandIn() as running:
        yield running


@pytest.fixture
def github(running_github: GitHubStandIn) -> GitHubStandIn:
    running_github.reset()
    return running_github
