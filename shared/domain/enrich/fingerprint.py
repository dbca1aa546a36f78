"""Fingerprints of texts, which tell how much of two texts is the same without the texts.

A text is the set of its shingles (four words in a row); how alike two texts are is the share of shingles that they
have in common (Jaccard). A fingerprint keeps the 64 smallest hashes of the set: of two fingerprints, the share of
common ones among the 64 smallest of both is an estimate of that, with a standard error of at most 0.063 (bottom-k
sketches: Broder, "On the resemblance and containment of documents", 1997; Cohen and Kaplan, "Summarizing data using
bottom-k sketches", 2007).
"""

from __future__ import annotations

import sys
from array import array
from base64 import b64decode, b64encode
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SIZE", "decode_fingerprint", "estimate_similarity", "fingerprint"]

SIZE: Final = 64

_SEPARATORS: Final = bytes(byte if byte > 0x7F or chr(byte).isalnum() else 0x20 for byte in range(256))
"""A table for `bytes.translate`: what is ASCII and neither letter nor digit becomes a space."""

_MAX_CACHED_WORDS = 10_000
_HASHED_TOGETHER: Final = 10_000
"""Words. All those of a long text, and their hashes, would take twenty times its memory."""

# One integer multiplication computes all shingles' hashes: the words' hashes stand 64 bits apart in a large integer, so
# the product's digit k to the base of 2**64 is a sum of four neighbours, each times its own factor. Factors are odd and
# below 2**29, hashes below 2**32, so a sum is below 2**63 and never carries into the next digit.
_FACTORS: Final = (0x1B873593, 0x10CE4CB9, 0x0D2511F5, 0x1F83D9AB)
_MULTIPLIER: Final = sum(factor << 64 * place for place, factor in enumerate(_FACTORS))
_LAST: Final = len(_FACTORS) - 1


class _WordHashes(dict[bytes, int]):
    """Word -> 32 bits of its BLAKE2b, so that `map` over it runs in C for words that repeat; bounded."""

    def __missing__(self, word: bytes) -> int:
        if len(self) >= _MAX_CACHED_WORDS:
            self.clear()
        self[word] = number = int.from_bytes(blake2b(word, digest_size=4).digest(), "little")
        return number


_WORD_HASHES = _WordHashes()


def fingerprint(texts: Iterable[str]) -> str:
    """The fingerprint of texts that follow one another: base64 of ascending little-endian 32-bit integers; empty
    without words.

    Words are what stands between spaces and ASCII punctuation (see `reading.separate_characters`).
    """
    smallest: list[int] = []
    words: list[bytes] = []
    for text in texts:
        words += text.lower().encode("utf-8", "surrogatepass").translate(_SEPARATORS).split()
        if len(words) > _HASHED_TOGETHER:
            smallest = _smallest([*smallest, *_hash_shingles(words)])
            words = words[-_LAST:]
    if len(words) > _LAST or not smallest:
        smallest = _smallest([*smallest, *_hash_shingles(words)])
    return b64encode(_little_endian(array("I", smallest)).tobytes()).decode()


def _hash_shingles(words: list[bytes]) -> list[int]:
    """A 32-bit hash for each four words in a row; for a shorter text one hash of all its words."""
    data = _little_endian(array("Q", map(_WORD_HASHES.__getitem__, words))).tobytes()
    product = (int.from_bytes(data, "little") * _MULTIPLIER).to_bytes(len(data) + 8 * _LAST, "little")
    halves = array("I", product)
    lower = _little_endian(halves)[::2].tolist()
    return lower[_LAST : len(words)] or lower[len(words) - 1 : len(words)]


def _smallest(hashes: list[int]) -> list[int]:
    if len(hashes) > 4 * SIZE:
        # Hashes spread evenly, so twice the share that is wanted nearly always holds enough; sorting all is slower.
        limit = (1 << 32) // len(hashes) * 2 * SIZE
        low = sorted({number for number in hashes if number < limit})
        if len(low) >= SIZE:
            return low[:SIZE]
    return sorted(set(hashes))[:SIZE]


def _little_endian(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def decode_fingerprint(encoded: str, count: int = SIZE) -> array[int]:
    """The smallest hashes of a fingerprint, ascending; `count` is a multiple of three, or all."""
    numbers = array("I")
    numbers.frombytes(b64decode(encoded[: (count + 2) // 3 * 16]))
    return _little_endian(numbers)


def estimate_similarity(left: array[int], right: array[int]) -> float:
    """The estimated share of common shingles, 0 to 1; exact where both texts have at most 64 shingles."""
    smallest = [*dict.fromkeys(sorted([*left, *right]))][:SIZE]
    if not smallest:
        return 0.0
    common = {*left}.intersection(right)
    return len(common.intersection(smallest)) / len(smallest)
