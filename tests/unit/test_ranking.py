from __future__ import annotations

import math
from bisect import bisect_right
from itertools import accumulate
from random import Random
from statistics import fmean, pstdev
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.query import Query, QueryWord
from shared.domain.ranking import (
    CANDIDATE_DOCUMENTS,
    COMPLETION_WEIGHT,
    CORRECTION_WEIGHT,
    SCORE_UNIT,
    SECTIONS_SHOWN,
    Correction,
    SearchedWord,
    WordRanking,
    edit_distance,
    fuse,
    idf,
    rank_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Postings:
    """A `PostingSource` of lists written in a test. Terms are words here: nothing is stemmed."""

    def __init__(self, terms: Mapping[str, Mapping[int, int]], sections: Sequence[int] = (1,) * 20) -> None:
        """`terms`: term -> section -> level; `sections`: how many each document has."""
        self.terms = terms
        self.starts = [0, *accumulate(sections)]
        self.section_count = self.starts[-1]

    def frequency(self, term: str) -> int:
        return len(self.terms.get(term, {}))

    def levels(self, term: str) -> Mapping[int, int]:
        return self.terms.get(term, {})

    def sections_with(self, term: str) -> set[int]:
        return set(self.levels(term))

    def words_from(self, initial: str) -> list[tuple[str, int]]:
        return [(term, len(levels)) for term, levels in self.terms.items() if term[0] == initial]

    def document_of(self, section_id: int) -> int:
        return bisect_right(self.starts, section_id) - 1

    def sections_of(self, document: int) -> range:
        return range(self.starts[document], self.starts[document + 1])


def words(*surfaces: str, completing: bool = False, **fields: tuple[tuple[str, ...], ...]) -> Query:
    last = len(surfaces) - 1
    return Query(
        tuple(QueryWord(word, word, 1, completing=completing and n == last) for n, word in enumerate(surfaces)),
        **fields,
    )


def rank(query: Query, source: Postings, accept: Callable[[int], bool] | None = None, limit: int = 100) -> WordRanking:
    return rank_words(query, source, lambda word: word, accept, limit=limit)


def documents(ranking: WordRanking) -> list[int]:
    return [hit.document for hit in ranking.hits]


def test_a_section_scores_by_rarity_and_level() -> None:
    source = Postings({"rare": {3: 15}, "common": dict.fromkeys(range(15), 15)})
    assert documents(rank(words("rare", "common"), source))[0] == 3
    (hit,) = rank(words("rare"), source).hits
    assert hit.sections[0].score == pytest.approx(idf(20, 1) * SCORE_UNIT, rel=1e-4)


def test_higher_levels_come_first_and_ties_in_page_order() -> None:
    source = Postings({"a": {0: 3, 1: 9, 2: 9, 7: 15, 8: 3}})
    assert documents(rank(words("a"), source)) == [7, 1, 2, 0, 8]


def test_a_word_asked_for_twice_weighs_twice() -> None:
    source = Postings({"a": {0: 15}, "b": {1: 15}})
    query = Query((QueryWord("a", "a", 1), QueryWord("b", "b", 2)))
    first, second = rank(query, source).hits
    assert (first.document, second.document) == (1, 0)
    assert first.score == pytest.approx(2 * second.score, rel=1e-4)


def test_a_page_that_treats_every_word_beats_one_that_repeats_one() -> None:
    source = Postings({"a": {0: 15, 1: 15, 2: 10}, "b": {3: 10, 8: 9}}, sections=[2, 2, 6])
    assert documents(rank(words("a", "b"), source))[0] == 1


def test_half_the_score_is_the_best_section_half_all_together_and_a_quarter_the_first_section() -> None:
    source = Postings({"a": {0: 15, 1: 3}, "b": {1: 15}}, sections=[2, 8])
    (hit,) = rank(words("a", "b"), source).hits
    a, b = (idf(10, frequency) * SCORE_UNIT for frequency in (2, 1))
    assert hit.score == pytest.approx(0.5 * (a * 3 / 15 + b) + 0.5 * (a + b) + 0.25 * a, rel=1e-4)
    assert [section.section_id for section in hit.sections] == [1, 0]


def test_of_pages_with_equal_best_sections_the_one_with_the_words_in_its_first_is_better() -> None:
    source = Postings({"a": {1: 12, 2: 12}}, sections=[2, 2])
    assert documents(rank(words("a"), source)) == [1, 0]


def test_only_the_best_sections_of_a_page_are_shown() -> None:
    source = Postings({"a": {section: 15 - section for section in range(8)}}, sections=[8])
    (hit,) = rank(words("a"), source).hits
    assert [section.section_id for section in hit.sections] == list(range(SECTIONS_SHOWN))


def test_an_unfinished_word_stands_for_the_words_that_it_begins() -> None:
    source = Postings({"kubernetes": {4: 15}, "kube": {5: 15}, "cube": {6: 15}})
    ranking = rank(words("kub", completing=True), source)
    assert documents(ranking) == [4, 5]
    assert ranking.corrections == ()
    assert ranking.terms == {"kubernetes", "kube"}
    exact = rank(words("kube"), source).hits[0].score
    assert ranking.hits[0].score == pytest.approx(exact * COMPLETION_WEIGHT, rel=1e-4)


def test_an_unfinished_word_that_is_known_comes_before_its_completions() -> None:
    source = Postings({"kube": {5: 15}, "kubernetes": {4: 15}})
    assert documents(rank(words("kube", completing=True), source)) == [5, 4]


def test_an_unfinished_word_that_many_sections_hold_is_not_completed() -> None:
    source = Postings({"do": {1: 9, 2: 9, 3: 9}, "docker": {4: 15}})
    assert documents(rank(words("do", completing=True), source)) == [1, 2, 3]


def test_the_most_frequent_completions_are_taken() -> None:
    terms = {f"pre{letter}": dict.fromkeys(range(n + 1), 9) for n, letter in enumerate("abcdefghijkl")}
    assert rank(words("pre", completing=True), Postings(terms)).terms == {f"pre{letter}" for letter in "efghijkl"}


def test_a_finished_word_is_not_completed() -> None:
    assert documents(rank(words("kub"), Postings({"kubernetes": {4: 15}}))) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dokcer", "docker"), ("dockr", "docker"), ("dockerr", "docker"), ("docter", "docker"),
        ("kubrentes", "kubernetes"), ("dcoekr", None), ("ocker", None), ("kuberxxxes", None), ("cat", None),
        ("kybernxtes", "kubernetes"),
    ],
)  # fmt: skip
def test_an_unknown_word_stands_for_the_nearest_known_one(typed: str, meant: str | None) -> None:
    source = Postings({"docker": {1: 15}, "kubernetes": {2: 15}, "car": {3: 15}})
    ranking = rank(words(typed), source)
    assert ranking.corrections == ((Correction(typed, meant),) if meant else ())
    assert len(ranking.hits) == (1 if meant else 0)


