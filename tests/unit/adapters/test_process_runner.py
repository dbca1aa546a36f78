from __future__ import annotations

import asyncio
import gc
import json
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

from shared.adapters.local.process_runner import ProcessRunner
from shared.domain.steps import Step

if TYPE_CHECKING:
    from collections.abc import Sequence


def make_runner(jobs: int = 2) -> ProcessRunner:
    """Steps that run in this process give {"here": True}, those in another one what they were sent."""

    async def run_here(_: Step) -> dict[str, Any]:
        return {"here": True}

    return ProcessRunner(run_here, json.loads, gc.freeze, (), jobs=jobs)


def patches(count: int) -> list[Step]:
    return [Step("index", {"number": number}, {"previous": "key"}) for number in range(count)]


def over_all_parts(count: int) -> Step:
    return Step("enrich", {"parts": [str(number) for number in range(count)]}, {})


async def places(runner: ProcessRunner, steps: Sequence[Step]) -> set[bool]:
    """Where the steps ran: True is here."""
    found = {step.key: "here" in record async for step, record in runner.run(steps)}
    assert found.keys() == {step.key for step in steps}
    return {*found.values()}


async def warm(runner: ProcessRunner) -> None:
    runner.warm_up(1000)
    await asyncio.wait_for(asyncio.gather(*map(asyncio.wrap_future, runner._starting)), 60)


async def test_little_work_is_done_here_and_much_elsewhere() -> None:
    with closing(make_runner()) as runner:
        runner.warm_up(100)
        assert await places(runner, patches(40)) == {True}
        assert await places(runner, [over_all_parts(100)]) == {True}
        assert await places(runner, [over_all_parts(1000)]) == {False}


async def test_one_job_is_always_done_here() -> None:
    with closing(make_runner(jobs=1)) as runner:
        runner.warm_up(1000)
        assert await places(runner, [over_all_parts(1000)]) == {True}


async def test_processes_that_are_ready_take_little_work_too_unless_they_are_busy() -> None:
    with closing(make_runner()) as runner:
        await warm(runner)
        assert await places(runner, patches(1)) == {False}
        busy = runner.run([over_all_parts(1000)])
        first = asyncio.ensure_future(anext(busy))
        await asyncio.sleep(0)
        assert await places(runner, patches(1)) == {True}
        await first
        assert await places(runner, patches(1)) == {False}


async def test_work_that_is_given_up_leaves_processes_free() -> None:
    with closing(make_runner()) as runner:
        await warm(runner)
        task = asyncio.create_task(places(runner, [over_all_parts(1000)]))
        await asyncio.sleep(0)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        assert await places(runner, patches(1)) == {False}
