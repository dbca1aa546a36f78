"""The web client's own checks, so that one command runs all tests: types, lint, unit tests, and the page's build."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from shared.adapters.local.web_client import find_program
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


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web-client")
    run_npm("run", "build", "--", "--outDir", str(folder))
    return folder


def test_the_page_builds_without_inline_code(built: Path) -> None:
    page = (built / "index.html").read_text("utf-8")
    assert "%INKDEX_SITE%" in page
    assert "<style" not in page
    assert sorted(re.findall("<script (.*?)>", page)) == sorted(
        re.findall('<script (type="module"[^>]* src=.*?)>', page)
    )
    assert '<script type="module" src="/_inkdex/inkdex-search.js"></script>' in page


def test_the_component_imports_by_relative_addresses_only(built: Path) -> None:
    """So that it works wherever a site puts it."""
    for script in [built / "inkdex-search.js", built / "engine.js", *built.glob("assets/*.js")]:
        assert "/_inkdex/" not in script.read_text("utf-8").replace("`/_inkdex/", "").replace("\\/_inkdex\\/", ""), (
            script.name
        )


def test_hashes_are_those_of_the_files(built: Path) -> None:
    files = json.loads((built / "integrity.json").read_text("utf-8"))["files"]
    assert {"inkdex-search.js", "engine.js"} < set(files)
    for name, file in files.items():
        content = (built / name).read_bytes()
        assert file["integrity"] == "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode()
        assert file["bytes"] == len(content)
    loaded = {re.sub(r"assets/([\w-]+)-[\w-]{8}\.js", r"\1", name) for name in files}
    assert {"engine.js", "english", "german", "de", "ja"} < loaded
    assert "index.html" not in files


def test_the_component_keeps_its_budget(built: Path) -> None:
    """What every page loads that has the component, before anybody searches: 12.5 kB, compressed by Brotli."""
    files = json.loads((built / "integrity.json").read_text("utf-8"))["files"]
    statically = re.findall(r"""\bimport(?:[^("'`]*?from)?["'`]""", (built / "inkdex-search.js").read_text("utf-8"))
    assert statically == []
    assert files["inkdex-search.js"]["brotli"] <= 12_500


def test_the_types_can_be_used(built: Path, installed_web_client: Path) -> None:
    """A site in TypeScript, strict and checking libraries, listens to an event and asks the engine."""
    site = built / "site"
    site.mkdir()
    (site / "page.ts").write_text(
        'import { InkdexSearch } from "../inkdex-search.js";\n'
        'import { createSearch, type SearchAnswer } from "../engine.js";\n'
        'const search: InkdexSearch = document.createElement("inkdex-search");\n'
        'search.addEventListener("inkdex:select", ({ detail }) => detail.url.length);\n'
        "export const answer = async (): Promise<SearchAnswer> =>\n"
        '  (await createSearch({ base: "/search/", site: "docs" })).query("word");\n'
    )
    compiler = installed_web_client / "node_modules" / "typescript" / "bin" / "tsc"
    options = ["--noEmit", "--strict", "--target", "es2024", "--module", "esnext", "--moduleResolution", "bundler"]
    done = subprocess.run(
        [find_program("node"), compiler, *options, "--types", "", "--lib", "es2024,dom,dom.iterable", site / "page.ts"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_lock_file_names_no_registry(installed_web_client: Path) -> None:
    lock = json.loads((installed_web_client / "package-lock.json").read_text("utf-8"))
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []
