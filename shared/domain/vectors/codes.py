"""Codes of a site's vectors: which kind serves, how they are made, how they are scored.

A search finds sections by *sketches*, which lie together by meaning, and ranks the best of them by *rows*, which lie in
order of section ids. Of short vectors a sketch has two bits a dimension and a row eight: 34 and 130 bytes for 128
dimensions. Long vectors have one-bit codes of about 50 bytes, which serve as both. What is lost leaves the fused
ranking nearly that of the exact vectors (docs/decisions/0020 has the measurements).

**Two bits.** `row = levels * scale`, levels -3, -1, 1 and 3 as 0 to 3, four a byte, the first in the lowest two bits;
then the scale as little-endian float16. **Eight bits.** `row = numbers * scale`, numbers in -127..127, a byte each;
then the scale likewise. **bit**: see `quantisation`.

A query is whole numbers, so that sums with a code's numbers are exact, and every program comes to the same scores.
"""

from __future__ import annotations

import math
import struct
from array import array
from dataclasses import dataclass
from operator import mul
from typing import TYPE_CHECKING, Any, Final, Literal

from shared.domain.vectors import arithmetic
from shared.domain.vectors import quantisation as bits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from shared.domain.vectors.arithmetic import Backend
    from shared.domain.vectors.rows import Vectors

__all__ = [
    "LARGEST",
    "VectorCodes",
    "add_eight_bits",
    "eight_bit_bytes",
    "encode_eight_bits",
    "encode_two_bits",
    "score_two_bits",
    "two_bit_bytes",
    "whole_numbers",
]

LARGEST: Final = 127
"""The numbers of a query, and those of an eight-bit code, are in -127..127."""

_LONG_FROM: Final = 257
_SEED: Final = 20_261_122
"""Seed of the one-bit codes' sign flips. Any number does; all codes of a site share it."""
_SCALE: Final = struct.Struct("<e")


@dataclass(frozen=True, slots=True)
class VectorCodes:
    """How the vectors of one site are coded. `mean`: shape `(dimensions,)`, used by one-bit codes only."""

    kind: Literal["int8", "bit"]
    dimensions: int
    mean: tuple[float, ...]

    @classmethod
    def choose(cls, sample: Vectors, *, backend: Backend = arithmetic.default) -> VectorCodes:
        """The kind that suits vectors of these dimensions. `sample`: some of them, for the mean."""
        if sample.dimensions < _LONG_FROM:
            return cls("int8", sample.dimensions, ())
        return cls("bit", sample.dimensions, bits.mean_vector(sample, backend=backend))

    @property
    def sketch_bytes(self) -> int:
        """The size of one sketch."""
        return two_bit_bytes(self.dimensions) if self.kind == "int8" else bits.code_bytes(self.dimensions)

    @property
    def row_bytes(self) -> int:
        """The size of one row."""
        return eight_bit_bytes(self.dimensions) if self.kind == "int8" else bits.code_bytes(self.dimensions)

    @property
    def rows_per_block(self) -> int:
        """How many rows a block holds: long ones are read alone, short ones with their neighbours."""
        return 1 if self.kind == "int8" else 8

    @property
    def are_rows_finer(self) -> bool:
        """Whether rows tell more than sketches; else both are the same codes."""
        return self.kind == "int8"

    def encode(self, vectors: Vectors, *, backend: Backend = arithmetic.default) -> tuple[bytes, bytes]:
        """The sketches and the rows of vectors of L2 norm 1, or 0; in order, one after another.

        The bytes are the same on every back-end.
        """
        if self.kind == "bit":
            codes = bits.encode(vectors, self.mean, _SEED, backend=backend)
            return codes, codes
        rows = encode_eight_bits(vectors, backend=backend)
        return self.sketches_of(rows, backend=backend), rows

    def sketches_of(self, rows: bytes, *, backend: Backend = arithmetic.default) -> bytes:
        """The sketches that belong to these rows."""
        if self.kind == "bit":
            return rows
        starts = range(0, len(rows), self.row_bytes)
        numbers = b"".join([rows[start : start + self.dimensions] for start in starts])
        return encode_two_bits(numbers, self.dimensions, backend=backend)

    def score_sketches(
        self, codes: bytes, query: Sequence[int], *, backend: Backend = arithmetic.default
    ) -> array[float]:
        """The estimated dot product of each sketch's vector with `query`, times a factor of the query's: float64.

        `query`: whole numbers in -127..127. One-bit codes take it at norm 1, others as it is.
        """
        if self.kind == "bit":
            return bits.estimate_scores(codes, query, self.mean, _SEED, backend=backend)
        return score_two_bits(codes, query, backend=backend)

    def score_rows(self, codes: bytes, query: Sequence[int], *, backend: Backend = arithmetic.default) -> array[float]:
        """The same of rows."""
        if self.kind == "bit":
            return self.score_sketches(codes, query, backend=backend)
        return array(
            "d", [scale * sum(map(mul, numbers, query)) for numbers, scale in _eight_bit_codes(codes, len(query))]
        )

    def to_json(self) -> dict[str, Any]:
        """As the directory of vector shards has it."""
        if self.kind == "int8":
            return {"kind": "int8"}
        return {"kind": "bit", "seed": _SEED, "mean": list(self.mean)}

    @classmethod
    def from_json(cls, value: Mapping[str, Any], dimensions: int) -> VectorCodes:
        return cls(value["kind"], dimensions, tuple(value.get("mean", ())))


