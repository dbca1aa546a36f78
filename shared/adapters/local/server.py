"""The search page and the artifacts over HTTP, for one machine.

What may be read is what docs/format.md names, and the page's own files: everything else is 404, there is no listing,
and no name leads out of the folder.
"""

from __future__ import annotations

import asyncio
import re
from html import escape
from typing import TYPE_CHECKING, Final

from starlette.applications import Starlette
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from shared.adapters.local.artifact_files import CompressedCopies, answer_file
from shared.domain.http_files import CROSS_ORIGIN, caching_of
from shared.domain.public_names import find_public_name, media_type_of
from shared.domain.search_page import CONTENT_SECURITY_POLICY, PAGE_HEADERS, headers_of_asset

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from starlette.requests import Request

__all__ = ["CONTENT_SECURITY_POLICY", "ReloadEvents", "make_app"]

_EVENTS: Final = "/_inkdex/events"
_COMMON: Final = {"X-Content-Type-Options": "nosniff"}
_BESIDE: Final = re.compile(
    r"(?:inkdex-search|engine|database|offline|offline-worker)\.js(?:\.map)?|(?:integrity|inkdex|offline)\.json"
    r"|assets/[A-Za-z0-9_-][A-Za-z0-9._-]*"
)
"""The component, where `inkdex build` has put it beside the artifacts."""
_ASSET: Final = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*")
_LOCAL_ORIGIN: Final = re.compile(r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?")
_HEARTBEAT_S: Final = 15.0


class ReloadEvents:
    """Tells open pages, over Server-Sent Events, which revision is new."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[str | None]] = set()

    def announce(self, revision: str) -> None:
        for queue in self._listeners:
            queue.put_nowait(revision)

    def close(self) -> None:
        """End all streams, so that the server can stop."""
        for queue in self._listeners:
            queue.put_nowait(None)

    async def stream(self) -> AsyncIterator[str]:
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield "retry: 1000\n\n"
            while True:
                try:
                    revision = await asyncio.wait_for(queue.get(), _HEARTBEAT_S)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                if revision is None:
                    return
                yield f"event: revision\ndata: {revision}\n\n"
        finally:
            self._listeners.discard(queue)


class _Server:
    def __init__(self, artifacts: Path, site: str, web_client: Path, events: ReloadEvents | None) -> None:
        self._artifacts = artifacts
        self._site = site
        self._web_client = web_client
        self._events = events
        self._copies = CompressedCopies()

    async def search_page(self, _: Request) -> Response:
        return await self._page("index.html")

    async def explore_page(self, _: Request) -> Response:
        return await self._page("explore.html")

    async def _page(self, name: str) -> Response:
        html = await asyncio.to_thread((self._web_client / name).read_text, "utf-8")
        filled = html.replace("%INKDEX_SITE%", escape(self._site))
        return HTMLResponse(filled.replace("%INKDEX_EVENTS%", _EVENTS if self._events else ""), headers=PAGE_HEADERS)

    async def asset(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name == "events" and self._events is not None:
            headers = {**_COMMON, "Cache-Control": "no-store"}
            return StreamingResponse(self._events.stream(), media_type="text/event-stream", headers=headers)
        if not _ASSET.fullmatch(name):
            return _not_found(request)
        headers = {**headers_of_asset(name), **self._cross_origin(request)}
        return await self._answer(request, self._web_client / name, headers)

    async def artifact(self, request: Request) -> Response:
        path = request.scope["path"][1:]
        name = find_public_name(path)
        if name is None and _BESIDE.fullmatch(path) and request.method != "OPTIONS":
            headers = {**headers_of_asset(path), **self._cross_origin(request)}
            return await self._answer(request, self._artifacts / path, headers)
        if name is None:
            return _not_found(request)
        headers = {**_COMMON, **self._cross_origin(request), "Cache-Control": caching_of(changing=name.changing)}
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={**headers, "Allow": "GET, HEAD, OPTIONS"})
        return await self._answer(request, self._artifacts / name.key, headers, changing=name.changing)

    async def _answer(
        self, request: Request, path: Path, headers: dict[str, str], *, changing: bool = False
    ) -> Response:
        media_type = media_type_of(path.name)
        answer = await answer_file(
            request, path, self._copies, media_type=media_type, headers=headers, changing=changing
        )
        return answer or _not_found(request)

    def _cross_origin(self, request: Request) -> dict[str, str]:
        """Published artifacts are for every site; what an author is still writing, for this machine's pages only."""
        allowed = "*"
        if self._events is not None:
            allowed = request.headers.get("origin", "")
            if not _LOCAL_ORIGIN.fullmatch(allowed):
                return {}
        return {**CROSS_ORIGIN, "Access-Control-Allow-Origin": allowed}


def _not_found(request: Request) -> Response:
    if request.url.path.endswith((".json", ".db")) or "text/html" not in request.headers.get("accept", ""):
        return Response("not found\n", 404, headers={**_COMMON, "Cache-Control": "no-store"}, media_type="text/plain")
    text = (
        "<!doctype html><title>Not found</title><h1>Not found</h1>"
        f"<p><code>{escape(request.url.path)}</code> is a page of your site, or none. This server has the search only: "
        "give <code>--base-url https://your.site/</code> to the build, and results lead to your pages.</p>"
        '<p><a href="/">Search</a></p>'
    )
    return HTMLResponse(text, 404, headers={**PAGE_HEADERS, "Cache-Control": "no-store"})


def make_app(artifacts: Path, site: str, web_client: Path, *, events: ReloadEvents | None = None) -> Starlette:
    """The application that serves `artifacts`: at `/` the page that searches `site`, at `/explore` its SQL console.

    With `events`, as `inkdex dev` has them, pages are told of new revisions at `/_inkdex/events`.
    """
    server = _Server(artifacts, site, web_client, events)
    return Starlette(
        routes=[
            Route("/", server.search_page),
            Route("/explore", server.explore_page),
            Route("/_inkdex/{name:path}", server.asset),
            Route("/{name:path}", server.artifact, methods=["GET", "HEAD", "OPTIONS"]),
        ]
    )
