"""A visitor keeps the search of a site on the device, and searches in flight mode."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Error, expect

from tests.browser.accessibility import find_violations
from tests.browser.chromium import FaultLog, open_context
from tests.browser.conftest import take_picture
from tests.browser.dev_server import REPOSITORY, start_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Locator, Page

    from tests.browser.dev_server import DevServer

QUERIES = (
    "near-duplicates",
    "roll back a revison ",
    '"search page"',
    "tag:sql",
    "completion of the last word",
    "url -sql",
)
STORING_MS = 60_000
_ANSWERS = """
async (queries) => {
  const { createSearch } = await import("/_inkdex/engine.js");
  const engine = await createSearch({ base: "/", site: "docs" });
  const answers = [];
  for (const query of queries) {
    const { took_ms, ...answer } = await engine.query(query, { meaning: "off" });
    answers.push(answer);
  }
  return answers;
}
"""
_NO_NETWORK = re.compile(r"ERR_INTERNET_DISCONNECTED|Failed to fetch|net::ERR_FAILED")


class PublishedSite:
    """A site of its own, built and served. `write` changes a page of it and publishes a new revision."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "source"
        self.dist = folder / "dist"
        shutil.copytree(REPOSITORY / "examples/docs", self.source, ignore=shutil.ignore_patterns(".inkdex"))

    def build(self) -> None:
        inkdex = Path(sys.executable).with_name("inkdex")
        subprocess.run(
            [inkdex, "build", self.source, "--out", self.dist], cwd=REPOSITORY, check=True, capture_output=True
        )

    def write(self, name: str, text: str) -> None:
        (self.source / name).write_text(text, "utf-8")
        self.build()

    @property
    def database(self) -> Path:
        (path,) = sorted((self.dist / "docs/revisions").glob("*/search.db"))
        return path


@pytest.fixture
def site(tmp_path: Path) -> PublishedSite:
    site = PublishedSite(tmp_path)
    site.build()
    return site


@pytest.fixture
def server(site: PublishedSite) -> Iterator[DevServer]:
    with start_server("serve", site.dist) as server:
        yield server


@pytest.fixture
def page(browser: Browser, server: DevServer) -> Iterator[Page]:
    """The search page in a new profile. Complaints that are not about the missing network fail the test."""
    context = open_context(browser, "desktop")
    page = context.new_page()
    log = FaultLog(page)
    page.goto(server.url)
    yield page
    context.close()
    assert [fault for fault in log.faults if not _NO_NETWORK.search(fault)] == []


def keep(page: Page) -> Locator:
    return page.get_by_role("button", name="Keep for offline use")


def note(page: Page) -> Locator:
    return page.get_by_test_id("offline-note")


def store(page: Page) -> None:
    keep(page).click()
    expect(note(page)).to_have_text(re.compile(r"^Available offline \(\d+\.\d MB\)\.$"), timeout=STORING_MS)


def search(page: Page, query: str) -> list[str]:
    """What is shown for a query: every result with its snippets."""
    results = page.locator("[part~=result]")
    page.get_by_role("combobox").fill("")
    expect(results).to_have_count(0)
    page.get_by_role("combobox").fill(query)
    expect(results.first).to_be_visible()
    return results.all_inner_texts()


def caches_of(page: Page) -> list[str]:
    return list(page.evaluate("caches.keys()"))


def registrations_of(page: Page) -> int:
    return int(page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)"))


def answer_by_words(page: Page) -> object:
    """Everything that the engine answers to the queries by words, with scores and snippets."""
    return page.evaluate(_ANSWERS, QUERIES)


def test_in_flight_mode_the_search_finds_what_it_found_before(page: Page, server: DevServer) -> None:
    expected = answer_by_words(page)
    store(page)
    page.context.set_offline(True)
    page.goto(server.url)
    assert answer_by_words(page) == expected
    assert all(search(page, query) for query in QUERIES)
    page.goto(f"{server.url}?q=sqlite")
    expect(page.locator("[part~=result]").first).to_be_visible()
    expect(note(page)).to_contain_text("Available offline")

    page.goto(f"{server.url}explore?sql=SELECT+count(*)+%3E+10+FROM+documents")
    expect(page.get_by_test_id("result").locator("td")).to_have_text(["1"], timeout=STORING_MS)


