"""A stand-in for GitHub's REST API over real HTTP and real bare git repositories, held to GitHub's own schemas.

with GitHubStandIn() as github:
    repository = github.create_repo("octocat", "docs", files={"a.md": "# A"})
    ...  # a client on github.base_url with TOKEN; `git push` to repository.path
    assert len(github.hub.log.find("*/git/blobs/*")) == 1
"""

from __future__ import annotations

from tests.standins.github_api.accounts import TOKEN
from tests.standins.github_api.faults import Fault
from tests.standins.github_api.server import GitHubStandIn
from tests.standins.github_api.work_tree import WorkTree

__all__ = ["TOKEN", "Fault", "GitHubStandIn", "WorkTree"]
