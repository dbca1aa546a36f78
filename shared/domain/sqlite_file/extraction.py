"""Take the b-trees of a small database apart, so that their pages can stand in a large one."""

from __future__ import annotations

import struct
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shared.domain.sqlite_file.pages import (
    INTERIOR_INDEX,
    INTERIOR_TABLE,
    LEAF_TABLE,
    OVERFLOW_BYTES,
    PAGE_BYTES,
    Cell,
    CellPlace,
    cell_starts,
    leaf_page,
    locate_cell,
    spilling_cells,
)
from shared.domain.sqlite_file.pieces import Outline, Piece, TreePiece

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    _ReadPage = Callable[[int], bytes | memoryview]

__all__ = ["extract_trees"]

_POINTER: Final = struct.Struct(">I")
_MANY_LEAVES: Final = 2
"""Fewer are kept as single cells, which fill up pages together with those of other pieces."""


def extract_trees(connection: sqlite3.Connection) -> Piece:
    """All tables and indexes of a database that have entries, by name. Closes it, so that it is not there twice."""
    roots = connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0 ORDER BY name").fetchall()
    with _open_pages(connection) as page:
        extraction = _Extraction(page)
        trees = {name: extraction.take_tree(root) for name, root in roots}
        return extraction.finish({name: tree for name, tree in trees.items() if tree.cells or tree.leaves})


@contextmanager
def _open_pages(connection: sqlite3.Connection) -> Iterator[_ReadPage]:
    """Of a database in a file, one page at a time is read: the whole in one place would need a large one."""
    (file,) = connection.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()
    if file:
        connection.close()
        with Path(file).open("rb", buffering=0) as opened:

            def read(number: int) -> bytes:
                opened.seek((number - 1) * PAGE_BYTES)
                return opened.read(PAGE_BYTES)

            yield read
        return
    database = memoryview(connection.serialize())
    connection.close()
    yield lambda number: database[(number - 1) * PAGE_BYTES : number * PAGE_BYTES]


class _Extraction:
    """`page` gives a page by its number. `_taken`: the pages of the piece so far. `_chains`: places of overflow."""

    def __init__(self, page: _ReadPage) -> None:
        self._page = page
        self._taken: list[bytes | bytearray | memoryview] = []
        self._chains: dict[int, int] = {}
        self._pointers: list[tuple[int, int, int]] = []

    def take_tree(self, root: int) -> TreePiece:
        leaves: list[int] = []
        dividers: list[tuple[bytes | memoryview, int]] = []
        self._walk(root, leaves, dividers)
        if self._page(leaves[0])[0] == LEAF_TABLE:
            return self._take_table(leaves)
        return self._take_index(leaves, dividers)

    def _walk(self, number: int, leaves: list[int], dividers: list[tuple[bytes | memoryview, int]]) -> None:
        """Find all leaves, in order, and where on their pages the entries between them are, if it is an index."""
        page = self._page(number)
        kind = page[0]
        if kind not in (INTERIOR_INDEX, INTERIOR_TABLE):
            leaves.append(number)
            return
        for start in cell_starts(page):
            self._walk(_POINTER.unpack_from(page, start)[0], leaves, dividers)
            if kind == INTERIOR_INDEX:
                dividers.append((page, start + 4))
        self._walk(_POINTER.unpack_from(page, 8)[0], leaves, dividers)

    def _take_table(self, leaves: list[int]) -> TreePiece:
        if len(leaves) < _MANY_LEAVES:
            return TreePiece([cell for leaf in leaves for cell in self._cells(leaf)])
        places = [self._take_leaf(leaf) for leaf in leaves]
        pages = map(self._page, leaves)
        return TreePiece((), places, [locate_cell(page, cell_starts(page)[-1], table=True).rowid for page in pages])

    def _take_index(self, leaves: list[int], dividers: list[tuple[bytes | memoryview, int]]) -> TreePiece:
        counts = [len(cell_starts(self._page(leaf))) for leaf in (leaves[0], leaves[-1])]
        if len(leaves) < _MANY_LEAVES or min(counts) < 2:
            cells = self._cells(leaves[0])
            for leaf, divider in zip(leaves[1:], dividers, strict=True):
                cells += [self._cell(*divider), *self._cells(leaf)]
            return TreePiece(cells)
        places: list[int] = []
        between: list[Cell] = []
        for leaf, divider in zip(leaves[:-1], dividers, strict=True):
            places.append(self._take_leaf(leaf))
            between.append(self._cell(*divider))
        *others, last = self._cells(leaves[-1])
        places.append(self._take_rebuilt(leaf_page(others, table=False)))
        first = self._cell(self._page(leaves[0]), cell_starts(self._page(leaves[0]))[0])
        return TreePiece([first], places, (), [*between, last])

    def _cells(self, leaf: int) -> list[Cell]:
        page = self._page(leaf)
        return [self._cell(page, start) for start in cell_starts(page)]

    def _cell(self, page: bytes | memoryview, start: int) -> Cell:
        """The cell as a value; its overflow goes into the piece."""
        place = locate_cell(page, start, table=page[0] == LEAF_TABLE)
        cell = Cell(bytes(page[place.start : place.stop]), False, place.rowid)
        return cell.relocated(self._take_overflow(page, place)) if place.overflow_bytes else cell

    def _take_leaf(self, leaf: int) -> int:
        """The leaf's place in the piece. The overflow of its cells follows it."""
        page = self._page(leaf)
        place = len(self._taken)
        self._taken.append(page)
        for cell in spilling_cells(page, cell_starts(page), table=page[0] == LEAF_TABLE):
            self._point(place, cell.stop - 4, self._take_overflow(page, cell))
        return place

    def _take_rebuilt(self, page: bytes) -> int:
        """The place of an index's leaf whose cells point to places in the piece already."""
        place = len(self._taken)
        self._taken.append(page)
        for cell in spilling_cells(page, cell_starts(page), table=False):
            self._point(place, cell.stop - 4, *_POINTER.unpack_from(page, cell.stop - 4))
        return place

    def _take_overflow(self, page: bytes | memoryview, cell: CellPlace) -> int:
        """The place of the first page of a cell's overflow in the piece."""
        (first,) = _POINTER.unpack_from(page, cell.stop - 4)
        if first not in self._chains:
            self._chains[first] = len(self._taken)
            following = first
            for more in reversed(range(-(-cell.overflow_bytes // OVERFLOW_BYTES))):
                content = self._page(following)
                (following,) = _POINTER.unpack_from(content)
                if more:
                    self._point(len(self._taken), 0, len(self._taken) + 1)
                self._taken.append(content)
        return self._chains[first]

    def _point(self, place: int, offset: int, target: int) -> None:
        self._pointers.append((place, offset, target))

    def finish(self, trees: dict[str, TreePiece]) -> Piece:
        for place, pointers in groupby(sorted(self._pointers), key=itemgetter(0)):
            page = bytearray(self._taken[place])
            for _, offset, target in pointers:
                _POINTER.pack_into(page, offset, target)
            self._taken[place] = page
        places = [place * PAGE_BYTES + offset for place, offset, _ in sorted(self._pointers)]
        return Piece(Outline(len(self._taken), places, trees), self._taken)
