"""search.db written at one go, as SQLite itself makes it: what the pieces are held against."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from shared.domain.index.database_schema import APPLICATION_ID, FORMAT, INDEXES, TABLES, VIEWS
from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    from shared.domain.enrich import PageIndex, Related
    from shared.domain.index.lexicon import Partition
    from shared.domain.vectors.rows import Vectors

__all__ = ["DatabaseWriter"]

_CACHE_KB = 8_000
"""What SQLite holds in memory while rows are appended; more is not faster."""

_PRAGMAS = f"""
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -{_CACHE_KB};
PRAGMA encoding = 'UTF-8';
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {FORMAT};
"""
"""No journal and no sync: a crash leaves a broken temporary file, which nobody has been told of."""


_SECTION_COPIES = (
    """
    INSERT INTO documents
    SELECT id + :document, path, url, title, description, language, published, updated, image, weight, word_count,
      reading_time_s, first_section + :section, section_count
    FROM part.documents ORDER BY id
    """,
    """
    INSERT INTO sections
    SELECT id + :section, document_id + :document, position, level, anchor, heading, breadcrumb, text, code
    FROM part.sections ORDER BY id
    """,
)
"""`:document` and `:section`: the ids of the part's first document and section."""

_DETAIL_COPIES = (
    """
    INSERT INTO tags (kind, name) SELECT kind, name FROM part.labels WHERE true ORDER BY rowid ON CONFLICT DO NOTHING
    """,
    """
    INSERT INTO document_tags
    SELECT DISTINCT l.document_id + :document, t.id
    FROM part.labels AS l CROSS JOIN tags AS t ON t.kind = l.kind AND t.name = l.name ORDER BY 1, 2
    """,
    """
    INSERT INTO media
    SELECT document_id + :document, position, section_id + :section, kind, url, alt, title
    FROM part.media ORDER BY rowid
    """,
    """
    INSERT INTO front_matter SELECT document_id + :document, json FROM part.front_matter ORDER BY rowid
    """,
    """
    INSERT INTO aliases SELECT DISTINCT url, document_id + :document FROM part.aliases
    """,
    """
    INSERT INTO links
    SELECT l.document_id + :document, l.position, l.section_id + :section, l.line, l.target, l.text,
      t.state, t.resolved, t.fragment, t.document_id
    FROM part.links AS l CROSS JOIN judged AS t ON t.id = l.target_id ORDER BY l.rowid
    """,
)

_COPY_VECTORS = """
    INSERT INTO section_vectors
    SELECT id + :section, substr(:vectors, id * :size + 1, :size) FROM part.sections ORDER BY id
"""

_CREATE_JUDGED = """
CREATE TEMP TABLE judged (id INTEGER PRIMARY KEY, state, resolved, fragment, document_id);
ATTACH ':memory:' AS part;
"""
"""`judged`: the targets of one part's links, now that all pages are known."""


