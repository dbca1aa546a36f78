"""Other rankings of the same documents: what Inkdex's search quality is held against."""

from __future__ import annotations

import importlib
import re
import sqlite3
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, cast

from tests.benchmarks.retrieval import Collection, mean_ndcg

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["judge_bm25s", "judge_fts5"]

_DEPTH = 10


def judge_bm25s(collection: Collection) -> float:
    """bm25s: Lucene's variant, k1 1.2, b 0.75, stemmed, English stop words left out."""
    bm25s = importlib.import_module("bm25s")
    stemmer = _load_stemmer()
    names = list(collection.documents)
    texts = [f"{title}\n{text}" for title, text in collection.documents.values()]
    quiet: dict[str, Any] = {"show_progress": False}
    index = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
    index.index(bm25s.tokenize(texts, stopwords="en", stemmer=stemmer, **quiet), **quiet)
    queries = bm25s.tokenize(list(collection.queries.values()), stopwords="en", stemmer=stemmer, **quiet)
    found, _ = index.retrieve(queries, k=min(_DEPTH, len(names)), **quiet)
    ranked = [[names[number] for number in row] for row in found]
    return mean_ndcg(collection, dict(zip(collection.queries, ranked, strict=True)))


def _load_stemmer() -> Callable[[list[str]], list[str]]:
    """PyStemmer's English stemmer, or snowballstemmer's: the same algorithm."""
    if find_spec("Stemmer"):
        stemmer = importlib.import_module("Stemmer").Stemmer("english")
    else:
        stemmer = importlib.import_module("snowballstemmer").stemmer("english")
    return cast("Callable[[list[str]], list[str]]", stemmer.stemWords)


def judge_fts5(collection: Collection, tokenizer: str) -> float:
    """SQLite FTS5 with its own bm25; a query is any of its words."""
    names = list(collection.documents)
    database = sqlite3.connect(":memory:")
    database.execute(f"CREATE VIRTUAL TABLE pages USING fts5(title, body, tokenize = '{tokenizer}')")
    rows = ((number, *collection.documents[name]) for number, name in enumerate(names))
    database.executemany("INSERT INTO pages(rowid, title, body) VALUES (?, ?, ?)", rows)
    ranked = {}
    for query, text in collection.queries.items():
        words = dict.fromkeys(re.findall(r"\w+", text.lower()))
        match = " OR ".join(f'"{word}"' for word in words)
        sql = "SELECT rowid FROM pages WHERE pages MATCH ? ORDER BY rank LIMIT ?"
        ranked[query] = [names[number] for (number,) in database.execute(sql, (match, _DEPTH))]
    database.close()
    return mean_ndcg(collection, ranked)
