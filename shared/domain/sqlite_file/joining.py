"""Put a database together: a template's pages, the pages of pieces as they are, and interior pages above them."""

from __future__ import annotations

import sqlite3
import struct
from bisect import bisect_left
from contextlib import closing
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from shared.domain.sqlite_file.pages import LEAF_TABLE, LOCK_PAGE, PAGE_BYTES
from shared.domain.sqlite_file.trees import LeafEdit, TreeBuilder
from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from shared.domain.sqlite_file.pieces import Outline

__all__ = ["FilePlan", "Template", "make_template", "plan_file"]

_POINTER: Final = struct.Struct(">I")
_CHANGE_COUNTER: Final = 24
_PAGE_COUNT: Final = 28
_VALID_FOR: Final = 92
"""Places in the file's header; the page count is believed where both counters are equal (1.3.7, "In-header database
size")."""


@dataclass(frozen=True, slots=True)
class Template:
    """An empty database: its pages, and the number of each b-tree's root page by name."""

    pages: bytes
    roots: Mapping[str, int]


def make_template(schema: str) -> Template:
    """The database that the statements make; they insert no rows."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(f"PRAGMA page_size = {PAGE_BYTES}; {schema}")
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0"))
        return Template(connection.serialize(), roots)


@dataclass(frozen=True, slots=True)
class _Numbers:
    """Page numbers of places, which count from 0: page numbers count from 1 and leave the lock page out."""

    lock_page: int

    def of(self, place: int) -> int:
        return place + 1 if place + 1 < self.lock_page else place + 2

    def place(self, page: int) -> int:
        return page - 1 if page < self.lock_page else page - 2

    def from_base(self, base: int) -> Callable[[int], int]:
        return lambda place: self.of(base + place)


@dataclass(slots=True)
class FilePlan:
    """A file: `first`, then each piece's pages moved to their place, then the pages of `close`.

    `bases`: the place of each piece's first page, and of the first behind all pieces.
    """

    first: bytes
    outlines: Sequence[Outline]
    bases: Sequence[int]
    numbers: _Numbers
    last: list[bytes] = field(default_factory=list)
    edits: list[LeafEdit] = field(default_factory=list)

    @property
    def page_count(self) -> int:
        return self.numbers.of(self.bases[-1] + len(self.last) - 1)

    def piece_bytes(self, piece: int) -> int:
        """The size of a piece's pages."""
        return self.outlines[piece].page_count * PAGE_BYTES

    def move(self, piece: int, pages: bytes, offset: int = 0) -> bytes:
        """Pages of a piece as they stand in the file: all, or those that begin at `offset` of its bytes."""
        if len(pages) % PAGE_BYTES or offset % PAGE_BYTES or offset + len(pages) > self.piece_bytes(piece):
            raise InvariantError("a piece has other pages than its outline says", piece=piece)
        base = self.bases[piece] + offset // PAGE_BYTES
        moved = bytearray(pages)
        number = self.numbers.from_base(self.bases[piece])
        pointers = self.outlines[piece].pointers  # they ascend
        for place in range(bisect_left(pointers, offset), bisect_left(pointers, offset + len(pages))):
            pointer = pointers[place] - offset
            _POINTER.pack_into(moved, pointer, number(*_POINTER.unpack_from(moved, pointer)))
        for edit in self.edits:
            start = (self.numbers.place(edit.page) - base) * PAGE_BYTES
            if 0 <= start < len(moved):
                moved[start : start + PAGE_BYTES] = edit.apply(bytes(moved[start : start + PAGE_BYTES]))
        return self._with_lock_page(moved, base)

    def close(self) -> Iterator[bytes]:
        """The pages behind all pieces."""
        for place, page in enumerate(self.last, self.bases[-1]):
            yield self._with_lock_page(page, place)

    def _with_lock_page(self, pages: bytes | bytearray, base: int) -> bytes:
        gap = (self.numbers.lock_page - 1 - base) * PAGE_BYTES
        if 0 <= gap < len(pages):
            return b"".join((pages[:gap], bytes(PAGE_BYTES), pages[gap:]))
        return bytes(pages)


def plan_file(template: Template, outlines: Sequence[Outline], *, lock_page: int = LOCK_PAGE) -> FilePlan:
    """Plan the file that holds the entries of all pieces. Their keys ascend from piece to piece.

    Raises:
        InvariantError: a piece has a b-tree that the template does not know, or rowids do not ascend.
    """
    if unknown := {name for outline in outlines for name in outline.trees}.difference(template.roots):
        raise InvariantError("a piece of an unknown table or index", tree=min(unknown))
    counts = (outline.page_count for outline in outlines)
    bases = list(accumulate(counts, initial=len(template.pages) // PAGE_BYTES))
    plan = FilePlan(b"", outlines, bases, _Numbers(lock_page))
    first = bytearray(template.pages)
    for name, root in sorted(template.roots.items(), key=lambda item: item[1]):
        start = (root - 1) * PAGE_BYTES
        if page := _plan_tree(name, plan, table=first[start] == LEAF_TABLE):
            first[start : start + PAGE_BYTES] = page
    for place, value in ((_CHANGE_COUNTER, 1), (_PAGE_COUNT, plan.page_count), (_VALID_FOR, 1)):
        _POINTER.pack_into(first, place, value)
    plan.first = bytes(first)
    return plan


def _plan_tree(name: str, plan: FilePlan, *, table: bool) -> bytes | None:
    """The root page of a b-tree; the pages between it and its leaves become the plan's last. None: it is empty."""
    builder = TreeBuilder(table=table, built=plan.last, number=plan.numbers.from_base(plan.bases[-1]))
    for outline, base in zip(plan.outlines, plan.bases, strict=False):
        if tree := outline.trees.get(name):
            builder.add(tree, plan.numbers.from_base(base))
    if not builder.is_filled:
        return None
    root = builder.finish()
    plan.edits += builder.edits
    return root
