"""The budgets that the project has set itself (issue 2), as data, and the table that holds them against figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.benchmarks.tables import markdown_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["ROWS", "VISITOR_ROWS", "WORKER_ROWS", "Figures", "Row", "budget_table", "missed", "visitor_table"]

Figures = dict[str, float]
"""Measure -> figure, in the unit of its row."""


@dataclass(frozen=True, slots=True)
class Row:
    """One measure. `budget`: number of documents -> at most this, or `at_least` this. 1 MB is 1,000,000 bytes."""

    key: str
    label: str
    unit: str
    digits: int = 1
    budget: tuple[tuple[int, float], ...] = ()
    at_least: bool = False

    def limit(self, documents: int) -> float | None:
        return dict(self.budget).get(documents)

    def keeps(self, figure: float, limit: float) -> bool:
        return figure >= limit if self.at_least else figure <= limit

    def show(self, figure: float | None) -> str:
        return "–" if figure is None else f"{figure:,.{self.digits}f}{self.unit and ' ' + self.unit}"


def _at_most(small: float, large: float) -> tuple[tuple[int, float], ...]:
    return ((1_000, small), (10_000, large))


ROWS: tuple[Row, ...] = (
    Row("cold_words_s", "cold build, words only", "s", 1, _at_most(6, 50)),
    Row("cold_words_cpu_s", "… processor time of all its processes", "s"),
    Row("cold_words_mb", "… peak memory", "MB", 0, _at_most(250, 500)),
    Row("cold_static_s", "cold build with static vectors", "s", 1, _at_most(12, 110)),
    Row("cold_static_cpu_s", "… processor time of all its processes", "s"),
    Row("cold_static_mb", "… peak memory", "MB", 0, ((10_000, 800),)),
    Row("edit_words_s", "rebuild after one edited file, words only", "s", 1, _at_most(1, 3)),
    Row("edit_words_cpu_s", "… processor time of all its processes", "s"),
    Row("edit_words_mb", "… peak memory", "MB", 0),
    Row("edit_static_s", "rebuild after one edited file, static vectors", "s", 1, _at_most(1, 3)),
    Row("edit_static_cpu_s", "… processor time of all its processes", "s"),
    Row("edit_static_mb", "… peak memory", "MB", 0),
    Row("same_words_s", "rebuild without a change, words only", "s"),
    Row("same_static_s", "rebuild without a change, static vectors", "s"),
    Row("start_s", "`inkdex --version`: the interpreter and imports", "s", 2),
    Row("lexicon_mb", "lexicon, gzipped", "MB", 2, _at_most(0.7, 7)),
    Row("words_mb", "word shards (completion, typing errors), gzipped", "MB", 2),
    Row("documents_mb", "documents, gzipped", "MB", 2, _at_most(2.5, 24)),
    Row("vectors_mb", "vectors, gzipped", "MB", 2),
    Row("searched_mb", "all that searching may read, words only, gzipped", "MB", 2),
    Row("database_mb", "search.db, words only, gzipped", "MB", 1, _at_most(3, 30)),
    Row("manifest_kb", "manifest, gzipped", "kB", 1),
    Row("files_words", "files in a revision, words only", "", 0, _at_most(400, 2_500)),
    Row("files_static", "files in a revision, static vectors", "", 0, _at_most(400, 2_500)),
    Row("first_words_p95_ms", "query, words only, p95, each asked for the first time", "ms", 1, _at_most(5, 20)),
    Row("first_words_p50_ms", "… p50", "ms"),
    Row("first_words_max_ms", "… slowest", "ms"),
    Row("again_words_p95_ms", "query, words only, p95, asked again", "ms", 1, _at_most(5, 20)),
    Row("first_static_p95_ms", "query, hybrid, p95, each asked for the first time", "ms", 1, _at_most(5, 20)),
    Row("first_static_p50_ms", "… p50", "ms"),
    Row("first_static_max_ms", "… slowest", "ms"),
    Row("again_static_p95_ms", "query, hybrid, p95, asked again", "ms", 1, _at_most(5, 20)),
    Row("mrr_title_words", "MRR@10 of titles, words only", "", 3),
    Row("mrr_title_static", "MRR@10 of titles, hybrid", "", 3),
    Row("mrr_phrase_words", "MRR@10 of phrases, words only", "", 3),
    Row("mrr_phrase_static", "MRR@10 of phrases, hybrid", "", 3),
)

WORKER_ROWS: tuple[Row, ...] = (
    Row("push_s", "first push, from the hook to the published revision", "s", 0),
    Row("push_cpu_s", "… processor time of workerd", "s", 0),
    Row("push_messages", "… messages", "", 0),
    Row("push_slowest_s", "… slowest message, processor time", "s", 1, _at_most(20, 20)),
    Row("push_heap_mb", "… Python's memory at the end", "MB", 0, _at_most(100, 100)),
    Row("push_rss_mb", "… workerd's memory, peak", "MB", 0),
    Row("edit_s", "push of one edited page, median", "s"),
    Row("edit_max_s", "… the longest", "s"),
    Row("edit_cpu_s", "… processor time of workerd", "s"),
    Row("edit_messages", "… messages", "", 0),
    Row("edit_slowest_s", "… slowest message, processor time", "s", 1, _at_most(20, 20)),
    Row("edit_heap_mb", "… Python's memory at the end", "MB", 0, _at_most(100, 100)),
    Row("start_heap_mb", "Python's memory after the start", "MB", 0),
    Row("fresh_heap_mb", "… of a fresh isolate after its first step, at most", "MB", 0, _at_most(100, 100)),
    Row("artifacts_mb", "what is published, in R2", "MB", 1),
    Row("artifacts_objects", "… objects", "", 0),
    Row("work_mb", "what builds keep, in R2", "MB", 1),
    Row("work_objects", "… objects", "", 0),
)
"""Of builds in the Worker. A step's time and memory are those that architecture promises for any size of site."""


