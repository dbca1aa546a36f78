"""The file of the SQLite vector cache: kept, shared by processes, replaced when damaged."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from shared.adapters.local.sqlite_vector_cache import SqliteVectorCache
from shared.errors import Unavailable

if TYPE_CHECKING:
    from pathlib import Path

_WRITER = """
import asyncio, sys
from pathlib import Path
from shared.adapters.local.sqlite_vector_cache import SqliteVectorCache

async def main(path, name):
    async with SqliteVectorCache(Path(path)) as cache:
        for number in range(40):
            await cache.put_many({f"{name}-{number}-{i}".encode(): b"x" * 512 for i in range(10)})

asyncio.run(main(sys.argv[1], sys.argv[2]))
"""

_STARTER = """
import asyncio, sys, time
from pathlib import Path
from shared.adapters.local.sqlite_vector_cache import SqliteVectorCache

async def main(folder, name, start):
    for number in range(50):
        while time.time() < float(start) + number / 50:  # busy: a sleep would end too late to meet the other
            pass
        async with SqliteVectorCache(Path(folder, f"{number}.db")) as cache:
            await cache.put_many({name.encode(): b"x"})

asyncio.run(main(*sys.argv[1:]))
"""


async def test_items_outlive_the_connection(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "vectors.db"
    async with SqliteVectorCache(path) as cache:
        await cache.put_many({b"a": b"1"})
    async with SqliteVectorCache(path) as cache:
        assert await cache.get_many([b"a"]) == {b"a": b"1"}
        assert cache.warnings == []


async def test_two_processes_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "vectors.db"
    writers = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", _WRITER, str(path), name, stderr=subprocess.PIPE)
        for name in ("one", "two")
    ]
    for writer in writers:
        _, stderr = await writer.communicate()
        assert writer.returncode == 0, stderr.decode()
    keys = [f"{name}-{number}-{i}".encode() for name in ("one", "two") for number in range(40) for i in range(10)]
    async with SqliteVectorCache(path) as cache:
        assert len(await cache.get_many(keys)) == 800


async def test_two_processes_start_the_same_file_at_the_same_moment(tmp_path: Path) -> None:
    start = str(time.time() + 1)
    starters = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", _STARTER, str(tmp_path), name, start, stderr=subprocess.PIPE
        )
        for name in ("one", "two")
    ]
    for starter in starters:
        _, stderr = await starter.communicate()
        assert starter.returncode == 0, stderr.decode()
    for number in range(50):
        async with SqliteVectorCache(tmp_path / f"{number}.db") as cache:
            assert await cache.get_many([b"one", b"two"]) == {b"one": b"x", b"two": b"x"}


async def test_a_file_that_is_no_database_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "vectors.db"
    path.write_bytes(b"this is not a database" * 100)
    async with SqliteVectorCache(path) as cache:
        assert await cache.get_many([b"a"]) == {}
        await cache.put_many({b"a": b"1"})
        assert await cache.get_many([b"a"]) == {b"a": b"1"}
        assert len(cache.warnings) == 1
        assert str(path) in cache.warnings[0]
    assert (tmp_path / "vectors.db.damaged").read_bytes().startswith(b"this is not")


async def test_damage_inside_the_file_is_survived(tmp_path: Path) -> None:
    path = tmp_path / "vectors.db"
    items = {index.to_bytes(32, "big"): bytes(512) for index in range(500)}
    async with SqliteVectorCache(path) as cache:
        await cache.put_many(items)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)
    async with SqliteVectorCache(path) as cache:
        assert await cache.get_many(list(items)) == {}
        assert len(cache.warnings) == 1
        await cache.put_many(items)
        assert await cache.get_many(list(items)) == items


async def test_a_file_replaced_by_another_process_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "vectors.db"
    path.write_bytes(b"damaged" * 1000)
    late = SqliteVectorCache(path)
    late._connection = sqlite3.connect(path, check_same_thread=False)
    late._opened_inode = path.stat().st_ino
    async with SqliteVectorCache(path) as early:
        await early.put_many({b"a": b"1"})
    assert await late.get_many([b"a"]) == {b"a": b"1"}
    await late.close()


async def test_a_place_that_cannot_be_written_is_an_error_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    async with SqliteVectorCache(tmp_path / "file" / "vectors.db") as cache:
        with pytest.raises(Unavailable, match=r"vectors\.db"):
            await cache.get_many([b"a"])
