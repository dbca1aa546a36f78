"""Hugo's rules for paths and `[permalinks]`: https://gohugo.io/content-management/urls/."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from shared.domain.content.layout import Metadata

__all__ = ["expand_permalink", "sanitize_path"]

_TOKEN = re.compile(r":([a-z]+)(?:\[(\d{0,3}|last)(:?)(\d{0,3}|last)\])?")
_HEX_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")


def sanitize_path(path: str, *, lower: bool = True) -> str:
    """`paths.Sanitize` of Hugo: keeps letters, digits, marks, `./\\_#+~-@`; white space becomes one hyphen."""
    kept: list[str] = []
    pending_hyphen = False
    for position, char in enumerate(path.lower() if lower else path):
        if _is_allowed(char) or (char == "%" and _HEX_ESCAPE.match(path, position)):
            if pending_hyphen and char != "-":
                kept.append("-")
            pending_hyphen = False
            kept.append(char)
        elif char.isspace() and kept and kept[-1] != "-":
            pending_hyphen = True
    return "".join(kept)


def expand_permalink(pattern: str, inner: str, name: str, slug: str, metadata: Metadata) -> str | None:
    """Fill in a pattern's tokens; None if one of them is unknown or needs a date that the page lacks.

    `inner` is the page's path without suffix, `name` the file's (a bundle's: the folder's) own name. Every folder is
    taken for a section, although for Hugo a nested one is only when it has an `_index.md`.
    """
    sections = inner.split("/")[:-1]
    title = (metadata.title or name).replace("/", "-")
    words = {
        "section": sections[0] if sections else "",
        "title": title,
        "slug": slug or title,
        "slugorfilename": slug or name,
        "slugorcontentbasename": slug or name,
        "filename": name,
        "contentbasename": name,
    }
    missing = False

    def fill(found: re.Match[str]) -> str:
        nonlocal missing
        part = found[1]
        if part == "sections":
            return "/".join(_slice(sections, found))
        if part in words:
            return words[part]
        if part in _DATE_TOKENS and metadata.published is not None:
            return _DATE_TOKENS[part](metadata.published)
        missing = True
        return ""

    filled = _TOKEN.sub(fill, pattern)
    return None if missing else filled


_DATE_TOKENS: dict[str, Callable[[datetime], str]] = {
    "year": lambda date: f"{date.year:04}",
    "month": lambda date: f"{date.month:02}",
    "monthname": lambda date: f"{date:%B}",
    "day": lambda date: f"{date.day:02}",
    "weekday": lambda date: str(date.isoweekday() % 7),
    "weekdayname": lambda date: f"{date:%A}",
    "yearday": lambda date: str(date.timetuple().tm_yday),
}


def _slice(sections: list[str], found: re.Match[str]) -> list[str]:
    """`:sections`, `:sections[1]`, `:sections[1:]` or `:sections[last]`."""
    if found[2] is None:
        return sections
    first, last = found[2], found[4]
    start = len(sections) - 1 if first == "last" else int(first or 0)
    if not found[3]:
        return sections[max(start, 0) : start + 1]
    stop = len(sections) if last in ("", "last") else int(last)
    return sections[max(start, 0) : stop]


def _is_allowed(char: str) -> bool:
    return char in "./\\_#+~-@" or unicodedata.category(char)[0] in "LM" or unicodedata.category(char) == "Nd"
