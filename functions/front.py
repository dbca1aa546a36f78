"""A request as it comes to the Worker: files are answered here, everything else by the application."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import js

from functions.app import make_app
from functions.bindings.asgi_bridge import answer_by_app
from functions.bindings.published_files import answer_file
from shared.domain.public_names import find_public_name
from shared.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from functions.deployment import Deployment

__all__ = ["answer_request"]

_READ_METHODS: Final = ("GET", "HEAD")


async def answer_request(request: Any, environment: Any, deployment: Callable[[], Deployment]) -> Any:
    """A JavaScript `Response`. `environment`: the bindings themselves, not the SDK's wrapper.

    `deployment` is made when it is needed: most requests are for files, which a mistake in the settings must not stop.
    """
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
    return await answer_by_app(make_app(deployment()), raw)
