"""A `CoordinatorStorage` in memory, whose alarm rings in this process."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

__all__ = ["MemoryCoordinatorStorage"]


class MemoryCoordinatorStorage:
    """`wake` is called when the alarm is due; by default, nobody is."""

    def __init__(self, now: Callable[[], float], wake: Callable[[], Awaitable[None]] | None = None) -> None:
        self.values: dict[str, str] = {}
        self.alarm_at: float | None = None
        self._now = now
        self._wake = wake
        self._alarm: asyncio.Task[None] | None = None

    async def load(self) -> dict[str, str]:
        return dict(self.values)

    async def save(self, values: Mapping[str, str | None]) -> None:
        for key, value in values.items():
            if value is None:
                self.values.pop(key, None)
            else:
                self.values[key] = value

    async def set_alarm(self, at: float | None) -> None:
        self.alarm_at = at
        # The alarm that rings may be what sets the next one: it must not cancel itself.
        if self._alarm is not None and self._alarm is not asyncio.current_task():
            self._alarm.cancel()
        self._alarm = None
        if at is not None and self._wake is not None:
            self._alarm = asyncio.create_task(self._ring(self._wake, at - self._now()))

    async def close(self) -> None:
        await self.set_alarm(None)

    async def _ring(self, wake: Callable[[], Awaitable[None]], wait_s: float) -> None:
        await asyncio.sleep(max(0.0, wait_s))
        await wake()
