"""Classic retrieval collections as folders of Markdown, and the measures that ranking is judged by."""

from __future__ import annotations

import json
import math
import tarfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["COLLECTIONS", "Collection", "load_collection", "mean_ndcg", "ndcg", "write_pages"]

COLLECTIONS = ("cranfield", "cisi", "cacm")


@dataclass(frozen=True)
class Collection:
    """Documents as (title, text) by id; queries by id; relevance by query and document."""

    name: str
    documents: dict[str, tuple[str, str]]
    queries: dict[str, str]
    relevance: dict[str, dict[str, float]]


def load_collection(corpora: Path, name: str) -> Collection:
    """Read `ir/{name}.tar.gz` of the corpora folder."""
    with tarfile.open(corpora / "ir" / f"{name}.tar.gz") as archive:

        def rows(file: str) -> list[dict[str, object]]:
            member = archive.extractfile(f"{name}/{file}.jsonl")
            assert member is not None
            return [json.loads(line) for line in member.read().decode().splitlines() if line]

        documents = {str(row["id"]): (str(row.get("title") or ""), str(row["text"])) for row in rows("docs")}
        relevance: dict[str, dict[str, float]] = {}
        for row in rows("qrels"):
            relevance.setdefault(str(row["q"]), {})[str(row["d"])] = float(str(row["rel"]))
        queries = {str(row["id"]): str(row["text"]) for row in rows("queries") if str(row["id"]) in relevance}
    return Collection(name, documents, queries, relevance)


def write_pages(collection: Collection, folder: Path) -> None:
    """One Markdown file a document: its title as heading, its text as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (title, text) in collection.documents.items():
        heading = " ".join(title.split())
        (folder / f"{name}.md").write_text(f"# {heading or name}\n\n{text}\n", "utf-8")


def ndcg(ranked: list[str], relevant: dict[str, float], depth: int = 10) -> float:
    """Normalised discounted cumulative gain, linear gains, as trec_eval's ndcg_cut."""
    gained = sum(relevant.get(name, 0.0) / math.log2(place + 2) for place, name in enumerate(ranked[:depth]))
    ideal = sum(
        gain / math.log2(place + 2) for place, gain in enumerate(sorted(relevant.values(), reverse=True)[:depth])
    )
    return gained / ideal if ideal else 0.0


def mean_ndcg(collection: Collection, ranked: Mapping[str, Sequence[str]]) -> float:
    """The average over all queries of a collection; `ranked`: query -> documents, best first."""
    values = [ndcg(list(ranked[query]), collection.relevance[query]) for query in collection.queries]
    return sum(values) / len(values)
