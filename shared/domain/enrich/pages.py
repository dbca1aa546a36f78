"""Which URLs of a site are pages, and whether a link leads to one."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from shared.domain.enrich.digest import DocumentDigest

__all__ = ["LinkState", "PageIndex", "page_key"]

LinkState = Literal["internal", "broken"]

_FILE = re.compile(r"\.([A-Za-z][A-Za-z0-9]{0,9})$")
_PAGE_EXTENSIONS: Final = frozenset({"html", "htm", "md", "mdx", "markdown"})
_LISTINGS: Final = frozenset(
    {"archive", "archives", "author", "authors", "categories", "category", "page", "search", "series", "tag"}
    | {"tags", "topics"}
)
"""First folders of the lists that generators make by themselves; a link into them is not judged."""

_MAX_NEIGHBOURS: Final = 64
_CUTOFF: Final = 0.6


def page_key(url: str) -> str:
    """What different spellings of a page's URL have in common: no `.html`, `index.html` or slash at the end."""
    if "%" in url:
        url = unquote(url)
    url = url.removesuffix(".html").removesuffix("/index")
    return url.rstrip("/")


class _PagesByUrl(dict[str, int | None]):
    """URL -> number. Spellings asked for are remembered: of a site's many links, few have a target of their own."""

    def __init__(self) -> None:
        super().__init__()
        self._by_key: dict[str, int] = {}

    def add(self, url: str, number: int) -> None:
        """The first page of a URL keeps it."""
        self.setdefault(url, number)
        self._by_key.setdefault(page_key(url), number)

    def __missing__(self, url: str) -> int | None:
        self[url] = found = self._by_key.get(page_key(url))
        return found


class PageIndex:
    """The pages of a site by URL. A page's number is its place in `digests`, of which nothing else is kept."""

    def __init__(
        self,
        digests: Iterable[DocumentDigest],
        *,
        base_url: str = "/",
        known_files: Collection[str] | None = None,
    ) -> None:
        """`base_url`: URLs that do not start with it are not judged. `known_files`: the site URLs of files that are not
        pages; links to files are judged only if it is given."""
        self._base = base_url.rstrip("/") + "/"
        self._known_files = known_files
        self._urls: list[str] = []
        self._anchors: list[Sequence[str]] = []
        self._by_url = _PagesByUrl()
        aliases: list[tuple[str, int]] = []
        known: dict[str, str] = {}  # headings repeat from page to page: equal ones are kept once
        for number, digest in enumerate(digests):
            self._urls.append(digest.url)
            self._anchors.append([*map(known.setdefault, digest.anchors, digest.anchors)])
            self._by_url.add(digest.url, number)
            aliases += [(alias, number) for alias in digest.aliases]
        for alias, number in aliases:  # behind all URLs: a page's own counts more than what another was once called
            self._by_url.add(self._absolute(alias), number)
        self._by_folder: dict[str, dict[str, int]] | None = None
        self._same_name: dict[str, list[int]] = {}

    def __len__(self) -> int:
        return len(self._urls)

    def url_of(self, page: int) -> str:
        return self._urls[page]

    def find(self, url: str) -> int | None:
        """The number of the page at a URL without fragment, however it is spelt; aliases count."""
        return self._by_url[url]

    def find_all(self, urls: Iterable[str]) -> list[int | None]:
        return list(map(self._by_url.__getitem__, urls))

    def judge(self, url: str, fragment: str) -> tuple[LinkState, int | None]:
        """Whether a link is broken, and the number of the page it leads to, if any.

        A link to an existing page is broken when its anchor is missing. What cannot be judged is not broken.
        """
        page = self.find(url)
        if page is not None:
            return ("internal" if not fragment or self._has_anchor(page, fragment) else "broken"), page
        return ("broken" if self._must_exist(url) else "internal"), None

    def _has_anchor(self, page: int, fragment: str) -> bool:
        return fragment in self._anchors[page] or fragment.lower() == "top"

    def _must_exist(self, url: str) -> bool:
        if not url.startswith(self._base) or url == self._base or url.startswith("//"):
            return False
        extension = _FILE.search(url)
        if extension and extension[1].lower() not in _PAGE_EXTENSIONS:
            return self._known_files is not None and url not in self._known_files
        return url[len(self._base) :].partition("/")[0].lower() not in _LISTINGS

    def _absolute(self, alias: str) -> str:
        if alias.startswith(("http://", "https://", self._base)):
            return alias
        return self._base + alias.lstrip("/")

    def suggest_url(self, url: str) -> str | None:
        """The page that a broken link most probably means: of the same name elsewhere, or a like one in its folder."""
        if self._by_folder is None:
            self._by_folder = self._group_pages()
        folder, _, name = _normal(page_key(url)).rpartition("/")
        if moved := self._same_name.get(name):
            return get_close_matches(url, [self._urls[page] for page in moved[:_MAX_NEIGHBOURS]], 1, 0.0)[0]
        beside = self._by_folder.get(folder, {})
        alike = get_close_matches(name, beside, 1, _CUTOFF)
        return self._urls[beside[alike[0]]] if alike else None

    def _group_pages(self) -> dict[str, dict[str, int]]:
        """Folder -> name -> page, of the first pages of each folder."""
        by_folder: dict[str, dict[str, int]] = {}
        for page, url in enumerate(self._urls):
            folder, _, name = _normal(page_key(url)).rpartition("/")
            self._same_name.setdefault(name, []).append(page)
            beside = by_folder.setdefault(folder, {})
            if len(beside) < _MAX_NEIGHBOURS:
                beside.setdefault(name, page)
        return by_folder

    def suggest_anchor(self, page: int, fragment: str) -> str | None:
        """The anchor of a page that a missing one most probably means."""
        anchors = {_normal(anchor): anchor for anchor in reversed(self._anchors[page])}
        alike = get_close_matches(_normal(fragment), anchors, 1, _CUTOFF)
        return anchors[alike[0]] if alike else None


_SOURCE_EXTENSION = re.compile(r"\.(?:md|mdx|markdown|htm)$", re.IGNORECASE)


def _normal(name: str) -> str:
    """A name or path without what sluggers differ on."""
    return _SOURCE_EXTENSION.sub("", name).lower().replace("_", "-").replace(" ", "-")
