"""The rows of search.db that belong to parts: documents, sections, links and all that keys by document order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from shared.domain.index.database_pieces import finish_piece, open_scratch
from shared.domain.index.database_schema import INDEXES, TABLES
from shared.errors import InvariantError

if TYPE_CHECKING:
    from shared.domain.index.database_pieces import DatabasePiece
    from shared.domain.index.judgements import Judgements
    from shared.domain.vectors.rows import Vectors

__all__ = ["RowsWriter"]

_INDEX = next(statement for statement in INDEXES.split(";") if "sections_by_document" in statement)
"""The one whose keys ascend from piece to piece."""

_ROWS = f"""
{TABLES}
ATTACH ':memory:' AS part;
ATTACH ':memory:' AS lookups;
PRAGMA lookups.page_size = 1024;
CREATE TEMP TABLE judged (id INTEGER PRIMARY KEY, state, resolved, fragment, document_id);
CREATE TABLE lookups.documents (id, path, url);
CREATE TABLE lookups.aliases (url, document_id);
CREATE TABLE lookups.tags (id, kind, name);
CREATE TABLE lookups.document_tags (tag_id, document_id);
CREATE TABLE lookups.links (target_document_id, document_id, position);
"""
"""`judged`: the targets of one part's links. `lookups`: rows of indexes whose keys know no parts."""

_COPIES = (
    """
    INSERT INTO main.documents
    SELECT id + :document, path, url, title, description, language, published, updated, image, weight, word_count,
      reading_time_s, first_section + :section, section_count
    FROM part.documents ORDER BY id
    """,
    """
    INSERT INTO main.sections
    SELECT id + :section, document_id + :document, position, level, anchor, heading, breadcrumb, text, code
    FROM part.sections ORDER BY id
    """,
    """
    INSERT INTO main.document_tags
    SELECT DISTINCT l.document_id + :document, t.id
    FROM part.labels AS l CROSS JOIN main.tags AS t ON t.kind = l.kind AND t.name = l.name ORDER BY 1, 2
    """,
    """
    INSERT INTO main.media
    SELECT document_id + :document, position, section_id + :section, kind, url, alt, title
    FROM part.media ORDER BY rowid
    """,
    """
    INSERT INTO main.front_matter SELECT document_id + :document, json FROM part.front_matter ORDER BY rowid
    """,
    """
    INSERT INTO lookups.aliases SELECT DISTINCT url, document_id + :document FROM part.aliases
    """,
    """
    INSERT INTO main.links
    SELECT l.document_id + :document, l.position, l.section_id + :section, l.line, l.target, l.text,
      t.state, t.resolved, t.fragment, t.document_id
    FROM part.links AS l CROSS JOIN judged AS t ON t.id = l.target_id ORDER BY l.rowid
    """,
)
"""`:document` and `:section`: the ids of the part's first document and section."""

_LOOKUP_COPIES = """
INSERT INTO lookups.documents SELECT id, path, url FROM main.documents ORDER BY id;
INSERT INTO lookups.tags SELECT id, kind, name FROM main.tags ORDER BY id;
INSERT INTO lookups.document_tags SELECT tag_id, document_id FROM main.document_tags ORDER BY 1, 2;
INSERT INTO lookups.links
SELECT target_document_id, document_id, position FROM main.links WHERE target_document_id IS NOT NULL ORDER BY 1, 2, 3;
DROP TABLE main.tags;
"""

_DANGLING = """
SELECT 1 FROM links WHERE section_id NOT IN (SELECT id FROM sections)
UNION ALL SELECT 1 FROM media WHERE section_id NOT IN (SELECT id FROM sections)
UNION ALL SELECT 1 FROM sections WHERE document_id NOT IN (SELECT id FROM documents) LIMIT 1
"""

_UNEMBEDDED = """
SELECT 1 FROM section_vectors WHERE section_id NOT IN (SELECT id FROM sections)
UNION ALL SELECT 1 FROM sections
WHERE EXISTS (SELECT 1 FROM section_vectors) AND id NOT IN (SELECT section_id FROM section_vectors) LIMIT 1
"""

_ROW_COUNTS = {
    "sections_by_document": "SELECT count(*), count(DISTINCT document_id) FROM sections",
    "document_tags": "SELECT count(*), count(DISTINCT document_id), count(*) FROM document_tags",
    "links": "SELECT count(*), count(DISTINCT document_id), count(*) FROM links",
    "media": "SELECT count(*), count(DISTINCT document_id), count(*) FROM media",
    "front_matter": "SELECT count(*) FROM front_matter",
    "section_vectors": "SELECT count(*) FROM section_vectors",
}


class RowsWriter:
    """The rows of neighbouring parts, added in the order of their documents."""

    def __init__(self) -> None:
        self._opened = open_scratch(_ROWS, large=True)
        self._connection = self._opened.__enter__()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.__exit__(None, None, None)

    def add(self, part: bytes, first_document: int, first_section: int, judgements: Judgements) -> None:
        """Add a part (see `encode_part`), whose ids begin with these."""
        connection = self._connection
        ids = {"document": first_document, "section": first_section}
        connection.deserialize(part, name="part")
        connection.execute("BEGIN")
        connection.executemany("INSERT OR IGNORE INTO main.tags VALUES (?, ?, ?)", judgements.tags)
        targets = connection.execute("SELECT id, resolved, fragment FROM part.targets ORDER BY id").fetchall()
        connection.execute("DELETE FROM judged")
        connection.executemany("INSERT INTO judged VALUES (?, ?, ?, ?, ?)", judgements.rows(targets))
        for copy in _COPIES:
            connection.execute(copy, ids)
        connection.execute("COMMIT")

    def add_vectors(self, first_section: int, vectors: Vectors) -> None:
        """Add the vectors of sections that follow one another from this id: float32, in the order of the sections.

        All sections have one, or none has. A part's may come in several blocks, since SQLite copies what it is given.
        """
        rows = ((first_section + row, vectors.raw_row(row)) for row in range(len(vectors)))
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO main.section_vectors VALUES (?, ?)", rows)
        self._connection.execute("COMMIT")

    def finish(self) -> tuple[DatabasePiece, bytes]:
        """The piece, and what the site's lookups need of these rows (see `LookupsWriter`).

        Raises:
            InvariantError: a row refers to a section or document that is not there, or a section has no vector though
                others have.
        """
        connection = self._connection
        connection.execute(_INDEX)
        if connection.execute(_UNEMBEDDED).fetchone():
            raise InvariantError("the vectors are not one a section")
        if connection.execute(_DANGLING).fetchone():
            raise InvariantError("a row refers to a section or document that is not there")
        connection.executescript(f"BEGIN; {_LOOKUP_COPIES} COMMIT;")
        lookups = connection.serialize(name="lookups")
        connection.execute("DETACH part")
        return finish_piece(connection, _ROW_COUNTS), lookups
