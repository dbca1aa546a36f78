"""Facets: tags and dates of all documents come back as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.index.facets import decode_dates, decode_tags, encode_dates, encode_tags

if TYPE_CHECKING:
    from datetime import date


@given(st.lists(st.lists(st.sampled_from(["a", "b", "ü", "zwei Worte"]), max_size=3), max_size=300))
def test_tags_come_back_with_their_documents(documents: list[list[str]]) -> None:
    found = decode_tags(encode_tags(documents))
    assert list(found) == sorted({tag for tags in documents for tag in tags})
    for tag, numbers in found.items():
        assert numbers == [number for number, tags in enumerate(documents) if tag in tags]


@given(st.lists(st.none() | st.dates(), max_size=100))
def test_dates_come_back_to_the_day(days: list[date | None]) -> None:
    written = [None if day is None else f"{day.isoformat()}T12:00:00Z" for day in days]
    assert decode_dates(encode_dates(written)) == [None if day is None else day.isoformat() for day in days]
