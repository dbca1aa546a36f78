"""Pieces of search.db: b-trees of a group of parts, of a partition of the lexicon, of the whole site's small indexes.

SQLite makes each piece as a database of the same schema, with the ids that rows have in the end, and `sqlite_file`
takes it apart. Rows come in the order of their keys: SQLite then appends to its b-trees and no page is split. What a
piece cannot check, since it holds but a share of the rows, `inkdex verify` checks of the whole.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from shared.domain.index.database_schema import TABLES
from shared.domain.sqlite_file import PAGE_BYTES, Piece, extract_trees

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from shared.domain.enrich import Related
    from shared.domain.index.lexicon import Partition

__all__ = ["Counts", "DatabasePiece", "encode_related", "encode_terms", "finish_piece", "open_scratch"]

Counts = dict[str, list[int]]
"""Table or index -> its rows, then how many differ in their first column, in their first two, and so on."""

_SETUP = f"""
PRAGMA page_size = {PAGE_BYTES};
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA temp_store = MEMORY;
"""


@dataclass(frozen=True, slots=True)
class DatabasePiece:
    """A piece of search.db, with what `ANALYZE` would like to know of it."""

    piece: Piece
    counts: Counts


@contextmanager
def open_scratch(script: str, *, large: bool = False) -> Iterator[sqlite3.Connection]:
    """A database in memory, which the statements have begun.

    A `large` one is a temporary file, of which SQLite has 2 MB in memory, and which is gone when the context ends. A
    Worker has no disk: its files lie beside Python's memory, which never shrinks again.
    """
    with (
        TemporaryDirectory(prefix="inkdex-") if large else nullcontext() as folder,
        closing(sqlite3.connect(f"{folder}/scratch.db" if folder else ":memory:", isolation_level=None)) as connection,
    ):
        connection.executescript(_SETUP + script)
        yield connection


def finish_piece(connection: sqlite3.Connection, counted: Mapping[str, str]) -> DatabasePiece:
    """All that the database holds, which is closed. `counted`: for each table and index the query of its counts."""
    counts = {name: [*connection.execute(query).fetchone()] for name, query in counted.items()}
    return DatabasePiece(extract_trees(connection), {name: found for name, found in counts.items() if found[0]})


def encode_terms(partition: Partition) -> DatabasePiece:
    """A partition's terms, each with its whole list, and its words."""
    terms = ((term, item.frequency, item.ranked + item.rest) for term, item in partition.terms.items())
    with open_scratch(TABLES) as connection:
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO terms VALUES (?, ?, ?)", terms)
        connection.executemany("INSERT INTO words VALUES (?, ?)", partition.words.items())
        connection.execute("COMMIT")
        counted = {name: f"SELECT count(*), count(*) FROM {name}" for name in ("terms", "words")}  # noqa: S608
        return finish_piece(connection, counted)


def encode_related(related: Iterable[Sequence[Related]]) -> DatabasePiece:
    """Each document's related documents, nearest first, for all documents in order."""
    rows = (
        (document_id, place, item.document, item.score)
        for document_id, items in enumerate(related)
        for place, item in enumerate(items)
    )
    with open_scratch(TABLES) as connection:
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO related VALUES (?, ?, ?, ?)", rows)
        connection.execute("COMMIT")
        counted = {"related": "SELECT count(*), count(DISTINCT document_id), count(*) FROM related"}
        return finish_piece(connection, counted)
