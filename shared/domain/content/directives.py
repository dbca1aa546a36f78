"""Markers of containers, alerts, includes and attribute lists: removed, or replaced by the words in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.domain.content.cursor import Cursor

__all__ = [
    "html_of_tag",
    "remove_attribute_list",
    "remove_line",
    "remove_reference",
    "replace_directive",
    "replace_image",
]

_TITLED_LIST = "note tip info warning danger caution important details success error abstract question"
_TITLED = frozenset(_TITLED_LIST.split())
"""Containers whose line goes on with a title. Others go on with attributes or a name."""
_DIRECTIVE = re.compile(r":{3,}+[ \t]*+([\w-]*+)(?:\[([^\n]*)\])?([^\n]*+)")
_IMAGE = re.compile(r":::image\b([^\n]{0,2000}?):::")
_IMAGE_PART = re.compile(r"(?<![\w-])(source|alt-text)=(?:\"([^\"\n]*)\"|'([^'\n]*)')")
_ALERT = re.compile(r"\[!\w[\w-]*\](?![(\[])[-+]?[ \t]*|\[!(?:div|video)\b[^\]\n]{0,500}+\]", re.IGNORECASE)
_REFERENCE = re.compile(r"\[!(?:include|code)[\w-]*[ \t]*\[[^\]\n]{0,500}+\]\([^)\n]{0,500}+\)[ \t]*\]", re.IGNORECASE)
_MARKED_TEXT = re.compile(r"\[!(?:UICONTROL|DNL)[ \t]+([^\]\n]{0,500}+)\]")
_MAX_HEADING_CHARS = 500
_ATTRIBUTE_LIST = re.compile(r"\{:?[^{}\n]{0,300}\}")
_ID = re.compile(r"(?:^|\s)#([\w.:-]+)")
_SETEXT_UNDERLINE = re.compile(r"[ \t]*\n[ \t]{0,3}(?:=+|-+)[ \t]*(?:\n|\Z)")
_TOC_ITEM = re.compile(r"(?:^|\n)[ \t]*(?:[-*+]|\d+\.)[ \t][^\n]*\n[ \t]*\Z")
_GROUPING_LIST = "div section details summary article aside main center figure figcaption nav header footer"
_GROUPING = frozenset(_GROUPING_LIST.split())
_TAG_NAME = re.compile(r"</?([\w.:-]*)")
_STRING_ATTRIBUTE = re.compile(r"(?<![\w-])(?:href|src|alt|id|name|title)=(?:\"[^\"]*\"|'[^']*')")


def replace_directive(cursor: Cursor, found: re.Match[str]) -> None:
    """Put a container's title in the place of its marker line: `:::note[Title]`, `::: tip Title`; else nothing."""
    start = found.start()
    directive = _DIRECTIVE.match(cursor.text, start) if cursor.begins_line(start) else None
    if directive is None:
        cursor.keep(found.end())
        return
    name, label, rest = directive[1].lower(), directive[2], directive[3].strip()
    title = label or ""
    if not label and name in _TITLED and not re.search(r"[{=]|:::$", rest):
        title = rest
    cursor.replace(start, directive.end(), title)


def replace_image(cursor: Cursor, found: re.Match[str]) -> None:
    """`:::image source="a.png" alt-text="A":::` (Microsoft Learn) -> a Markdown image."""
    image = _IMAGE.match(cursor.text, found.start())
    if image is None:
        cursor.remove_or_keep(found, cursor.text.find("\n", found.end()))
        return
    parts = {name: double or single for name, double, single in _IMAGE_PART.findall(image[1])}
    alt = re.sub(r"[\[\]\\]", "", parts.get("alt-text", ""))
    source = re.sub(r"[<>\s\\]", "", parts.get("source", ""))
    cursor.replace(found.start(), image.end(), f"![{alt}](<{source}>)" if source else "")


def remove_reference(cursor: Cursor, found: re.Match[str]) -> None:
    """Remove `> [!NOTE]`, `[!INCLUDE [a](b)]` and `[!code-cs[a](b)]`; of `[!UICONTROL words]` keep the words.

    The title that may follow an alert's marker stays.
    """
    start = found.start()
    removed = _REFERENCE.match(cursor.text, start)
    if removed is None and cursor.begins_line(start, after=">"):
        removed = _ALERT.match(cursor.text, start)
    marked = _MARKED_TEXT.match(cursor.text, start)
    if removed:
        cursor.replace(start, removed.end(), "")
    elif marked:
        cursor.replace(start, marked.end(), marked[1])
    else:
        cursor.keep(found.end())


def remove_attribute_list(cursor: Cursor, found: re.Match[str]) -> None:
    """Remove `{: .class}` and `{.class width=3}`; a heading keeps `{#id}`. `{:toc}` takes its list item along."""
    start = found.start()
    attributes = _ATTRIBUTE_LIST.match(cursor.text, start)
    if attributes is None:
        cursor.keep(found.end())
        return
    line = cursor.text[max(start - _MAX_HEADING_CHARS, 0) : start].rpartition("\n")[2]
    custom_id = _ID.search(attributes[0].strip("{:}"))
    is_heading = line.lstrip(" \t>").startswith("#") or _SETEXT_UNDERLINE.match(cursor.text, attributes.end())
    if custom_id and is_heading:
        cursor.replace(start, attributes.end(), f"{{#{custom_id[1]}}}")
    elif attributes[0].strip("{: }") == "toc":
        item = _TOC_ITEM.search(cursor.text, max(cursor.position, start - 200), start)
        cursor.replace(item.start() if item else start, attributes.end(), "")
    else:
        cursor.replace(start, attributes.end(), "")


def remove_line(cursor: Cursor, found: re.Match[str]) -> None:
    """Remove a line that only the generator reads: `[[toc]]`, `<<< @/snippet.js`, `--8<-- "file"`."""
    start = found.start()
    while start > cursor.position and cursor.text[start - 1] == "-":
        start -= 1
    if cursor.begins_line(start):
        end = cursor.text.find("\n", found.end())
        cursor.replace(start, len(cursor.text) if end < 0 else end, "")
    else:
        cursor.keep(found.end())


def html_of_tag(tag: str) -> str | None:
    """The HTML that a JSX tag stands for, without its expressions; None for components and for grouping elements."""
    name_match = _TAG_NAME.match(tag)
    name = name_match[1] if name_match else ""
    if not name or not name[0].islower() or name in _GROUPING or "." in name:
        return None
    if "{" not in tag:
        return tag
    attributes = " ".join(_STRING_ATTRIBUTE.findall(tag))
    return f"<{name} {attributes}>" if attributes else f"<{name}>"
