"""Build, rebuild and query the documentation corpora as a user would, next to Pagefind, against their budgets.

    uv run python -m tests.benchmarks.build [--docs 1000 10000] [--corpora ../shared/corpora]

prints one table. Every build is a process of its own (`inkdex build`); seconds are wall time from start to exit, memory
is the sum over its processes. Compiled Python files are kept in a folder of the benchmark and made beforehand, as on a
machine where Inkdex has run once.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import shutil
import statistics
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shared.cli.sites import open_search, read_artifact
from tests.benchmarks.budgets import Figures, budget_table, missed
from tests.benchmarks.corpora import (
    DEFAULT_CORPORA,
    MissingCorporaError,
    docs_archive,
    explain_and_exit,
    require,
    unpack_docs,
)
from tests.benchmarks.known_items import Answered, KnownItem, ask_all, make_known_items
from tests.benchmarks.measuring import Run, best_of, run_measured
from tests.benchmarks.pagefind import PAGEFIND_VERSION, install_pagefind, measure_pagefind, render_pages
from tests.benchmarks.sizes import measure_revision, read_manifest
from tests.benchmarks.tables import describe_machine, replace_block

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Bench", "edit_page", "main"]

MODES = {"words": "none", "static": "static"}
"""Name of a mode here -> `--embedder`."""

_EDITS = 3
_QUERIES = 300
_WARM_UP = 40
_SEED = 20261122
_MB = 1e6
_SENTENCE_END = re.compile(r"[a-z]{3,}\.(?=\s)")


@dataclass(slots=True)
class Bench:
    """One corpus, unpacked in `source`, measured with files in `work`."""

    source: Path
    work: Path
    env: dict[str, str]
    figures: Figures = field(default_factory=dict)
    queries: int = _QUERIES

    def dist(self, mode: str) -> Path:
        return self.work / f"dist-{mode}"

    def build(self, mode: str) -> Run:
        """`inkdex build` as a process of its own; what was built before is used again."""
        command = [*_inkdex(), "build", str(self.source), "--out", str(self.dist(mode)), "--quiet"]
        command += ["--cache", str(self.work / f"cache-{mode}"), "--embedder", MODES[mode]]
        return run_measured(command, cwd=self.work, env=self.env)

    def measure_builds(self, mode: str, repeats: int) -> None:
        self._note(f"cold_{mode}", best_of([self._build_cold(mode) for _ in range(repeats)]))
        self.figures[f"same_{mode}_s"] = best_of([self.build(mode) for _ in range(_EDITS)]).seconds
        self._note(f"edit_{mode}", *self._edit_and_build(mode))

    def _build_cold(self, mode: str) -> Run:
        for folder in (self.dist(mode), self.work / f"cache-{mode}"):
            shutil.rmtree(folder, ignore_errors=True)
        return self.build(mode)

    def _edit_and_build(self, mode: str) -> list[Run]:
        """A build after each of a few edits, of other pages each time. The pages are put back as they were."""
        pages = sorted(self.source.rglob("*.md"))
        runs = []
        for page in random.Random(_SEED).sample(pages, min(_EDITS, len(pages))):
            original = page.read_bytes()
            page.write_text(edit_page(original.decode("utf-8", "replace"), mode), "utf-8")
            before = read_manifest(self.dist(mode))["revision"]
            runs.append(self.build(mode))
            assert read_manifest(self.dist(mode))["revision"] != before, f"the edit of {page} changed nothing"
            page.write_bytes(original)
        return runs

    def _note(self, what: str, *runs: Run) -> None:
        """The median of several runs of different work, and the largest peak."""
        self.figures[f"{what}_s"] = statistics.median(run.seconds for run in runs)
        self.figures[f"{what}_cpu_s"] = statistics.median(run.cpu_seconds for run in runs)
        peaks = [run.peak_bytes for run in runs if run.peak_bytes is not None]
        if peaks:
            self.figures[f"{what}_mb"] = max(peaks) / _MB

    def measure_start(self) -> None:
        runs = [run_measured([*_inkdex(), "--version"], cwd=self.work, env=self.env) for _ in range(_EDITS)]
        self.figures["start_s"] = best_of(runs).seconds

    def measure_sizes(self) -> None:
        words, static = (measure_revision(self.dist(mode)) for mode in ("words", "static"))
        figures = self.figures
        for kind in ("lexicon", "words", "documents"):
            figures[f"{kind}_mb"] = words[kind].gzip_bytes / _MB
        searched = ("lexicon", "words", "documents", "directory", "manifest")
        figures["searched_mb"] = sum(words[kind].gzip_bytes for kind in searched) / _MB
        figures["vectors_mb"] = static["vectors"].gzip_bytes / _MB
        figures["database_mb"] = words["search.db"].gzip_bytes / _MB
        figures["manifest_kb"] = words["manifest"].gzip_bytes / 1e3
        for mode, sizes in (("words", words), ("static", static)):
            figures[f"files_{mode}"] = sum(size.files for size in sizes.values())

    async def measure_queries(self) -> None:
        """The same known items by words and by words and meaning, each in a search that has just been opened."""
        items: list[KnownItem] = []
        for mode in MODES:
            opened = open_search(self.dist("static"), None, words_only=mode == "words", warn=print)
            if not items:
                async with open_search(self.dist("static"), None, words_only=True, warn=print) as search:
                    items = make_known_items(search, self.queries + _WARM_UP)
                random.Random(_SEED).shuffle(items)
            async with opened as search:
                self._note_queries(mode, await ask_all(search, items, min(_WARM_UP, len(items) // 4)))

    def _note_queries(self, mode: str, answered: Answered) -> None:
        for name in ("first", "again"):
            latency = getattr(answered, name)
            for measure in ("p50", "p95", "max"):
                self.figures[f"{name}_{mode}_{measure}_ms"] = getattr(latency, f"{measure}_ms")
        for kind, value in answered.reciprocal_ranks.items():
            self.figures[f"mrr_{kind}_{mode}"] = value

    def measure_pagefind(self, program: Path, repeats: int) -> Figures:
        """Pagefind over the pages that Inkdex has taken; figures under the names of ours that they stand next to."""
        posts: list[dict[str, Any]] = read_artifact(self.dist("words"), read_manifest(self.dist("words")), "posts.json")
        site = self.work / "html"
        render_pages(self.source, [post["path"] for post in posts], site)
        found = measure_pagefind(program, site, self.work / "pagefind", repeats)
        figures: Figures = {
            "cold_words_s": found.run.seconds,
            "cold_words_cpu_s": found.run.cpu_seconds,
            "edit_words_s": found.run.seconds,
            "edit_words_cpu_s": found.run.cpu_seconds,
            "lexicon_mb": found.index_bytes / _MB,
            "documents_mb": found.fragment_bytes / _MB,
            "searched_mb": (found.index_bytes + found.fragment_bytes) / _MB,
            "files_words": found.files,
        }
        if found.run.peak_bytes is not None:
            figures["cold_words_mb"] = found.run.peak_bytes / _MB
        return figures


def edit_page(text: str, word: str) -> str:
    """The text with a sentence more in its middle, or at its end if it has no sentence."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    place = ends[len(ends) // 2] if ends else len(text.rstrip())
    return f"{text[:place]} Since the last edit, the {word} of this page say one thing more.{text[place:]}"


