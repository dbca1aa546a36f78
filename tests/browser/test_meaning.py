"""A visitor asks in other words than the page's, on plain static hosting: no ranges, no server of ours, no key."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.built_site import build_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import OpenPage

PAGES = {
    "bill": "# Lowering the bill\n\nReduce expenses each month with a smaller plan.\n",
    "kittens": "# Kittens\n\nThey sleep all day and chase mice at night.\n",
    "platform": "# Trains\n\nThe express leaves from platform nine each morning.\n",
    "soup": "# Tomato soup\n\nBoil the vegetables, then season with salt and pepper.\n",
}
PARAPHRASES = {
    "save money": "bill",
    "animals": "kittens",
    "railway station": "platform",
    "cooking recipe": "soup",
}
SCRIPT = """
import { createSearch } from "/engine.js";

window.ask = async (text, options) => {
  const search = await createSearch({ base: "/", site: "site", ...options });
  const updates = [];
  const onUpdate = ({ meaning, results }) => updates.push([meaning, results.length]);
  const { meaning, results } = await search.query(`${text} `, { onUpdate });
  return { updates, meaning, urls: results.map(({ url }) => url) };
};
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("meaning")
    (root / "source").mkdir()
    for name, text in PAGES.items():
        (root / "source" / f"{name}.md").write_text(text, "utf-8")
    (root / "source" / "inkdex.toml").write_text('[site]\nname = "site"\n[content]\nlayout = "plain"\n', "utf-8")
    build_folder(root / "source", root / "dist")
    (root / "dist" / "ask.js").write_text(SCRIPT, "utf-8")
    (root / "dist" / "ask.html").write_text(
        '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/ask.js"></script>', "utf-8"
    )
    return root / "dist"


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Python's own file server, which answers a request for a range with the whole file."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    with closing(process.stdout):
        try:
            found = re.search(r"http://\S+?(?=/? ?\))", process.stdout.readline())
            assert found
            yield found.group()
        finally:
            process.kill()
            process.wait()


def ask(page: Page, url: str, text: str, **options: str) -> dict[str, Any]:
    page.goto(f"{url}/ask.html")
    page.wait_for_function("window.ask")
    answer: dict[str, Any] = page.evaluate("([text, options]) => ask(text, options)", [text, options])
    return answer


def test_a_paraphrase_finds_the_page_that_has_none_of_its_words(folder: Path, open_page: OpenPage) -> None:
    page = open_page()
    with serve(folder) as url:
        for text, name in PARAPHRASES.items():
            assert not set(text.split()) & set(re.findall(r"\w+", PAGES[name].lower()))
            answer = ask(page, url, text)
            assert answer["meaning"] == "used"
            assert answer["urls"][:1] == [f"/{name}/"], text


def test_words_come_first_and_meaning_follows(folder: Path, open_page: OpenPage) -> None:
    with serve(folder) as url:
        answer = ask(open_page(), url, "each")
    assert answer["updates"] == [["pending", 2]]
    assert answer["meaning"] == "used"
    assert set(answer["urls"]) >= {"/bill/", "/platform/"}


def test_when_the_service_that_embeds_queries_is_down_words_answer(
    folder: Path, tmp_path: Path, open_any: OpenPage
) -> None:
    """Its site says that a service makes the vectors of queries."""
    copy = tmp_path / "dist"
    shutil.copytree(folder, copy)
    pointer = copy / "site" / "current.json"
    fields = json.loads(pointer.read_bytes())
    fields["content"]["vectors"]["model"] = "openai/text-embedding-3-small@128"
    pointer.write_text(json.dumps(fields), "utf-8")
    with serve(copy) as url:
        answer = ask(open_any(), url, "each", embed="http://127.0.0.1:9/api/embed")
    assert answer["meaning"] == "unavailable"
    assert sorted(answer["urls"]) == ["/bill/", "/platform/"]
