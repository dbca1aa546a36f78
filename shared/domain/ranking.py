"""The ranking of Inkdex: from a query to an ordered list of documents. The browser's engine does the same.

1. **Alternatives.** A query word stands for its term. A word still being typed that is rare so far stands for the words
   of the site that it begins; an unknown word for the nearest known ones.
2. **Sections.** A word adds `weight * idf * level / 15` to each section that holds it (BM25F, precomputed), of several
   alternatives the best one in each section. Of a frequent word only the best few thousand sections count. Phrases
   narrow the documents to those that may hold them.
3. **Documents.** The best sections nominate documents. A document's score is half its best section's and half what its
   sections have together (each word where it is strongest): a page that treats every word beats one that repeats one.
   A quarter of its first section's comes on top, since that section has the title.
4. **Fusion.** With vectors, standardised scores of both lists are added with the weights of the manifest.

The first ten documents of the list are then put in their final order by what they say: see `finalists`.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple, Protocol

from shared.domain.index.postings import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from shared.domain.query import Query, QueryWord

__all__ = [
    "Alternative",
    "Correction",
    "DocumentHit",
    "PostingSource",
    "SearchedWord",
    "SectionHit",
    "WordRanking",
    "edit_distance",
    "excluded_documents",
    "fuse",
    "fuse_by_meaning",
    "idf",
    "phrase_documents",
    "rank_words",
    "sections_with_all",
    "take_accepted",
]

EXPAND_BELOW = 3
"""A word being typed is completed when fewer sections than this hold it as it is."""
MAX_COMPLETIONS = 8
MAX_CORRECTIONS = 3
COMPLETION_WEIGHT = 0.8
CORRECTION_WEIGHT = 0.7
CANDIDATE_DOCUMENTS = 100
SCORE_UNIT = 65_536
"""The score of a word of idf 1 at full impact."""
SECTION_SHARE = 0.5
FIRST_SECTION_BONUS = 0.25
"""Share of the first section's score, which holds title and tags."""
FUSION_DEPTH = 100
MEANING_SAMPLE = 10
MEANING_OFFSET = 2.5
SECTIONS_SHOWN = 3


class PostingSource(Protocol):
    """Where postings come from: shards, the database, or a test."""

    section_count: int

    def frequency(self, term: str) -> int:
        """How many sections hold the term."""
        ...

    def levels(self, term: str) -> Mapping[int, int]:
        """Section id -> impact level of the sections that count: the first `RANKED_ENTRIES` of the term's list."""
        ...

    def sections_with(self, term: str) -> set[int]:
        """All sections that hold the term."""
        ...

    def words_from(self, initial: str) -> Iterable[tuple[str, int]]:
        """(word, count) of all words of the site that begin with this character."""
        ...

    def document_of(self, section_id: int) -> int:
        """The number of the section's document, in path order."""
        ...

    def sections_of(self, document: int) -> range:
        """The ids of a document's sections."""
        ...


class Alternative(NamedTuple):
    term: str
    weight: float


class Correction(NamedTuple):
    """`typed` is unknown to the site and was taken for `meant`."""

    typed: str
    meant: str


class SectionHit(NamedTuple):
    section_id: int
    score: float


@dataclass(frozen=True, slots=True)
class DocumentHit:
    document: int
    score: float
    sections: tuple[SectionHit, ...]
    """The best sections, best first; ties in page order."""


class SearchedWord(NamedTuple):
    """A word of the query that sections hold: the terms it stood for, and its rarity, the score of one impact level."""

    term: str
    alternatives: tuple[str, ...]
    rarity: int


@dataclass(frozen=True, slots=True)
class WordRanking:
    hits: list[DocumentHit]
    corrections: tuple[Correction, ...] = ()
    words: tuple[SearchedWord, ...] = ()

    @property
    def terms(self) -> frozenset[str]:
        """The terms that were searched, for highlighting."""
        return frozenset(term for word in self.words for term in word.alternatives)


def rank_words(
    query: Query,
    source: PostingSource,
    analyze: Callable[[str], str],
    accept: Callable[[int], bool] | None = None,
    *,
    limit: int = FUSION_DEPTH,
) -> WordRanking:
    """Rank documents by words.

    `analyze` gives the term of a word; `accept` says whether a document passes filters and phrases (asked best first,
    and only until `limit` documents are found).
    """
    corrections: list[Correction] = []
    words: list[_ScoredWord] = []
    searched: list[SearchedWord] = []
    for word in query.words:
        found = _alternatives(word, source, analyze, corrections)
        # A word of a page in another language may be known, and its term in the site's language nowhere.
        alternatives = [item for item in found if source.frequency(item.term)]
        if alternatives:
            rarity = _rarity(word, alternatives, source)
            terms = tuple(alternative.term for alternative in alternatives)
            words.append(_score_word(rarity, alternatives, source))
            searched.append(SearchedWord(word.term, terms, math.floor(rarity + 0.5)))
    hits = _rank_documents(words, source, phrase_documents(query, source), excluded_documents(query, source))
    if accept is not None:
        hits = take_accepted(hits, accept, limit)
    return WordRanking(hits[:limit], tuple(corrections), tuple(searched))


