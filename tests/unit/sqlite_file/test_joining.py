"""Databases put together from pieces, checked by SQLite itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.sqlite_file import PAGE_BYTES, Outline, Piece, Template, extract_trees, make_template, plan_file
from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import Sequence

# No view: with one, `integrity_check` may fail to look for pages that are never used.
SCHEMA = """
CREATE TABLE plain (id INTEGER PRIMARY KEY, text TEXT);
CREATE TABLE keyed (major INTEGER, minor INTEGER, data BLOB, PRIMARY KEY (major, minor)) WITHOUT ROWID;
CREATE INDEX plain_by_text ON plain (text);
"""

Row = tuple[int, int]
"""A row's place in its piece's range of keys, and its size."""


def make_piece(number: int, plain: Sequence[int], keyed: Sequence[int]) -> Piece:
    """Rows of these sizes, with keys above those of all pieces of lower numbers."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(f"PRAGMA page_size = {PAGE_BYTES}; {SCHEMA}")
        base = number * 1_000_000
        connection.executemany("INSERT INTO plain VALUES (?, ?)", plain_rows(base, plain))
        connection.executemany("INSERT INTO keyed VALUES (?, ?, ?)", keyed_rows(base, keyed))
        return extract_trees(connection)


def plain_rows(base: int, sizes: Sequence[int]) -> list[tuple[Any, ...]]:
    return [(base + place, f"{base + place:012d}".ljust(size, "x")) for place, size in enumerate(sizes)]


