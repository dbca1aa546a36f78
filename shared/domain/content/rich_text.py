"""Plain text with the links and media that stood in it, gathered piece by piece."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

__all__ = ["FoundLink", "FoundMedia", "RichText", "TextBuffer", "squeeze"]


class FoundLink(NamedTuple):
    """A link as written; `line` counts in the text that is read."""

    target: str
    text: str
    line: int


class FoundMedia(NamedTuple):
    url: str
    alt: str
    title: str
    line: int
    kind: Literal["image", "video", "audio", "file"] = "image"


@dataclass(frozen=True, slots=True)
class RichText:
    """One block. `text` has single spaces; `anchor` is the id that an empty `<a>` at its start gave it."""

    text: str
    links: list[FoundLink] = field(default_factory=list)
    media: list[FoundMedia] = field(default_factory=list)
    anchor: str = ""


class TextBuffer:
    """Takes pieces in reading order and hands out a `RichText`."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._links: list[FoundLink] = []
        self._media: list[FoundMedia] = []
        self._open_links: list[tuple[str, int, int, int]] = []
        self._anchor = ""

    def add(self, text: str) -> None:
        self._parts.append(text)

    def is_blank(self) -> bool:
        return not any(part.strip() for part in self._parts)

    def open_link(self, target: str, line: int) -> None:
        self._open_links.append((target, line, len(self._parts), len(self._media)))

    def close_link(self) -> None:
        """Close the innermost link. One that has only an image is named by the image."""
        if not self._open_links:
            return
        target, line, first_part, first_media = self._open_links.pop()
        text = squeeze("".join(self._parts[first_part:]))
        if not text:
            text = " ".join(media.alt for media in self._media[first_media:] if media.alt)
        if target:
            self._links.append(FoundLink(target, text, line))

    def add_media(self, media: FoundMedia) -> None:
        if media.url:
            self._media.append(media)

    def set_anchor(self, anchor: str) -> None:
        """Note an `<a id>`: it names the block when nothing stands before it."""
        if anchor and not self._anchor and self.is_blank():
            self._anchor = anchor

    def take(self) -> RichText:
        """Hand out what was gathered and start anew; links still open are closed."""
        while self._open_links:
            self.close_link()
        found = RichText(squeeze("".join(self._parts)), self._links, self._media, self._anchor)
        self._parts, self._links, self._media, self._anchor = [], [], [], ""
        return found


def squeeze(text: str) -> str:
    """Collapse white space to single spaces."""
    return " ".join(text.split())
