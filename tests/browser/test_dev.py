"""An author edits pages while `inkdex dev` runs."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.dev_server import REPOSITORY, DevServer, start_dev_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser.conftest import OpenPage


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A copy of the examples, to be edited."""
    folder = tmp_path / "docs"
    shutil.copytree(REPOSITORY / "examples" / "docs", folder, ignore=shutil.ignore_patterns(".inkdex"))
    return folder


@pytest.fixture
def server(docs: Path) -> Iterator[DevServer]:
    with start_dev_server(docs, "--words-only") as server:
        yield server


def test_what_is_saved_is_found(docs: Path, server: DevServer, open_page: OpenPage) -> None:
    page = open_page()
    page.goto(f"{server.url}?q=zebrafinch")
    expect(page.locator("[part=message][data-state=nothing]")).to_be_visible()
    edited = docs / "getting-started.md"
    edited.write_text(edited.read_text("utf-8") + "\n## Birds\n\nA zebrafinch sings.\n", "utf-8")
    server.wait_for(re.compile("getting-started.md: rebuilt"))
    page.reload()
    expect(page.get_by_role("option", name="Birds")).to_have_attribute("href", "/getting-started/#birds")


def test_an_open_page_answers_anew_by_itself(docs: Path, server: DevServer, open_page: OpenPage) -> None:
    page = open_page()
    with page.expect_request("**/_inkdex/events"):
        page.goto(f"{server.url}?q=zebrafinch")
    expect(page.locator("[part=message][data-state=nothing]")).to_be_visible()
    (docs / "birds.md").write_text("# Birds\n\nA zebrafinch sings.\n", "utf-8")
    expect(page.locator("[part~=result]")).to_contain_text("A zebrafinch sings.", timeout=30_000)


def test_ctrl_c_stops_it_at_once_and_without_an_error(docs: Path) -> None:
    with start_dev_server(docs, "--words-only") as server:
        assert server.stop() in {0, 130}
        assert "Traceback" not in server.output
