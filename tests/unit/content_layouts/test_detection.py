"""Choosing a layout for a folder: tests/cases/layouts/detection.toml holds the trees."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from shared.domain.content.layouts import CONFIG_FILES, Detection, detect_layout, find_root, make_layout

if TYPE_CHECKING:
    from shared.domain.content.layout import Layout

TREES = tomllib.loads((Path(__file__).parents[2] / "cases" / "layouts" / "detection.toml").read_text())["trees"]


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: f"{tree['layout']}-{tree['evidence'].split(' ')[0]}")
def test_folder_is_recognised(tree: dict[str, Any]) -> None:
    files: dict[str, str] = tree["files"]
    assert detect_layout(sorted(files), files.get) == Detection(tree["layout"], tree["root"], tree["evidence"])


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: f"{tree['layout']}-{tree['evidence'].split(' ')[0]}")
def test_a_named_layout_gets_the_root_that_detection_finds(tree: dict[str, Any]) -> None:
    files: dict[str, str] = tree["files"]
    assert find_root(tree["layout"], sorted(files), files.get) == tree["root"]


def test_a_named_layout_whose_folder_is_missing_takes_the_source_folder() -> None:
    assert find_root("hugo", ["posts/a.md"], {}.get) == ""


def test_only_configuration_files_are_read() -> None:
    asked: list[str] = []
    detect_layout(["README.md", "hugo.toml", "secret.txt"], lambda path: asked.append(path))
    assert asked == ["hugo.toml"]


def test_an_unreadable_configuration_is_as_if_it_were_not_there() -> None:
    assert detect_layout(["mkdocs.yml"], lambda path: None).name == "plain"


def test_configuration_files_are_clean_relative_paths() -> None:
    assert {"hugo.toml", "docs/.vitepress/config.ts", "website/docusaurus.config.js", "package.json"} <= {*CONFIG_FILES}
    assert not [path for path in CONFIG_FILES if path.startswith("/") or ".." in path]


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: f"{tree['layout']}-{tree['evidence'].split(' ')[0]}")
def test_a_detected_layout_finds_pages(tree: dict[str, Any]) -> None:
    files: dict[str, str] = tree["files"]
    config_texts = {path: text for path, text in files.items() if path in CONFIG_FILES}
    layout = make_layout(
        tree["layout"], tree["root"], config_texts=config_texts, base_url="/", language="en", paths=files
    )
    assert any(layout.is_page(path) for path in files)


def test_made_layouts_keep_the_contract() -> None:
    layout: Layout = make_layout("hugo", "content/", config_texts={}, base_url="/", language="en")
    assert (layout.name, layout.root) == ("hugo", "content")


def test_auto_makes_the_plain_layout() -> None:
    assert make_layout("auto", "", config_texts={}, base_url="/", language="en").name == "plain"
