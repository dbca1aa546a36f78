"""Bounded concurrency and retries."""

from __future__ import annotations

import asyncio

import pytest

from shared.concurrency import map_ahead, map_concurrently, retry
from shared.errors import InputError, Unavailable


async def test_results_are_in_order_and_work_is_bounded() -> None:
    under_way = most = 0

    async def work(number: int) -> int:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.001 * (5 - number % 5))
        under_way -= 1
        return number * number

    assert await map_concurrently(work, range(12), limit=3) == [number * number for number in range(12)]
    assert most == 3


async def test_the_first_failure_cancels_the_rest() -> None:
    finished: list[int] = []

    async def work(number: int) -> None:
        if number == 1:
            raise InputError("no")
        await asyncio.sleep(0.2)
        finished.append(number)

    with pytest.raises(InputError):
        await map_concurrently(work, range(5), limit=5)
    await asyncio.sleep(0.25)
    assert finished == []


async def test_waits_grow_to_half_a_minute_and_jitter_shortens_them() -> None:
    waits: list[float] = []

    async def wait(seconds: float) -> None:
        waits.append(seconds)

    async def fail() -> None:
        raise Unavailable("no")

    for jitter in (0.0, 1.0):
        with pytest.raises(Unavailable):
            await retry(fail, max_attempts=9, sleep=wait, jitter=lambda given=jitter: given)
    assert waits[:8] == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]
    assert waits[8:] == [wait_s / 2 for wait_s in waits[:8]]


async def test_work_ahead_keeps_the_order_and_its_limit() -> None:
    begun: list[int] = []

    async def work(number: int) -> int:
        begun.append(number)
        await asyncio.sleep(0.01 if number % 2 else 0.0)
        return number

    found = []
    async for result in map_ahead(work, range(9), limit=3):
        found.append(result)
        assert len(begun) - len(found) < 3
    assert found == list(range(9))


async def test_who_stops_early_leaves_no_work_ahead() -> None:
    finished: list[int] = []

    async def work(number: int) -> int:
        if number:
            await asyncio.sleep(0.1)
        finished.append(number)
        return number

    results = map_ahead(work, range(9), limit=4)
    assert await anext(results) == 0
    await results.aclose()
    await asyncio.sleep(0.15)
    assert finished == [0]
