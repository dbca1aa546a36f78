"""What a site generator decides about a page: which files are pages, their URLs, anchors and front matter keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from shared.domain.models import Diagnostic, JsonValue

__all__ = ["Layout", "Metadata", "Slugger"]

Slugger = "Callable[[str], str]"
"""Heading text -> anchor, unique within the page it was made for."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What front matter and path say about a page, in one vocabulary. Without `title` the first heading is taken."""

    title: str = ""
    description: str = ""
    language: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    expires: datetime | None = None
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    weight: float | None = None
    image: str | None = None
    draft: bool = False
    opted_out: bool = False


class Layout(Protocol):
    """One generator's conventions, bound to one site's root and settings. Pure: reads nothing."""

    name: str
    root: str
    """Folder of the pages, relative to the source folder, without slashes at its ends; "" is the folder itself."""

    def is_page(self, path: str) -> bool:
        """Whether the file at `path` (relative to the source folder) is rendered as a page."""
        ...

    def metadata(self, path: str, front_matter: Mapping[str, JsonValue]) -> tuple[Metadata, list[Diagnostic]]:
        """Read the generator's own keys and file name conventions. A value of the wrong type is a diagnostic."""
        ...

    def url(self, path: str, front_matter: Mapping[str, JsonValue], metadata: Metadata) -> str:
        """The page's URL below the site's base URL, as the generator makes it."""
        ...

    def new_slugger(self) -> Callable[[str], str]:
        """A fresh slugger for one page."""
        ...

    def resolve_link(self, path: str, url: str, target: str) -> tuple[str, str] | None:
        """(site URL, fragment) that an internal `target` on page `url` leads to; None for an external one."""
        ...
