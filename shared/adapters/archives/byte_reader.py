"""Exact numbers of bytes from chunks of any size, as they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.errors import InputError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

__all__ = ["ByteReader", "cut_off"]


class ByteReader:
    """Reads forward over `chunks` and holds one of them at a time."""

    def __init__(self, chunks: AsyncIterator[bytes]) -> None:
        self._chunks = chunks
        self._chunk = b""
        self._start = 0

    async def pieces(self, size_bytes: int) -> AsyncIterator[bytes]:
        """The next `size_bytes` bytes, in pieces as they came.

        Raises:
            InputError: there are fewer.
        """
        while size_bytes:
            piece = await self._next_piece(size_bytes)
            if not piece:
                raise cut_off()
            size_bytes -= len(piece)
            yield piece

    async def take(self, size_bytes: int) -> bytes:
        """The next `size_bytes` bytes, fewer at the end."""
        pieces = []
        while size_bytes and (piece := await self._next_piece(size_bytes)):
            size_bytes -= len(piece)
            pieces.append(piece)
        return b"".join(pieces)

    async def skip(self, size_bytes: int) -> None:
        """Leave out `size_bytes` bytes.

        Raises:
            InputError: there are fewer.
        """
        async for _ in self.pieces(size_bytes):
            pass

    async def drain(self) -> None:
        """Read to the end, so that who makes the chunks gets to check it."""
        while await self._next_piece(1 << 20):
            pass

    async def _next_piece(self, max_bytes: int) -> bytes:
        while self._start == len(self._chunk):
            try:
                self._chunk = await anext(self._chunks)
            except StopAsyncIteration:
                return b""
            self._start = 0
        piece = self._chunk[self._start : self._start + max_bytes]
        self._start += len(piece)
        return piece


def cut_off() -> InputError:
    return InputError("the archive is cut off; transfer it again", code="damaged-archive")