def _always(limit: float) -> tuple[tuple[int, float], ...]:
    return ((100, limit), (1_000, limit), (10_000, limit))


VISITOR_ROWS: tuple[Row, ...] = (
    Row("cold_kb", "first results, nothing loaded: bytes, median", "kB", 0, ((100, 40), (1_000, 60), (10_000, 100))),
    Row("cold_p95_kb", "… p95", "kB", 0),
    Row("cold_requests", "… requests, median", "", 0),
    Row("cold_waves", "… waves of requests after the script, most", "", 0, _always(3)),
    Row("cold_ms", "first results at 10 Mbit/s and 50 ms, median", "ms", 0, _always(400)),
    Row("cold_p95_ms", "… p95", "ms", 0),
    Row("new_kb", "another query: bytes, median", "kB", 0, _always(45)),
    Row("new_p95_kb", "… p95", "kB", 0),
    Row("new_requests", "… requests, median", "", 0),
    Row("new_ms", "another query, line of this machine, median", "ms", 1, _always(15)),
    Row("new_p95_ms", "… p95", "ms", 1, _always(50)),
    Row("new_cpu_ms", "… processor time of the page, mean", "ms"),
    Row("again_ms", "the same query again, median", "ms", 1, _always(2)),
    Row("again_p95_ms", "… p95", "ms", 1, _always(8)),
    Row("again_cpu_ms", "… processor time of the page, mean", "ms"),
    Row("mrr_title", "MRR@5 of titles", "", 3, _always(0.95), at_least=True),
    Row("mrr_phrase", "MRR@5 of phrases", "", 3, _always(0.78), at_least=True),
    Row("meaning_first_kb", "meaning: bytes more for the first query, median", "kB", 0, _always(150)),
    Row("meaning_next_kb", "… for another one", "kB", 0, _always(90)),
    Row("hybrid_recall", "words and meaning: recall@10 of exact search", "", 3, _always(0.95), at_least=True),
    Row("hybrid_mrr_title", "… MRR@5 of titles", "", 3),
    Row("hybrid_mrr_phrase", "… MRR@5 of phrases", "", 3),
    Row("heap_mb", "heap after 50 queries", "MB", 1, _always(20)),
    Row("script_kb", "scripts and WebAssembly, compressed", "kB", 1),
    Row("component_kb", "engine, English and Inkdex's search box, brotli", "kB", 1, _always(25)),
)
"""Of a visitor's browser."""


def budget_table(figures: Mapping[int, Figures], peer: Mapping[int, Figures], measures: Sequence[Row] = ROWS) -> str:
    """Figures by number of documents, ours and Pagefind's. A row without any figure is left out."""
    counts = sorted(figures)
    header = [
        "what",
        "budget",
        *(f"{count:,} docs" for count in counts),
        *(f"Pagefind {count:,}" for count in sorted(peer)),
    ]
    rows: list[Sequence[str]] = []
    for row in measures:
        ours = [figures[count].get(row.key) for count in counts]
        theirs = [peer[count].get(row.key) for count in sorted(peer)]
        if any(figure is not None for figure in (*ours, *theirs)):
            shown = [_judge(row, figure, count) for figure, count in zip(ours, counts, strict=True)]
            rows.append([row.label, _budget(row, counts), *shown, *map(row.show, theirs)])
    return markdown_table(header, rows)


def visitor_table(documents: int, figures: Mapping[str, Figures], ours: str) -> str:
    """Figures of engines side by side, by their names; `ours` is held against the budgets."""
    rows: list[Sequence[str]] = []
    for row in VISITOR_ROWS:
        found = {name: of.get(row.key) for name, of in figures.items()}
        if any(figure is not None for figure in found.values()):
            shown = [
                _judge(row, figure, documents) if name == ours else row.show(figure) for name, figure in found.items()
            ]
            rows.append([row.label, _budget(row, [documents]), *shown])
    return markdown_table([f"{documents:,} documents", "budget", *figures], rows)


def missed(figures: Mapping[int, Figures], measures: Sequence[Row] = ROWS) -> list[str]:
    """A line for each budget that is not kept."""
    lines = []
    for count in sorted(figures):
        for row in measures:
            figure, limit = figures[count].get(row.key), row.limit(count)
            if figure is not None and limit is not None and not row.keeps(figure, limit):
                lines.append(
                    f"{_whole_label(row, measures)}, {count:,} documents: {row.show(figure)}, budget {row.show(limit)}"
                )
    return lines


def _budget(row: Row, counts: Sequence[int]) -> str:
    limits = [row.limit(count) for count in counts]
    if not any(limits):
        return ""
    sign = "≥ " if row.at_least else "≤ "
    return (
        sign + " / ".join("–" if limit is None else f"{limit:,g}" for limit in limits) + (row.unit and f" {row.unit}")
    )


def _judge(row: Row, figure: float | None, count: int) -> str:
    limit = row.limit(count)
    if figure is None or limit is None:
        return row.show(figure)
    return row.show(figure) + (" ✓" if row.keeps(figure, limit) else " **missed**")


def _whole_label(row: Row, measures: Sequence[Row]) -> str:
    """The label, with that of the row which a row of dots belongs to."""
    if not row.label.startswith("… "):
        return row.label
    above = measures[: measures.index(row)]
    parent = next(other.label for other in reversed(above) if not other.label.startswith("… "))
    return f"{parent}, {row.label[2:]}"
