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

_MAX_SPAN_TICKS = 10
_MAX_SPAN_CHARS = 4_000

_SIGN_LIST = "{{ {% {: {# {. <!-- ::: [! [[ [TOC [toc <<< -8<- ){ ]{ `{"
_SIGNS = (*_SIGN_LIST.split(), "{ .", "{ #")
"""Cheap to look for; a page without any of them is clean already."""

# The pattern begins with a set of characters, so that the engine looks for these only; the group that matches then says
# which construct it is. Anchors and named groups at the front would have it try each position, at the cost of a parse.
_CONSTRUCTS = r"""
  (?<=`)(?:(?P<span>[^`\n]++`(?!`))|(?P<ticks>`*+))
 |(?<=~)(?P<tildes>~~++)
 |(?<=\\)(?P<escape>[\\`{<\[!:])
 |(?<=<)(?:(?P<comment>!--)|(?P<verbatim>(?:script|style|pre)\b)|(?P<snippet><<[ \t]))
 |(?<=8)(?P<include><-)
 |(?<={)(?:(?P<shortcode>{[<%])|(?P<liquid>%)|(?P<interpolation>{))
 |(?<={)(?P<attributes>:|[ ]?[#.][\w-]|(?<=[)\]`]{)(?=[\w-]+=))
 |(?<=:)(?:(?P<image>::image\b)|(?P<directive>::++))
 |(?<=\[)(?:(?P<reference>!)|(?P<toc>\[?_?(?:toc|TOC)_?\]))
"""
_MDX_CONSTRUCTS = r"""
 |(?<![^\n].)(?P<esm>(?<=i)mport\b|(?<=e)xport\b)
 |(?<=<)(?P<tag>/?[A-Za-z>])
 |(?<={)(?P<expression>)
"""
_TRIGGER = re.compile(rf"[`~\\<{{:\[8](?:{_CONSTRUCTS})", re.VERBOSE)
_MDX_TRIGGER = re.compile(rf"[`~\\<{{:\[8ie](?:{_CONSTRUCTS}{_MDX_CONSTRUCTS})", re.VERBOSE)
_FENCE_INFO = re.compile(r"[^`\n]*+(?:\n|\Z)")
_CLOSING_TICKS = [re.compile(rf"(?<!`)`{{{count}}}(?!`)") for count in range(_MAX_SPAN_TICKS + 1)]
_STRING_EXPRESSION = re.compile(r"\{\s*+([\"'`])([^\"'`\\\n$<]*+)\1\s*+\}")


def clean_page(text: str, *, is_mdx: bool) -> tuple[str, list[int]]:
    """(cleaned text, offsets in `text` of tags that are never closed and stayed)."""
    if not is_mdx and not any(sign in text for sign in _SIGNS):
        return text, []
    cursor = Cursor(text)
    trigger = _MDX_TRIGGER if is_mdx else _TRIGGER
    while found := trigger.search(text, cursor.position):
        _HANDLERS[found.lastgroup or ""](cursor, found)
    return cursor.finish(), cursor.unclosed


def _skip_ticks(cursor: Cursor, found: re.Match[str]) -> None:
    """Pass over a fenced block, or over a code span, which ends in its own paragraph."""
    count = len(found[0])
    end = found.end()
    if count >= 3 and cursor.begins_line(found.start()) and _FENCE_INFO.match(cursor.text, end):
        _skip_fence(cursor, found)
        return
    if count <= _MAX_SPAN_TICKS:
        limit = cursor.text.find("\n\n", end, end + _MAX_SPAN_CHARS)
        closing = _CLOSING_TICKS[count].search(cursor.text, end, limit if limit >= 0 else end + _MAX_SPAN_CHARS)
        end = closing.end() if closing else end
    _keep_code(cursor, found.start(), end)


def _skip_tildes(cursor: Cursor, found: re.Match[str]) -> None:
    if cursor.begins_line(found.start()):
        _skip_fence(cursor, found)
    else:
        cursor.keep(found.end())


def _skip_fence(cursor: Cursor, found: re.Match[str]) -> None:
    """Pass over a fenced block; one that is never closed reaches to the end, as in CommonMark."""
    mark = found[0]
    closing = re.compile(rf"^[ \t>]*+{mark}{mark[0]}*+[ \t]*+$", re.MULTILINE).search(cursor.text, found.end())
    end = closing.end() if closing else len(cursor.text)
    _keep_code(cursor, found.start(), end)


def _skip_span(cursor: Cursor, found: re.Match[str]) -> None:
    """Pass over the usual code span: one backtick on each side, on one line."""
    _keep_code(cursor, found.start(), found.end())


def _keep_code(cursor: Cursor, start: int, end: int) -> None:
    if "{{" in (code := cursor.text[start:end]) and "/*" in code:
        cursor.replace(start, end, templates.unescape_shortcodes(code))
    else:
        cursor.keep(end)


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


def _remove_tag(cursor: Cursor, found: re.Match[str]) -> None:
    """Remove a component's tag, and an element that only groups; its children are Markdown."""
    end = mdx.end_of_tag(cursor.text, found.start()) if cursor.may_fail() else -1
    if end > 0 and (kept := directives.html_of_tag(cursor.text[found.start() : end])) is not None:
        cursor.replace(found.start(), end, kept)
    else:
        cursor.remove_or_keep(found, end)


_HANDLERS: dict[str, Callable[[Cursor, re.Match[str]], None]] = {
    "span": _skip_span,
    "ticks": _skip_ticks,
    "tildes": _skip_tildes,
    "escape": _skip_escape,
    "verbatim": _skip_element,
    "comment": _remove_comment,
    "shortcode": templates.remove_shortcode,
    "liquid": templates.remove_liquid_tag,
    "interpolation": templates.remove_interpolation,
    "attributes": directives.remove_attribute_list,
    "image": directives.replace_image,
    "directive": directives.replace_directive,
    "reference": directives.remove_reference,
    "snippet": directives.remove_line,
    "include": directives.remove_line,
    "toc": directives.remove_line,
    "esm": _remove_esm,
    "tag": _remove_tag,
    "expression": _remove_expression,
}
