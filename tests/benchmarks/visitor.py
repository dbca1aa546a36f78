"""What a visitor's browser downloads and waits for: Inkdex in real Chromium, next to its peers, against its budgets.

    uv run python -m tests.benchmarks.visitor [--docs 100 1000 10000] [--engines inkdex pagefind …] [--breakdown]

prints a table for each size of the site. Peers come from npm, as `visitor_pages/package-lock.json` pins them. Built
sites and peers' indexes are kept in `--cache`, and used again as long as the code that made them is the same.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import re
import statistics
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.benchmarks.budgets import VISITOR_ROWS, Figures, missed, visitor_table
from tests.benchmarks.corpora import DEFAULT_CORPORA, MissingCorporaError, explain_and_exit, require
from tests.benchmarks.known_items import mean_reciprocal_rank
from tests.benchmarks.sizes import kinds_of_files
from tests.benchmarks.tables import describe_machine, markdown_table, replace_block
from tests.benchmarks.visitor_browser import VisitorBrowser, waves_of
from tests.benchmarks.visitor_engines import (
    ENGINES,
    INKDEX,
    Engine,
    Kit,
    component_bytes,
    mount_engine,
    prepare_kit,
    versions,
)
from tests.benchmarks.visitor_meaning import exact_hybrid, recall
from tests.benchmarks.visitor_server import serve_counted
from tests.benchmarks.visitor_sites import archive_of, prepare_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.benchmarks.known_items import KnownItem
    from tests.benchmarks.visitor_browser import Answer, Tab
    from tests.benchmarks.visitor_server import CountingServer, Sent
    from tests.benchmarks.visitor_sites import VisitedSite

__all__ = ["main"]

_QUERIES = 320
_DEPTH = 10
"""Results that hybrid search is judged by."""
_SHOWN = 5
"""Results that are shown at first, as on Pagefind's own page."""
_LATENCY_MS, _BITS_PER_SECOND = 50, 10_000_000
_FAR_MS, _FAST = 600, 1_000_000_000
"""So far away that requests which are made together are under way together, however busy this machine is."""
_WARM_UP = 3
_HEAP_AFTER = 50
_SCRIPTS = (".js", ".wasm", ".pagefind")


