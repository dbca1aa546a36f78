"""Commits of a repository and of its git database, and branches."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from tests.standins.github_api.calls import REPOSITORY, ApiError, ApiRoute, Call, not_found, reply, unprocessable
from tests.standins.github_api.changed_files import count_changes, list_changes
from tests.standins.github_api.commit_documents import describe_commit, describe_git_commit, read_commit
from tests.standins.github_api.routes_refs import refuse_when_empty
from tests.standins.github_api.tree_changes import EMPTY_TREE

if TYPE_CHECKING:
    from tests.standins.github_api.accounts import Account

_MOST_FILES = 3000


def get_commit(call: Call) -> Response | dict[str, Any]:
    refuse_when_empty(call.repository)
    sha = find_commit_or_refuse(call, call.params["ref"])
    if call.media == "sha":
        return Response(sha, media_type="application/vnd.github.sha; charset=utf-8")
    commit = read_commit(call.repository, sha)
    base = commit.parents[0] if commit.parents else EMPTY_TREE
    if call.media in {"diff", "patch"}:
        text = call.repository.git("diff", "-M", base, sha)
        return Response(text, media_type=f"application/vnd.github.{call.media}; charset=utf-8")
    changes = list_changes(call.hub, call.repository, base, sha, most=_MOST_FILES)
    return {
        **describe_commit(call.hub, call.repository, commit),
        "stats": count_changes(changes),
        "files": call.paginate(changes, default=100) if "page" in call.query else changes[:300],
    }


def list_commits(call: Call) -> list[Any]:
    refuse_when_empty(call.repository)
    start = call.query.get("sha") or call.repository.default_branch
    sha = call.repository.find_commit(start)
    if sha is None:
        raise not_found()
    filters = [
        f"--{name}={call.query[name]}" for name in ("since", "until", "author", "committer") if name in call.query
    ]
    paths = ["--", call.query["path"]] if call.query.get("path") else []
    shas = call.repository.git("rev-list", *filters, sha, *paths).decode().split()
    return [
        describe_commit(call.hub, call.repository, read_commit(call.repository, each)) for each in call.paginate(shas)
    ]


def get_git_commit(call: Call) -> dict[str, Any]:
    refuse_when_empty(call.repository)
    return describe_git_commit(call.hub, call.repository, read_commit(call.repository, call.params["sha"]))


def create_git_commit(call: Call) -> Response:
    message, tree = call.require(message=str, tree=str)
    refuse_when_empty(call.repository)
    if not call.repository.has(tree, "tree"):
        raise unprocessable("Tree SHA does not exist")
    parents = call.given.get("parents", [])
    if not isinstance(parents, list):
        raise unprocessable("Invalid request.\n\nFor 'properties/parents', it is not an array.")
    if any(not call.repository.has(parent, "commit") for parent in parents):
        raise unprocessable("Parent SHA does not exist or is not a commit object")
    sha = write_commit(call, message, tree, parents)
    described = describe_git_commit(call.hub, call.repository, read_commit(call.repository, sha))
    return reply(described, 201, {"location": described["url"]})


def list_branches(call: Call) -> list[Any]:
    lines = call.repository.git("for-each-ref", "--format=%(objectname) %(refname:lstrip=2)", "refs/heads/")
    return [
        {
            "name": name,
            "commit": {"sha": sha, "url": f"{call.repository_url}/commits/{sha}"},
            "protected": False,
            "protection": _no_protection(),
            "protection_url": f"{call.repository_url}/branches/{name}/protection",
        }
        for sha, name in (line.split(" ", 1) for line in call.paginate(lines.decode().splitlines()))
    ]


def get_branch(call: Call) -> dict[str, Any]:
    name = call.params["branch"]
    found = call.repository.find_ref(f"refs/heads/{name}")
    if not found:
        raise not_found("Branch not found")
    return {
        "name": name,
        "commit": describe_commit(call.hub, call.repository, read_commit(call.repository, found[0])),
        "_links": {
            "self": f"{call.repository_url}/branches/{name}",
            "html": f"{call.hub.html_url}/{call.repository.full_name}/tree/{name}",
        },
        "protected": False,
        "protection": _no_protection(),
        "protection_url": f"{call.repository_url}/branches/{name}/protection",
    }


def write_commit(call: Call, message: str, tree: str, parents: list[str]) -> str:
    """Store a commit by the author and committer that the call names, or by its caller; returns its sha."""
    assert call.token
    author = _sign(call.given.get("author") or call.given.get("committer"), call.token.account)
    committer = _sign(call.given.get("committer") or call.given.get("author"), call.token.account)
    lines = [f"tree {tree}", *(f"parent {parent}" for parent in parents), f"author {author}", f"committer {committer}"]
    return call.repository.writer.write("commit", ("\n".join(lines) + "\n\n" + message).encode())


def find_commit_or_refuse(call: Call, name: str) -> str:
    """Raises: ApiError 422, which is how the commits' routes say that there is none."""
    sha = call.repository.find_commit(name)
    if sha is None:
        raise ApiError(422, f"No commit found for SHA: {name}")
    return sha


def _sign(given: object, account: Account) -> str:
    """The author's line of a commit object; what is not given is the caller's, now."""
    fields = given if isinstance(given, dict) else {}
    try:
        date = datetime.fromisoformat(fields["date"]) if "date" in fields else None
    except ValueError:
        raise unprocessable("Invalid request.\n\nFor 'properties/date', it is not a valid ISO8601 timestamp.") from None
    seconds = int(date.timestamp() if date else time.time())
    zone = f"{date:%z}" if date and date.tzinfo else "+0000"
    return f"{fields.get('name') or account.login} <{fields.get('email') or account.email}> {seconds} {zone}"


def _no_protection() -> dict[str, Any]:
    checks: dict[str, Any] = {"enforcement_level": "off", "contexts": [], "checks": []}
    return {"enabled": False, "required_status_checks": checks}


ROUTES = [
    ApiRoute("GET", REPOSITORY + "/commits", list_commits, "rest/commits/commits#list-commits"),
    ApiRoute("GET", REPOSITORY + "/commits/{ref:path}", get_commit, "rest/commits/commits#get-a-commit"),
    ApiRoute("GET", REPOSITORY + "/git/commits/{sha}", get_git_commit, "rest/git/commits#get-a-commit-object"),
    ApiRoute("POST", REPOSITORY + "/git/commits", create_git_commit, "rest/git/commits#create-a-commit"),
    ApiRoute("GET", REPOSITORY + "/branches", list_branches, "rest/branches/branches#list-branches"),
    ApiRoute("GET", REPOSITORY + "/branches/{branch:path}", get_branch, "rest/branches/branches#get-a-branch"),
]
