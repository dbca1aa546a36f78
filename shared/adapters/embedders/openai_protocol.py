"""What OpenAI's responses mean: vectors, or one of our errors. The one place where its failures become ours."""

from __future__ import annotations

import base64
import binascii
import json
import math
import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import BaseModel, Field, ValidationError

from shared.domain.vectors.rows import Vectors, floats_from_bytes
from shared.errors import ConfigurationError, InkdexError, RateLimited, Rejected, Unavailable

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Mapping

    from shared.ports import HttpResponse

__all__ = ["InputTooLong", "read_error", "read_vectors", "retry_after_s"]

_TOO_LONG: Final = re.compile(r"maximum (context|input|request)|max(imum)? \d+ tokens", re.IGNORECASE)
_DEFAULT_WAIT_S: Final = 1.0


class InputTooLong(Rejected):
    """A text has more tokens than the model takes, or all texts together more than a request may have."""

    code = "input_too_long"


class _Row(BaseModel):
    index: int
    embedding: str | list[float]


class _Usage(BaseModel):
    total_tokens: Annotated[int, Field(ge=0)] = 0


class _Vectors(BaseModel):
    data: list[_Row]
    usage: _Usage = _Usage()


class _Problem(BaseModel):
    message: str = ""
    code: str | int | None = None


class _ErrorBody(BaseModel):
    error: _Problem = _Problem()


def read_vectors(response: HttpResponse, count: int, dimensions: int) -> tuple[Vectors, int]:
    """The vectors in the order of the inputs, as they come, and how many tokens they cost.

    Raises:
        Unavailable: not the promised JSON, or not one vector of finite numbers for each input.
        ConfigurationError: the vectors have another length than `dimensions`.
    """
    facts = {"request_id": response.headers.get("x-request-id")}
    try:
        answer = _Vectors.model_validate_json(response.body)
        rows = [_read_row(row) for row in sorted(answer.data, key=lambda row: row.index)]
    except (ValidationError, binascii.Error, ValueError) as error:
        raise Unavailable("the embedding API's answer is cut off or malformed", code="malformed", **facts) from error
    if sorted(row.index for row in answer.data) != list(range(count)):
        raise Unavailable(f"the embedding API sent {len(rows)} vectors for {count} texts", code="malformed", **facts)
    lengths = {len(row) for row in rows}
    if lengths != {dimensions}:
        raise ConfigurationError(
            f"the embedding API sent vectors of {max(lengths)} numbers: set embedder.dimensions, now {dimensions}",
            **facts,
        )
    if not all(math.isfinite(value) for row in rows for value in row):
        raise Unavailable("the embedding API sent numbers that are not finite", code="malformed", **facts)
    return Vectors.from_rows(rows, dimensions), answer.usage.total_tokens


def read_error(response: HttpResponse, *, secrets: Iterable[str | None]) -> InkdexError:
    """The error that a response of another status than 200 stands for. Its message shows none of `secrets`."""
    problem = _read_problem(response.body)
    said = problem.message[:300]
    for secret in secrets:
        said = said.replace(secret, "***") if secret else said
    status = response.status
    facts: dict[str, Any] = {"status": status, "request_id": response.headers.get("x-request-id")}
    text = f"the embedding API answered {status}" + (f": {said}" if said else "")
    if status in (401, 403):
        # Not what it said: it quotes a part of the key.
        return ConfigurationError(
            f"the embedding API answered {status}: check the key in OPENAI_API_KEY (and an AI Gateway's token)", **facts
        )
    if problem.code == "insufficient_quota":
        return Rejected(f"{text} (check the account's plan and billing)", code="insufficient_quota", **facts)
    if status == 404 or status < 400:
        return ConfigurationError(f"{text} (check embedder.model and embedder.base_url)", **facts)
    if status == 429 or (status >= 500 and retry_after_s(response.headers) is not None):
        return RateLimited(text, retry_after_s=_named_wait_s(response.headers), **facts)
    if status in (408, 409) or status >= 500:
        return Unavailable(text, **facts)
    return (InputTooLong if _TOO_LONG.search(said) else Rejected)(text, **facts)


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """The wait that a response asks for: `retry-after-ms` (OpenAI), or `retry-after` (RFC 9110), seconds or a date."""
    try:
        if "retry-after-ms" in headers:
            wait_s = float(headers["retry-after-ms"]) / 1000.0
        elif (value := headers.get("retry-after", "")).replace(".", "", 1).isdigit():
            wait_s = float(value)
        else:
            # Against the server's own clock: ours may be wrong.
            wait_s = (parsedate_to_datetime(value) - parsedate_to_datetime(headers.get("date", ""))).total_seconds()
    except (TypeError, ValueError):
        return None
    return max(0.0, wait_s) if math.isfinite(wait_s) else None


def _named_wait_s(headers: Mapping[str, str]) -> float:
    wait_s = retry_after_s(headers)
    return _DEFAULT_WAIT_S if wait_s is None else wait_s


def _read_row(row: _Row) -> array[float] | list[float]:
    # Servers that imitate the API may not know base64 and send numbers.
    if isinstance(row.embedding, list):
        return row.embedding
    return floats_from_bytes(base64.b64decode(row.embedding, validate=True))


def _read_problem(body: bytes) -> _Problem:
    try:
        return _ErrorBody.model_validate(json.loads(body)).error
    except (ValidationError, ValueError):
        return _Problem()
