"""markdown-it-py, set up for reading: blocks come as tokens, inline text is parsed only where it has markup.

Three parsers are made at most, once a process. Most pages need only the plain one; rules for footnotes, definition
lists, mathematics and MkDocs' indented blocks cost time on every line, so only pages that show signs of them pay.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from shared.domain.content.diagnostics import ContentCode
from shared.domain.content.indented_blocks import indented_block_rule

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

__all__ = ["MAX_NESTING", "BlockToken", "MarkdownPage", "is_plain", "parse_blocks", "reason_to_refuse"]

MAX_NESTING = 60
"""Levels of block tokens; a list item is two. Each level is two Python frames."""
MAX_INLINE_CHARS = 20_000
"""A longer paragraph is read as plain text: some of markdown-it's inline rules take time in the square of it."""
MAX_BRACKET_DEPTH = 20
"""Images in images recurse without a limit of markdown-it's own."""

_DONE: Final = "inkdex_done"
"""Where, in markdown-it's environment of a page, its tokens gather."""

_MARKUP = re.compile(r"[\\`*_~\[<&$^]")
_EXTENDED_SIGNS = ("!!!", "???", "=== ", "===!", "===+", "[^", "\n: ", "\n  :", "\n:\t", "$")
_EXTENDED = re.compile(r"!!!|\?\?\?|===|\[\^|\n[ \t>]*+:[ \t]|\$\$|\$[^\s$][^$\n]{0,500}+\$")
_BRACKET = re.compile(r"[\[\]]")


class BlockToken(NamedTuple):
    """What is read of a block token of markdown-it. `line` counts from 0; None where the token has no place."""

    kind: str
    tag: str
    content: str
    level: int
    line: int | None


class MarkdownPage:
    """The block tokens of one page, and the means to read the inline text in them."""

    def __init__(self, parser: MarkdownIt, text: str) -> None:
        self._parser = parser
        self.tokens: list[BlockToken] = []
        self._env: EnvType = {_DONE: self.tokens}
        _move(parser.parse(text, self._env), self.tokens)

    def parse_inline(self, text: str) -> list[Token]:
        """Inline tokens of `text`, for which `reason_to_refuse` has found nothing."""
        return self._parser.inline.parse(text, self._parser, self._env, [])


def reason_to_refuse(text: str) -> ContentCode | None:
    """Why inline `text` is not safe to parse, if so: it is too long, or its brackets are nested too deeply."""
    if len(text) > MAX_INLINE_CHARS:
        return ContentCode.TEXT_TOO_LONG
    return ContentCode.NESTING_TOO_DEEP if _bracket_depth(text) > MAX_BRACKET_DEPTH else None


def parse_blocks(text: str, *, mdx: bool = False) -> MarkdownPage:
    """Parse the block structure of a page. `mdx`: indentation makes no code, as in MDX."""
    extended = mdx or (any(sign in text for sign in _EXTENDED_SIGNS) and _EXTENDED.search(text) is not None)
    return MarkdownPage(_parser(extended=extended, mdx=mdx), text)


def is_plain(text: str) -> bool:
    """Whether inline `text` has no markup at all, so that it need not be parsed."""
    return _MARKUP.search(text) is None


@cache
def _parser(*, extended: bool, mdx: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING})
    parser.enable(["table", "strikethrough"])
    # Line ends are normalised already; inline text is parsed on demand, and its reader joins texts itself.
    parser.core.ruler.disable(["normalize", "inline", "text_join"])
    parser.block.ruler.before("table", "inkdex_gather", _gather)
    if mdx:
        parser.disable("code")
    if extended:
        footnote_plugin(parser, inline=False, move_to_end=False, always_match_refs=True)
        deflist_plugin(parser)
        dollarmath_plugin(parser, allow_labels=False, allow_digits=False, allow_space=False, double_inline=True)
        parser.block.ruler.before(
            "fence", "indented_block", indented_block_rule, {"alt": ["paragraph", "reference", "blockquote", "list"]}
        )
    # Unsafe targets must come out as links, to be dropped with a diagnostic, and every target as it was written.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return parser


def _gather(state: StateBlock, _start: int, _end: int, _silent: bool) -> bool:
    """Before each block of the outermost level, take what markdown-it has made of those before it.

    Its own tokens take ten times the memory: those of a page of 650 kB had 20 MB. No rule looks back beyond its block.
    """
    if state.level == 0:
        _move(state.tokens, state.env[_DONE])
    return False


def _move(tokens: list[Token], done: list[BlockToken]) -> None:
    done += [
        BlockToken(token.type, token.tag, token.content, token.level, token.map[0] if token.map else None)
        for token in tokens
    ]
    tokens.clear()


def _bracket_depth(text: str) -> int:
    if text.count("[") <= MAX_BRACKET_DEPTH:
        return 0
    deepest = depth = 0
    for bracket in _BRACKET.findall(text):
        depth = depth + 1 if bracket == "[" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest
