"""HTML as a stream of texts and tags. Linear in its input, whatever the input is: no tree is built."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DROPPED", "SPACING", "HtmlPiece", "breaks_block", "read_attributes", "scan_html"]

DROPPED = frozenset({"script", "style", "svg"})
"""Elements whose content is nobody's text."""
SPACING = frozenset({"td", "th", "br"})
"""Tags that part words within one block."""
_INLINE_LIST = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark q rp rt ruby s "
    "samp small source span strike strong sub sup time tt u var wbr"
)
_INLINE = frozenset(_INLINE_LIST.split())

# An attribute part never crosses the next `<`, and the repeat is possessive: no position is tried twice.
_TAG = re.compile(
    r"<!--[\s\S]*?(?:-->|\Z)"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9.:-]*+)(?P<attributes>(?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+)>"
    r"|<[!?][^<>]*+>"
)
_ATTRIBUTE = re.compile(r"(?<![\w:.@-])([\w:.@-]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'<>]++))")


class HtmlPiece(NamedTuple):
    """A text (entities resolved; `name` empty) or a tag (`text` is its attributes' source), at `position`."""

    position: int
    name: str
    text: str
    is_close: bool = False


def breaks_block(name: str) -> bool:
    """Whether a tag ends the block of text before it."""
    return name not in _INLINE and name not in SPACING


def scan_html(source: str) -> Iterator[HtmlPiece]:
    """Split `source` into pieces; comments, declarations and the content of `DROPPED` elements are left out."""
    position = 0
    lowered = ""
    unclosed: set[str] = set()
    for tag in _TAG.finditer(source):
        start, end = tag.span()
        if start < position:  # inside an element that was dropped
            continue
        if start > position:
            yield HtmlPiece(position, "", unescape(source[position:start]))
        position = end
        name = (tag["name"] or "").lower()
        if not name:
            continue
        if name in DROPPED and not tag["close"] and not tag["attributes"].endswith("/"):
            lowered = lowered or source.lower()
            closing = -1 if name in unclosed else lowered.find(f"</{name}", end)
            if closing >= 0:
                position = closing
            else:
                unclosed.add(name)  # nor is any later one: looking again each time would be quadratic
            continue
        yield HtmlPiece(start, name, tag["attributes"], bool(tag["close"]))
    if position < len(source):
        yield HtmlPiece(position, "", unescape(source[position:]))


def read_attributes(source: str) -> dict[str, str]:
    """Names in lower case -> values with entities resolved. An attribute without a value is left out."""
    return {
        name.lower(): unescape(double or single or bare) for name, double, single, bare in _ATTRIBUTE.findall(source)
    }
