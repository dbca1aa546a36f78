"""The records of a build's steps in one object: read at once, and never believed when the steps are gone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from shared.adapters.memory.object_store import MemoryStore
from shared.domain.encoding import to_json
from shared.domain.models import SourceFile
from shared.domain.steps import Record, Step, step_object
from shared.usecases.record_book import RecordBook
from shared.usecases.run_step import find_output
from shared.usecases.stages.parse import parse_step

BOOK = "records/docs"


class CountingStore(MemoryStore):
    def __init__(self) -> None:
        super().__init__()
        self.read: list[str] = []

    async def get(self, key: str) -> bytes | None:
        self.read.append(key)
        return await super().get(key)


def weigh(number: int) -> Step:
    return Step("weigh", {"part": number}, {})


async def do(step: Step, store: MemoryStore) -> None:
    await store.put(step_object(step.key), to_json({"of": step.inputs}))


async def open_book(store: MemoryStore) -> RecordBook:
    book = RecordBook("docs", store)
    await book.open()
    return book


async def find(steps: list[Step], store: CountingStore) -> tuple[list[Record | None], list[str]]:
    """What a new round finds, and what it reads for it."""
    book = await open_book(store)
    store.read.clear()
    return await book.find_all(steps), [*store.read]


async def test_a_finished_build_is_read_as_one_object() -> None:
    store = CountingStore()
    steps = [weigh(number) for number in range(7)]
    for step in steps:
        await do(step, store)
    expected = [{"of": step.inputs} for step in steps]
    book = await open_book(store)
    assert await book.find_all(steps[:4]) == expected[:4]
    await book.finish(steps[4:])
    assert await find(steps, store) == (expected, [])


async def test_steps_that_are_not_done_are_looked_for_every_time() -> None:
    store = CountingStore()
    await do(weigh(1), store)
    book = await open_book(store)
    await book.finish([weigh(1)])
    steps = [weigh(2), weigh(1), weigh(3), weigh(2)]
    assert await find(steps, store) == (
        [None, {"of": {"part": 1}}, None, None],
        [step_object(weigh(number).key) for number in (2, 3, 2)],
    )
    await do(weigh(3), store)
    assert (await find(steps, store))[0] == [None, {"of": {"part": 1}}, {"of": {"part": 3}}, None]


async def test_what_the_last_build_did_not_ask_for_is_let_go() -> None:
    """Its steps may be collected: a later build must not find their records."""
    store = CountingStore()
    for number in (1, 2):
        await do(weigh(number), store)
    await (await open_book(store)).finish([weigh(1), weigh(2)])
    book = await open_book(store)
    await book.find_all([weigh(1)])
    await book.finish([])
    await store.delete(step_object(weigh(2).key))
    assert (await find([weigh(1), weigh(2)], store))[0] == [{"of": {"part": 1}}, None]


async def test_a_round_leaves_to_the_next_what_it_has_found() -> None:
    store = CountingStore()
    old, steps = weigh(-1), [weigh(number) for number in range(60)]
    for step in (old, *steps):
        await do(step, store)
    await (await open_book(store)).finish([old])
    book = await open_book(store)
    await book.find_all(steps[:10])
    await book.save()
    assert len((await find([*steps, old], store))[1]) == 60, "so few are not worth writing"
    await book.find_all(steps)
    await book.save()
    assert (await find([*steps, old], store))[1] == []


async def test_a_parsed_part_is_found_by_the_dates_that_it_depends_on() -> None:
    store = CountingStore()
    before, after = (
        parse_step([SourceFile("a.md", "1", 5)], "c", datetime(year, 1, 1, tzinfo=UTC)) for year in (2026, 2030)
    )
    await store.put(step_object(before.key, "switches"), b'["2028-01-01T00:00:00+00:00"]')
    book = await open_book(store)
    assert await book.find_all([before]) == await book.find_all([after]) == [None]
    for name in [key for key in store.read if key.endswith(".record")]:
        await store.put(name, to_json({"name": name}))
    assert await find_output(before, store) != await find_output(after, store)
    await book.finish([before])
    assert await find([before], store) == ([await find_output(before, store)], [])
    assert (await find([after], store))[0] == [await find_output(after, store)]


@pytest.mark.parametrize("damage", [b"", b"x", b"\x02\0\0\0[]", b"\x02\0\0\0{}more", b"\xff" * 40])
async def test_a_damaged_book_costs_time_only(damage: bytes) -> None:
    store = CountingStore()
    await do(weigh(1), store)
    await store.put(BOOK, damage)
    assert (await find([weigh(1)], store))[0] == [{"of": {"part": 1}}]


async def test_a_book_that_is_cut_off_is_not_believed() -> None:
    store = CountingStore()
    await do(weigh(1), store)
    await (await open_book(store)).finish([weigh(1)])
    whole = await store.get(BOOK)
    assert whole is not None
    for size in range(len(whole)):
        await store.put(BOOK, whole[:size])
        assert (await find([weigh(1)], store))[0] == [{"of": {"part": 1}}]
