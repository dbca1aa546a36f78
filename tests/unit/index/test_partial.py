from __future__ import annotations

from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from index_builders import make_chunk

from shared.config import FieldWeights
from shared.domain.index.partial import (
    CountedPart,
    PartChunk,
    count_part,
    rounded_average,
    weigh_part,
)
from shared.domain.index.partitions import partition_of_range, range_of_term
from shared.domain.index.postings import LEVELS, unpack_entry
from shared.domain.models import Document, Section
from shared.domain.text import Analyzer

WEIGHTS = FieldWeights(title=3, headings=2, body=1, code=0.5, tags=1.5)
RANKING = {"average": 10.0, "k1": 1.2, "b": 0.75}


def count(*documents: Document, weights: FieldWeights = WEIGHTS) -> CountedPart:
    return count_part(documents, weights, Analyzer)


def document(*sections: Section, **fields: object) -> Document:
    return Document("a.md", "/a/", **{"title": "", "sections": sections, **fields})  # type: ignore[arg-type]


def chunks_of(counted: CountedPart, partitions: int = 1) -> list[PartChunk | None]:
    weighed = weigh_part(counted, partitions=partitions, **RANKING)
    return [
        PartChunk.from_bytes(weighed.data[offset : offset + size]) if size else None
        for offset, size, _ in weighed.chunks
    ]


def levels_of(chunk: PartChunk) -> dict[str, dict[int, int]]:
    found: dict[str, dict[int, int]] = {}
    entries = iter(chunk.entries)
    for term, size in zip(chunk.terms, chunk.counts, strict=True):
        found[term] = {}
        for _ in range(size):
            level, section = unpack_entry(next(entries))
            found[term][section] = level
    assert next(entries, None) is None
    return found


def test_fields_count_by_their_weights() -> None:
    counted = count(
        document(
            Section("", 0, (), "zebra prose"),
            Section("b", 2, ("Zebra",), "", "zebra zebra"),
            title="Zebra",
            description="zebra",
            tags=("zebra",),
            categories=("zebra",),
        )
    )
    assert counted.terms["zebra"] == [0, 3 + 1.5 * 2 + 1 + 1, 1, 2 + 0.5 * 2]
    assert counted.lengths == [3 + 3 + 1 + 2, 3]


def test_title_and_tags_belong_to_the_first_section_alone() -> None:
    counted = count(document(Section("", 0, (), ""), Section("b", 2, ("B",), "text"), title="Zebra", tags=("okapi",)))
    assert counted.terms["zebra"] == [0, 3]
    assert counted.terms["okapi"] == [0, 1.5]


def test_sections_are_numbered_through_the_part() -> None:
    one = document(Section("", 0, (), "a1"), Section("b", 2, ("x",), "zebra"))
    assert count(one, one).terms["zebra"] == [1, 1, 3, 1]


def test_a_field_of_no_weight_makes_no_postings_but_its_words_complete_queries() -> None:
    weights = WEIGHTS.model_copy(update={"code": 0.0})
    counted = count(document(Section("", 0, (), "prose", "zebra")), weights=weights)
    assert "zebra" not in counted.terms
    assert counted.words["zebra"] == 1


def test_each_page_is_stemmed_in_its_language() -> None:
    german = document(Section("", 0, (), "Häuser"), language="de")
    english = document(Section("", 0, (), "houses"))
    assert set(count(german, english).terms) == {Analyzer("de").terms("Häuser")[0], "hous"}


def test_no_documents_count_nothing() -> None:
    assert count() == CountedPart([], {}, {})
    assert chunks_of(count(), 4) == [None] * 4


def test_counts_travel_as_bytes() -> None:
    counted = count(document(Section("", 0, (), "zebra 字 é", "x = 1"), title="T"))
    assert CountedPart.from_bytes(counted.to_bytes()) == counted


@given(
    st.dictionaries(
        st.text(min_size=1).filter(str.isprintable), st.dictionaries(st.integers(0, 99), st.integers(1, 15), min_size=1)
    )
)
def test_chunks_travel_as_bytes(terms: dict[str, dict[int, int]]) -> None:
    chunk = make_chunk(terms, dict.fromkeys(terms, 2))
    assert PartChunk.from_bytes(chunk.to_bytes()) == chunk


@given(
    st.lists(st.floats(0.5, 400).map(lambda value: round(value, 4)), min_size=1, max_size=8),
    st.dictionaries(st.text(min_size=1, max_size=3), st.floats(0.5, 50).map(lambda value: round(value, 4))),
    st.sampled_from([1, 4, 256]),
)
@settings(deadline=None)
def test_weighing_gives_each_posting_its_impact_in_the_partition_of_its_term(
    lengths: list[float], occurrences: dict[str, float], partitions: int
) -> None:
    terms = {term: [n for section in range(len(lengths)) for n in (section, tf)] for term, tf in occurrences.items()}
    counted = CountedPart(lengths, terms, dict.fromkeys(occurrences, 1))
    found: dict[str, dict[int, int]] = {}
    for number, chunk in enumerate(chunks_of(counted, partitions)):
        if chunk is not None:
            assert {partition_of_range(range_of_term(term), partitions) for term in chunk.terms} == {number}
            assert chunk.words == chunk.terms
            found.update(levels_of(chunk))
    assert set(found) == set(occurrences)
    for term, tf in occurrences.items():
        for section, length in enumerate(lengths):
            impact = tf / (tf + 1.2 * (1 - 0.75 + 0.75 * length / 10))
            assert found[term][section] == max(1, int(LEVELS * impact + 0.5))


def test_a_chunk_is_named_by_its_content_alone() -> None:
    one, other = count(document(Section("", 0, (), "zebra"))), count(document(Section("", 0, (), "zebra")))
    assert weigh_part(one, partitions=4, **RANKING) == weigh_part(other, partitions=4, **RANKING)
    longer = count(document(Section("", 0, (), "zebra zebra")))
    digests = {weigh_part(part, partitions=1, **RANKING).chunks[0][2] for part in (one, longer)}
    assert len(digests) == 2


@pytest.mark.parametrize(("total", "sections"), [(0, 0), (0, 5), (-1, 5)])
def test_an_empty_site_has_an_average_of_one(total: float, sections: int) -> None:
    assert rounded_average(total, sections) == 1.0


@given(st.floats(0.01, 1e6))
def test_an_average_is_rounded_up_by_less_than_a_tenth(average: float) -> None:
    rounded = rounded_average(average * 100, 100)
    assert average * 0.999 <= rounded <= average * 2 ** (1 / 8) * 1.001 + 0.0001


def test_a_small_edit_leaves_the_average_alone() -> None:
    changed = sum(
        rounded_average(100_000 + n * 50, 1000) != rounded_average(100_050 + n * 50, 1000) for n in range(400)
    )
    assert changed <= 3


def test_entries_are_little_endian_whatever_the_machine() -> None:
    chunk = PartChunk(["a"], [1], array("I", [0x01020304]), [], [])
    assert chunk.to_bytes()[-4:] == bytes([4, 3, 2, 1])