def test_a_correction_scores_less_than_the_word_itself() -> None:
    source = Postings({"docker": {1: 15}})
    exact, corrected = (rank(words(word), source).hits[0].score for word in ("docker", "dockr"))
    assert corrected == pytest.approx(exact * CORRECTION_WEIGHT, rel=1e-4)


def test_of_equally_near_words_the_frequent_one_is_meant() -> None:
    source = Postings({"mode": {1: 15}, "node": {2: 15}, "nose": {3: 9, 4: 9}, "note": {5: 9, 6: 9, 7: 9}})
    ranking = rank(words("noqe"), source)
    assert ranking.corrections == (Correction("noqe", "note"),)
    assert ranking.terms == {"note", "nose", "node"}


def test_a_known_word_is_never_corrected() -> None:
    assert rank(words("mode"), Postings({"mode": {1: 1}, "modes": dict.fromkeys(range(9), 15)})).corrections == ()


def test_the_whole_of_an_unknown_compound_is_neither_corrected_nor_completed() -> None:
    source = Postings({"refresh": {1: 9}, "token": {2: 9}, "refreshtokens": {3: 15}})
    query = Query((QueryWord("refreshtoken", "refreshtoken", 1, True), *words("refresh", "token").words))
    ranking = rank(query, source)
    assert ranking.corrections == ()
    assert documents(ranking) == [1, 2]


