"""Pushes as the hooks of GitLab, and of Gitea and Forgejo, tell of them.

(Sources: GitLab's documentation, "Webhook events"; Gitea's, "Webhooks".)
"""

from __future__ import annotations

import hashlib
import hmac
import json
import uuid
from typing import TYPE_CHECKING, Any, Literal

from tests.standins.github_api.commit_documents import read_commit
from tests.standins.github_api.push_payloads import list_changes
from tests.standins.github_api.routes_refs import NO_SHA

if TYPE_CHECKING:
    from tests.standins.github_api.push_payloads import RefUpdate
    from tests.standins.github_api.repositories import Repository

Kind = Literal["gitlab", "gitea"]

_MOST_COMMITS = {"gitlab": 20, "gitea": 5}
"""That are listed of one push; Gitea's number is a setting, which servers raise."""


def describe_push(kind: Kind, base_url: str, repository: Repository, update: RefUpdate) -> dict[str, Any]:
    """The payload; `base_url` has no slash at its end."""
    shas = _list_new(repository, update)
    describe = _describe_for_gitlab if kind == "gitlab" else _describe_for_gitea
    return describe(f"{base_url}/{repository.full_name}", repository, update, shas)


def make_headers(kind: Kind, base_url: str, body: bytes, secret: str) -> dict[str, str]:
    """Those of a delivery. Gitea sends GitHub's names too, for receivers that know only them."""
    delivery = str(uuid.uuid4())
    if kind == "gitlab":
        return {
            "Content-Type": "application/json",
            "User-Agent": "GitLab/18.4.0",
            "Idempotency-Key": delivery,
            "X-Gitlab-Event": "Push Hook",
            "X-Gitlab-Event-UUID": str(uuid.uuid4()),
            "X-Gitlab-Instance": base_url,
            "X-Gitlab-Token": secret,
            "X-Gitlab-Webhook-UUID": str(uuid.uuid4()),
        }
    digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    sha1 = hmac.new(secret.encode(), body, hashlib.sha1).hexdigest()
    names = {f"X-{name}-{part}": value for name in ("Gitea", "Gogs", "GitHub") for part, value in (
        ("Delivery", delivery), ("Event", "push"), ("Event-Type", "push"),
    )}  # fmt: skip
    return {
        "Content-Type": "application/json",
        "User-Agent": "Go-http-client/1.1",
        **names,
        "X-Gitea-Signature": digest,
        "X-Gogs-Signature": digest,
        "X-Hub-Signature": f"sha1={sha1}",
        "X-Hub-Signature-256": f"sha256={digest}",
    }


def encode(payload: dict[str, Any], kind: Kind) -> bytes:
    """Gitea indents what it sends."""
    return json.dumps(payload, ensure_ascii=False, indent=2 if kind == "gitea" else None).encode()


def _list_new(repository: Repository, update: RefUpdate) -> list[str]:
    """Newest first."""
    if update.after == NO_SHA:
        return []
    excluded = () if update.before == NO_SHA else (f"^{update.before}",)
    return repository.git("rev-list", update.after, *excluded).decode().split()


def _describe_for_gitlab(page: str, repository: Repository, update: RefUpdate, shas: list[str]) -> dict[str, Any]:
    listed = shas[: _MOST_COMMITS["gitlab"]][::-1]
    owner = repository.owner
    return {
        "object_kind": "push",
        "event_name": "push",
        "before": update.before,
        "after": update.after,
        "ref": update.ref,
        "ref_protected": True,
        "checkout_sha": None if update.after == NO_SHA else update.after,
        "message": None,
        "user_id": owner.id,
        "user_name": owner.login,
        "user_username": owner.login,
        "user_email": "",
        "user_avatar": None,
        "project_id": repository.id,
        "project": {
            "id": repository.id,
            "name": repository.name,
            "description": repository.description,
            "web_url": page,
            "avatar_url": None,
            "git_ssh_url": f"git@gitlab.example.org:{repository.full_name}.git",
            "git_http_url": f"{page}.git",
            "namespace": owner.login,
            "visibility_level": 0 if repository.private else 20,
            "path_with_namespace": repository.full_name,
            "default_branch": repository.default_branch,
        },
        "commits": [_describe_commit(repository, sha, f"{page}/-/commit/{sha}") for sha in listed],
        "total_commits_count": len(shas),
        "push_options": {},
        "repository": {"name": repository.name, "url": f"{page}.git", "homepage": page},
    }


def _describe_for_gitea(page: str, repository: Repository, update: RefUpdate, shas: list[str]) -> dict[str, Any]:
    commits = [_describe_commit(repository, sha, f"{page}/commit/{sha}") for sha in shas[: _MOST_COMMITS["gitea"]]]
    owner = repository.owner
    account = {"id": owner.id, "login": owner.login, "username": owner.login, "full_name": "", "email": owner.email}
    return {
        "ref": update.ref,
        "before": update.before,
        "after": update.after,
        "compare_url": f"{page}/compare/{update.before}...{update.after}",
        "commits": commits,
        "total_commits": len(shas),
        "head_commit": commits[0] if commits else None,
        "repository": {
            "id": repository.id,
            "owner": account,
            "name": repository.name,
            "full_name": repository.full_name,
            "description": repository.description or "",
            "private": repository.private,
            "html_url": page,
            "clone_url": f"{page}.git",
            "default_branch": repository.default_branch,
        },
        "pusher": account,
        "sender": account,
    }


def _describe_commit(repository: Repository, sha: str, url: str) -> dict[str, Any]:
    commit, changes = read_commit(repository, sha), list_changes(repository, [sha])[sha]
    author = {"name": commit.author.name, "email": commit.author.email}
    committer = {"name": commit.committer.name, "email": commit.committer.email}
    return {
        "id": sha,
        "message": commit.message,
        "title": commit.message.partition("\n")[0],
        "timestamp": commit.committer.local_time,
        "url": url,
        "author": author,
        "committer": committer,
        "added": changes["A"],
        "modified": changes["M"],
        "removed": changes["D"],
    }
