"""An `ObjectStore` that keeps small objects in memory which never change, such as the records of steps."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from shared.adapters.forwarding_store import ForwardingStore

if TYPE_CHECKING:
    from collections.abc import AsyncIterable

    from shared.ports import ObjectStore

__all__ = ["CachingStore", "ObjectMemory"]

_OVERHEAD_BYTES: Final = 200
"""Of one entry, beside its bytes."""


class ObjectMemory:
    """Objects by scope and key, the least used forgotten first. May be shared by many stores, and be emptied."""

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._size_bytes = 0
        self._objects: OrderedDict[tuple[str, str], bytes] = OrderedDict()

    def recall(self, scope: str, key: str) -> bytes | None:
        found = self._objects.get((scope, key))
        if found is not None:
            self._objects.move_to_end((scope, key))
        return found

    def keep(self, scope: str, key: str, data: bytes) -> None:
        self.forget(scope, key)
        self._objects[scope, key] = data
        self._size_bytes += len(data) + _OVERHEAD_BYTES
        while self._size_bytes > self._max_bytes:
            _, gone = self._objects.popitem(last=False)
            self._size_bytes -= len(gone) + _OVERHEAD_BYTES

    def forget(self, scope: str, key: str) -> None:
        gone = self._objects.pop((scope, key), None)
        if gone is not None:
            self._size_bytes -= len(gone) + _OVERHEAD_BYTES


class CachingStore(ForwardingStore):
    """Keeps objects whose keys end with `suffix` and that have at most `max_object_bytes`.

    Others may remove such an object, which this one would not notice. So `scope` names a time in which nobody does: a
    build, since steps are collected at the end of one, and a site has one at a time.
    """

    def __init__(
        self, store: ObjectStore, memory: ObjectMemory, scope: str, *, suffix: str, max_object_bytes: int = 16_384
    ) -> None:
        super().__init__(store)
        self._memory = memory
        self._scope = scope
        self._suffix = suffix
        self._max_object_bytes = max_object_bytes

    async def get(self, key: str) -> bytes | None:
        if not key.endswith(self._suffix):
            return await self._store.get(key)
        data = self._memory.recall(self._scope, key)
        if data is None:
            data = await self._store.get(key)
            if data is not None:
                self._remember(key, data)
        return data

    async def has(self, key: str) -> bool:
        return self._memory.recall(self._scope, key) is not None or await self._store.has(key)

    async def put(self, key: str, data: bytes) -> None:
        self._memory.forget(self._scope, key)
        await self._store.put(key, data)
        if key.endswith(self._suffix):
            self._remember(key, data)

    async def put_stream(self, key: str, pieces: AsyncIterable[bytes]) -> None:
        self._memory.forget(self._scope, key)
        await self._store.put_stream(key, pieces)

    async def swap(self, key: str, data: bytes, expected: bytes | None) -> bool:
        self._memory.forget(self._scope, key)
        return await self._store.swap(key, data, expected)

    async def delete(self, key: str) -> None:
        self._memory.forget(self._scope, key)
        await self._store.delete(key)

    def _remember(self, key: str, data: bytes) -> None:
        if len(data) <= self._max_object_bytes:
            self._memory.keep(self._scope, key, data)
