"""One partition of the lexicon: merge the parts' chunks, cut the terms into blocks, encode them.

Merging from scratch and patching the result of an earlier merge give the same bytes; a property test holds them to it.
Patching is why an edit of one page costs what its words cost, not what the whole index does.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from shared.domain.encoding import from_json, to_json
from shared.domain.index.blocks import decode_block, encode_block
from shared.domain.index.postings import RANKED_ENTRIES, decode_postings, encode_postings, pack_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from shared.domain.index.partial import PartChunk

__all__ = [
    "BLOCK_UNIT",
    "LexiconBlock",
    "LexiconPack",
    "Partition",
    "TermPostings",
    "decode_pack",
    "encode_pack",
    "merge_chunks",
    "patch_partition",
    "place_blocks",
]

BLOCK_UNIT = 64
"""A lexicon block's size is a multiple of so many bytes, so that few digits tell it."""


class TermPostings(NamedTuple):
    """A term's whole list: the number of sections, and the encoded entries that ranking counts, and the rest."""

    frequency: int
    ranked: bytes
    rest: bytes


@dataclass(frozen=True, slots=True)
class Partition:
    """Terms and words of one partition, each in code-point order."""

    terms: dict[str, TermPostings]
    words: dict[str, int]


@dataclass(frozen=True, slots=True)
class LexiconPack:
    """A partition's pack: `files`, the word shards, and `blocks`, its block file: lexicon blocks, then the rests of
    long lists.

    `sizes` are those of the lexicon blocks, in units of `BLOCK_UNIT` bytes. `first_terms` and `first_words` find the
    block of a term and the shard of a word: each is above all of the one before, and not above the first of its own.
    """

    files: list[bytes]
    blocks: bytes
    sizes: list[int]
    first_terms: list[str]
    first_words: list[str]


def merge_chunks(chunks: Iterable[tuple[int, PartChunk]]) -> Partition:
    """Merge (base, chunk) of all parts."""
    merged: dict[str, array[int]] = {}
    words: dict[str, int] = {}
    for base, chunk in chunks:
        for term, entries in _rebased(base, chunk):
            known = merged.get(term)
            if known is None:
                merged[term] = entries
            else:
                known.extend(entries)
        for word, count in zip(chunk.words, chunk.word_counts, strict=True):
            words[word] = words.get(word, 0) + count
    terms = {term: _encode_term(sorted(merged[term])) for term in sorted(merged)}
    return Partition(terms, dict(sorted(words.items())))


def _rebased(base: int, chunk: PartChunk) -> Iterator[tuple[str, array[int]]]:
    # A base only touches an entry's lower bits, so adding it to all of them at once is adding it to the ids.
    entries = array("I", [entry + base for entry in chunk.entries]) if base else chunk.entries
    start = 0
    for term, end in zip(chunk.terms, accumulate(chunk.counts), strict=True):
        yield term, entries[start:end]
        start = end


def _encode_term(entries: Sequence[int]) -> TermPostings:
    rest = encode_postings(entries[RANKED_ENTRIES:]) if len(entries) > RANKED_ENTRIES else b""
    return TermPostings(len(entries), encode_postings(entries[:RANKED_ENTRIES]), rest)


def patch_partition(
    old: Partition, removed: Iterable[tuple[int, PartChunk]], added: Iterable[tuple[int, PartChunk]]
) -> Partition:
    """Take parts out of a partition and put others in: equal to merging the parts that remain."""
    words = dict(old.words)
    gone = _collect(removed, words, -1)
    new = _collect(added, words, 1)
    terms = dict(old.terms)
    nothing: frozenset[int] = frozenset()
    for term in gone.keys() | new.keys():
        leaving, coming = gone.get(term, nothing), new.get(term, nothing)
        if leaving == coming:
            continue  # most terms of an edited page are as they were, and their lists may be long
        present = (_entries_of(terms.get(term)) - leaving) | coming
        if present:
            terms[term] = _encode_term(sorted(present))
        else:
            terms.pop(term, None)
    return Partition(
        {term: terms[term] for term in sorted(terms)},
        {word: count for word, count in sorted(words.items()) if count},
    )


def _collect(chunks: Iterable[tuple[int, PartChunk]], words: dict[str, int], sign: int) -> dict[str, set[int]]:
    """Term -> its entries in all chunks; the chunks' words are added to or taken from `words`."""
    entries: dict[str, set[int]] = {}
    for base, chunk in chunks:
        for term, found in _rebased(base, chunk):
            entries.setdefault(term, set()).update(found)
        for word, count in zip(chunk.words, chunk.word_counts, strict=True):
            words[word] = words.get(word, 0) + sign * count
    return entries


def _entries_of(postings: TermPostings | None) -> set[int]:
    if postings is None:
        return set()
    groups = (group for data in (postings.ranked, postings.rest) for group in decode_postings(data))
    return {pack_entry(level, section_id) for level, section_ids in groups for section_id in section_ids}


class _Limits(NamedTuple):
    """Of the size of a group of neighbours in bytes: from `least`, unless the next key is large, to `most`, unless it
    is a single key."""

    least: int
    most: int


_BLOCK = _Limits(1_500, 5_000)
_WORD_SHARD = _Limits(4_000, 8_000)