def whole_numbers(values: Sequence[float]) -> list[int]:
    """The direction of a vector as whole numbers in -127..127, halves rounded up."""
    largest = max(map(abs, values))
    return [math.floor(value * LARGEST / largest + 0.5) if largest else 0 for value in values]


def eight_bit_bytes(dimensions: int) -> int:
    """The size of an eight-bit code."""
    return dimensions + _SCALE.size


def encode_eight_bits(vectors: Vectors, *, backend: Backend = arithmetic.default) -> bytes:
    """One eight-bit code a row, whose norm may be any below 65,504. The bytes are the same on every back-end."""
    numbers, scales = backend.scale_to_integers(vectors, LARGEST)
    size = vectors.dimensions
    return b"".join([numbers[row * size : (row + 1) * size] + _SCALE.pack(scale) for row, scale in enumerate(scales)])


def add_eight_bits(code: bytes, total: list[float]) -> None:
    """Add the numbers of an eight-bit code, times its scale, to `total`, shape `(dimensions,)`."""
    for numbers, scale in _eight_bit_codes(code, len(total)):
        for place, number in enumerate(numbers):
            total[place] += number * scale


def two_bit_bytes(dimensions: int) -> int:
    """The size of a two-bit code."""
    return (dimensions + 3) // 4 + _SCALE.size


def encode_two_bits(numbers: bytes, dimensions: int, *, backend: Backend = arithmetic.default) -> bytes:
    """A two-bit code for each row of int8 `numbers`; of a row only the direction is kept.

    Levels beyond one standard deviation are the outer ones. The scale makes the code's dot product with a row of norm 1
    in that direction 1, so that scores of sketches are on the whole as large as those of the vectors themselves. With
    whole numbers all is exact but the scale's root and division, which round alike everywhere.
    """
    levels, fits, squares = backend.two_bit_levels(numbers, dimensions)
    size = (dimensions + 3) // 4
    return b"".join(
        [
            levels[row * size : (row + 1) * size] + _SCALE.pack(math.sqrt(square) / fit if fit else 0.0)
            for row, (fit, square) in enumerate(zip(fits, squares, strict=True))
        ]
    )


def score_two_bits(codes: bytes, query: Sequence[int], *, backend: Backend = arithmetic.default) -> array[float]:
    """The estimated dot product of each two-bit code with a query of whole numbers: float64, the same everywhere."""
    size = two_bit_bytes(len(query))
    sums = backend.two_bit_sums(codes, size, query)
    scales = struct.iter_unpack(f"<{size - _SCALE.size}xe", codes)
    return array("d", [scale * total for (scale,), total in zip(scales, sums, strict=True)])


def _eight_bit_codes(codes: bytes, dimensions: int) -> Iterator[tuple[array[int], float]]:
    """The numbers and the scale of each code."""
    for start in range(0, len(codes), eight_bit_bytes(dimensions)):
        (scale,) = _SCALE.unpack_from(codes, start + dimensions)
        yield array("b", codes[start : start + dimensions]), scale