def test_with_a_copy_nothing_is_fetched_to_search_online_either(page: Page) -> None:
    store(page)
    page.reload()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    answer_by_words(page)
    assert [url for url in asked if "/objects/" in url] == []


def test_a_new_revision_replaces_the_copy_at_the_next_visit(page: Page, site: PublishedSite) -> None:
    store(page)
    before = caches_of(page)
    site.write("added.md", "# Added\n\nThe word quokka is new.\n")
    page.reload()
    page.wait_for_function(
        # In whatever order: Chromium lists them in one of its own.
        "(before) => caches.keys().then((now) => now.length === 2 && now.some((name) => !before.includes(name)))",
        arg=before,
        timeout=STORING_MS,
    )
    expect(note(page)).to_contain_text("Available offline", timeout=STORING_MS)
    page.context.set_offline(True)
    page.reload()
    assert "quokka" in search(page, "quokka")[0]


def test_a_copy_that_is_older_than_the_site_does_not_answer_online(page: Page, site: PublishedSite) -> None:
    store(page)
    page.route("**/offline.json", lambda route: route.abort())  # so that the copy stays as it is
    site.write("added.md", "# Added\n\nThe word quokka is new.\n")
    page.reload()
    assert "quokka" in search(page, "quokka")[0]


def test_removing_leaves_nothing_behind(page: Page, server: DevServer) -> None:
    store(page)
    assert len(caches_of(page)) == 2
    assert registrations_of(page) == 1
    page.get_by_role("button", name="Remove").click()
    expect(keep(page)).to_be_visible()
    expect(note(page)).to_have_text("")
    assert caches_of(page) == []
    assert registrations_of(page) == 0
    page.context.set_offline(True)
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(server.url)


def test_a_full_device_is_told_with_figures_and_keeps_nothing(page: Page, server: DevServer) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": server.url.rstrip("/"), "quotaSize": 500_000})
    keep(page).click()
    expect(note(page)).to_have_text(
        re.compile(r"^The copy needs \d+\.\d MB.*\. Free some space on the device, then try again\.$"),
        timeout=STORING_MS,
    )
    assert caches_of(page) == []
    session.send("Storage.overrideQuotaForOrigin", {"origin": server.url.rstrip("/")})
    page.get_by_role("button", name="Try again").click()
    expect(note(page)).to_contain_text("Available offline", timeout=STORING_MS)


def test_a_failed_download_is_told_and_keeps_nothing(browser: Browser, server: DevServer, site: PublishedSite) -> None:
    context = open_context(browser, "desktop")
    page = context.new_page()
    page.goto(server.url)
    away = site.database.rename(site.dist / "away.db")
    keep(page).click()
    expect(note(page)).to_contain_text("search.db: the server answered 404", timeout=STORING_MS)
    assert caches_of(page) == []
    away.rename(next((site.dist / "docs/revisions").iterdir()) / "search.db")
    page.get_by_role("button", name="Try again").click()
    expect(note(page)).to_contain_text("Available offline", timeout=STORING_MS)
    context.close()


def test_who_keeps_nothing_loads_nothing_for_it(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    search(page, "revision")
    expect(keep(page)).to_be_visible()
    assert [url for url in asked if re.search(r"offline|database|worker|\.wasm|\.db$", url)] == []
    assert caches_of(page) == []
    assert registrations_of(page) == 0


def test_what_is_still_being_written_is_not_offered(open_page: Callable[..., Page], examples: DevServer) -> None:
    page = open_page()
    page.goto(examples.url)
    search(page, "revision")
    expect(keep(page)).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_foot_fits_a_phone_and_everybody_can_use_it(browser: Browser, server: DevServer, scheme: Any) -> None:
    context = open_context(browser, "phone", scheme)
    page = context.new_page()
    page.goto(server.url)
    expect(keep(page)).to_be_visible()
    assert find_violations(page) == []
    store(page)
    take_picture(page, f"offline-stored-phone-{scheme}")
    assert find_violations(page) == []
    context.close()
