"""How many words a text has, and how long people take to read it."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ReadingLength", "measure_reading", "separate_characters"]

WORDS_PER_MINUTE: Final = 238
"""Silent reading of English non-fiction by adults: Brysbaert, "How many words do we read per minute?" (2019)."""

CHARACTERS_PER_MINUTE: Final = 500
"""For scripts without spaces between words: a round figure that publishing platforms use for Chinese and Japanese."""

_UNSPACED_CHARACTER = re.compile(
    r"[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff]"
)
"""Han, kana, Thai, Lao, Khmer and Burmese."""


class ReadingLength(NamedTuple):
    """`word_count` counts a character of a script without spaces as a word."""

    word_count: int
    reading_time_s: int


def separate_characters(text: str) -> tuple[str, int]:
    """Put spaces around the characters of scripts without spaces, so that each is a word; and how many there are."""
    return (text, 0) if text.isascii() else _UNSPACED_CHARACTER.subn(r" \g<0> ", text)


def measure_reading(separated: Iterable[tuple[str, int]]) -> ReadingLength:
    """Measure texts, as `separate_characters` returns each. The time is rounded up to a whole second."""
    word_count = characters = 0
    for text, own in separated:
        word_count += len(text.split())
        characters += own
    minutes = (word_count - characters) / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE
    return ReadingLength(word_count, math.ceil(minutes * 60))
