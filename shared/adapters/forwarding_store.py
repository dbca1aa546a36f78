"""An `ObjectStore` that hands everything on to another: what those begin with that remember something of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator

    from shared.ports import ObjectStore

__all__ = ["ForwardingStore"]


class ForwardingStore:
    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    async def get(self, key: str) -> bytes | None:
        return await self._store.get(key)

    async def get_range(self, key: str, offset: int, size: int) -> bytes:
        return await self._store.get_range(key, offset, size)

    async def put(self, key: str, data: bytes) -> None:
        await self._store.put(key, data)

    async def put_stream(self, key: str, pieces: AsyncIterable[bytes]) -> None:
        await self._store.put_stream(key, pieces)

    async def swap(self, key: str, data: bytes, expected: bytes | None) -> bool:
        return await self._store.swap(key, data, expected)

    async def has(self, key: str) -> bool:
        return await self._store.has(key)

    def list(self, prefix: str) -> AsyncIterator[str]:
        return self._store.list(prefix)

    async def delete(self, *keys: str) -> None:
        await self._store.delete(*keys)
