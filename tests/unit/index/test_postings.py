from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.index.postings import (
    LEVELS,
    MAX_SECTIONS,
    decode_postings,
    encode_postings,
    pack_entry,
    unpack_entry,
)
from shared.domain.index.varints import encode_varints

section_ids = st.one_of(st.integers(0, 600), st.integers(0, MAX_SECTIONS - 1))
lists = st.dictionaries(section_ids, st.integers(1, LEVELS), max_size=300)


def encode(levels: dict[int, int]) -> bytes:
    return encode_postings(sorted(pack_entry(level, section) for section, level in levels.items()))


@given(lists)
def test_a_list_round_trips(levels: dict[int, int]) -> None:
    assert {section: level for level, ids in decode_postings(encode(levels)) for section in ids} == levels


@given(lists)
def test_a_list_is_ordered_by_level_then_by_section(levels: dict[int, int]) -> None:
    groups = list(decode_postings(encode(levels)))
    found = [level for level, _ in groups]
    assert found == sorted(set(levels.values()), reverse=True)
    assert all(ids == sorted(ids) for _, ids in groups)


@given(lists, st.data())
def test_a_list_cut_in_two_at_any_place_decodes_to_the_whole(levels: dict[int, int], data: st.DataObject) -> None:
    entries = sorted(pack_entry(level, section) for section, level in levels.items())
    cut = data.draw(st.integers(0, len(entries)))
    pieces = [encode_postings(entries[:cut]), encode_postings(entries[cut:])]
    found = {section: level for piece in pieces for level, ids in decode_postings(piece) for section in ids}
    assert found == levels


@given(st.integers(1, LEVELS), section_ids)
def test_an_entry_holds_level_and_section_in_32_bits(level: int, section: int) -> None:
    entry = pack_entry(level, section)
    assert unpack_entry(entry) == (level, section)
    assert 0 <= entry < 1 << 32


def test_the_bytes_are_those_of_the_format() -> None:
    # A group of two at level 15: header 2 * 16 + 15, id 3 from 0, id 5 from 3; a group of one at level 1.
    assert encode({3: 15, 5: 15, 300: 1}) == encode_varints([47, 3, 2, 17, 300])
