"""Blocks: what is inflated is what was put in, and damage is seen."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.index.blocks import decode_block, encode_block


@given(st.binary(max_size=300), st.sampled_from([1, 2, 7, 8, 64]))
def test_a_block_is_a_gzip_member_of_whole_units(data: bytes, unit: int) -> None:
    block = encode_block(data, unit=unit)
    assert len(block) % unit == 0
    assert decode_block(block) == gzip.decompress(block) == data
    assert encode_block(data, unit=unit) == block


@given(st.binary(min_size=1, max_size=300), st.data())
def test_a_block_that_is_damaged_or_cut_wrongly_is_refused(content: bytes, data: st.DataObject) -> None:
    block = encode_block(content)
    cut = data.draw(st.integers(0, len(block) - 1))
    for damaged in (block[:cut], block + b"x", block[1:]):
        with pytest.raises(ValueError, match="damaged block"):
            decode_block(damaged)
    place = data.draw(st.integers(10, len(block) - 1))
    changed = bytearray(block)
    changed[place] ^= 1 << data.draw(st.integers(0, 7))
    try:
        found = decode_block(bytes(changed))
    except ValueError:
        return
    assert found == content  # a bit that means nothing
