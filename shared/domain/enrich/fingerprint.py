"""Fingerprints of texts, which tell how much of two texts is the same without the texts.

A text is the set of its shingles (four words in a row); how alike two texts are is the share of shingles that they
have in common (Jaccard). A fingerprint keeps the 64 smallest hashes of the set: of two fingerprints, the share of
common ones among the 64 smallest of both is an estimate of that, with a standard error of at most 0.063 (bottom-k
sketches: Broder, "On the resemblance and containment of documents", 1997; Cohen and Kaplan, "Summarizing data using
bottom-k sketches", 2007).
"""

from __future__ import annotations

import re
import sys
from array import array
from base64 import b64decode, b64encode
from hashlib import blake2b
from typing import Final

from shared.domain.enrich.reading import UNSPACED

__all__ = ["SIZE", "decode_fingerprint", "estimate_similarity", "fingerprint"]

SIZE: Final = 64

_ASCII_WORD = re.compile(r"\w+", re.ASCII)
_WORD = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")

_PRIME: Final = 4_294_967_291
"""The largest prime below 2**32."""

_MAX_CACHED_WORDS = 65_536


class _WordHashes(dict[str, int]):
    """Word -> 16 bits of its BLAKE2b, so that `map` over it runs in C for words that repeat; bounded."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MAX_CACHED_WORDS:
            self.clear()
        digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=2).digest()
        self[word] = number = int.from_bytes(digest, "little")
        return number


_WORD_HASHES = _WordHashes()


def fingerprint(text: str) -> str:
    """The fingerprint of a text: base64 of ascending little-endian 32-bit integers; empty without words."""
    lowered = text.lower()
    words = (_ASCII_WORD if lowered.isascii() else _WORD).findall(lowered)
    return b64encode(_little_endian(array("I", _smallest(_shingle_hashes(words)))).tobytes()).decode()


def _shingle_hashes(words: list[str]) -> set[int]:
    """Four 16-bit words in a row are one 64-bit integer in memory: it takes a copy from each of four offsets."""
    data = _little_endian(array("H", map(_WORD_HASHES.__getitem__, words))).tobytes()
    if len(words) < 4:
        return {int.from_bytes(data, "little") % _PRIME} if words else set()
    hashes: set[int] = set()
    for offset in range(0, 8, 2):
        end = offset + (len(data) - offset) // 8 * 8
        shingles = array("Q", data[offset:end])
        hashes.update([shingle % _PRIME for shingle in _little_endian(shingles)])
    return hashes


def _smallest(hashes: set[int]) -> list[int]:
    if len(hashes) > 4 * SIZE:
        # Hashes spread evenly, so twice the share that is wanted nearly always holds enough; sorting all is slower.
        limit = _PRIME // len(hashes) * 2 * SIZE
        low = sorted([number for number in hashes if number < limit])
        if len(low) >= SIZE:
            return low[:SIZE]
    return sorted(hashes)[:SIZE]


def _little_endian(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def decode_fingerprint(encoded: str) -> array[int]:
    """The hashes of a fingerprint, ascending."""
    numbers = array("I")
    numbers.frombytes(b64decode(encoded))
    return _little_endian(numbers)


def estimate_similarity(left: array[int], right: array[int]) -> float:
    """The estimated share of common shingles, 0 to 1; exact where both texts have at most 64 shingles."""
    smallest = sorted({*left, *right})[:SIZE]
    common = {*left}.intersection(right)
    return sum([number in common for number in smallest]) / len(smallest) if smallest else 0.0
