"""What every `ObjectStore` promises."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from shared.errors import InvariantError
from tests.runtime.worker.runner import raises

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from shared.ports import ObjectStore


async def _keys(store: ObjectStore, prefix: str = "") -> list[str]:
    return [key async for key in store.list(prefix)]


async def _stream(*pieces: bytes, error: Exception | None = None) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece
    if error:
        raise error


async def an_empty_store_has_nothing(store: ObjectStore) -> None:
    assert await store.get("a/b") is None
    assert not await store.has("a/b")
    assert await _keys(store) == []


async def an_object_comes_back_as_it_was_put(store: ObjectStore) -> None:
    data = bytes(range(256)) * 40
    for key in ("a.json", "b", "c/b/c.json", "d/b c/ü-字.json", "e/.hidden", "f/b.tmp", "g/..b"):
        await store.put(key, data)
        assert await store.get(key) == data, key
        assert await store.has(key), key
        assert await _keys(store, key[0]) == [key]


async def objects_of_any_size_come_back_whole(store: ObjectStore) -> None:
    seed = sha256(b"noise").digest()
    for size in (0, 1, 499, 500, 501, 1_000, 65_536, 1_000_001, 5_000_000):
        data = (seed * (size // len(seed) + 1))[:size]
        for key in ("size.bin", "size.json"):
            await store.put(key, data)
            found = await store.get(key)
            assert found is not None
            assert (len(found), sha256(found).digest()) == (size, sha256(data).digest()), (key, size)
            assert type(found) is bytes


async def an_empty_object_is_an_object(store: ObjectStore) -> None:
    await store.put("a", b"")
    assert await store.get("a") == b""
    assert await store.has("a")


async def a_put_replaces_what_was_there(store: ObjectStore) -> None:
    for key in ("a", "a.json"):
        await store.put(key, b"long old content" * 100)
        await store.put(key, b"new")
        assert await store.get(key) == b"new"


async def a_folder_of_objects_is_no_object(store: ObjectStore) -> None:
    await store.put("a/b", b"x")
    assert await store.get("a") is None
    assert not await store.has("a")
    assert await store.get("a/b/c") is None
    assert not await store.has("a/b/c")


async def a_range_is_that_stretch_of_the_object(store: ObjectStore) -> None:
    for key, times in (("a", 1), ("a.json", 1), ("large.json", 100)):
        data = b"0123456789" * times
        await store.put(key, data)
        end = len(data)
        for offset, size in ((0, 3), (3, 4), (end - 2, 2), (end - 2, 9), (5, 0), (end, 1), (end + 99, 5), (0, end)):
            assert await store.get_range(key, offset, size) == data[offset : offset + size], (key, offset, size)
    await store.put("empty", b"")
    assert await store.get_range("empty", 0, 10) == b""


async def a_range_of_a_missing_object_is_our_bug(store: ObjectStore) -> None:
    await store.put("a/b", b"x")
    for key in ("missing", "missing.json", "a", "a/b/c"):
        for size in (0, 1):
            with raises(InvariantError):
                await store.get_range(key, 0, size)


async def a_stream_becomes_one_object(store: ObjectStore) -> None:
    large = tuple(bytes([number]) * number * 300_000 for number in range(9))
    larger = (b"a" * 9_000_000, b"b" * 1_000, b"c" * 8_000_000)
    for pieces in ((), (b"",), (b"a",), (b"abc", b"", b"d" * 5000), large, larger):
        await store.put_stream("a/b/large", _stream(*pieces))
        found = await store.get("a/b/large")
        assert found is not None
        whole = b"".join(pieces)
        assert (len(found), sha256(found).digest()) == (len(whole), sha256(whole).digest())
        await store.put_stream("a/b/large", _stream(b"new"))
        assert await store.get("a/b/large") == b"new"
        assert await _keys(store) == ["a/b/large"]


async def a_stream_that_breaks_off_leaves_what_was_there(store: ObjectStore) -> None:
    for half in (b"half" * 5000, b"half" * 5_000_000):
        with raises(ZeroDivisionError):
            await store.put_stream("a", _stream(half, error=ZeroDivisionError()))
        assert await _keys(store) == []
        await store.put("a", b"old")
        with raises(ZeroDivisionError):
            await store.put_stream("a", _stream(half, error=ZeroDivisionError()))
        assert await store.get("a") == b"old"
        await store.delete("a")


async def nothing_is_seen_of_a_stream_before_its_end(store: ObjectStore) -> None:
    async def look() -> AsyncIterator[bytes]:
        yield b"half" * 5000
        assert await store.get("a/b") is None
        assert not await store.has("a/b")
        assert await _keys(store) == []
        yield b"end"

    await store.put_stream("a/b", look())
    assert await store.get("a/b") == b"half" * 5000 + b"end"


async def a_swap_happens_only_if_what_is_expected_is_there(store: ObjectStore) -> None:
    for key, times in (("a", 1), ("a.json", 1), ("large.json", 1_000)):
        zero, one, two = b"0" * times, b"1" * times, b"2" * times
        assert not await store.swap(key, one, zero)
        assert await store.get(key) is None
        assert await store.swap(key, one, None)
        assert not await store.swap(key, two, None)
        assert not await store.swap(key, two, zero)
        assert await store.get(key) == one
        assert await store.swap(key, two, one)
        assert await store.get(key) == two


async def a_list_is_sorted_and_begins_with_the_prefix(store: ObjectStore) -> None:
    names = ["b", "a/x/1", "a/x/2", "a/xy", "a-b", "a/y/z/1", "ab/c", "a/x/10"]
    for name in names:
        await store.put(name, b"")
    assert await _keys(store) == sorted(names)
    assert await _keys(store, "a/x") == ["a/x/1", "a/x/10", "a/x/2", "a/xy"]
    assert await _keys(store, "a/x/") == ["a/x/1", "a/x/10", "a/x/2"]
    assert await _keys(store, "a") == sorted(name for name in names if name.startswith("a"))
    assert await _keys(store, "none/such") == []


async def objects_may_be_deleted_while_they_are_listed(store: ObjectStore) -> None:
    for number in range(20):
        await store.put(f"a/{number}", b"")
    async for key in store.list("a/"):
        await store.delete(key)
    assert await _keys(store) == []


async def deleting_takes_any_number_of_objects(store: ObjectStore) -> None:
    for number in range(1_203):
        await store.put(f"a/{number}", b"")
    await store.delete()
    await store.delete("a/7", "never/there", "a/8", "a/7")
    await store.delete(*(f"a/{number}" for number in range(1_202)))
    assert await _keys(store) == ["a/1202"]


async def deleting_removes_one_object_and_deleting_again_does_nothing(store: ObjectStore) -> None:
    await store.put("a/b", b"")
    await store.put("a/c", b"")
    await store.delete("a/b")
    await store.delete("a/b")
    await store.delete("never/there")
    assert await _keys(store) == ["a/c"]
    await store.delete("a/c")
    await store.put("a/b", b"again")
    assert await store.get("a/b") == b"again"
