from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.index.varints import decode_varints, encode_varint, encode_varints

numbers = st.lists(st.one_of(st.integers(0, 127), st.integers(0, 1 << 14), st.integers(0, 1 << 70)))


@given(numbers)
def test_numbers_round_trip(values: list[int]) -> None:
    assert decode_varints(encode_varints(values)) == values


@given(numbers)
def test_many_at_once_are_the_same_bytes_as_one_by_one(values: list[int]) -> None:
    assert encode_varints(values) == b"".join(map(encode_varint, values))


@pytest.mark.parametrize(
    ("number", "data"),
    [
        (0, "00"),
        (127, "7f"),
        (128, "8001"),
        (300, "ac02"),
        (16_383, "ff7f"),
        (16_384, "808001"),
        (1 << 28, "8080808001"),
    ],
)
def test_a_number_takes_seven_bits_a_byte_lowest_first(number: int, data: str) -> None:
    assert encode_varint(number).hex() == encode_varints([number]).hex() == data
