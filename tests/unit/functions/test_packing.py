"""Packed byte strings come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from functions.packing import pack_items, unpack_items
from shared.errors import InvariantError


@given(some.lists(some.none() | some.binary(max_size=50), max_size=30))
def test_items_come_back(items: list[bytes | None]) -> None:
    assert unpack_items(pack_items(items)) == items


@given(some.lists(some.binary(max_size=20), min_size=1, max_size=10), some.data())
def test_what_was_cut_is_noticed(items: list[bytes], data: some.DataObject) -> None:
    packed = pack_items(items)
    size = data.draw(some.integers(0, len(packed) - 1))
    with pytest.raises((InvariantError, ValueError)):
        unpack_items(packed[:size])
