from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import apsw
import pytest
import sqlite_vec
from database_builders import (
    GUIDE,
    LONELY,
    PARTS,
    SEARCH,
    TERMS,
    digest_all,
    encode_parts,
    join_pieces,
    make_pieces,
    make_vectors,
    write_database,
    write_whole,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.index.database_pieces import encode_terms
from shared.domain.index.database_rows import RowsWriter
from shared.domain.index.judgements import Judgements
from shared.domain.index.lexicon import Partition, TermPostings
from shared.domain.index.part_database import encode_part, read_documents
from shared.domain.models import Document, Link, Section
from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(name="database")
def open_database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(write_database(tmp_path / "search.db"))) as connection:
        yield connection


def all_rows(database: sqlite3.Connection, query: str) -> list[Any]:
    return database.execute(query).fetchall()


def test_the_file_says_what_it_is(database: sqlite3.Connection) -> None:
    assert all_rows(database, "PRAGMA user_version") == [(1,)]
    assert all_rows(database, "PRAGMA application_id")[0][0].to_bytes(4, "big") == b"Inkd"
    assert all_rows(database, "PRAGMA page_size") == [(4096,)]
    assert all_rows(database, "PRAGMA integrity_check") == [("ok",)]
    assert all_rows(database, "SELECT * FROM settings") == [("format", "1"), ("site", "docs")]


def test_documents_are_numbered_over_all_parts_and_sections_from_the_part_base(database: sqlite3.Connection) -> None:
    rows = all_rows(database, "SELECT id, path, first_section, section_count, published, word_count FROM documents")
    assert rows == [
        (0, "guide/install.md", 0, 3, "2026-01-02T00:00:00Z", 12),
        (1, "guide/search.md", 3, 1, None, 9),
        (2, "zebra.md", 256, 1, None, 3),
    ]
    assert all_rows(database, "SELECT id, document_id, position, breadcrumb, heading, code FROM sections") == [
        (0, 0, 0, "", "", ""),
        (1, 0, 1, "", "Linux", "uv tool install inkdex"),
        (2, 0, 2, "Linux", "Debian", ""),
        (3, 1, 0, "", "", ""),
        (256, 2, 0, "", "", ""),
    ]


def test_links_say_whether_they_lead_anywhere(database: sqlite3.Connection) -> None:
    assert all_rows(database, "SELECT target, section_id, state, target_document_id FROM links") == [
        ("search.md", 0, "internal", 1),
        ("search.md#gone", 1, "broken", 1),
        ("lost.md", 1, "broken", None),
        ("https://sqlite.org/", 2, "external", None),
    ]
    assert all_rows(database, "SELECT target, missing FROM broken_links") == [
        ("search.md#gone", "anchor"),
        ("lost.md", "page"),
    ]


def test_tags_categories_and_authors_are_kept_apart(database: sqlite3.Connection) -> None:
    assert all_rows(database, "SELECT kind, name, url FROM pages_by_tag ORDER BY kind, name, url") == [
        ("author", "Ada", "/guide/install/"),
        ("category", "Guides", "/guide/install/"),
        ("tag", "cli", "/guide/install/"),
        ("tag", "cli", "/guide/search/"),
        ("tag", "setup", "/guide/install/"),
    ]


def test_media_aliases_and_front_matter_are_there(database: sqlite3.Connection) -> None:
    assert all_rows(database, "SELECT section_id, kind, url FROM media") == [
        (1, "image", "/a.png"),
        (2, "video", "/b.mp4"),
    ]
    assert all_rows(database, "SELECT * FROM aliases") == [("/setup/", 0)]
    assert all_rows(database, "SELECT json_extract(json, '$.level.skill') FROM front_matter") == [("beginner",)]


def test_postings_and_words_are_as_given(database: sqlite3.Connection) -> None:
    assert all_rows(database, "SELECT * FROM terms") == TERMS
    assert all_rows(database, "SELECT * FROM words") == [("install", 2), ("zebra", 1)]


def test_vectors_are_rows_of_little_endian_floats(database: sqlite3.Connection) -> None:
    stored = dict(all_rows(database, "SELECT * FROM section_vectors"))
    assert list(stored) == [0, 1, 2, 3, 256]
    assert stored[2] == make_vectors(3).raw_row(2)


