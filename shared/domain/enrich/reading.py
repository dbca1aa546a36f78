"""How many words a text has, and how long people take to read it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

__all__ = ["UNSPACED", "ReadingLength", "measure_reading"]

WORDS_PER_MINUTE: Final = 238
"""Silent reading of English non-fiction by adults: Brysbaert, "How many words do we read per minute?" (2019)."""

CHARACTERS_PER_MINUTE: Final = 500
"""For scripts without spaces between words: a round figure that publishing platforms use for Chinese and Japanese."""

UNSPACED: Final = (
    r"\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
"""Han, kana, Thai, Lao, Khmer and Burmese, as the inside of a regular expression's character class."""

_UNSPACED_CHARACTER = re.compile(f"[{UNSPACED}]")


class ReadingLength(NamedTuple):
    """`word_count` counts a character of a script without spaces as a word."""

    word_count: int
    reading_time_s: int


def measure_reading(text: str) -> ReadingLength:
    """Measure prose. The time is rounded up to a whole second."""
    characters = 0
    if not text.isascii():
        text, characters = _UNSPACED_CHARACTER.subn(" ", text)
    words = len(text.split())
    minutes = words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE
    return ReadingLength(words + characters, int(-(-minutes * 60 // 1)))
