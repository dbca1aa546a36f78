"""A stand-in for GitHub's REST API over real HTTP and real bare git repositories, held to GitHub's own schemas.

    with GitHubStandIn() as github:
        repository = github.create_repo("octocat", "docs", files={"a.md": "# A"})
        hook = github.add_hook(repository, "http://127.0.0.1:8787/hooks/github", "secret")
        tree = WorkTree.clone(repository, tmp_path / "work")  # or `git push` to repository.path by other means
        tree.commit({"b.md": "# B"})
        tree.push()
        ...  # a client on github.base_url with TOKEN
        assert github.wait_for_deliveries()[-1].status_code == 202
        assert len(github.hub.log.find("*/git/blobs/*")) == 1

`github.hub` scripts the rest: `faults.script(Fault(...))`, `rates.leave(0)`, `limits.tree_entries = 10`,
`accounts.create_token(...)`, `accounts.find_or_create("acme", "Organization")`, `commit_and_announce(...)`.
A test that reads more than 5,000 objects raises `rates.hourly`, or meets the limit as it would at GitHub's.
It needs git 2.36. `control` is the same over HTTP, for a stand-in that runs as a process.

Weaker than the original: bodies are not gzipped; git speaks by path and not over HTTP; one permission, to write,
stands for all, and nothing is an App or an installation; deliveries go out one after another, in order; commits are
never signed; the secondary rate limit comes only when scripted; archive links of public repositories expire too; a
repository that was renamed is not redirected; the size at which a patch is left out is a guess.
"""

from __future__ import annotations

from tests.standins.github_api.accounts import TOKEN
from tests.standins.github_api.faults import Fault
from tests.standins.github_api.server import GitHubStandIn
from tests.standins.github_api.work_tree import WorkTree

__all__ = ["TOKEN", "Fault", "GitHubStandIn", "WorkTree"]
