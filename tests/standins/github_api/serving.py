"""The API's front: user agent, token, rate limit, route, ETag and the headers of every answer."""

from __future__ import annotations

import asyncio
import base64
import binascii
import hashlib
import re
import secrets
from typing import TYPE_CHECKING, Any

from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from tests.standins.github_api import (
    routes_archives,
    routes_blobs,
    routes_commits,
    routes_compare,
    routes_contents,
    routes_hooks,
    routes_refs,
    routes_repositories,
    routes_trees,
)
from tests.standins.github_api.calls import ApiError, ApiRoute, Call, not_found, reply

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from tests.standins.github_api.accounts import Token
    from tests.standins.github_api.faults import Fault
    from tests.standins.github_api.hub import Hub
    from tests.standins.github_api.rate_limits import Allowance

API_ROUTES = [
    *routes_repositories.ROUTES,
    *routes_refs.ROUTES,
    *routes_trees.ROUTES,
    *routes_blobs.ROUTES,
    *routes_commits.ROUTES,
    *routes_compare.ROUTES,
    *routes_contents.ROUTES,
    *routes_hooks.ROUTES,
    *routes_archives.ROUTES,
]
VERSIONS = ("2022-11-28", "2026-03-10")
_UNCOUNTED = {"/rate_limit"}
_RATE_LIMIT_PAGE = "rest/using-the-rest-api/rate-limits-for-the-rest-api"
_SECONDARY_PAGE = f"{_RATE_LIMIT_PAGE}#about-secondary-rate-limits"
_STATUSES = {
    "server_error": (500, "Server Error"),
    "bad_gateway": (502, "Server Error"),
    "unavailable": (503, "Unavailable"),
}


def make_routes(hub: Hub) -> list[Route]:
    """Starlette's routes for the whole API; whatever they do not know is Not Found in GitHub's form."""
    routes = [Route(each.path, _endpoint(hub, each), methods=[each.method]) for each in API_ROUTES]
    archive = routes_archives.ARCHIVE_ROUTE
    routes.append(Route(archive.path, _archive_endpoint(hub, archive), methods=["GET"]))
    unknown = ApiRoute("GET", "/{path:path}", _answer_unknown, writes=False)
    methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]
    routes.append(Route("/{path:path}", _endpoint(hub, unknown), methods=methods))
    return routes


def _endpoint(hub: Hub, route: ApiRoute) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        call = _read_call(hub, request, await request.body())
        return await asyncio.to_thread(_answer, hub, route, call, request.scope.get("standin.fault"))

    return answer


def _archive_endpoint(hub: Hub, route: ApiRoute) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        fault: Fault | None = request.scope.get("standin.fault")
        if fault and fault.kind in _STATUSES:
            status, text = _STATUSES[fault.kind]
            return PlainTextResponse(f"{status}: {text}", status)
        return await asyncio.to_thread(routes_archives.get_archive, _read_call(hub, request, b""))

    return answer


def _answer_unknown(call: Call) -> Response:
    raise not_found()


def _read_call(hub: Hub, request: Request, body: bytes) -> Call:
    headers = {name.lower(): value for name, value in request.headers.items()}
    query = dict(request.query_params.items())
    path = request.url.path
    return Call(hub, None, request.method, path, dict(request.path_params), query, headers, body)


def _answer(hub: Hub, route: ApiRoute, call: Call, fault: Fault | None) -> Response:
    request_id = "-".join(secrets.token_hex(2).upper() for _ in range(5)).replace("-", ":")
    allowance: Allowance | None = None
    try:
        _refuse_broken(fault)
        _refuse_malformed(call)
        call.token = _authenticate(hub, call.headers)
        login = call.token.account.login if call.token else None
        allowance = hub.rates.look(login) if call.path in _UNCOUNTED else hub.rates.count(login)
        if fault and fault.kind == "primary_rate_limit":
            hub.rates.leave(0, login=login)
            allowance = hub.rates.count(login)
        _refuse_hasty(fault, request_id)
        if allowance.is_exceeded:
            raise _exceeded(call, fault, request_id)
        _refuse_writing(route, call)
        answered = route.handler(call)
        response = answered if isinstance(answered, Response) else reply(answered)
        if call.method == "GET" and response.status_code == 200:
            response = _answer_conditionally(call, response)
            if response.status_code == 304 and call.token:
                allowance = hub.rates.give_back(login)
    except ApiError as error:
        response = error.as_response(route.documentation)
    _add_headers(call, response, request_id, allowance)
    return response


def _refuse_broken(fault: Fault | None) -> None:
    if fault and fault.kind in _STATUSES:
        raise ApiError(*_STATUSES[fault.kind])


