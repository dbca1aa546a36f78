from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.encoding import from_json
from shared.domain.index.documents import BASE_STEP, assign_bases, encode_documents, timestamp
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
    (file,) = encode_documents([full], site_language="en").files
    assert file == (
        b'{"documents":[{"url":"/1/","title":"Title 1","description":"About","language":"de",'
        b'"date":"2026-01-02T00:00:00Z","tags":["a"],"image":"/i.png","sections":['
        b'{"anchor":"","level":0,"heading":"","text":"xxx"},'
        b'{"anchor":"a","level":2,"heading":"A","text":"text","code":"code"}]}]}'
    )


def test_empty_fields_and_the_language_of_the_site_are_left_out() -> None:
    (file,) = encode_documents([document(1)], site_language="en").files
    assert set(from_json(file)["documents"][0]) == {"url", "title", "sections"}


def test_a_page_without_a_date_shows_when_it_was_updated() -> None:
    (file,) = encode_documents([document(1, updated=datetime(2026, 3, 4, tzinfo=UTC))], site_language="en").files
    assert from_json(file)["documents"][0]["date"] == "2026-03-04T00:00:00Z"


@given(st.lists(st.sampled_from([5, 900, 9_000, 31_000, 90_000]), max_size=30))
def test_shards_hold_every_document_in_order_and_at_most_about_56_kb(sizes: list[int]) -> None:
    pack = encode_documents([document(n, size) for n, size in enumerate(sizes)], site_language="en")
    shards = [from_json(file)["documents"] for file in pack.files]
    assert [item["url"] for shard in shards for item in shard] == [f"/{n}/" for n in range(len(sizes))]
    assert pack.shards == [len(shard) for shard in shards]
    assert pack.sections == [2] * len(sizes)
    largest = max(sizes, default=0)
    assert all(len(shard) == 1 or len(file) < 58_000 + largest for shard, file in zip(shards, pack.files, strict=True))


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
