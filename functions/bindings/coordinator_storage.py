"""A `CoordinatorStorage` in a Durable Object's own storage."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final, TypeVar

from functions.bindings.javascript import await_all, to_js_value, translated

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DurableStorage"]

Item = TypeVar("Item")

_MAX_KEYS: Final = 128
"""Of one put or delete."""
_EARLIEST_ALARM_S: Final = 0.5
"""An alarm that is due at once would wake the very call that sets it, for ever."""


class DurableStorage:
    """`prefix` keeps its keys apart from others of the same object."""

    def __init__(self, storage: Any, prefix: str = "c/") -> None:
        self._storage = storage
        self._prefix = prefix

    async def load(self) -> dict[str, str]:
        with translated(lambda _: None, "the coordinator's storage"):
            found = (await self._storage.list(to_js_value({"prefix": self._prefix}))).to_py()
        return {key.removeprefix(self._prefix): value for key, value in found.items()}

    async def save(self, values: Mapping[str, str | None]) -> None:
        changed = [(self._prefix + key, value) for key, value in values.items() if value is not None]
        removed = [self._prefix + key for key, value in values.items() if value is None]
        with translated(lambda _: None, "the coordinator's storage"):
            # Writes that begin without anything awaited between them are one transaction.
            writes = [self._storage.put(to_js_value(dict(part))) for part in _cut(changed)]
            writes += [self._storage.delete(to_js_value(part)) for part in _cut(removed)]
            await await_all(writes)

    async def set_alarm(self, at: float | None) -> None:
        with translated(lambda _: None, "the coordinator's storage"):
            if at is None:
                await self._storage.deleteAlarm()
            else:
                await self._storage.setAlarm(max(at, time.time() + _EARLIEST_ALARM_S) * 1000)


def _cut(items: list[Item]) -> list[list[Item]]:
    return [items[start : start + _MAX_KEYS] for start in range(0, len(items), _MAX_KEYS)]
