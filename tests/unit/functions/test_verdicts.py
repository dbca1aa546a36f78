"""Every family of errors has one outcome."""

from __future__ import annotations

import pytest

from functions.verdicts import judge
from shared import errors
from shared.errors import InkdexError, RateLimited, Unavailable

FAMILIES = [getattr(errors, name) for name in errors.__all__]


def make(family: type[InkdexError]) -> InkdexError:
    if issubclass(family, RateLimited):
        return family("said", retry_after_s=0.0)
    return family("said")


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_only_what_may_work_later_is_repeated(family: type[InkdexError]) -> None:
    verdict = judge(make(family), 1, base_s=5.0)
    assert (verdict.retry_after_s is not None) == issubclass(family, Unavailable) == family.retryable
    assert verdict.error.message.startswith("said")
    assert verdict.error.code == family.code


@pytest.mark.parametrize(("attempts", "delay_s"), [(1, 10), (2, 20), (6, 320), (7, 600), (100, 600), (10_000, 600)])
def test_waits_double_up_to_ten_minutes(attempts: int, delay_s: float) -> None:
    assert judge(Unavailable("x"), attempts, base_s=5.0).retry_after_s == delay_s


def test_a_named_wait_is_waited_for() -> None:
    assert judge(RateLimited("x", retry_after_s=3_000.0), 1, base_s=5.0).retry_after_s == 3_000.0
    assert judge(RateLimited("x", retry_after_s=1.0), 1, base_s=5.0).retry_after_s == 10.0
    assert judge(RateLimited("x", retry_after_s=1e9), 1, base_s=5.0).retry_after_s == 12 * 3600


def test_waits_can_be_none_at_all() -> None:
    assert judge(Unavailable("x"), 3, base_s=0.0).retry_after_s == 0.0


def test_a_crash_is_repeated_and_its_message_is_not_told() -> None:
    verdict = judge(ValueError("content of a page"), 1, base_s=5.0)
    assert verdict.retry_after_s == 10.0
    assert "content" not in verdict.error.message
    assert "ValueError" in verdict.error.message
