"""Anchors agree with the real implementations, which wrote tests/cases/layouts/anchors.*.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shared.domain.content.layouts import make_layout, sluggers

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).parents[2] / "cases" / "layouts"
SLUGGERS: dict[str, Callable[[], Callable[[str], str]]] = {
    "github": sluggers.new_github_slugger,
    "hugo": sluggers.new_goldmark_slugger,
    "kramdown": lambda: sluggers.new_kramdown_slugger(github_flavoured=False),
    "kramdown_gfm": lambda: sluggers.new_kramdown_slugger(github_flavoured=True),
    "python_markdown": sluggers.new_python_markdown_slugger,
    "vitepress": sluggers.new_vitepress_slugger,
}
PAGES = [
    pytest.param(name, page["headings"], page["anchors"], id=f"{name}-{number}")
    for name in SLUGGERS
    for number, page in enumerate(json.loads((CASES / f"anchors.{name}.json").read_text())["pages"])
]


@pytest.mark.parametrize(("name", "headings", "anchors"), PAGES)
def test_anchors_are_those_of_the_real_implementation(name: str, headings: list[str], anchors: list[str]) -> None:
    slugger = SLUGGERS[name]()
    assert [slugger(heading) for heading in headings] == anchors


@pytest.mark.parametrize(
    ("layout", "config", "anchor"),
    [
        ("plain", {}, "über-c-1"),
        ("hugo", {}, "über-c-1"),
        ("hugo", {"hugo.toml": '[markup.goldmark.parser]\nautoHeadingIDType = "github-ascii"'}, "uber-c-1"),
        ("jekyll", {}, "über-c-1"),
        ("jekyll", {"_config.yml": "kramdown: {input: kramdown}"}, "ber-c-1"),
        ("astro", {}, "über-c-1"),
        ("starlight", {}, "über-c-1"),
        ("docusaurus", {}, "über-c-1"),
        ("mkdocs", {}, "uber-c-1"),
        ("mkdocs", {"mkdocs.yml": "x: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}"}, "über-c-1"),
        ("vitepress", {}, "uber-c-1"),
        ("eleventy", {}, "über-c-1"),
    ],
)
def test_each_layout_uses_its_own_anchors(layout: str, config: dict[str, str], anchor: str) -> None:
    made = make_layout(layout, "", config_texts=config, base_url="/", language="en")  # type: ignore[arg-type]
    assert made.new_slugger()("Über C 1") == anchor


def test_each_page_starts_counting_anew() -> None:
    made = make_layout("plain", "", config_texts={}, base_url="/", language="en")
    assert made.new_slugger()("Same") == made.new_slugger()("Same") == "same"
