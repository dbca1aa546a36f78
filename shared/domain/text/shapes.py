"""The shape of a text: one ASCII letter for the class of every character.

Rules about words are regular expressions over shapes. They are short, the same in Python and JavaScript, and do not
depend on which Unicode version the host's regular expressions know.

| class | characters |
|---|---|
| `U` | upper-case and title-case letters |
| `l` | all other letters, and marks |
| `s` | the letter s, for the plural of acronyms (`URLs`) |
| `d` | numbers |
| `c` | a letter of a script written without spaces: Han, kana, Hangul, Thai, Lao, Khmer, Burmese |
| `m` | a mark in these scripts |
| `_ . : + # - '` | themselves; other hyphens and apostrophes count as these |
| space | everything else |
"""

from __future__ import annotations

import unicodedata

__all__ = ["shape_of"]

_UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF), (0x19E0, 0x19FF), (0x1A20, 0x1AAF),
    (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x302F), (0x3031, 0x3035), (0x3038, 0x303C), (0x3041, 0x312F),
    (0x3131, 0x318E), (0x31A0, 0x31BF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA48F),
    (0xA960, 0xA97F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF),
    (0x16FE0, 0x18DFF), (0x1AFF0, 0x1B2FF), (0x20000, 0x3FFFF),
)  # fmt: skip
_ALIKE = {"’": "'", "ʼ": "'", "＇": "'", "‐": "-", "‑": "-", "·": "-", "_": "_", ".": ".", ":": ":", "+": "+", "#": "#",
          "-": "-", "'": "'", "s": "s"}  # fmt: skip
_CLASS_BY_CATEGORY = {"Lu": "U", "Lt": "U", "Ll": "l", "Lm": "l", "Lo": "l", "Nd": "d", "Nl": "d", "No": "d",
                      "Mn": "l", "Mc": "l", "Me": "l"}  # fmt: skip


class _Shapes(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = shape = _class_of(chr(code))
        return shape


def _class_of(char: str) -> str:
    if char in _ALIKE:
        return _ALIKE[char]
    category = unicodedata.category(char)
    if any(first <= ord(char) <= last for first, last in _UNSPACED):
        if category[0] == "M":
            return "m"
        if category[0] == "L" or category == "Nl":
            return "c"
    return _CLASS_BY_CATEGORY.get(category, " ")


_SHAPES = _Shapes()


def shape_of(text: str) -> str:
    """The classes of the characters of `text`, one each."""
    return text.translate(_SHAPES)
