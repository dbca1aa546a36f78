"""The bytes of one stored object by ranges: its size, its chunks one after another, and small reads near each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from shared.ports import ObjectStore

__all__ = ["RangeReader", "measure_object", "read_chunks"]

_CHUNK_BYTES: Final = 1 << 19
_PROBE_BYTES: Final = 1 << 20


async def measure_object(store: ObjectStore, key: str) -> int:
    """The size of an object in bytes, by a logarithmic number of reads: one for a small object.

    Raises:
        InvariantError: there is no such object.
    """
    low, high = 0, _PROBE_BYTES
    found = len(await store.get_range(key, 0, high))
    if found < high:
        return found
    while await store.get_range(key, high, 1):
        low, high = high, high * 2
    while high - low > _PROBE_BYTES:
        middle = (low + high) // 2
        low, high = (middle, high) if await store.get_range(key, middle, 1) else (low, middle)
    return low + len(await store.get_range(key, low, high - low))


async def read_chunks(store: ObjectStore, key: str) -> AsyncIterator[bytes]:
    """The object from beginning to end.

    Raises:
        InvariantError: there is no such object.
    """
    offset = 0
    while chunk := await store.get_range(key, offset, _CHUNK_BYTES):
        yield chunk
        offset += len(chunk)
        if len(chunk) < _CHUNK_BYTES:
            return


class RangeReader:
    """Reads stretches of an object, ahead in blocks: those that lie near each other are one request."""

    def __init__(self, store: ObjectStore, key: str, size_bytes: int, *, block_bytes: int = 1 << 18) -> None:
        self.size_bytes = size_bytes
        self._store = store
        self._key = key
        self._block_bytes = block_bytes
        self._start = 0
        self._block = b""

    async def read(self, offset: int, size: int) -> bytes:
        """`size` bytes from `offset`, fewer at the end."""
        if offset < 0 or offset >= self.size_bytes:
            return b""
        if not self._start <= offset <= offset + size <= self._start + len(self._block):
            wanted = min(max(size, self._block_bytes), self.size_bytes - offset)
            self._start, self._block = offset, await self._store.get_range(self._key, offset, wanted)
        begin = offset - self._start
        return self._block[begin : begin + size]
