"""gzip and DEFLATE, incrementally. (Sources: RFC 1951, RFC 1952.)"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from shared.adapters.archives.byte_reader import cut_off
from shared.errors import InputError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Iterator

    from shared.adapters.archives.limits import ArchiveBudget

__all__ = ["gunzip", "inflate"]

_PIECE_BYTES: Final = 1 << 16
_GZIP: Final = 31
"""zlib's number for a gzip header and trailer around the largest window."""


async def gunzip(chunks: AsyncIterator[bytes], budget: ArchiveBudget) -> AsyncGenerator[bytes, None]:
    """The unpacked bytes in pieces of at most 64 KiB, of all members one after another.

    Raises:
        InputError: damaged, cut off, or larger than the budget allows.
    """
    inflater = zlib.decompressobj(_GZIP)
    async for chunk in chunks:
        budget.count_packed(len(chunk))
        packed = chunk
        while packed:
            if inflater.eof:
                packed = packed.lstrip(b"\0")  # some tools fill up the last block
                if packed:
                    inflater = zlib.decompressobj(_GZIP)
                continue
            for piece in inflate(inflater, packed):
                budget.count_unpacked(len(piece))
                yield piece
            packed = inflater.unused_data
    if not inflater.eof:
        raise cut_off()


def inflate(inflater: zlib._Decompress, packed: bytes) -> Iterator[bytes]:
    """What `packed` adds to the output of zlib's decompressor, in pieces of at most 64 KiB.

    Raises:
        InputError: the data is damaged.
    """
    while True:
        try:
            piece = inflater.decompress(packed, _PIECE_BYTES)
        except zlib.error as error:
            raise InputError(f"the archive is damaged ({error}); pack it anew", code="damaged-archive") from error
        if piece:
            yield piece
        packed = inflater.unconsumed_tail
        # A full piece may have left output behind in the decompressor, even with no input left.
        if inflater.eof or (not packed and len(piece) < _PIECE_BYTES):
            return