def _refuse_hasty(fault: Fault | None, request_id: str) -> None:
    """The secondary rate limit, whose answers still tell what is left of the primary one."""
    if fault is None or fault.kind != "secondary_rate_limit":
        return
    headers = {} if fault.retry_after is None else {"retry-after": fault.retry_after}
    message = (
        "You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach "
        f"out to GitHub Support for help, please include the request ID {request_id}."
    )
    raise ApiError(fault.status, message, documentation=_SECONDARY_PAGE, headers=headers)


def _refuse_malformed(call: Call) -> None:
    """What GitHub refuses before it looks at anything else: no user agent, or media and versions it does not have."""
    if not call.headers.get("user-agent"):
        message = (
            "Request forbidden by administrative rules. Please make sure your request has a User-Agent header "
            "(https://docs.github.com/en/rest/overview/resources-in-the-rest-api#user-agent-required). "
            "Check https://developer.github.com for other possible causes."
        )
        raise ApiError(403, message)
    accepted = call.headers.get("accept", "*/*")
    if not re.search(r"\*/\*|application/(\*|json|vnd\.github)", accepted):
        raise ApiError(415, f"Unsupported 'Accept' header: '{accepted}'. Must accept 'application/json'.")
    version = call.headers.get("x-github-api-version", VERSIONS[0])
    if version not in VERSIONS:
        message = f"{version} is not a supported version. Supported versions are {', '.join(VERSIONS)}."
        raise ApiError(400, message, documentation="rest/about-the-rest-api/api-versions")


def _authenticate(hub: Hub, headers: dict[str, str]) -> Token | None:
    """The token of the Authorization header, by scheme Bearer, token or Basic. Raises: ApiError 401."""
    given = headers.get("authorization")
    if given is None:
        return None
    scheme, _, value = given.partition(" ")
    if scheme.lower() == "basic":
        try:
            value = base64.b64decode(value).decode().partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            value = ""
    token = hub.accounts.find_token(value.strip()) if scheme.lower() in {"bearer", "token", "basic"} else None
    if token is None:
        raise ApiError(401, "Bad credentials", documentation="rest")
    return token


def _exceeded(call: Call, fault: Fault | None, request_id: str) -> ApiError:
    status = fault.status if fault else 403
    if call.token:
        message = (
            f"API rate limit exceeded for user ID {call.token.account.id}. If you reach out to GitHub Support for "
            f"help, please include the request ID {request_id}."
        )
    else:
        message = (
            "API rate limit exceeded for 127.0.0.1. (But here's the good news: Authenticated requests get a higher "
            "rate limit. Check out the documentation for more details.)"
        )
    return ApiError(status, message, documentation=_RATE_LIMIT_PAGE)


def _refuse_writing(route: ApiRoute, call: Call) -> None:
    if not route.needs_writing:
        return
    if "repo" in call.params:
        call.repository  # noqa: B018 - a hidden repository is Not Found before anything else is said
    if call.token is None:
        raise ApiError(401, "Requires authentication")
    if not call.token.can_write:
        raise ApiError(403, "Resource not accessible by personal access token")


def _answer_conditionally(call: Call, response: Response) -> Response:
    """With an ETag; 304 without a body when the caller has that already."""
    etag = f'W/"{hashlib.sha256(bytes(response.body)).hexdigest()}"'
    response.headers["etag"] = etag
    response.headers["cache-control"] = f"{'private' if call.token else 'public'}, max-age=60, s-maxage=60"
    response.headers["vary"] = "Accept, Authorization, Cookie, X-GitHub-OTP,Accept-Encoding, Accept, X-Requested-With"
    known = {each.strip().removeprefix("W/") for each in call.headers.get("if-none-match", "").split(",")}
    if etag.removeprefix("W/") not in known and "*" not in known:
        return response
    kept = {name: response.headers[name] for name in ("etag", "cache-control", "vary")}
    return Response(status_code=304, headers=kept)


def _add_headers(call: Call, response: Response, request_id: str, allowance: Allowance | None) -> None:
    parameter = f"param={call.media}; " if call.media else ""
    headers: dict[str, Any] = {
        "server": "github.com",
        "x-github-request-id": request_id,
        "x-github-media-type": f"github.v3; {parameter}format=json",
        "x-github-api-version-selected": call.headers.get("x-github-api-version", VERSIONS[0]),
        "access-control-allow-origin": "*",
        "x-content-type-options": "nosniff",
        **(allowance.as_headers() if allowance else {}),
        **(call.extra_headers if response.status_code < 400 else {}),
    }
    response.headers.update(headers)
