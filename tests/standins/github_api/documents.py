"""What the API says of accounts and repositories: GitHub's schemas in full."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.standins.github_api.accounts import Account, Token
    from tests.standins.github_api.hub import Hub
    from tests.standins.github_api.repositories import Repository

_ACCOUNT_LINKS = {
    "followers_url": "/followers",
    "following_url": "/following{/other_user}",
    "gists_url": "/gists{/gist_id}",
    "starred_url": "/starred{/owner}{/repo}",
    "subscriptions_url": "/subscriptions",
    "organizations_url": "/orgs",
    "repos_url": "/repos",
    "events_url": "/events{/privacy}",
    "received_events_url": "/received_events",
}
_REPOSITORY_LINKS = {
    "forks_url": "/forks",
    "keys_url": "/keys{/key_id}",
    "collaborators_url": "/collaborators{/collaborator}",
    "teams_url": "/teams",
    "hooks_url": "/hooks",
    "issue_events_url": "/issues/events{/number}",
    "events_url": "/events",
    "assignees_url": "/assignees{/user}",
    "branches_url": "/branches{/branch}",
    "tags_url": "/tags",
    "blobs_url": "/git/blobs{/sha}",
    "git_tags_url": "/git/tags{/sha}",
    "git_refs_url": "/git/refs{/sha}",
    "trees_url": "/git/trees{/sha}",
    "statuses_url": "/statuses/{sha}",
    "languages_url": "/languages",
    "stargazers_url": "/stargazers",
    "contributors_url": "/contributors",
    "subscribers_url": "/subscribers",
    "subscription_url": "/subscription",
    "commits_url": "/commits{/sha}",
    "git_commits_url": "/git/commits{/sha}",
    "comments_url": "/comments{/number}",
    "issue_comment_url": "/issues/comments{/number}",
    "contents_url": "/contents/{+path}",
    "compare_url": "/compare/{base}...{head}",
    "merges_url": "/merges",
    "archive_url": "/{archive_format}{/ref}",
    "downloads_url": "/downloads",
    "issues_url": "/issues{/number}",
    "pulls_url": "/pulls{/number}",
    "milestones_url": "/milestones{/number}",
    "notifications_url": "/notifications{?since,all,participating}",
    "labels_url": "/labels{/name}",
    "releases_url": "/releases{/id}",
    "deployments_url": "/deployments",
}


def node_id(kind: str, *parts: object) -> str:
    return base64.b64encode(":".join(["0", kind, *map(str, parts)]).encode()).decode()


def moment(seconds: float) -> str:
    """GitHub's form of a time: UTC, whole seconds."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def describe_account(hub: Hub, account: Account) -> dict[str, Any]:
    url = f"{hub.api_url}/users/{account.login}"
    return {
        "login": account.login,
        "id": account.id,
        "node_id": node_id("User", account.id),
        "avatar_url": f"{hub.html_url}/avatars/u/{account.id}?v=4",
        "gravatar_id": "",
        "url": url,
        "html_url": f"{hub.html_url}/{account.login}",
        **{name: url + path for name, path in _ACCOUNT_LINKS.items()},
        "type": account.kind,
        "user_view_type": "public",
        "site_admin": False,
    }


def describe_repository(hub: Hub, repository: Repository, token: Token | None) -> dict[str, Any]:
    """The full repository; `permissions` only for those who come with a token."""
    url = f"{hub.api_url}/repos/{repository.full_name}"
    html_url = f"{hub.html_url}/{repository.full_name}"
    host = hub.html_url.removeprefix("http://")
    described: dict[str, Any] = {
        "id": repository.id,
        "node_id": node_id("Repository", repository.id),
        "name": repository.name,
        "full_name": repository.full_name,
        "private": repository.private,
        "owner": describe_account(hub, repository.owner),
        "html_url": html_url,
        "description": repository.description,
        "fork": False,
        "url": url,
        **{name: url + path for name, path in _REPOSITORY_LINKS.items()},
        "created_at": moment(repository.created_at),
        "updated_at": moment(repository.pushed_at),
        "pushed_at": moment(repository.pushed_at),
        "git_url": f"git://{host}/{repository.full_name}.git",
        "ssh_url": f"git@{host}:{repository.full_name}.git",
        "clone_url": f"{html_url}.git",
        "svn_url": html_url,
        "homepage": None,
        "size": 0,
        **dict.fromkeys(("stargazers_count", "watchers_count", "forks_count", "open_issues_count"), 0),
        **dict.fromkeys(("forks", "open_issues", "watchers", "network_count", "subscribers_count"), 0),
        "language": None,
        **dict.fromkeys(("has_issues", "has_projects", "has_downloads", "has_wiki"), True),
        **dict.fromkeys(("has_pages", "has_discussions", "archived", "disabled"), False),
        "mirror_url": None,
        "license": None,
        "allow_forking": True,
        "is_template": False,
        "web_commit_signoff_required": False,
        "topics": [],
        "visibility": "private" if repository.private else "public",
        "default_branch": repository.default_branch,
    }
    if token:
        may = token.can_write
        described["permissions"] = {"admin": may, "maintain": may, "push": may, "triage": may, "pull": True}
    if repository.owner.kind == "Organization":
        described["organization"] = describe_account(hub, repository.owner)
    return described
