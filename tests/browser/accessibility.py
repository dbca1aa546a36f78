"""axe-core, run in an open page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.adapters.local.web_client import PACKAGE

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["find_violations"]

_RUN = """
async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.map(
  ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" ")}`)
"""


def find_violations(page: Page) -> list[str]:
    """What axe's rules find wrong with the page as it stands, with the elements concerned."""
    # Evaluated by the browser's debugger, so that the page's policy needs no exception.
    page.evaluate((PACKAGE / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    return list(page.evaluate(_RUN))