def encode_pack(partition: Partition) -> LexiconPack:
    """Encode a partition as its pack: lexicon blocks with the rests of long lists, and word shards."""
    terms = partition.terms
    groups = list(_cut(terms, lambda term: len(term) + 8 + len(terms[term].ranked), _BLOCK))
    rests = bytearray()
    blocks = [_encode_block(group, terms, rests) for group in groups]
    word_groups = list(_cut(partition.words, lambda word: len(word) + 5, _WORD_SHARD))
    return LexiconPack(
        [to_json({"words": group, "counts": [partition.words[word] for word in group]}) for group in word_groups],
        b"".join([*blocks, rests]),
        [len(block) // BLOCK_UNIT for block in blocks],
        _separators(groups),
        _separators(word_groups),
    )


def _cut(keys: Iterable[str], size_of: Callable[[str], int], limits: _Limits) -> Iterator[list[str]]:
    """Cut within the limits where the separator is shortest.

    All separators stand in the manifest (a prefix B-tree's way; Bayer and Unterauer 1977). And such a place stays the
    best one when keys come and go, so an edit moves a boundary or two, not all that follow.
    """
    keys = list(keys)
    ends = list(accumulate(map(size_of, keys), initial=0))
    start = 0
    while start < len(keys) - 1 and ends[-1] - ends[start] > limits.most:
        first = max(start + 1, bisect_left(ends, ends[start] + limits.least))
        last = max(start + 1, bisect_right(ends, ends[start] + limits.most) - 1)
        cut = min(range(min(first, last), last + 1), key=lambda place: _distinguishing(keys[place - 1], keys[place]))
        yield keys[start:cut]
        start = cut
    if keys:
        yield keys[start:]


def _separators(groups: Sequence[list[str]]) -> list[str]:
    """Of the first key of each group as much as tells it from the group before; of the very first all."""
    first = [group[0] for group in groups[:1]]
    return first + [group[0][: _distinguishing(before[-1], group[0])] for before, group in pairwise(groups)]


def _distinguishing(lower: str, upper: str) -> int:
    """How many characters of `upper` are above `lower`, which is below it."""
    for size, (a, b) in enumerate(zip(lower, upper, strict=False), 1):
        if a != b:
            return size
    return len(lower) + 1


def _encode_block(group: list[str], terms: Mapping[str, TermPostings], rests: bytearray) -> bytes:
    """A block of these terms; the rests of their lists are added to `rests`."""
    places: dict[str, list[int]] = {}
    for index, term in enumerate(group):
        if rest := terms[term].rest:
            block = encode_block(rest)
            places[str(index)] = [len(rests), len(block)]
            rests += block
    columns = {
        "terms": group,
        "frequencies": [terms[term].frequency for term in group],
        "sizes": [len(terms[term].ranked) for term in group],
    }
    line = to_json({**columns, "rests": places} if places else columns)
    return encode_block(b"\n".join([line, b"".join([terms[term].ranked for term in group])]), unit=BLOCK_UNIT)


class LexiconBlock:
    """A decoded block: of some neighbouring terms the frequency, what ranking counts, and where the rest is.

    Raises:
        ValueError: the block is damaged.
    """

    def __init__(self, data: bytes) -> None:
        line, _, self._lists = decode_block(data).partition(b"\n")
        fields = from_json(line)
        self.terms: list[str] = fields["terms"]
        self.frequencies: list[int] = fields["frequencies"]
        self._starts = [0, *accumulate(fields["sizes"])]
        self._rests: dict[str, list[int]] = fields.get("rests", {})
        if not len(self.terms) == len(self.frequencies) == len(self._starts) - 1:
            raise ValueError("a damaged block: its columns differ in length")
        if self._starts[-1] != len(self._lists):
            raise ValueError("a damaged block: its sizes are not those of its lists")

    def ranked(self, place: int) -> bytes:
        """The entries that ranking counts, encoded, of the term at this place."""
        return self._lists[self._starts[place] : self._starts[place + 1]]

    def rest(self, place: int, rests: bytes) -> bytes:
        """The other entries, encoded. `rests`: what follows the lexicon blocks in the pack's block file.

        Raises:
            ValueError: they are damaged.
        """
        offset, size = self._rests.get(str(place), (0, 0))
        return decode_block(rests[offset : offset + size]) if size else b""


def place_blocks(sizes: Iterable[int]) -> list[int]:
    """Where the lexicon blocks of a pack begin in its block file, and where its rests do."""
    return [BLOCK_UNIT * size for size in accumulate(sizes, initial=0)]


def decode_pack(pack: LexiconPack) -> Partition:
    """The partition that `encode_pack` was given."""
    terms: dict[str, TermPostings] = {}
    places = place_blocks(pack.sizes)
    rests = pack.blocks[places[-1] :]
    for start, end in pairwise(places):
        block = LexiconBlock(pack.blocks[start:end])
        for place, (term, frequency) in enumerate(zip(block.terms, block.frequencies, strict=True)):
            terms[term] = TermPostings(frequency, block.ranked(place), block.rest(place, rests))
    shards = [from_json(file) for file in pack.files]
    words = {word: count for shard in shards for word, count in zip(shard["words"], shard["counts"], strict=True)}
    return Partition(terms, words)
