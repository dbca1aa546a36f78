"""Scripted faults: each request takes the first one in the queue that is meant for its endpoint."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

from tests.standins.openai_api.errors import ApiError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FaultKind = Literal[
    "rate_limit",  # 429, which passes
    "insufficient_quota",  # 429, which does not
    "server_error",  # 500
    "bad_gateway",  # 502, a page of HTML
    "overloaded",  # 503
    "hang",  # nothing for `hang_s`, then the answer
    "truncated",  # the work is done, half of the answer arrives, and the connection closes
    "reset",  # the connection is reset, and nothing was done
    "reset_after_work",  # the work is done, and the connection is reset before the answer
    "missing_row",  # embeddings without the last one
    "shuffled",  # embeddings in reverse order
    "stream_error",  # a streamed chat completion that ends in an error
]

_MEANT_FOR: dict[FaultKind, str] = {
    "missing_row": "embeddings",
    "shuffled": "embeddings",
    "stream_error": "chat.completions",
}
"""Faults that other endpoints cannot have."""

REFUSALS: dict[str, tuple[int, str, str, str | None]] = {
    "rate_limit": (
        429,
        "Rate limit reached for {model} in organization org-standin on tokens per min (TPM): "
        "Limit 1000000, Used 999000, Requested 2000. Please try again in 60ms. "
        "Visit https://platform.openai.com/account/rate-limits to learn more.",
        "tokens",
        "rate_limit_exceeded",
    ),
    "insufficient_quota": (
        429,
        "You exceeded your current quota, please check your plan and billing details. For more information on this "
        "error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.",
        "insufficient_quota",
        "insufficient_quota",
    ),
    "server_error": (
        500,
        "The server had an error while processing your request. Sorry about that!",
        "server_error",
        None,
    ),
    "overloaded": (503, "The engine is currently overloaded, please try again later", "server_error", None),
}


@dataclass(frozen=True)
class Fault:
    """`endpoint`: such as "batches.create", or "batches" for all of them; None for any."""

    kind: FaultKind
    retry_after: str | None = None
    hang_s: float = 5.0
    endpoint: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    """Further headers of an error, such as `retry-after-ms` or `x-should-retry`."""

    def __post_init__(self) -> None:
        if self.kind not in get_args(FaultKind):
            raise ValueError(f"there is no fault {self.kind!r}; those there are: {', '.join(get_args(FaultKind))}")

    def is_for(self, endpoint: str) -> bool:
        wanted = self.endpoint or _MEANT_FOR.get(self.kind)
        return wanted is None or endpoint == wanted or endpoint.startswith(wanted + ".")

    def error_headers(self) -> dict[str, str]:
        given = {"retry-after": self.retry_after} if self.retry_after is not None else {}
        empty = {"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "60ms"}
        return {**(empty if self.kind == "rate_limit" else {}), **given, **self.headers}


class FaultQueue:
    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._lock = threading.Lock()

    def add(self, faults: Iterable[Fault]) -> None:
        with self._lock:
            self._faults.extend(faults)

    def take(self, endpoint: str) -> Fault | None:
        with self._lock:
            for place, fault in enumerate(self._faults):
                if fault.is_for(endpoint):
                    return self._faults.pop(place)
        return None

    def clear(self) -> None:
        with self._lock:
            self._faults.clear()

    def __len__(self) -> int:
        return len(self._faults)


def make_error(kind: str, model: str) -> ApiError:
    """A fault of `REFUSALS`, in the original's words."""
    status, message, error_type, code = REFUSALS[kind]
    return ApiError(status, message.format(model=model), kind=error_type, code=code)
