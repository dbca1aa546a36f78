"""A `StepQueue` in this process, which delivers what it is sent: a failed message again, later and later."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

from shared.errors import InkdexError, RateLimited

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from shared.domain.jobs import Message

__all__ = ["MemoryQueue"]

_log = logging.getLogger("inkdex")
_MAX_WAIT_S: Final = 600.0


class MemoryQueue:
    """`deliver` acts on a message; `give_up` is told of one that fails for good, or on every attempt."""

    def __init__(
        self,
        deliver: Callable[[Message], Awaitable[None]],
        give_up: Callable[[Message, Exception], Awaitable[None]],
        *,
        first_wait_s: float = 1.0,
        max_attempts: int = 8,
        at_once: int = 4,
    ) -> None:
        self._deliver = deliver
        self._give_up = give_up
        self._first_wait_s = first_wait_s
        self._max_attempts = max_attempts
        self._gate = asyncio.Semaphore(at_once)
        self._tasks: set[asyncio.Task[None]] = set()

    async def send(self, messages: Sequence[tuple[Message, float]]) -> None:
        for message, delay_s in messages:
            task = asyncio.create_task(self._attempt(message, delay_s))
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

    async def _attempt(self, message: Message, delay_s: float) -> None:
        for attempt in range(self._max_attempts):
            await asyncio.sleep(delay_s)
            try:
                async with self._gate:
                    await self._deliver(message)
            except InkdexError as error:
                if not error.retryable or attempt + 1 == self._max_attempts:
                    await self._give_up(message, error)
                    return
                delay_s = self._first_wait_s * 2**attempt
                if isinstance(error, RateLimited):
                    delay_s = max(delay_s, error.retry_after_s)
                delay_s = min(delay_s, _MAX_WAIT_S)
            except Exception as error:  # noqa: BLE001 - our own mistake; whoever waits for the message must know
                _log.error("A message failed: %s", message, exc_info=error)
                await self._give_up(message, error)
                return
            else:
                return
