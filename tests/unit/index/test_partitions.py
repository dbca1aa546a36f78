from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.index.partitions import (
    RANGES,
    first_term_of,
    partition_count,
    partition_of_range,
    range_of_term,
)

counts = st.sampled_from([1, 2, 4, 8, 16, 32, 64, 128, 256])


@given(st.text(), st.text())
def test_ranges_follow_the_order_of_terms(a: str, b: str) -> None:
    low, high = sorted([a, b])
    assert 0 <= range_of_term(low) <= range_of_term(high) < RANGES


def test_every_range_can_hold_terms() -> None:
    firsts = [first_term_of(number, RANGES) for number in range(RANGES)]
    assert firsts == sorted(set(firsts))
    assert [range_of_term(first) for first in firsts] == list(range(RANGES))


@given(st.text(), counts)
def test_a_partition_holds_the_terms_from_its_first_one_to_the_next_one(term: str, partitions: int) -> None:
    number = partition_of_range(range_of_term(term), partitions)
    assert 0 <= number < partitions
    assert first_term_of(number, partitions) <= term
    assert number + 1 == partitions or term < first_term_of(number + 1, partitions)


@pytest.mark.parametrize(
    ("postings", "partitions"),
    [(0, 1), (1, 1), (120_000, 1), (120_001, 2), (240_001, 4), (480_000, 4), (10**7, 128), (10**9, 256)],
)
def test_partitions_are_a_power_of_two_that_grows_with_the_index(postings: int, partitions: int) -> None:
    assert partition_count(postings) == partitions
