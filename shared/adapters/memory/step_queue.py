"""A `StepQueue` in this process, which delivers what it is sent."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from shared.domain.jobs import Message

__all__ = ["MemoryQueue"]

_AT_ONCE: Final = 4


class MemoryQueue:
    """`deliver` gets a message and the number of the attempt; it says after how many seconds to deliver it again.

    What it has not done after `max_attempts` goes to `bury`, once.
    """

    def __init__(
        self,
        deliver: Callable[[Message, int], Awaitable[float | None]],
        bury: Callable[[Message], Awaitable[None]],
        *,
        max_attempts: int = 9,
    ) -> None:
        self._deliver = deliver
        self._bury = bury
        self._max_attempts = max_attempts
        self._gate = asyncio.Semaphore(_AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()

    async def send(self, messages: Sequence[tuple[Message, float]]) -> None:
        for message, delay_s in messages:
            task = asyncio.create_task(self._carry(message, delay_s))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def join(self) -> None:
        """Wait until nothing is under way, not even what follows from it."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def close(self) -> None:
        """Drop what is under way: whoever sent it finds it silent and sends it again."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _carry(self, message: Message, delay_s: float | None) -> None:
        attempt = 0
        while delay_s is not None:
            if attempt == self._max_attempts:
                await self._bury(message)
                return
            await asyncio.sleep(delay_s)
            attempt += 1
            async with self._gate:
                delay_s = await self._deliver(message, attempt)
