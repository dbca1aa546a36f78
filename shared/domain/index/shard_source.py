"""Read a revision's shards: the postings, words and documents that ranking asks for, each file once."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from shared.domain.encoding import from_json
from shared.domain.index.directory import decode_directory
from shared.domain.index.documents import decode_documents
from shared.domain.index.lexicon import LexiconBlock, place_blocks
from shared.domain.index.postings import decode_postings
from shared.domain.revision import FORMAT, block_file, pack_file
from shared.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from shared.domain.index.directory import DirectoryPart

__all__ = ["ShardSource", "StoredDocument"]

_SHARDS_KEPT = 256
_LISTS_KEPT = 256
_DOCUMENTS_KEPT = 1024
_BLOCK_FILES_KEPT = 128
_LONG_LIST = 256
"""Decoded lists beyond this length are kept for the next query; short ones are decoded faster than looked up."""


class StoredDocument(NamedTuple):
    """A document as its shard has it, and the id of its first section."""

    number: int
    first_section: int
    fields: dict[str, Any]


class _BlockPlace(NamedTuple):
    """Where a lexicon block is in its pack's block file, and where the rests of that pack begin."""

    pack: str
    start: int
    end: int
    rests: int


class _FoundTerm(NamedTuple):
    where: _BlockPlace
    block: LexiconBlock
    place: int
    """The term's place within the block."""


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
        self._first_terms = [first for entry in manifest["lexicon"] for first in entry["terms"]]
        self._block_places = [place for entry in manifest["lexicon"] for place in _place_blocks(entry)]
        self._first_words = [first for entry in manifest["lexicon"] for first in entry["words"]]
        self._word_files = [
            pack_file(entry["pack"], number) for entry in manifest["lexicon"] for number in range(len(entry["words"]))
        ]
        self._directory = _Documents(_decode_directory(read(block_file(manifest["documents"]["pack"]))))
        self._block = lru_cache(_SHARDS_KEPT)(self._load_block)
        self._words = lru_cache(_SHARDS_KEPT)(self._load_words)
        self._documents = lru_cache(_DOCUMENTS_KEPT)(self._load_document)
        self._blocks = lru_cache(_BLOCK_FILES_KEPT)(self._load_blocks)
        self._long_list = lru_cache(_LISTS_KEPT)(self._decode)

    def levels(self, term: str) -> Mapping[int, int]:
        """Section id -> impact level of the sections that ranking counts; empty for a term that no section holds."""
        frequency = self.frequency(term)
        if frequency == 0:
            return {}
        return self._long_list(term) if frequency > _LONG_LIST else self._decode(term)

    def sections_with(self, term: str) -> set[int]:
        """All sections that hold the term."""
        found = self._find(term)
        if found is None:
            return set()
        rest = found.block.rest(found.place, self._blocks(found.where.pack)[found.where.rests :])
        return {section for _, ids in decode_postings(rest) for section in ids}.union(self.levels(term))

    def frequency(self, term: str) -> int:
        found = self._find(term)
        return found.block.frequencies[found.place] if found else 0

    def _find(self, term: str) -> _FoundTerm | None:
        number = bisect_right(self._first_terms, term) - 1
        if number < 0:
            return None
        block = self._block(number)
        place = bisect_left(block.terms, term)
        is_known = place < len(block.terms) and block.terms[place] == term
        return _FoundTerm(self._block_places[number], block, place) if is_known else None

    def _decode(self, term: str) -> dict[int, int]:
        found = self._find(term)
        if found is None:
            return {}
        levels: dict[int, int] = {}
        for level, ids in decode_postings(found.block.ranked(found.place)):
            levels.update(dict.fromkeys(ids, level))
        return levels

    def _load_block(self, number: int) -> LexiconBlock:
        where = self._block_places[number]
        return LexiconBlock(self._blocks(where.pack)[where.start : where.end])

    def words_from(self, initial: str) -> Iterator[tuple[str, int]]:
        """(word, count) of the site's words that begin with the character `initial`."""
        first = max(0, bisect_right(self._first_words, initial) - 1)
        last = bisect_right(self._first_words, initial, key=lambda word: word[:1])
        for number in range(first, last):
            for word, count in self._words(number):
                if word[0] == initial:
                    yield word, count

    def _load_words(self, number: int) -> list[tuple[str, int]]:
        fields = from_json(self._read(self._word_files[number]))
        return list(zip(fields["words"], fields["counts"], strict=True))

    def document_of(self, section_id: int) -> int:
        return self._directory.document_of[section_id]

    def sections_of(self, document: int) -> range:
        first = self._directory.first_sections[document]
        return range(first, first + self._directory.section_counts[document])

    def document(self, number: int) -> StoredDocument:
        """The document's fields, as docs/format.md names them."""
        return StoredDocument(number, self._directory.first_sections[number], self._documents(number))

    def _load_document(self, number: int) -> dict[str, Any]:
        place = bisect_right(self._directory.first_documents, number) - 1
        part = self._directory.parts[place]
        (document,) = decode_documents(part, self._blocks(part.pack), [number - self._directory.first_documents[place]])
        return document

    def _load_blocks(self, pack: str) -> bytes:
        return self._read(block_file(pack))


def _place_blocks(entry: Mapping[str, Any]) -> list[_BlockPlace]:
    """Where the lexicon blocks of one of the manifest's packs are."""
    places = place_blocks(entry["sizes"])
    return [_BlockPlace(entry["pack"], start, end, places[-1]) for start, end in pairwise(places)]


class _Documents:
    """Where the documents are. Lists are by document, in path order."""

    def __init__(self, parts: list[DirectoryPart]) -> None:
        self.parts = parts
        self.first_sections: list[int] = []
        self.section_counts: list[int] = []
        self.first_documents: list[int] = []
        """By part."""
        self.document_of = array("I")
        """By section id; what stands in the gaps between parts means nothing."""
        for part in parts:
            self.first_documents.append(len(self.section_counts))
            base = part.base
            self.document_of.extend([0] * (base - len(self.document_of)))
            for count in part.section_counts():
                self.document_of.extend([len(self.first_sections)] * count)
                self.first_sections.append(base)
                self.section_counts.append(count)
                base += count


def _decode_directory(data: bytes) -> list[DirectoryPart]:
    try:
        return decode_directory(data)
    except ValueError as error:
        raise InputError("the directory of documents is damaged; build the site again", code="bad-directory") from error
