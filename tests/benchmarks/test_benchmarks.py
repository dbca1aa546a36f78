"""The benchmarks' own code, on a corpus of a few pages: figures that nobody reads must still come out."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from typing import TYPE_CHECKING

import pytest

from shared.domain.finalists import Bonuses
from tests.benchmarks import build, quality
from tests.benchmarks.budgets import ROWS, budget_table, missed
from tests.benchmarks.corpora import REPOSITORY, docs_archive, unpack_docs
from tests.benchmarks.known_items import Latency
from tests.benchmarks.measuring import run_measured
from tests.benchmarks.pagefind import render_pages
from tests.benchmarks.peers import judge_bm25s, judge_fts5
from tests.benchmarks.retrieval import Collection, mean_ndcg, ndcg
from tests.benchmarks.tables import markdown_table, replace_block

if TYPE_CHECKING:
    from pathlib import Path

PAGES = {
    "a/install.md": "---\ntitle: Install the gizmo\n---\n\nUnpack the sturdy gizmo and fasten every copper bracket.\n",
    "a/remove.md": "# Remove the gizmo\n\nLoosen all brackets, then carry the gizmo to a distant scrapyard.\n",
    "b/paint.md": "# Paint and polish\n\nTurquoise varnish keeps moisture from hidden corners.\n\n## Drying\n\nWait.\n",
    "b/history.md": "# A short history\n\nBlacksmiths forged early gizmos beside a quiet northern harbour.\n",
}


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A folder of corpora with one archive, docs-4.tar.gz."""
    pages = tmp_path / "pages"
    for path, text in PAGES.items():
        (pages / path).parent.mkdir(parents=True, exist_ok=True)
        (pages / path).write_text(text)
    with tarfile.open(docs_archive(tmp_path, len(PAGES)), "w:gz") as archive:
        for name in ("a", "b"):
            archive.add(pages / name, name)
    return tmp_path


@pytest.fixture
def collection() -> Collection:
    documents = {path.rpartition("/")[2].removesuffix(".md"): ("", text) for path, text in PAGES.items()}
    queries = {"1": "turquoise varnish", "2": "copper bracket"}
    return Collection("tiny", documents, queries, {"1": {"paint": 1.0}, "2": {"install": 2.0, "remove": 1.0}})


