"""Block rule for MkDocs: admonitions (`!!! note "Title"`, `??? note`) and content tabs (`=== "Tab"`).

The lines below the marker belong to the block as long as they are indented by four. mdit-py-plugins has the
admonitions, but writes the type as a title when there is none, and has no tabs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

__all__ = ["indented_block_rule"]

_MARKER = re.compile(
    r"(?:!!!|\?\?\?\+?)[ \t]+(?P<type>[\w-]+(?:[ \t]+[\w-]+)*)?[ \t]*(?:\"(?P<title>[^\"\n]*)\")?[ \t]*$"
    r"|===[!+]?[ \t]+\"(?P<tab>[^\"\n]*)\"[ \t]*$"
)
_INDENT = 4


def indented_block_rule(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: N803 - markdown-it calls by these names
    """Emit the title as a paragraph and the indented lines as blocks."""
    start = state.bMarks[startLine] + state.tShift[startLine]
    if start >= len(state.src) or state.src[start] not in "!?=" or state.is_code_block(startLine):
        return False
    marker = _MARKER.match(state.src[start : state.eMarks[startLine]])
    if marker is None:
        return False
    if silent:
        return True

    indent = state.sCount[startLine] + _INDENT
    next_line = startLine + 1
    while next_line < endLine and (state.isEmpty(next_line) or state.sCount[next_line] >= indent):
        next_line += 1

    _push_title(state, marker["title"] or marker["tab"] or "", startLine)
    outer = state.lineMax, state.blkIndent, state.parentType
    state.lineMax, state.blkIndent, state.parentType = next_line, indent, "indented_block"
    state.push("indented_block_open", "div", 1).map = [startLine, next_line]
    state.md.block.tokenize(state, startLine + 1, next_line)
    state.push("indented_block_close", "div", -1)
    state.lineMax, state.blkIndent, state.parentType = outer
    state.line = next_line
    return True


def _push_title(state: StateBlock, title: str, line: int) -> None:
    if not title:
        return
    state.push("paragraph_open", "p", 1).map = [line, line + 1]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = title, [line, line + 1], []
    state.push("paragraph_close", "p", -1)
