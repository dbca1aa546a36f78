"""Write search.db: the whole site as one SQLite file, part by part.

The file is written again at each build, so rows come in the order of their keys: SQLite then appends to its B-trees,
no page is split, and the result is within 3 % of what `VACUUM` makes of it, which is not run (a test watches). Equal
input gives equal bytes with the same version of SQLite.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Self

from shared.domain.encoding import to_json
from shared.domain.index.database_schema import APPLICATION_ID, FORMAT, INDEXES, TABLES, VIEWS
from shared.domain.index.documents import timestamp
from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    from shared.domain.enrich import DocumentDigest, PageIndex, Related
    from shared.domain.models import Document
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


class DatabaseWriter:
    """Writes a new database at `path`, in place of what is there. Leaving the context before `finish` removes it.

    Parts come in the order of their documents, each part's documents before its links. A document's id is its number in
    path order over all parts, from 0, as in the `PageIndex` and in related documents.
    """

    def __init__(self, path: Path, *, settings: Mapping[str, str], vectors: bool) -> None:
        """`vectors`: whether parts come with vectors of their sections."""
        path.unlink(missing_ok=True)
        self._path = path
        self._with_vectors = vectors
        self._tag_ids: dict[tuple[str, str], int] = {}
        self._connection: sqlite3.Connection | None = sqlite3.connect(path, isolation_level=None)
        self._connection.executescript(_PRAGMAS + TABLES)
        self._connection.execute("BEGIN")
        self._insert("settings", 2, sorted(settings.items()))

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

    def _insert(self, table: str, columns: int, rows: Iterable[tuple[object, ...]]) -> None:
        marks = ",".join("?" * columns)
        self._open_connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - our own names

    def add_documents(
        self,
        first_document_id: int,
        base: int,
        documents: Sequence[Document],
        digests: Sequence[DocumentDigest],
        vectors: Vectors | None,
    ) -> None:
        """Add a part: its documents, and sections from id `base` on.

        `vectors`: float32, shape `(sections of the part, dimensions)`, in the order of the sections; None without.
        """
        firsts = _first_sections(base, documents)
        pairs = list(zip(documents, firsts, strict=True))
        self._insert("documents", 14, _document_rows(first_document_id, pairs, digests))
        self._insert("sections", 9, _section_rows(first_document_id, pairs))
        self._insert("media", 7, _media_rows(first_document_id, pairs))
        numbered = list(enumerate(documents, first_document_id))
        self._insert("front_matter", 2, _front_matter_rows(numbered))
        aliases = ((alias, document_id) for document_id, item in numbered for alias in dict.fromkeys(item.aliases))
        self._insert("aliases", 2, aliases)
        self._add_tags(numbered)
        self._add_vectors(base, sum(len(document.sections) for document in documents), vectors)

    def _add_tags(self, documents: Iterable[tuple[int, Document]]) -> None:
        new_tags: list[tuple[int, str, str]] = []
        rows: list[tuple[int, int]] = []
        for document_id, document in documents:
            names = [("tag", name) for name in document.tags]
            names += [("category", name) for name in document.categories]
            names += [("author", name) for name in document.authors]
            for kind, name in dict.fromkeys(names):
                tag_id = self._tag_ids.get((kind, name))
                if tag_id is None:
                    tag_id = self._tag_ids[kind, name] = len(self._tag_ids)
                    new_tags.append((tag_id, kind, name))
                rows.append((document_id, tag_id))
        self._insert("tags", 3, new_tags)
        self._insert("document_tags", 2, sorted(rows))

    def _add_vectors(self, base: int, section_count: int, vectors: Vectors | None) -> None:
        if not self._with_vectors:
            return
        if vectors is None or len(vectors) != section_count:
            raise InvariantError("a part's vectors are not one a section", base=base, sections=section_count)
        size = vectors.row_bytes
        data = memoryview(vectors.data)
        rows = ((base + place, data[place * size : (place + 1) * size]) for place in range(section_count))
        self._insert("section_vectors", 2, rows)

    def add_links(self, first_document_id: int, base: int, documents: Sequence[Document], pages: PageIndex) -> None:
        """Add the links of a part that `add_documents` has added. `pages`: of the whole site."""
        pairs = list(zip(documents, _first_sections(base, documents), strict=True))
        self._insert("links", 10, _link_rows(first_document_id, pairs, pages))

    def add_related(self, related: Iterable[Sequence[Related]]) -> None:
        """Add each document's related documents, nearest first, for all documents in order."""
        rows = (
            (document_id, place, item.document, item.score)
            for document_id, items in enumerate(related)
            for place, item in enumerate(items)
        )
        self._insert("related", 4, rows)

    def add_terms(self, items: Iterable[tuple[str, int, bytes]]) -> None:
        """Add (term, frequency, head and tail of its postings joined), by code point; over all calls, to be fast."""
        self._insert("terms", 3, items)

    def add_words(self, items: Iterable[tuple[str, int]]) -> None:
        """Add (word, count), in the order of `add_terms`."""
        self._insert("words", 2, items)

    def finish(self) -> None:
        """Index, analyse, check and close the database.

        Raises:
            InvariantError: a row refers to one that is not there, or SQLite finds the file damaged.
        """
        connection = self._open_connection
        connection.execute("COMMIT")
        try:
            connection.executescript(f"BEGIN; {INDEXES} {VIEWS} ANALYZE; COMMIT;")
        except sqlite3.IntegrityError as error:
            raise InvariantError(f"two documents have one path: {error}") from error
        _check(connection)
        connection.close()
        self._connection = None


