"""A browser, and the documentation of `examples/docs` served as the README's first command does it."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.built_site import REPOSITORY, BuiltSite, build_folder, serve_site
from tests.browser.chromium import FaultLog, launch, open_context
from tests.browser.dev_server import DevServer, start_dev_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.browser.chromium import ColorScheme, Device

    OpenPage = Callable[..., Page]

SCREENSHOTS = Path(__file__).parent / "screenshots"


def take_picture(page: Page, name: str) -> None:
    """Keep a picture of the page, for people to look at; continuous integration keeps the folder."""
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One a module, not one a session: while Playwright runs, no asynchronous test can."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def examples() -> Iterator[DevServer]:
    with start_dev_server("examples/docs") as server:
        yield server


@pytest.fixture(scope="session")
def built_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `inkdex build` makes of the examples. Tests that change it copy it first."""
    folder = tmp_path_factory.mktemp("built") / "dist"
    build_folder(REPOSITORY / "examples" / "docs", folder)
    return folder


@pytest.fixture
def site(built_folder: Path) -> Iterator[BuiltSite]:
    """A static site with its search, under a strict policy."""
    with serve_site(built_folder) as site:
        yield site


@contextmanager
def _pages(browser: Browser) -> Iterator[tuple[OpenPage, list[FaultLog]]]:
    logs: list[FaultLog] = []
    contexts: list[BrowserContext] = []

    def open_one(device: Device = "desktop", scheme: ColorScheme = "light") -> Page:
        context = open_context(browser, device, scheme)
        contexts.append(context)
        page = context.new_page()
        logs.append(FaultLog(page))
        return page

    yield open_one, logs
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens pages, each in a profile of its own. A page that complains in its console fails the test."""
    with _pages(browser) as (open_one, logs):
        yield open_one
    assert [fault for log in logs for fault in log.faults] == []


@pytest.fixture
def open_any(browser: Browser) -> Iterator[OpenPage]:
    """As `open_page`, for tests that take files away: the browser itself complains of each in the console."""
    with _pages(browser) as (open_one, logs):
        yield open_one
    assert [fault for log in logs for fault in log.faults if "Failed to load resource" not in fault] == []


@pytest.fixture
def page(open_page: OpenPage, examples: DevServer) -> Page:
    """The search page of the examples on a desktop, just opened."""
    page = open_page()
    page.goto(examples.url)
    return page
