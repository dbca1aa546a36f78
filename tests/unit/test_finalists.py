"""The final order of the first documents: titles, and words that stand as they do in the query."""

from __future__ import annotations

import pytest

from shared.domain.finalists import FINALISTS, Bonuses, Shown, order_finalists
from shared.domain.query import PlacedTerm, Query
from shared.domain.ranking import DocumentHit, SearchedWord


def ask(text: str, stop_words: str = "") -> Query:
    """Words are their own terms here; those of `stop_words` tell nothing."""
    sequence = (PlacedTerm(word, place, word not in stop_words.split()) for place, word in enumerate(text.split()))
    return Query((), sequence=tuple(sequence))


def known(*words: str, rarity: int = 100) -> list[SearchedWord]:
    return [SearchedWord(word, (word,), rarity) for word in words]


def shown(title: str, *sections: str) -> Shown:
    """A section's fields are separated by a bar."""
    return Shown(title.split(), [[field.split() for field in section.split("|")] for section in sections])


def order(query: Query, words: list[SearchedWord], *pages: Shown, scores: list[float] | None = None) -> list[int]:
    return [hit.document for hit in finish(query, words, *pages, scores=scores)]


def finish(
    query: Query, words: list[SearchedWord], *pages: Shown, scores: list[float] | None = None
) -> list[DocumentHit]:
    scores = scores or [100.0 - number for number in range(len(pages))]
    hits = [DocumentHit(number, score, ()) for number, score in enumerate(scores)]
    return order_finalists(hits, query, words, lambda hit: pages[hit.document], Bonuses())


def test_the_page_whose_title_is_the_query_comes_first() -> None:
    query = ask("install the client", stop_words="the")
    pages = shown("upgrade the client"), shown("install the client on linux"), shown("install the client")
    assert order(query, known("install", "client"), *pages) == [2, 1, 0]


def test_a_title_that_is_the_query_doubles_the_score() -> None:
    (hit,) = finish(ask("a b"), known("a", "b"), shown("a b"), scores=[8.0])
    assert hit.score == 16


def test_a_title_counts_by_the_square_of_what_both_have() -> None:
    (hit,) = finish(ask("a b c"), known("a"), shown("b x a"), scores=[9.0])
    assert hit.score == pytest.approx(9 * (1 + (2 / 3) ** 2 / 2))


def test_words_of_a_title_count_as_often_as_the_query_has_them() -> None:
    (hit,) = finish(ask("a b"), known("a"), shown("a a a x"), scores=[9.0])
    assert hit.score == pytest.approx(9 * (1 + (2 * 1 / 6) ** 2 / 2))


def test_words_that_stand_as_they_do_in_the_query_count() -> None:
    query = ask("end of the line", stop_words="of the")
    pages = shown("x", "line end of the"), shown("x", "the end of line"), shown("x", "at the end of his line")
    assert order(query, known("end", "line"), *pages) == [2, 0, 1]
    (hit,) = finish(query, known("end", "line"), pages[2], scores=[8.0])
    assert hit.score == 12


def test_rare_words_are_worth_more_together_and_a_pair_no_more_than_its_commoner_word() -> None:
    words = [SearchedWord("a", ("a",), 10), SearchedWord("b", ("b",), 40), SearchedWord("c", ("c",), 30)]
    (hit,) = finish(ask("a b c"), words, shown("", "b c"), scores=[8.0])
    assert hit.score == 8 * (1 + 30 / 40 / 2)


def test_the_place_that_has_most_counts_and_its_fields_together() -> None:
    query, words = ask("a b c d"), known("a", "b", "c", "d")
    (apart,) = finish(query, words, shown("", "a b", "c d"), scores=[6.0])
    (together,) = finish(query, words, shown("", "a b|c d"), scores=[6.0])
    assert apart.score == 6 * (1 + 1 / 3 / 2)
    assert together.score == 6 * (1 + 2 / 3 / 2)


def test_what_a_word_stood_for_counts_as_the_word() -> None:
    words = [SearchedWord("instal", ("install", "instance"), 5), SearchedWord("client", ("client",), 5)]
    pages = shown("delete client"), shown("instance client")
    assert order(ask("instal client"), words, *pages) == [1, 0]


def test_unknown_words_are_worth_nothing() -> None:
    assert finish(ask("x y"), [], shown("a", "x y"), scores=[7.0])[0].score == 7


def test_documents_after_the_finalists_stay_where_they_are() -> None:
    pages = [shown("x")] * FINALISTS + [shown("a b")] * 2
    hits = finish(ask("a b"), known("a", "b"), *pages)
    assert [hit.document for hit in hits] == list(range(FINALISTS + 2))
    assert [hit.score for hit in hits[FINALISTS:]] == [90, 89]


def test_equal_scores_are_in_page_order() -> None:
    assert order(ask("a b"), known("a", "b"), shown("a b"), shown("a b"), scores=[5.0, 5.0]) == [0, 1]


def test_of_nothing_comes_nothing() -> None:
    assert finish(ask("a"), known("a")) == []
    assert order(Query(()), [], shown("a"), shown("b")) == [0, 1]
