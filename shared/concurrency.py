"""Bounded concurrency and retries, for adapters and use cases."""

from __future__ import annotations

import asyncio
import random
from collections import deque
from typing import TYPE_CHECKING, Final, TypeVar

from shared.errors import RateLimited, Unavailable

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable

__all__ = ["map_ahead", "map_concurrently", "retry"]

Item = TypeVar("Item")
Result = TypeVar("Result")

_FIRST_DELAY_S: Final = 0.5
_MAX_DELAY_S: Final = 30.0


async def map_concurrently(
    work: Callable[[Item], Awaitable[Result]], items: Iterable[Item], *, limit: int
) -> list[Result]:
    """Do `work` on every item, at most `limit` at once; results in the order of the items.

    The first failure ends it: work that has not finished is cancelled, and the failure is raised.
    """
    gate = asyncio.Semaphore(limit)

    async def run(item: Item) -> Result:
        async with gate:
            return await work(item)

    tasks = [asyncio.create_task(run(item)) for item in items]
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def map_ahead(
    work: Callable[[Item], Awaitable[Result]], items: Iterable[Item], *, limit: int
) -> AsyncGenerator[Result]:
    """The results in the order of the items, of which the next `limit` are worked on while one result is used.

    So many are in memory at most. Who stops early, or gets a failure, leaves nothing at work.
    """
    tasks: deque[asyncio.Future[Result]] = deque()
    try:
        for item in items:
            tasks.append(asyncio.ensure_future(work(item)))
            if len(tasks) == limit:
                yield await tasks.popleft()
        while tasks:
            yield await tasks.popleft()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def retry(
    attempt: Callable[[], Awaitable[Result]],
    *,
    max_attempts: int,
    max_wait_s: float = 120.0,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    jitter: Callable[[], float] = random.random,
) -> Result:
    """Attempt something until it works, fails for good, or has failed `max_attempts` times.

    Only `Unavailable` is tried again: after 0.5, 1, 2, ... at most 30 seconds, of which `jitter` (0 to 1) takes away up
    to a half so that clients do not return in step, and not before the time that `RateLimited` names. A named time of
    more than `max_wait_s` is not waited for: the caller has better things to do.
    """
    for failures in range(max_attempts):
        try:
            return await attempt()
        except Unavailable as error:
            named_s = error.retry_after_s if isinstance(error, RateLimited) else 0.0
            if failures + 1 == max_attempts or named_s > max_wait_s:
                raise
            backoff_s = min(_MAX_DELAY_S, _FIRST_DELAY_S * 2.0**failures)
            await sleep(max(named_s, backoff_s * (1.0 - 0.5 * jitter())))
    raise ValueError("max_attempts must be at least 1")
