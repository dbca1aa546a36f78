"""What becomes of a message that failed: the only place that maps error families to letting go and repeating."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from shared.domain.jobs import JobError
from shared.errors import InkdexError, InvariantError, RateLimited, Unavailable

__all__ = ["Verdict", "judge", "retry_delay_s"]

_MAX_DELAY_S: Final = 600.0
_MAX_NAMED_DELAY_S: Final = 12 * 3600.0
"""A queue delays up to a day."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`retry_after_s`: repeat it then; None: it failed for good. `error` is what its build's owner is told."""

    error: JobError
    retry_after_s: float | None


def judge(error: Exception, attempts: int, *, base_s: float) -> Verdict:
    """What to do about an error in the `attempts`th delivery of a message.

    Unavailable and RateLimited: again later. Every other family says that repeating it changes nothing. What is none of
    ours is a crash, which another attempt may well not have: memory ran out, the machine went away.
    """
    delay_s = retry_delay_s(attempts, base_s)
    if not isinstance(error, InkdexError):
        # Its message may quote content.
        return Verdict(JobError(code="crash", message=f"a step crashed with {type(error).__name__}"), delay_s)
    told = JobError(code=error.code, message=error.message)
    if isinstance(error, RateLimited):
        return Verdict(told, min(_MAX_NAMED_DELAY_S, max(delay_s, error.retry_after_s)))
    if isinstance(error, Unavailable):
        return Verdict(told, delay_s)
    if isinstance(error, InvariantError):
        told = JobError(code=error.code, message=f"{error.message} (this is a mistake of Inkdex)")
    return Verdict(told, None)


def retry_delay_s(attempts: int, base_s: float) -> float:
    return float(min(_MAX_DELAY_S, base_s * 2.0 ** min(attempts, 20)))
