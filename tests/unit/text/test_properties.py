"""What holds for every text, and how long hostile ones may take."""

from __future__ import annotations

import time
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.text import Analyzer, fold
from shared.domain.text.folding import normalize
from shared.domain.text.words import MAX_TERM_CHARS

analyzer_for = cache(Analyzer)
LANGUAGES = st.sampled_from(["en", "de", "fr", "tr", "el", "ru", "ja", "xx"])
_TELLING = "abcABCsS019._-:'’+#/@ éÉßñжЖ東京かกำี한\u0301\u0308\u200d\u00adﬁ😀𝐀İıΣς"
TEXTS = st.one_of(st.text(max_size=80), st.text(st.sampled_from(_TELLING), max_size=60))
NAMES = st.text(st.sampled_from("abABsS01._-"), max_size=12)


@given(LANGUAGES, TEXTS)
def test_tokens_stand_in_order_inside_the_text(language: str, text: str) -> None:
    tokens = analyzer_for(language).tokens(text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert all(0 < len(token.term) <= MAX_TERM_CHARS for token in tokens)
    for token, following in pairwise(tokens):
        assert following.position - token.position == (0 if token.whole else 1)
    parts = [token for token in tokens if not token.whole]
    assert all(token.start <= following.start for token, following in pairwise(parts))


@given(LANGUAGES, TEXTS)
def test_all_ways_to_the_terms_agree(language: str, text: str) -> None:
    analyzer = analyzer_for(language)
    terms = analyzer.terms(text)
    assert [token.term for token in analyzer.tokens(text)] == terms
    assert analyzer.count_terms(text) == {term: terms.count(term) for term in terms}
    assert analyzer.sequence(text) == [token.term for token in analyzer.tokens(text) if not token.whole]


@given(TEXTS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_normal_characters_know_where_they_came_from(text: str) -> None:
    normal, origins = normalize(text)
    if origins is None:
        assert normal == text
    else:
        assert len(origins) == len(normal) + 1
        assert origins == sorted(origins)


@given(NAMES)
def test_a_surface_leads_to_its_term(name: str) -> None:
    analyzer = analyzer_for("en")
    for token in analyzer.tokens(name):
        assert token.term in analyzer.terms(token.surface)


@given(st.text(st.sampled_from("abcs.:-'"), max_size=12), st.sampled_from(["en", "de"]))
def test_plain_words_need_no_short_cut(text: str, language: str) -> None:
    analyzer = analyzer_for(language)
    spaced = "\u00ad".join(text)  # soft hyphens mean nothing, but are not ASCII
    assert analyzer.terms(spaced) == analyzer.terms(text)


@pytest.mark.parametrize(
    "unit", ["a", "A", "a.", "aB", "1A", "U1s", "\u0301", "a\u0301\u0323", "漢", "ก่", "a-", "--a", "a'", "_", "::"]
)
def test_a_hostile_text_takes_linear_time(unit: str) -> None:
    started = time.process_time()
    analyzer_for("en").terms(unit * (200_000 // len(unit)))
    assert time.process_time() - started < 5
