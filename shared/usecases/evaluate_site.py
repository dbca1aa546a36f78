"""Measure how well a site answers judged queries: nDCG, MRR and recall.

As trec_eval has them: gain is the judgement itself, the discount is log2(rank + 1), the ideal order is that of all
judged documents, and what was not judged counts as not relevant. Queries without a relevant document are left out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from shared.usecases.search_site import SiteSearch

__all__ = ["DEPTH", "Evaluation", "Judgements", "evaluate_site", "name_documents", "read_judgements"]

DEPTH = 100
"""How many results of a query are looked at."""
_SUFFIXES = (".md", ".markdown", ".mdx")

Judgements = dict[str, dict[str, float]]
"""Query id -> document id -> how relevant it is; 0 or less is not."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Averages over `queries` judged queries. `unknown` are judged documents that the site does not have."""

    ndcg_at_10: float
    mrr: float
    recall_at_10: float
    recall_at_100: float
    queries: int
    unknown: tuple[str, ...]


async def evaluate_site(
    search: SiteSearch,
    documents: Mapping[str, int],
    queries: Mapping[str, str],
    judgements: Judgements,
    *,
    on_query: Callable[[], None] = lambda: None,
) -> Evaluation:
    """Rank every judged query. `documents` maps the names of documents to their numbers (`name_documents`).

    Raises:
        InputError: no query has a relevant document.
    """
    rows: list[tuple[float, float, float, float]] = []
    unknown: set[str] = set()
    for query, text in queries.items():
        gains = {document: gain for document, gain in judgements.get(query, {}).items() if gain > 0}
        if not gains:
            continue
        unknown |= {document for document in gains if document not in documents}
        by_number = {documents[document]: gain for document, gain in gains.items() if document in documents}
        hits, _, _ = await search.rank(text, limit=DEPTH, prefix=False)
        found = [by_number.get(hit.document, 0.0) for hit in hits]
        rows.append(
            (
                _ndcg(found[:10], sorted(gains.values(), reverse=True)[:10]),
                next((1 / rank for rank, gain in enumerate(found, 1) if gain), 0.0),
                sum(map(bool, found[:10])) / len(gains),
                sum(map(bool, found)) / len(gains),
            )
        )
        on_query()
    if not rows:
        raise InputError("no query has a relevant document; do the ids of both files agree?", code="no-judgements")
    ndcg, mrr, recall_10, recall_100 = (sum(column) / len(rows) for column in zip(*rows, strict=True))
    return Evaluation(ndcg, mrr, recall_10, recall_100, len(rows), tuple(sorted(unknown)))


def _ndcg(found: Sequence[float], ideal: Sequence[float]) -> float:
    return _discounted(found) / _discounted(ideal)


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))


def name_documents(posts: Iterable[Mapping[str, Any]], root: str) -> dict[str, int]:
    """Every name of a document -> its number: its path in the source folder or below `root`, with or without suffix.

    A longer name wins over a shorter one of another document: `a.md` is never what another file is without its suffix.
    """
    named: dict[str, int] = {}
    for names in zip(*(_names(post["path"], root) for post in posts), strict=True):
        for number, name in enumerate(names):
            named.setdefault(name, number)
    return named


def _names(path: str, root: str) -> tuple[str, str, str, str]:
    inner = path.removeprefix(root.rstrip("/") + "/") if root else path
    return path, inner, _without_suffix(path), _without_suffix(inner)


def _without_suffix(path: str) -> str:
    for suffix in _SUFFIXES:
        if path.lower().endswith(suffix):
            return path[: -len(suffix)]
    return path


def read_judgements(rows: Iterable[Mapping[str, Any]]) -> Judgements:
    """From rows of `{"q": query, "d": document, "rel": number}`; ids may be numbers."""
    judgements: Judgements = {}
    for row in rows:
        judgements.setdefault(str(row["q"]), {})[str(row["d"])] = float(row["rel"])
    return judgements
