"""Posting lists as bytes: groups of equal impact level, highest first, ids as differences, LEB128 varints.

Format: docs/format.md, "Lexicon packs". An *entry* packs a posting into one integer, `(15 - level) << 28 | section id`,
so that the order of entries is the order of the list, merging lists is concatenating and sorting, and an entry fits 32
bits.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import sub
from typing import TYPE_CHECKING

from shared.domain.index.varints import decode_varints, encode_varint, encode_varints

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "LEVELS",
    "MAX_SECTIONS",
    "RANKED_ENTRIES",
    "decode_postings",
    "encode_postings",
    "pack_entry",
    "unpack_entry",
]

LEVELS = 15
"""Impact levels; a group's header keeps the level in four bits, and 0 would mean absent."""

RANKED_ENTRIES = 4096
"""Entries of a list that ranking counts: the best. The rest says where else the term stands, which phrases and
exclusions ask."""

_ID_BITS = 28
_ID_MASK = (1 << _ID_BITS) - 1

MAX_SECTIONS = 1 << _ID_BITS
"""Section ids lie below this."""


def pack_entry(level: int, section_id: int) -> int:
    return (LEVELS - level) << _ID_BITS | section_id


def unpack_entry(entry: int) -> tuple[int, int]:
    """(level, section id)."""
    return LEVELS - (entry >> _ID_BITS), entry & _ID_MASK


def encode_postings(entries: Sequence[int]) -> bytes:
    """Encode ascending entries, each section at most once."""
    out: list[bytes] = []
    start = 0
    count = len(entries)
    while start < count:
        level_bits = entries[start] >> _ID_BITS
        end = _end_of_group(entries, start, level_bits)
        ids = [entry & _ID_MASK for entry in entries[start:end]]
        out.append(encode_varint((end - start) * 16 + LEVELS - level_bits))
        out.append(encode_varints([ids[0], *map(sub, ids[1:], ids)]))
        start = end
    return b"".join(out)


def _end_of_group(entries: Sequence[int], start: int, level_bits: int) -> int:
    return bisect_left(entries, (level_bits + 1) << _ID_BITS, start)


def decode_postings(data: bytes) -> Iterator[tuple[int, list[int]]]:
    """Yield (level, ascending section ids) for each group."""
    numbers = decode_varints(data)
    place = 0
    while place < len(numbers):
        count, level = divmod(numbers[place], 16)
        place += 1
        ids = numbers[place : place + count]
        place += count
        total = 0
        for index, difference in enumerate(ids):
            total += difference
            ids[index] = total
        yield level, ids
