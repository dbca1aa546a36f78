"""An object store in memory, for tests and for builds that keep nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator

__all__ = ["MemoryStore"]


class MemoryStore:
    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}

    async def get(self, key: str) -> bytes | None:
        return self.objects.get(key)

    async def get_range(self, key: str, offset: int, size: int) -> bytes:
        if key not in self.objects:
            raise InvariantError(f"{key} is not there", key=key)
        return self.objects[key][offset : offset + size]

    async def put(self, key: str, data: bytes) -> None:
        self.objects[key] = data

    async def put_stream(self, key: str, pieces: AsyncIterable[bytes]) -> None:
        self.objects[key] = b"".join([piece async for piece in pieces])

    async def swap(self, key: str, data: bytes, expected: bytes | None) -> bool:
        if self.objects.get(key) != expected:
            return False
        self.objects[key] = data
        return True

    async def has(self, key: str) -> bool:
        return key in self.objects

    async def list(self, prefix: str) -> AsyncIterator[str]:
        for key in sorted(self.objects):
            if key.startswith(prefix):
                yield key

    async def delete(self, *keys: str) -> None:
        for key in keys:
            self.objects.pop(key, None)
