"""The payloads of `push` and `ping`, in the form that GitHub's hooks carry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tests.standins.github_api.commit_documents import Commit, Signature, read_commit
from tests.standins.github_api.documents import describe_account, describe_repository
from tests.standins.github_api.routes_refs import NO_SHA, is_ancestor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.standins.github_api.accounts import Account
    from tests.standins.github_api.hub import Hub
    from tests.standins.github_api.repositories import Repository

MOST_COMMITS = 2048
_MOST_FILES = 3000


class RefUpdate(NamedTuple):
    """A moved ref; forty zeros stand for a ref that is not there."""

    before: str
    after: str
    ref: str


def list_known_commits(repository: Repository, updates: Sequence[RefUpdate]) -> list[str]:
    """What the repository had before those updates, which are done already: the shas that all its refs held."""
    moved = {update.ref for update in updates}
    lines = repository.git("for-each-ref", "--format=%(objectname) %(refname)").decode().splitlines()
    held = [sha for sha, ref in (line.split(" ", 1) for line in lines) if ref not in moved]
    return sorted({*held, *(update.before for update in updates if update.before != NO_SHA)})


def describe_push(
    hub: Hub, repository: Repository, update: RefUpdate, known: Sequence[str], sender: Account
) -> dict[str, Any]:
    """`known`: the commits that refs held before the push."""
    created, deleted = update.before == NO_SHA, update.after == NO_SHA
    forced = not created and not deleted and not is_ancestor(repository, update.before, update.after)
    is_tag = update.ref.startswith("refs/tags/")
    commits = [] if deleted or is_tag else _describe_new_commits(hub, repository, update, known)
    head = None if deleted else repository.find_commit(update.after)
    return {
        "ref": update.ref,
        "before": update.before,
        "after": update.after,
        "repository": describe_pushed_repository(hub, repository),
        "pusher": {"name": sender.login, "email": sender.email},
        **_organisation(hub, repository),
        "sender": describe_account(hub, sender),
        "created": created,
        "deleted": deleted,
        "forced": forced,
        "base_ref": None,
        "compare": _comparison(hub, repository, update),
        "commits": commits,
        "head_commit": _describe_commits(hub, repository, [head])[0] if head else None,
    }


def describe_ping(hub: Hub, repository: Repository, hook: dict[str, Any], sender: Account) -> dict[str, Any]:
    return {
        "zen": "Keep it logically awesome.",
        "hook_id": hook["id"],
        "hook": hook,
        "repository": describe_repository(hub, repository, None),
        **_organisation(hub, repository),
        "sender": describe_account(hub, sender),
    }


def describe_pushed_repository(hub: Hub, repository: Repository) -> dict[str, Any]:
    """As the API describes it, but for the times in seconds and the owner's name, which only pushes have."""
    described = describe_repository(hub, repository, None)
    described.pop("organization", None)
    owner = {"name": repository.owner.login, "email": repository.owner.email, **described["owner"]}
    is_organisation = repository.owner.kind == "Organization"
    return {
        **described,
        "owner": owner,
        "url": described["html_url"],
        "created_at": int(repository.created_at),
        "pushed_at": int(repository.pushed_at),
        "stargazers": 0,
        "master_branch": repository.default_branch,
        **({"organization": repository.owner.login} if is_organisation else {}),
    }


def _describe_new_commits(
    hub: Hub, repository: Repository, update: RefUpdate, known: Sequence[str]
) -> list[dict[str, Any]]:
    """Oldest first: those since `before`; for a new branch, those that no ref had."""
    before = list(known) if update.before == NO_SHA else [update.before]
    shas = repository.git("rev-list", "--reverse", "--topo-order", update.after, "--not", *before).decode().split()
    return _describe_commits(hub, repository, shas[-MOST_COMMITS:])


def _describe_commits(hub: Hub, repository: Repository, shas: list[str]) -> list[dict[str, Any]]:
    files = list_changes(repository, shas)
    return [_describe_commit(hub, repository, read_commit(repository, sha), files[sha]) for sha in shas]


def _describe_commit(hub: Hub, repository: Repository, commit: Commit, files: dict[str, list[str]]) -> dict[str, Any]:
    return {
        "id": commit.sha,
        "tree_id": commit.tree,
        "distinct": True,
        "message": commit.message.rstrip("\n"),
        "timestamp": commit.committer.local_time,
        "url": f"{hub.html_url}/{repository.full_name}/commit/{commit.sha}",
        "author": _describe_signature(hub, commit.author),
        "committer": _describe_signature(hub, commit.committer),
        "added": files["A"][:_MOST_FILES],
        "removed": files["D"][:_MOST_FILES],
        "modified": files["M"][:_MOST_FILES],
    }


def _describe_signature(hub: Hub, signature: Signature) -> dict[str, str]:
    account = hub.accounts.find_by_email(signature.email)
    described = {"name": signature.name, "email": signature.email, "date": signature.local_time}
    return {**described, "username": account.login} if account else described


def list_changes(repository: Repository, shas: list[str]) -> dict[str, dict[str, list[str]]]:
    """For each commit, the paths that it added (A), modified (M) and deleted (D) against its first parent."""
    options = ("-r", "--root", "-z", "--no-renames", "--name-status", "--diff-merges=first-parent")
    output = repository.git("diff-tree", "--stdin", *options, given="".join(f"{sha}\n" for sha in shas).encode())
    files: dict[str, dict[str, list[str]]] = {sha: {"A": [], "M": [], "D": []} for sha in shas}
    # Each commit is its sha, then a status and a path in turns.
    fields = iter(output.decode("utf-8", "replace").split("\0"))
    current = ""
    for each in fields:
        if len(each) == 1:
            files[current][each if each in "AD" else "M"].append(next(fields))
        elif each:
            current = each
    return files


def _comparison(hub: Hub, repository: Repository, update: RefUpdate) -> str:
    page = f"{hub.html_url}/{repository.full_name}"
    if update.before == NO_SHA:
        return f"{page}/compare/{update.ref.split('/', 2)[2]}"
    return f"{page}/compare/{update.before[:12]}...{update.after[:12]}"


def _organisation(hub: Hub, repository: Repository) -> dict[str, Any]:
    owner = repository.owner
    if owner.kind != "Organization":
        return {}
    url = f"{hub.api_url}/orgs/{owner.login}"
    links = {f"{name}_url": f"{url}/{name}" for name in ("repos", "events", "hooks", "issues")}
    links |= {"members_url": f"{url}/members{{/member}}", "public_members_url": f"{url}/public_members{{/member}}"}
    account = describe_account(hub, owner)
    described = {name: account[name] for name in ("login", "id", "node_id", "avatar_url")}
    return {"organization": {**described, "url": url, **links, "description": None}}