def test_an_exclusion_drops_pages_with_a_section_that_holds_all_its_terms() -> None:
    source = Postings({"a": dict.fromkeys(range(8), 9), "b": {0: 1, 3: 1, 5: 1}, "c": {1: 1, 5: 1}}, sections=[2] * 4)
    assert documents(rank(words("a", excluded=(("b",),)), source)) == [3]
    assert documents(rank(words("a", excluded=(("b", "c"),)), source)) == [0, 1, 3]
    assert documents(rank(words("a", excluded=(("unknown",),)), source)) == [0, 1, 2, 3]


def test_a_phrase_keeps_pages_with_a_section_that_holds_all_its_terms() -> None:
    source = Postings({"a": dict.fromkeys(range(8), 9), "b": {0: 1, 5: 1}}, sections=[2] * 4)
    assert documents(rank(words("a", "b", phrases=(("a", "b"),)), source)) == [0, 2]
    assert documents(rank(words("a", phrases=(("a", "unknown"),)), source)) == []


def test_accept_is_asked_best_first_until_enough_are_found() -> None:
    source = Postings({"a": {section: 15 - section for section in range(10)}})
    asked: list[int] = []

    def accept(document: int) -> bool:
        asked.append(document)
        return document % 2 == 1

    assert documents(rank(words("a"), source, accept, limit=3)) == [1, 3, 5]
    assert asked == [0, 1, 2, 3, 4, 5]


def test_a_word_that_was_searched_is_told_with_what_it_stood_for() -> None:
    source = Postings({"kubernetes": {4: 15}, "kube": {5: 15}})
    (word,) = rank(words("unknown", "kub", completing=True), source).words
    assert word == SearchedWord("kub", ("kube", "kubernetes"), round(idf(20, 1) * SCORE_UNIT / 15))


def test_nothing_asked_or_nothing_known_gives_nothing() -> None:
    source = Postings({"a": {0: 15}})
    assert rank(Query(()), source) == WordRanking([])
    assert rank(words("zz"), source).hits == []
    assert rank(words("a"), Postings({}, sections=[])).hits == []


def naive_ranking(query: Query, source: Postings) -> list[tuple[int, float, list[tuple[int, int]]]]:
    """Everything is added up and sorted: what rank_words gives, without its short cuts."""
    units = {
        word: math.floor(word.weight * idf(source.section_count, source.frequency(word.term)) * SCORE_UNIT / 15 + 0.5)
        for word in query.words
        if source.frequency(word.term)
    }
    by_section: dict[int, dict[QueryWord, int]] = {}
    for word, unit in units.items():
        for section, level in source.levels(word.term).items():
            by_section.setdefault(section, {})[word] = unit * level
    totals = {section: sum(scores.values()) for section, scores in by_section.items()}
    excluded = {
        source.document_of(section)
        for terms in query.excluded
        for section in range(source.section_count)
        if all(section in source.levels(term) for term in terms)
    }
    ordered = sorted(totals, key=lambda section: (-totals[section], section))
    candidates = [d for d in dict.fromkeys(map(source.document_of, ordered)) if d not in excluded]
    found = []
    for document in candidates[:CANDIDATE_DOCUMENTS]:
        sections = [section for section in source.sections_of(document) if section in totals]
        best = sorted(((totals[section], -section) for section in sections), reverse=True)
        together = sum(max((by_section[section].get(word, 0) for section in sections), default=0) for word in units)
        found.append(
            (
                document,
                0.5 * best[0][0] + 0.5 * together + 0.25 * totals.get(source.sections_of(document)[0], 0),
                [(-section, score) for score, section in best[:SECTIONS_SHOWN]],
            )
        )
    return sorted(found, key=lambda item: (-item[1], item[0]))


