"""Accounts, repositories and the rate limit's own route."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from tests.standins.github_api.calls import REPOSITORY, ApiError, ApiRoute, Call, not_found, reply, unprocessable
from tests.standins.github_api.documents import describe_account, describe_repository

if TYPE_CHECKING:
    from tests.standins.github_api.accounts import Account


def get_user(call: Call) -> dict[str, Any]:
    if call.token is None:
        raise ApiError(401, "Requires authentication")
    return _describe_whole_account(call, call.token.account)


def get_account(call: Call) -> dict[str, Any]:
    account = call.hub.accounts.find(call.params["login"])
    if account is None:
        raise not_found()
    return _describe_whole_account(call, account)


def get_rate_limit(call: Call) -> dict[str, Any]:
    left = call.hub.rates.look(call.token.account.login if call.token else None)
    core = {"limit": left.limit, "used": left.used, "remaining": left.remaining, "reset": left.resets_at}
    resources = {"core": core, "search": {**core, "limit": 30, "used": 0, "remaining": 30}}
    is_old = call.headers.get("x-github-api-version", "2022-11-28") == "2022-11-28"
    return {"resources": resources, **({"rate": core} if is_old else {})}


def get_repository(call: Call) -> dict[str, Any]:
    return describe_repository(call.hub, call.repository, call.token)


def list_own_repositories(call: Call) -> list[Any]:
    if call.token is None:
        raise ApiError(401, "Requires authentication")
    seen = [each for each in call.hub.repositories if call.token.sees(each)]
    return [describe_repository(call.hub, each, call.token) for each in call.paginate(seen)]


def create_own_repository(call: Call) -> Response:
    assert call.token
    return _create_repository(call, call.token.account.login)


def create_organisation_repository(call: Call) -> Response:
    account = call.hub.accounts.find(call.params["org"])
    if account is None or account.kind != "Organization":
        raise not_found()
    return _create_repository(call, account.login)


def change_repository(call: Call) -> dict[str, Any]:
    branch = call.given.get("default_branch")
    if branch is not None:
        if not call.repository.find_ref(f"refs/heads/{branch}"):
            error = {"resource": "Repository", "field": "default_branch", "code": "invalid"}
            raise unprocessable("Validation Failed", errors=[error])
        call.repository.default_branch = branch
    call.repository.description = call.given.get("description", call.repository.description)
    call.repository.private = bool(call.given.get("private", call.repository.private))
    return get_repository(call)


def delete_repository(call: Call) -> Response:
    call.hub.repositories.delete(call.repository)
    return Response(status_code=204)


def _create_repository(call: Call, owner: str) -> Response:
    (name,) = call.require(name=str)
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", name).removesuffix(".git")
    description = call.given.get("description")
    private = bool(call.given.get("private")) or call.given.get("visibility") in {"private", "internal"}
    try:
        made = call.hub.repositories.create(owner, name, private=private, description=description)
    except FileExistsError:
        message = "name already exists on this account"
        error = {"resource": "Repository", "code": "custom", "field": "name", "message": message}
        raise unprocessable("Repository creation failed.", errors=[error]) from None
    if call.given.get("auto_init"):
        text = f"# {name}" + (f"\n{description}" if description else "")
        made.commit_files({"README.md": text}, "Initial commit")
    location = f"{call.hub.api_url}/repos/{made.full_name}"
    return reply(describe_repository(call.hub, made, call.token), 201, {"location": location})


def _describe_whole_account(call: Call, account: Account) -> dict[str, Any]:
    texts = ("name", "company", "location", "email", "hireable", "bio", "twitter_username")
    return {
        **describe_account(call.hub, account),
        **dict.fromkeys(texts),
        "blog": "",
        **dict.fromkeys(("public_repos", "public_gists", "followers", "following"), 0),
        "created_at": "2011-01-25T18:44:36Z",
        "updated_at": "2011-01-25T18:44:36Z",
    }


ROUTES = [
    ApiRoute("GET", "/user", get_user, "rest/users/users#get-the-authenticated-user"),
    ApiRoute("GET", "/users/{login}", get_account, "rest/users/users#get-a-user"),
    ApiRoute(
        "GET",
        "/rate_limit",
        get_rate_limit,
        "rest/rate-limit/rate-limit#get-rate-limit-status-for-the-authenticated-user",
    ),
    ApiRoute("GET", REPOSITORY, get_repository, "rest/repos/repos#get-a-repository"),
    ApiRoute("PATCH", REPOSITORY, change_repository, "rest/repos/repos#update-a-repository"),
    ApiRoute("DELETE", REPOSITORY, delete_repository, "rest/repos/repos#delete-a-repository"),
    ApiRoute(
        "GET", "/user/repos", list_own_repositories, "rest/repos/repos#list-repositories-for-the-authenticated-user"
    ),
    ApiRoute(
        "POST", "/user/repos", create_own_repository, "rest/repos/repos#create-a-repository-for-the-authenticated-user"
    ),
    ApiRoute(
        "POST",
        "/orgs/{org}/repos",
        create_organisation_repository,
        "rest/repos/repos#create-an-organization-repository",
    ),
]