def keyed_rows(base: int, sizes: Sequence[int]) -> list[tuple[Any, ...]]:
    return [(base + place // 3, place % 3, bytes([place % 251]) * size) for place, size in enumerate(sizes)]


def join(pieces: Sequence[Piece], template: Template | None = None) -> bytes:
    outlines = [Outline.from_bytes(piece.outline.to_bytes()) for piece in pieces]
    plan = plan_file(template or make_template(SCHEMA), outlines)
    moved = [plan.move(number, piece.to_bytes()) for number, piece in enumerate(pieces)]
    return b"".join([plan.first, *moved, *plan.close()])


def check(data: bytes, plain: Sequence[tuple[Any, ...]], keyed: Sequence[tuple[Any, ...]]) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT * FROM plain ORDER BY id").fetchall() == plain
        assert connection.execute("SELECT * FROM keyed ORDER BY major, minor").fetchall() == keyed
        assert connection.execute("PRAGMA page_count").fetchone() == (len(data) // PAGE_BYTES,)
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
        for row in plain[:: max(1, len(plain) // 50)]:
            found = connection.execute("SELECT id FROM plain INDEXED BY plain_by_text WHERE text = ?", row[1:])
            assert found.fetchall() == [row[:1]]
        for row in keyed[:: max(1, len(keyed) // 50)]:
            found = connection.execute("SELECT data FROM keyed WHERE major = ? AND minor = ?", row[:2])
            assert found.fetchall() == [row[2:]]


def check_pieces(sizes: Sequence[tuple[Sequence[int], Sequence[int]]]) -> bytes:
    data = join([make_piece(number, plain, keyed) for number, (plain, keyed) in enumerate(sizes)])
    check(
        data,
        [row for number, (plain, _) in enumerate(sizes) for row in plain_rows(number * 1_000_000, plain)],
        [row for number, (_, keyed) in enumerate(sizes) for row in keyed_rows(number * 1_000_000, keyed)],
    )
    return data


SIZES = st.lists(
    st.one_of(st.integers(0, 120), st.integers(900, 1100), st.integers(3900, 4200), st.integers(0, 30_000)), max_size=30
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(SIZES, SIZES), max_size=7))
def test_rows_of_any_size_come_back(sizes: list[tuple[list[int], list[int]]]) -> None:
    check_pieces(sizes)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 1200)), max_size=9))
def test_pieces_of_any_number_of_rows_come_together(shapes: list[tuple[int, int]]) -> None:
    check_pieces([([size] * 40, [size] * (count // (1 + size // 100))) for count, size in shapes])


@pytest.mark.parametrize("lonely", [0, 1, 2, 3, 5, 40])
def test_a_few_rows_between_large_pieces_find_their_place(lonely: int) -> None:
    """One entry more than a divider cannot stand between two leaves: the next leaf lends its first."""
    large, few = [700] * 30, [700] * lonely
    for sizes in ([large, few, large], [few, large], [large, few], [few], [few, few, large, few, few, large]):
        check_pieces([(rows, rows) for rows in sizes])


def test_a_tree_may_have_many_levels() -> None:
    """Entries of an index take up to a quarter of a page: four levels come soon, and a table's need many rows."""
    data = check_pieces([([1000] * 700, [1000] * 700)] * 0 + [([1000] * 400, [980] * 400) for _ in range(4)])
    assert len(data) > 4 * 400 * 2 * 1000
    check_pieces([([5] * 9_000, [1] * 9_000) for _ in range(20)])


def test_a_file_without_rows_is_empty_but_whole() -> None:
    check_pieces([])
    check_pieces([((), ()), ((), ())])


def test_no_page_is_wasted_on_small_pieces() -> None:
    pieces = [([60] * 5, [60] * 5) for _ in range(100)]
    data = check_pieces(pieces)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(data)
        connection.execute("VACUUM")
        assert len(data) <= 1.05 * len(connection.serialize())


def test_equal_pieces_give_equal_bytes() -> None:
    sizes = [([50, 5000] * 20, [1500, 10] * 20) for _ in range(3)]
    assert check_pieces(sizes) == check_pieces(sizes)


def test_pieces_in_the_wrong_order_are_our_bug() -> None:
    first, second = (make_piece(number, [100] * 200, []) for number in (1, 2))
    few = make_piece(0, [3], [])
    for pieces in ([second, first], [first, few], [first, first]):
        with pytest.raises(InvariantError, match="ascend"):
            join(pieces)


def test_what_does_not_fit_the_template_is_our_bug() -> None:
    piece = make_piece(1, [100], [])
    with pytest.raises(InvariantError, match="unknown"):
        join([piece], make_template("CREATE TABLE other (id)"))
    plan = plan_file(make_template(SCHEMA), [piece.outline])
    with pytest.raises(InvariantError, match="other pages"):
        plan.move(0, piece.to_bytes() + bytes(PAGE_BYTES))


def test_the_lock_page_is_left_out() -> None:
    """As if it lay where these pages are: no page has its number, wherever it falls."""
    pieces = [make_piece(number, [50, 5000, 9000] * 9, [30, 2000] * 30) for number in range(3)]
    template = make_template(SCHEMA)
    outlines = [piece.outline for piece in pieces]
    usual = plan_file(template, outlines)
    for lock_page in range(len(template.pages) // PAGE_BYTES + 1, usual.page_count + 3):
        plan = plan_file(template, outlines, lock_page=lock_page)
        data = b"".join(
            [plan.first, *(plan.move(i, piece.to_bytes()) for i, piece in enumerate(pieces)), *plan.close()]
        )
        assert len(data) == plan.page_count * PAGE_BYTES
        gap = (lock_page - 1) * PAGE_BYTES
        assert not any(data[gap : gap + PAGE_BYTES])
        assert plan.page_count == usual.page_count + (lock_page <= usual.page_count)
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(data)
            found = connection.execute("PRAGMA integrity_check").fetchall()
            unused = [] if lock_page > plan.page_count else [f"Page {lock_page} is never used"]
            assert [text.removeprefix("*** in database main ***\n") for (text,) in found] == (unused or ["ok"])


def test_interior_pages_hold_as_much_as_fits() -> None:
    """Neighbouring rowids take turns in the size of their varints."""
    edges = sorted({(1 << 7 * power) + step for power in range(1, 9) for step in range(-3, 3)} - {1 << 63})
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(f"PRAGMA page_size = {PAGE_BYTES}; {SCHEMA}")
        rows = [(-(1 << 63), "low"), (-1, "minus"), *((edge, "x" * 3000) for edge in edges), ((1 << 63) - 1, "high")]
        connection.executemany("INSERT INTO plain VALUES (?, ?)", rows)
        piece = extract_trees(connection)
    data = join([piece])
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT * FROM plain ORDER BY id").fetchall() == rows
    assert all(left < right for (left, _), (right, _) in pairwise(rows))
