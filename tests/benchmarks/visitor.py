"""What a visitor's browser downloads and waits for: Inkdex in real Chromium.

uv run python -m tests.benchmarks.visitor [--docs 100 1000 10000] [--breakdown] [--corpora ../shared/corpora]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.benchmarks.corpora import DEFAULT_CORPORA, MissingCorporaError, explain_and_exit, require
from tests.benchmarks.sizes import kinds_of_files
from tests.benchmarks.tables import describe_machine, markdown_table
from tests.benchmarks.visitor_browser import Answer, VisitorBrowser, waves_of
from tests.benchmarks.visitor_engines import bundle_engines
from tests.benchmarks.visitor_server import CountingServer, serve_counted
from tests.benchmarks.visitor_sites import VisitedSite, archive_of, prepare_site

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tests.benchmarks.known_items import KnownItem

__all__ = ["main"]

_QUERIES = 320
_SHOWN = 5
"""Results on a page, as Pagefind's own user interface shows them."""
_DEPTH = 5
_WARM_UP = 3
_IN_A_ROW = 5
_SITE = "inkdex"


@dataclass(frozen=True)
class Visits:
    """What a visitor of one site met with one engine."""

    cold: list[Answer]
    new: list[Answer]
    again: list[Answer]
    all: list[Answer]
    heap_bytes: int


def visit(browser: VisitorBrowser, engine: str, items: Sequence[KnownItem], cold: int, rows: int, asked: int) -> Visits:
    """`cold` first queries on a slow line, `rows` tabs of warm queries, and `asked` queries in one tab."""
    answers: list[Answer] = []
    for item in items[:cold]:
        with browser.tab(engine) as tab:
            tab.slow_down()
            answers.append(tab.open_and_search(item.text, _SHOWN))
    new, again = [], []
    at = cold
    for _ in range(rows):
        texts = [item.text for item in items[at : at + _WARM_UP + _IN_A_ROW]]
        at += len(texts)
        with browser.tab(engine) as tab:
            tab.open_and_search(texts[0], _SHOWN)
            for text in texts[1:_WARM_UP]:
                tab.search(text, _SHOWN)
            new += [tab.search(text, _SHOWN) for text in texts[_WARM_UP:]]
            again += [tab.search(text, _SHOWN) for text in texts[_WARM_UP:]]
    with browser.tab(engine) as tab:
        tab.open_and_search(items[0].text, _SHOWN)
        first = tab.search_all([item.text for item in items[:50]], _DEPTH)
        heap = tab.heap_bytes()
        rest = tab.search_all([item.text for item in items[50:asked]], _DEPTH)
    return Visits(answers, new, again, [*first, *rest], heap)


def kind_finder(site: VisitedSite) -> Callable[[str], str]:
    """Path of a request -> what kind of file it is."""
    kinds = {f"/{_SITE}/{file.relative_to(site.dist).as_posix()}": k for file, k in kinds_of_files(site.dist).items()}

    def find(path: str) -> str:
        if path.startswith("/engines/"):
            return "script" if path == "/engines/inkdex.js" else "language"
        if path.endswith("/current.json"):
            return "current.json"
        return kinds.get(path, "other")

    return find


_ORDER = (
    "script",
    "language",
    "current.json",
    "manifest",
    "directory",
    "lexicon",
    "tails",
    "words",
    "documents",
    "vectors",
    "other",
)


def breakdown(title: str, answers: Sequence[Answer], find: Callable[[str], str]) -> str:
    """Requests and bytes of a query by kind of file: means, the median and the 95th percentile."""
    rows = []
    seen = {find(sent.path) for answer in answers for sent in answer.sent}
    kinds = [*_ORDER, *sorted(seen - set(_ORDER))]
    for kind in kinds:
        requests, sizes = [], []
        for answer in answers:
            of_kind = [sent for sent in answer.sent if find(sent.path) == kind]
            requests.append(len(of_kind))
            sizes.append(sum(sent.bytes for sent in of_kind))
        if any(requests):
            rows.append(_row(kind, requests, sizes))
    rows.append(_row("all", [len(answer.sent) for answer in answers], [answer.bytes for answer in answers]))
    header = [title, "requests, mean", "most", "kB, mean", "p50", "p95", "most"]
    return markdown_table(header, rows)


