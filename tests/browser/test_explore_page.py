"""A visitor asks the database of `examples/docs` in SQL, on the page that `inkdex dev` serves at /explore."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import find_violations
from tests.browser.conftest import SCREENSHOTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Download, Locator, Page

    from tests.browser.chromium import ColorScheme, Device
    from tests.browser.conftest import OpenPage
    from tests.browser.dev_server import DevServer

ENDLESS = "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
ROWS_TIMEOUT_MS = 30_000
"""SQLite is compiled when the first database opens."""


def editor(page: Page) -> Locator:
    return page.get_by_role("textbox", name="SQL")


def cells(page: Page) -> Locator:
    return page.get_by_test_id("result").locator("td")


def status(page: Page) -> Locator:
    return page.get_by_test_id("status")


def ask(page: Page, sql: str) -> None:
    editor(page).fill(sql)
    page.get_by_role("button", name="Run", exact=True).click()


@pytest.fixture
def explore(open_page: OpenPage, examples: DevServer) -> Page:
    """The page on a desktop, with an open database."""
    return opened(open_page(), examples)


def opened(page: Page, server: DevServer) -> Page:
    page.goto(urljoin(server.url, "explore"))
    expect(status(page)).to_have_text("The database is open.", timeout=ROWS_TIMEOUT_MS)
    return page


@pytest.fixture
def database(explore: Page, examples: DevServer, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The same file, opened by Python."""
    base = examples.url
    manifest = explore.request.get(urljoin(base, "docs/current.json")).json()["manifest"]
    path = tmp_path / "search.db"
    path.write_bytes(explore.request.get(urljoin(base, manifest.replace("manifest.json", "search.db"))).body())
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def test_every_example_runs_and_most_find_something(explore: Page) -> None:
    buttons = explore.get_by_test_id("examples").get_by_role("button")
    count = buttons.count()
    assert count >= 10
    found = 0
    for place in range(count):
        buttons.nth(place).click()
        expect(status(explore)).to_have_text(re.compile(r"^\d+ rows?, in [\d.]+ ms\.$"))
        expect(explore.get_by_test_id("error")).to_be_hidden()
        expect(explore.get_by_test_id("result")).to_be_visible()
        found += cells(explore).count() > 0
    assert found >= count // 2


def test_an_answer_is_what_sqlite_gives_elsewhere(explore: Page, database: sqlite3.Connection) -> None:
    sql = "SELECT url, word_count, image FROM documents ORDER BY id"
    ask(explore, sql)
    expect(status(explore)).to_contain_text("rows, in")
    expected = [str("NULL" if value is None else value) for row in database.execute(sql) for value in row]
    assert cells(explore).all_inner_texts() == expected
    expect(explore.get_by_test_id("result").locator("td.null").first).to_have_text("NULL")
    right = explore.get_by_test_id("result").locator("td.number").first
    assert right.evaluate("cell => getComputedStyle(cell).textAlign") == "end"


def test_columns_sort_by_a_click_and_say_so(explore: Page) -> None:
    ask(explore, "WITH t(name, size) AS (VALUES ('b', 10), ('a', NULL), ('c', 9)) SELECT * FROM t")
    heading = explore.get_by_role("columnheader", name="size")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    expect(cells(explore)).to_have_text(["a", "NULL", "c", "9", "b", "10"])
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    expect(cells(explore)).to_have_text(["b", "10", "c", "9", "a", "NULL"])


def test_headings_stay_while_rows_move(explore: Page) -> None:
    ask(explore, "SELECT word, count FROM words")
    heading = explore.get_by_role("columnheader", name="word")
    expect(heading).to_be_visible()
    box = explore.get_by_test_id("result")
    before = heading.bounding_box()
    box.evaluate("box => box.scrollTo(0, 5000)")
    assert box.evaluate("box => box.scrollTop") > 500
    assert heading.bounding_box() == before


