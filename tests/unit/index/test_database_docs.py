"""Every example of docs/database.md runs against a small database."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import apsw
import pytest
from database_builders import write_database

from shared.domain.index import database_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = (Path(__file__).parents[3] / "docs" / "database.md").read_text("utf-8")
SQL = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
PYTHON = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(name="database")
def open_database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(write_database(tmp_path / "search.db"))) as connection:
        yield connection


@pytest.mark.parametrize("example", SQL)
def test_an_example_finds_something(example: str, database: sqlite3.Connection) -> None:
    rows = database.execute(example).fetchall()
    assert rows or "related" in example  # three pages without a term in common are related to none


def test_there_are_a_dozen_examples() -> None:
    assert len(SQL) >= 12


def test_the_example_for_postings_ranks_sections(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_database(tmp_path / "search.db")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    exec(PYTHON[0], names)
    names["database"].close()
    assert names["best"] == [0, 1]


def test_the_example_for_vectors_finds_the_nearest(tmp_path: Path) -> None:
    # apsw brings a SQLite that loads extensions, which Python's own may not.
    with closing(apsw.Connection(str(write_database(tmp_path / "search.db")))) as database:
        names: dict[str, Any] = {"database": database}
        exec(PYTHON[1], names)
    assert names["rows"][0][:2] == ("/guide/install/", "")
    assert len(names["rows"]) == 5


def test_every_table_and_view_is_described() -> None:
    schema = database_schema.TABLES + database_schema.VIEWS
    names = re.findall(r"CREATE (?:TABLE|VIEW) (\w+)", schema)
    assert len(names) > 15
    assert [name for name in names if f"`{name}`" not in PAGE] == []
