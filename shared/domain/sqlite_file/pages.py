"""B-tree pages: taken apart into cells, and made of cells (fileformat2, 1.6, "B-tree Pages")."""

from __future__ import annotations

import struct
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "INTERIOR_INDEX",
    "INTERIOR_TABLE",
    "LEAF_INDEX",
    "LEAF_TABLE",
    "LOCK_PAGE",
    "OVERFLOW_BYTES",
    "PAGE_BYTES",
    "Cell",
    "CellPlace",
    "cell_starts",
    "encode_varint",
    "interior_page",
    "leaf_page",
    "leaf_room",
    "locate_cell",
    "read_cells",
    "read_varint",
    "spilling_cells",
]

PAGE_BYTES: Final = 4096
LOCK_PAGE: Final = (1 << 30) // PAGE_BYTES + 1
"""The page at 1 GiB holds SQLite's file locks and nothing else (1.4, "The Lock-Byte Page")."""

INTERIOR_INDEX: Final = 2
INTERIOR_TABLE: Final = 5
LEAF_INDEX: Final = 10
LEAF_TABLE: Final = 13

OVERFLOW_BYTES: Final = PAGE_BYTES - 4
"""What an overflow page holds besides the number of the next (1.7, "Cell Payload Overflow Pages")."""

_MAX_LOCAL_TABLE: Final = PAGE_BYTES - 35
_MAX_LOCAL_INDEX: Final = (PAGE_BYTES - 12) * 64 // 255 - 23
_MIN_LOCAL: Final = (PAGE_BYTES - 12) * 32 // 255 - 23
_MIN_CELL: Final = 4
"""A cell takes up so much at least, to leave room for a free block in its place."""

_LEAF_HEADER: Final = 8
_INTERIOR_HEADER: Final = 12
_POINTER: Final = struct.Struct(">I")


class Cell(NamedTuple):
    """An entry as it stands on a leaf; on an interior page of an index it follows its left child.

    `spills`: the last four bytes number the first of its overflow pages. `rowid`: of a table's entry, else 0.
    """

    data: bytes
    spills: bool
    rowid: int

    def relocated(self, page: int) -> Cell:
        """The cell with its overflow on another page."""
        return Cell(self.data[:-4] + _POINTER.pack(page), True, self.rowid)


class CellPlace(NamedTuple):
    """Where a cell is: `[start, stop)` of its page's bytes, and how many bytes of its payload are elsewhere."""

    start: int
    stop: int
    overflow_bytes: int
    rowid: int


def read_varint(data: bytes | memoryview, place: int) -> tuple[int, int]:
    """(number, place behind it). Big-endian groups of 7 bits, at most nine bytes (1.6)."""
    number = 0
    for count in range(8):
        byte = data[place + count]
        number = number << 7 | byte & 127
        if byte < 128:
            return number, place + count + 1
    number = number << 8 | data[place + 8]
    return number - (1 << 64 if number >> 63 else 0), place + 9


def encode_varint(number: int) -> bytes:
    """A varint; of a negative number, or one above 2**56, nine bytes."""
    if not 0 <= number < 1 << 56:
        number &= (1 << 64) - 1
        high = number >> 8
        return bytes([high >> shift & 127 | 128 for shift in range(49, -1, -7)]) + bytes([number & 255])
    groups = [number & 127]
    while number := number >> 7:
        groups.append(number & 127 | 128)
    return bytes(reversed(groups))


def locate_cell(data: bytes | memoryview, start: int, *, table: bool) -> CellPlace:
    """The cell at `start` of a leaf, or behind the child of an index's interior page (1.6, "B-tree Cell Format")."""
    payload, place = read_varint(data, start)
    rowid = 0
    if table:
        rowid, place = read_varint(data, place)
    largest = _MAX_LOCAL_TABLE if table else _MAX_LOCAL_INDEX
    if payload <= largest:
        return CellPlace(start, place + payload, 0, rowid)
    local = _MIN_LOCAL + (payload - _MIN_LOCAL) % OVERFLOW_BYTES
    if local > largest:
        local = _MIN_LOCAL
    return CellPlace(start, place + local + 4, payload - local, rowid)


def spilling_cells(page: bytes | memoryview, starts: Iterable[int], *, table: bool) -> list[CellPlace]:
    """Those of a leaf's cells that have overflow. A look at one byte or two rules nearly all others out."""
    limit = 128 | (_MAX_LOCAL_TABLE if table else _MAX_LOCAL_INDEX) >> 7
    large = [start for start in starts if page[start] >= 128 and (page[start] >= limit or page[start + 1] >= 128)]
    return [cell for cell in (locate_cell(page, start, table=table) for start in large) if cell.overflow_bytes]


def cell_starts(page: bytes | memoryview) -> tuple[int, ...]:
    """Where a page's cells begin, in the order of their keys."""
    header = _LEAF_HEADER if page[0] in (LEAF_INDEX, LEAF_TABLE) else _INTERIOR_HEADER
    return struct.unpack_from(f">{page[3] << 8 | page[4]}H", page, header)


def read_cells(page: bytes | memoryview) -> list[Cell]:
    """The cells of a leaf, in order, whose overflow stays where it is."""
    table = page[0] == LEAF_TABLE
    places = [locate_cell(page, start, table=table) for start in cell_starts(page)]
    return [Cell(bytes(page[at.start : at.stop]), bool(at.overflow_bytes), at.rowid) for at in places]


def leaf_room(cells: Sequence[Cell]) -> int:
    """How many of the cells, from the first, fit on one leaf."""
    room = PAGE_BYTES - _LEAF_HEADER
    for count, cell in enumerate(cells):
        room -= 2 + max(_MIN_CELL, len(cell.data))
        if room < 0:
            return count
    return len(cells)


def leaf_page(cells: Sequence[Cell], *, table: bool) -> bytes:
    kind = LEAF_TABLE if table else LEAF_INDEX
    return _page(kind, [cell.data.ljust(_MIN_CELL, b"\0") for cell in cells], b"")


def interior_page(children: Sequence[int], keys: Sequence[bytes], *, table: bool) -> bytes:
    """A page above `children`, with a key between each two: a rowid's varint in a table, a whole cell in an index."""
    cells = [_POINTER.pack(child) + key for child, key in zip(children[:-1], keys, strict=True)]
    return _page(INTERIOR_TABLE if table else INTERIOR_INDEX, cells, _POINTER.pack(children[-1]))


def _page(kind: int, cells: Sequence[bytes], right_child: bytes) -> bytes:
    """Cells from the end of the page downwards, as SQLite lays them when they come in order."""
    starts = [PAGE_BYTES - stop for stop in accumulate(map(len, cells))]
    start = starts[-1]
    if start < 8 + len(right_child) + 2 * len(cells):
        raise ValueError(f"{len(cells)} cells do not fit on a page")
    head = struct.pack(f">BHHHB{len(right_child)}s{len(cells)}H", kind, 0, len(cells), start, 0, right_child, *starts)
    return head + bytes(start - len(head)) + b"".join(reversed(cells))
