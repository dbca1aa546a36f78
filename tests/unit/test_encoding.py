"""JSON from outside: as deep as anybody needs, and no deeper."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.encoding import from_foreign_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(VALUES)
def test_what_is_json_is_read(value: object) -> None:
    assert from_foreign_json(json.dumps(value)) == value


@pytest.mark.parametrize("text", ["[" * 64 + "]" * 64, '{"a":' * 64 + "1" + "}" * 64, json.dumps("[{" * 1000)])
def test_64_levels_are_read_and_brackets_in_strings_do_not_count(text: str) -> None:
    from_foreign_json(text)


@pytest.mark.parametrize("text", ["[" * 65 + "]" * 65, "[" * 1_000_000, '{"a":' * 100_000, '[""' + ',[""' * 100])
def test_deep_nesting_is_refused_before_it_is_parsed(text: str) -> None:
    with pytest.raises(ValueError, match="nested too deeply"):
        from_foreign_json(text)


@pytest.mark.parametrize("text", ['"' + '\\"' * 500_000, '"' * 999_999, "\\" * 500_000, "]" * 500_000])
def test_odd_texts_take_no_longer_than_others(text: str) -> None:
    with pytest.raises(ValueError, match=r"Expecting|Unterminated|Extra data"):
        from_foreign_json(text)
