"""Related documents: by the rare terms that two pages share, and by their vectors where there are any.

**Words.** A document is a vector of its telling terms and tags, weighted by idf over the site and scaled to norm 1.
Each term keeps the documents that weigh it most (its champions: Manning, Raghavan and Schuetze, "Introduction to
Information Retrieval", 7.1.3). A document is compared with the champions of its heaviest terms alone, so the cost grows
with the number of documents, not with its square. The score is the cosine over these terms.

**Meaning.** Within a cluster, the documents whose components have most signs in common are looked at more closely: the
score is the exact cosine (see `vectors.arithmetic`), so that every back-end gives the same result.

**Together.** The mean of both, as weighted by `MEANING_SHARE`; what one side did not nominate counts 0 there.

All documents of a site pass through here, in a Worker of little memory. So what is kept of each stands in arrays, terms
as numbers: objects of Python would take ten times as much.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_right
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from shared.domain.vectors import arithmetic
from shared.domain.vectors.rows import Vectors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from shared.domain.enrich.digest import DocumentDigest
    from shared.domain.vectors.arithmetic import Backend, ExactRows

__all__ = ["MEANING_SHARE", "DocumentTerms", "Nearest", "Related", "nearest_documents", "related_documents"]

MEANING_SHARE: Final = 0.5
MIN_SCORE: Final = 0.05

_TAG_WEIGHT: Final = 20
"""As a term that occurs e times."""
_HEAVIEST_TERMS: Final = 6
_CHAMPIONS: Final = 18
_LOOKED_AT: Final = 16
"""Documents of a cluster that are compared exactly."""


class Related(NamedTuple):
    """`document`: a number. `score`: 0 to 1, four digits."""

    document: int
    score: float


class Nearest:
    """For each document a few others, and the cosine of each with it."""

    def __init__(self, count: int) -> None:
        self._spans = array("I", bytes(8 * count))
        self._others = array("I")
        self._cosines = array("d")

    def put(self, document: int, found: Iterable[tuple[int, float]]) -> None:
        self._spans[2 * document] = len(self._others)
        for other, cosine in found:
            self._others.append(other)
            self._cosines.append(cosine)
        self._spans[2 * document + 1] = len(self._others)

    def of(self, document: int) -> Iterator[tuple[int, float]]:
        start, stop = self._spans[2 * document : 2 * document + 2]
        return zip(self._others[start:stop], self._cosines[start:stop], strict=True)


def nearest_documents(
    vectors: Sequence[Vectors], clusters: Sequence[int], *, backend: Backend = arithmetic.default
) -> Nearest:
    """Of each document's cluster those that are nearest by their vectors.

    `vectors`: one row a document, L2 norm at most 1, in order, in as many pieces as they come; `clusters`: of each.
    """
    starts = list(accumulate((len(piece) for piece in vectors), initial=0))
    members: dict[int, list[int]] = {}
    for number, cluster in enumerate(clusters):
        members.setdefault(cluster, []).append(number)
    nearest = Nearest(len(clusters))
    for numbers in members.values():
        pieces = ((bisect_right(starts, number) - 1, number) for number in numbers)
        rows = Vectors(
            b"".join([vectors[piece].raw_row(number - starts[piece]) for piece, number in pieces]),
            vectors[0].dimensions,
        )
        exact = backend.exact_rows(rows)
        signs = _signs(rows)
        for place, number in enumerate(numbers):
            found = _cosines(place, _nearest_by_signs(place, signs), exact)
            nearest.put(number, ((numbers[other], cosine) for other, cosine in found))
    return nearest


def related_documents(terms: DocumentTerms, nearest: Nearest | None = None, limit: int = 5) -> list[list[Related]]:
    """For each document at most `limit` others, best first, equal ones in order; unrelated ones are left out.

    `nearest`: by meaning; None without vectors.
    """
    by_words = _word_scores(_term_vectors(terms))
    if nearest is None:
        return [_best(scores, limit) for scores in by_words]
    return [_best(_fuse(words, nearest.of(number)), limit) for number, words in enumerate(by_words)]


def _fuse(words: Mapping[int, float], meaning: Iterable[tuple[int, float]]) -> dict[int, float]:
    fused = {number: score * (1 - MEANING_SHARE) for number, score in words.items()}
    for number, score in meaning:
        fused[number] = fused.get(number, 0.0) + score * MEANING_SHARE
    return fused


def _best(scores: Mapping[int, float], limit: int) -> list[Related]:
    if not scores:
        return []
    # Sorting bare numbers first is twice as fast as sorting pairs.
    least = max(sorted(scores.values(), reverse=True)[:limit][-1] - 0.0001, MIN_SCORE)
    best = [(-round(score, 4), number) for number, score in scores.items() if score >= least]
    best.sort()
    return [Related(number, -score) for score, number in best[:limit]]


class _Weights:
    """Rows of weighted numbers, of different lengths, one behind another."""

    def __init__(self) -> None:
        self.starts = array("I", [0])
        self.numbers = array("I")
        self.weights = array("d")

    def __len__(self) -> int:
        return len(self.starts) - 1

    def append(self, pairs: Iterable[tuple[int, float]]) -> None:
        for number, weight in pairs:
            self.numbers.append(number)
            self.weights.append(weight)
        self.starts.append(len(self.numbers))

    def row(self, place: int, limit: int | None = None) -> Iterator[tuple[int, float]]:
        """The first `limit` of a row, or all."""
        start, stop = self.starts[place : place + 2]
        if limit is not None:
            stop = min(stop, start + limit)
        return zip(self.numbers[start:stop], self.weights[start:stop], strict=True)


class DocumentTerms:
    """The telling terms of documents, which are added in order.

    `counted`: each document's terms by number, with their weights; `frequency`: how many documents have each.
    """

    def __init__(self) -> None:
        self.counted = _Weights()
        self.frequency = array("I")
        self._numbers: dict[str, int] = {}

    def add(self, digests: Iterable[DocumentDigest]) -> DocumentTerms:
        for digest in digests:
            weights = _weighted_terms(digest)
            terms = [self._numbers.setdefault(term, len(self._numbers)) for term in weights]
            self.frequency.extend([0] * (len(self._numbers) - len(self.frequency)))
            for term in terms:
                self.frequency[term] += 1
            self.counted.append(zip(terms, weights.values(), strict=True))
        return self


def _word_scores(term_vectors: _Weights) -> Iterator[dict[int, float]]:
    champions = _champions(term_vectors)
    for number in range(len(term_vectors)):
        scores: dict[int, float] = {}
        for term, weight in term_vectors.row(number, _HEAVIEST_TERMS):
            for other, other_weight in champions.row(term):
                scores[other] = scores.get(other, 0.0) + weight * other_weight
        scores.pop(number, None)
        yield scores


def _term_vectors(terms: DocumentTerms) -> _Weights:
    """Each document's shared terms, by number, heaviest first, as parts of a vector of norm 1."""
    idf = array("d", [math.log(1 + len(terms.counted) / count) for count in terms.frequency])
    vectors = _Weights()
    for number in range(len(terms.counted)):
        weighted = [(term, weight * idf[term]) for term, weight in terms.counted.row(number)]
        norm = math.sqrt(sum([weight * weight for _, weight in weighted])) or 1.0
        shared = [(term, weight / norm) for term, weight in weighted if terms.frequency[term] > 1]
        shared.sort(key=itemgetter(1), reverse=True)
        vectors.append(shared)
    return vectors


