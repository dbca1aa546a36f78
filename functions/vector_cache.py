"""The vectors that one site has paid for, in the SQLite of a Durable Object. Unused ones are dropped after 90 days."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from pyodide.ffi import create_once_callable
from workers import DurableObject

from functions.bindings.javascript import from_js_bytes, to_js_bytes, unwrap
from functions.packing import pack_items, unpack_items

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["VectorCacheStore"]

_MAX_PARAMETERS: Final = 100
_DAY_S: Final = 86_400
_KEPT_DAYS: Final = 90
_NOTED_DAYS: Final = 7
"""That a vector was used is written down at most so often: each note is a row written."""
_SWEEP_EVERY_DAYS: Final = 7

_SCHEMA: Final = """
    CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS vectors_by_use ON vectors (used);
"""


class VectorCacheStore(DurableObject):
    """Takes and gives packed byte strings: see `functions/packing.py`."""

    def __init__(self, ctx: Any, env: Any) -> None:
        super().__init__(ctx, env)
        self._storage = unwrap(ctx).storage
        self._storage.sql.exec(_SCHEMA)

    async def get_packed(self, keys: Any) -> bytes:
        """The keys' values in their order, those that are missing as None."""
        wanted = [key or b"" for key in unpack_items(bytes(keys))]
        found: dict[bytes, bytes] = {}
        today = _today()
        for part in _cut(list(dict.fromkeys(wanted)), _MAX_PARAMETERS - 2):
            marks = ",".join("?" * len(part))
            rows = self._execute(f"SELECT key, value FROM vectors WHERE key IN ({marks})", part)  # noqa: S608
            found.update((from_js_bytes(key), from_js_bytes(value)) for key, value in rows)
            self._execute(
                f"UPDATE vectors SET used = ? WHERE used < ? AND key IN ({marks})",  # noqa: S608
                [today, today - _NOTED_DAYS, *part],
            )
        return pack_items([found.get(key) for key in wanted])

    async def put_packed(self, items: Any) -> None:
        """Keys and values in turns: all are stored, or none."""
        given = [item or b"" for item in unpack_items(bytes(items))]
        rows = list(zip(given[::2], given[1::2], strict=True))
        if not rows:
            return
        await self._plan_sweep()
        self._storage.transactionSync(create_once_callable(lambda: self._insert(rows)))

    async def alarm(self, _info: Any = None) -> None:
        """Drop what has long been of no use."""
        self._execute("DELETE FROM vectors WHERE used < ?", [_today() - _KEPT_DAYS])
        if self._execute("SELECT 1 FROM vectors LIMIT 1", []):
            await self._plan_sweep()

    def _insert(self, rows: Sequence[tuple[bytes, bytes]]) -> None:
        today = _today()
        for part in _cut(rows, _MAX_PARAMETERS // 3):
            marks = ",".join(["(?,?,?)"] * len(part))
            values = [value for key, vector in part for value in (key, vector, today)]
            self._execute(f"INSERT OR REPLACE INTO vectors VALUES {marks}", values)  # noqa: S608

    async def _plan_sweep(self) -> None:
        if not await self._storage.getAlarm():
            await self._storage.setAlarm(int((time.time() + _SWEEP_EVERY_DAYS * _DAY_S) * 1000))

    def _execute(self, statement: str, parameters: Sequence[bytes | int]) -> list[Any]:
        """All rows at once: a cursor that is left open locks the database."""
        bound = [to_js_bytes(value) if isinstance(value, bytes) else value for value in parameters]
        return list(self._storage.sql.exec(statement, *bound).raw().toArray())


def _cut(items: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _today() -> int:
    """Days since 1970."""
    return int(time.time() // _DAY_S)
