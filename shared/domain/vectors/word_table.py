"""Vectors of words as files, so that a browser makes a query's vector without a server. Contract: docs/format.md.

A table is cut by a checksum of the word in lower case, so that all spellings of a word are in one small block.
"""

from __future__ import annotations

import re
import zlib
from struct import Struct
from typing import TYPE_CHECKING, Final

from shared.domain.index.blocks import decode_block, encode_block
from shared.domain.text.folding import lower
from shared.domain.vectors.codes import add_eight_bits, eight_bit_bytes, encode_eight_bits, whole_numbers
from shared.domain.vectors.runs import variants_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from shared.domain.vectors.rows import Vectors

__all__ = [
    "BLOCKS_PER_PACK",
    "WORD_UNIT",
    "block_of",
    "decode_words",
    "encode_words",
    "find_code",
    "pack_count",
    "query_from_words",
]

BLOCKS_PER_PACK: Final = 128
WORD_UNIT: Final = 32
"""Blocks begin at multiples of so many bytes."""
_WORDS_PER_BLOCK: Final = 6
_FINGERPRINT: Final = Struct("<I")
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def pack_count(runs: int) -> int:
    """How many packs a table of so many runs has: a power of two, with about 6 runs a block."""
    packs = 1
    while packs * BLOCKS_PER_PACK * _WORDS_PER_BLOCK < runs:
        packs *= 2
    return packs


def block_of(run: str, packs: int) -> tuple[int, int]:
    """(pack, block in it) that holds all spellings of a run. `packs` is a power of two."""
    number = zlib.crc32(_utf8(lower(run.removeprefix(" "))))
    return number % packs, number // packs % BLOCKS_PER_PACK


def _fingerprint(run: str) -> int:
    """Tells the runs of a block apart: of the bytes from the last to the first, so it is independent of the block."""
    return zlib.crc32(_utf8(run)[::-1])


def _utf8(text: str) -> bytes:
    """As JavaScript encodes it: half a pair of surrogates becomes U+FFFD."""
    return _LONE_SURROGATE.sub("\ufffd", text).encode()


def encode_words(runs: Sequence[str], vectors: Vectors, packs: int) -> tuple[bytes, list[int]]:
    """The block file of one pack, and the size of each block in units; 0 for one without words.

    `vectors`: of each run the sum of its tokens' vectors, of any norm. Of two runs with one fingerprint the first in
    code-point order stays. A run with capitals, such as `SQL`, is also there in lower case where nothing else stands
    for that: who types a query seldom cares for case.
    """
    data = encode_eight_bits(vectors)
    size = eight_bit_bytes(vectors.dimensions)
    blocks: list[dict[int, bytes]] = [{} for _ in range(BLOCKS_PER_PACK)]
    for run, place in sorted(zip(runs, range(len(runs)), strict=True)):
        _, block = block_of(run, packs)
        blocks[block].setdefault(_fingerprint(run), data[place * size : (place + 1) * size])
    for run, place in sorted(zip(runs, range(len(runs)), strict=True)):
        _, block = block_of(run, packs)
        small = " " + lower(run.removeprefix(" "))
        if find_code(small, blocks[block]) is None:
            blocks[block][_fingerprint(small)] = data[place * size : (place + 1) * size]
    files = [
        encode_block(b"".join(_FINGERPRINT.pack(key) + code for key, code in sorted(block.items())), unit=WORD_UNIT)
        if block
        else b""
        for block in blocks
    ]
    return b"".join(files), [len(file) // WORD_UNIT for file in files]


def decode_words(data: bytes, dimensions: int) -> dict[int, bytes]:
    """Fingerprint -> code of the runs in a block. Raises `ValueError` for a damaged one."""
    code_bytes = eight_bit_bytes(dimensions)
    content = decode_block(data)
    step = _FINGERPRINT.size + code_bytes
    if len(content) % step:
        raise ValueError("a damaged block of words")
    return {
        _FINGERPRINT.unpack_from(content, start)[0]: content[start + _FINGERPRINT.size : start + step]
        for start in range(0, len(content), step)
    }


def find_code(run: str, block: Mapping[int, bytes]) -> bytes | None:
    """The code of a run, or of what may stand for it."""
    return next((block[key] for key in map(_fingerprint, variants_of(run)) if key in block), None)


def query_from_words(codes: Iterable[bytes], dimensions: int) -> list[int]:
    """The query's vector as whole numbers in -127..127, from the codes of its runs in order; zeros without any.

    Added from left to right, so that every program comes to the same numbers.
    """
    total = [0.0] * dimensions
    for code in codes:
        add_eight_bits(code, total)
    return whole_numbers(total)