class DatabaseWriter:
    """Writes a new database at `path`, in place of what is there. Leaving the context before `finish` removes it.

    Parts come in the order of their documents. A document's id is its number in path order over all parts, from 0, as
    in the `PageIndex` and in related documents. First all sections are added, then the details of all parts, then the
    terms: what is alike lies together in the file, which compresses better so.
    """

    def __init__(self, path: Path, *, settings: Mapping[str, str], vectors: bool) -> None:
        """`vectors`: whether parts come with vectors of their sections."""
        path.unlink(missing_ok=True)
        self._path = path
        self._with_vectors = vectors
        self._connection: sqlite3.Connection | None = sqlite3.connect(path, isolation_level=None)
        self._connection.executescript(_PRAGMAS + TABLES + _CREATE_JUDGED)
        with self._transaction() as connection:
            connection.executemany("INSERT INTO settings VALUES (?, ?)", sorted(settings.items()))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
            self._path.unlink(missing_ok=True)

    @property
    def _open_connection(self) -> sqlite3.Connection:
        if self._connection is None:
            raise InvariantError("the database is finished")
        return self._connection

    @contextmanager
    def _transaction(self, part: bytes | None = None) -> Iterator[sqlite3.Connection]:
        """A transaction with `part` at hand. SQLite lets go of one part for the next only between transactions."""
        connection = self._open_connection
        if part is not None:
            connection.deserialize(part, name="part")
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")

    def add_sections(self, part: bytes, first_document: int, first_section: int, vectors: Vectors | None) -> None:
        """Add the documents and sections of a part (see `encode_part`).

        `vectors`: float32, shape `(sections of the part, dimensions)`, in the order of the sections; None without.
        """
        ids = {"document": first_document, "section": first_section}
        with self._transaction(part) as connection:
            for copy in _SECTION_COPIES:
                connection.execute(copy, ids)
            if self._with_vectors:
                (sections,) = connection.execute("SELECT count(*) FROM part.sections").fetchone()
                if vectors is None or len(vectors) != sections:
                    raise InvariantError(
                        "a part's vectors are not one a section", base=first_section, sections=sections
                    )
                found = {"vectors": vectors.data, "size": vectors.row_bytes, **ids}
                connection.execute(_COPY_VECTORS, found)

    def add_details(self, part: bytes, first_document: int, first_section: int, pages: PageIndex) -> None:
        """Add all else of a part whose sections are there: links and media, for example. `pages`: of the whole site."""
        ids = {"document": first_document, "section": first_section}
        with self._transaction(part) as connection:
            connection.execute("DELETE FROM judged")
            targets = connection.execute("SELECT id, resolved, fragment FROM part.targets ORDER BY id").fetchall()
            connection.executemany("INSERT INTO judged VALUES (?, ?, ?, ?, ?)", _judge(targets, pages))
            for copy in _DETAIL_COPIES:
                connection.execute(copy, ids)

    def add_partition(self, partition: Partition) -> None:
        """Add terms and words; over all calls by code point, to be fast."""
        terms = [(term, item.frequency, item.ranked + item.rest) for term, item in partition.terms.items()]
        with self._transaction() as connection:
            connection.executemany("INSERT INTO terms VALUES (?, ?, ?)", terms)
            connection.executemany("INSERT INTO words VALUES (?, ?)", partition.words.items())

    def index(self) -> None:
        """Index, analyse and check what has been added: all but the related documents, which are known last.

        Raises:
            InvariantError: a row refers to one that is not there, or two documents have one path.
        """
        try:
            with self._transaction() as connection:
                for statement in (INDEXES + VIEWS).split(";"):
                    connection.execute(statement)
                connection.execute("ANALYZE main")
        except sqlite3.IntegrityError as error:
            raise InvariantError(f"two documents have one path: {error}") from error
        _check_references(connection, "PRAGMA main.foreign_key_check")

    def finish(self, related: Iterable[Sequence[Related]]) -> None:
        """Add each document's related documents, nearest first, for all documents in order; close the database.

        Raises:
            InvariantError: a row refers to one that is not there.
        """
        rows = (
            (document_id, place, item.document, item.score)
            for document_id, items in enumerate(related)
            for place, item in enumerate(items)
        )
        with self._transaction() as connection:
            connection.executemany("INSERT INTO related VALUES (?, ?, ?, ?)", rows)
            connection.execute("ANALYZE main.related")
        _check_references(connection, "PRAGMA main.foreign_key_check(related)")
        connection.close()
        self._connection = None


def _judge(targets: Iterable[tuple[int, str | None, str]], pages: PageIndex) -> Iterator[tuple[object, ...]]:
    """Rows of `judged`. The URL of a page stands with the page already."""
    for target_id, resolved, fragment in targets:
        state, page = ("external", None) if resolved is None else pages.judge(resolved, fragment)
        told = page is not None and pages.url_of(page) == resolved
        yield target_id, state, None if told else resolved, fragment, page


def _check_references(connection: sqlite3.Connection, pragma: str) -> None:
    """What SQLite has not looked at on insertion. The pages it wrote just now are for `inkdex verify` to check."""
    if dangling := connection.execute(pragma).fetchone():
        table, row_id, parent, _ = dangling
        raise InvariantError(f"a row of {table} refers to a missing row of {parent}", row_id=row_id)
