"""Every error that Inkdex raises on purpose. A family answers one question: who must act?

InkdexError                 code, message, context, retryable
|- InputError               the sender must fix it             never retried
|- UpstreamError            another service failed
|  |- Unavailable           it may work later                  retried with back-off
|  |  `- RateLimited        it says when                       retried after `retry_after_s`
|  `- Rejected              it refuses this request            not retried
|- ConflictError            a newer revision exists            stop quietly
|- ConfigurationError       the operator must fix a setting    not retried
`- InvariantError           Inkdex is wrong                    not retried

A broken page is none of these: it becomes a `Diagnostic` in the build report, and the build goes on.
"""

from __future__ import annotations

__all__ = [
    "ConfigurationError",
    "ConflictError",
    "InkdexError",
    "InputError",
    "InvariantError",
    "RateLimited",
    "Rejected",
    "Unavailable",
    "UpstreamError",
]


class InkdexError(Exception):
    """`code` is stable and for programs, `message` is for people and names the way out, `context` holds facts."""

    code = "error"
    retryable = False

    def __init__(self, message: str, *, code: str | None = None, **context: object) -> None:
        super().__init__(message)
        self.message = message
        self.context = context
        if code is not None:
            self.code = code


class InputError(InkdexError):
    code = "input"


class UpstreamError(InkdexError):
    code = "upstream"


class Unavailable(UpstreamError):  # noqa: N818 - the family's name carries the word
    code = "unavailable"
    retryable = True


class RateLimited(Unavailable):
    code = "rate_limited"

    def __init__(self, message: str, *, retry_after_s: float, code: str | None = None, **context: object) -> None:
        super().__init__(message, code=code, **context)
        self.retry_after_s = retry_after_s


class Rejected(UpstreamError):  # noqa: N818
    code = "rejected"


class ConflictError(InkdexError):
    code = "conflict"


class ConfigurationError(InkdexError):
    code = "configuration"


class InvariantError(InkdexError):
    code = "invariant"
