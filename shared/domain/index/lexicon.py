"""One partition of the lexicon: merge the parts' chunks, cut the terms into shards, encode them.

Merging from scratch and patching the result of an earlier merge give the same bytes; a property test holds them to it.
Patching is why an edit of one page costs what its words cost, not what the whole index does.
"""

from __future__ import annotations

import zlib
from array import array
from base64 import b64decode, b64encode
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from shared.domain.encoding import from_json, to_json
from shared.domain.index.blocks import decode_block, encode_block
from shared.domain.index.postings import (
    HEAD_ENTRIES,
    decode_postings,
    encode_postings,
    pack_entry,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from shared.domain.index.partial import PartChunk

__all__ = ["LexiconPack", "Partition", "TermPostings", "decode_pack", "encode_pack", "merge_chunks", "patch_partition"]


class TermPostings(NamedTuple):
    """A term's whole list: the number of sections, and the encoded head and tail."""

    frequency: int
    head: bytes
    tail: bytes


@dataclass(frozen=True, slots=True)
class Partition:
    """Terms and words of one partition, each in code-point order."""

    terms: dict[str, TermPostings]
    words: dict[str, int]


@dataclass(frozen=True, slots=True)
class LexiconPack:
    """The shards of a partition's pack, those of terms first; `tails`: its block file.

    `first_terms` and `first_words` find the shard of a term or a word: each is above all of the shard before, and not
    above the first of its own.
    """

    files: list[bytes]
    tails: bytes
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
    tail = encode_postings(entries[HEAD_ENTRIES:]) if len(entries) > HEAD_ENTRIES else b""
    return TermPostings(len(entries), encode_postings(entries[:HEAD_ENTRIES]), tail)


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
    groups = (group for data in (postings.head, postings.tail) for group in decode_postings(data))
    return {pack_entry(level, section_id) for level, section_ids in groups for section_id in section_ids}


# Shards are cut where the content says so (a term whose checksum ends in zeros), within limits: an insertion then moves
# the next boundary or two, not all that follow.
_MIN_SHARD_BYTES = 4_000
_MAX_SHARD_BYTES = 8_000
_CUT_MASK = 15


def _is_cut(key: str, size: int, more: int) -> bool:
    if size + more > _MAX_SHARD_BYTES:
        return size > 0
    return size >= _MIN_SHARD_BYTES and not zlib.crc32(key.encode()) & _CUT_MASK


def encode_pack(partition: Partition) -> LexiconPack:
    """Encode a partition as its pack: lexicon shards, word shards, and the tails of long lists as blocks."""
    groups = list(_cut(partition.terms, lambda term: len(term) + 8 + len(partition.terms[term].head) * 4 // 3))
    word_groups = list(_cut(partition.words, lambda word: len(word) + 5))
    tails = bytearray()
    files = [_encode_shard(group, partition.terms, tails) for group in groups]
    files += [to_json({"words": group, "counts": [partition.words[word] for word in group]}) for group in word_groups]
    return LexiconPack(files, bytes(tails), _separators(groups), _separators(word_groups))


def _separators(groups: Sequence[list[str]]) -> list[str]:
    """Of the first key of each group as much as tells it from the group before; of the very first all."""
    first = [group[0] for group in groups[:1]]
    return first + [_shortest_above(before[-1], group[0]) for before, group in pairwise(groups)]


def _shortest_above(lower: str, upper: str) -> str:
    """The shortest beginning of `upper` that is above `lower`, which is below `upper`."""
    return next(upper[:size] for size in range(1, len(upper) + 1) if upper[:size] > lower)


def _cut(keys: Iterable[str], size_of: Callable[[str], int]) -> Iterator[list[str]]:
    group: list[str] = []
    size = 0
    for key in keys:
        more = size_of(key)
        if _is_cut(key, size, more):
            yield group
            group, size = [], 0
        group.append(key)
        size += more
    if group:
        yield group


def _encode_shard(group: list[str], terms: Mapping[str, TermPostings], tails: bytearray) -> bytes:
    places: dict[str, list[int]] = {}
    for index, term in enumerate(group):
        if tail := terms[term].tail:
            block = encode_block(tail)
            places[str(index)] = [len(tails), len(block)]
            tails += block
    return to_json(
        {
            "terms": group,
            "frequencies": [terms[term].frequency for term in group],
            "sizes": [len(terms[term].head) for term in group],
            "tails": places,
            "postings": b64encode(b"".join([terms[term].head for term in group])).decode(),
        }
    )


def decode_pack(pack: LexiconPack) -> Partition:
    """The partition that `encode_pack` was given."""
    shards = [from_json(file) for file in pack.files[: len(pack.first_terms)]]
    word_shards = [from_json(file) for file in pack.files[len(pack.first_terms) :]]
    terms: dict[str, TermPostings] = {}
    for shard in shards:
        heads = b64decode(shard["postings"])
        start = 0
        for index, (term, frequency, size) in enumerate(
            zip(shard["terms"], shard["frequencies"], shard["sizes"], strict=True)
        ):
            offset, length = shard["tails"].get(str(index), (0, 0))
            tail = decode_block(pack.tails[offset : offset + length]) if length else b""
            terms[term] = TermPostings(frequency, heads[start : start + size], tail)
            start += size
    words = {word: count for shard in word_shards for word, count in zip(shard["words"], shard["counts"], strict=True)}
    return Partition(terms, words)
