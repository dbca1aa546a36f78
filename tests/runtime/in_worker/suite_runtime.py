"""What the Worker's Python is, and what it must be able to do without."""

import sys
from importlib.util import find_spec
from typing import Any

from tests.runtime.worker.runner import raises


async def test_python_is_the_one_that_packages_are_vendored_for(env: Any) -> None:
    assert sys.platform == "emscripten"
    assert sys.version_info[:2] == (3, 14)


async def test_sqlite_has_full_text_search(env: Any) -> None:
    import sqlite3

    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    database.execute("INSERT INTO words VALUES ('roll back a revision')")
    assert database.execute("SELECT count(*) FROM words WHERE words MATCH 'revision'").fetchone() == (1,)


async def test_vendored_packages_can_be_imported(env: Any) -> None:
    import frontmatter
    import markdown_it
    import mdit_py_plugins
    import pydantic
    import snowballstemmer
    import starlette
    import yaml

    assert all((frontmatter, markdown_it, mdit_py_plugins, pydantic, snowballstemmer, starlette))
    assert yaml.safe_load("a: [1, 2]") == {"a": [1, 2]}


async def test_what_belongs_to_other_machines_is_absent(env: Any) -> None:
    absent = ("numpy", "httpx", "typer", "rich", "uvicorn", "tokenizers", "Stemmer", "watchfiles", "_yaml")
    assert [name for name in absent if find_spec(name)] == []
    assert find_spec("shared.cli") is None
    with raises(ModuleNotFoundError, match="local"):
        __import__("shared.adapters.local.folder_store")


async def test_every_binding_is_there(env: Any) -> None:
    names = ("ARTIFACTS", "WORK", "CACHE", "PIPELINE", "SITES", "VECTORS", "ASSETS", "EMBED_LIMITER")
    assert [name for name in names if getattr(env, name, None) is None] == []
