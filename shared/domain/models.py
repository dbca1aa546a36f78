"""The values that the stages of a build hand to one another. Frozen, without behaviour of their own, without I/O."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NewType

if TYPE_CHECKING:
    from datetime import datetime

__all__ = [
    "Diagnostic",
    "Document",
    "JsonValue",
    "Link",
    "Media",
    "ParsedFile",
    "Section",
    "SectionId",
    "SkipReason",
    "SourceFile",
]

SectionId = NewType("SectionId", int)
"""A section's number in one revision; documents and postings share it."""

JsonValue = None | bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"]

SkipReason = Literal["draft", "future", "expired", "opted_out", "broken", "no_text"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the source folder. `path` is relative, with forward slashes; `content_id` names its bytes."""

    path: str
    content_id: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something in one file that its author should look at. `line` counts from 1 in the file as it was read."""

    path: str
    line: int | None
    code: str
    message: str
    severity: Literal["error", "warning", "info"] = "warning"


@dataclass(frozen=True, slots=True)
class Section:
    """The text under one heading, up to the next heading.

    `headings` is the breadcrumb from the page's first level below its title to this section's own heading; the text
    before the first heading has none, `level` 0 and an empty anchor. `body` is prose with single spaces within a
    block and a newline between blocks; `code` is what stood in code blocks, kept line by line.
    """

    anchor: str
    level: int
    headings: tuple[str, ...]
    body: str
    code: str = ""

    @property
    def heading(self) -> str:
        return self.headings[-1] if self.headings else ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link as written. `path` is the source file it leads to when it is internal and exists by its spelling."""

    target: str
    text: str
    section: int
    line: int | None = None
    resolved: str | None = None
    """Site URL without fragment that an internal link leads to, before anyone has checked that it exists."""
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Media:
    """An image or a file that a page shows. `url` is site-absolute for local files, else as written."""

    url: str
    alt: str
    title: str
    section: int
    kind: Literal["image", "video", "audio", "file"] = "image"


@dataclass(frozen=True, slots=True)
class Document:
    """One page. Dates are aware datetimes in UTC. `front_matter` is what the author wrote, as JSON."""

    path: str
    url: str
    title: str
    sections: tuple[Section, ...]
    description: str = ""
    language: str = "en"
    published: datetime | None = None
    updated: datetime | None = None
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    weight: float | None = None
    image: str | None = None
    front_matter: dict[str, JsonValue] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    media: tuple[Media, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """What became of one file: a document, or the reason why there is none; and what its author should know."""

    path: str
    document: Document | None
    skipped: SkipReason | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    switches_at: tuple[datetime, ...] = ()
    """Dates at which the file comes or goes: with the same bytes, the outcome is the same between two of them."""
