"""Blocks of a page in reading order -> its sections, links and media."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shared.domain.content.rich_text import squeeze
from shared.domain.models import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from shared.domain.content.rich_text import FoundLink, FoundMedia, RichText

__all__ = ["Outline", "SectionBuilder"]

MAX_SECTION_WORDS = 2_000
_CHARS_PER_WORD = 12
"""Text without spaces, such as Chinese, or one long line of data counts by its characters."""


@dataclass(slots=True)
class _Draft:
    anchor: str
    level: int
    headings: tuple[str, ...]
    body: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    words: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections, and links and media with the index of the section they stand in."""

    sections: tuple[Section, ...]
    links: list[tuple[int, FoundLink]]
    media: list[tuple[int, FoundMedia]]
    title: str


class SectionBuilder:
    """Takes blocks as they come. `title` is the page's title as front matter has it, or empty.

    The first h1 that equals the title, or gives it, opens no section: what follows belongs to the page as a whole.
    """

    def __init__(self, title: str, slug: Callable[[str], str]) -> None:
        self._title = title
        self._slug = slug
        self._drafts = [_Draft("", 0, ())]
        self._breadcrumb: list[tuple[int, str]] = []
        self._links: list[tuple[int, FoundLink]] = []
        self._media: list[tuple[int, FoundMedia]] = []
        self._first_h1_seen = False
        self._first_heading = ""

    def add_text(self, block: RichText) -> None:
        for text in _split_long(block.text):
            self._make_room(text)
            self._drafts[-1].body.append(text)
        self._note(block)

    def add_code(self, code: str) -> None:
        for lines in _split_long(code, separator="\n"):
            self._make_room(lines)
            self._drafts[-1].code.append(lines)

    def start_section(self, level: int, heading: RichText, custom_anchor: str = "") -> None:
        """Begin the section under `heading`. An empty heading opens none."""
        text = heading.text
        if not text:
            self._note(heading)
            return
        # The id that an `<a>` before the text gives comes on top of the generator's own, which is used up all the same.
        anchor = custom_anchor or self._slug(text)
        anchor = heading.anchor or anchor
        if level == 1 and not self._first_h1_seen:
            self._first_h1_seen = True
            is_title = not self._title or squeeze(text).casefold() == squeeze(self._title).casefold()
            self._title = self._title or text
            if is_title and not self._breadcrumb:
                self._note(heading)
                return
        self._first_heading = self._first_heading or text
        while self._breadcrumb and self._breadcrumb[-1][0] >= level:
            self._breadcrumb.pop()
        self._breadcrumb.append((level, text))
        self._drafts.append(_Draft(anchor, level, tuple(name for _, name in self._breadcrumb)))
        self._note(heading)

    def finish(self) -> Outline:
        """The page as it was read, without an empty section before the first heading."""
        first = self._drafts[0]
        referred = any(section == 0 for section, _ in [*self._links, *self._media])
        dropped = 1 if len(self._drafts) > 1 and not (first.body or first.code or referred) else 0
        return Outline(
            sections=tuple(
                Section(draft.anchor, draft.level, draft.headings, "\n".join(draft.body), "\n".join(draft.code))
                for draft in self._drafts[dropped:]
            ),
            links=[(section - dropped, link) for section, link in self._links],
            media=[(section - dropped, media) for section, media in self._media],
            title=self._title or self._first_heading,
        )

    def _note(self, block: RichText) -> None:
        section = len(self._drafts) - 1
        self._links.extend((section, link) for link in block.links)
        self._media.extend((section, media) for media in block.media)

    def _make_room(self, text: str) -> None:
        """Continue in another section of the same heading when this one would become too long."""
        draft = self._drafts[-1]
        words = _count_words(text)
        if draft.words and draft.words + words > MAX_SECTION_WORDS:
            draft = _Draft(draft.anchor, draft.level, draft.headings)
            self._drafts.append(draft)
        draft.words += words


def _count_words(text: str) -> int:
    return max(text.count(" ") + text.count("\n") + 1, len(text) // _CHARS_PER_WORD)


def _split_long(text: str, separator: str = " ") -> Iterator[str]:
    """Cut one block that is longer than a section: at `separator`, and within a word only if that alone is too long."""
    if _count_words(text) <= MAX_SECTION_WORDS:
        if text:
            yield text
        return
    kept: list[str] = []
    words = 0
    longest = MAX_SECTION_WORDS * _CHARS_PER_WORD
    for word in text.split(separator):
        for piece in (word[start : start + longest] for start in range(0, len(word) or 1, longest)):
            weight = _count_words(piece)
            if kept and words + weight > MAX_SECTION_WORDS:
                yield separator.join(kept)
                kept, words = [], 0
            kept.append(piece)
            words += weight
    yield separator.join(kept)
