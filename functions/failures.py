"""Errors as HTTP answers: the only place that maps families to statuses. No traces, no secrets."""

from __future__ import annotations

import logging
from math import ceil
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from shared.errors import (
    ConfigurationError,
    ConflictError,
    InkdexError,
    InputError,
    InvariantError,
    RateLimited,
    Rejected,
    Unavailable,
    UpstreamError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CHALLENGE", "ErrorAnswer", "ErrorBody", "Refusal", "answer_failure"]

_log = logging.getLogger("inkdex")

_STATUSES: Final[tuple[tuple[type[InkdexError], int], ...]] = (
    (InputError, 422),
    (ConflictError, 409),
    (Unavailable, 503),
    (Rejected, 502),
    (UpstreamError, 502),
    (ConfigurationError, 500),
    (InvariantError, 500),
    (InkdexError, 500),
)
_STATUSES_OF_CODES: Final = {
    "malformed": 400,
    "needs-token": 401,
    "no-site": 404,
    "no-revision": 404,
    "no-job": 404,
    "no-query-vectors": 404,
    "too-large": 413,
    "rate-limited": 429,
    "query-cap": 429,
}
"""Where the code tells more than the family."""
CHALLENGE: Final = {"WWW-Authenticate": 'Bearer realm="inkdex"'}
"""What comes with 401."""


class ErrorBody(BaseModel):
    code: str
    message: str


class ErrorAnswer(BaseModel):
    """What every answer of 400 and above holds."""

    error: ErrorBody


class Refusal(Exception):  # noqa: N818 - an answer rather than an error
    """A status that HTTP itself has: not signed in, no such page, not this method."""

    def __init__(self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status, self.code, self.message, self.headers = status, code, message, dict(headers or {})


def answer_failure(error: Exception) -> JSONResponse:
    """The answer to any exception. What is nobody's fault but ours is logged, and told without details."""
    if isinstance(error, Refusal):
        return _answer(error.status, error.code, error.message, error.headers)
    if isinstance(error, HTTPException):
        return _answer(error.status_code, "http", error.detail, dict(error.headers or {}))
    if isinstance(error, InkdexError) and not isinstance(error, InvariantError):
        status = _STATUSES_OF_CODES.get(error.code) or next(code for kind, code in _STATUSES if isinstance(error, kind))
        headers = {"Retry-After": str(ceil(error.retry_after_s))} if isinstance(error, RateLimited) else {}
        if status == 401:
            headers.update(CHALLENGE)
        if status >= 500:
            _log.warning("%s: %s", error.code, error.message)
        return _answer(status, error.code, error.message, headers)
    _log.error("A request failed", exc_info=error)
    return _answer(500, "internal", "Inkdex has made a mistake, which its log describes")


def _answer(status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    body = ErrorAnswer(error=ErrorBody(code=code, message=message))
    return JSONResponse(body.model_dump(), status, headers={"Cache-Control": "no-store", **(headers or {})})
