"""A `VectorCache` in one SQLite file, which several processes may use at once."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from typing import TYPE_CHECKING, Final, Self, TypeVar

from shared.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

__all__ = ["SqliteVectorCache"]

Result = TypeVar("Result")

_MAX_PARAMETERS: Final = 900
"""SQLite before 3.32 takes 999 parameters in a statement."""
_PAUSE_S: Final = 0.01
_BROKEN: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_SCHEMA: Final = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, value BLOB NOT NULL)"


class SqliteVectorCache:
    """Close it, or use it as an async context manager.

    A file that turns out to be damaged is put aside as `<name>.damaged` and replaced by an empty one. `warnings` says
    so, for the caller to show.
    """

    def __init__(self, path: Path, *, busy_timeout_s: float = 30.0) -> None:
        self._path = path
        self._busy_timeout_s = busy_timeout_s
        self._connection: sqlite3.Connection | None = None
        self._opened_inode = 0
        self._turn = asyncio.Lock()
        self.warnings: list[str] = []

    async def get_many(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        return await self._run(lambda connection: _select(connection, keys))

    async def put_many(self, items: Mapping[bytes, bytes]) -> None:
        await self._run(lambda connection: _insert(connection, items))

    async def close(self) -> None:
        async with self._turn:
            await asyncio.to_thread(self._disconnect)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def _run(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        async with self._turn:
            return await asyncio.to_thread(self._run_here, work)

    def _run_here(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        try:
            try:
                return work(self._connect())
            except sqlite3.DatabaseError as error:
                # An extended code, such as SQLITE_CORRUPT_INDEX, has its family in the low byte.
                if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _BROKEN:
                    raise
                self._put_aside(str(error))
                return work(self._connect())
        except (sqlite3.Error, OSError) as error:
            self._disconnect()  # it may be half set up
            raise Unavailable(f"the vector cache {self._path} cannot be used: {error}", code="cache") from error

    def _connect(self) -> sqlite3.Connection:
        if self._connection is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # One turn at a time makes the connection safe to use from changing threads.
            connection = sqlite3.connect(
                self._path, timeout=self._busy_timeout_s, isolation_level=None, check_same_thread=False
            )
            self._connection = connection
            self._opened_inode = self._path.stat().st_ino
            self._use_write_ahead_log(connection)
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(_SCHEMA)
        return self._connection

    def _use_write_ahead_log(self, connection: sqlite3.Connection) -> None:
        """Two processes that turn a new file over at once would wait for each other: SQLite refuses one of them at
        once, whatever its busy timeout is, and asking again is the way out."""
        deadline = time.monotonic() + self._busy_timeout_s
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE_S)
            else:
                return

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _put_aside(self, reason: str) -> None:
        self._disconnect()
        # Another process may have replaced the file already.
        if self._path.exists() and self._path.stat().st_ino == self._opened_inode:
            self._path.replace(self._path.with_name(f"{self._path.name}.damaged"))
            for suffix in ("-wal", "-shm"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        self.warnings.append(f"The vector cache {self._path} was damaged ({reason}) and starts anew.")


def _select(connection: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    for start in range(0, len(keys), _MAX_PARAMETERS):
        part = keys[start : start + _MAX_PARAMETERS]
        marks = ",".join("?" * len(part))
        found.update(connection.execute(f"SELECT key, value FROM vectors WHERE key IN ({marks})", part))  # noqa: S608
    return found


def _insert(connection: sqlite3.Connection, items: Mapping[bytes, bytes]) -> None:
    # IMMEDIATE: a transaction that begins by reading cannot wait for another writer later.
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", items.items())
    except BaseException:
        connection.rollback()
        raise
    connection.commit()
