"""What every `ObjectStore` promises, and what a folder promises besides."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from shared.adapters.local.folder_store import FolderStore
from shared.adapters.memory.object_store import MemoryStore
from shared.errors import InputError, InvariantError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from shared.ports import ObjectStore


@pytest.fixture(params=["memory", "folder"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> ObjectStore:
    return MemoryStore() if request.param == "memory" else FolderStore(tmp_path / "store")


@pytest.fixture
def folder(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "store")


async def keys(store: ObjectStore, prefix: str = "") -> list[str]:
    return [key async for key in store.list(prefix)]


async def test_an_empty_store_has_nothing(store: ObjectStore) -> None:
    assert await store.get("a/b") is None
    assert not await store.has("a/b")
    assert await keys(store) == []


@pytest.mark.parametrize("key", ["a", "a/b/c.json", "a/b c/ü-字.json", "a/.hidden", "a/b.tmp", "a/..b"])
async def test_an_object_comes_back_as_it_was_put(store: ObjectStore, key: str) -> None:
    data = bytes(range(256)) * 40
    await store.put(key, data)
    assert await store.get(key) == data
    assert await store.has(key)
    assert await keys(store) == [key]


async def test_an_empty_object_is_an_object(store: ObjectStore) -> None:
    await store.put("a", b"")
    assert await store.get("a") == b""
    assert await store.has("a")


async def test_a_put_replaces_what_was_there(store: ObjectStore) -> None:
    await store.put("a", b"long old content")
    await store.put("a", b"new")
    assert await store.get("a") == b"new"


async def test_a_folder_of_objects_is_no_object(store: ObjectStore) -> None:
    await store.put("a/b", b"x")
    assert await store.get("a") is None
    assert not await store.has("a")
    assert await store.get("a/b/c") is None
    assert not await store.has("a/b/c")


@pytest.mark.parametrize(
    ("offset", "size", "expected"),
    [(0, 3, b"012"), (3, 4, b"3456"), (8, 2, b"89"), (8, 9, b"89"), (5, 0, b""), (10, 1, b""), (99, 5, b"")],
)
async def test_a_range_is_that_stretch_of_the_object(
    store: ObjectStore, offset: int, size: int, expected: bytes
) -> None:
    await store.put("a", b"0123456789")
    assert await store.get_range("a", offset, size) == expected


@pytest.mark.parametrize("key", ["missing", "a", "a/b/c"])
async def test_a_range_of_a_missing_object_is_our_bug(store: ObjectStore, key: str) -> None:
    await store.put("a/b", b"x")
    with pytest.raises(InvariantError):
        await store.get_range(key, 0, 1)


async def stream(*pieces: bytes, error: Exception | None = None) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece
    if error:
        raise error


@pytest.mark.parametrize(
    "pieces", [(), (b"",), (b"a",), (b"abc", b"", b"d" * 5000), tuple(bytes([n]) * n * 300_000 for n in range(9))]
)
async def test_a_stream_becomes_one_object(store: ObjectStore, pieces: tuple[bytes, ...]) -> None:
    await store.put_stream("a/b/large", stream(*pieces))
    assert await store.get("a/b/large") == b"".join(pieces)
    await store.put_stream("a/b/large", stream(b"new"))
    assert await store.get("a/b/large") == b"new"
    assert await keys(store) == ["a/b/large"]


async def test_a_stream_that_breaks_off_leaves_what_was_there(store: ObjectStore) -> None:
    with pytest.raises(ZeroDivisionError):
        await store.put_stream("a", stream(b"half" * 5000, error=ZeroDivisionError()))
    assert await keys(store) == []
    await store.put("a", b"old")
    with pytest.raises(ZeroDivisionError):
        await store.put_stream("a", stream(b"half", error=ZeroDivisionError()))
    assert await store.get("a") == b"old"


async def test_nothing_is_seen_of_a_stream_before_its_end(store: ObjectStore) -> None:
    async def look() -> AsyncIterator[bytes]:
        yield b"half" * 5000
        assert await store.get("a/b") is None
        assert not await store.has("a/b")
        assert await keys(store) == []
        yield b"end"

    await store.put_stream("a/b", look())
    assert await store.get("a/b") == b"half" * 5000 + b"end"


async def test_a_swap_happens_only_if_what_is_expected_is_there(store: ObjectStore) -> None:
    assert not await store.swap("a", b"1", b"0")
    assert await store.get("a") is None
    assert await store.swap("a", b"1", None)
    assert not await store.swap("a", b"2", None)
    assert not await store.swap("a", b"2", b"0")
    assert await store.get("a") == b"1"
    assert await store.swap("a", b"2", b"1")
    assert await store.get("a") == b"2"


async def test_a_list_is_sorted_and_begins_with_the_prefix(store: ObjectStore) -> None:
    names = ["b", "a/x/1", "a/x/2", "a/xy", "a-b", "a/y/z/1", "ab/c", "a/x/10"]
    for name in names:
        await store.put(name, b"")
    assert await keys(store) == sorted(names)
    assert await keys(store, "a/x") == ["a/x/1", "a/x/10", "a/x/2", "a/xy"]
    assert await keys(store, "a/x/") == ["a/x/1", "a/x/10", "a/x/2"]
    assert await keys(store, "a") == sorted(name for name in names if name.startswith("a"))
    assert await keys(store, "none/such") == []


async def test_objects_may_be_deleted_while_they_are_listed(store: ObjectStore) -> None:
    for number in range(20):
        await store.put(f"a/{number}", b"")
    async for key in store.list("a/"):
        await store.delete(key)
    assert await keys(store) == []


async def test_deleting_removes_one_object_and_deleting_again_does_nothing(store: ObjectStore) -> None:
    await store.put("a/b", b"")
    await store.put("a/c", b"")
    await store.delete("a/b")
    await store.delete("a/b")
    await store.delete("never/there")
    assert await keys(store) == ["a/c"]
    await store.delete("a/c")
    await store.put("a/b", b"again")
    assert await store.get("a/b") == b"again"


ESCAPES = ["../out", "a/../../out", "a/..", "..", "/etc/passwd", "", "a\\..\\out", "a\0b"]


@pytest.mark.parametrize("key", ESCAPES)
async def test_a_key_that_leads_out_of_the_folder_is_refused(folder: FolderStore, tmp_path: Path, key: str) -> None:
    (tmp_path / "out").write_bytes(b"outside")
    attempts = [
        lambda: folder.get(key),
        lambda: folder.has(key),
        lambda: folder.put(key, b"x"),
        lambda: folder.swap(key, b"x", b"outside"),
        lambda: folder.put_stream(key, stream(b"x")),
        lambda: folder.delete(key),
        lambda: folder.get_range(key, 0, 1),
    ]
    for attempt in attempts:
        with pytest.raises(InputError):
            await attempt()
    assert (tmp_path / "out").read_bytes() == b"outside"


@pytest.mark.parametrize("prefix", ["../", "a/../../", "/etc/", "..", "a/../"])
async def test_a_list_stays_in_the_folder(folder: FolderStore, tmp_path: Path, prefix: str) -> None:
    await folder.put("a/b", b"")
    (tmp_path / "out").write_bytes(b"outside")
    with pytest.raises(InputError):
        await keys(folder, prefix)


async def test_a_reader_never_sees_half_an_object(folder: FolderStore, tmp_path: Path) -> None:
    """One thread reads and lists while another replaces an object by others of very different sizes."""
    versions = [bytes([number]) * (number * 40_000 + 1) for number in range(8)]
    await folder.put("a/b", versions[0])
    stop = threading.Event()
    problems: list[str] = []

    def read() -> None:
        reader = FolderStore(folder.root)
        while not stop.is_set():
            data = reader.read("a/b")
            if data not in versions:
                problems.append(f"{data and len(data)} bytes")

    thread = threading.Thread(target=read)
    thread.start()
    for round_number in range(60):
        version = versions[round_number % len(versions)]
        if round_number % 3 == 0:
            await folder.put("a/b", version)
        elif round_number % 3 == 1:
            await folder.put_stream("a/b", stream(version[:7], version[7:]))
        else:
            assert await folder.swap("a/b", version, folder.read("a/b"))
        assert await keys(folder) == ["a/b"]
    stop.set()
    thread.join()
    assert problems == []


async def test_what_a_dead_process_left_is_no_object_and_can_be_removed(folder: FolderStore) -> None:
    await folder.put("a/b", b"x")
    left = folder.root / "a" / "b.tmp-123-0"
    left.write_bytes(b"half")
    assert await keys(folder) == ["a/b"]
    folder.remove_leftovers()
    assert not left.exists()
    assert await folder.get("a/b") == b"x"


async def test_a_write_that_fails_leaves_the_old_object(folder: FolderStore) -> None:
    await folder.put("a/b", b"old")
    with pytest.raises(OSError, match="directory"):
        await folder.put("a/b/c", b"a file stands where a folder would be")
    with pytest.raises(OSError, match="directory"):
        await folder.put("a", b"a folder stands where the file would be")
    assert await folder.get("a/b") == b"old"
    assert await keys(folder) == ["a/b"]
