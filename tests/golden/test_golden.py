"""The browser's engine finds what Python finds: the same documents and sections, in one order, with equal scores."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from shared.cli.build_progress import SilentObserver
from shared.cli.local_build import LocalBuild, open_folder
from shared.usecases.search_site import open_site
from tests.client.npm import run_npm
from tests.golden.golden_queries import GoldenQuery, answer_of, make_queries
from tests.golden.golden_site import write_long_pages, write_site

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "docs"
TAGS = ("guide", "how to", "Résumé", "C++", "news", "reference")


@dataclass(frozen=True)
class GoldenCase:
    language: str
    pages: int
    queries: int
    with_examples: bool = False
    with_long_pages: bool = False


@pytest.mark.usefixtures("installed_web_client")
@pytest.mark.parametrize(
    "case",
    [
        # More documents than are ranked, and lists of which only the beginning counts.
        GoldenCase("en", pages=320, queries=500, with_examples=True, with_long_pages=True),
        GoldenCase("de", pages=40, queries=300),
        GoldenCase("ja", pages=40, queries=300),
    ],
    ids=lambda case: case.language,
)
async def test_the_browser_finds_what_python_finds(case: GoldenCase, tmp_path: Path) -> None:
    rng = Random(f"inkdex {case.language}")
    source = tmp_path / "source"
    if case.with_examples:
        shutil.copytree(EXAMPLES, source, ignore=shutil.ignore_patterns(".inkdex"))
    write_site(source, case.language, rng, case.pages)
    if case.with_long_pages:
        write_long_pages(source, case.language, rng)
    await _build(source, tmp_path / "site")
    texts = [path.read_text("utf-8") for path in sorted(source.rglob("*.md"))]
    queries = make_queries(texts, TAGS, rng, case.queries)
    expected = await _find_expected(tmp_path / "site", queries)
    _check_variety(expected)
    (tmp_path / "expected.json").write_text(
        json.dumps({"site": "docs", "meaning": "off", "queries": expected}), "utf-8"
    )

    output = run_npm("run", "test:golden", env={"INKDEX_GOLDEN": str(tmp_path)})
    # Each query once against what Python finds, and once against the browser's own answer from search.db.
    assert f"{2 * len(queries)} passed" in output, output


async def _build(source: Path, out: Path) -> None:
    """Build with words only."""
    folder = open_folder(source, out, overrides={"embedder": {"kind": "none"}})
    async with LocalBuild.open(folder, jobs=1, say=print) as build:
        await build.run(SilentObserver(), wait_s=60)


async def _find_expected(out: Path, queries: Sequence[GoldenQuery]) -> list[dict[str, Any]]:
    def read(name: str) -> bytes | None:
        path = out / name
        return path.read_bytes() if path.is_file() else None

    search = open_site("docs", read, lambda _: None)
    return [await answer_of(search, query) for query in queries]


def _check_variety(expected: Sequence[Mapping[str, Any]]) -> None:
    """Queries that find nothing prove little: most find something, some do not, and some are corrected."""
    found = sum(bool(answer["results"]) for answer in expected)
    assert len(expected) * 0.5 < found < len(expected) * 0.95, found
    assert sum(bool(answer["corrections"]) for answer in expected) > 5
    scores = [[result["score"] for result in answer["results"]] for answer in expected]
    assert any(len(each) > len(set(each)) for each in scores), "no ties"
