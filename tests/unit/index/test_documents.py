from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.encoding import from_json
from shared.domain.index.blocks import decode_block, encode_block
from shared.domain.index.directory import (
    BASE_STEP,
    DirectoryPart,
    Leaf,
    assign_bases,
    decode_directory,
    encode_directory,
)
from shared.domain.index.documents import PartDocuments, decode_documents, encode_documents, timestamp
from shared.domain.models import Document, Section


def document(number: int, size: int = 10, **fields: object) -> Document:
    sections = (Section("", 0, (), "x" * size), Section("a", 2, ("A",), "text", "code"))
    return Document(f"{number}.md", f"/{number}/", f"Title {number}", sections, **fields)  # type: ignore[arg-type]


def test_a_document_is_written_as_the_format_has_it() -> None:
    full = document(
        1,
        3,
        description="About",
        language="de",
        published=datetime(2026, 1, 2, tzinfo=UTC),
        tags=("a",),
        image="/i.png",
    )
    part = encode_documents([full], site_language="en")
    assert decode_block(part.blocks) == (
        b'{"url":"/1/","title":"Title 1","language":"de",'
        b'"date":"2026-01-02T00:00:00Z","tags":["a"],"image":"/i.png","description":"About","sections":['
        b'{"anchor":"","level":0,"heading":"","text":"xxx"},'
        b'{"anchor":"a","level":2,"heading":"A","text":"text","code":"code"}]}'
    )


def leaves_of(part: PartDocuments) -> list[Any]:
    offsets = DirectoryPart("", 0, part.leaves).offsets()
    assert offsets[-1] == len(part.blocks)
    return [from_json(decode_block(part.blocks[start:end])) for start, end in pairwise(offsets)]


def test_empty_fields_and_the_language_of_the_site_are_left_out() -> None:
    (leaf,) = leaves_of(encode_documents([document(1)], site_language="en"))
    assert set(leaf) == {"url", "title", "sections"}


def test_a_page_without_a_date_shows_when_it_was_updated() -> None:
    (leaf,) = leaves_of(encode_documents([document(1, updated=datetime(2026, 3, 4, tzinfo=UTC))], site_language="en"))
    assert leaf["date"] == "2026-03-04T00:00:00Z"


@given(st.lists(st.lists(st.sampled_from([5, 900, 9_000, 31_000]), min_size=1, max_size=6), max_size=9))
def test_documents_come_back_from_leaves_of_a_bounded_size(sizes: list[list[int]]) -> None:
    documents = [
        Document(f"{number}.md", f"/{number}/", "T", tuple(Section("", 0, (), "x" * size) for size in own))
        for number, own in enumerate(sizes)
    ]
    part = encode_documents(documents, site_language="en")
    found = DirectoryPart("", 0, part.leaves)
    decoded = list(decode_documents(found, part.blocks, range(len(sizes))))
    assert [item["url"] for item in decoded] == [f"/{number}/" for number in range(len(sizes))]
    assert [[len(section["text"]) for section in item["sections"]] for item in decoded] == sizes
    assert found.section_counts() == part.sections == [len(own) for own in sizes]
    for leaf in leaves_of(part):
        texts = [len(section["text"]) for section in leaf["sections"]]
        assert len(texts) == 1 or sum(texts) <= 8_000


def test_a_leaf_knows_the_headings_that_its_sections_lie_under() -> None:
    levels = [0, 2, 3, 3, 2]
    sections = tuple(
        Section(f"s{place}", level, (), "x" * 9_000)
        if level == 0
        else Section(f"s{place}", level, (f"H{place}",), "x" * 9_000)
        for place, level in enumerate(levels)
    )
    leaves = leaves_of(encode_documents([Document("a.md", "/", "T", sections)], site_language="en"))
    assert [leaf.get("above", []) for leaf in leaves] == [
        [],
        [],
        [[2, "H1"]],
        [[2, "H1"], [3, "H2"]],
        [[2, "H1"], [3, "H3"]],
    ]


def test_a_directory_round_trips() -> None:
    parts = [
        DirectoryPart("00" * 8, 0, [Leaf(True, 3, 2), Leaf(False, 300, 900), Leaf(True, 1, 1)]),
        DirectoryPart("ab" * 8, 512, [Leaf(True, 1, 70_000)]),
    ]
    assert decode_directory(encode_directory(parts)) == parts
    assert decode_directory(encode_directory([])) == []
    assert parts[0].documents() == [range(2), range(2, 3)]


@pytest.mark.parametrize(
    "damage", [b"", b"no block", encode_block(b""), encode_block(b"\x01" + b"a" * 8 + b"\x01\x02\x01")]
)
def test_a_damaged_directory_is_refused(damage: bytes) -> None:
    with pytest.raises(ValueError, match=r"damaged|figures|begin|empty"):
        decode_directory(damage)


@given(st.lists(st.integers(0, 700), max_size=30))
def test_parts_have_ids_of_their_own_in_steps(counts: list[int]) -> None:
    bases = assign_bases(counts)
    assert all(base % BASE_STEP == 0 for base in bases)
    ids = [section for base, count in zip(bases, counts, strict=True) for section in range(base, base + count)]
    assert ids == sorted(set(ids))


def test_a_part_may_grow_to_the_next_step_without_moving_the_next() -> None:
    assert assign_bases([200, 10, 10]) == assign_bases([256, 10, 10]) == [0, 256, 512]
    assert assign_bases([257, 10, 10]) == [0, 512, 768]


def test_a_timestamp_is_utc_to_the_second() -> None:
    assert timestamp(datetime(2026, 1, 2, 3, 4, 5, 678, UTC)) == "2026-01-02T03:04:05Z"
    assert timestamp(None) is None
