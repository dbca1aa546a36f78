"""Check search.db: whole by SQLite's own checks, of this format, and in agreement with shards and listings."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from shared.domain.encoding import to_json
from shared.domain.index.database_schema import APPLICATION_ID, FORMAT
from shared.usecases.verification.findings import Damage, expect, expect_equal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from shared.usecases.verification.lexicon import LexiconCheck

__all__ = ["check_database", "check_media", "check_posts", "open_database"]


def open_database(path: Path) -> sqlite3.Connection:
    """Open read-only. `immutable` keeps SQLite from writing beside a file that nobody changes."""
    if not path.is_file():
        raise Damage("missing", "the file is missing")
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.row_factory = sqlite3.Row
    return connection


def check_database(
    connection: sqlite3.Connection,
    manifest: Mapping[str, Any],
    documents: Sequence[Mapping[str, Any] | None],
    lexicon: LexiconCheck,
) -> None:
    """Raises `Damage` at the first thing that is wrong."""
    _check_file(connection, manifest)
    counts = manifest["counts"]
    vectors = counts["sections"] if manifest["vectors"] else 0
    expected = {**counts, "section_vectors": vectors}
    del expected["postings"]
    for table, number in expected.items():
        expect_equal(_count(connection, table), number, f"the number of rows of {table}")
    _check_documents(connection, documents, manifest["site"]["language"])
    _check_postings(connection, lexicon)


def _check_file(connection: sqlite3.Connection, manifest: Mapping[str, Any]) -> None:
    expect_equal(_pragma(connection, "application_id"), APPLICATION_ID, "application_id")
    version = _pragma(connection, "user_version")
    if version != FORMAT:
        raise Damage("wrong-format", f"user_version is {version}; this program reads {FORMAT}")
    problems = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
    expect(problems == ["ok"], f"SQLite finds: {'; '.join(problems)}")
    dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
    expect(not dangling, f"{len(dangling)} rows refer to rows that are not there")
    settings = dict(connection.execute("SELECT key, value FROM settings").fetchall())
    expect_equal(settings.get("revision"), manifest["revision"], "the revision in settings")
    expect_equal(settings.get("manifest"), to_json(manifest).decode(), "the manifest in settings")
    invalid = connection.execute("SELECT document_id FROM front_matter WHERE NOT json_valid(json)").fetchone()
    expect(invalid is None, "front matter is not JSON")


def _check_documents(
    connection: sqlite3.Connection, documents: Sequence[Mapping[str, Any] | None], site_language: str
) -> None:
    """Documents and sections are those of the shards; what a damaged shard held is not compared."""
    sections = connection.execute("SELECT anchor, level, heading, text, code FROM sections ORDER BY id")
    rows = connection.execute("SELECT * FROM documents ORDER BY id")
    for document, row in zip(documents, rows, strict=True):
        stored = [dict(section) for section in sections.fetchmany(row["section_count"])]
        if document is None:
            continue
        url = document["url"]
        for column in ("url", "title", "description", "image"):
            expect_equal(row[column] or "", document.get(column, ""), f"{column} of document {url}")
        expect_equal(row["language"], document.get("language", site_language), f"language of document {url}")
        expect_equal(row["published"] or row["updated"], document.get("date"), f"date of document {url}")
        wanted = [{"code": "", **section} for section in document["sections"]]
        if stored != wanted:
            raise Damage("mismatch", f"the sections of {url} are not those of its document shard")


def _check_postings(connection: sqlite3.Connection, lexicon: LexiconCheck) -> None:
    find = connection.cursor()
    for term, wanted in lexicon.terms.items():
        row = find.execute("SELECT frequency, postings FROM terms WHERE term = ?", (term,)).fetchone()
        if row is None or tuple(row) != wanted:
            raise Damage("mismatch", f"the postings of {term!r} are not those of its lexicon block")
    for word, number in lexicon.words.items():
        row = find.execute("SELECT count FROM words WHERE word = ?", (word,)).fetchone()
        expect_equal(row and row[0], number, f"the count of the word {word!r}")


_POSTS = """
SELECT d.path, d.url, d.title, d.description, d.language, d.published AS date, d.updated, d.image, d.weight,
  d.section_count AS sections, d.word_count, d.reading_time_s,
  (SELECT json_group_array(url) FROM
    (SELECT o.url FROM related AS r JOIN documents AS o ON o.id = r.related_id
     WHERE r.document_id = d.id ORDER BY r.position)) AS related,
  (SELECT json_group_array(t.kind || ':' || t.name) FROM document_tags AS dt JOIN tags AS t ON t.id = dt.tag_id
     WHERE dt.document_id = d.id) AS labels
FROM documents AS d ORDER BY d.id
"""


def check_posts(connection: sqlite3.Connection, posts: Sequence[Mapping[str, Any]]) -> None:
    """posts.json tells the same as the database; raises `Damage`."""
    expect_equal(len(posts), _count(connection, "documents"), "the number of entries")
    for number, (post, row) in enumerate(zip(posts, connection.execute(_POSTS), strict=True)):
        expect_equal(post["id"], number, "an id")
        stored = dict(row)
        labels = stored.pop("labels")
        stored["related"] = json.loads(stored["related"])
        for column, value in stored.items():
            expect_equal(post[column], value, f"{column} of {stored['url']}")
        kinds = {"tag": "tags", "category": "categories", "author": "authors"}
        found = sorted({f"{kind}:{name}" for kind, field in kinds.items() for name in post[field]})
        expect_equal(found, sorted(json.loads(labels)), f"the tags of {stored['url']}")


_MEDIA = """
SELECT m.url, json_group_array(DISTINCT d.url) AS documents, json_group_array(DISTINCT m.kind) AS kinds,
  json_group_array(DISTINCT m.alt) AS alts
FROM media AS m JOIN documents AS d ON d.id = m.document_id GROUP BY m.url
"""


def check_media(connection: sqlite3.Connection, media: Sequence[Mapping[str, Any]]) -> None:
    """media.json names each medium of the database once; raises `Damage`."""
    known = {row["url"]: dict(row) for row in connection.execute(_MEDIA)}
    expect_equal(sorted(item["url"] for item in media), sorted(known), "the list of addresses")
    for item in media:
        row = known[item["url"]]
        expect_equal(sorted(item["documents"]), sorted(json.loads(row["documents"])), f"the pages with {item['url']}")
        expect(item["kind"] in json.loads(row["kinds"]), f"the kind of {item['url']} is {item['kind']!r:.40}")
        expect(item["alt"] in json.loads(row["alts"]), f"the caption of {item['url']} is on no page")


def _count(connection: sqlite3.Connection, table: str) -> int:
    number: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our own names
    return number


def _pragma(connection: sqlite3.Connection, name: str) -> Any:
    with closing(connection.execute(f"PRAGMA {name}")) as rows:
        return rows.fetchone()[0]
