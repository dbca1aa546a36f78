"""Real Chromium, driven by Playwright, and a page that remembers what went wrong on it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright

    Device = Literal["phone", "desktop"]
    ColorScheme = Literal["light", "dark"]

__all__ = ["FaultLog", "find_chromium", "launch", "open_context"]

_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_TIMEOUT_MS = 30_000
"""No promise of ours: a machine that does other things beside may take as long."""


def find_chromium() -> str:
    """The path of Chromium. Without one the tests fail: a search page that no browser has opened is not tested."""
    for program in _PROGRAMS:
        if path := shutil.which(program):
            return path
    pytest.fail("no Chromium on the PATH; install it: apt-get install -y chromium", pytrace=False)


def launch(playwright: Playwright) -> Browser:
    expect.set_options(timeout=_TIMEOUT_MS)
    return playwright.chromium.launch(executable_path=find_chromium(), args=_ARGUMENTS)


def open_context(browser: Browser, device: Device, scheme: ColorScheme = "light") -> BrowserContext:
    """A fresh profile on a phone of 390x844, with touch, or on a desktop."""
    if device == "phone":
        context = browser.new_context(
            viewport={"width": 390, "height": 844},
            device_scale_factor=2,
            has_touch=True,
            is_mobile=True,
            color_scheme=scheme,
            reduced_motion="reduce",
        )
    else:
        context = browser.new_context(
            viewport={"width": 1280, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
    context.set_default_timeout(_TIMEOUT_MS)
    return context


class FaultLog:
    """What a page complains about: errors and warnings in its console, exceptions, and breaches of its policy."""

    def __init__(self, page: Page) -> None:
        self.faults: list[str] = []
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.faults.append(f"exception: {error}"))
        page.add_init_script(
            "addEventListener('securitypolicyviolation', (event) =>"
            " console.error('policy', event.violatedDirective, event.blockedURI))"
        )

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"{message.type}: {message.text} ({message.location.get('url', '')})")
