"""Folding: one spelling for texts that a reader takes as the same.

JavaScript has no full case folding, so folding here is built from what both languages have and agree on: NFKC, lower
case, and one small table for the letters that lower case and decomposition leave alone.

Diacritics are removed from Latin, Greek and Cyrillic letters (`й ї ў ѓ ќ` stay: they are letters of their own), and
optional vowel points from Arabic and Hebrew. Marks of other scripts stay: they carry the vowels of Indic scripts and of
Thai, and the voicing of kana.
"""

from __future__ import annotations

import unicodedata

__all__ = ["fold", "fold_normal", "lower", "normalize", "strip_diacritics"]

_LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ł": "l", "ŧ": "t", "þ": "th", "ŋ": "n",
    "ı": "i", "ĸ": "k", "ŀ": "l", "ς": "σ", "և": "եւ",
    "’": "'", "ʼ": "'", "‐": "-",
}  # fmt: skip
_LETTERS_OF_THEIR_OWN = frozenset("йїўѓќ")

_DROPPED_MARKS = (
    (0x0300, 0x036F), (0x0483, 0x0489), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F),
    (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x05C7, 0x05C7),  # Hebrew points
    (0x0610, 0x061A), (0x0640, 0x0640), (0x064B, 0x0652), (0x0656, 0x065F), (0x0670, 0x0670),  # Arabic points, tatweel
)  # fmt: skip
_DECOMPOSED_SCRIPTS = ((0x0041, 0x024F), (0x0370, 0x03FF), (0x0400, 0x052F), (0x1E00, 0x1EFF), (0x1F00, 0x1FFF))

_INVISIBLE = (
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x180B, 0x180E), (0x200C, 0x200F), (0x202A, 0x202E),
    (0x2060, 0x2064), (0x2066, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xE0000, 0xE0FFF),
)  # fmt: skip
"""Soft hyphen, joiners, text direction, variation selectors: they change how a word looks, not which word it is."""

_MAX_MARKS = 30
"""Marks that may follow one letter (the limit of Unicode's Stream-Safe Text Format, UAX #15). Normalising orders marks
in quadratic time, so a longer run is cut into pieces of this size."""
_SHORT = 64


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


_WITHOUT_INVISIBLE = dict.fromkeys(code for first, last in _INVISIBLE for code in range(first, last + 1))


class _Stripped(dict[int, str]):
    """Code point -> the letter without diacritics, found on first use. A table for `str.translate`."""

    def __missing__(self, code: int) -> str:
        self[code] = stripped = _strip_letter(chr(code))
        return stripped


def _strip_letter(letter: str) -> str:
    code = ord(letter)
    if code < 0x80 or letter in _LETTERS_OF_THEIR_OWN:
        return letter
    if letter in _LETTERS:
        return _LETTERS[letter]
    if _within(code, _DROPPED_MARKS):
        return ""
    decomposed = unicodedata.normalize("NFD", letter)
    if len(decomposed) > 1 and _within(ord(decomposed[0]), _DECOMPOSED_SCRIPTS):
        return "".join(map(_strip_letter, decomposed))
    return letter


_STRIPPED = _Stripped()


def strip_diacritics(text: str, keep: frozenset[str] = frozenset()) -> str:
    """Lower-case NFKC `text` without diacritics; the letters in `keep` stay as they are."""
    if text.isascii():
        return text
    if not keep:
        return text.translate(_STRIPPED)
    return "".join([letter if letter in keep else _STRIPPED[ord(letter)] for letter in text])


def lower(text: str) -> str:
    """Lower case, and every sigma alike wherever it stands in its word."""
    return text.lower().replace("ς", "σ")


def fold(text: str) -> str:
    """`text` in NFKC, lower case, without diacritics. Folding twice changes nothing more."""
    if text.isascii():
        return text.lower()
    normal, _ = normalize(text)
    return fold_normal(normal)


def fold_normal(text: str) -> str:
    """`fold` for a text that `normalize` has been through."""
    stripped = strip_diacritics(lower(text))
    return stripped if stripped.isascii() else normalize(stripped)[0]


def normalize(text: str) -> tuple[str, list[int] | None]:
    """NFKC of `text` without invisible characters, in linear time.

    The list maps every character of the result to the index in `text` where the character that it came from, with its
    marks, starts; one more element holds the length of `text`. None stands for the identity.
    """
    if text.isascii():
        return text, None
    if len(text) <= _SHORT and unicodedata.is_normalized("NFKC", text) and text.translate(_WITHOUT_INVISIBLE) == text:
        return text, None
    pieces: list[str] = []
    origins: list[int] = []
    for start, end in _clusters(text):
        piece = unicodedata.normalize("NFKC", text[start:end].translate(_WITHOUT_INVISIBLE))
        pieces.append(piece)
        origins.extend([start] * len(piece))
    origins.append(len(text))
    return "".join(pieces), origins


def _clusters(text: str) -> list[tuple[int, int]]:
    """(start, end) of every character with the marks that follow it: what normalising may join, and no more."""
    clusters: list[tuple[int, int]] = []
    start = 0
    for index in range(1, len(text)):
        if index - start > _MAX_MARKS or not _extends(text[index]):
            clusters.append((start, index))
            start = index
    if text:
        clusters.append((start, len(text)))
    return clusters


def _extends(char: str) -> bool:
    """Whether NFKC may join `char` to the character before it: marks, Hangul vowels and finals, half-width voicing."""
    code = ord(char)
    if code < 0x300:
        return code == 0xAD
    return (
        unicodedata.category(char)[0] == "M"
        or 0x1160 <= code <= 0x11FF
        or 0xFF9E <= code <= 0xFF9F
        or code in _WITHOUT_INVISIBLE
    )
