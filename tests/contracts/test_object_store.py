"""What every `ObjectStore` promises, and what a folder promises besides."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from shared.adapters.listing_store import ListingStore
from shared.adapters.local.folder_store import FolderStore
from shared.adapters.memory.object_store import MemoryStore
from shared.errors import InputError
from tests.contracts.promises import object_store
from tests.contracts.promises.of_ports import promises_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from shared.ports import ObjectStore


@pytest.fixture(params=["memory", "folder", "listing"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> ObjectStore:
    kind: str = request.param
    if kind == "folder":
        return FolderStore(tmp_path / "store")
    if kind == "listing":
        return ListingStore(MemoryStore())
    return MemoryStore()


@pytest.fixture
def folder(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "store")


async def keys(store: ObjectStore, prefix: str = "") -> list[str]:
    return [key async for key in store.list(prefix)]


@pytest.mark.parametrize("promise", promises_of(object_store), ids=lambda promise: promise.__name__)
async def test_a_store_keeps(promise: Callable[[ObjectStore], Awaitable[None]], store: ObjectStore) -> None:
    await promise(store)


async def stream(*pieces: bytes) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


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
