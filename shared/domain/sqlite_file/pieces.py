"""A piece: pages of several b-trees' entries, in the order of their keys, that can be put anywhere in a file."""

from __future__ import annotations

import struct
import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from shared.domain.encoding import from_json, to_json
from shared.domain.sqlite_file.pages import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Outline", "Piece", "TreePiece"]

_PAGES_TOGETHER: Final = 64


@dataclass(slots=True)
class TreePiece:
    """The entries of one b-tree: few of them as single `cells`, many as whole `leaves` (places in the piece, from 0).

    `keys`: the last rowid of each leaf of a table. `dividers`: the entry behind each leaf of an index, whose interior
    pages hold entries themselves; the last one closes the piece. With leaves of an index, `cells` has but the first
    entry of the first leaf, which has others, so that it may be taken away where the pages before need one more.
    """

    cells: Sequence[Cell] = ()
    leaves: Sequence[int] = ()
    keys: Sequence[int] = ()
    dividers: Sequence[Cell] = ()


@dataclass(slots=True)
class Outline:
    """All of a piece but its pages. Numbers of overflow pages, in cells and in pages, are places in the piece, from 0.

    `page_count` of the piece; `pointers`: where, in the bytes of its pages, the number of a page stands.
    """

    page_count: int
    pointers: Sequence[int]
    trees: Mapping[str, TreePiece] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        trees = {
            name: [
                _encode_cells(tree.cells),
                _encode("I", tree.leaves),
                _encode("q", tree.keys),
                _encode_cells(tree.dividers),
            ]
            for name, tree in self.trees.items()
        }
        return to_json([self.page_count, _encode("I", self.pointers), trees])

    @classmethod
    def from_bytes(cls, data: bytes) -> Outline:
        """Its trees are decoded when they are asked for, each time: as objects they are ten times as large."""
        page_count, pointers, trees = from_json(data)
        return cls(page_count, _decode("I", pointers), _EncodedTrees(trees))


@dataclass(slots=True)
class Piece:
    """`pages`: all pages, in order; most are views of the database that they come from."""

    outline: Outline
    pages: Sequence[bytes | bytearray | memoryview]

    def blocks(self) -> Iterator[bytes]:
        """The bytes of all pages, many pages at a time: all at once are a second copy of the database."""
        for first in range(0, len(self.pages), _PAGES_TOGETHER):
            yield b"".join(self.pages[first : first + _PAGES_TOGETHER])

    def to_bytes(self) -> bytes:
        return b"".join(self.pages)


class _EncodedTrees(Mapping[str, TreePiece]):
    def __init__(self, encoded: dict[str, list[Any]]) -> None:
        self._encoded = encoded

    def __getitem__(self, name: str) -> TreePiece:
        cells, leaves, keys, dividers = self._encoded[name]
        return TreePiece(_decode_cells(cells), _decode("I", leaves), _decode("q", keys), _decode_cells(dividers))

    def __iter__(self) -> Iterator[str]:
        return iter(self._encoded)

    def __len__(self) -> int:
        return len(self._encoded)


def _encode(kind: str, numbers: Sequence[int]) -> str:
    return b64encode(struct.pack(f"<{len(numbers)}{kind}", *numbers)).decode()


def _decode(kind: str, encoded: str) -> array[int]:
    numbers = array(kind, b64decode(encoded))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _encode_cells(cells: Iterable[Cell]) -> list[str]:
    datas, spills, rowids = zip(*cells, strict=True) if cells else ((), (), ())
    sizes = [len(data) << 1 | spill for data, spill in zip(datas, spills, strict=True)]
    return [_encode("H", sizes), _encode("q", rowids), b64encode(b"".join(datas)).decode()]


def _decode_cells(encoded: Sequence[Any]) -> list[Cell]:
    sizes, rowids, data = encoded
    joined = b64decode(data)
    cells = []
    start = 0
    for size, rowid in zip(_decode("H", sizes), _decode("q", rowids), strict=True):
        stop = start + (size >> 1)
        cells.append(Cell(joined[start:stop], bool(size & 1), rowid))
        start = stop
    return cells