def test_the_first_thousand_rows_are_shown_and_all_are_downloaded(explore: Page, tmp_path: Path) -> None:
    ask(
        explore,
        "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 2500)\n"
        "SELECT i, CASE i WHEN 1 THEN NULL WHEN 2 THEN '' ELSE 'a \"b\", c' END AS text, x'01ff' AS bytes,"
        " 9007199254740993 AS big FROM n",
    )
    expect(status(explore)).to_contain_text("The first 1,000 rows")
    assert explore.get_by_test_id("result").locator("tbody tr").count() == 1_000

    rows = list(csv.reader(download(explore, "CSV", tmp_path).read_text("utf-8").splitlines()))
    assert rows[0] == ["i", "text", "bytes", "big"]
    assert len(rows) == 2_501
    assert rows[3] == ["3", 'a "b", c', "01ff", "9007199254740993"]
    objects = json.loads(download(explore, "JSON", tmp_path).read_text("utf-8"))
    assert len(objects) == 2_500
    assert objects[:2] == [
        {"i": 1, "text": None, "bytes": "01ff", "big": "9007199254740993"},
        {"i": 2, "text": "", "bytes": "01ff", "big": "9007199254740993"},
    ]
    expect(status(explore)).to_have_text("2,500 rows downloaded.")


def download(page: Page, name: str, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"Download {name}").click()
    found: Download = waiting.value
    assert found.suggested_filename == f"docs.{name.lower()}"
    path = folder / found.suggested_filename
    found.save_as(path)
    return path


def test_an_endless_statement_is_stopped_and_the_next_one_answered(explore: Page) -> None:
    ask(explore, ENDLESS)
    stop = explore.get_by_role("button", name="Stop")
    expect(stop).to_be_enabled()
    expect(explore.get_by_role("button", name="Run", exact=True)).to_be_disabled()
    stop.click()
    expect(status(explore)).to_have_text(re.compile(r"^Stopped after \d+\.\d s\.$"))
    expect(stop).to_be_disabled()
    ask(explore, "SELECT count(*) > 0 FROM documents")
    expect(cells(explore)).to_have_text(["1"], timeout=ROWS_TIMEOUT_MS)


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM documents",
        "WITH gone AS (SELECT 0) DELETE FROM documents",
        "ATTACH ':memory:' AS other",
        "PRAGMA query_only = 0",
        "CREATE TEMP TABLE t (a)",
    ],
)
def test_statements_that_write_are_refused(explore: Page, sql: str) -> None:
    ask(explore, sql)
    expect(explore.get_by_test_id("error")).to_be_visible()
    expect(explore.get_by_test_id("error")).to_contain_text(re.compile("only read|readonly"))
    ask(explore, "SELECT count(*) > 10 FROM documents")
    expect(cells(explore)).to_have_text(["1"])


def test_an_error_has_sqlites_words_and_the_line_in_the_editor(explore: Page) -> None:
    ask(explore, "-- pages\nSELECT url\nFROM documents\nWHERE wordcount > 1")
    error = explore.get_by_role("alert")
    expect(error).to_contain_text("Line 4: no such column: wordcount")
    assert editor(explore).evaluate("box => box.value.slice(box.selectionStart)") == "WHERE wordcount > 1"
    # A selection is run alone; its lines are counted in the editor all the same.
    editor(explore).fill("SELECT 1;\n\nSELECT FROM x")
    editor(explore).evaluate("box => box.setSelectionRange(11, box.value.length)")
    editor(explore).press("Control+Enter")
    expect(error).to_contain_text('Line 3: near "FROM": syntax error')


def test_the_keyboard_runs_indents_and_leaves_the_editor(explore: Page) -> None:
    editor(explore).fill("SELECT")
    editor(explore).press("Tab")
    explore.keyboard.type("'yes'")
    expect(editor(explore)).to_have_value("SELECT  'yes'")
    explore.keyboard.press("Control+Enter")
    expect(cells(explore)).to_have_text(["yes"])
    explore.keyboard.press("Control+z")
    assert editor(explore).input_value() != "SELECT  'yes'"
    explore.keyboard.press("Escape")
    explore.keyboard.press("Tab")
    expect(explore.get_by_role("button", name="Run", exact=True)).to_be_focused()


def test_the_schema_lists_tables_and_a_click_inserts_names(explore: Page) -> None:
    table = explore.get_by_test_id("table").filter(has_text="documents ").first
    table.locator("summary").click()
    editor(explore).fill("SELECT ")
    table.get_by_role("button", name=re.compile("^word_count")).click()
    expect(editor(explore)).to_have_value("SELECT word_count")
    expect(editor(explore)).to_be_focused()
    table.get_by_role("button", name="Show rows of documents").click()
    expect(status(explore)).to_contain_text("rows, in")
    expect(explore.get_by_role("columnheader", name="path")).to_be_visible()
    names = explore.get_by_test_id("table").locator("summary").all_inner_texts()
    assert {name.split()[0] for name in names} >= {"documents", "sections", "terms", "broken_links"}


