"""Hugo shortcodes, Liquid tags (Jekyll, Eleventy) and `{{ interpolations }}` (those and Vue)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.domain.content.cursor import Cursor

__all__ = ["remove_interpolation", "remove_liquid_tag", "remove_shortcode", "unescape_shortcodes"]

_ESCAPED_SHORTCODE = re.compile(r"\{\{([<%])/\*([^\n]{0,200}?)\*/([>%])\}\}")
_SHORTCODE_NAME = re.compile(r"\{\{[<%][ \t]*([\w/.-]+)")
_REFERENCE_SHORTCODE = re.compile(r"\{\{[<%][ \t]*(?:rel)?ref[ \t]+[\"`]?([^\s\"`<>]+)[\"`]?[ \t]*[>%]\}\}")
"""Hugo's link by file name: its argument is the target."""
_LINK_TAG = re.compile(r"\{%-?[ \t]*link[ \t]+([^\s%]+)[ \t]*-?%\}")
"""Jekyll's: the argument is a path from the site's root."""
_LIQUID_NAME = re.compile(r"\{%-?[ \t]*(\w+)[ \t]*(\w*)")
_CODE_SHORTCODES = frozenset({"highlight", "code", "code-toggle"})
_MAX_PAIR_CHARS = 20_000
_MAX_TAIL_CHARS = 200
_LONG_FENCE = "`" * 12
"""Longer than any fence that the code itself may hold."""


def unescape_shortcodes(code: str) -> str:
    """`{{</* name */>}}` -> `{{< name >}}`, as Hugo prints it."""
    return _ESCAPED_SHORTCODE.sub(r"{{\1\2\3}}", code)


def remove_shortcode(cursor: Cursor, found: re.Match[str]) -> None:
    """Remove one tag of a shortcode. What stands between a pair stays, as code where the shortcode shows code."""
    start = found.start()
    escaped = _ESCAPED_SHORTCODE.match(cursor.text, start)
    if escaped:
        cursor.replace(start, escaped.end(), f"{{{{\\{escaped[1]}{escaped[2]}{escaped[3]}}}}}")
        return
    closing = ">}}" if found[0].endswith("<") else "%}}"
    name = _SHORTCODE_NAME.match(cursor.text, start)
    reference = _REFERENCE_SHORTCODE.match(cursor.text, start)
    if reference:
        cursor.replace(start, reference.end(), reference[1])
        return
    if name and name[1] in _CODE_SHORTCODES:
        opening_end = cursor.find(closing, found.end()) + len(closing)
        end_tag = re.compile(rf"\{{\{{[<%][ \t]*/[ \t]*{re.escape(name[1])}[ \t]*[>%]\}}\}}")
        if opening_end >= len(closing) and _replace_by_code(cursor, start, opening_end, end_tag, ""):
            return
    cursor.remove_through(closing, found)


def remove_liquid_tag(cursor: Cursor, found: re.Match[str]) -> None:
    """Remove one tag. `raw` content stays as it is, `comment` content goes, `highlight` content is code."""
    start = found.start()
    name = _LIQUID_NAME.match(cursor.text, start)
    link = _LINK_TAG.match(cursor.text, start)
    if link:
        cursor.replace(start, link.end(), "/" + link[1].lstrip("/"))
        return
    opening_end = cursor.find("%}", found.end()) + 2
    if name and opening_end >= 2 and name[1] in {"raw", "comment", "highlight"} and cursor.may_fail():
        end_tag = re.compile(rf"\{{%-?[ \t]*end{name[1]}[ \t]*-?%\}}")
        if name[1] == "highlight":
            if _replace_by_code(cursor, start, opening_end, end_tag, name[2]):
                return
        elif closing := end_tag.search(cursor.text, opening_end, opening_end + _MAX_PAIR_CHARS):
            content = cursor.text[opening_end : closing.start()] if name[1] == "raw" else ""
            lines_of_opening = "\n" * cursor.text.count("\n", start, opening_end)
            cursor.replace(start, closing.end(), lines_of_opening + content)
            return
        cursor.fail()
    cursor.remove_through("%}", found)


def remove_interpolation(cursor: Cursor, found: re.Match[str]) -> None:
    cursor.remove_through("}}", found)


def _replace_by_code(cursor: Cursor, start: int, opening_end: int, end_tag: re.Pattern[str], language: str) -> bool:
    """Turn a pair of tags that show code into a fenced block, or into a code span when it stands within a line."""
    text = cursor.text
    closing = end_tag.search(text, opening_end, opening_end + _MAX_PAIR_CHARS)
    if closing is None:
        return False
    content = unescape_shortcodes(text[opening_end : closing.start()])
    after = text[closing.end() : closing.end() + _MAX_TAIL_CHARS].partition("\n")[0]
    head, _, rest = content.partition("\n")
    body, has_last_line, tail = rest.rpartition("\n")
    is_block = cursor.begins_line(start) and not (head.strip() or tail.strip(" \t>") or after.strip())
    if has_last_line and is_block:
        cursor.replace(start, closing.end(), f"{_LONG_FENCE}{language}\n{body}\n{tail}{_LONG_FENCE}")
    else:
        cursor.replace(start, closing.end(), f"{_LONG_FENCE} {content.strip()} {_LONG_FENCE}")
    return True
