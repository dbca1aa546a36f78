"""Calls of a coordinator survive being text: arguments, results, and the families of errors."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from functions.coordinator_calls import METHODS, answer_call, pack_arguments, unpack_answer
from shared import errors
from shared.domain.jobs import BuildSpec, Claim, Job, JobError, JobRequest, Message, Progress, Resolution, SourceSpec
from shared.errors import InkdexError, InvariantError, RateLimited, Rejected
from shared.ports import Coordinator

SPEC = BuildSpec(task="process-all", source=SourceSpec(location="octocat/docs"), settings={"site": {"title": "Ü"}})
JOB = Job(job_id="docs.1", site="docs", spec=SPEC, trigger="api", created_at=0.5, diagnostics=[["a.md", 1, None]])
MESSAGE = Message(site="docs", build="docs.1.1", stage="parse", step="abc")
RESOLUTION = Resolution(commit="a" * 40, as_of="2026-01-01T00:00:00+00:00", config={"site": {"name": "docs"}})
PROGRESS = [Progress(stage="parse", steps=3, reused=1)]

CALLS: dict[str, tuple[tuple[Any, ...], Any]] = {
    "submit": ((JobRequest(job_id="docs.1", site="docs", spec=SPEC, trigger="api"),), (JOB, True)),
    "job": (("docs.1",), None),
    "jobs": ((), [JOB, JOB]),
    "cancel": (("docs.1",), JOB),
    "retry": (("docs.1",), None),
    "claim": ((MESSAGE,), Claim(site="docs", build="docs.1.1", spec=SPEC, resolution=RESOLUTION, job=JOB)),
    "advanced": ((MESSAGE, RESOLUTION, PROGRESS, [("parse", "abc"), ("embed", "def")]), None),
    "completed": ((MESSAGE, RESOLUTION, PROGRESS, {"files": {"a": "b"}}, [["a.md", 3, "code"]], 7), None),
    "step_done": ((MESSAGE,), None),
    "step_troubled": ((MESSAGE, "what", 10.0), None),
    "step_failed": ((MESSAGE, JobError(code="a", message="b")), None),
    "may_publish": ((MESSAGE,), True),
    "callback_done": ((MESSAGE, None), None),
    "pause": ((900.0,), False),
    "resume": ((), None),
    "tick": ((), None),
    "take_query": ((100,), True),
}


class Fake:
    """Answers one method."""

    def __init__(self, method: str, answer: Any) -> None:
        self.given: tuple[Any, ...] | None = None
        setattr(self, method, self._call)
        self._answer = answer

    async def _call(self, *arguments: Any) -> Any:
        self.given = arguments
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer


def test_every_method_of_the_port_can_be_called_and_no_other() -> None:
    port = {name for name, _ in inspect.getmembers(Coordinator, inspect.isfunction) if not name.startswith("_")}
    assert set(METHODS) == port == set(CALLS)


@pytest.mark.parametrize("method", sorted(METHODS))
async def test_arguments_and_results_arrive_as_they_were(method: str) -> None:
    arguments, result = CALLS[method]
    fake = Fake(method, result)
    answer = await answer_call(fake, method, pack_arguments(method, arguments))  # type: ignore[arg-type]
    assert fake.given == arguments
    assert unpack_answer(method, answer) == result


@pytest.mark.parametrize("name", errors.__all__)
async def test_errors_keep_their_family(name: str) -> None:
    family = getattr(errors, name)
    named = {"retry_after_s": 7.0} if issubclass(family, RateLimited) else {}
    error = family("said", code="special", status=503, path="a.md", thing=object(), **named)
    with pytest.raises(InkdexError) as caught:
        unpack_answer("tick", await answer_call(Fake("tick", error), "tick", "[]"))  # type: ignore[arg-type]
    assert type(caught.value) is family
    assert (caught.value.message, caught.value.code) == ("said", "special")
    assert caught.value.context == {"status": 503, "path": "a.md"}
    assert getattr(caught.value, "retry_after_s", None) == named.get("retry_after_s")


async def test_a_kind_of_a_family_travels_as_the_family() -> None:
    class TooLong(Rejected):
        pass

    with pytest.raises(Rejected):
        unpack_answer("tick", await answer_call(Fake("tick", TooLong("x")), "tick", "[]"))  # type: ignore[arg-type]


async def test_what_is_none_of_ours_is_a_crash() -> None:
    with pytest.raises(ZeroDivisionError):
        await answer_call(Fake("tick", ZeroDivisionError()), "tick", "[]")  # type: ignore[arg-type]


@pytest.mark.parametrize("method", ["_load", "__init__", "drop", ""])
async def test_what_is_no_method_is_our_bug(method: str) -> None:
    fake: Any = Fake("tick", None)
    with pytest.raises(InvariantError):
        unpack_answer("tick", await answer_call(fake, method, "[]"))