@given(st.integers(0, 10**9))
@settings(max_examples=60, deadline=None)
def test_short_cuts_change_nothing(seed: int) -> None:
    random = Random(seed)
    sizes = [random.choice([1, 1, 2, 5, 40]) for _ in range(random.choice([3, 60, 500]))]
    source = Postings({}, sizes)
    high = random.choice([2, 15])
    source.terms = {
        term: {
            section: random.randint(1, high)
            for section in random.sample(range(source.section_count), math.ceil(source.section_count * share))
        }
        for term, share in (("a", 0.9), ("b", 0.5), ("c", 0.3), ("d", 0.05), ("e", 0.001))
    }
    asked = random.sample("abcde", random.randint(1, 5))
    query = Query(
        tuple(QueryWord(term, term, random.randint(1, 3)) for term in asked),
        excluded=random.choice([(), (), (("e",),), (("d", "b"),)]),
    )
    hits = rank(query, source, limit=10**6).hits
    assert [(hit.document, hit.score, [(s.section_id, s.score) for s in hit.sections]) for hit in hits] == (
        naive_ranking(query, source)
    )


def naive_distance(a: str, b: str) -> int:
    """Optimal string alignment, as its definition says."""
    if not a or not b:
        return len(a) + len(b)
    costs = [naive_distance(a[:-1], b) + 1, naive_distance(a, b[:-1]) + 1]
    costs.append(naive_distance(a[:-1], b[:-1]) + (a[-1] != b[-1]))
    if len(a) > 1 and len(b) > 1 and a[-1] == b[-2] and a[-2] == b[-1]:
        costs.append(naive_distance(a[:-2], b[:-2]) + 1)
    return min(costs)


short_words = st.text(alphabet="abc", max_size=5)


@given(short_words, short_words, st.integers(0, 3))
@settings(deadline=None)
def test_edit_distance_counts_edits_and_swaps_up_to_the_limit(a: str, b: str, limit: int) -> None:
    assert edit_distance(a, b, limit) == min(naive_distance(a, b), limit + 1)


# Rounded: of scores that differ by next to nothing, rounding decides whether they differ.
scores = st.dictionaries(st.integers(0, 30), st.floats(0, 100).map(lambda score: round(score, 6)), max_size=12)


@given(scores, scores, st.floats(0, 1))
def test_fusion_adds_weighted_standardised_scores(
    by_words: dict[int, float], by_meaning: dict[int, float], share: float
) -> None:
    expected: dict[int, float] = {}
    sample = sorted(by_meaning.values(), reverse=True)[:10]
    for found, some, weight, offset, least in (
        (by_words, list(by_words.values()), share, 3, -3),
        (by_meaning, sample, 1 - share, 2.5, -2.5),
    ):
        deviation = pstdev(some) if some else 0
        for document, score in found.items():
            below = -math.inf if score < fmean(some) - 1e-9 else 0
            z = (score - fmean(some)) / deviation if deviation > 1e-9 else below
            expected[document] = expected.get(document, 0) + weight * (max(z, least) + offset)
    fused = fuse(by_words, by_meaning, words_share=share)
    found_scores = dict(fused)
    assert {document: found_scores.get(document, 0) for document in expected} == pytest.approx(expected, abs=1e-3)
    assert set(by_words) <= set(found_scores) <= set(expected)
    assert fused == sorted(fused, key=lambda item: (-item[1], item[0]))


def test_far_behind_the_best_meaning_counts_nothing() -> None:
    meaning = {number: 100.0 - number for number in range(10)} | {50: 20.0, 60: 19.0}
    fused = dict(fuse({60: 3.0, 61: 1.0}, meaning, words_share=0.5))
    assert 50 not in fused
    assert fused[60] == fuse({60: 3.0, 61: 1.0}, {}, words_share=0.5)[0][1]


def test_fusion_of_one_list_keeps_its_order() -> None:
    assert [document for document, _ in fuse({3: 1.0, 1: 5.0, 2: 1.0}, {}, words_share=0.7)] == [1, 2, 3]
    assert fuse({}, {}, words_share=0.7) == []
