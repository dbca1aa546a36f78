"""Who links to whom, and which links lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.models import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shared.domain.enrich.digest import DocumentDigest
    from shared.domain.enrich.pages import PageIndex

__all__ = ["LinkReport"]

_MAX_SUGGESTIONS = 100
"""Different targets that are looked up by likeness, which is slow; a site with more broken links moved as a whole."""
_MAX_BROKEN = 1_000
"""Different broken links of one page that are told."""


class LinkReport:
    """Reports the links of a site's documents, which come one after another, in the order of the page index.

    `backlinks[n]`: the numbers of the other documents that link to document n, ascending; all kept, none twice. It is
    complete when all have come.
    """

    def __init__(self, pages: PageIndex) -> None:
        self.backlinks: list[list[int]] = [[] for _ in range(len(pages))]
        self._pages = pages
        self._suggestions = _Suggestions(pages)
        self._added = 0

    def add(self, digest: DocumentDigest) -> list[Diagnostic]:
        """The next document's broken links, in order: codes `broken-link` (warning) and `broken-anchor` (info: an `id`
        written in HTML is unknown here). A target is told once, where it first stands, and not all of very many."""
        number = self._added
        self._added += 1
        targets = self._pages.find_all(digest.link_urls)
        for target in {*targets}:  # the order is of no account: each list gets this document's number once
            if target is not None and target != number:
                self.backlinks[target].append(number)
        if None in targets or any(digest.link_fragments):
            return [*_find_broken(digest, targets, self._pages, self._suggestions)]
        return []


def _find_broken(
    digest: DocumentDigest, targets: Iterable[int | None], pages: PageIndex, suggestions: _Suggestions
) -> Iterator[Diagnostic]:
    columns = zip(targets, digest.link_urls, digest.link_fragments, digest.link_lines, strict=True)
    told: set[tuple[str, str]] = set()
    for page, url, fragment, line in columns:
        if (page is not None and not fragment) or pages.judge(url, fragment)[0] != "broken":
            continue
        key = (url, "" if page is None else fragment)
        if key in told:
            continue
        if len(told) == _MAX_BROKEN:
            what = f"More than {_MAX_BROKEN:,} links of the page lead nowhere. Correct the others first."
            yield Diagnostic(digest.path, line, "broken-link", what)
            return
        told.add(key)
        if page is None:
            yield Diagnostic(digest.path, line, "broken-link", suggestions.for_page(url))
        else:
            yield Diagnostic(digest.path, line, "broken-anchor", suggestions.for_anchor(url, page, fragment), "info")


class _Suggestions:
    """The messages for broken links, remembered, since a broken link seldom stands alone."""

    def __init__(self, pages: PageIndex) -> None:
        self._pages = pages
        self._messages: dict[tuple[str, str], str] = {}

    def for_page(self, url: str) -> str:
        key = (url, "")
        if key not in self._messages:
            meant = self._pages.suggest_url(url) if len(self._messages) < _MAX_SUGGESTIONS else None
            remedy = (
                f"Did you mean {meant}?" if meant else "Correct the link, or name this address among a page's aliases."
            )
            self._messages[key] = f"The link leads to {url}, where no page is. {remedy}"
        return self._messages[key]

    def for_anchor(self, url: str, page: int, fragment: str) -> str:
        key = (url, fragment)
        if key not in self._messages:
            meant = self._pages.suggest_anchor(page, fragment) if len(self._messages) < _MAX_SUGGESTIONS else None
            remedy = f"Did you mean #{meant}?" if meant else "Correct the anchor, or link to the page alone."
            self._messages[key] = f"The page {url} has no heading #{fragment}. {remedy}"
        return self._messages[key]
