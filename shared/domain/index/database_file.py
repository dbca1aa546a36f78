"""search.db from its pieces: the file as a stream, whose first bytes are known before any of the pieces' pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shared.domain.index.database_pieces import Counts, open_scratch
from shared.domain.index.database_schema import APPLICATION_ID, FORMAT, INDEXES, TABLES, VIEWS
from shared.domain.sqlite_file import FilePlan, Outline, extract_trees, make_template, plan_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from shared.domain.sqlite_file import Piece

__all__ = ["DatabasePlan", "add_counts", "encode_facts", "plan_database"]

_SCHEMA: Final = f"""
PRAGMA encoding = 'UTF-8';
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {FORMAT};
{TABLES} {INDEXES} {VIEWS}
ANALYZE main;
"""
"""`ANALYZE` makes its table also where there are no rows."""

_TABLES_OF_INDEXES: Final = "SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index'"


def add_counts(counts: Iterable[Mapping[str, Sequence[int]]]) -> Counts:
    """The counts of all pieces together: rows that are alike in their first columns are in one piece."""
    total: Counts = {}
    for found in counts:
        for name, numbers in found.items():
            before = total.get(name, [0] * len(numbers))
            total[name] = [a + b for a, b in zip(before, numbers, strict=True)]
    return total


def encode_facts(settings: Mapping[str, str], counts: Counts) -> Piece:
    """The settings, and what `ANALYZE` would say of the tables and indexes with these counts."""
    counts = {**counts, "settings": [len(settings), len(settings)]} if settings else counts
    with open_scratch(_SCHEMA) as connection:
        tables = dict(connection.execute(_TABLES_OF_INDEXES))
        few = _says_one_for_nearly_one()
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO settings VALUES (?, ?)", sorted(settings.items()))
        connection.executemany(
            "INSERT INTO sqlite_stat1 VALUES (?, ?, ?)",
            [
                (tables.get(name, name), name if len(numbers) > 1 else None, _describe(numbers, nearly_one=few))
                for name, numbers in sorted(counts.items())
            ],
        )
        connection.execute("COMMIT")
        return extract_trees(connection)


def _describe(numbers: Sequence[int], *, nearly_one: bool) -> str:
    """`sqlite_stat1.stat`: the rows, then how many have the same first column on average, the same first two, ...

    After `statGet` in SQLite's analyze.c. Averages are rounded up; later versions say 1 for up to 1.1.
    """
    rows, *distinct = numbers
    averages = [-(-rows // number) for number in distinct]
    if nearly_one:
        averages = [
            1 if average == 2 and rows * 10 <= number * 11 else average
            for average, number in zip(averages, distinct, strict=True)
        ]
    return " ".join(map(str, [rows, *averages]))


def _says_one_for_nearly_one() -> bool:
    script = "CREATE TABLE t (a); CREATE INDEX i ON t (a);"
    with open_scratch(script) as connection:
        connection.executemany("INSERT INTO t VALUES (?)", [(max(1, number),) for number in range(11)])
        connection.execute("ANALYZE")
        return bool(connection.execute("SELECT stat = '11 1' FROM sqlite_stat1").fetchone()[0])


def plan_database(outlines: Sequence[Outline], facts: Piece) -> DatabasePlan:
    """Plan the file that holds all pieces, whose rows ascend from each to the next where they are of one table."""
    return DatabasePlan(plan_file(make_template(_SCHEMA), [facts.outline, *outlines]), facts)


class DatabasePlan:
    """The file is `first`, then the pages of each piece as `move` gives them, then those of `close`."""

    def __init__(self, plan: FilePlan, facts: Piece) -> None:
        self._plan = plan
        self._facts = facts

    @property
    def first(self) -> bytes:
        return self._plan.first + self._plan.move(0, self._facts.to_bytes())

    def piece_bytes(self, piece: int) -> int:
        """The size of a piece's pages. Pieces are numbered from 0, in the order of their outlines."""
        return self._plan.piece_bytes(piece + 1)

    def move(self, piece: int, pages: bytes, offset: int = 0) -> bytes:
        """Pages of a piece, all or those from a place in its bytes on, as they stand in the file."""
        return self._plan.move(piece + 1, pages, offset)

    def close(self) -> Iterator[bytes]:
        return self._plan.close()
