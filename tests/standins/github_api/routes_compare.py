"""Compares two commits: how far they are apart, and which files changed since they parted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from tests.standins.github_api.calls import REPOSITORY, ApiRoute, Call, not_found
from tests.standins.github_api.changed_files import list_changes
from tests.standins.github_api.commit_documents import describe_commit, read_commit
from tests.standins.github_api.git_commands import GitError
from tests.standins.github_api.routes_refs import refuse_when_empty

if TYPE_CHECKING:
    from tests.standins.github_api.repositories import Repository

_COMMITS_A_PAGE = 250


def compare_commits(call: Call) -> Response | dict[str, Any]:
    refuse_when_empty(call.repository)
    repository = call.repository
    base_name, dots, head_name = call.params["basehead"].partition("...")
    base, head = _find(repository, base_name), _find(repository, head_name)
    if not dots or base is None or head is None:
        raise not_found()
    try:
        merge_base = repository.git("merge-base", base, head).decode().split()[0]
    except GitError:
        raise not_found(f"No common ancestor between {base_name} and {head_name}.") from None
    if call.media in {"diff", "patch"}:
        text = repository.git("diff", "-M", merge_base, head)
        return Response(text, media_type=f"application/vnd.github.{call.media}; charset=utf-8")
    return _describe_comparison(call, base, head, merge_base)


def _describe_comparison(call: Call, base: str, head: str, merge_base: str) -> dict[str, Any]:
    repository = call.repository
    ahead = repository.git("rev-list", "--reverse", "--topo-order", f"{base}..{head}").decode().split()
    behind_by = int(repository.git("rev-list", "--count", f"{head}..{base}"))
    page, size = call.page(_COMMITS_A_PAGE)
    # GitHub shows all commits of a page of 250 unless it is asked for pages.
    size = size if "per_page" in call.query else _COMMITS_A_PAGE
    call.link_pages(page, max(1, -(-len(ahead) // size)))
    owner = repository.owner.login
    page_url = f"{call.hub.html_url}/{repository.full_name}/compare"
    between = f"{page_url}/{call.params['basehead']}"
    described = {
        "url": f"{call.repository_url}/compare/{call.params['basehead']}",
        "html_url": between,
        "permalink_url": f"{page_url}/{owner}:{base[:7]}...{owner}:{head[:7]}",
        "diff_url": f"{between}.diff",
        "patch_url": f"{between}.patch",
        "base_commit": _describe(call, base),
        "merge_base_commit": _describe(call, merge_base),
        "status": _status(len(ahead), behind_by),
        "ahead_by": len(ahead),
        "behind_by": behind_by,
        "total_commits": len(ahead),
        "commits": [_describe(call, sha) for sha in ahead[(page - 1) * size : page * size]],
    }
    # The files of the whole comparison come with its first page only.
    most = call.hub.limits.compare_files if page == 1 else 0
    described["files"] = list_changes(call.hub, repository, merge_base, head, most=most)
    return described


def _status(ahead_by: int, behind_by: int) -> str:
    if ahead_by and behind_by:
        return "diverged"
    return "ahead" if ahead_by else "behind" if behind_by else "identical"


def _find(repository: Repository, name: str) -> str | None:
    """The commit of a name such as `main`, a sha, or `octocat:main` of the same repository."""
    owner, colon, rest = name.partition(":")
    if colon and owner.lower() != repository.owner.login.lower():
        return None
    return repository.find_commit(rest if colon else name)


def _describe(call: Call, sha: str) -> dict[str, Any]:
    return describe_commit(call.hub, call.repository, read_commit(call.repository, sha))


ROUTES = [
    ApiRoute(
        "GET", REPOSITORY + "/compare/{basehead:path}", compare_commits, "rest/commits/commits#compare-two-commits"
    )
]
