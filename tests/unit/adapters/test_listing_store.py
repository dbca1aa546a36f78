"""A store that remembers what it has listed: what it asks less often, and what it must not believe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.adapters.listing_store import ListingStore
from shared.adapters.memory.object_store import MemoryStore

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import pytest


class CountingStore(MemoryStore):
    """Counts questions."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    async def has(self, key: str) -> bool:
        self.asked.append(f"has {key}")
        return await super().has(key)

    async def list(self, prefix: str) -> AsyncIterator[str]:
        self.asked.append(f"list {prefix}")
        async for key in super().list(prefix):
            yield key


def fill(store: MemoryStore, number: int) -> None:
    store.objects.update({f"objects/{place % 3:02x}/{place}.json": b"" for place in range(number)})


async def ask_much(store: ListingStore) -> None:
    for place in range(10):
        assert await store.has(f"objects/00/{3 * place}.json")
        assert not await store.has(f"objects/01/{3 * place}.json")


async def test_after_a_few_questions_all_objects_are_listed() -> None:
    inner = CountingStore()
    fill(inner, 30)
    await ask_much(ListingStore(inner))
    singly = [f"has objects/{folder}/{name}.json" for name in (0, 3) for folder in ("00", "01")]
    assert inner.asked == [*singly, "list objects/"]


async def test_of_very_many_objects_only_folders_that_are_asked_about_are_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("shared.adapters.listing_store._MANY", 29)
    inner = CountingStore()
    fill(inner, 30)
    await ask_much(ListingStore(inner))
    assert inner.asked[4:] == ["list objects/", "list objects/00/", "list objects/01/"]


async def test_own_writes_and_removals_are_noticed() -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b""

    store = ListingStore(CountingStore())
    for _ in range(5):
        assert not await store.has("objects/ab/1.json")
    await store.put("objects/ab/1.json", b"")
    await store.put_stream("objects/ab/2.json", pieces())
    assert await store.swap("objects/ab/3.json", b"", None)
    assert [await store.has(f"objects/ab/{number}.json") for number in range(1, 4)] == [True, True, True]
    await store.delete("objects/ab/1.json")
    assert not await store.has("objects/ab/1.json")


async def test_other_objects_are_asked_for_one_by_one() -> None:
    inner = CountingStore()
    store = ListingStore(inner)
    await store.has("docs/current.json")
    await store.has("docs/current.json")
    assert inner.asked == ["has docs/current.json"] * 2