def _check(connection: sqlite3.Connection) -> None:
    if dangling := connection.execute("PRAGMA foreign_key_check").fetchone():
        table, row_id, parent, _ = dangling
        raise InvariantError(f"a row of {table} refers to a missing row of {parent}", row_id=row_id)
    # Unlike integrity_check it does not compare the indexes with their tables, from which they were made just now.
    if (problem := connection.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
        raise InvariantError(f"the database is damaged: {problem}")


def _first_sections(base: int, documents: Iterable[Document]) -> list[int]:
    firsts: list[int] = []
    for document in documents:
        firsts.append(base)
        base += len(document.sections)
    return firsts


def _document_rows(
    first_id: int, documents: Sequence[tuple[Document, int]], digests: Sequence[DocumentDigest]
) -> Iterator[tuple[object, ...]]:
    for document_id, ((document, first_section), digest) in enumerate(zip(documents, digests, strict=True), first_id):
        if digest.path != document.path:
            raise InvariantError("a digest of another document", document=document.path, digest=digest.path)
        yield (
            document_id,
            document.path,
            document.url,
            document.title,
            document.description,
            document.language,
            timestamp(document.published),
            timestamp(document.updated),
            document.image,
            document.weight,
            digest.word_count,
            digest.reading_time_s,
            first_section,
            len(document.sections),
        )


def _section_rows(first_id: int, documents: Sequence[tuple[Document, int]]) -> Iterator[tuple[object, ...]]:
    for document_id, (document, first_section) in enumerate(documents, first_id):
        for position, section in enumerate(document.sections):
            headings = section.headings
            yield (
                first_section + position,
                document_id,
                position,
                section.level,
                section.anchor,
                headings[-1] if headings else "",
                " > ".join(headings[:-1]) if len(headings) > 1 else "",
                section.body,
                section.code,
            )


def _link_rows(
    first_id: int, documents: Sequence[tuple[Document, int]], pages: PageIndex
) -> Iterator[tuple[object, ...]]:
    for document_id, (document, first_section) in enumerate(documents, first_id):
        for position, link in enumerate(document.links):
            resolved = link.resolved
            state, target = ("external", None) if resolved is None else pages.judge(resolved, link.fragment)
            yield (
                document_id,
                position,
                first_section + link.section,
                link.line,
                link.target,
                link.text,
                state,
                resolved,
                link.fragment,
                target,
            )


def _media_rows(first_id: int, documents: Sequence[tuple[Document, int]]) -> Iterator[tuple[object, ...]]:
    for document_id, (document, first_section) in enumerate(documents, first_id):
        for position, item in enumerate(document.media):
            section_id = first_section + item.section
            yield document_id, position, section_id, item.kind, item.url, item.alt, item.title


def _front_matter_rows(documents: Iterable[tuple[int, Document]]) -> Iterator[tuple[int, str]]:
    for document_id, document in documents:
        if document.front_matter:
            yield document_id, to_json(document.front_matter).decode()
