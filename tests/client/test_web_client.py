"""The web client's own checks, so that one command runs all tests: types, lint, unit tests, and the page's build."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.client.npm import run_npm

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("installed_web_client")


def test_types_are_sound() -> None:
    run_npm("run", "typecheck")


def test_lint_and_format_find_nothing() -> None:
    run_npm("run", "lint")


def test_unit_tests_pass() -> None:
    run_npm("test")


def test_the_page_builds_without_inline_code(tmp_path: Path) -> None:
    run_npm("run", "build", "--", "--outDir", str(tmp_path), "--emptyOutDir")
    page = (tmp_path / "index.html").read_text("utf-8")
    assert 'src="/_inkdex/assets/' in page
    assert "%INKDEX_SITE%" in page
    assert "<style" not in page
    assert page.count("<script") == page.count('<script type="module" crossorigin src=')


def test_the_lock_file_names_no_registry(installed_web_client: Path) -> None:
    lock = json.loads((installed_web_client / "package-lock.json").read_text("utf-8"))
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []
