"""The small tables and indexes of search.db whose keys say nothing of the part that a row comes from."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Self

from shared.domain.index.database_pieces import finish_piece, open_scratch
from shared.domain.index.database_schema import TABLES
from shared.errors import InvariantError

if TYPE_CHECKING:
    from shared.domain.index.database_pieces import DatabasePiece

__all__ = ["LookupsWriter"]

_LOOKUPS = f"""
{TABLES}
CREATE TABLE documents_by_path (path PRIMARY KEY, id) WITHOUT ROWID;
CREATE TABLE documents_by_url (url, id, PRIMARY KEY (url, id)) WITHOUT ROWID;
CREATE TABLE document_tags_by_tag (tag_id, document_id, PRIMARY KEY (tag_id, document_id)) WITHOUT ROWID;
CREATE TABLE links_by_target (
  target_document_id, document_id, position, PRIMARY KEY (target_document_id, document_id, position)
) WITHOUT ROWID;
ATTACH ':memory:' AS part;
CREATE TEMP TABLE numbered (id, path, url);
CREATE TEMP TABLE labels (id, kind, name);
CREATE TEMP TABLE labelled (tag_id, document_id);
CREATE TEMP TABLE targets (target_document_id, document_id, position);
CREATE TEMP TABLE earlier (url, document_id);
"""
"""A table WITHOUT ROWID has the same b-tree as an index of its columns: the entry of an index ends with the key of the
row (https://www.sqlite.org/fileformat2.html, 2.4 and 2.5)."""

_GATHER = """
BEGIN;
INSERT INTO temp.numbered SELECT * FROM part.documents;
INSERT INTO temp.labels SELECT * FROM part.tags;
INSERT INTO temp.labelled SELECT * FROM part.document_tags;
INSERT INTO temp.targets SELECT * FROM part.links;
INSERT INTO temp.earlier SELECT * FROM part.aliases;
COMMIT;
"""

_SORT = """
BEGIN;
INSERT INTO documents_by_path SELECT path, id FROM temp.numbered ORDER BY 1;
INSERT INTO documents_by_url SELECT url, id FROM temp.numbered ORDER BY 1, 2;
INSERT INTO tags SELECT DISTINCT * FROM temp.labels ORDER BY 1;
INSERT INTO document_tags_by_tag SELECT * FROM temp.labelled ORDER BY 1, 2;
INSERT INTO links_by_target SELECT * FROM temp.targets ORDER BY 1, 2, 3;
INSERT INTO aliases SELECT * FROM temp.earlier ORDER BY 1, 2;
COMMIT;
"""

_LOOKUP_COUNTS = {
    "documents_by_path": "SELECT count(*), count(*) FROM documents_by_path",
    "documents_by_url": "SELECT count(*), count(DISTINCT url) FROM documents_by_url",
    "sqlite_autoindex_tags_1": "SELECT count(*), count(DISTINCT kind), count(*) FROM tags",
    "document_tags_by_tag": "SELECT count(*), count(DISTINCT tag_id) FROM document_tags_by_tag",
    "links_by_target": "SELECT count(*), count(DISTINCT target_document_id) FROM links_by_target",
    "aliases": "SELECT count(*), count(DISTINCT url), count(*) FROM aliases",
}


class LookupsWriter:
    """The small tables and indexes whose keys say nothing of the part they come from."""

    def __init__(self) -> None:
        self._opened = open_scratch(_LOOKUPS)
        self._connection = self._opened.__enter__()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.__exit__(None, None, None)

    def add(self, lookups: bytes) -> None:
        """Add what `RowsWriter` has kept of one piece's rows."""
        self._connection.deserialize(lookups, name="part")
        self._connection.executescript(_GATHER)

    def finish(self) -> DatabasePiece:
        """All of them as a piece.

        Raises:
            InvariantError: two documents have one path.
        """
        try:
            self._connection.executescript(_SORT)
        except sqlite3.IntegrityError as error:
            raise InvariantError(f"two documents have one path: {error}") from error
        return finish_piece(self._connection, _LOOKUP_COUNTS)
