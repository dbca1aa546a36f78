"""The pages of a site, for searching and for exploring its database, and the files that they are made of."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from starlette.responses import HTMLResponse, RedirectResponse, Response

from functions.endpoints import Endpoint
from functions.incoming import deployment_of
from functions.routes.artifacts import not_found
from shared.domain.http_files import CROSS_ORIGIN
from shared.domain.public_names import media_type_of
from shared.domain.revision import pointer_name
from shared.domain.search_page import PAGE_HEADERS, headers_of_asset

if TYPE_CHECKING:
    from starlette.requests import Request

__all__ = ["ENDPOINTS"]

_SITE: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_ASSET: Final = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*")

_PAGES: Final = ("index.html", "explore.html")
"""Templates, which name no site yet."""


async def _show_search(request: Request) -> Response:
    return await _show(request, "index.html")


async def _show_explore(request: Request) -> Response:
    return await _show(request, "explore.html")


async def _show(request: Request, page: str) -> Response:
    deployment = deployment_of(request)
    site = str(request.path_params["site"])
    if not _SITE.fullmatch(site) or await deployment.reader.find(pointer_name(site)) is None:
        raise not_found()
    template = await deployment.asset(page)
    if template is None:
        raise not_found()
    html = template.decode("utf-8").replace("%INKDEX_SITE%", escape(site)).replace("%INKDEX_EVENTS%", "")
    return HTMLResponse(html, headers=PAGE_HEADERS)


async def _add_slash(request: Request) -> Response:
    site = str(request.path_params["site"])
    if not _SITE.fullmatch(site):
        raise not_found()
    return RedirectResponse(f"/{site}/", 308)


async def _show_asset(request: Request) -> Response:
    name = str(request.path_params["name"])
    data = await deployment_of(request).asset(name) if _ASSET.fullmatch(name) and name not in _PAGES else None
    if data is None:
        raise not_found()
    # A page of another origin may load the component: module scripts ask for permission.
    headers = {**headers_of_asset(name), **CROSS_ORIGIN}
    return Response(data, media_type=media_type_of(name), headers=headers)


ENDPOINTS = (
    Endpoint("GET", "/_inkdex/{name:path}", _show_asset, "A file of the pages", answers={200: "*/*"}, refuses=(404,)),
    Endpoint("GET", "/{site}", _add_slash, "Leads to the search page", answers={308: None}, refuses=(404,)),
    Endpoint("GET", "/{site}/", _show_search, "The search page of a site", answers={200: "text/html"}, refuses=(404,)),
    Endpoint(
        "GET",
        "/{site}/explore",
        _show_explore,
        "The SQL console of a site's database",
        answers={200: "text/html"},
        refuses=(404,),
    ),
)
