"""The directory of documents: which sections each has, and where its leaves are.

A *leaf* is a document, or a run of sections of a long one, as one block of its part's block file.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from shared.domain.index.blocks import decode_block, encode_block
from shared.domain.index.varints import decode_varints, encode_varint, encode_varints

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["BASE_STEP", "LEAF_UNIT", "DirectoryPart", "Leaf", "assign_bases", "decode_directory", "encode_directory"]

BASE_STEP = 256
"""Section ids of a part start at a multiple of this, so that a part can grow a little without moving the next."""

LEAF_UNIT = 64
"""Leaves begin at multiples of so many bytes, which makes their sizes cheap to write down."""

_NAME_BYTES = 8


class Leaf(NamedTuple):
    """`sections` of a document, the first of it or those that follow its last leaf; `units` times 64 bytes long."""

    begins: bool
    sections: int
    units: int


@dataclass(frozen=True, slots=True)
class DirectoryPart:
    """The documents of one part; `base` is the id of their first section."""

    pack: str
    base: int
    leaves: Sequence[Leaf]

    def documents(self) -> list[range]:
        """For each document the places of its leaves."""
        starts = [place for place, leaf in enumerate(self.leaves) if leaf.begins]
        return [range(start, end) for start, end in pairwise([*starts, len(self.leaves)])]

    def section_counts(self) -> list[int]:
        """For each document the number of its sections."""
        return [sum(self.leaves[place].sections for place in places) for places in self.documents()]

    def offsets(self) -> list[int]:
        """Where each leaf starts in the block file, in bytes; and where the last one ends."""
        return [offset * LEAF_UNIT for offset in accumulate((leaf.units for leaf in self.leaves), initial=0)]


def encode_directory(parts: Sequence[DirectoryPart]) -> bytes:
    """One block: the number of parts, their packs' names in eight bytes each, then varints of each part's leaves, each
    leaf's sections and whether it begins a document, each leaf's size. Bases follow from the sections.
    """
    leaves = [leaf for part in parts for leaf in part.leaves]
    return encode_block(
        encode_varint(len(parts))
        + b"".join(bytes.fromhex(part.pack) for part in parts)
        + encode_varints([len(part.leaves) for part in parts])
        + encode_varints([leaf.sections * 2 + leaf.begins for leaf in leaves])
        + encode_varints([leaf.units for leaf in leaves])
    )


def decode_directory(data: bytes) -> list[DirectoryPart]:
    """The parts, in order.

    Raises:
        ValueError: the directory is damaged.
    """
    content = decode_block(data)
    names = next((n for n, byte in enumerate(content, 1) if byte < 0x80), 0)
    if not names:
        raise ValueError("the directory is empty")
    (count,) = decode_varints(content[:names])
    numbers = decode_varints(content[names + _NAME_BYTES * count :])
    total = sum(numbers[:count])
    if len(numbers) != count + 2 * total:
        raise ValueError(f"the directory has {len(numbers)} figures for {count} parts and {total} leaves")
    rows = zip(numbers[count : count + total], numbers[count + total :], strict=True)
    leaves = [Leaf(bool(sections & 1), sections >> 1, units) for sections, units in rows]
    places = [0, *accumulate(numbers[:count])]
    groups = [leaves[start:end] for start, end in pairwise(places)]
    if not all(group and group[0].begins for group in groups):
        raise ValueError("a part does not begin with a document")
    bases = assign_bases(sum(leaf.sections for leaf in group) for group in groups)
    packs = [content[at : at + _NAME_BYTES].hex() for at in range(names, names + _NAME_BYTES * count, _NAME_BYTES)]
    return [DirectoryPart(*part) for part in zip(packs, bases, groups, strict=True)]


def assign_bases(section_counts: Iterable[int]) -> list[int]:
    """The first section id of each part, given how many sections each has."""
    bases: list[int] = []
    base = 0
    for count in section_counts:
        bases.append(base)
        base += -(-count // BASE_STEP) * BASE_STEP
    return bases
