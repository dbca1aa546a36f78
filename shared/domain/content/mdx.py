"""Finding where MDX's JavaScript ends: ESM statements, JSX tags and `{expressions}`.

None of this is a JavaScript parser. Brackets are balanced outside of strings, within a window that bounds the work;
what cannot be balanced is text.
"""

from __future__ import annotations

import re
from itertools import islice

__all__ = ["end_of_braces", "end_of_esm", "end_of_tag", "looks_like_mdx"]

MAX_CONSTRUCT_CHARS = 20_000
_MAX_STATEMENTS_TRIED = 20

_STRINGS = r"\\[\s\S]|\"(?:\\.|[^\"\\\n])*+\"|'(?:\\.|[^'\\\n])*+'|`(?:\\[\s\S]|[^`\\])*+`|/\*[\s\S]*?\*/"
_BRACES = re.compile(rf"{_STRINGS}|[{{}}]")
_BRACKETS = re.compile(rf"{_STRINGS}|[{{}}()\[\]\n]")
_TAG_PARTS = re.compile(r"\"[^\"]*+\"|'[^']*+'|[{<>]")
_IMPORT = re.compile(
    r"import\s++(?:type\s++)?+(?:[\w$]++\s*+,?+\s*+)?+(?:\{[^{}'\"]{0,2000}+\}\s*+|\*\s++as\s++[\w$]++\s*+)?+from\s*+"
    r"(?:\"[^\"\n]++\"|'[^'\n]++')[^\n]*+|import\s++(?:\"[^\"\n]++\"|'[^'\n]++')[^\n]*+"
)
_EXPORT = re.compile(
    r"export\s++(?:default\b|const\b|let\b|var\b|(?:async\s++)?+function\b|class\b|type\b|interface\b|\{|\*)"
)
_ESM_LINE = re.compile(r"^(?:import|export)\b", re.MULTILINE)
_VUE_SCRIPT = re.compile(r"^<script\b", re.MULTILINE)
_CAPITAL_TAG = re.compile(r"</?[A-Z]")
_COMPONENT = re.compile(
    r"</[A-Z][\w.]*+>|<[A-Z][\w.]*+(?:\s[^<>]*+|/)(?<=/)>|^[ \t]*+<[A-Z][\w.]*+\s[^<>\n]{0,500}?=\{", re.MULTILINE
)
_CODE = re.compile(
    r"^[ \t>]*+(?P<fence>`{3,}+|~{3,}+)[^\n]*+\n[\s\S]*?(?:^[ \t>]*+(?P=fence)|\Z)"
    r"|(?<!`)(?P<ticks>`{1,3}+)[^`\n]*+(?P=ticks)",
    re.MULTILINE,
)


def looks_like_mdx(text: str) -> bool:
    """Whether a page has ESM statements or JSX components outside of its code. A Vue page has a `<script>` instead."""
    may_have_esm = text.startswith(("import", "export")) or "\nimport" in text or "\nexport" in text
    if not may_have_esm and not (_CAPITAL_TAG.search(text) and _COMPONENT.search(text)):
        return False
    prose = _CODE.sub("", text)
    if _VUE_SCRIPT.search(prose):
        return False
    statements = islice(_ESM_LINE.finditer(prose), _MAX_STATEMENTS_TRIED)
    if any(end_of_esm(prose, line.start()) > 0 for line in statements):
        return True
    return _COMPONENT.search(prose) is not None


def end_of_esm(text: str, start: int) -> int:
    """End of the `import` or `export` statement at `start`; -1 when it is prose."""
    statement = _IMPORT.match(text, start)
    if statement:
        return statement.end()
    if not _EXPORT.match(text, start):
        return -1
    depth = 0
    for bracket in _BRACKETS.finditer(text, start, start + MAX_CONSTRUCT_CHARS):
        if bracket[0] in "{[(":
            depth += 1
        elif bracket[0] in "}])":
            depth -= 1
        elif bracket[0] == "\n" and depth <= 0:
            return bracket.start()
    if depth <= 0:
        return min(len(text), start + MAX_CONSTRUCT_CHARS)
    blank = text.find("\n\n", start, start + MAX_CONSTRUCT_CHARS)
    return blank if blank > 0 else -1


def end_of_braces(text: str, start: int) -> int:
    """End of the expression whose `{` is at `start`; -1 when it is not closed."""
    depth = 0
    for brace in _BRACES.finditer(text, start, start + MAX_CONSTRUCT_CHARS):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return brace.end()
    return -1


def end_of_tag(text: str, start: int) -> int:
    """End of the JSX tag whose `<` is at `start`; -1 when it is not closed."""
    position = start + 1
    limit = start + MAX_CONSTRUCT_CHARS
    while part := _TAG_PARTS.search(text, position, limit):
        if part[0] == ">":
            return part.end()
        if part[0] == "<":
            return -1
        position = part.end()
        if part[0] == "{":
            position = end_of_braces(text, part.start())
            if position < 0:
                return -1
    return -1
