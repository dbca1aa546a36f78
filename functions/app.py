"""The application: the table of routes behind one dispatcher. The Worker serves it, and so does uvicorn."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from functions.failures import Refusal, answer_failure
from functions.routes import admin, artifacts, embedding, health, hooks, jobs, openapi, page, process, revisions
from shared.domain.public_names import find_public_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from functions.deployment import Deployment
    from functions.endpoints import Endpoint

__all__ = ["ENDPOINTS", "make_app"]

ENDPOINTS: Final[tuple[Endpoint, ...]] = (
    *process.ENDPOINTS,
    *health.ENDPOINTS,
    *openapi.ENDPOINTS,
    *hooks.ENDPOINTS,
    *jobs.ENDPOINTS,
    *admin.ENDPOINTS,
    *revisions.ENDPOINTS,
    *embedding.ENDPOINTS,
    *page.ENDPOINTS,
    *artifacts.ENDPOINTS,  # last: its path matches everything
)
_METHODS: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def make_app(deployment: Deployment) -> Starlette:
    """An application for one deployment. It is cheap to make: the Worker makes one for each request."""
    app = Starlette(routes=_ROUTES)
    app.router.redirect_slashes = False
    app.state.deployment = deployment
    app.state.endpoints = ENDPOINTS
    return app


def _make_routes() -> list[Route]:
    tables: dict[str, dict[str, Endpoint]] = {}
    for endpoint in ENDPOINTS:
        tables.setdefault(endpoint.path, {})[endpoint.method] = endpoint
    return [Route(path, partial(_dispatch, methods=table), methods=_METHODS) for path, table in tables.items()]


async def _dispatch(request: Request, *, methods: Mapping[str, Endpoint]) -> Response:
    """The endpoint's answer, or the answer to whatever it raised. HEAD is GET without the body."""
    try:
        asked = "GET" if request.method == "HEAD" else request.method
        # A route's pattern would take a line feed at the end for no part of the path.
        endpoint = methods.get(asked) if request.scope["path"].isprintable() else None
        if asked == "OPTIONS" and (reading := methods.get("GET")) and reading.cross_origin:
            endpoint = reading
        answer = answer_failure(_refuse(request, methods)) if endpoint is None else await endpoint.handler(request)
    except Exception as error:  # noqa: BLE001 - each becomes an answer, and what is our fault is logged
        answer = answer_failure(error)
    if request.method == "HEAD":
        return _without_body(answer)
    return answer


def _refuse(request: Request, methods: Mapping[str, Endpoint]) -> Refusal:
    """405; but 404 where no method would find anything, since the last route's path matches everything."""
    path = request.scope["path"]
    is_last = artifacts.ENDPOINTS[0] in methods.values()
    if not path.isprintable() or (is_last and find_public_name(path[1:]) is None):
        return artifacts.not_found()
    allowed = sorted({*methods, *(["HEAD"] if "GET" in methods else [])})
    headers = {"Allow": ", ".join(allowed)}
    return Refusal(405, "method-not-allowed", f"this address takes {' and '.join(allowed)}", headers)


def _without_body(answer: Response) -> Response:
    """The same headers; servers differ in whether they cut the body themselves."""
    bare = Response(status_code=answer.status_code)
    bare.raw_headers = answer.raw_headers
    return bare


_ROUTES: Final = _make_routes()
