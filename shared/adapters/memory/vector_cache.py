"""A `VectorCache` in memory, for tests and one-off builds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["MemoryVectorCache"]


class MemoryVectorCache:
    def __init__(self) -> None:
        self._items: dict[bytes, bytes] = {}

    async def get_many(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        return {key: self._items[key] for key in keys if key in self._items}

    async def put_many(self, items: Mapping[bytes, bytes]) -> None:
        self._items.update(items)
