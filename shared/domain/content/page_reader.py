"""Block tokens of a page -> its outline. Walks the tokens once; renders nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.content.diagnostics import ContentCode
from shared.domain.content.html_blocks import read_html_block
from shared.domain.content.inline_text import read_inline_tokens
from shared.domain.content.markdown import MAX_NESTING, is_plain, parse_blocks, reason_to_refuse
from shared.domain.content.rich_text import RichText, squeeze
from shared.domain.content.sections import SectionBuilder

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.domain.content.markdown import BlockToken
    from shared.domain.content.sections import Outline

__all__ = ["read_page"]

MAX_MARKUP_LINES = 40_000
"""What follows is read as plain text: a block's tokens take hundreds of times the memory of a short line."""

_HEADING_ID = re.compile(r"[ \t]*\{:?[ \t]*(?:[^{}\n]*[ \t])?#(?P<id>[\w.:-]+)[^{}\n]*\}[ \t]*$")
_HEADING_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*\.[\w-]+[^{}\n]*\}[ \t]*$")
_CHECKBOX = re.compile(r"\[[ xX]\][ \t]+")

Problem = tuple[int, ContentCode, str]
"""(line in the file, code, what is wrong)."""


def read_page(
    text: str, *, title: str, slug: Callable[[str], str], first_line: int = 1, is_mdx: bool = False
) -> tuple[Outline, list[Problem]]:
    """Parse cleaned Markdown whose first line is the file's line `first_line`."""
    reader = _PageReader(text, SectionBuilder(title, slug), first_line, is_mdx=is_mdx)
    reader.read()
    return reader.builder.finish(), reader.problems


class _PageReader:
    def __init__(self, text: str, builder: SectionBuilder, first_line: int, *, is_mdx: bool) -> None:
        self.builder = builder
        self.problems: list[Problem] = []
        marked_up, self._rest = _split_after_lines(text, MAX_MARKUP_LINES)
        self._page = parse_blocks(marked_up, mdx=is_mdx)
        self._first_line = first_line
        self._line = first_line
        self._row: list[RichText] | None = None
        self._heading_level = 0
        self._in_item_start = False

    def read(self) -> None:
        deepest = 0
        for token in self._page.tokens:
            if token.line is not None:
                self._line = self._first_line + token.line
            if token.level > deepest:
                deepest = token.level
                if deepest == MAX_NESTING - 1:
                    what = f"Blocks are nested {MAX_NESTING} levels deep."
                    self.problems.append((self._line, ContentCode.NESTING_TOO_DEEP, what))
            kind = token.kind
            if kind == "inline":
                self._read_inline(token)
            elif kind == "heading_open":
                self._heading_level = int(token.tag[1])
            elif kind in {"fence", "code_block"}:
                self.builder.add_code(token.content.rstrip())
            elif kind == "html_block":
                self._read_html(token.content)
            elif kind == "math_block":
                self.builder.add_text(RichText(squeeze(token.content)))
            elif kind == "tr_open":
                self._row = []
            elif kind == "tr_close":
                self._end_row()
            if kind != "paragraph_open":
                self._in_item_start = kind == "list_item_open"
        if self._rest:
            self._line = self._first_line + MAX_MARKUP_LINES
            what = f"The page has more than {MAX_MARKUP_LINES:,} lines."
            self.problems.append((self._line, ContentCode.TEXT_TOO_LONG, what))
            self.builder.add_text(RichText(squeeze(self._rest)))

    def _read_inline(self, token: BlockToken) -> None:
        source = token.content
        if self._heading_level:
            level, self._heading_level = self._heading_level, 0
            source, custom_anchor = _split_heading_id(source)
            self.builder.start_section(level, self._rich_text(source), custom_anchor)
        elif self._row is not None:
            self._row.append(self._rich_text(source))
        else:
            if self._in_item_start and source.startswith("["):
                source = _CHECKBOX.sub("", source, count=1) if _CHECKBOX.match(source) else source
            self.builder.add_text(self._rich_text(source))

    def _rich_text(self, source: str) -> RichText:
        if is_plain(source):
            return RichText(squeeze(source))
        refusal = reason_to_refuse(source)
        if refusal is None:
            return read_inline_tokens(self._page.parse_inline(source), self._line)
        is_long = refusal is ContentCode.TEXT_TOO_LONG
        what = "A paragraph is longer than is read as markup." if is_long else "Brackets are nested too deeply."
        self.problems.append((self._line, refusal, what))
        return RichText(squeeze(source))

    def _read_html(self, source: str) -> None:
        for block in read_html_block(source, self._line):
            if block.is_code:
                self.builder.add_code(block.content.text)
            elif block.level:
                self.builder.start_section(block.level, block.content, block.content.anchor)
            else:
                self.builder.add_text(block.content)

    def _end_row(self) -> None:
        cells = self._row or []
        self._row = None
        self.builder.add_text(
            RichText(
                " ".join(cell.text for cell in cells if cell.text),
                [link for cell in cells for link in cell.links],
                [media for cell in cells for media in cell.media],
            )
        )


def _split_after_lines(text: str, lines: int) -> tuple[str, str]:
    """(the first `lines` lines, the rest)."""
    if text.count("\n") <= lines:
        return text, ""
    end = -1
    for _ in range(lines):
        end = text.index("\n", end + 1)
    return text[: end + 1], text[end + 1 :]


def _split_heading_id(source: str) -> tuple[str, str]:
    """(heading without its attribute list, the id that this gives or empty)."""
    if not source.rstrip().endswith("}"):
        return source, ""
    custom = _HEADING_ID.search(source)
    if custom:
        return source[: custom.start()], custom["id"]
    return _HEADING_ATTRIBUTES.sub("", source), ""
