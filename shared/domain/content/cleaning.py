"""Takes out of a page what its generator would: templates, MDX, directives and comments. The prose between them stays.

Everything removed leaves its line ends behind, so that lines keep their numbers. Code is passed over: a tag in a code
block or a code span is what the page is about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.content import directives, mdx, templates
from shared.domain.content.cursor import Cursor

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["clean_page"]

_LEAD = r"^[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)*+"
_MAX_SPAN_TICKS = 10
_MAX_SPAN_CHARS = 4_000

_SIGNS = (
    "{{",
    "{%",
    "{:",
    "{#",
    "{.",
    "{ .",
    "{ #",
    "<!--",
    ":::",
    "[!",
    "[[",
    "[TOC",
    "[toc",
    "<<<",
    "-8<-",
    "){",
    "]{",
    "`{",
)
"""Cheap to look for; a page without any of them is clean already."""

_COMMON = rf"""
  (?P<fence>{_LEAD}(?:`{{3,}}+(?=[^`\n]*+$)|~{{3,}}+))
 |(?P<ticks>`++)
 |(?P<escape>\\[\\`{{<\[!:])
 |(?P<verbatim><(?:script|style|pre)\b)
 |(?P<comment><!--)
 |(?P<shortcode>\{{\{{[<%])
 |(?P<liquid>\{{%)
 |(?P<interpolation>\{{\{{)
 |(?P<attributes>\{{:|\{{[ ]?[#.][\w-]|(?<=[)\]`])\{{(?=[\w-]+=))
 |(?P<image>:::image\b)
 |(?P<directive>{_LEAD}:{{3,}}+)
 |(?P<alert>^[ \t]*+(?:>[ \t]*+)+\[!)
 |(?P<reference>\[!)
 |(?P<line>^[ \t]*+(?:\[\[?_?(?:toc|TOC)_?\]|<<<[ \t]|-{{1,2}}8<-))
"""
_TRIGGER = re.compile(_COMMON, re.MULTILINE | re.VERBOSE)
_MDX_TRIGGER = re.compile(
    rf"{_COMMON}|(?P<esm>^(?:import|export)\b)|(?P<tag></?[A-Za-z>])|(?P<expression>\{{)", re.MULTILINE | re.VERBOSE
)
_CLOSING_TICKS = [re.compile(rf"(?<!`)`{{{count}}}(?!`)") for count in range(_MAX_SPAN_TICKS + 1)]


def clean_page(text: str, *, is_mdx: bool) -> tuple[str, list[int]]:
    """(cleaned text, offsets in `text` of tags that are never closed and stayed)."""
    if not is_mdx and not any(sign in text for sign in _SIGNS):
        return text, []
    cursor = Cursor(text)
    trigger = _MDX_TRIGGER if is_mdx else _TRIGGER
    while found := trigger.search(text, cursor.position):
        kind = found.lastgroup or ""
        _HANDLERS[kind](cursor, found)
    return cursor.finish(), cursor.unclosed


def _skip_fence(cursor: Cursor, found: re.Match[str]) -> None:
    """Pass over a fenced block; one that is never closed reaches to the end, as in CommonMark."""
    mark = found[0].lstrip(" \t>-*+0123456789.)")
    closing = re.compile(rf"^[ \t>]*+{mark}{mark[0]}*+[ \t]*+$", re.MULTILINE).search(cursor.text, found.end())
    end = closing.end() if closing else len(cursor.text)
    cursor.replace(found.start(), end, templates.unescape_shortcodes(cursor.text[found.start() : end]))


def _skip_code_span(cursor: Cursor, found: re.Match[str]) -> None:
    """Pass over a code span, which ends in its own paragraph; a run of backticks that closes nowhere is text."""
    count = len(found[0])
    end = found.end()
    if count <= _MAX_SPAN_TICKS:
        limit = cursor.text.find("\n\n", end, end + _MAX_SPAN_CHARS)
        closing = _CLOSING_TICKS[count].search(cursor.text, end, limit if limit >= 0 else end + _MAX_SPAN_CHARS)
        end = closing.end() if closing else end
    cursor.replace(found.start(), end, templates.unescape_shortcodes(cursor.text[found.start() : end]))


def _skip_escape(cursor: Cursor, found: re.Match[str]) -> None:
    cursor.keep(found.end())


def _skip_element(cursor: Cursor, found: re.Match[str]) -> None:
    """Pass over an HTML element whose content is no Markdown."""
    end = cursor.find(f"</{found[0][1:]}", found.end())
    cursor.keep(end if end >= 0 else found.end())


def _remove_comment(cursor: Cursor, found: re.Match[str]) -> None:
    cursor.remove_through("-->", found)


def _remove_esm(cursor: Cursor, found: re.Match[str]) -> None:
    end = mdx.end_of_esm(cursor.text, found.start()) if cursor.may_fail() else -1
    cursor.remove_or_keep(found, end)


def _remove_expression(cursor: Cursor, found: re.Match[str]) -> None:
    end = mdx.end_of_braces(cursor.text, found.start()) if cursor.may_fail() else -1
    literal = _STRING_EXPRESSION.fullmatch(cursor.text, found.start(), end) if end > 0 else None
    if literal:
        cursor.replace(found.start(), end, literal[2])
    else:
        cursor.remove_or_keep(found, end)


_STRING_EXPRESSION = re.compile(r"\{\s*+([\"'`])([^\"'`\\\n$<]*+)\1\s*+\}")


def _remove_tag(cursor: Cursor, found: re.Match[str]) -> None:
    """Remove a component's tag, and an element that only groups; its children are Markdown."""
    end = mdx.end_of_tag(cursor.text, found.start()) if cursor.may_fail() else -1
    if end > 0 and (kept := directives.html_of_tag(cursor.text[found.start() : end])) is not None:
        cursor.replace(found.start(), end, kept)
    else:
        cursor.remove_or_keep(found, end)


_HANDLERS: dict[str, Callable[[Cursor, re.Match[str]], None]] = {
    "fence": _skip_fence,
    "ticks": _skip_code_span,
    "escape": _skip_escape,
    "verbatim": _skip_element,
    "comment": _remove_comment,
    "shortcode": templates.remove_shortcode,
    "liquid": templates.remove_liquid_tag,
    "interpolation": templates.remove_interpolation,
    "attributes": directives.remove_attribute_list,
    "image": directives.replace_image,
    "directive": directives.replace_directive,
    "alert": directives.remove_alert_marker,
    "reference": directives.remove_reference,
    "line": directives.remove_line,
    "esm": _remove_esm,
    "tag": _remove_tag,
    "expression": _remove_expression,
}
