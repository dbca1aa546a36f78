"""Words and identifiers: where the tokens of a text without spaces are, before anything is folded or stemmed."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from shared.domain.text.shapes import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MAX_TERM_CHARS", "Apostrophes", "Piece", "find_pieces"]

MAX_TERM_CHARS = 64
"""Longer tokens are dropped: nobody types them, and a lexicon full of them helps nobody."""

_MAX_HASH_CHARS = 40
"""The length of a Git commit's id. What is longer and full of digits is a digest or encoded data."""

_MAX_JOINED_WORDS = 3
"""`real-time` is also indexed as `realtime`, `end-to-end` as `endtoend`; `state-of-the-art` only as its words."""


class Piece(NamedTuple):
    """A token to be. `start` and `end` are its place, `text` is what stands there, for a whole without separators.

    `word` tells that it is made of letters alone and may be stemmed. A `whole` precedes its parts.
    """

    text: str
    start: int
    end: int
    word: bool
    whole: bool = False


class Apostrophes(NamedTuple):
    """What an apostrophe inside a word does in a language. `suffixes` are cut off with it (`John's` -> `John`).

    Otherwise it `joins` (`O'Reilly` is also `oreilly`) or it splits (`l'homme` is two words).
    """

    joins: bool
    suffixes: frozenset[str]


_UNSPACED = re.compile(r"cm*|m+")
_COMPOUND = re.compile(
    r"(?P<unspaced>[cm]+)"
    r"|(?P<prefix>--?(?=[Uls])|\.(?=[Uls]))?"
    r"(?P<body>[Ulsd]+(?:(?:_+|[.'-]|::)[Ulsd]+)*)"
    r"(?P<suffix>\+\+(?![+Ulsd])|#(?![#Ulsd]))?"
)
_WORD = re.compile(r"[Ulsd]+")
_CASED_PART = re.compile(
    r"U{2,}(?:s$|[ls]d+)"  # URLs, IPv4
    r"|U?[ls][lsd]*"  # camel, Case, base64, sha256sum
    r"|d*U+(?![ls])(?:d+U+(?![ls]))*(?:d+(?:[ls][lsd]*)?)?"  # HTTP before Server, H2O, AES256GCM, MP3, K8s, 2FA
    r"|d+(?:[ls][lsd]*)?"  # 64, 3d
)


def find_pieces(text: str, apostrophes: Apostrophes) -> Iterator[Piece]:
    """The pieces of NFKC `text` in order, in linear time. Indexes count from the start of `text`."""
    shape = shape_of(text)
    if not apostrophes.joins:
        shape = shape.replace("'", " ")
    for match in _COMPOUND.finditer(shape):
        if match["unspaced"] is not None:
            yield from _find_bigrams(text, shape, match.start(), match.end())
        else:
            yield from _find_in_compound(text, shape, match, apostrophes)


def _find_bigrams(text: str, shape: str, start: int, end: int) -> Iterator[Piece]:
    """Overlapping pairs of characters; the character itself where it stands alone."""
    spans = [match.span() for match in _UNSPACED.finditer(shape, start, end)]
    pairs = pairwise(spans) if len(spans) > 1 else [(spans[0], spans[0])]
    for (first, _), (_, last) in pairs:
        if last - first <= MAX_TERM_CHARS:
            yield Piece(text[first:last], first, last, word=False)


def _find_in_compound(text: str, shape: str, match: re.Match[str], apostrophes: Apostrophes) -> Iterator[Piece]:
    words = [word.span() for word in _WORD.finditer(shape, *match.span("body"))]
    if len(words) > 1 and shape[words[-1][0] - 1] == "'":
        last_word = text[slice(*words[-1])].lower()
        if last_word in apostrophes.suffixes:
            words.pop()
        elif last_word == "t" and len(words) == 2:  # the two words of `don't`
            yield Piece(_join(text, shape, words), words[0][0], words[-1][1], word=True)
            return
    if len(words) == 1:
        yield from _find_affixed(text, shape, words[0], match["prefix"], match["suffix"])
        yield from _find_in_word(text, shape, words[0])
        return
    if match["prefix"] == "--":
        yield from _find_literal(text, match.start(), words[-1][1])
    elif len(words) <= _MAX_JOINED_WORDS and all(shape[start - 1] in "-'" for start, _ in words[1:]):
        yield from _find_whole(text, shape, words)
    yield from _find_in_hyphenated(text, shape, words)


def _find_affixed(
    text: str, shape: str, word: tuple[int, int], prefix: str | None, suffix: str | None
) -> Iterator[Piece]:
    """`.net`, `--flag`, `-f`, `c++`, `c#`: whole with the sign that tells it from the word."""
    start, end = word
    if suffix == "++" or (suffix == "#" and end - start == 1):
        yield from _find_literal(text, start, end + len(suffix))
    elif prefix in {".", "--"} or (prefix == "-" and shape[start:end] in {"U", "l", "s"}):
        yield from _find_literal(text, start - len(prefix), end)


def _find_in_hyphenated(text: str, shape: str, words: list[tuple[int, int]]) -> Iterator[Piece]:
    """The dotted or underscored names between the hyphens: each whole, and in words."""
    first = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or shape[words[index][0] - 1] in "-'":
            name = _without_version_letter(text, shape, words[first:index])
            if len(name) > 1:
                yield from _find_whole(text, shape, name)
            for word in name:
                yield from _find_in_word(text, shape, word)
            first = index


def _without_version_letter(text: str, shape: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`v3.11.2` is found as `3.11.2`."""
    start, end = words[0]
    if len(words) > 1 and text[start] in "vV" and shape[start:end].strip("d") in {"l", "U"} and end - start > 1:
        return [(start + 1, end), *words[1:]]
    return words


def _find_in_word(text: str, shape: str, word: tuple[int, int]) -> Iterator[Piece]:
    start, end = word
    if _is_encoded_data(shape[start:end]):
        return
    parts = [(start + part.start(), start + part.end()) for part in _CASED_PART.finditer(shape[start:end])]
    if len(parts) > 1:
        yield from _find_whole(text, shape, [word])
    for first, last in parts:
        if last - first <= MAX_TERM_CHARS:
            yield Piece(text[first:last], first, last, word="d" not in shape[first:last])


def _is_encoded_data(shape: str) -> bool:
    return len(shape) > _MAX_HASH_CHARS and shape.count("d") * 10 >= len(shape)


def _find_whole(text: str, shape: str, words: list[tuple[int, int]]) -> Iterator[Piece]:
    start, end = words[0][0], words[-1][1]
    if end - start <= MAX_TERM_CHARS:
        yield Piece(_join(text, shape, words), start, end, word="d" not in shape[start:end], whole=True)


def _find_literal(text: str, start: int, end: int) -> Iterator[Piece]:
    if end - start <= MAX_TERM_CHARS:
        yield Piece(text[start:end], start, end, word=False, whole=True)


def _join(text: str, shape: str, words: list[tuple[int, int]]) -> str:
    """The words without what separates them, so that every spelling of a name is one term; digits stay apart."""
    joined = text[slice(*words[0])]
    for (_, end), (start, stop) in pairwise(words):
        between_digits = shape[end - 1] == shape[start] == "d"
        joined += (text[end:start] if between_digits else "") + text[start:stop]
    return joined
