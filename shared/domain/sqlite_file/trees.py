"""Build one b-tree bottom-up, from whole leaves and single entries in the order of their keys.

All leaves are equally deep, no page is empty, an interior page has at least two children (fileformat2, 1.6).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from shared.domain.sqlite_file.pages import (
    PAGE_BYTES,
    Cell,
    encode_varint,
    interior_page,
    leaf_page,
    leaf_room,
    read_cells,
)
from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shared.domain.sqlite_file.pieces import TreePiece

__all__ = ["LeafEdit", "TreeBuilder"]

_INTERIOR_ROOM: Final = PAGE_BYTES - 12
_POINTERS: Final = 6
"""A cell's place in the page's list, and the left child."""


@dataclass(frozen=True, slots=True)
class LeafEdit:
    """What becomes of an index's leaf, once it is in its place: the first cell taken away, another put behind all."""

    page: int
    drop_first: bool = False
    append: Cell | None = None

    def apply(self, page: bytes | memoryview) -> bytes:
        cells = read_cells(page)[1 if self.drop_first else 0 :]
        return leaf_page([*cells, self.append] if self.append else cells, table=False)


class TreeBuilder:
    """`built` collects the pages that are made here; `number` gives the page number of a place in that list.

    Single entries wait until a whole leaf follows, or the end. `_keys[n]` stands between children n and n + 1: the last
    rowid below child n of a table (the last child has one, too), an entry of an index.
    """

    def __init__(self, *, table: bool, built: list[bytes], number: Callable[[int], int]) -> None:
        self._table = table
        self._built = built
        self._number = number
        self._children: list[int] = []
        self._keys: list[bytes] = []
        self._waiting: list[Cell] = []
        self._last_rowid: int | None = None
        self.edits: list[LeafEdit] = []

    @property
    def is_filled(self) -> bool:
        return bool(self._children or self._waiting)

    def add(self, tree: TreePiece, number: Callable[[int], int]) -> None:
        """Add a piece's entries. `number` gives the page number of a place in the piece."""
        cells = _moved(tree.cells, number)
        leaves = [number(place) for place in tree.leaves]
        if not leaves:
            self._check_rowids(cells[0].rowid, cells[-1].rowid)
            self._waiting += cells
        elif self._table:
            self._check_rowids(tree.keys[0], tree.keys[-1])
            self._flush_table()
            self._children += leaves
            self._keys += map(encode_varint, tree.keys)
        else:
            self._close_index(leaves[0], cells[0])
            self._children += leaves
            *between, last = _moved(tree.dividers, number)
            self._keys += [cell.data for cell in between]
            self._waiting = [last]

    def _check_rowids(self, first: int, last: int) -> None:
        """Of leaves only the last rowid of each is known; that will do to find pieces in the wrong order."""
        if not self._table:
            return
        if self._last_rowid is not None and first <= self._last_rowid:
            raise InvariantError("rowids do not ascend from piece to piece", rowid=first)
        self._last_rowid = last

    def finish(self) -> bytes:
        """The root page."""
        if not self._children and leaf_room(self._waiting) == len(self._waiting):
            return leaf_page(self._waiting, table=self._table)
        if self._table:
            self._flush_table()
            self._keys.pop()
        else:
            self._finish_index()
        while (groups := _groups(self._keys))[1:]:
            self._raise(groups)
        return interior_page(self._children, self._keys, table=self._table)

    def _raise(self, groups: Sequence[tuple[int, int]]) -> None:
        """Put a page above each group of children."""
        children = [
            self._add_page(interior_page(self._children[start:stop], self._keys[start : stop - 1], table=self._table))
            for start, stop in groups
        ]
        self._keys = [self._keys[stop - 1] for _, stop in groups[:-1]]
        self._children = children

    def _add_page(self, page: bytes) -> int:
        self._built.append(page)
        return self._number(len(self._built) - 1)

    def _flush_table(self) -> None:
        while self._waiting:
            cells = self._waiting[: leaf_room(self._waiting)]
            del self._waiting[: len(cells)]
            self._children.append(self._add_page(leaf_page(cells, table=True)))
            self._keys.append(encode_varint(cells[-1].rowid))

    def _close_index(self, leaf: int, first: Cell) -> None:
        """Make leaves of what waits, with an entry behind the last: `leaf` follows, which may lend its first entry.

        After a leaf there must be one entry, or one, those of a leaf, and one more. At the start the former is missing.
        """
        if len(self._waiting) == (2 if self._children else 1):
            self._waiting.append(first)
            self.edits.append(LeafEdit(leaf, drop_first=True))
        self._flush_index(closed=True)

    def _finish_index(self) -> None:
        if self._children and len(self._waiting) == 1:  # it stood on the last leaf, before that became part of a piece
            self.edits.append(LeafEdit(self._children[-1], append=self._waiting.pop()))
        self._flush_index(closed=False)

    def _flush_index(self, *, closed: bool) -> None:
        if not self._waiting:
            return
        if self._children:
            self._keys.append(self._waiting.pop(0).data)
        leaves, dividers = _pack_index(self._waiting, closed=closed)
        self._children += [self._add_page(leaf_page(cells, table=False)) for cells in leaves]
        self._keys += [cell.data for cell in dividers]
        self._waiting = []


def _moved(cells: Sequence[Cell], number: Callable[[int], int]) -> list[Cell]:
    return [cell.relocated(number(int.from_bytes(cell.data[-4:], "big"))) if cell.spills else cell for cell in cells]


def _pack_index(cells: Sequence[Cell], *, closed: bool) -> tuple[list[list[Cell]], list[Cell]]:
    """(leaves, the entries between them; `closed`: and one behind the last). No leaf is empty."""
    leaves: list[list[Cell]] = []
    dividers: list[Cell] = []
    while cells:
        count = leaf_room(cells)
        leaves.append(list(cells[:count]))
        dividers += cells[count : count + 1]
        cells = cells[count + 1 :]
    if closed and len(dividers) < len(leaves):
        if len(leaves[-1]) == 1:
            leaves[-1].insert(0, dividers[-1])
            dividers[-1] = leaves[-2].pop()
        dividers.append(leaves[-1].pop())
    elif leaves and not closed and len(dividers) == len(leaves):
        leaves.append([dividers[-1]])
        dividers[-1] = leaves[-2].pop()
    return leaves, dividers


def _groups(keys: Sequence[bytes]) -> list[tuple[int, int]]:
    """Cut children, with these keys between them, into runs that fit on a page each: at least two in each."""
    groups: list[tuple[int, int]] = []
    start, room = 0, _INTERIOR_ROOM
    for place, key in enumerate(keys):
        room -= len(key) + _POINTERS
        if room < 0:
            groups.append((start, place + 1))
            start, room = place + 1, _INTERIOR_ROOM
    if start == len(keys) and groups:  # one child is left over: it gets another
        before, stop = groups.pop()
        groups.append((before, stop - 1))
        start = stop - 1
    return [*groups, (start, len(keys) + 1)]
