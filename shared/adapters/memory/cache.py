"""A `Cache` in memory, for tests and for a deployment of one process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

__all__ = ["MemoryCache"]

_MIN_TTL_S: Final = 60


class MemoryCache:
    """Values end when their time is over, by `now`, in seconds."""

    def __init__(self, now: Callable[[], float], *, max_values: int = 10_000) -> None:
        self._now = now
        self._max_values = max_values
        self._values: dict[str, tuple[float, bytes, Mapping[str, str]]] = {}

    async def get(self, key: str) -> bytes | None:
        found = self._values.get(key)
        return found[1] if found is not None and found[0] > self._now() else None

    async def put(self, key: str, value: bytes, *, ttl_s: int, summary: Mapping[str, str] | None = None) -> None:
        self._values.pop(key, None)
        self._values[key] = (self._now() + max(ttl_s, _MIN_TTL_S), value, dict(summary or {}))
        while len(self._values) > self._max_values:
            del self._values[next(iter(self._values))]

    def forget(self, key: str) -> None:
        """As if its time were over."""
        self._values.pop(key, None)

    async def list(self, prefix: str) -> AsyncIterator[tuple[str, Mapping[str, str]]]:
        now = self._now()
        for key in sorted(key for key in self._values if key.startswith(prefix)):
            ends, _, summary = self._values[key]
            if ends > now:
                yield key, summary
