"""What exact hybrid search finds: all vectors of a site as they are, none coded and none passed over."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from shared.cli.sites import open_search
from shared.domain.revision import revision_file
from tests.benchmarks.visitor_sites import run_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from shared.usecases.search_site import SiteSearch
    from tests.benchmarks.visitor_sites import VisitedSite

__all__ = ["exact_hybrid", "recall"]


_JUDGED = 100
"""Queries: each is held against every section of the site."""


class _ExactVectors:
    """In place of a site's coded vectors: the float32 rows of `search.db`, shape `(sections, dimensions)`."""

    has_words = True
    documents_wanted = 0

    def __init__(self, rows: np.ndarray, ids: Sequence[int], queries: Mapping[str, Sequence[float]]) -> None:
        self._rows = rows
        self._ids = ids
        self._queries = queries

    def query_of(self, text: str) -> Sequence[float]:
        return self._queries[text]

    def scores(self, query: Sequence[float], sections: Iterable[int]) -> dict[int, float]:
        values: list[float] = (self._rows @ np.asarray(query, "<f4")).tolist()
        return dict(zip(self._ids, values, strict=True))


def exact_hybrid(site: VisitedSite, depth: int) -> list[list[int]]:
    """For each of the first known items of a site the numbers of the best documents, best first."""
    folder = run_once(site.texts.parent / f"exact-{depth}-{_JUDGED}", partial(_write_ranks, site, depth))
    ranks: list[list[int]] = json.loads((folder / "ranks.json").read_bytes())
    return ranks


def _write_ranks(site: VisitedSite, depth: int, out: Path) -> None:
    ranks = asyncio.run(_rank(site, [item.text for item in site.items[:_JUDGED]], depth))
    (out / "ranks.json").write_text(json.dumps(ranks))


async def _rank(site: VisitedSite, texts: Sequence[str], depth: int) -> list[list[int]]:
    async with open_search(site.dist, None, words_only=False, warn=print) as search:
        assert search._embedder is not None
        embedded = await search._embedder.embed(texts)
        queries = {text: list(embedded.row(place)) for place, text in enumerate(texts)}
        search._vectors = cast("Any", _read_vectors(site, search, queries))
        ranked = []
        for text in texts:
            hits, *_ = await search.rank(text, limit=depth)
            ranked.append([hit.document for hit in hits])
    return ranked


def _read_vectors(site: VisitedSite, search: SiteSearch, queries: Mapping[str, Sequence[float]]) -> _ExactVectors:
    name = revision_file(search.manifest["site"]["name"], search.manifest["revision"], "search.db")
    database = sqlite3.connect(f"file:{site.dist / name}?mode=ro", uri=True)
    found = database.execute("SELECT embedding FROM section_vectors ORDER BY section_id").fetchall()
    database.close()
    source = search.source
    ids = [section for number in range(source.document_count) for section in source.sections_of(number)]
    return _ExactVectors(np.stack([np.frombuffer(row, "<f4") for (row,) in found]), ids, queries)


def recall(found: Sequence[Sequence[int]], exact: Sequence[Sequence[int]]) -> float:
    """The mean share of the exact results that were found, over the queries that have any."""
    shares = [
        len(set(got).intersection(wanted)) / len(wanted) for got, wanted in zip(found, exact, strict=True) if wanted
    ]
    return sum(shares) / len(shares)