def _alternatives(
    word: QueryWord, source: PostingSource, analyze: Callable[[str], str], corrections: list[Correction]
) -> list[Alternative]:
    frequency = source.frequency(word.term)
    found = [Alternative(word.term, 1.0)] if frequency else []
    if word.whole:
        return found
    if word.completing and frequency < EXPAND_BELOW:
        found += _completions(word, source, analyze)
    if not found:
        meant = _nearest_words(word.surface, source)
        found = _distinct((Alternative(analyze(near), CORRECTION_WEIGHT) for near in meant), ())
        corrections += [Correction(word.surface, meant[0])] if meant else []
    return found


def _completions(word: QueryWord, source: PostingSource, analyze: Callable[[str], str]) -> list[Alternative]:
    prefix = word.surface
    begun = [(count, known) for known, count in source.words_from(prefix[0]) if known.startswith(prefix)]
    begun.sort(key=lambda item: (-item[0], item[1]))
    alternatives = (Alternative(analyze(known), COMPLETION_WEIGHT) for _, known in begun[:MAX_COMPLETIONS])
    return _distinct(alternatives, (word.term,))


def _distinct(alternatives: Iterable[Alternative], known: Iterable[str]) -> list[Alternative]:
    seen = set(known)
    found = []
    for item in alternatives:
        if item.term not in seen:
            seen.add(item.term)
            found.append(item)
    return found


def _nearest_words(surface: str, source: PostingSource) -> list[str]:
    """The known words at the smallest edit distance: up to 1, from eight letters up to 2; none for short words."""
    if len(surface) < 4:
        return []
    limit = 2 if len(surface) >= 8 else 1
    near: list[tuple[int, int, str]] = []
    for known, count in source.words_from(surface[0]):
        if abs(len(known) - len(surface)) <= limit:
            distance = edit_distance(surface, known, limit)
            if distance <= limit:
                near.append((distance, -count, known))
    near.sort()
    return [known for distance, _, known in near[:MAX_CORRECTIONS] if distance == near[0][0]]


