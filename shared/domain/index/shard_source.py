"""Read a revision's shards: the postings, words and documents that ranking asks for, each file once."""

from __future__ import annotations

from array import array
from base64 import b64decode
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from shared.domain.encoding import from_json
from shared.domain.index.documents import BASE_STEP
from shared.domain.index.postings import decode_postings
from shared.domain.revision import FORMAT, pack_file
from shared.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["ShardSource", "StoredDocument"]

_SHARDS_KEPT = 256
_LISTS_KEPT = 256
_LONG_LIST = 256
"""Decoded lists beyond this length are kept for the next query; short ones are decoded faster than looked up."""


class StoredDocument(NamedTuple):
    """A document as its shard has it, and the id of its first section."""

    number: int
    first_section: int
    fields: dict[str, Any]


class _LexiconShard(NamedTuple):
    pack: str
    places: dict[str, int]
    frequencies: list[int]
    starts: list[int]
    tails: dict[str, list[int]]
    heads: bytes


class ShardSource:
    """A `PostingSource` over shards. `read(name)` gives an object's bytes; `manifest` is the revision's.

    Raises:
        InputError: the revision has another format than this program reads.
    """

    def __init__(self, manifest: Mapping[str, Any], read: Callable[[str], bytes]) -> None:
        if manifest["format"] != FORMAT:
            raise InputError(
                f"the revision has format {manifest['format']}; this program reads format {FORMAT}", code="bad-format"
            )
        self.section_count: int = manifest["counts"]["sections"]
        self.document_count: int = manifest["counts"]["documents"]
        self._read = read
        self._term_starts, self._term_files = _locate(manifest["lexicon"], "terms")
        self._word_starts, self._word_files = _locate(manifest["lexicon"], "words")
        self._directory = _Directory(from_json(read(pack_file(manifest["documents"]["pack"], 0))))
        self._shard = lru_cache(_SHARDS_KEPT)(self._load_shard)
        self._words = lru_cache(_SHARDS_KEPT)(self._load_words)
        self._documents = lru_cache(_SHARDS_KEPT)(self._load_documents)
        self._long_list = lru_cache(_LISTS_KEPT)(self._decode)

    def levels(self, term: str) -> Mapping[int, int]:
        """Section id -> impact level; empty for a term that no section holds."""
        frequency = self.frequency(term)
        if frequency == 0:
            return {}
        return self._long_list(term) if frequency > _LONG_LIST else self._decode(term)

    def frequency(self, term: str) -> int:
        found = self._find(term)
        return found[0].frequencies[found[1]] if found else 0

    def _find(self, term: str) -> tuple[_LexiconShard, int] | None:
        number = bisect_right(self._term_starts, term) - 1
        if number < 0:
            return None
        shard = self._shard(number)
        place = shard.places.get(term)
        return None if place is None else (shard, place)

    def _decode(self, term: str) -> dict[int, int]:
        found = self._find(term)
        if found is None:
            return {}
        shard, place = found
        data = [shard.heads[shard.starts[place] : shard.starts[place + 1]]]
        if tail := shard.tails.get(str(place)):
            file, offset, size = tail
            postings = b64decode(from_json(self._read(pack_file(shard.pack, file)))["postings"])
            data.append(postings[offset : offset + size])
        levels: dict[int, int] = {}
        for piece in data:
            for level, ids in decode_postings(piece):
                levels.update(dict.fromkeys(ids, level))
        return levels

    def _load_shard(self, number: int) -> _LexiconShard:
        pack, file = self._term_files[number]
        fields = from_json(self._read(pack_file(pack, file)))
        return _LexiconShard(
            pack,
            {term: place for place, term in enumerate(fields["terms"])},
            fields["frequencies"],
            [0, *accumulate(fields["sizes"])],
            fields["tails"],
            b64decode(fields["postings"]),
        )

    def words_from(self, initial: str) -> Iterator[tuple[str, int]]:
        """(word, count) of the site's words that begin with the character `initial`."""
        first = max(0, bisect_right(self._word_starts, initial) - 1)
        last = bisect_right(self._word_starts, initial, key=lambda word: word[:1])
        for number in range(first, last):
            for word, count in self._words(number):
                if word[0] == initial:
                    yield word, count

    def _load_words(self, number: int) -> list[tuple[str, int]]:
        pack, file = self._word_files[number]
        fields = from_json(self._read(pack_file(pack, file)))
        return list(zip(fields["words"], fields["counts"], strict=True))

    def document_of(self, section_id: int) -> int:
        return self._directory.document_of[section_id]

    def sections_of(self, document: int) -> range:
        first = self._directory.first_sections[document]
        return range(first, first + self._directory.section_counts[document])

    def document(self, number: int) -> StoredDocument:
        """The document's fields, as docs/format.md names them."""
        shard = bisect_right(self._directory.first_documents, number) - 1
        place = number - self._directory.first_documents[shard]
        return StoredDocument(number, self._directory.first_sections[number], self._documents(shard)[place])

    def _load_documents(self, shard: int) -> list[dict[str, Any]]:
        pack, file = self._directory.files[shard]
        documents: list[dict[str, Any]] = from_json(self._read(pack_file(pack, file)))["documents"]
        return documents


def _locate(packs: list[dict[str, Any]], kind: str) -> tuple[list[str], list[tuple[str, int]]]:
    """First keys of all shards of a kind, ascending, and the (pack, file) of each."""
    starts: list[str] = []
    files: list[tuple[str, int]] = []
    for pack in packs:
        offset = 0 if kind == "terms" else len(pack["terms"])
        for number, first in enumerate(pack[kind]):
            starts.append(first)
            files.append((pack["pack"], offset + number))
    return starts, files


class _Directory:
    """Where the documents are. Lists are by document, in path order, or by shard."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self.first_sections: list[int] = []
        self.section_counts: list[int] = []
        self.first_documents: list[int] = []
        self.files: list[tuple[str, int]] = []
        self.document_of = array("I")
        """By section id; what stands in the gaps between parts means nothing."""
        for part in fields["parts"]:
            shard_start = len(self.section_counts)
            for number, count in enumerate(part["shards"]):
                self.first_documents.append(shard_start)
                self.files.append((part["pack"], number))
                shard_start += count
            base = part["base"]
            if base % BASE_STEP:
                raise InputError("the directory of documents is damaged; build the site again", code="bad-directory")
            self.document_of.extend([0] * (base - len(self.document_of)))
            for count in part["sections"]:
                self.document_of.extend([len(self.first_sections)] * count)
                self.first_sections.append(base)
                self.section_counts.append(count)
                base += count
