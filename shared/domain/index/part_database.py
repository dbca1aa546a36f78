"""The databases of parts: SQLite databases as bytes, whose rows SQLite copies into pieces of search.db.

Ids count from 0 in each part. Nothing here is checked but by the tables of search.db that the rows end up in.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.domain.encoding import to_json
from shared.domain.index.documents import timestamp
from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from shared.domain.enrich import DocumentDigest
    from shared.domain.models import Document

__all__ = ["StoredDocument", "encode_part", "read_documents"]

_BREADCRUMB = " > "

_PART_TABLES = """
CREATE TABLE documents (id INTEGER PRIMARY KEY, path, url, title, description, language, published, updated, image,
  weight, word_count, reading_time_s, first_section, section_count);
CREATE TABLE sections (id INTEGER PRIMARY KEY, document_id, position, level, anchor, heading, breadcrumb, text, code);
CREATE TABLE labels (document_id, kind, name);
CREATE TABLE targets (id INTEGER PRIMARY KEY, resolved, fragment);
CREATE TABLE links (document_id, position, section_id, line, target, text, target_id);
CREATE TABLE media (document_id, position, section_id, kind, url, alt, title);
CREATE TABLE front_matter (document_id, json);
CREATE TABLE aliases (url, document_id);
"""
"""`labels`: tags, categories and authors, each once a document. `targets`: where the part's links lead, each once."""

_PAGE_BYTES = 1024
"""A part has hundreds of small rows: half-empty pages of the usual size would be a tenth of it."""


def encode_part(documents: Sequence[Document], digests: Sequence[DocumentDigest]) -> bytes:
    """A part's documents with all that belongs to them, as a database."""
    firsts = _first_sections(documents)
    numbered = list(enumerate(documents))
    links, targets = _link_rows(documents, firsts)
    rows: dict[str, Sequence[tuple[object, ...]]] = {
        "documents": list(_document_rows(documents, firsts, digests)),
        "sections": list(_section_rows(documents)),
        "labels": [(number, *label) for number, document in numbered for label in _labels(document)],
        "targets": targets,
        "links": links,
        "media": list(_media_rows(documents, firsts)),
        "front_matter": [
            (number, to_json(document.front_matter).decode()) for number, document in numbered if document.front_matter
        ],
        "aliases": [(alias, number) for number, document in numbered for alias in dict.fromkeys(document.aliases)],
    }
    return _encode(_PART_TABLES, rows)


def _encode(tables: str, rows: Mapping[str, Sequence[tuple[object, ...]]]) -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(f"PRAGMA page_size = {_PAGE_BYTES}; {tables} BEGIN;")
        for table, items in rows.items():
            _insert(connection, table, items)
        connection.execute("COMMIT")
        return connection.serialize()


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    if not rows:
        return
    insertion = f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})"  # noqa: S608 - our own names
    try:
        connection.executemany(insertion, rows)
    except UnicodeEncodeError:  # halves of surrogate pairs, as an escape in front matter may spell them
        connection.execute(f"DELETE FROM {table}")  # noqa: S608
        connection.executemany(insertion, [tuple(map(_encodable, row)) for row in rows])


def _encodable(value: object) -> object:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _first_sections(documents: Iterable[Document]) -> list[int]:
    firsts = [0]
    for document in documents:
        firsts.append(firsts[-1] + len(document.sections))
    return firsts[:-1]


def _document_rows(
    documents: Sequence[Document], firsts: Sequence[int], digests: Sequence[DocumentDigest]
) -> Iterator[tuple[object, ...]]:
    for number, (document, first_section, digest) in enumerate(zip(documents, firsts, digests, strict=True)):
        if digest.path != document.path:
            raise InvariantError("a digest of another document", document=document.path, digest=digest.path)
        yield (
            number,
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


def _section_rows(documents: Iterable[Document]) -> Iterator[tuple[object, ...]]:
    section_id = 0
    for number, document in enumerate(documents):
        for position, section in enumerate(document.sections):
            yield (
                section_id,
                number,
                position,
                section.level,
                section.anchor,
                section.heading,
                _BREADCRUMB.join(section.headings[:-1]),
                section.body,
                section.code,
            )
            section_id += 1


def _labels(document: Document) -> Iterable[tuple[str, str]]:
    names = [("tag", name) for name in document.tags]
    names += [("category", name) for name in document.categories]
    names += [("author", name) for name in document.authors]
    return dict.fromkeys(names)


def _link_rows(
    documents: Sequence[Document], firsts: Sequence[int]
) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """The rows of `links` and of `targets`."""
    target_ids: dict[tuple[object, object], int] = {}
    links: list[tuple[object, ...]] = []
    for number, (document, first_section) in enumerate(zip(documents, firsts, strict=True)):
        for position, link in enumerate(document.links):
            key = (_encodable(link.resolved), _encodable(link.fragment))  # as in digests: they are judged by these
            target_id = target_ids.setdefault(key, len(target_ids))
            section_id = first_section + link.section
            links.append((number, position, section_id, link.line, link.target, link.text, target_id))
    return links, [(target_id, *target) for target, target_id in target_ids.items()]


def _media_rows(documents: Sequence[Document], firsts: Sequence[int]) -> Iterator[tuple[object, ...]]:
    for number, (document, first_section) in enumerate(zip(documents, firsts, strict=True)):
        for position, item in enumerate(document.media):
            yield number, position, first_section + item.section, item.kind, item.url, item.alt, item.title


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """What embedding needs of a document. Of each section: the headings that lead to it and its own, prose, code."""

    path: str
    title: str
    description: str
    sections: list[tuple[str, str, str]]


def read_documents(part: bytes) -> list[StoredDocument]:
    """The documents of a part's database, in order."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(part)
        rows = connection.execute("SELECT path, title, description FROM documents ORDER BY id")
        documents = [StoredDocument(path, title, description, []) for path, title, description in rows]
        for number, breadcrumb, heading, text, code in connection.execute(
            "SELECT document_id, breadcrumb, heading, text, code FROM sections ORDER BY id"
        ):
            headings = f"{breadcrumb.replace(_BREADCRUMB, ' ')} {heading}".strip()
            documents[number].sections.append((headings, text, code))
    return documents