def _inkdex() -> list[str]:
    beside = Path(sys.executable).with_name("inkdex")
    return [str(beside)] if beside.exists() else [sys.executable, "-c", "from shared.cli import main; main()"]


def _environment(work: Path) -> dict[str, str]:
    """Ours, with compiled Python files in `work`: some machines are told not to write them at all."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**env, "PYTHONPYCACHEPREFIX": str(work / "pycache")}


def _compile_python(work: Path, env: dict[str, str]) -> None:
    """Build a few pages in every mode, so that no measured build compiles a module."""
    pages = work / "first" / "pages"
    pages.mkdir(parents=True)
    for number in range(300):  # enough for several parts, so that other processes start as well
        (pages / f"{number}.md").write_text(f"---\ntitle: Page {number}\n---\n\nIt says what number {number} is.\n")
    bench = Bench(pages, work / "first", env)
    for mode in MODES:
        bench.build(mode)


def measure(args: argparse.Namespace, work: Path) -> tuple[dict[int, Figures], dict[int, Figures]]:
    """All figures by number of documents: ours, and Pagefind's."""
    env = _environment(work)
    _compile_python(work, env)
    program = None if args.no_pagefind else install_pagefind(work / "npm")
    ours: dict[int, Figures] = {}
    theirs: dict[int, Figures] = {}
    for count in args.docs:
        folder = work / str(count)
        bench = Bench(unpack_docs(docs_archive(args.corpora, count), folder / "source"), folder, env)
        bench.measure_start()
        for mode in MODES:
            _say(f"{count:,} documents: builds, {mode}")
            bench.measure_builds(mode, args.repeat)
        _say(f"{count:,} documents: sizes and queries")
        bench.measure_sizes()
        asyncio.run(bench.measure_queries())
        if program:
            _say(f"{count:,} documents: Pagefind {PAGEFIND_VERSION}")
            theirs[count] = bench.measure_pagefind(program, args.repeat)
        ours[count] = bench.figures
        shutil.rmtree(folder)
    return ours, theirs


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.build", description=__doc__)
    parser.add_argument("--docs", type=int, nargs="+", default=[1_000, 10_000], help="sizes of the corpora")
    parser.add_argument("--corpora", type=Path, default=DEFAULT_CORPORA, help="folder of docs-*.tar.gz")
    parser.add_argument("--repeat", type=int, default=1, help="cold builds of each kind; the fastest counts")
    parser.add_argument("--no-pagefind", action="store_true", help="leave Pagefind (npm) out")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file as well")
    parser.add_argument("--write", type=Path, metavar="DOC", help="put the table into a document, docs/benchmarks.md")
    args = parser.parse_args(arguments)
    try:
        require(docs_archive(args.corpora, count) for count in args.docs)
    except MissingCorporaError as error:
        explain_and_exit(error)
    machine = describe_machine()
    with tempfile.TemporaryDirectory(prefix="inkdex-bench-") as folder:
        ours, theirs = measure(args, Path(folder).resolve())
    lines = [machine, "", budget_table(ours, theirs), "", *(f"- missed: {line}" for line in missed(ours))]
    report = "\n".join(lines).rstrip()
    print(report)
    if args.json:
        args.json.write_text(json.dumps({"machine": machine, "inkdex": ours, "pagefind": theirs}, indent=1) + "\n")
    if args.write:
        replace_block(args.write, "build", report)


def _say(text: str) -> None:
    print(f"… {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
