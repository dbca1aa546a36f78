"""What GitHub's refusals mean: the one place where its failures become ours.

(Sources: GitHub's REST API documentation, "Troubleshooting" and "Rate limits for the REST API".)
"""

from __future__ import annotations

import json
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, ValidationError

from shared.errors import (
    ConfigurationError,
    ConflictError,
    InkdexError,
    InputError,
    RateLimited,
    Rejected,
    Unavailable,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shared.ports import HttpResponse

__all__ = ["malformed", "read_error"]

_UNNAMED_WAIT_S: Final = 60.0
"""What GitHub asks for when a secondary limit names no time."""
_CONFLICTS: Final = ("not a fast forward", "reference already exists", "reference cannot be updated")


class _Problem(BaseModel):
    message: str = ""


def read_error(
    response: HttpResponse, *, subject: str, token: str | None, writes: bool = False, now: float
) -> InkdexError:
    """The error that a response of another status than was hoped for stands for. Its message never shows `token`.

    `subject` says what was asked for, such as `octocat/docs`. `now`: seconds since 1970, should the response not say.
    """
    status = response.status
    said = _read_message(response.body)
    if token:
        said = said.replace(token, "***")
    facts: dict[str, Any] = {"status": status, "request_id": response.headers.get("x-github-request-id")}
    text = f"GitHub answered {status} for {subject}" + (f": {said}" if said else "")
    permission = f"contents: {'write' if writes else 'read'}"
    if _is_rate_limit(response, said):
        remedy = "" if token else "; with a token GitHub allows many more requests"
        return RateLimited(text + remedy, retry_after_s=_named_wait_s(response.headers, now), **facts)
    if status == 401:
        remedy = "is not accepted; make a new one" if token else f"is needed, with the permission {permission}"
        return ConfigurationError(f"{text} (a token of GitHub {remedy})", code="bad-token", **facts)
    if status == 403 and "too large" in said.lower():
        return InputError(f"{text} (leave the file out of the site)", code="file-too-large", **facts)
    if status == 403:
        return ConfigurationError(
            f"{text} (the token needs the permission {permission} for this repository)", code="forbidden", **facts
        )
    if status in (404, 410, 451) or (status == 422 and "no commit found" in said.lower()):
        return InputError(
            f"{text} (check owner, name, branch and folder; a private repository needs a token with the permission "
            f"{permission})",
            code="not-found",
            **facts,
        )
    if status == 409 and "empty" in said.lower():
        return InputError(f"{text} (give the repository a first commit)", code="empty-repository", **facts)
    if status == 409 or (status == 422 and any(sign in said.lower() for sign in _CONFLICTS)):
        return ConflictError(text, **facts)
    if status in (408, 425) or status >= 500:
        return Unavailable(text, **facts)
    if status < 400:
        return ConfigurationError(
            f"{text} (name the repository as it is called now, and check the address of GitHub's API)", **facts
        )
    return Rejected(text, **facts)


def malformed(subject: str) -> Unavailable:
    return Unavailable(f"GitHub's answer for {subject} is cut off or malformed", code="malformed")


def _is_rate_limit(response: HttpResponse, said: str) -> bool:
    if response.status == 429:
        return True
    headers = response.headers
    if response.status >= 500:
        return "retry-after" in headers
    return response.status == 403 and (
        "retry-after" in headers or headers.get("x-ratelimit-remaining") == "0" or "rate limit" in said.lower()
    )


def _named_wait_s(headers: Mapping[str, str], now: float) -> float:
    retry_after = headers.get("retry-after", "")
    if retry_after.isdecimal():
        return float(retry_after)
    reset = headers.get("x-ratelimit-reset", "")
    if headers.get("x-ratelimit-remaining") == "0" and reset.isdecimal():
        # Against the server's own clock where it tells it: ours may be wrong.
        with suppress(KeyError, ValueError):
            now = parsedate_to_datetime(headers["date"]).timestamp()
        return max(1.0, float(reset) - now)
    return _UNNAMED_WAIT_S


def _read_message(body: bytes) -> str:
    try:
        return " ".join(_Problem.model_validate(json.loads(body)).message.split())[:300]
    except (ValidationError, ValueError, RecursionError):
        return ""
