"""A request as the routes see it, and the errors that they answer with."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.responses import JSONResponse, Response

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tests.standins.github_api.accounts import Token
    from tests.standins.github_api.hub import Hub
    from tests.standins.github_api.repositories import Repository

REPOSITORY = "/repos/{owner}/{repo}"
JSON = "application/json; charset=utf-8"
_MEDIA_PARAMETER = re.compile(r"application/vnd\.github\.(?:v3\.|VERSION\.)?([a-z]+)(?:\+json)?")


class ApiError(Exception):
    """An answer of GitHub's form for errors."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        errors: Sequence[Any] | None = None,
        documentation: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.errors = errors
        self.documentation = documentation
        self.headers = dict(headers or {})

    def as_response(self, documentation: str) -> Response:
        body: dict[str, Any] = {"message": self.message}
        if self.errors is not None:
            body["errors"] = list(self.errors)
        body["documentation_url"] = f"https://docs.github.com/{self.documentation or documentation}"
        body["status"] = str(self.status)
        return reply(body, self.status, self.headers)


def not_found(message: str = "Not Found") -> ApiError:
    return ApiError(404, message)


def unprocessable(message: str, *, errors: Sequence[Any] | None = None) -> ApiError:
    return ApiError(422, message, errors=errors)


def reply(body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return JSONResponse(body, status, dict(headers or {}), media_type=JSON)


@dataclass
class Call:
    """One request. `params` are the parts of its path, `body` the bytes that it carried."""

    hub: Hub
    token: Token | None
    method: str
    path: str
    params: dict[str, str]
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes
    extra_headers: dict[str, str] = field(default_factory=dict)
    """Headers that a route adds to its answer."""

    @cached_property
    def repository(self) -> Repository:
        """The repository that the path names. Raises: ApiError 404 when it is hidden from the caller as well."""
        found = self.hub.repositories.find(self.params["owner"], self.params["repo"])
        if found is None or (found.private and not (self.token and self.token.sees(found))):
            raise not_found()
        return found

    @property
    def repository_url(self) -> str:
        return f"{self.hub.api_url}/repos/{self.repository.full_name}"

    @cached_property
    def given(self) -> dict[str, Any]:
        """The JSON object of the body. Raises: ApiError 400."""
        try:
            value = json.loads(self.body or b"{}")
        except ValueError:
            raise ApiError(400, "Problems parsing JSON") from None
        if not isinstance(value, dict):
            raise ApiError(400, "Body should be a JSON object")
        return value

    @cached_property
    def media(self) -> str | None:
        """What the Accept header asks for beyond JSON: `raw`, `sha`, `object`, `diff`, `patch`; else None."""
        for item in self.headers.get("accept", "").split(","):
            named = _MEDIA_PARAMETER.fullmatch(item.split(";")[0].strip())
            if named and named[1] != "json":
                return named[1]
        return None

    def require(self, **kinds: type) -> list[Any]:
        """Those fields of the body, in order. Raises: ApiError 422 when one is missing or of another type."""
        missing = [f'"{name}"' for name in kinds if name not in self.given]
        if missing:
            verb = "wasn't" if len(missing) == 1 else "weren't"
            raise unprocessable(f"Invalid request.\n\n{', '.join(missing)} {verb} supplied.")
        for name, kind in kinds.items():
            if not isinstance(self.given[name], kind):
                shown = json.dumps(self.given[name])
                raise unprocessable(f"Invalid request.\n\nFor 'properties/{name}', {shown} is not a {kind.__name__}.")
        return [self.given[name] for name in kinds]

    def page(self, default: int = 30) -> tuple[int, int]:
        """(page, items a page) as the query asks: 100 items at most."""
        return max(1, _whole(self.query.get("page"), 1)), min(100, max(1, _whole(self.query.get("per_page"), default)))

    def paginate(self, items: Sequence[Any], default: int = 30) -> list[Any]:
        """The items of the page that is asked for; the answer gets a Link header when there are more pages."""
        page, size = self.page(default)
        self.link_pages(page, max(1, -(-len(items) // size)))
        return list(items[(page - 1) * size : page * size])

    def link_pages(self, page: int, last: int) -> None:
        links = {"prev": page - 1, "next": page + 1, "last": last, "first": 1}
        if page <= 1:
            del links["prev"], links["first"]
        if page >= last:
            del links["next"], links["last"]
        written = [
            f'<{self.hub.api_url}{self.path}?{urlencode({**self.query, "page": number})}>; rel="{relation}"'
            for relation, number in links.items()
        ]
        if written:
            self.extra_headers["link"] = ", ".join(written)


def _whole(value: str | None, default: int) -> int:
    return int(value) if value and value.isdecimal() else default


@dataclass(frozen=True)
class ApiRoute:
    """`documentation`: the page below docs.github.com that errors of this route name."""

    method: str
    path: str
    handler: Callable[[Call], Response | dict[str, Any] | list[Any]]
    documentation: str = "rest"
    writes: bool | None = None
    """Whether it needs a token that may write; None: when the method is not GET."""

    @property
    def needs_writing(self) -> bool:
        return self.method != "GET" if self.writes is None else self.writes
