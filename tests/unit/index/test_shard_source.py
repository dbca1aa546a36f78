from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.index.directory import DirectoryPart, assign_bases, encode_directory
from shared.domain.index.documents import encode_documents
from shared.domain.index.lexicon import Partition, TermPostings, encode_pack
from shared.domain.index.postings import RANKED_ENTRIES, encode_postings, pack_entry
from shared.domain.index.shard_source import ShardSource
from shared.domain.models import Document, Section
from shared.domain.revision import pack_name, pack_objects
from shared.errors import InputError


class Shards:
    """A revision made of partitions and parts, and which objects were read how often."""

    def __init__(self, partitions: list[Partition], parts: list[list[int]]) -> None:
        """`parts`: of each part the number of sections of each document."""
        self.objects: dict[str, bytes] = {}
        self.reads: Counter[str] = Counter()
        lexicon = []
        for partition in partitions:
            pack = encode_pack(partition)
            name = self._put(pack.files, pack.blocks)
            lexicon.append({"pack": name, "terms": pack.first_terms, "sizes": pack.sizes, "words": pack.first_words})
        directory = []
        number = 0
        for base, counts in zip(assign_bases(map(sum, parts)), parts, strict=True):
            documents = []
            for count in counts:
                sections = tuple(Section("", 0, (), "x" * 3_000) for _ in range(count))
                documents.append(Document(f"{number}.md", f"/{number}/", f"Title {number}", sections))
                number += 1
            encoded = encode_documents(documents, site_language="en")
            if documents:
                directory.append(DirectoryPart(self._put([], encoded.blocks), base, encoded.leaves))
        self.manifest: dict[str, Any] = {
            "format": 1,
            "counts": {"sections": sum(map(sum, parts)), "documents": number},
            "lexicon": lexicon,
            "documents": {"pack": self._put([], encode_directory(directory))},
        }

    def _put(self, files: list[bytes], blocks: bytes = b"") -> str:
        name = pack_name([*files, blocks])
        self.objects.update(pack_objects(name, files, blocks))
        return name

    def read(self, name: str) -> bytes:
        self.reads[name] += 1
        return self.objects[name]

    def open(self) -> ShardSource:
        return ShardSource(self.manifest, self.read)


def postings(levels: dict[int, int]) -> TermPostings:
    entries = sorted(pack_entry(level, section) for section, level in levels.items())
    return TermPostings(
        len(entries), encode_postings(entries[:RANKED_ENTRIES]), encode_postings(entries[RANKED_ENTRIES:])
    )


def partition(terms: dict[str, dict[int, int]], words: dict[str, int] | None = None) -> Partition:
    return Partition({term: postings(terms[term]) for term in sorted(terms)}, dict(sorted((words or {}).items())))


lists = st.dictionaries(st.integers(0, 5000), st.integers(1, 15), min_size=1, max_size=20)
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=4)


@given(st.dictionaries(texts, lists, max_size=25), st.lists(texts, max_size=5), texts)
@settings(deadline=None)
def test_every_term_is_found_with_its_list_and_no_other(
    terms: dict[str, dict[int, int]], others: list[str], border: str
) -> None:
    halves = [{t: v for t, v in terms.items() if t < border}, {t: v for t, v in terms.items() if t >= border}]
    source = Shards([partition(half) for half in halves if half], [[1]]).open()
    for term, levels in terms.items():
        assert source.frequency(term) == len(levels)
        assert source.levels(term) == levels
    for term in set(others) - set(terms):
        assert source.frequency(term) == 0
        assert source.levels(term) == {}


def test_of_a_long_list_the_best_entries_count_and_are_kept_and_all_can_be_asked_for() -> None:
    levels = {section: 1 + section % 15 for section in range(RANKED_ENTRIES + 300)}
    shards = Shards([partition({"long": levels, "short": {1: 1}})], [[1]])
    source = shards.open()
    best = sorted(levels, key=lambda section: (-levels[section], section))[:RANKED_ENTRIES]
    assert source.levels("long") == {section: levels[section] for section in best}
    assert source.frequency("long") == len(levels)
    assert source.sections_with("long") == set(levels)
    assert source.sections_with("short") == {1}
    assert source.sections_with("none") == set()
    assert source.levels("long") is source.levels("long")
    assert set(shards.reads.values()) == {1}


@given(st.dictionaries(texts, st.integers(1, 9), max_size=60), texts, texts)
@settings(deadline=None)
def test_words_are_found_by_their_first_character(words: dict[str, int], border: str, initial: str) -> None:
    halves = [{w: c for w, c in words.items() if w < border}, {w: c for w, c in words.items() if w >= border}]
    source = Shards([partition({}, half) for half in halves if half], [[1]]).open()
    for letter in {initial[0], *(word[0] for word in words)}:
        assert dict(source.words_from(letter)) == {word: n for word, n in words.items() if word[0] == letter}


def test_words_of_many_shards_are_found() -> None:
    words = {f"{letter}{number:04}": number for letter in "abc" for number in range(4_000)}
    shards = Shards([partition({}, words)], [[1]])
    assert len(shards.manifest["lexicon"][0]["words"]) > 5
    source = shards.open()
    assert dict(source.words_from("b")) == {word: count for word, count in words.items() if word[0] == "b"}


@pytest.mark.parametrize("initial", ["\U0010ffff", "\ud800", "\0", "\ud7ff", "z"])
def test_any_character_may_begin_a_word(initial: str) -> None:
    assert list(Shards([partition({}, {"a": 1})], [[1]]).open().words_from(initial)) == []


@given(st.lists(st.lists(st.integers(1, 40), max_size=9), min_size=1, max_size=5))
@settings(deadline=None)
def test_documents_and_sections_are_numbered_in_path_order(parts: list[list[int]]) -> None:
    source = Shards([], parts).open()
    bases = assign_bases(map(sum, parts))
    number = 0
    for base, counts in zip(bases, parts, strict=True):
        first = base
        for count in counts:
            assert source.sections_of(number) == range(first, first + count)
            assert all(source.document_of(section) == number for section in (first, first + count - 1))
            found = source.document(number)
            assert (found.number, found.first_section, found.fields["url"]) == (number, first, f"/{number}/")
            first += count
            number += 1
    assert source.document_count == number


def test_a_file_is_read_when_it_is_needed_and_once() -> None:
    shards = Shards([partition({"a": {0: 1}}), partition({"b": {1: 1}})], [[1, 1], [1]])
    source = shards.open()
    assert len(shards.reads) == 1
    for _ in range(3):
        source.levels("b")
        source.document(2)
    assert len(shards.reads) == 3
    assert set(shards.reads.values()) == {1}


def test_an_empty_site_has_nothing() -> None:
    source = Shards([], []).open()
    assert source.levels("a") == {}
    assert list(source.words_from("a")) == []


def test_another_format_is_refused() -> None:
    shards = Shards([], [])
    shards.manifest["format"] = 2
    with pytest.raises(InputError, match="format 2"):
        shards.open()


def test_a_damaged_directory_is_refused() -> None:
    shards = Shards([], [])
    shards.manifest["documents"]["pack"] = shards._put([], b"no block")
    with pytest.raises(InputError, match="damaged"):
        shards.open()