@dataclass(frozen=True, slots=True)
class Visits:
    """How often each thing is done: `cold`, `far` and `meaning` tabs that open the engine, and `tabs` of other queries,
    `in_a_row` in each."""

    cold: int
    far: int
    meaning: int
    tabs: int
    in_a_row: int

    @classmethod
    def of(cls, profiles: int, engine: Engine) -> Visits:
        """`profiles`: how often an engine is opened on a slow line."""
        if engine.whole:  # it loads the same each time, and that takes long
            return cls(min(profiles, 4), min(profiles, 2), 0, min(profiles, 2), min(5 * profiles, 30))
        part = max(1, profiles // 4)
        return cls(profiles, part, 2 * part, 2 * part, 5)


@dataclass(frozen=True, slots=True)
class Visited:
    """The answers of one engine: first ones, first ones from far away, others, the same again, and all queries."""

    cold: list[Answer]
    far: list[Answer]
    new: list[Answer]
    again: list[Answer]
    everything: list[Answer]
    heap_bytes: int


def visit(browser: VisitorBrowser, engine: Engine, items: Sequence[KnownItem], visits: Visits) -> Visited:
    """Do what visitors do. Every engine is asked the same, as far as it is asked."""
    texts = _in_turn(items)
    cold = []
    for _ in range(visits.cold):
        with browser.tab(engine.name) as tab:
            tab.slow_down(_LATENCY_MS, _BITS_PER_SECOND)
            cold.append(tab.open_and_search(next(texts), _SHOWN))
    far = []
    for _ in range(visits.far):
        with browser.tab(engine.name) as tab:
            tab.slow_down(_FAR_MS, _FAST)
            far.append(tab.open_and_search(next(texts), _SHOWN))
    new, again = [], []
    for _ in range(visits.tabs):
        with browser.tab(engine.name) as tab:
            _warm_up(tab, texts)
            asked = [next(texts) for _ in range(visits.in_a_row)]
            new += [tab.search(text, _SHOWN) for text in asked]
            again += [tab.search(text, _SHOWN) for text in asked]
    with browser.tab(engine.name) as tab:
        tab.open_and_search(items[0].text, _SHOWN)
        everything = tab.search_all([item.text for item in items[:_HEAP_AFTER]], _SHOWN)
        heap = tab.heap_bytes()
        everything += tab.search_all([item.text for item in items[_HEAP_AFTER:]], _SHOWN)
    return Visited(cold, far, new, again, everything, heap)


def figures_of_meaning(browser: VisitorBrowser, site: VisitedSite, visits: Visits) -> Figures:
    """What searching by meaning too costs Inkdex's visitors, and how near it comes to exact hybrid search."""
    more: list[tuple[int, int]] = []
    for item, other in itertools.pairwise(site.items[: visits.meaning + 1]):
        sizes = []
        for hybrid in (True, False):
            with browser.tab(INKDEX.name) as tab:
                answers = (tab.open_and_search(item.text, _SHOWN, hybrid=hybrid), tab.search(other.text, _SHOWN))
                sizes.append([answer.bytes for answer in answers])
        more.append((sizes[0][0] - sizes[1][0], sizes[0][1] - sizes[1][1]))
    with browser.tab(INKDEX.name) as tab:
        tab.open_and_search(site.items[0].text, _DEPTH, hybrid=True)
        answers = tab.search_all([item.text for item in site.items], _DEPTH)
    numbers = numbers_by_url(site)
    found = [[numbers[url] for url in answer.urls] for answer in answers]
    ranks, exact = reciprocal_ranks(site, answers), exact_hybrid(site, _DEPTH)
    return {
        "meaning_first_kb": percentile([first for first, _ in more], 50) / 1e3,
        "meaning_next_kb": percentile([following for _, following in more], 50) / 1e3,
        "hybrid_recall": recall(found[: len(exact)], exact),
        **{f"hybrid_mrr_{kind}": value for kind, value in ranks.items()},
    }


def _in_turn(items: Sequence[KnownItem]) -> Iterator[str]:
    while True:
        yield from (item.text for item in items)


def _warm_up(tab: Tab, texts: Iterator[str]) -> None:
    tab.open_and_search(next(texts), _SHOWN)
    for _ in range(_WARM_UP - 1):
        tab.search(next(texts), _SHOWN)


def figures_of(site: VisitedSite, visited: Visited) -> Figures:
    cold, new, again = visited.cold, visited.new, visited.again
    figures: Figures = {
        "cold_kb": percentile([answer.bytes for answer in cold], 50) / 1e3,
        "cold_p95_kb": percentile([answer.bytes for answer in cold], 95) / 1e3,
        "cold_requests": percentile([len(answer.sent) for answer in cold], 50),
        "cold_waves": max(waves_of(answer.requests) - 1 for answer in visited.far),
        "cold_ms": percentile([answer.ms for answer in cold], 50),
        "cold_p95_ms": percentile([answer.ms for answer in cold], 95),
        "new_kb": percentile([answer.bytes for answer in new], 50) / 1e3,
        "new_p95_kb": percentile([answer.bytes for answer in new], 95) / 1e3,
        "new_requests": percentile([len(answer.sent) for answer in new], 50),
        "new_ms": percentile([answer.ms for answer in new], 50),
        "new_p95_ms": percentile([answer.ms for answer in new], 95),
        "new_cpu_ms": statistics.mean(answer.cpu_ms for answer in new),
        "again_ms": percentile([answer.ms for answer in again], 50),
        "again_p95_ms": percentile([answer.ms for answer in again], 95),
        "again_cpu_ms": statistics.mean(answer.cpu_ms for answer in again),
        "heap_mb": visited.heap_bytes / 1e6,
        "script_kb": sum(sent.body_bytes for sent in cold[0].sent if sent.path.endswith(_SCRIPTS)) / 1e3,
    }
    ranks = reciprocal_ranks(site, visited.everything)
    return figures | {f"mrr_{kind}": value for kind, value in ranks.items()}


def percentile(values: Sequence[float], share: int) -> float:
    """The value that `share` per cent of the values do not exceed, by rank."""
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


def numbers_by_url(site: VisitedSite) -> dict[str, int]:
    """Number of the page at each address, by which any engine knows it."""
    numbers = {post["url"]: post["id"] for post in site.posts}
    # Pagefind knows a page by the file that was rendered for it.
    return numbers | {"/" + post["path"].removesuffix(".md") + ".html": post["id"] for post in site.posts}


def reciprocal_ranks(site: VisitedSite, answers: Sequence[Answer]) -> dict[str, float]:
    """Kind of query -> MRR@5. `answers`: to all known items of the site, in order."""
    numbers = numbers_by_url(site)
    ranks: dict[str, list[float]] = {}
    for item, answer in zip(site.items, answers, strict=True):
        found = [numbers[url] for url in answer.urls[:_SHOWN]]
        ranks.setdefault(item.kind, []).append(1 / (found.index(item.document) + 1) if item.document in found else 0.0)
    return mean_reciprocal_rank(ranks)


_LANGUAGE = re.compile(r"/(?:english|snowball)-[\w-]+\.js$")
_KINDS = (
    "script",
    "language",
    "current.json",
    "manifest",
    "directory",
    "lexicon",
    "words",
    "documents",
    "vectors",
    "facets",
    "other",
)


def kind_finder(site: VisitedSite) -> Callable[[str], str]:
    """Path of a request to Inkdex -> what kind of file it is."""
    kinds = {f"/inkdex/{file.relative_to(site.dist).as_posix()}": k for file, k in kinds_of_files(site.dist).items()}

    def find(path: str) -> str:
        if path.endswith(".js"):
            return "language" if _LANGUAGE.search(path) else "script"
        return "current.json" if path.endswith("/current.json") else kinds.get(path, "other")

    return find


def breakdown(title: str, answers: Sequence[Answer], find: Callable[[str], str]) -> str:
    """Requests and bytes of queries by kind of file."""
    seen = {find(sent.path) for answer in answers for sent in answer.sent}
    rows = []
    for kind in [*_KINDS, *sorted(seen - set(_KINDS))]:
        of_kind = [[sent for sent in answer.sent if find(sent.path) == kind] for answer in answers]
        if any(of_kind):
            rows.append(_row(kind, of_kind))
    rows.append(_row("all", [answer.sent for answer in answers]))
    return markdown_table([title, "requests, mean", "most", "kB, mean", "p50", "p95", "most"], rows)


def _row(name: str, sent: Sequence[Sequence[Sent]]) -> list[str]:
    requests = [len(answers) for answers in sent]
    sizes = [sum(answer.bytes for answer in answers) / 1e3 for answers in sent]
    shown = [statistics.mean(sizes), percentile(sizes, 50), percentile(sizes, 95), max(sizes)]
    return [name, f"{statistics.mean(requests):.1f}", str(max(requests)), *(f"{size:.1f}" for size in shown)]


def describe_parts(site: VisitedSite, visited: Visited) -> str:
    """Of Inkdex: bytes by kind of file, and how many waves there were."""
    find = kind_finder(site)
    waves = Counter(waves_of(answer.requests) - 1 for answer in visited.far)
    told = ", ".join(f"{number} in {count} of {len(visited.far)}" for number, count in sorted(waves.items()))
    tables = [breakdown("first results", visited.cold, find), breakdown("another query", visited.new, find)]
    return "\n\n".join([f"Waves after the script: {told}.", *tables])


def measure_site(
    browser: VisitorBrowser, server: CountingServer, site: VisitedSite, kit: Kit, args: argparse.Namespace
) -> tuple[dict[str, Figures], list[str]]:
    """Figures by engine, and what there is to say beside them."""
    figures: dict[str, Figures] = {}
    notes = []
    known = versions(kit)
    for engine in ENGINES:
        if engine.name not in args.engines:
            continue
        _say(f"{site.documents:,} documents: {engine.label}")
        mount_engine(server, engine, site, kit)
        visited = visit(browser, engine, site.items, Visits.of(args.profiles, engine))
        label = f"{engine.label} {known[engine.package]}" if engine.package else engine.label
        figures[label] = figures_of(site, visited)
        if engine is not INKDEX:
            continue
        figures[label]["component_kb"] = component_bytes(kit) / 1e3
        figures[label] |= figures_of_meaning(browser, site, Visits.of(args.profiles, engine))
        if args.breakdown:
            notes.append(describe_parts(site, visited))
    return figures, notes


def report_site(documents: int, figures: dict[str, Figures], notes: Sequence[str]) -> str:
    lines = [f"- missed: {line}" for line in missed({documents: figures.get(INKDEX.label, {})}, VISITOR_ROWS)]
    return "\n\n".join(filter(None, [visitor_table(documents, figures, INKDEX.label), "\n".join(lines), *notes]))


def main(arguments: Sequence[str] | None = None) -> None:
    names = [engine.name for engine in ENGINES]
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.visitor", description=__doc__)
    parser.add_argument("--docs", type=int, nargs="+", default=[100, 1_000, 10_000], help="sizes of the sites")
    parser.add_argument("--corpora", type=Path, default=DEFAULT_CORPORA, help="folder of docs-*.tar.gz")
    parser.add_argument("--engines", nargs="+", choices=names, default=names, help="which ones to measure")
    parser.add_argument("--profiles", type=int, default=24, help="how often each engine is opened on a slow line")
    parser.add_argument("--breakdown", action="store_true", help="Inkdex's bytes by kind of file as well")
    parser.add_argument(
        "--cache", type=Path, default=Path(tempfile.gettempdir()) / "inkdex-visitor", help="keeps sites and indexes"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file as well")
    parser.add_argument("--write", type=Path, metavar="DOC", help="put the tables into a document, docs/benchmarks.md")
    args = parser.parse_args(arguments)
    try:
        require(archive_of(args.corpora, count) for count in args.docs)
    except MissingCorporaError as error:
        explain_and_exit(error)
    machine = describe_machine()
    kit = prepare_kit(args.cache)
    sites = []
    for count in args.docs:
        _say(f"{count:,} documents: building")
        sites.append(prepare_site(args.corpora, count, _QUERIES, args.cache))
        exact_hybrid(sites[-1], _DEPTH)  # now, since Playwright allows no other event loop later
    measured: dict[int, dict[str, Figures]] = {}
    parts = []
    with serve_counted() as server, sync_playwright() as playwright:
        browser = VisitorBrowser(playwright, server)
        for site in sites:
            measured[site.documents], notes = measure_site(browser, server, site, kit, args)
            parts.append(report_site(site.documents, measured[site.documents], notes))
        version = browser.version
        browser.close()
    load = f", {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    report = "\n\n".join([f"{machine}{load}, Chromium {version}, {args.profiles} profiles", *parts])
    print(report)
    if args.json:
        args.json.write_text(json.dumps({"machine": machine, "figures": measured}, indent=1) + "\n")
    if args.write:
        replace_block(args.write, "visitors", report)


def _say(text: str) -> None:
    print(f"… {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
