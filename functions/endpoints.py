"""The table of routes: what the application is built from, and what /openapi.json is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from starlette.responses import JSONResponse, Response

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from pydantic import BaseModel
    from starlette.requests import Request

    Handler = Callable[[Request], Awaitable[Response]]

__all__ = ["Access", "Endpoint", "Query", "answer_json"]

Access = Literal["public", "signed", "api", "admin"]
"""Who may ask: anybody, who signs the body, who has API_TOKEN (or anybody with OPEN_JOBS), who has ADMIN_TOKEN."""


@dataclass(frozen=True, slots=True)
class Query:
    """A parameter behind the question mark."""

    name: str
    description: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One method of one path. `answers`: of each status the model of its JSON, a media type, or None for no body.

    Statuses of 400 and above that are not named hold an `ErrorAnswer`; `refuses` names those that are its own.
    """

    method: Literal["GET", "POST", "PUT", "DELETE"]
    path: str
    handler: Handler
    summary: str
    access: Access = "public"
    body: type[BaseModel] | str | None = None
    body_optional: bool = False
    example: Mapping[str, object] | None = None
    answers: Mapping[int, type[BaseModel] | str | None] = field(default_factory=dict)
    refuses: tuple[int, ...] = ()
    query: tuple[Query, ...] = ()
    cross_origin: bool = False
    """The handler of GET answers OPTIONS as well: pages of other origins ask before they send such as Range."""

    @property
    def refusals(self) -> list[int]:
        """All statuses that hold an `ErrorAnswer`: `refuses`, and what comes with a body or a token."""
        found = set(self.refuses)
        if self.access in {"api", "admin"}:
            found |= {401, 500}
        if self.body is not None:
            found |= {413}
        if isinstance(self.body, type):
            found |= {400, 422}
        return sorted(found - set(self.answers))


def answer_json(model: BaseModel, status: int = 200, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """A model as JSON under its wire names. Answers are of the moment, unless `headers` say otherwise."""
    body = model.model_dump(mode="json", by_alias=True)
    return JSONResponse(body, status, headers={"Cache-Control": "no-store", **(headers or {})})