def edit_distance(a: str, b: str, limit: int) -> int:
    """Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`; `limit + 1` if more.

    Optimal string alignment (Boytsov 2011, "Indexing methods for approximate dictionary searching").
    """
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, char in enumerate(a, 1):
        before, previous, row = row, before, [i]
        for j, other in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != other))
            if i > 1 and j > 1 and char == b[j - 2] and a[i - 2] == other:
                cost = min(cost, previous[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def idf(section_count: int, frequency: int) -> float:
    """Inverse document frequency, never negative (Lucene's variant of BM25)."""
    return math.log(1 + (section_count - frequency + 0.5) / (frequency + 0.5))


@dataclass(frozen=True, slots=True)
class _ScoredWord:
    """A query word looked up. Of each alternative: section id -> level, and the score of each level.

    Scores are whole numbers, so that sums, and with them ties, are the same in every language.
    """

    lists: list[tuple[Mapping[int, int], list[int]]]

    @property
    def frequency(self) -> int:
        return sum(len(levels) for levels, _ in self.lists)

    @property
    def most(self) -> int:
        """No section gets more from this word."""
        return max(by_level[LEVELS] for _, by_level in self.lists)

    def scores(self, least: int = 0) -> dict[int, int]:
        """What each section gets that holds the word and gets at least so much; of several alternatives the best."""
        return _best_of(
            {section: by_level[level] for section, level in levels.items() if level >= lowest}
            for levels, by_level in self.lists
            for lowest in (bisect_left(by_level, least),)
        )

    def scores_in(self, sections: Iterable[int]) -> dict[int, int]:
        """The same for those of `sections` that hold it."""
        return _best_of(
            {section: by_level[levels[section]] for section in sections if section in levels}
            for levels, by_level in self.lists
        )


def _best_of(found: Iterable[dict[int, int]]) -> dict[int, int]:
    best, *others = found
    for scores in others:
        for section, score in scores.items():
            best[section] = max(best.get(section, 0), score)
    return best


def _rarity(word: QueryWord, alternatives: Sequence[Alternative], source: PostingSource) -> float:
    """What the word adds for each impact level. Alternatives share the rarity of the most frequent among them."""
    frequency = max(source.frequency(item.term) for item in alternatives)
    return word.weight * idf(source.section_count, frequency) * SCORE_UNIT / LEVELS


def _score_word(rarity: float, alternatives: Sequence[Alternative], source: PostingSource) -> _ScoredWord:
    lists = []
    for item in alternatives:
        unit = math.floor(rarity * item.weight + 0.5)
        lists.append((source.levels(item.term), [unit * level for level in range(LEVELS + 1)]))
    return _ScoredWord(lists)


def sections_with_all(terms: Iterable[str], source: PostingSource) -> set[int]:
    """The sections that hold every term: all that can hold them as a phrase."""
    return set.intersection(*(source.sections_with(term) for term in terms))


def excluded_documents(query: Query, source: PostingSource) -> set[int]:
    """The documents with a section that holds all terms of an exclusion."""
    found = (sections_with_all(terms, source) for terms in query.excluded)
    return {source.document_of(section) for sections in found for section in sections}


def phrase_documents(query: Query, source: PostingSource) -> set[int] | None:
    """The documents that may hold every phrase of the query; None if it has none."""
    if not query.phrases:
        return None
    return set.intersection(
        *({source.document_of(section) for section in sections_with_all(terms, source)} for terms in query.phrases)
    )


def _rank_documents(
    words: Sequence[_ScoredWord], source: PostingSource, allowed: set[int] | None, excluded: set[int]
) -> list[DocumentHit]:
    def admits(document: int) -> bool:
        return document not in excluded and (allowed is None or document in allowed)

    best = _find_best(words, source, admits if excluded or allowed is not None else None)
    candidates = nsmallest(
        CANDIDATE_DOCUMENTS, [(-score, section, document) for document, (score, section) in best.items()]
    )
    hits = [_document_hit(document, words, source) for _, _, document in candidates]
    hits.sort(key=lambda hit: (-hit.score, hit.document))
    return hits


_Best = dict[int, tuple[int, int]]
"""Document -> the score of its best section, and the section: of equal ones the first."""


def _find_best(words: Sequence[_ScoredWord], source: PostingSource, admits: Callable[[int], bool] | None) -> _Best:
    """The best sections of the best `CANDIDATE_DOCUMENTS` documents; of the other documents some are missing.

    MaxScore (Turtle and Flood 1995, "Query evaluation: strategies and optimizations"). The sections of the rarest words
    are scored in full, until there are enough documents; the score of the last one wanted is a bar. A section that
    cannot reach it is let go as soon as that is known: so of a frequent word only those count that have it strongly, or
    that a rarer word has found.
    """
    ordered = sorted(words, key=lambda word: word.frequency)
    to_come = [*accumulate((word.most for word in reversed(ordered)), initial=0)][::-1]
    totals: dict[int, int] = {}
    walked = bar = 0
    while walked < len(ordered) and not bar:
        _add(ordered[walked].scores(), totals)
        walked += 1
        if len(totals) >= CANDIDATE_DOCUMENTS and walked < len(ordered):
            bar = _find_bar(totals, ordered[walked:], source, admits)
    for word, (most, after) in zip(ordered[walked:], pairwise(to_come[walked:]), strict=True):
        totals = {section: score for section, score in totals.items() if score + most >= bar}
        found = word.scores_in(totals)
        if most >= bar:  # a section that no rarer word has found may still reach the bar with this one
            found = word.scores(bar - after) | found
        _add(found, totals)
    return _best_by_document(totals, source, admits)


def _find_bar(
    totals: Mapping[int, int],
    others: Sequence[_ScoredWord],
    source: PostingSource,
    admits: Callable[[int], bool] | None,
) -> int:
    """What the last document wanted has at least, judged by the sections found so far; 0 if they are of too few."""
    full = dict(totals)
    for word in others:
        _add(word.scores_in(full), full)
    best = _best_by_document(full, source, admits)
    if len(best) < CANDIDATE_DOCUMENTS:
        return 0
    return nlargest(CANDIDATE_DOCUMENTS, (score for score, _ in best.values()))[-1]


def _best_by_document(totals: Mapping[int, int], source: PostingSource, admits: Callable[[int], bool] | None) -> _Best:
    best: _Best = {}
    for section, score in totals.items():
        document = source.document_of(section)
        known = best.get(document)
        if known is None or score > known[0] or (score == known[0] and section < known[1]):
            best[document] = (score, section)
    return best if admits is None else {document: found for document, found in best.items() if admits(document)}


def _add(scores: Mapping[int, int], totals: dict[int, int]) -> None:
    for section, score in scores.items():
        totals[section] = totals.get(section, 0) + score


def _document_hit(document: int, words: Sequence[_ScoredWord], source: PostingSource) -> DocumentHit:
    sections = source.sections_of(document)
    totals: dict[int, int] = {}
    together = 0
    for word in words:
        scores = word.scores_in(sections)
        together += max(scores.values(), default=0)
        _add(scores, totals)
    found = [SectionHit(section, score) for section, score in totals.items()]
    found.sort(key=lambda hit: (-hit.score, hit.section_id))
    of_first = totals.get(sections[0], 0)
    mixed = SECTION_SHARE * found[0].score + (1 - SECTION_SHARE) * together + FIRST_SECTION_BONUS * of_first
    return DocumentHit(document, mixed, tuple(found[:SECTIONS_SHOWN]))


def take_accepted(hits: Sequence[DocumentHit], accept: Callable[[int], bool], limit: int) -> list[DocumentHit]:
    """The first `limit` hits whose documents pass; `accept` is asked best first, and no more often than needed."""
    taken: list[DocumentHit] = []
    for hit in hits:
        if len(taken) == limit:
            break
        if accept(hit.document):
            taken.append(hit)
    return taken


def fuse_by_meaning(
    hits: Sequence[DocumentHit],
    cosines: Mapping[int, float],
    query: Query,
    source: PostingSource,
    words_share: float,
) -> list[DocumentHit]:
    """Put documents that words found, and those near in meaning, into one order. `cosines`: section id -> nearness."""
    best: dict[int, SectionHit] = {}
    for section, cosine in sorted(cosines.items(), key=lambda item: (-item[1], item[0])):
        document = source.document_of(section)
        if cosine > 0 and document not in best:
            best[document] = SectionHit(section, cosine)
    words = {hit.document: hit for hit in hits}
    excluded = excluded_documents(query, source)
    allowed = phrase_documents(query, source)
    meaning: dict[int, float] = {}
    for document, section_hit in best.items():
        is_candidate = document not in excluded and (allowed is None or document in allowed)
        if is_candidate and (len(meaning) < FUSION_DEPTH or document in words):
            meaning[document] = section_hit.score
    fused = fuse({hit.document: hit.score for hit in hits}, meaning, words_share=words_share)
    return [
        DocumentHit(document, score, words[document].sections if document in words else (best[document],))
        for document, score in fused
    ]


def fuse(words: Mapping[int, float], meaning: Mapping[int, float], *, words_share: float) -> list[tuple[int, float]]:
    """Fuse two score lists by document, weighted and added; best first. A document not in a list gets 0 from it.

    Both are standardised, `z = (score - mean) / deviation`. Words count `max(z, -3) + 3`. Meaning is standardised by
    its best 10 documents only, and counts `max(z + 2.5, 0)`: of a large site a reader knows the best, not the rest,
    and what is left out must change little.
    """
    fused: dict[int, float] = {}
    mean, deviation = _mean_and_deviation([score for _, score in _best_first(words)])
    for document, score in words.items():
        fused[document] = words_share * (max(_z(score, mean, deviation), -3.0) + 3.0)
    best = [score for _, score in _best_first(meaning)[:MEANING_SAMPLE]]
    mean, deviation = _mean_and_deviation(best)
    for document, score in meaning.items():
        counts = max(_z(score, mean, deviation) + MEANING_OFFSET, 0.0)
        if counts or document in fused:
            fused[document] = fused.get(document, 0.0) + (1 - words_share) * counts
    return _best_first(fused)


def _best_first(scores: Mapping[int, float]) -> list[tuple[int, float]]:
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def _mean_and_deviation(scores: Sequence[float]) -> tuple[float, float]:
    """Added from left to right, as other languages do; `sum` of newer Pythons rounds less."""
    total = squares = 0.0
    for score in scores:
        total += score
    mean = total / len(scores) if scores else 0.0
    for score in scores:
        squares += (score - mean) * (score - mean)
    return mean, math.sqrt(squares / len(scores)) if scores else 0.0


def _z(score: float, mean: float, deviation: float) -> float:
    """How many deviations above the mean; without a deviation 0, or what is far below."""
    if deviation > 1e-12 * abs(mean):
        return (score - mean) / deviation
    return 0.0 if score >= mean * (1 - 1e-9) else -math.inf
