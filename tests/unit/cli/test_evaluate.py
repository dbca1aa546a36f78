"""`inkdex evaluate` and its measures."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

import pytest

from shared.usecases.evaluate_site import name_documents

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run


def write_lines(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def evaluate(run: Run, dist: Path, tmp_path: Path, qrels: list[dict[str, object]], *options: object):
    queries = write_lines(
        tmp_path / "q.jsonl", [{"id": 1, "text": "compost"}, {"id": "2", "text": "roses"}, {"id": 3, "text": "zebra"}]
    )
    judged = write_lines(tmp_path / "r.jsonl", qrels)
    return run("evaluate", dist, "--queries", queries, "--qrels", judged, "--words-only", *options)


def test_measures_are_those_of_trec_eval(run: Run, dist: Path, tmp_path: Path) -> None:
    qrels: list[dict[str, object]] = [
        {"q": 1, "d": "guide/compost.md", "rel": 1},
        {"q": "1", "d": "guide/watering", "rel": 3},
        {"q": 2, "d": "guide/watering", "rel": 2},
        {"q": 3, "d": "index", "rel": 0},
    ]
    result = evaluate(run, dist, tmp_path, qrels, "--json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    ranked = json.loads(run("query", dist, "compost ", "--words-only", "--json").stdout)["results"]
    gains = [{"/guide/compost/": 1, "/guide/watering/": 3}.get(item["url"], 0) for item in ranked]
    first = sum(gain / math.log2(rank + 2) for rank, gain in enumerate(gains)) / (3 + 1 / math.log2(3))
    assert found["queries"] == 2
    assert found["ndcg@10"] == pytest.approx((first + 1) / 2)
    assert found["mrr"] == pytest.approx(1.0 if gains[0] else 0.75)
    assert found["recall@10"] == pytest.approx((sum(map(bool, gains)) / 2 + 1) / 2)


def test_documents_that_are_not_there_count_as_missed(run: Run, dist: Path, tmp_path: Path) -> None:
    qrels: list[dict[str, object]] = [
        {"q": 2, "d": "guide/watering.md", "rel": 1},
        {"q": 2, "d": "nowhere", "rel": 1},
    ]
    result = evaluate(run, dist, tmp_path, qrels, "--json")
    assert "nowhere" in result.stderr
    assert json.loads(result.stdout)["recall@100"] == 0.5


def test_below_the_minimum_is_4(run: Run, dist: Path, tmp_path: Path) -> None:
    qrels: list[dict[str, object]] = [{"q": 3, "d": "index", "rel": 1}]
    result = evaluate(run, dist, tmp_path, qrels, "--min-ndcg", "0.5")
    assert result.exit_code == 4
    assert "ndcg@10     0.0000" in result.stdout
    assert (
        evaluate(run, dist, tmp_path, [{"q": 2, "d": "guide/watering", "rel": 1}], "--min-ndcg", "0.5").exit_code == 0
    )


def test_bad_files_are_named_with_their_line(run: Run, dist: Path, tmp_path: Path) -> None:
    result = evaluate(run, dist, tmp_path, [{"q": 2, "rel": 1}])
    assert result.exit_code == 1
    assert "r.jsonl:1 lacks d" in result.stderr.replace("\n", "")
    assert evaluate(run, dist, tmp_path, [{"q": 9, "d": "x", "rel": 1}]).exit_code == 1
    (tmp_path / "bad").write_text("{}\nnot json")
    result = run("evaluate", dist, "--queries", tmp_path / "bad", "--qrels", tmp_path / "bad")
    assert result.exit_code == 1


def test_names_of_documents() -> None:
    posts = [{"path": "docs/a.md"}, {"path": "docs/a.b.mdx"}, {"path": "docs/1.markdown"}]
    names = name_documents(posts, "docs")
    assert names["docs/a.md"] == names["docs/a"] == names["a.md"] == names["a"] == 0
    assert names["a.b"] == 1
    assert names["1"] == 2
    assert name_documents([], "") == {}
