"""The final order of the first documents, by what they say: their titles, and the text that is shown of them.

The index knows how strongly a section has a word, not where. So among pages of one subject it cannot tell the one whose
title was typed, nor the one from which a sentence was copied. The first ten documents are read anyway to be shown:
their text tells, and costs no download. Each keeps its score and gets up to as much again, so that none of them falls
behind the documents after them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from shared.domain.query import PlacedTerm, Query
    from shared.domain.ranking import DocumentHit, SearchedWord

__all__ = ["FINALISTS", "Bonuses", "Shown", "order_finalists"]

FINALISTS = 10
"""As many as a page of results shows. The number is the same for every limit, and so is the order."""


class Bonuses(NamedTuple):
    """Shares of its score that a document gets again.

    `title`: when its title is the query. `nearness`: when all words of the query stand in it as they do in the query.
    """

    title: float = 0.5
    nearness: float = 0.5


class Shown(NamedTuple):
    """What is read of a document, analysed: terms by position.

    `sections` are those that the hit shows; each is its fields: heading, text, code, and of the first the description.
    """

    title: Sequence[str]
    sections: Sequence[Sequence[Sequence[str]]]


def order_finalists(
    hits: Sequence[DocumentHit],
    query: Query,
    words: Iterable[SearchedWord],
    read: Callable[[DocumentHit], Shown],
    bonuses: Bonuses,
) -> list[DocumentHit]:
    """All of `hits`, the first ten with their final scores and in the order of these, then by document."""
    comparison = _Comparison(query.sequence, words)
    finalists = []
    for hit in hits[:FINALISTS]:
        title, nearness = comparison.compare(read(hit))
        score = hit.score * (1 + bonuses.title * title * title + bonuses.nearness * nearness)
        finalists.append(replace(hit, score=score))
    finalists.sort(key=lambda hit: (-hit.score, hit.document))
    return finalists + list(hits[FINALISTS:])


class _Pair(NamedTuple):
    """Two telling words of the query, the second `distance` tokens behind the first; what they are worth together."""

    first: str
    second: str
    distance: int
    worth: int


class _Comparison:
    """A query, ready to be compared with documents."""

    def __init__(self, sequence: Sequence[PlacedTerm], words: Iterable[SearchedWord]) -> None:
        words = list(words)
        self._query = Counter(item.term for item in sequence)
        self._meant = {term: term for term in self._query}
        """Term of a document -> the term of the query that stands for it."""
        for word in words:
            if word.term in self._query:
                for term in word.alternatives:
                    self._meant.setdefault(term, word.term)
        rarity = {word.term: word.rarity for word in words}
        self._pairs = [
            _Pair(a.term, b.term, b.position - a.position, min(rarity.get(a.term, 0), rarity.get(b.term, 0)))
            for a, b in pairwise(item for item in sequence if item.telling)
        ]
        self._worth = sum(pair.worth for pair in self._pairs)

    def compare(self, shown: Shown) -> tuple[float, float]:
        """How much the title is the query, and how much of the query stands together in one place: 0 to 1."""
        return self._title_share(shown.title), self._nearness([[shown.title], *shown.sections])

    def _title_share(self, title: Sequence[str]) -> float:
        """Dice's coefficient: twice the tokens that both have, to the tokens of both."""
        own = Counter(self._meant[term] for term in title if term in self._meant)
        both = (own & self._query).total()
        return 2 * both / (len(title) + self._query.total()) if both else 0.0

    def _nearness(self, places: Iterable[Sequence[Sequence[str]]]) -> float:
        """Of the worth of all pairs, what the place that has most of it has."""
        if not self._worth:
            return 0.0
        return max(sum(pair.worth for pair in self._pairs_in(fields)) for fields in places) / self._worth

    def _pairs_in(self, fields: Sequence[Sequence[str]]) -> list[_Pair]:
        """The pairs that stand in one of the fields as they do in the query."""
        known = [[self._meant.get(term) for term in field] for field in fields]
        return [pair for pair in self._pairs if any(_has(terms, pair) for terms in known)]


def _has(terms: Sequence[str | None], pair: _Pair) -> bool:
    at = -1
    end = max(0, len(terms) - pair.distance)
    try:
        while True:
            at = terms.index(pair.first, at + 1, end)
            if terms[at + pair.distance] == pair.second:
                return True
    except ValueError:  # no further one
        return False
