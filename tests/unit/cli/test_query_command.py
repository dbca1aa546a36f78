"""`inkdex query`."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run


def first_url(run: Run, dist: Path, *arguments: object) -> str:
    result = run("query", dist, *arguments, "--json")
    assert result.exit_code == 0, result.output
    url: str = json.loads(result.stdout)["results"][0]["url"]
    return url


@pytest.mark.parametrize("words", ["compost", "compots", "compo", "turning the heap", "tag:start gardens"])
def test_words_typos_prefixes_and_filters_find_the_page(run: Run, dist: Path, words: str) -> None:
    assert first_url(run, dist, words) == ("/" if "gardens" in words else "/guide/compost/")


def test_a_paraphrase_finds_the_page_by_meaning(run: Run, dist: Path) -> None:
    assert first_url(run, dist, "irrigate flowers in the morning") == "/guide/watering/"
    result = run("query", dist, "irrigate flowers", "--words-only", "--json")
    assert json.loads(result.stdout)["results"] == []


def test_results_for_people(run: Run, dist: Path) -> None:
    result = run("query", dist, "turn", "the", "heap", "--limit", "1", "--words-only")
    assert result.exit_code == 0
    assert " 1. Compost" in result.stdout
    assert "/guide/compost/#turning-the-heap" in result.stdout
    assert "§ Turning the heap" in result.stdout
    assert "Turn the heap every fortnight." in result.stdout


def test_a_correction_is_told(run: Run, dist: Path) -> None:
    assert "“compost”" in run("query", dist, "compots ", "--words-only").stdout


def test_a_file_of_queries_is_answered_line_by_line(run: Run, dist: Path, tmp_path: Path) -> None:
    (tmp_path / "queries.txt").write_text("compost\n\nroses\n")
    result = run("query", dist, "--file", tmp_path / "queries.txt", "--json", "--timing")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["query"] for answer in answers] == ["compost", "roses"]
    assert "p95" in result.stderr


def test_queries_from_standard_input(run: Run, dist: Path) -> None:
    result = run("query", dist, "--file", "-", "--json", input="roses\n")
    assert json.loads(result.stdout)["results"][0]["url"] == "/guide/watering/"


def test_words_or_a_file(run: Run, dist: Path, tmp_path: Path) -> None:
    assert run("query", dist).exit_code == 2
    assert run("query", dist, "x", "--file", tmp_path / "q").exit_code == 2
    (tmp_path / "empty").write_text("\n")
    assert run("query", dist, "--file", tmp_path / "empty").exit_code == 1
    assert run("query", dist, "--file", tmp_path / "missing").exit_code == 1


def test_control_characters_of_a_page_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.md").write_text("# Title\n\nevil \x1b]0;owned\x07 words\n")
    run("build", tmp_path / "site", "--out", tmp_path / "dist", "--embedder", "none", "--quiet")
    assert "\x1b" not in run("query", tmp_path / "dist", "evil").stdout


def test_which_site(run: Run, dist: Path, tmp_path: Path) -> None:
    assert "is no folder" in run("query", tmp_path / "no", "x").stderr
    assert "no built site" in run("query", tmp_path, "x").stderr
    shutil.copytree(dist / "site", dist / "other")
    several = run("query", dist, "x")
    assert several.exit_code == 1
    assert "other, site" in several.stderr
    assert run("query", dist, "compost", "--site", "site").exit_code == 0
    assert "holds no site 'third'" in run("query", dist, "x", "--site", "third").stderr


def test_a_missing_shard_names_the_way_out(run: Run, dist: Path) -> None:
    shutil.rmtree(dist / "objects")
    result = run("query", dist, "compost")
    assert result.exit_code == 1
    assert "inkdex verify" in result.stderr
