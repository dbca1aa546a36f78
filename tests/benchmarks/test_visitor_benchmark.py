"""The visitor benchmark's own code, on a site of a few pages in real Chromium, with all of its peers."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks import visitor
from tests.benchmarks.budgets import VISITOR_ROWS, missed, visitor_table
from tests.benchmarks.corpora import REPOSITORY, docs_archive
from tests.benchmarks.visitor_browser import Request, waves_of
from tests.benchmarks.visitor_engines import ENGINES
from tests.benchmarks.visitor_meaning import recall
from tests.benchmarks.visitor_server import serve_counted

if TYPE_CHECKING:
    from pathlib import Path

_PAGES = {
    "gizmo": "Unpack a sturdy gizmo and fasten every copper bracket.",
    "scrapyard": "Carry heavy parts to some distant scrapyard before dusk.",
    "varnish": "Turquoise varnish keeps moisture from hidden corners.",
    "harbour": "Blacksmiths forged early anchors beside this quiet northern harbour.",
    "lantern": "Trim wicks weekly, since sooty lanterns smoulder and flicker.",
    "turbine": "Spinning turbines hum whenever meltwater fills narrow gorges.",
}
"""Subject -> what the page about it says."""


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A folder of corpora with one archive of a few pages."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for subject, text in _PAGES.items():
        (pages / f"{subject}.md").write_text(f"# About the {subject}\n\n{text}\n")
    with tarfile.open(docs_archive(tmp_path, len(_PAGES)), "w:gz") as archive:
        archive.add(pages, "pages")
    return tmp_path


def test_visitor_benchmark_measures_every_engine(
    corpora: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--docs", str(len(_PAGES)), "--corpora", str(corpora), "--cache", str(tmp_path / "cache")]
    visitor.main([*options, "--profiles", "1", "--breakdown"])
    printed = capsys.readouterr().out
    assert [row.label for row in VISITOR_ROWS if f"| {row.label} " not in printed] == []
    assert [engine.label for engine in ENGINES if f" {engine.label}" not in printed] == []
    titles = next(line for line in printed.splitlines() if line.startswith("| MRR@5 of titles"))
    assert [float(cell.split()[0]) for cell in titles.split("|")[3:-1]] == [1.0] * len(ENGINES)
    assert "| documents " in printed


def test_visitor_benchmark_names_missing_archives(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        visitor.main(["--docs", "1000", "--corpora", str(tmp_path)])
    assert stopped.value.code == 2
    assert f"missing: {tmp_path / 'docs-1000.tar.gz'}" in capsys.readouterr().err


def test_waves_are_the_longest_chain_of_requests() -> None:
    side_by_side = [Request("a", 0, 10), Request("b", 0, 30), Request("c", 30, 40)]
    assert waves_of(side_by_side) == 2
    assert waves_of([*side_by_side, Request("d", 11, 20)]) == 3
    assert waves_of([]) == 0


def test_recall_is_the_share_of_exact_results_that_were_found() -> None:
    assert recall([[1, 2, 9], [5], []], [[2, 1, 3, 4], [5], []]) == 0.75


def test_figures_are_held_against_budgets_in_both_directions() -> None:
    figures = {"cold_kb": 101.0, "mrr_title": 0.96, "mrr_phrase": 0.5}
    table = visitor_table(10_000, {"Inkdex": figures, "Other": {"cold_kb": 400.0}}, "Inkdex")
    assert "101 kB **missed**" in table
    assert "400 kB |" in table
    assert "0.960 ✓" in table
    assert missed({10_000: figures}, VISITOR_ROWS) == [
        "first results, nothing loaded: bytes, median, 10,000 documents: 101 kB, budget 100 kB",
        "MRR@5 of phrases, 10,000 documents: 0.500, budget 0.780",
    ]


def test_the_server_counts_what_it_sends(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('"' + "x" * 10_000 + '"')
    (tmp_path / "a.bin").write_bytes(bytes(range(256)) * 4)
    with serve_counted() as server:
        server.mount("/files/", tmp_path)
        code = (
            "import sys, urllib.request as u\n"
            "print(len(u.urlopen(sys.argv[1] + '/files/a.json').read()))\n"
            "part = u.Request(sys.argv[1] + '/files/a.bin', headers={'range': 'bytes=10-19'})\n"
            "print(list(u.urlopen(part).read()))\n"
        )
        done = subprocess.run([sys.executable, "-c", code, server.origin], check=True, capture_output=True, text=True)
        sent = server.take_sent()
    packed, part = done.stdout.splitlines()
    assert int(packed) < 200
    assert part == str(list(range(10, 20)))
    assert [(one.path, one.status, one.body_bytes) for one in sent] == [
        ("/files/a.json", 200, int(packed)),
        ("/files/a.bin", 206, 10),
    ]
    assert all(100 < one.header_bytes < 400 for one in sent)


def test_visitor_benchmark_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "tests.benchmarks.visitor", "--help"]
    subprocess.run(command, check=True, capture_output=True, cwd=REPOSITORY)
