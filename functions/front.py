"""A request as it comes to the Worker: files are answered here, everything else by the application."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import js
from workers import asgi

from functions.app import make_app
from functions.bindings.javascript import from_js_bytes, is_nothing, to_js_bytes, to_js_value
from functions.bindings.published_files import answer_file
from shared.domain.public_names import find_public_name
from shared.errors import Unavailable

if TYPE_CHECKING:
    from functions.deployment import Deployment

__all__ = ["answer_request"]

_UPLOADS: Final = ("/process", "/upload")
_READ_METHODS: Final = ("GET", "HEAD")


async def answer_request(request: Any, environment: Any, deployment: Deployment) -> Any:
    """A JavaScript `Response`. `environment`: the bindings themselves, not the SDK's wrapper."""
    raw = getattr(request, "js_object", request)
    path = str(js.URL.new(raw.url).pathname)
    name = find_public_name(path[1:])
    if name is not None and str(raw.method) in _READ_METHODS:
        try:
            answer = await answer_file(environment.ARTIFACTS, raw, name)
        except Unavailable:
            answer = None  # the application tells of it
        if answer is not None:
            return answer
    bounded = await _bound(raw, _limit(path, deployment))
    if bounded is None:
        return _too_large(_limit(path, deployment))
    return await asgi.fetch(make_app(deployment), bounded, environment)


def _limit(path: str, deployment: Deployment) -> int:
    """An archive in JSON takes a third more than the archive."""
    settings = deployment.settings
    return settings.max_upload_bytes * 7 // 5 if path in _UPLOADS else settings.max_body_bytes


async def _bound(request: Any, max_bytes: int) -> Any | None:
    """The request, if its body is short enough: the bridge to the application reads all of it, before anything else.

    A body whose length is announced has that length; any other is read here, no further than it may be long.
    """
    if is_nothing(request.body):
        return request
    announced = request.headers.get("content-length")
    if not is_nothing(announced) and str(announced).isdecimal():
        return request if int(str(announced)[:20]) <= max_bytes else None
    reader, pieces, size_bytes = request.body.getReader(), [], 0
    while not (piece := await reader.read()).done:
        pieces.append(from_js_bytes(piece.value))
        size_bytes += len(pieces[-1])
        if size_bytes > max_bytes:
            await reader.cancel()
            return None
    body = to_js_bytes(b"".join(pieces))
    return js.Request.new(request.url, method=str(request.method), headers=request.headers, body=body)


def _too_large(max_bytes: int) -> Any:
    error = {"code": "too-large", "message": f"the body has more than {max_bytes:,} bytes"}
    headers = {"Content-Type": "application/json", "Cache-Control": "no-store"}
    return js.Response.new(json.dumps({"error": error}), to_js_value({"status": 413, "headers": headers}))
