"""Refs: read, made, moved and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from tests.standins.github_api.calls import REPOSITORY, ApiError, ApiRoute, Call, not_found, reply, unprocessable
from tests.standins.github_api.documents import node_id
from tests.standins.github_api.git_commands import GitError

if TYPE_CHECKING:
    from tests.standins.github_api.repositories import Repository

NO_SHA = "0" * 40


def get_ref(call: Call) -> dict[str, Any]:
    refuse_when_empty(call.repository)
    ref = f"refs/{call.params['ref'].removeprefix('refs/')}"
    found = call.repository.find_ref(ref)
    if not found:
        raise not_found()
    return _describe_ref(call, ref, *found)


def list_matching_refs(call: Call) -> list[Any]:
    prefix = f"refs/{call.params.get('ref', '').removeprefix('refs/')}"
    lines = call.repository.git("for-each-ref", "--format=%(refname) %(objectname) %(objecttype)").decode().splitlines()
    refs = [line.split(" ") for line in lines if line.startswith(prefix)]
    return [_describe_ref(call, *each) for each in call.paginate(refs)]


def create_ref(call: Call) -> Response:
    ref, sha = call.require(ref=str, sha=str)
    refuse_when_empty(call.repository)
    if not ref.startswith("refs/") or ref.count("/") < 2:
        raise unprocessable(f"Reference name does not start with 'refs/' and have at least two slashes: {ref}")
    if not call.repository.has(sha, *_kinds_below(ref)):
        raise unprocessable("Object does not exist")
    with call.repository.ref_lock:
        if call.repository.find_ref(ref):
            raise unprocessable("Reference already exists")
        move_ref(call, ref, NO_SHA, sha)
    described = _describe_ref(call, ref, *_found(call.repository, ref))
    return reply(described, 201, {"location": described["url"]})


def change_ref(call: Call) -> dict[str, Any]:
    (sha,) = call.require(sha=str)
    ref = f"refs/{call.params['ref']}"
    if not call.repository.has(sha, *_kinds_below(ref)):
        raise unprocessable("Object does not exist")
    with call.repository.ref_lock:
        before = call.repository.find_ref(ref)
        if not before:
            raise unprocessable("Reference does not exist")
        if not call.given.get("force") and not is_ancestor(call.repository, before[0], sha):
            raise unprocessable("Update is not a fast forward")
        move_ref(call, ref, before[0], sha)
    return _describe_ref(call, ref, *_found(call.repository, ref))


def delete_ref(call: Call) -> Response:
    ref = f"refs/{call.params['ref']}"
    with call.repository.ref_lock:
        before = call.repository.find_ref(ref)
        if not before:
            raise unprocessable("Reference does not exist")
        move_ref(call, ref, before[0], NO_SHA)
    return Response(status_code=204)


def refuse_when_empty(repository: Repository) -> None:
    """Raises: ApiError 409 for a repository without a commit."""
    if repository.is_empty:
        raise ApiError(409, "Git Repository is empty.", documentation="rest/git")


def is_ancestor(repository: Repository, ancestor: str, sha: str) -> bool:
    try:
        repository.git("merge-base", "--is-ancestor", ancestor, sha)
    except GitError:
        return False
    return True


def move_ref(call: Call, ref: str, before: str, after: str) -> None:
    """Set `ref` from `before` to `after`; NO_SHA stands for nothing. Hooks hear of it as of a push."""
    arguments = ("-d", ref, before) if after == NO_SHA else (ref, after, before)
    try:
        call.repository.git("update-ref", *arguments)
    except GitError as error:
        raise unprocessable(f"Reference update failed: {error}") from error
    assert call.token
    call.hub.announce_push(call.repository, [(before, after, ref)], call.token.account)


def _kinds_below(ref: str) -> tuple[str, ...]:
    return ("commit",) if ref.startswith("refs/heads/") else ()


def _found(repository: Repository, ref: str) -> tuple[str, str]:
    found = repository.find_ref(ref)
    if not found:
        raise not_found()
    return found


def _describe_ref(call: Call, ref: str, sha: str, kind: str) -> dict[str, Any]:
    return {
        "ref": ref,
        "node_id": node_id("Ref", call.repository.id, ref),
        "url": f"{call.repository_url}/git/{ref}",
        "object": {"sha": sha, "type": kind, "url": f"{call.repository_url}/git/{kind}s/{sha}"},
    }


ROUTES = [
    ApiRoute("GET", REPOSITORY + "/git/ref/{ref:path}", get_ref, "rest/git/refs#get-a-reference"),
    # The address that answers give for a ref; GitHub answers it like the documented one.
    ApiRoute("GET", REPOSITORY + "/git/refs/{ref:path}", get_ref, "rest/git/refs#get-a-reference"),
    ApiRoute(
        "GET",
        REPOSITORY + "/git/matching-refs/{ref:path}",
        list_matching_refs,
        "rest/git/refs#list-matching-references",
    ),
    ApiRoute("POST", REPOSITORY + "/git/refs", create_ref, "rest/git/refs#create-a-reference"),
    ApiRoute("PATCH", REPOSITORY + "/git/refs/{ref:path}", change_ref, "rest/git/refs#update-a-reference"),
    ApiRoute("DELETE", REPOSITORY + "/git/refs/{ref:path}", delete_ref, "rest/git/refs#delete-a-reference"),
]
