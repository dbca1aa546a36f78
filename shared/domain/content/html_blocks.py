"""A block of HTML in a page -> blocks of text, code and headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.domain.content.html_tags import breaks_block, read_attributes, scan_html
from shared.domain.content.inline_text import feed_html_tag
from shared.domain.content.rich_text import RichText, TextBuffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.domain.content.html_tags import HtmlPiece

__all__ = ["HtmlBlock", "read_html_block"]

_HEADINGS = {f"h{level}": level for level in range(1, 7)}


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """Text; or code, kept line by line, when `is_code`; or a heading when `level` is not 0."""

    content: RichText
    level: int = 0
    is_code: bool = False


def read_html_block(source: str, line: int) -> Iterator[HtmlBlock]:
    """Read the pieces of an HTML block that starts on `line`, in order."""
    buffer = TextBuffer()
    code: _CodeElement | None = None
    level, anchor, counted = 0, "", 0
    indent = len(source) - len(source.lstrip())
    for piece in scan_html(source):
        line += source.count("\n", counted, piece.position)
        counted = piece.position
        if code is not None:
            if code.closes_with(piece):
                yield HtmlBlock(RichText(code.text()), is_code=True)
                code = None
            continue
        opens_code = not piece.is_close and (piece.name == "pre" or (piece.name == "code" and piece.position == indent))
        if opens_code or (piece.name and breaks_block(piece.name)):
            content = buffer.take()
            if content.text or content.links or content.media:
                yield HtmlBlock(_with_anchor(content, anchor), level)
            level, anchor = 0, ""
        if opens_code:
            code = _CodeElement(piece.name)
        elif piece.name in _HEADINGS and not piece.is_close:
            level, anchor = _HEADINGS[piece.name], read_attributes(piece.text).get("id", "")
        else:
            feed_html_tag(buffer, piece, line)
    if code is not None:
        yield HtmlBlock(RichText(code.text()), is_code=True)
    content = buffer.take()
    if content.text or content.links or content.media:
        yield HtmlBlock(_with_anchor(content, anchor), level)


class _CodeElement:
    """The text of a `<pre>` or `<code>` while it is open. Elements of the same name within it are counted."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._depth = 1
        self._parts: list[str] = []

    def closes_with(self, piece: HtmlPiece) -> bool:
        if not piece.name:
            self._parts.append(piece.text)
        elif piece.name == "br":
            self._parts.append("\n")
        elif piece.name == self._name:
            self._depth += -1 if piece.is_close else 1
        return self._depth == 0

    def text(self) -> str:
        return "".join(self._parts).strip("\n")


def _with_anchor(content: RichText, anchor: str) -> RichText:
    return RichText(content.text, content.links, content.media, anchor or content.anchor)