def _weighted_terms(digest: DocumentDigest) -> dict[str, int]:
    terms = dict(zip(digest.terms, digest.term_weights, strict=True))
    for tag in (*digest.tags, *digest.categories):
        terms[f"#{tag}"] = _TAG_WEIGHT
    return terms


def _champions(term_vectors: _Weights) -> _Weights:
    """Of each term, by its number, the documents that weigh it most, and its weight in each."""
    documents, weights, ends = _by_term(term_vectors)
    champions = _Weights()
    start = 0
    for stop in ends:
        pairs = zip(documents[start:stop], weights[start:stop], strict=True)
        best = sorted([(-weight, number) for number, weight in pairs])[:_CHAMPIONS]
        champions.append((number, -weight) for weight, number in best)
        start = stop
    return champions


def _by_term(term_vectors: _Weights) -> tuple[array[int], array[float], array[int]]:
    """Documents and weights, sorted by term, and where each term's end: a counting sort."""
    counts = [0] * (max(term_vectors.numbers, default=-1) + 1)
    for term in term_vectors.numbers:
        counts[term] += 1
    places = array("I", accumulate(counts[:-1], initial=0)) if counts else array("I")
    documents = array("I", bytes(4 * len(term_vectors.numbers)))
    weights = array("d", bytes(8 * len(term_vectors.numbers)))
    for number in range(len(term_vectors)):
        for term, weight in term_vectors.row(number):
            documents[places[term]] = number
            weights[places[term]] = weight
            places[term] += 1
    return documents, weights, places


def _signs(rows: Vectors) -> list[int]:
    """The signs of each row as one integer: the uppermost bit of the last byte of each float32."""
    mask = int.from_bytes(b"\x80" * rows.dimensions, "little")
    size = rows.row_bytes
    return [
        int.from_bytes(rows.data[start + 3 : start + size : 4], "little") & mask
        for start in range(0, len(rows.data), size)
    ]


def _nearest_by_signs(place: int, signs: Sequence[int]) -> list[int]:
    if len(signs) <= _LOOKED_AT + 1:
        return [other for other in range(len(signs)) if other != place]
    own = signs[place]
    differences = [(own ^ other).bit_count() for other in signs]
    differences[place] = 1 << 30
    return sorted(range(len(signs)), key=differences.__getitem__)[:_LOOKED_AT]


def _cosines(place: int, others: Sequence[int], exact: ExactRows) -> Iterator[tuple[int, float]]:
    """(other, cosine) where it is positive. The products are exact, so their sums are the same everywhere."""
    cosines = exact.take(array("q", others)).dots(exact.row(place))
    return ((other, cosine) for other, cosine in zip(others, cosines, strict=True) if cosine > 0.0)