def test_sqlite_vec_reads_the_vectors(tmp_path: Path) -> None:
    with closing(apsw.Connection(str(write_database(tmp_path / "search.db")))) as database:
        database.enable_load_extension(True)
        database.load_extension(sqlite_vec.loadable_path())
        query = "SELECT section_id, vec_distance_cosine(embedding, ?) AS d FROM section_vectors ORDER BY d LIMIT 1"
        [(section_id, distance)] = database.execute(query, (make_vectors(4).raw_row(2),)).fetchall()
    assert (section_id, round(distance, 6)) == (2, 0.0)


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    assert write_database(tmp_path / "a").read_bytes() == write_database(tmp_path / "b").read_bytes()


def test_every_foreign_key_holds(database: sqlite3.Connection) -> None:
    assert all_rows(database, "PRAGMA foreign_key_check") == []
    tables = {name for (name,) in all_rows(database, "SELECT name FROM sqlite_schema WHERE type = 'table'")}
    parents = {row[2] for table in tables for row in all_rows(database, f"PRAGMA foreign_key_list({table})")}
    assert parents == {"documents", "sections", "tags"}


def test_two_documents_cannot_have_one_path() -> None:
    for parts in ([((LONELY, LONELY), 0)], [((LONELY,), 0), ((LONELY,), 256)]):
        with pytest.raises(InvariantError, match="path"):
            make_pieces(parts)


def test_vectors_and_digests_must_fit_the_documents() -> None:
    part, document, base, judgements, vectors = encode_parts(PARTS)[0]
    assert len(vectors) > 1
    for others in (vectors.part(0, len(vectors) - 1), make_vectors(len(vectors) + 1)):
        with RowsWriter() as writer:
            writer.add(part, document, base, judgements)
            writer.add_vectors(base, others)
            with pytest.raises(InvariantError, match="vectors"):
                writer.finish()
    with pytest.raises(InvariantError, match="digest"):
        encode_part([LONELY], digest_all()[:1])


def test_judgements_must_fit_the_links() -> None:
    part, _, _, judgements, _ = encode_parts(PARTS)[0]
    for targets in ([*judgements.targets, 0], judgements.targets[:-1]):
        with RowsWriter() as writer, pytest.raises(InvariantError, match="judgements"):
            writer.add(part, 0, 0, Judgements(judgements.tags, targets))


@pytest.mark.parametrize("postings", [TermPostings(0, b"", b""), TermPostings(None, b"", b"")])  # type: ignore[arg-type]
def test_the_schema_refuses_what_makes_no_sense(postings: TermPostings) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        encode_terms(Partition({"term": postings}, {}))


