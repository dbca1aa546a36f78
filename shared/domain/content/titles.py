"""Titles as plain text, and titles for pages that have none."""

from __future__ import annotations

import re
from html import unescape
from pathlib import PurePosixPath

from shared.domain.content.rich_text import squeeze

__all__ = ["humanise_file_name", "plain_title"]

# Only tags that a title is likely to be formatted with: `vector<bool>` and `List<T>` are words of their pages' titles.
_FORMATTING_TAG = re.compile(
    r"</?(?:a|b|br|code|em|i|kbd|mark|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*+)?/?>", re.IGNORECASE
)
_CODE_SPAN = re.compile(r"(?<!`)`([^`\n]++)`(?!`)")
_DATE_PREFIX = re.compile(r"^\d{4}-\d{1,2}-\d{1,2}-(?=.)")
_INDEX_NAMES = frozenset({"index", "_index", "readme"})


def plain_title(title: str) -> str:
    """A title from front matter without formatting tags, backticks and entities."""
    return squeeze(unescape(_CODE_SPAN.sub(r"\1", _FORMATTING_TAG.sub("", title))))


def humanise_file_name(path: str) -> str:
    """`docs/getting-started/index.md` -> `Getting started`."""
    file = PurePosixPath(path)
    name = file.name.split(".")[0]
    if name.lower() in _INDEX_NAMES and file.parent.name:
        name = file.parent.name
    words = squeeze(re.sub(r"[-_]+", " ", _DATE_PREFIX.sub("", name)))
    return (words[:1].upper() + words[1:]) or file.name