def test_build_benchmark_prints_every_measure(corpora: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build.main(["--docs", str(len(PAGES)), "--corpora", str(corpora), "--no-pagefind"])
    printed = capsys.readouterr().out
    absent = [row.label for row in ROWS if f"| {row.label} " not in printed and not row.label.startswith("…")]
    if not sys.platform.startswith("linux"):
        absent = [label for label in absent if "memory" not in label]
    assert absent == []


def test_build_benchmark_names_missing_archives(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        build.main(["--docs", "7", "--corpora", str(tmp_path)])
    assert stopped.value.code == 2
    assert f"missing: {tmp_path / 'docs-7.tar.gz'}" in capsys.readouterr().err


def test_quality_benchmark_prints_every_ranking(collection: Collection, tmp_path: Path) -> None:
    site = quality.BuiltCollection(collection, tmp_path)
    table = quality.quality_table([site])
    assert [line.split("|")[1].split(",")[0].split(":")[0].strip() for line in table.splitlines()[2:7]] == [
        "Inkdex",
        "Inkdex",
        "bm25s",
        "SQLite FTS5",
        "SQLite FTS5",
    ]


def test_sweep_says_what_the_choice_gives_elsewhere(collection: Collection, tmp_path: Path) -> None:
    site = quality.BuiltCollection(collection, tmp_path)
    grid = [quality.Setting(), quality.Setting(k1=2.0, title=1.0)]
    tables = quality.sweep_tables([site], grid, [0.5, 1.0], [Bonuses(), Bonuses(0, 0)])
    assert "1.2, 0.75, 3 (ours)" in tables
    assert "0.5, 0.5 (ours)" in tables
    assert tables.count("left out") == 3


def test_peers_find_what_shares_words(collection: Collection) -> None:
    assert judge_bm25s(collection) > 0.9
    assert judge_fts5(collection, "porter") > 0.9


def test_ndcg_discounts_by_rank() -> None:
    assert ndcg(["a", "b"], {"a": 2.0, "b": 1.0}) == 1.0
    assert ndcg(["x", "a"], {"a": 1.0}) == pytest.approx(0.6309, abs=1e-4)
    relevance = {"1": {"a": 1.0}, "2": {"a": 1.0}}
    assert mean_ndcg(Collection("c", {}, {"1": "", "2": ""}, relevance), {"1": ["a"], "2": []}) == 0.5


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")
def test_memory_of_child_processes_is_counted(tmp_path: Path) -> None:
    hold = "import time; held = b'x' * 60_000_000; time.sleep(0.6)"
    both = f"import subprocess, sys; child = subprocess.Popen([sys.executable, '-c', {hold!r}]); {hold}; child.wait()"
    run = run_measured([sys.executable, "-c", both], cwd=tmp_path)
    assert run.peak_bytes is not None
    assert 120e6 < run.peak_bytes < 240e6
    assert run.seconds > 0.5
    assert 0 < run.cpu_seconds < run.seconds


def test_a_failing_command_says_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no such luck"):
        run_measured([sys.executable, "-c", "raise SystemExit('no such luck')"], cwd=tmp_path)


def test_an_archive_cannot_write_outside_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "evil.md").write_text("evil")
    with tarfile.open(tmp_path / "docs-1.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "evil.md", "../outside.md")
    with pytest.raises(tarfile.OutsideDestinationError):
        unpack_docs(tmp_path / "docs-1.tar.gz", tmp_path / "in")
    assert not (tmp_path / "outside.md").exists()


def test_pages_are_rendered_for_pagefind(tmp_path: Path) -> None:
    source = tmp_path / "source"
    for path, text in PAGES.items():
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).write_text(text)
    render_pages(source, list(PAGES), tmp_path / "html")
    assert "<title>Install the gizmo</title>" in (tmp_path / "html/a/install.html").read_text()
    paint = (tmp_path / "html/b/paint.html").read_text()
    assert '<h2 id="drying">Drying</h2>' in paint
    assert paint.count("<h1") == 1


def test_budgets_are_judged() -> None:
    figures = {1_000: {"cold_words_s": 5.0, "cold_words_mb": 300.0}}
    table = budget_table(figures, {1_000: {"cold_words_s": 2.0}})
    assert "5.0 s ✓" in table
    assert "300 MB **missed**" in table
    assert missed(figures) == ["cold build, words only, peak memory, 1,000 documents: 300 MB, budget 250 MB"]


def test_an_edit_adds_a_sentence_inside_the_text() -> None:
    edited = build.edit_page("# T\n\nFirst thing. Second thing.\n", "tone")
    assert edited.startswith("# T\n\nFirst thing.")
    assert edited.count("say one thing more.") == 1


def test_latency_takes_percentiles() -> None:
    assert Latency.of([number / 1024 for number in range(1, 101)]) == Latency(51 / 1.024, 96 / 1.024, 100 / 1.024)


def test_tables_go_to_their_place_in_a_document(tmp_path: Path) -> None:
    document = tmp_path / "d.md"
    document.write_text("a\n<!-- build -->\nold\n<!-- /build -->\nb\n")
    replace_block(document, "build", markdown_table(["x", "y"], [["1", "22"]]))
    assert document.read_text() == "a\n<!-- build -->\n\n| x |  y |\n|---|---:|\n| 1 | 22 |\n\n<!-- /build -->\nb\n"
    with pytest.raises(ValueError, match="no place"):
        replace_block(document, "quality", "")


def test_benchmarks_run_as_modules() -> None:
    for module in ("build", "quality", "refresh"):
        command = [sys.executable, "-m", f"tests.benchmarks.{module}", "--help"]
        subprocess.run(command, check=True, capture_output=True, cwd=REPOSITORY)
