from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.snippets import SNIPPET_CHARS, contains_phrase, make_snippet
from shared.domain.text import Analyzer

ENGLISH = Analyzer("en")
FILLER = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore "


def marked(text: str, *terms: str) -> list[str]:
    snippet = make_snippet(text, set(terms), ENGLISH)
    return [snippet.text[start:end] for start, end in snippet.marks]


def test_a_short_text_is_shown_whole_with_its_terms_marked() -> None:
    snippet = make_snippet("Rolling updates\nreplace pods.", {"roll", "pod"}, ENGLISH)
    assert snippet.text == "Rolling updates replace pods."
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["Rolling", "pods"]


def test_a_text_without_the_terms_is_shown_from_its_beginning() -> None:
    snippet = make_snippet(FILLER * 5, {"zebra"}, ENGLISH)
    assert snippet.text.startswith("lorem ipsum")
    assert snippet.text.endswith("…")
    assert snippet.marks == ()


def test_the_stretch_with_the_most_different_terms_is_shown() -> None:
    text = f"Zebra zebra zebra. {FILLER * 5} A zebra with stripes. {FILLER * 5}"
    snippet = make_snippet(text, {"zebra", "stripe"}, ENGLISH)
    assert snippet.text.startswith("…")
    assert snippet.text.endswith("…")
    assert marked(text, "zebra", "stripe") == ["zebra", "stripes"]


def test_of_equal_stretches_the_first_is_shown() -> None:
    text = f"{FILLER * 4} first zebra {FILLER * 4} second zebra {FILLER * 4}"
    assert "first zebra" in make_snippet(text, {"zebra"}, ENGLISH).text


def test_a_snippet_is_cut_between_words() -> None:
    snippet = make_snippet(FILLER * 3 + "zebra " + FILLER * 3, {"zebra"}, ENGLISH)
    assert set(snippet.text.strip("…").split()) <= {*FILLER.split(), "zebra"}


def test_a_compound_and_its_parts_are_marked_once() -> None:
    assert marked("Call refreshToken now.", "refreshtoken", "refresh", "token") == ["refreshToken"]


def test_a_part_of_a_compound_is_marked_alone() -> None:
    assert marked("Call refreshToken now.", "token") == ["Token"]


def test_an_empty_text_gives_an_empty_snippet() -> None:
    assert make_snippet("", {"zebra"}, ENGLISH) == ("", ())


texts = st.lists(st.sampled_from(["zebra", "Zebras", "a", "refreshToken", "字字", "é" * 30, "x" * 150, "\n", "!?"]))


@given(texts, st.sets(st.sampled_from(["zebra", "refresh", "字", "unknown"])))
def test_marks_are_in_order_within_the_snippet_and_hold_the_terms(pieces: list[str], terms: set[str]) -> None:
    text = " ".join(pieces)
    snippet = make_snippet(text, terms, ENGLISH)
    assert len(snippet.text) <= SNIPPET_CHARS + 2
    assert "\n" not in snippet.text
    assert snippet.text.strip("…") in text.replace("\n", " ")
    end_before = 0
    for start, end in snippet.marks:
        assert end_before <= start < end <= len(snippet.text)
        end_before = end
    if any(token.term in terms for token in ENGLISH.tokens(text)):
        assert snippet.marks


@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), min_size=1, max_size=4))
def test_a_phrase_is_found_where_its_terms_follow_one_another(terms: list[str], phrase: list[str]) -> None:
    assert contains_phrase(terms, phrase) == ("".join(phrase) in "".join(terms))


@pytest.mark.parametrize("phrase", [("a",), ("a", "b")])
def test_no_terms_hold_no_phrase(phrase: tuple[str, ...]) -> None:
    assert not contains_phrase([], phrase)
