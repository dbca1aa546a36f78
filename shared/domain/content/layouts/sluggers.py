"""How each generator turns a heading into an anchor, and how it tells equal headings apart.

The rules are checked against the real implementations: tests/cases/layouts/anchors.*.json were written by them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "github_slug",
    "new_github_slugger",
    "new_goldmark_slugger",
    "new_kramdown_slugger",
    "new_pymdownx_slugger",
    "new_python_markdown_slugger",
    "new_vitepress_slugger",
]

# Circled and squared Latin letters are symbols, yet `Alphabetic` in Unicode's DerivedCoreProperties.txt.
_ALPHABETIC_SYMBOLS = ((0x24B6, 0x24E9), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189))


def github_slug(text: str) -> str:
    """The `slug` function of npm's github-slugger 2: lower case, words kept, punctuation dropped, spaces to hyphens."""
    return "".join("-" if char == " " else char for char in text.lower() if char in "- " or _is_word(char))


def new_github_slugger() -> Callable[[str], str]:
    """github-slugger's class, which Docusaurus, Astro and Starlight use: a repeat gets `-1`, then `-2`."""
    repeats: dict[str, int] = {}

    def slugger(text: str) -> str:
        slug = candidate = github_slug(text)
        while candidate in repeats:
            repeats[slug] += 1
            candidate = f"{slug}-{repeats[slug]}"
        repeats[candidate] = 0
        return candidate

    return slugger


def new_goldmark_slugger(*, ascii_only: bool = False) -> Callable[[str], str]:
    """Hugo's `autoHeadingIDType` `github` or `github-ascii` (autoid.go): letters, digits, `_`, hyphens for spaces."""
    used: set[str] = set()

    def slugger(text: str) -> str:
        if ascii_only:
            text = unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode("ascii")
        # Go lowers rune by rune: `İ` becomes `i`, where Python adds a combining dot.
        kept = ("-" if char in "- " else char.lower()[0] for char in text.strip() if _is_goldmark_char(char))
        return _number_repeats("".join(kept) or "heading", used, "-")

    return slugger


def new_kramdown_slugger(*, github_flavoured: bool) -> Callable[[str], str]:
    """Jekyll's anchors: kramdown-parser-gfm's, which Jekyll uses unless told otherwise, or plain kramdown's."""
    repeats: dict[str, int] = {}

    def slugger(text: str) -> str:
        slug = _kramdown_gfm_slug(text) if github_flavoured else _kramdown_slug(text)
        repeats[slug] = repeats.get(slug, -1) + 1
        return f"{slug}-{repeats[slug]}" if repeats[slug] else slug

    return slugger


def new_python_markdown_slugger() -> Callable[[str], str]:
    """`slugify` and `unique` of Python-Markdown's toc, MkDocs' default: ASCII only, repeats get `_1`."""

    def slugify(text: str) -> str:
        ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
        return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())

    return _with_python_markdown_repeats(slugify)


def new_pymdownx_slugger() -> Callable[[str], str]:
    """`pymdownx.slugs.slugify(case="lower")`, which Material for MkDocs recommends: keeps letters of every script."""

    def slugify(text: str) -> str:
        kept = re.sub(r"[^\w\- ]", "", unicodedata.normalize("NFC", text).strip().lower())
        return kept.replace(" ", "-")

    return _with_python_markdown_repeats(slugify)


def new_vitepress_slugger() -> Callable[[str], str]:
    """`slugify` of @mdit-vue/shared with markdown-it-anchor's numbering, as VitePress combines them."""
    used: set[str] = set()

    def slugger(text: str) -> str:
        plain = re.sub("[\u0300-\u036f]|[\x00-\x1f]", "", unicodedata.normalize("NFKD", text))
        hyphened = re.sub(r"[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'“”‘’<>,.?/\ufeff]+", "-", plain).strip("-")
        slug = re.sub(r"^([0-9])", r"_\1", hyphened).lower()
        return _number_repeats(slug, used, "-")

    return slugger


def _with_python_markdown_repeats(slugify: Callable[[str], str]) -> Callable[[str], str]:
    used: set[str] = {""}  # an empty id counts as taken: it becomes `_1`

    def slugger(text: str) -> str:
        slug = slugify(text)
        if slug in used and (numbered := re.fullmatch(r"(.*)_([0-9]{1,9})", slug, re.DOTALL)):
            return _number_repeats(slug, used, "_", stem=numbered[1], first=int(numbered[2]) + 1)
        return _number_repeats(slug, used, "_")

    return slugger


def _number_repeats(slug: str, used: set[str], separator: str, *, stem: str | None = None, first: int = 1) -> str:
    """`slug` if it is free, else its stem with the first free number. Adds the result to `used`."""
    candidate, number = slug, first
    while candidate in used:
        candidate = f"{slug if stem is None else stem}{separator}{number}"
        number += 1
    used.add(candidate)
    return candidate


def _kramdown_gfm_slug(text: str) -> str:
    kept = "".join(char for char in text.lower() if char in "- \t" or _is_word(char))
    return kept.replace(" ", "-").replace("\t", "-")


def _kramdown_slug(text: str) -> str:
    from_first_letter = re.sub(r"^[^a-zA-Z]+", "", text)
    return re.sub(r"[^a-zA-Z0-9 \-]", "", from_first_letter).replace(" ", "-").lower() or "section"


@lru_cache(maxsize=4_096)
def _is_word(char: str) -> bool:
    """Alphabetic, mark, decimal digit or connector punctuation: Ruby's `\\p{Word}` and github-slugger's kept set."""
    category = unicodedata.category(char)
    if category[0] in "LM" or category in ("Nd", "Nl", "Pc"):
        return True
    return any(first <= ord(char) <= last for first, last in _ALPHABETIC_SYMBOLS)


def _is_goldmark_char(char: str) -> bool:
    return char in "- _" or unicodedata.category(char) in ("Lu", "Ll", "Lt", "Lm", "Lo", "Nd")
