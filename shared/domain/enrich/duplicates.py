"""Documents that say nearly the same, found without comparing each with each.

Candidates share one of the smallest hashes of their fingerprints. Hashes that very many documents have come from
boilerplate and are passed over, so that pages of one template are compared by what is their own. Candidates are then
compared by their whole fingerprints: what is reported has been verified, to the precision of a fingerprint.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from shared.domain.enrich.fingerprint import decode_fingerprint, estimate_similarity

if TYPE_CHECKING:
    from array import array
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from shared.domain.enrich.digest import DocumentDigest

__all__ = ["DEFAULT_THRESHOLD", "DuplicateGroup", "near_duplicates"]

DEFAULT_THRESHOLD: Final = 0.8

MIN_WORDS: Final = 20
"""Shorter pages are alike for no fault of their author: stubs, lists of children."""

_LOOKED_AT: Final = 15
_KEYS: Final = 4
"""Two documents that share 80 % of their shingles miss each other's four smallest hashes about once in a thousand."""
_BOILERPLATE: Final = 48
"""A hash that more documents have is boilerplate."""
_NEXT: Final = 3
"""Pages with the same boilerplate that each is compared with: those that follow it in path order."""
_BENEFIT_OF_DOUBT: Final = 0.65
"""The share of `threshold` that the smallest hashes must have in common for all to be compared."""


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Documents that are alike, each with at least one other of the group; numbers ascending.

    `similarities`: the estimated share of shingles that each has in common with the first, 0 to 1; the first's is 1.
    It may lie below the threshold for one that is alike to others of the group.
    """

    documents: tuple[int, ...]
    similarities: tuple[float, ...]


def near_duplicates(digests: Sequence[DocumentDigest], threshold: float = DEFAULT_THRESHOLD) -> list[DuplicateGroup]:
    """Groups of documents whose estimated similarity reaches `threshold`, in the order of their first documents."""
    equal = _group_equal(digests)
    groups = _Groups()
    for members in equal.values():
        for other in members[1:]:
            groups.join(members[0], other)
    lowest = {members[0]: decode_fingerprint(encoded, _LOOKED_AT) for encoded, members in equal.items()}
    for left, right in _candidates(lowest):
        if _may_be_alike(lowest[left], lowest[right], threshold):
            ours, theirs = (decode_fingerprint(digests[number].fingerprint) for number in (left, right))
            if estimate_similarity(ours, theirs) >= threshold:
                groups.join(left, right)
    return [_describe(group, digests) for group in groups.of_several()]


def _may_be_alike(left: array[int], right: array[int], threshold: float) -> bool:
    """Compare the lowest hashes alone: a tenth of the work, and it settles nearly all candidates."""
    least = min(len(left), len(right)) * threshold * _BENEFIT_OF_DOUBT
    return len(set(left).intersection(right)) >= least


def _group_equal(digests: Sequence[DocumentDigest]) -> dict[str, list[int]]:
    equal: dict[str, list[int]] = {}
    for number, digest in enumerate(digests):
        if digest.word_count >= MIN_WORDS and digest.fingerprint:
            equal.setdefault(digest.fingerprint, []).append(number)
    return equal


def _candidates(lowest: Mapping[int, array[int]]) -> list[tuple[int, int]]:
    """Sorting is slower than counting in dictionaries, which take several times the memory."""
    boilerplate = _find_boilerplate(lowest)
    keyed = sorted([(key, number) for number, hashes in lowest.items() for key in _keys(hashes, boilerplate)])
    buckets = ([number for _, number in pairs] for _, pairs in groupby(keyed, key=itemgetter(0)))
    return sorted({pair for bucket in buckets if len(bucket) > 1 for pair in _pairs(bucket)})


def _find_boilerplate(lowest: Mapping[int, array[int]]) -> frozenset[int]:
    hashes = sorted(chain.from_iterable(lowest.values()))
    return frozenset(
        hashes[place] for place in range(len(hashes) - _BOILERPLATE) if hashes[place] == hashes[place + _BOILERPLATE]
    )


def _keys(hashes: array[int], boilerplate: Collection[int]) -> list[int]:
    """The smallest hashes of a page's own, and the smallest of all, for pages that differ in nothing else."""
    own = [key for key in hashes if key not in boilerplate][:_KEYS]
    return own if own and own[0] == hashes[0] else [hashes[0], *own]


def _pairs(bucket: Sequence[int]) -> Iterator[tuple[int, int]]:
    """All pairs; in a large bucket only near neighbours, which still join a large group of nearly equal pages."""
    reach = len(bucket) if len(bucket) <= _BOILERPLATE else _NEXT
    for place, left in enumerate(bucket):
        for right in bucket[place + 1 : place + 1 + reach]:
            yield left, right


class _Groups:
    """Union-find: the lowest number of a group stands for it."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}

    def _find(self, number: int) -> int:
        parent = self._parents.setdefault(number, number)
        while parent != self._parents[parent]:
            parent = self._parents[parent]
        self._parents[number] = parent
        return parent

    def join(self, left: int, right: int) -> None:
        first, second = sorted((self._find(left), self._find(right)))
        self._parents[second] = first

    def of_several(self) -> Iterable[list[int]]:
        members: dict[int, list[int]] = {}
        for number in sorted(self._parents):
            members.setdefault(self._find(number), []).append(number)
        return members.values()


def _describe(group: Sequence[int], digests: Sequence[DocumentDigest]) -> DuplicateGroup:
    first = decode_fingerprint(digests[group[0]].fingerprint)
    others = [estimate_similarity(first, decode_fingerprint(digests[number].fingerprint)) for number in group[1:]]
    return DuplicateGroup(tuple(group), (1.0, *[round(similarity, 3) for similarity in others]))
