"""A `CoordinatorStorage` in one SQLite file for all sites, whose alarms ring in this process."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

__all__ = ["CoordinatorFile", "SqliteCoordinatorStorage"]

_SCHEMA: Final = (
    "CREATE TABLE IF NOT EXISTS items (site TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,"
    " PRIMARY KEY (site, key)) STRICT, WITHOUT ROWID"
)


class CoordinatorFile:
    """The file. Writes are short, so they are done at once."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute(_SCHEMA)

    def load(self, site: str) -> dict[str, str]:
        return dict(self._connection.execute("SELECT key, value FROM items WHERE site = ?", (site,)))

    def save(self, site: str, values: Mapping[str, str | None]) -> None:
        gone = [(site, key) for key, value in values.items() if value is None]
        kept = [(site, key, value) for key, value in values.items() if value is not None]
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("DELETE FROM items WHERE site = ? AND key = ?", gone)
            self._connection.executemany("INSERT OR REPLACE INTO items VALUES (?, ?, ?)", kept)

    def close(self) -> None:
        self._connection.close()


class SqliteCoordinatorStorage:
    """One site's values. `wake` is called when its alarm is due."""

    def __init__(
        self, file: CoordinatorFile, site: str, *, now: Callable[[], float], wake: Callable[[], Awaitable[None]]
    ) -> None:
        self._file = file
        self._site = site
        self._now = now
        self._wake = wake
        self._alarm: asyncio.Task[None] | None = None

    async def load(self) -> dict[str, str]:
        return self._file.load(self._site)

    async def save(self, values: Mapping[str, str | None]) -> None:
        self._file.save(self._site, values)

    async def set_alarm(self, at: float | None) -> None:
        # The alarm that rings may be what sets the next one: it must not cancel itself.
        if self._alarm is not None and self._alarm is not asyncio.current_task():
            self._alarm.cancel()
        self._alarm = None if at is None else asyncio.create_task(self._ring(at - self._now()))

    async def _ring(self, wait_s: float) -> None:
        await asyncio.sleep(max(0.0, wait_s))
        await self._wake()
