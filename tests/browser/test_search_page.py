"""A visitor searches the documentation in `examples/docs`, which the README's first command has built and serves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import take_picture

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Route

    from tests.browser.chromium import ColorScheme, Device
    from tests.browser.conftest import OpenPage
    from tests.browser.dev_server import DevServer


def results(page: Page) -> Locator:
    return page.locator("[part~=result]")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def box(page: Page) -> Locator:
    return page.get_by_role("combobox")


def message(page: Page, state: str) -> Locator:
    return page.locator(f"[part=message][data-state={state}]")


def test_a_typed_query_shows_pages_with_marked_snippets(page: Page) -> None:
    box(page).press_sequentially("near-duplicates")
    expect(results(page).first).to_be_visible()
    expect(page.locator("[part=status]")).to_contain_text(re.compile(r"\d+ pages?"))
    marks = results(page).locator("[part~=snippet] mark")
    expect(marks.first).to_be_visible()
    assert "duplicate" in marks.first.inner_text().lower()
    expect(page.locator("[part=announcement]")).to_contain_text("pages")


def test_a_misspelt_word_is_corrected(page: Page) -> None:
    box(page).fill("roll back a revison ")
    expect(page.locator("[part=correction]")).to_have_text("Showing results for revision instead of “revison”")
    expect(results(page).locator("mark", has_text=re.compile("revision", re.IGNORECASE)).first).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?q=roll\+back\+a\+revison$"))


def test_tags_narrow_what_was_found_and_the_newest_may_come_first(page: Page) -> None:
    box(page).fill("search ")
    others = results(page).filter(has_not=page.locator("[part=tag]", has_text="reference"))
    reference = page.get_by_role("button", name=re.compile("^reference"))
    reference.click()
    expect(reference).to_have_attribute("aria-pressed", "true")
    expect(others).to_have_count(0)
    assert results(page).count() > 1
    newest = page.get_by_role("button", name="Newest first")
    newest.click()
    expect(newest).to_have_attribute("aria-pressed", "true")
    dates = [moment.get_attribute("datetime") or "" for moment in results(page).locator("time").all()]
    assert len(dates) > 1
    assert dates == sorted(dates, reverse=True)
    reference.click()
    expect(reference).to_have_attribute("aria-pressed", "false")
    expect(others).not_to_have_count(0)


def test_the_keyboard_moves_through_results_and_opens_one(page: Page) -> None:
    def show_page(route: Route) -> None:
        route.fulfill(body="<!doctype html><title>A page of the site</title>", content_type="text/html")

    expect(box(page)).to_be_focused()
    page.keyboard.type("phrase")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(options(page).nth(0)).to_have_attribute("aria-selected", "true")
    expect(box(page)).to_be_focused()
    href = options(page).nth(0).get_attribute("href")
    assert href
    assert re.fullmatch(r"/([a-z-]+/)*(#[a-z0-9-]+)?", href)
    page.route(lambda url: url.endswith(href), show_page)
    page.keyboard.press("Enter")
    expect(page).to_have_title("A page of the site")
    assert page.url.endswith(href)
    page.go_back()
    expect(box(page)).to_have_value("phrase")
    expect(results(page).first).to_be_visible()


def test_a_link_with_a_query_shows_its_results(open_page: OpenPage, examples: DevServer) -> None:
    page = open_page()
    page.goto(f"{examples.url}?q=%22exact+phrase%22+tag%3Asearch")
    expect(box(page)).to_have_value('"exact phrase" tag:search')
    expect(message(page, "nothing").or_(results(page)).first).to_be_visible()
    page.goto(f"{examples.url}?q=sqlite")
    expect(results(page).first).to_be_visible()
    expect(page).to_have_title("sqlite – Search Inkdex documentation")


def test_what_is_not_there_is_said_and_escape_clears(page: Page) -> None:
    box(page).fill('"qqqqxyz"')  # meaning finds something for any word, but no phrase
    expect(message(page, "nothing")).to_contain_text("Nothing found for")
    expect(message(page, "nothing")).to_contain_text("qqqqxyz")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_value("")
    expect(box(page)).to_be_focused()
    expect(message(page, "start")).to_contain_text("exact phrase")
    expect(page).to_have_url(re.compile(r"/$"))


@pytest.mark.parametrize(
    ("query", "href"),
    [
        ("tag:sql", "/artifacts/sql/"),
        ('"static files" tag:overview', "/"),
        ("completion of the last word being typ", "/searching/query-syntax/"),
        ("how do I find out which of the links in all my pages lead nowhere at all", "/guide/site-report/"),
    ],
)
def test_filters_phrases_prefixes_and_prose_find_their_page(page: Page, query: str, href: str) -> None:
    box(page).fill(query)
    found = page.locator(f'[role=option][href="{href}"], [role=option][href^="{href}#"]')
    expect(found.first).to_be_visible()


def test_the_page_runs_under_a_strict_policy(open_page: OpenPage, examples: DevServer) -> None:
    page = open_page()
    response = page.goto(examples.url)
    assert response is not None
    policy = response.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy
    box(page).fill("revision")
    expect(results(page).first).to_be_visible()
    assert page.locator("script:not([src]), style, [style], [onclick]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", ["phone", "desktop"])
def test_every_state_fits_its_screen(
    device: Device, scheme: ColorScheme, open_page: OpenPage, examples: DevServer
) -> None:
    page = open_page(device, scheme)
    page.goto(examples.url)
    expect(message(page, "start")).to_be_visible()
    expect(page.get_by_role("heading", name="Inkdex documentation")).to_be_visible()
    assert is_dark(page) == (scheme == "dark")
    inspect(page, f"page-start-{device}-{scheme}")
    states = {
        "results": "search by meaning",
        "corrected": "roll back a revison ",
        "code": "inkdex query --json",
        "prose": "what happens to the published revision when a build is stopped in the middle",
        "nothing": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2,
    }
    for name, query in states.items():
        box(page).fill("")
        expect(message(page, "start")).to_be_visible()
        box(page).fill(query)
        expect(message(page, "nothing") if name == "nothing" else results(page).first).to_be_visible()
        expect(page.locator("[part~=root].is-busy")).to_have_count(0)
        inspect(page, f"page-{name}-{device}-{scheme}")


def is_dark(page: Page) -> bool:
    color = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(map(int, re.findall(r"\d+", color)[:3])) < 3 * 128


def inspect(page: Page, name: str) -> None:
    """Keep a picture, and check that nothing reaches beyond the screen's width."""
    take_picture(page, name)
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0, f"{name}: {overflow} pixels too wide"
