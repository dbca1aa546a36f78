from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.sqlite_file.pages import (
    Cell,
    cell_starts,
    encode_varint,
    interior_page,
    leaf_page,
    leaf_room,
    read_cells,
    read_varint,
)


@given(st.integers(-(1 << 63), (1 << 63) - 1))
def test_a_varint_comes_back(number: int) -> None:
    encoded = encode_varint(number)
    assert read_varint(b"\x80" + encoded + b"\x01", 1) == (number, 1 + len(encoded))


@pytest.mark.parametrize(
    ("number", "encoded"), [(0, "00"), (127, "7f"), (128, "8100"), (16383, "ff7f"), (-1, "ff" * 9), (1 << 56, "80" * 0)]
)
def test_varints_are_those_of_sqlite(number: int, encoded: str) -> None:
    found = encode_varint(number).hex()
    assert found == encoded if encoded else len(found) == 18


def test_a_leaf_gives_its_cells_back() -> None:
    cells = [Cell(bytes([4, *b"1234"]), False, 0), Cell(bytes([5, *b"12345"]), False, 0)]
    page = leaf_page(cells, table=False)
    assert len(page) == 4096
    assert read_cells(page) == cells
    assert cell_starts(page) == (4091, 4085)


def test_a_leaf_holds_what_fits() -> None:
    cells = [Cell(bytes(1000), False, 0)] * 9
    assert leaf_room(cells) == 4
    leaf_page(cells[:4], table=False)
    with pytest.raises(ValueError, match="do not fit"):
        leaf_page(cells[:5], table=False)


def test_an_interior_page_has_a_key_between_each_two_children() -> None:
    page = interior_page([7, 9, 300], [encode_varint(5), encode_varint(200)], table=True)
    assert page[0] == 5
    assert int.from_bytes(page[8:12], "big") == 300
    first, second = cell_starts(page)
    assert page[first : first + 5] == bytes([0, 0, 0, 7, 5])
    assert page[second : second + 6] == bytes([0, 0, 0, 9, 0x81, 0x48])
