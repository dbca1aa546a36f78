"""Block files: many small pieces in one file, of which a reader fetches those that it wants with an HTTP Range request.

Each piece is a whole gzip member (RFC 1952): a browser inflates it with `DecompressionStream`, and its CRC-32 tells
when it was damaged, or cut at the wrong place. Equal pieces give equal bytes as long as zlib's deflate stays as it is,
which it has for many years.
"""

from __future__ import annotations

import struct
import zlib

__all__ = ["decode_block", "encode_block"]

_LEVEL = 6
_MAGIC = b"\x1f\x8b\x08"
_EXTRA = 4
"""Flag of a header with an extra field."""
_HEADER_TAIL = b"\0\0\0\0\0\xff"  # no time of modification; system unknown
_MIN_PADDING = 6


def encode_block(data: bytes, *, unit: int = 1) -> bytes:
    """One gzip member; its length is a multiple of `unit` bytes.

    The padding is an extra field of the header, which every program that inflates passes over.
    """
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = packer.compress(data) + packer.flush() + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)
    missing = -(len(_MAGIC) + 1 + len(_HEADER_TAIL) + len(body)) % unit
    if not missing:
        return _MAGIC + b"\0" + _HEADER_TAIL + body
    while missing < _MIN_PADDING:
        missing += unit
    fill = missing - _MIN_PADDING
    return _MAGIC + bytes([_EXTRA]) + _HEADER_TAIL + struct.pack("<H2sH", fill + 4, b"IX", fill) + bytes(fill) + body


def decode_block(data: bytes) -> bytes:
    """What was encoded.

    Raises:
        ValueError: the bytes are not exactly one whole gzip member.
    """
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        found = unpacker.decompress(data)
    except zlib.error as error:
        raise ValueError(f"a damaged block: {error}") from error
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError("a damaged block: it does not end where it should")
    return found
