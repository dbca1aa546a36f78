from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.query import MAX_QUERY_CHARS, PROSE_WORDS, PlacedTerm, Query, QueryWord, parse_query
from shared.domain.text import Analyzer, stop_words

ENGLISH = Analyzer("en")


def parse(text: str, *, prefix: bool = False) -> Query:
    return parse_query(text, ENGLISH, stop_words("en"), prefix=prefix)


def terms(query: Query) -> list[str]:
    return [word.term for word in query.words]


def completing(query: Query) -> list[str]:
    return [word.surface for word in query.words if word.completing]


def test_words_become_terms_with_how_often_they_were_asked_for() -> None:
    assert parse("Building blocks, builds!").words == (
        QueryWord("build", "building", 2),
        QueryWord("block", "blocks", 1),
    )


def test_stop_words_are_dropped_when_others_remain() -> None:
    assert terms(parse("how to install the client")) == ["instal", "client"]


def test_stop_words_alone_are_kept() -> None:
    assert terms(parse("to be or not to be")) == terms(parse("to be or not")) == ["to", "be", "or", "not"]


def test_quotes_make_phrases_whose_words_count_too() -> None:
    query = parse('"rolling updates" pods')
    assert query.phrases == (("roll", "updat"),)
    assert terms(query) == ["roll", "updat", "pod"]


def test_stop_words_in_phrases_stay() -> None:
    assert parse('"to be or not to be"').phrases == (("to", "be", "or", "not", "to", "be"),)


def test_a_quote_that_is_never_closed_reaches_to_the_end() -> None:
    assert parse('pods "rolling upd').phrases == (("roll", "upd"),)


@pytest.mark.parametrize("text", ['""', '"', '" "', '"?!"', '-""', '-"'])
def test_an_empty_phrase_asks_for_nothing(text: str) -> None:
    assert parse(text) == Query(())


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("pods -docker", (("docker",),)),
        ('pods -"rolling update"', (("roll", "updat"),)),
        ("pods -docker -swarm", (("docker",), ("swarm",))),
        ("pods - docker", ()),
        ("pods --verbose", ()),
        ("pods well-known", ()),
        ("pods -", ()),
    ],
)
def test_a_hyphen_before_a_word_or_phrase_excludes(text: str, excluded: tuple[tuple[str, ...], ...]) -> None:
    query = parse(text)
    assert query.excluded == excluded
    assert terms(query)[0] == "pod"
    assert {term for found in excluded for term in found}.isdisjoint(terms(query))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tag:Setup pods", Query((QueryWord("pod", "pods", 1),), tags=("setup",))),
        ("pods tag:a tag:b", Query((QueryWord("pod", "pods", 1),), tags=("a", "b"))),
        ("pods before:2026-01-31", Query((QueryWord("pod", "pods", 1),), before="2026-01-31")),
        ("pods after:2026-01-31", Query((QueryWord("pod", "pods", 1),), after="2026-01-31")),
        ('tag:"Two words" pods', Query((QueryWord("pod", "pods", 1),), tags=("two words",))),
        ("tag:Setups", Query((QueryWord("setup", "setups", 1),), tags=("setups",))),
    ],
)
def test_filters(text: str, expected: Query) -> None:
    assert replace(parse(text), sequence=()) == expected


def test_what_is_looked_for_is_kept_in_order_with_the_stop_words_between() -> None:
    query = parse('open "the Files" of -folders node.js tag:x')
    assert query.sequence == (
        PlacedTerm("open", 0, telling=True),
        PlacedTerm("the", 1, telling=True),
        PlacedTerm("file", 2, telling=True),
        PlacedTerm("of", 3, telling=False),
        PlacedTerm("node", 4, telling=True),
        PlacedTerm("js", 5, telling=True),
    )


def test_stop_words_tell_something_when_there_are_no_others_and_while_they_are_typed() -> None:
    assert [item.telling for item in parse("to be").sequence] == [True, True]
    assert [item.telling for item in parse("open the", prefix=True).sequence] == [True, True]
    assert [item.term for item in parse("tag:Files").sequence] == ["file"]


@pytest.mark.parametrize(
    "text", ["before:soon", "after:2026-02-32", "after:2026-13-01", "before:2026", "after:20260131", "tag:", "x:y"]
)
def test_a_filter_that_makes_no_sense_is_searched_as_words(text: str) -> None:
    query = parse(text)
    assert (query.tags, query.before, query.after) == ((), "", "")
    assert query.words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kubern", ["kubern"]),
        ("deploy kubern", ["kubern"]),
        ("kubern ", []),
        ("kubern\t", []),
        ('"kubern', []),
        ("kubern tag:x", []),
        ("kubern -dock", []),
        ("install the", ["the"]),
        ("", []),
        ("kubern ...", []),
        ("kubern ?", []),
    ],
)
def test_the_last_word_is_still_being_typed_until_something_stands_behind_it(text: str, expected: list[str]) -> None:
    assert completing(parse(text, prefix=True)) == expected
    assert completing(parse(text, prefix=False)) == []


def test_a_word_typed_again_is_completed_as_it_is_typed_now() -> None:
    assert completing(parse("buildings build", prefix=True)) == ["build"]


def test_a_compound_is_searched_whole_and_in_parts() -> None:
    query = parse("refreshToken")
    assert {word.term: word.whole for word in query.words} == {"refreshtoken": True, "refresh": False, "token": False}


def test_a_long_query_is_prose_without_operators() -> None:
    text = 'My "build" fails -verbosely since I moved the tag:release script to the new server yesterday'
    assert len(text.split()) > PROSE_WORDS
    query = parse(text, prefix=True)
    assert (query.phrases, query.excluded, query.tags, completing(query)) == ((), (), (), [])
    assert {"build", "fail", "verbos", "tag", "releas"} <= set(terms(query))


def test_what_follows_a_very_long_query_is_not_read() -> None:
    assert "zebra" not in terms(parse("x" * MAX_QUERY_CHARS + " zebra"))


@given(st.text(alphabet=st.one_of(st.sampled_from('"- :tagbeforft019.\t+#_'), st.characters())), st.booleans())
def test_any_text_is_a_query(text: str, prefix: bool) -> None:
    query = parse(text, prefix=prefix)
    assert all(query.phrases)
    assert all(query.excluded)
    assert len(completing(query)) <= 1
    assert all(word.term and word.surface and word.weight > 0 for word in query.words)
    assert len(set(terms(query))) == len(query.words)


@given(st.text(max_size=60))
def test_prefix_changes_only_the_last_word(text: str) -> None:
    typed, plain = parse(text, prefix=True), parse(text, prefix=False)
    assert set(terms(plain)) <= set(terms(typed)) or not plain.words or set(terms(typed)) <= set(terms(plain))
    assert (typed.phrases, typed.excluded, typed.tags) == (plain.phrases, plain.excluded, plain.tags)
