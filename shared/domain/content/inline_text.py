"""Inline tokens and HTML fragments -> plain text, links and media."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.content.html_tags import SPACING, read_attributes, scan_html
from shared.domain.content.rich_text import FoundMedia, TextBuffer

if TYPE_CHECKING:
    from markdown_it.token import Token

    from shared.domain.content.html_tags import HtmlPiece
    from shared.domain.content.rich_text import RichText

__all__ = ["feed_html_tag", "read_inline_tokens"]

_MEDIA_TAGS = {"img": "image", "video": "video", "audio": "audio", "iframe": "file", "embed": "file"}
_LITERAL = frozenset({"text", "text_special", "code_inline", "math_inline", "math_inline_double"})


def read_inline_tokens(tokens: list[Token], line: int) -> RichText:
    """Read the children of one block whose text starts on `line`."""
    buffer = TextBuffer()
    dropped_until = -1
    unclosed: set[str] = set()
    for index, token in enumerate(tokens):
        kind = token.type
        if kind in {"softbreak", "hardbreak"}:
            line += 1
        if index < dropped_until:
            continue
        if kind in _LITERAL:
            buffer.add(token.content)
        elif kind in {"softbreak", "hardbreak"}:
            buffer.add(" ")
        elif kind == "link_open":
            buffer.open_link(str(token.attrs.get("href", "")), line)
        elif kind == "link_close":
            buffer.close_link()
        elif kind == "image":
            alt = read_inline_tokens(token.children or [], line).text
            buffer.add_media(FoundMedia(str(token.attrs.get("src", "")), alt, str(token.attrs.get("title", "")), line))
        elif kind == "html_inline":
            dropped_until = _end_of_dropped_element(tokens, index, unclosed)
            if dropped_until < 0:
                for piece in scan_html(token.content):
                    feed_html_tag(buffer, piece, line)
            line += token.content.count("\n")
    return buffer.take()


def feed_html_tag(buffer: TextBuffer, piece: HtmlPiece, line: int) -> None:
    """Add to `buffer` what a tag within a block means: a link, an image, an anchor, a gap between words."""
    name = piece.name
    if not name:
        buffer.add(piece.text)
    elif name in SPACING:
        buffer.add(" ")
    elif name == "a":
        if piece.is_close:
            buffer.close_link()
        else:
            buffer.close_link()  # links do not nest: HTML closes the one before
            attributes = read_attributes(piece.text)
            buffer.set_anchor(attributes.get("id") or attributes.get("name") or "")
            buffer.open_link(attributes.get("href", "").strip(), line)
    elif name in _MEDIA_TAGS and not piece.is_close:
        attributes = read_attributes(piece.text)
        url, title = attributes.get("src", "").strip(), attributes.get("title", "")
        alt = " ".join((attributes.get("alt") or attributes.get("aria-label") or "").split())
        buffer.add_media(FoundMedia(url, alt, title, line, _MEDIA_TAGS[name]))  # type: ignore[arg-type]


def _end_of_dropped_element(tokens: list[Token], index: int, unclosed: set[str]) -> int:
    """Index of the tag that closes the `<svg>`, `<style>` or `<script>` at `index`; -1 if it is none or stays open."""
    opening = tokens[index].content[:7].lower()
    name = next((name for name in ("script", "style", "svg") if opening.startswith(f"<{name}")), "")
    if not name or name in unclosed or tokens[index].content.endswith("/>"):
        return -1
    for later in range(index + 1, len(tokens)):
        if tokens[later].type == "html_inline" and tokens[later].content.lower().startswith(f"</{name}"):
            return later
    unclosed.add(name)
    return -1