def test_a_link_with_a_statement_runs_it(open_page: OpenPage, examples: DevServer) -> None:
    page = open_page()
    page.goto(urljoin(examples.url, "explore?sql=" + quote("SELECT 6 * 7 AS answer")))
    expect(editor(page)).to_have_value("SELECT 6 * 7 AS answer")
    expect(cells(page)).to_have_text(["42"], timeout=ROWS_TIMEOUT_MS)
    ask(page, "SELECT 'ä & b'")
    expect(cells(page)).to_have_text(["ä & b"])
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(cells(page)).to_have_text(["ä & b"], timeout=ROWS_TIMEOUT_MS)


def test_statements_are_remembered_on_this_device(explore: Page, examples: DevServer) -> None:
    ask(explore, "SELECT 'remembered'")
    expect(cells(explore)).to_have_text(["remembered"])
    explore.goto(urljoin(examples.url, "explore"))
    explore.get_by_text("History", exact=True).click()
    explore.get_by_test_id("history").get_by_role("button", name="SELECT 'remembered'").click()
    expect(editor(explore)).to_have_value("SELECT 'remembered'")
    explore.get_by_role("button", name="Clear the history").click()
    expect(explore.get_by_test_id("history")).to_contain_text("kept here, on this device only")


def test_text_of_the_site_stays_text(explore: Page) -> None:
    ask(explore, "SELECT '<img src=x onerror=alert(1)>' AS \"<b>name</b>\", 'javascript:alert(1)' AS url")
    expect(cells(explore)).to_have_text(["<img src=x onerror=alert(1)>", "javascript:alert(1)"])
    assert explore.get_by_test_id("result").locator("img, b, a").count() == 0


def test_a_failed_download_is_told_and_tried_again(open_page: OpenPage, examples: DevServer) -> None:
    page = open_page()
    # Nothing at all arrives. A status that tells of a failure would be logged by the browser, which tests forbid.
    page.route("**/search.db", lambda route: route.fulfill(status=200, body=b""), times=1)
    page.goto(urljoin(examples.url, "explore"))
    expect(page.get_by_test_id("error")).to_contain_text("The database is damaged")
    page.get_by_role("button", name="Try again").click()
    expect(status(page)).to_have_text("The database is open.", timeout=ROWS_TIMEOUT_MS)


def test_the_page_runs_under_a_strict_policy_and_asks_nobody_else(open_page: OpenPage, examples: DevServer) -> None:
    page = open_page()
    hosts = set()
    page.on("request", lambda request: hosts.add(re.sub(r"(https?://[^/]+/).*", r"\1", request.url)))
    response = page.goto(urljoin(examples.url, "explore"))
    assert response is not None
    assert "script-src 'self' 'wasm-unsafe-eval'" in response.headers["content-security-policy"]
    expect(status(page)).to_have_text("The database is open.", timeout=ROWS_TIMEOUT_MS)
    assert hosts == {examples.url}
    assert page.locator("script:not([src]), style, [style], [onclick]").count() == 0


def test_searching_never_loads_sqlite(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.get_by_role("combobox").fill("revision")
    expect(page.locator("[part~=result]").first).to_be_visible()
    assert [url for url in asked if re.search(r"\.wasm|worker|\.db$|explore", url)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", ["phone", "desktop"])
def test_the_page_fits_its_screen_and_everybody_can_use_it(
    device: Device, scheme: ColorScheme, open_page: OpenPage, examples: DevServer
) -> None:
    page = opened(open_page(device, scheme), examples)
    inspect(page, f"start-{device}-{scheme}")
    ask(page, "SELECT * FROM documents")
    expect(status(page)).to_contain_text("rows, in")
    inspect(page, f"result-{device}-{scheme}")
    ask(page, "SELECT nothing\nFROM nowhere")
    expect(page.get_by_role("alert")).to_be_visible()
    inspect(page, f"error-{device}-{scheme}")


def inspect(page: Page, name: str) -> None:
    """Keep a picture, and check that nothing reaches beyond the screen's width and that axe finds no fault."""
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"explore-{name}.png", full_page=True)
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0, f"{name}: {overflow} pixels too wide"
    assert find_violations(page) == []
