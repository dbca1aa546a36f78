"""`GET /api/embed`: the vector of a query, for browsers that search by meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from functions.endpoints import Endpoint, Query, answer_json
from functions.failures import answer_failure
from functions.incoming import check_site, client_of, deployment_of
from shared.domain.http_files import CROSS_ORIGIN
from shared.errors import InkdexError
from shared.usecases.embed_query import QueryVector, embed_query

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

__all__ = ["ENDPOINTS"]

_CROSS_ORIGIN: Final = {**CROSS_ORIGIN, "Access-Control-Expose-Headers": "Retry-After"}
_CACHING: Final = {"Cache-Control": "public, max-age=86400"}


async def _answer_query(request: Request) -> Response:
    """Searching pages are on other origins, too, and must be able to read refusals."""
    try:
        vector = await _embed(request)
    except InkdexError as error:
        answer: Response = answer_failure(error)
    else:
        answer = answer_json(vector, headers=_CACHING)
    answer.headers.update(_CROSS_ORIGIN)
    return answer


async def _embed(request: Request) -> QueryVector:
    deployment = deployment_of(request)
    return await embed_query(
        check_site(request.query_params.get("site", "")),
        request.query_params.get("q", ""),
        client=client_of(request),
        artifacts=deployment.artifacts,
        cache=deployment.cache,
        limiter=deployment.limiter,
        coordinator=deployment.coordinator,
        embedder=deployment.query_embedder,
        cap_per_day=deployment.settings.query_cap_per_day,
        timeout_s=deployment.settings.query_timeout_s,
        now=deployment.now(),
    )


ENDPOINTS = (
    Endpoint(
        "GET",
        "/api/embed",
        _answer_query,
        "The vector of a query, for sites whose vectors a service makes",
        answers={200: QueryVector},
        refuses=(404, 422, 429, 503),
        query=(
            Query("site", "The site's name", required=True),
            Query("q", "The query; 512 characters of it count", required=True),
        ),
    ),
)
