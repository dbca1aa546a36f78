"""The postings of one part, before they are merged: counted when the part is parsed, weighed when averages are known.

Counting depends on the part alone, so an edit elsewhere never repeats it. Weighing needs the average length over the
site (rounded: docs/format.md) and how many partitions the index has; it is cheap, and repeated only when those change.
"""

from __future__ import annotations

import math
import struct
import sys
from array import array
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from shared.domain.encoding import from_json, to_json
from shared.domain.index.partitions import partition_of_range, range_of_term
from shared.domain.index.postings import LEVELS, MAX_SECTIONS, pack_entry
from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from shared.config import FieldWeights
    from shared.domain.models import Document, Section
    from shared.domain.text import Analyzer

__all__ = ["ChunkPlace", "CountedPart", "PartChunk", "WeighedPart", "count_part", "rounded_average", "weigh_part"]


@dataclass(frozen=True, slots=True)
class CountedPart:
    """Term occurrences of one part.

    `terms[term]` is a flat list: local section id, weighted occurrences, local section id, ... `lengths` holds each
    section's weighted length. `words[word]` counts occurrences of plain words as they are written.
    """

    lengths: list[float]
    terms: dict[str, list[float]]
    words: dict[str, int]

    def to_bytes(self) -> bytes:
        return to_json({"lengths": self.lengths, "terms": self.terms, "words": self.words})

    @classmethod
    def from_bytes(cls, data: bytes) -> CountedPart:
        return cls(**from_json(data))


def count_part(
    documents: Iterable[Document], weights: FieldWeights, analyzer_for: Callable[[str], Analyzer]
) -> CountedPart:
    """Count the terms of all sections of a part's documents, in order."""
    lengths: list[float] = []
    terms: dict[str, list[float]] = {}
    words: dict[str, int] = {}
    for document in documents:
        analyzer = analyzer_for(document.language)
        chunk_counts: Counter[str] = Counter()
        for place, section in enumerate(document.sections):
            counts: dict[str, float] = {}
            length = 0.0
            for text, weight in _fields(document, section, weights, first=place == 0):
                chunks = analyzer.split(text)
                chunk_counts.update(chunks)
                for term, occurrences in analyzer.count_chunk_terms(chunks).items():
                    weighted = weight * occurrences
                    counts[term] = counts.get(term, 0) + weighted
                    length += weighted
            local_id = len(lengths)
            lengths.append(_short(length))
            for term, count in counts.items():
                if count:
                    terms.setdefault(term, []).extend((local_id, _short(count)))
        for word, occurrences in analyzer.count_chunk_words(chunk_counts).items():
            words[word] = words.get(word, 0) + occurrences
    return CountedPart(lengths, dict(sorted(terms.items())), dict(sorted(words.items())))


def _fields(document: Document, section: Section, weights: FieldWeights, *, first: bool) -> Iterable[tuple[str, float]]:
    if first:
        yield document.title, weights.title
        yield " ".join((*document.tags, *document.categories)), weights.tags
        yield document.description, weights.body
    if section.heading:
        yield section.heading, weights.headings
    yield section.body, weights.body
    if section.code:
        yield section.code, weights.code


def _short(number: float) -> float:
    """Whole numbers as int, others with four digits: sums of weights differ in their last bits otherwise."""
    whole = int(number)
    if whole == number:  # nearly all are
        return whole
    rounded = round(number, 4)
    return int(rounded) if rounded == int(rounded) else rounded


def rounded_average(total: float, count: int) -> float:
    """The average length, up to the next power of 2^(1/8): small edits leave it, and so every other list, alone."""
    if not count or total <= 0:
        return 1.0
    power: float = 2.0 ** (math.ceil(math.log2(total / count) * 8) / 8)
    return round(power, 4)


@dataclass(frozen=True, slots=True)
class PartChunk:
    """One part's share of one partition. `entries` of all terms follow one another; `counts` says how many each has."""

    terms: list[str]
    counts: list[int]
    entries: array[int]
    words: list[str]
    word_counts: list[int]

    def to_bytes(self) -> bytes:
        head = to_json([self.terms, self.counts, self.words, self.word_counts])
        return len(head).to_bytes(4, "little") + head + _little_endian(self.entries)

    @classmethod
    def from_bytes(cls, data: bytes) -> PartChunk:
        end = 4 + int.from_bytes(data[:4], "little")
        terms, counts, words, word_counts = from_json(data[4:end])
        entries = array("I")
        entries.frombytes(data[end:])
        return cls(terms, counts, _native(entries), words, word_counts)


def _little_endian(entries: array[int]) -> bytes:
    return _native(array("I", entries)).tobytes()


def _native(entries: array[int]) -> array[int]:
    if sys.byteorder == "big":
        entries.byteswap()
    return entries


class ChunkPlace(NamedTuple):
    """Where one partition's chunk lies in the object of its part; `size` is 0 where the part has nothing for it.

    A large site has tens of thousands of them, so outside a step they stand packed.
    """

    offset: int
    size: int
    digest: bytes
    """Eight bytes."""

    def to_bytes(self) -> bytes:
        return _PLACE.pack(*self)

    @classmethod
    def at(cls, number: int, packed: bytes) -> ChunkPlace:
        """One of those that follow one another, counted from 0."""
        return cls(*_PLACE.unpack_from(packed, number * _PLACE.size))


_PLACE: Final = struct.Struct("<II8s")
_DIGEST_BYTES: Final = 8


@dataclass(frozen=True, slots=True)
class WeighedPart:
    """All chunks of a part in one object, and the place of each partition's."""

    data: bytes
    chunks: list[ChunkPlace]


def weigh_part(counted: CountedPart, *, average: float, k1: float, b: float, partitions: int) -> WeighedPart:
    """Turn occurrences into impact levels and cut the part by partition."""
    if len(counted.lengths) >= MAX_SECTIONS:
        raise InvariantError("a part has more sections than an entry can number", sections=len(counted.lengths))
    norms = [k1 * (1 - b + b * length / average) for length in counted.lengths]
    chunks = [PartChunk([], [], array("I"), [], []) for _ in range(partitions)]
    for term, pairs in counted.terms.items():
        chunk = chunks[partition_of_range(range_of_term(term), partitions)]
        chunk.terms.append(term)
        chunk.counts.append(len(pairs) // 2)
        chunk.entries.extend(_levels(pairs, norms))
    for word, count in counted.words.items():
        chunk = chunks[partition_of_range(range_of_term(word), partitions)]
        chunk.words.append(word)
        chunk.word_counts.append(count)
    return _join(chunks)


def _levels(pairs: Sequence[float], norms: Sequence[float]) -> list[int]:
    entries = []
    for local_id, occurrences in zip(pairs[::2], pairs[1::2], strict=True):
        section = int(local_id)
        impact = occurrences / (occurrences + norms[section])
        entries.append(pack_entry(max(1, int(LEVELS * impact + 0.5)), section))
    return entries


def _join(chunks: Iterable[PartChunk]) -> WeighedPart:
    places: list[ChunkPlace] = []
    pieces: list[bytes] = []
    offset = 0
    for chunk in chunks:
        if not chunk.terms and not chunk.words:
            places.append(ChunkPlace(offset, 0, bytes(_DIGEST_BYTES)))
            continue
        piece = chunk.to_bytes()
        pieces.append(piece)
        places.append(ChunkPlace(offset, len(piece), sha256(piece).digest()[:_DIGEST_BYTES]))
        offset += len(piece)
    return WeighedPart(b"".join(pieces), places)
