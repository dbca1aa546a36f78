"""Each message is acknowledged or repeated by itself, and its coordinator knows why."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from functions.consumer import consume, consume_dead
from functions.deliveries import Delivery
from shared.domain.jobs import BuildSpec, Claim, Job, JobError, Message, SourceSpec
from shared.errors import ConfigurationError, ConflictError, InvariantError, RateLimited, Unavailable

if TYPE_CHECKING:
    from shared.ports import HttpClient, Workshop

SPEC = BuildSpec(task="process-all", source=SourceSpec(location="octocat/docs"))
JOB = Job(job_id="docs.1", site="docs", spec=SPEC, trigger="api", created_at=0.0)


def message(stage: str = "parse", step: str = "abc") -> Message:
    return Message(site="docs", build="docs.1.1", stage=stage, step=step)


@dataclass(frozen=True, slots=True)
class Noted(Delivery):
    """A delivery that notes what the consumer says."""

    said: list[object] = field(default_factory=list)

    def ack(self) -> None:
        self.said.append("ack")

    def retry(self, delay_s: float) -> None:
        self.said.append(delay_s)


def deliver(body: object, attempts: int = 1) -> Noted:
    return Noted("id-1", attempts, body.model_dump(mode="json") if isinstance(body, Message) else body)


class Listener:
    """The coordinator's side: notes what it is told, and fails when it is told to."""

    def __init__(self) -> None:
        self.told: list[tuple[Any, ...]] = []
        self.failure: Exception | None = None

    async def claim(self, message: Message) -> Claim | None:
        return Claim(site="docs", build=message.build, spec=SPEC, resolution=None, job=JOB)

    def __getattr__(self, name: str) -> Any:
        async def tell(message: Message, *arguments: object) -> None:
            if self.failure is not None:
                raise self.failure
            self.told.append((name, message.step, *arguments))

        return tell


class Office:
    """Every message fails with `error`."""

    http: HttpClient
    public_url = ""
    inline_s = 0.0

    def __init__(self, error: Exception) -> None:
        self.error = error
        self.listener = Listener()

    def coordinator(self, site: str) -> Any:
        assert site == "docs"
        return self.listener

    def callback_key(self, site: str) -> bytes:
        raise self.error

    async def is_pinned(self, site: str) -> bool:
        return False

    def workshop(self, claim: Claim) -> Workshop:
        raise self.error


@pytest.mark.parametrize("error", [Unavailable("busy"), RateLimited("later", retry_after_s=50.0)])
async def test_what_may_work_later_is_repeated_and_told(error: Unavailable) -> None:
    office, delivery = Office(error), deliver(message(), attempts=2)
    await consume([delivery], office, retry_base_s=5.0)
    delay_s = 50.0 if isinstance(error, RateLimited) else 20.0
    assert delivery.said == [delay_s]
    assert office.listener.told == [("step_troubled", "abc", error.message, delay_s)]


@pytest.mark.parametrize("error", [ConfigurationError("no key"), ConflictError("newer")])
async def test_what_repeating_does_not_mend_fails_the_build(error: Exception) -> None:
    office, delivery = Office(error), deliver(message())
    await consume([delivery], office, retry_base_s=5.0)
    assert delivery.said == ["ack"]
    ((name, step, told),) = office.listener.told
    assert (name, step) == ("step_failed", "abc")
    assert told == JobError(code=error.code, message=str(error))  # type: ignore[attr-defined]


async def test_our_own_mistakes_fail_the_build_and_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    office, delivery = Office(InvariantError("impossible")), deliver(message())
    await consume([delivery], office, retry_base_s=5.0)
    assert delivery.said == ["ack"]
    assert "mistake of Inkdex" in office.listener.told[0][2].message
    assert "impossible" in caplog.text


async def test_a_crash_is_repeated_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    office, delivery = Office(ZeroDivisionError("of a page")), deliver(message())
    await consume([delivery], office, retry_base_s=5.0)
    assert delivery.said == [10.0]
    assert office.listener.told == [("step_troubled", "abc", "a step crashed with ZeroDivisionError", 10.0)]
    assert "Traceback" in caplog.text


async def test_one_that_fails_does_not_hinder_the_next() -> None:
    office = Office(ZeroDivisionError())
    deliveries = [deliver(message(step=str(number))) for number in range(3)]
    await consume(deliveries, office, retry_base_s=0.0)
    assert [delivery.said for delivery in deliveries] == [[0.0]] * 3
    assert [told[1] for told in office.listener.told] == ["0", "1", "2"]


@pytest.mark.parametrize(
    "body", [None, 7, "text", [], {}, {"v": 2}, {**message().model_dump(), "more": "secret words"}, {"site": "../x"}]
)
@pytest.mark.parametrize("take", [consume, consume_dead])
async def test_a_malformed_message_is_dropped_and_its_content_not_logged(
    take: Any, body: object, caplog: pytest.LogCaptureFixture
) -> None:
    office, delivery = Office(ZeroDivisionError()), deliver(body)
    with caplog.at_level(logging.DEBUG):
        await take([delivery], office, retry_base_s=5.0)
    assert delivery.said == ["ack"]
    assert office.listener.told == []
    assert "id-1" in caplog.text
    assert "secret words" not in caplog.text


@pytest.mark.parametrize("error", [Unavailable("busy"), InvariantError("impossible"), ZeroDivisionError()])
async def test_a_coordinator_that_cannot_be_told_is_told_later(error: Exception) -> None:
    office, delivery = Office(error), deliver(message(), attempts=1)
    office.listener.failure = Unavailable("gone")
    await consume([delivery], office, retry_base_s=5.0)
    assert delivery.said == [10.0], "even what failed for good must not be forgotten"


async def test_a_callback_that_fails_for_good_counts_as_an_attempt() -> None:
    office, delivery = Office(ConfigurationError("no secret")), deliver(message("callback", "0"))
    await consume([delivery], office, retry_base_s=5.0)
    assert delivery.said == ["ack"]
    assert office.listener.told == [("callback_done", "0", "no secret")]


async def test_a_callback_that_crashes_is_repeated_and_not_counted() -> None:
    office, delivery = Office(ZeroDivisionError()), deliver(message("callback", "0"))
    await consume([delivery], office, retry_base_s=5.0)
    assert delivery.said == [10.0]
    assert office.listener.told == []


async def test_dead_letters_fail_their_builds_with_what_was_last_heard() -> None:
    office, deliveries = Office(ZeroDivisionError()), [deliver(message()), deliver(message("callback", "2"))]
    await consume_dead(deliveries, office, retry_base_s=5.0)
    assert [delivery.said for delivery in deliveries] == [["ack"], ["ack"]]
    assert office.listener.told[0] == ("step_failed", "abc", None)
    assert office.listener.told[1][:2] == ("callback_done", "2")
    assert office.listener.told[1][2]


async def test_a_dead_letter_that_cannot_be_told_of_comes_again() -> None:
    office, delivery = Office(ZeroDivisionError()), deliver(message(), attempts=3)
    office.listener.failure = Unavailable("gone")
    await consume_dead([delivery], office, retry_base_s=5.0)
    assert delivery.said == [40.0]
