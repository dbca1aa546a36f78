"""What the API says of a commit, read from the commit object itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tests.standins.github_api.calls import not_found
from tests.standins.github_api.documents import describe_account, moment, node_id

if TYPE_CHECKING:
    from tests.standins.github_api.hub import Hub
    from tests.standins.github_api.repositories import Repository

_SIGNATURE = re.compile(r"(?P<name>.*?) ?<(?P<email>.*?)> (?P<seconds>\d+) (?P<zone>[+-]\d{4})")


@dataclass(frozen=True)
class Signature:
    """Who wrote or committed, and when: `seconds` of Unix time, `zone` as git writes it, such as `+0200`."""

    name: str
    email: str
    seconds: int
    zone: str

    def as_json(self) -> dict[str, str]:
        return {"name": self.name, "email": self.email, "date": moment(self.seconds)}

    @property
    def local_time(self) -> str:
        """With the zone that it was written in, as a push tells it."""
        zone = datetime.strptime(self.zone, "%z").tzinfo
        return datetime.fromtimestamp(self.seconds, UTC).astimezone(zone).isoformat()


@dataclass(frozen=True)
class Commit:
    sha: str
    tree: str
    parents: tuple[str, ...]
    author: Signature
    committer: Signature
    message: str


def read_commit(repository: Repository, sha: str) -> Commit:
    """Raises: ApiError 404."""
    found = repository.read(sha, "commit")
    if found is None:
        raise not_found()
    head, _, message = found.content.decode("utf-8", "replace").partition("\n\n")
    fields: dict[str, list[str]] = {}
    for line in head.split("\n"):
        name, _, value = line.partition(" ")
        fields.setdefault(name, []).append(value)
    author, committer = _signature(fields["author"][0]), _signature(fields["committer"][0])
    return Commit(sha, fields["tree"][0], tuple(fields.get("parent", ())), author, committer, message)


def describe_git_commit(hub: Hub, repository: Repository, commit: Commit) -> dict[str, Any]:
    """The commit as the Git database's routes tell it."""
    url = f"{hub.api_url}/repos/{repository.full_name}/git"
    return {
        "sha": commit.sha,
        "node_id": node_id("Commit", repository.id, commit.sha),
        "url": f"{url}/commits/{commit.sha}",
        "html_url": _page_of(hub, repository, commit.sha),
        "author": commit.author.as_json(),
        "committer": commit.committer.as_json(),
        "tree": {"sha": commit.tree, "url": f"{url}/trees/{commit.tree}"},
        "message": commit.message.rstrip("\n"),
        "parents": [
            {"sha": sha, "url": f"{url}/commits/{sha}", "html_url": _page_of(hub, repository, sha)}
            for sha in commit.parents
        ],
        "verification": _unsigned(),
    }


def describe_commit(hub: Hub, repository: Repository, commit: Commit) -> dict[str, Any]:
    """The commit as the repository's routes tell it, without its files."""
    url = f"{hub.api_url}/repos/{repository.full_name}"
    return {
        "sha": commit.sha,
        "node_id": node_id("Commit", repository.id, commit.sha),
        "commit": {
            "author": commit.author.as_json(),
            "committer": commit.committer.as_json(),
            "message": commit.message.rstrip("\n"),
            "tree": {"sha": commit.tree, "url": f"{url}/git/trees/{commit.tree}"},
            "url": f"{url}/git/commits/{commit.sha}",
            "comment_count": 0,
            "verification": _unsigned(),
        },
        "url": f"{url}/commits/{commit.sha}",
        "html_url": _page_of(hub, repository, commit.sha),
        "comments_url": f"{url}/commits/{commit.sha}/comments",
        "author": _account_of(hub, commit.author),
        "committer": _account_of(hub, commit.committer),
        "parents": [
            {"sha": sha, "url": f"{url}/commits/{sha}", "html_url": _page_of(hub, repository, sha)}
            for sha in commit.parents
        ],
    }


def _signature(text: str) -> Signature:
    found = _SIGNATURE.fullmatch(text)
    assert found, text
    return Signature(found["name"], found["email"], int(found["seconds"]), found["zone"])


def _account_of(hub: Hub, signature: Signature) -> dict[str, Any] | None:
    """None for people without an account, as GitHub answers for unknown addresses."""
    account = hub.accounts.find_by_email(signature.email)
    return describe_account(hub, account) if account else None


def _page_of(hub: Hub, repository: Repository, sha: str) -> str:
    return f"{hub.html_url}/{repository.full_name}/commit/{sha}"


def _unsigned() -> dict[str, Any]:
    return {"verified": False, "reason": "unsigned", "signature": None, "payload": None, "verified_at": None}
