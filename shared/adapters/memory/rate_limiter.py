"""A `RateLimiter` in memory: so many in each minute of the clock."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["MemoryRateLimiter"]

_PERIOD_S: Final = 60


class MemoryRateLimiter:
    def __init__(self, limit: int, now: Callable[[], float]) -> None:
        self._limit = limit
        self._now = now
        self._period = 0
        self._counts: Counter[str] = Counter()

    async def admit(self, client: str) -> bool:
        period = int(self._now() // _PERIOD_S)
        if period != self._period:
            self._period = period
            self._counts.clear()
        self._counts[client] += 1
        return self._counts[client] <= self._limit
