"""Related documents: by the rare terms that two pages share, and by their vectors where there are any.

**Words.** A document is a vector of its telling terms and tags, weighted by idf over the site and scaled to norm 1.
Each term keeps the documents that weigh it most (its champions: Manning, Raghavan and Schuetze, "Introduction to
Information Retrieval", 7.1.3). A document is compared with the champions of its heaviest terms alone, so the cost grows
with the number of documents, not with its square. The score is the cosine over these terms.

**Meaning.** Within a cluster, the documents whose components have most signs in common are looked at more closely: the
score is the exact cosine (see `vectors.arithmetic`), so that every back-end gives the same result.

**Together.** The mean of both, as weighted by `MEANING_SHARE`; what one side did not nominate counts 0 there.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from shared.domain.vectors import arithmetic

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from shared.domain.enrich.digest import DocumentDigest
    from shared.domain.vectors.arithmetic import Backend, ExactRows
    from shared.domain.vectors.rows import Vectors

__all__ = ["MEANING_SHARE", "Related", "related_documents"]

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


def related_documents(
    digests: Sequence[DocumentDigest],
    vectors: Vectors | None = None,
    clusters: Sequence[int] | None = None,
    limit: int = 5,
    *,
    backend: Backend = arithmetic.default,
) -> list[list[Related]]:
    """For each document at most `limit` others, best first, equal ones in order; unrelated ones are left out.

    `vectors`: one row a document, L2 norm at most 1; `clusters`: the cluster of each. Either both or none.
    """
    by_words = _word_scores(digests)
    if vectors is None or clusters is None:
        return [_best(scores, limit) for scores in by_words]
    meanings = _meaning_scores(vectors, clusters, backend)
    return [_best(_fuse(words, meanings[number]), limit) for number, words in enumerate(by_words)]


def _fuse(words: Mapping[int, float], meaning: Mapping[int, float]) -> dict[int, float]:
    fused = {number: score * (1 - MEANING_SHARE) for number, score in words.items()}
    for number, score in meaning.items():
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


def _word_scores(digests: Sequence[DocumentDigest]) -> Iterator[dict[int, float]]:
    term_vectors = _term_vectors(digests)
    champions = _champions(term_vectors)
    for number, terms in enumerate(term_vectors):
        scores: dict[int, float] = {}
        for term, weight in terms[:_HEAVIEST_TERMS]:
            others, other_weights = champions[term]
            for other, other_weight in zip(others, other_weights, strict=True):
                scores[other] = scores.get(other, 0.0) + weight * other_weight
        scores.pop(number, None)
        yield scores


def _term_vectors(digests: Sequence[DocumentDigest]) -> list[list[tuple[str, float]]]:
    """Each document's shared terms, heaviest first, as parts of a vector of norm 1."""
    weighted = [_weighted_terms(digest) for digest in digests]
    frequency = Counter(chain.from_iterable(weighted))
    idf = {term: math.log(1 + len(digests) / count) for term, count in frequency.items()}
    vectors = []
    for weights in weighted:
        terms = [(term, weight * idf[term]) for term, weight in weights.items()]
        norm = math.sqrt(sum([weight * weight for _, weight in terms])) or 1.0
        shared = [(term, weight / norm) for term, weight in terms if frequency[term] > 1]
        shared.sort(key=itemgetter(1), reverse=True)
        vectors.append(shared)
    return vectors


def _weighted_terms(digest: DocumentDigest) -> dict[str, int]:
    terms = dict(zip(digest.terms, digest.term_weights, strict=True))
    for tag in (*digest.tags, *digest.categories):
        terms[f"#{tag}"] = _TAG_WEIGHT
    return terms


def _champions(term_vectors: Sequence[Sequence[tuple[str, float]]]) -> dict[str, tuple[array[int], array[float]]]:
    """Term -> documents, and the term's weight in each. Arrays, because a million small tuples are slow to walk."""
    weights: dict[str, list[tuple[float, int]]] = {}
    for number, terms in enumerate(term_vectors):
        for term, weight in terms:
            weights.setdefault(term, []).append((-weight, number))
    champions = {}
    while weights:
        term, weighted = weights.popitem()  # the pairs take up more than all else, so they go as the arrays come
        best = sorted(weighted)[:_CHAMPIONS]
        champions[term] = array("q", [number for _, number in best]), array("d", [-weight for weight, _ in best])
    return champions


def _meaning_scores(vectors: Vectors, clusters: Sequence[int], backend: Backend) -> list[dict[int, float]]:
    members: dict[int, list[int]] = {}
    for number, cluster in enumerate(clusters):
        members.setdefault(cluster, []).append(number)
    scores: list[dict[int, float]] = [{} for _ in range(len(vectors))]
    for numbers in members.values():
        rows = vectors.take(numbers)
        exact = backend.exact_rows(rows)
        signs = _signs(rows)
        for place, number in enumerate(numbers):
            near = _nearest_by_signs(place, signs)
            scores[number] = {numbers[other]: score for other, score in _cosines(place, near, exact)}
    return scores


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