def _row(name: str, requests: Sequence[int], sizes: Sequence[int]) -> list[str]:
    shown = [statistics.mean(sizes), percentile(sizes, 50), percentile(sizes, 95), max(sizes)]
    return [name, f"{statistics.mean(requests):.1f}", str(max(requests)), *(f"{size / 1e3:.1f}" for size in shown)]


def percentile(values: Sequence[float], share: int) -> float:
    """The value that `share` per cent of the values do not exceed, by rank."""
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


def mean_reciprocal_ranks(site: VisitedSite, answers: Sequence[Answer]) -> dict[str, float]:
    """Kind of query -> MRR@5."""
    numbers = {post["url"]: post["id"] for post in site.posts}
    ranks: dict[str, list[float]] = {}
    for item, answer in zip(site.items, answers, strict=False):
        found = [numbers[url] for url in answer.urls]
        ranks.setdefault(item.kind, []).append(1 / (found.index(item.document) + 1) if item.document in found else 0)
    return {kind: statistics.mean(values) for kind, values in ranks.items()}


def _waves_after_script(answer: Answer) -> int:
    scripts = [request.end for request in answer.requests if request.path.startswith("/engines/inkdex.js")]
    return waves_of([request for request in answer.requests if request.start >= min(scripts)])


def report(site: VisitedSite, visits: Visits, script_sizes: Mapping[str, int]) -> str:
    find = kind_finder(site)
    cold, new, again = ([answer.ms for answer in answers] for answers in (visits.cold, visits.new, visits.again))
    waves = Counter(_waves_after_script(answer) for answer in visits.cold)
    ranks = mean_reciprocal_ranks(site, visits.all)
    lines = [
        f"### {site.documents:,} documents",
        "",
        f"- first results on a slow line: p50 {percentile(cold, 50):.0f} ms, p95 {percentile(cold, 95):.0f} ms",
        f"- waves after the script: {', '.join(f'{w} ({n} of {len(cold)})' for w, n in sorted(waves.items()))}",
        f"- new query, engine warm: p50 {percentile(new, 50):.1f} ms, p95 {percentile(new, 95):.1f} ms",
        f"- the same again: p50 {percentile(again, 50):.1f} ms, p95 {percentile(again, 95):.1f} ms",
        f"- heap after 50 queries: {visits.heap_bytes / 1e6:.1f} MB",
        "- MRR@5: " + ", ".join(f"{kind} {value:.3f}" for kind, value in sorted(ranks.items())),
        "- scripts: " + ", ".join(f"{name} {size:,} B" for name, size in script_sizes.items()),
        "",
        breakdown("cold, first results", visits.cold, find),
        "",
        breakdown("new query, engine warm", visits.new, find),
    ]
    return "\n".join(lines)


def measure_site(browser: VisitorBrowser, server: CountingServer, site: VisitedSite, pages: Path) -> str:
    server.unmount()
    server.mount("pages", pages)
    server.mount("engines", pages / "engines")
    server.mount(_SITE, site.dist)
    visits = visit(browser, "inkdex", site.items, 24, 12, len(site.items))
    paths = {sent.path for answer in visits.cold for sent in answer.sent if sent.path.startswith("/engines/")}
    return report(site, visits, {path: server.size_of(path) for path in sorted(paths)})


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.visitor", description=__doc__)
    parser.add_argument("--docs", type=int, nargs="+", default=[1_000, 10_000], help="sizes of the sites")
    parser.add_argument("--corpora", type=Path, default=DEFAULT_CORPORA, help="folder of docs-*.tar.gz")
    parser.add_argument("--breakdown", action="store_true", help="bytes of Inkdex by kind of file")
    parser.add_argument(
        "--cache", type=Path, default=Path(tempfile.gettempdir()) / "inkdex-visitor", help="keeps built sites"
    )
    args = parser.parse_args(arguments)
    try:
        require(archive_of(args.corpora, count) for count in args.docs)
    except MissingCorporaError as error:
        explain_and_exit(error)
    pages = bundle_engines(args.cache)
    print(describe_machine())
    with serve_counted() as server, sync_playwright() as playwright:
        browser = VisitorBrowser(playwright, server)
        for count in args.docs:
            _say(f"{count:,} documents: building")
            site = prepare_site(args.corpora, count, _QUERIES, args.cache)
            _say(f"{count:,} documents: visiting")
            print(f"\n{measure_site(browser, server, site, pages)}", flush=True)
        browser.close()


def _say(text: str) -> None:
    print(f"… {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