def rows_by_table(path: Path) -> dict[str, list[Any]]:
    """All rows of all tables; of the schema all but the pages where roots lie."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in all_rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'")]
        found = {table: all_rows(connection, f"SELECT * FROM {table}") for table in tables}
        found["sqlite_stat1"].sort(key=str)
        return {**found, "sqlite_schema": all_rows(connection, "SELECT type, name, tbl_name, sql FROM sqlite_schema")}


def many_parts(parts: int = 40, documents: int = 20) -> list[tuple[list[Document], int]]:
    found = []
    for number in range(parts):
        rows = []
        for place in range(documents):
            name = f"{number:03d}/{place:03d}"
            links = tuple(
                Link(f"{target}.md#x", "text " * 9, target % 5, 3, f"/{number:03d}/{target:03d}/", "x" * (target % 3))
                for target in range(place)
            )
            tags = (f"tag {number * place % 17}", f"part {number}")
            sections = (Section("", 0, (), f"word{number} " * (place * place * 2 + 5)),) * 10
            aliases = (f"/old/{name}/",) * (place % 3)
            rows.append(Document(f"{name}.md", f"/{name}/", name, sections, tags=tags, links=links, aliases=aliases))
        found.append((rows, number * 256))
    return found


@pytest.mark.parametrize("together", [1, 7, 40])
def test_rows_are_those_of_a_database_that_sqlite_writes_by_itself(tmp_path: Path, together: int) -> None:
    parts = many_parts()
    pieces = write_database(tmp_path / "pieces.db", parts, together=together)
    whole = write_whole(tmp_path / "whole.db", parts)
    assert rows_by_table(pieces) == rows_by_table(whole)
    assert pieces.stat().st_size <= whole.stat().st_size * 1.05


def test_a_small_site_has_the_same_rows_too(tmp_path: Path) -> None:
    assert rows_by_table(write_database(tmp_path / "pieces.db")) == rows_by_table(write_whole(tmp_path / "whole.db"))


def test_statistics_are_those_of_analyze(tmp_path: Path) -> None:
    path = write_database(tmp_path / "search.db", many_parts(7))
    before = rows_by_table(path)["sqlite_stat1"]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("ANALYZE")
    assert rows_by_table(path)["sqlite_stat1"] == before


@pytest.mark.parametrize("together", [1, 9])
def test_sqlite_finds_nothing_wrong(tmp_path: Path, together: int) -> None:
    path = write_database(tmp_path / "search.db", many_parts(12), together=together)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        assert all_rows(connection, "PRAGMA foreign_key_check") == []
        assert all_rows(connection, "PRAGMA quick_check") == [("ok",)]
        for (view,) in all_rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'view'"):
            connection.execute(f"DROP VIEW {view}")  # with views, SQLite may not look for pages that are never used
        assert all_rows(connection, "PRAGMA freelist_count") == [(0,)]
        assert all_rows(connection, "PRAGMA integrity_check") == [("ok",)]


def test_without_vectors_there_is_no_row_of_them(tmp_path: Path) -> None:
    path = tmp_path / "search.db"
    path.write_bytes(join_pieces(make_pieces(vectors=False)))
    assert rows_by_table(path) == rows_by_table(write_whole(tmp_path / "whole.db", vectors=False))


def test_joined_pages_are_nearly_as_compact_as_vacuum(tmp_path: Path) -> None:
    path = write_database(tmp_path / "search.db", many_parts(), together=8)
    size = path.stat().st_size
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM")
    assert size <= path.stat().st_size * 1.05


_TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)


@settings(max_examples=30, deadline=None)
@given(title=_TEXT, body=_TEXT, tags=st.lists(_TEXT, max_size=4), targets=st.lists(_TEXT, max_size=3))
def test_any_text_comes_back(
    tmp_path_factory: pytest.TempPathFactory, title: str, body: str, tags: list[str], targets: list[str]
) -> None:
    links = tuple(Link(target, title, 0, None, target or None) for target in targets)
    document = Document("a.md", "/a/", title, (Section("", 0, (), body),), tags=tuple(tags), links=links)
    path = write_database(tmp_path_factory.mktemp("any") / "search.db", [([document], 0)])
    with closing(sqlite3.connect(path)) as connection:
        assert all_rows(connection, "SELECT title, text FROM documents JOIN sections") == [(title, body)]
        assert {name for (name,) in all_rows(connection, "SELECT name FROM tags")} == set(tags)
        assert [target for (target,) in all_rows(connection, "SELECT target FROM links")] == targets


def test_half_a_surrogate_pair_is_replaced_and_harms_nothing_else(tmp_path: Path) -> None:
    links = tuple(Link(text, "", 0, 1, text) for text in ("/\ud800/", "/\ud801/", "/guide/search/"))
    aliases = ("/\ud800/", "/\ud801/")
    document = replace(GUIDE, title="\ud800", tags=("\ud800", "\ud801", "cli"), aliases=aliases, links=links)
    path = write_database(tmp_path / "search.db", [([document, SEARCH], 0)])
    with closing(sqlite3.connect(path)) as connection:
        assert all_rows(connection, "SELECT title FROM documents") == [("?",), ("Search",)]
        assert all_rows(connection, "SELECT name FROM tags WHERE kind = 'tag'") == [("?",), ("cli",)]
        assert all_rows(connection, "SELECT url FROM aliases") == [("/?/",)]
        assert all_rows(connection, "SELECT count(*) FROM sections") == [(4,)]
        assert all_rows(connection, "SELECT target, state, target_document_id FROM links") == [
            ("/?/", "internal", 0),
            ("/?/", "internal", 0),
            ("/guide/search/", "internal", 1),
        ]


def test_a_link_keeps_its_address_where_the_page_does_not_tell_it(database: sqlite3.Connection) -> None:
    assert all_rows(database, "SELECT target, resolved FROM links") == [
        ("search.md", None),
        ("search.md#gone", None),
        ("lost.md", "/guide/lost/"),
        ("https://sqlite.org/", None),
    ]
    assert all_rows(database, "SELECT resolved, fragment FROM broken_links") == [
        ("/guide/search/", "gone"),
        ("/guide/lost/", ""),
    ]


def test_a_part_gives_its_documents_back_for_embedding() -> None:
    (guide, search) = read_documents(encode_part([GUIDE, SEARCH], digest_all()[:2]))
    assert (guide.path, guide.title, guide.description) == ("guide/install.md", "Install", "Get it running")
    assert guide.sections == [
        ("", "How to install Inkdex.", ""),
        ("Linux", "Run the installer.", "uv tool install inkdex"),
        ("Linux Debian", "Or use apt.", ""),
    ]
    assert len(search.sections) == 1
