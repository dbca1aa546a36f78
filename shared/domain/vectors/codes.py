"""Codes of a site's vectors: which kind serves, how they are made, how they are scored.

Short vectors are kept in four bits a dimension, long ones in one: a code of either takes 50 to 70 bytes, and loses so
little that the fused ranking stays that of the exact vectors (docs/benchmarks.md has the measurements).

**int4.** `row = numbers * scale`, numbers in -7..7: two a byte, each plus 8, the even dimension in the lower four bits;
then the scale as little-endian float16. **bit**: see `quantisation`.

A query is whole numbers, so that sums with a code's numbers are exact, and every program comes to the same scores.
"""

from __future__ import annotations

import math
import struct
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from shared.domain.vectors import arithmetic
from shared.domain.vectors import quantisation as bits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shared.domain.vectors.arithmetic import Backend
    from shared.domain.vectors.rows import Vectors

__all__ = ["LARGEST", "VectorCodes", "centroid_bytes", "encode_centroids", "score_centroids", "whole_numbers"]

LARGEST: Final = 127
"""A query's numbers are in -127..127."""

_LONG_FROM: Final = 257
_LARGEST: Final = 7
_SEED: Final = 20_261_122
"""Seed of the one-bit codes' sign flips. Any number does; all codes of a site share it."""


@dataclass(frozen=True, slots=True)
class VectorCodes:
    """How the vectors of one site are coded. `mean`: shape `(dimensions,)`, used by one-bit codes only."""

    kind: Literal["int4", "bit"]
    dimensions: int
    mean: tuple[float, ...]

    @classmethod
    def choose(cls, sample: Vectors, *, backend: Backend = arithmetic.default) -> VectorCodes:
        """The kind that suits vectors of these dimensions. `sample`: some of them, for the mean."""
        if sample.dimensions < _LONG_FROM:
            return cls("int4", sample.dimensions, ())
        return cls("bit", sample.dimensions, bits.mean_vector(sample, backend=backend))

    @property
    def code_bytes(self) -> int:
        """The size of one code."""
        return (self.dimensions + 1) // 2 + 2 if self.kind == "int4" else bits.code_bytes(self.dimensions)

    def encode(self, vectors: Vectors, *, backend: Backend = arithmetic.default) -> bytes:
        """One code a row, one after another. Rows have L2 norm 1, or 0. The bytes are the same on every back-end."""
        if self.kind == "bit":
            return bits.encode(vectors, self.mean, _SEED, backend=backend)
        values, scales = backend.scale_to_integers(vectors, _LARGEST)
        numbers = array("b", values)
        size = self.dimensions
        return b"".join([_pack(numbers[row * size : (row + 1) * size], scale) for row, scale in enumerate(scales)])

    def scores(self, codes: bytes, query: Sequence[int], *, backend: Backend = arithmetic.default) -> array[float]:
        """The estimated dot product of each code's vector with `query`, times a factor of the query's: float64.

        `query`: whole numbers in -127..127. One-bit codes take it at norm 1, four-bit codes as it is.
        """
        if self.kind == "bit":
            return bits.estimate_scores(codes, query, self.mean, _SEED, backend=backend)
        size = self.code_bytes
        scales = struct.iter_unpack(f"<{size - 2}xe", codes)
        sums = backend.nibble_sums(codes, size, query)
        return array("d", [scale * total for (scale,), total in zip(scales, sums, strict=True)])

    def to_json(self) -> dict[str, Any]:
        """As the directory of vector shards has it."""
        if self.kind == "int4":
            return {"kind": "int4"}
        return {"kind": "bit", "seed": _SEED, "mean": list(self.mean)}

    @classmethod
    def from_json(cls, value: Mapping[str, Any], dimensions: int) -> VectorCodes:
        return cls(value["kind"], dimensions, tuple(value.get("mean", ())))


def whole_numbers(values: Sequence[float]) -> list[int]:
    """The direction of a vector as whole numbers in -127..127, halves rounded up."""
    largest = max(map(abs, values))
    return [math.floor(value * LARGEST / largest + 0.5) if largest else 0 for value in values]


def centroid_bytes(dimensions: int) -> int:
    """The size of one centroid's code."""
    return (dimensions + 3) // 4 + 2


def encode_centroids(numbers: bytes, dimensions: int) -> bytes:
    """Two bits a number and a float16 scale for each row of int8 `numbers`; of a row only the direction is kept.

    The bits 0 … 3 stand for -3, -1, 1 and 3: those beyond one standard deviation are the outer ones. With whole numbers
    all is exact but the scale's division.
    """
    codes = []
    for start in range(0, len(numbers), dimensions):
        row = array("b", numbers[start : start + dimensions])
        square = sum([value * value for value in row])
        levels = [(3 if value * value * dimensions > square else 1) * (1 if value >= 0 else -1) for value in row]
        fit = sum([level * value for level, value in zip(levels, row, strict=True)])
        # As long as a centroid of norm 1 would be, so that scores of different centroids compare.
        length = math.sqrt(square) * sum([level * level for level in levels])
        quarters = [(level + 3) // 2 for level in levels] + [0] * (-dimensions % 4)
        packed = bytes(a | b << 2 | c << 4 | d << 6 for a, b, c, d in zip(*[iter(quarters)] * 4, strict=True))
        codes.append(packed + struct.pack("<e", fit / length if square else 0.0))
    return b"".join(codes)


def score_centroids(codes: bytes, query: Sequence[int]) -> list[float]:
    """The estimated dot product of each centroid with a query of whole numbers; exact for what the codes say."""
    size = centroid_bytes(len(query))
    weights = [*query, *[0] * (-len(query) % 4)]
    tables = [
        [
            sum(weight * ((byte >> shift & 3) * 2 - 3) for weight, shift in zip(four, (0, 2, 4, 6), strict=True))
            for byte in range(256)
        ]
        for four in zip(*[iter(weights)] * 4, strict=True)
    ]
    scores = []
    for start in range(0, len(codes), size):
        code = codes[start : start + size]
        total = sum([table[byte] for table, byte in zip(tables, code, strict=False)])
        scores.append(struct.unpack_from("<e", code, size - 2)[0] * total)
    return scores


def _pack(numbers: Sequence[int], scale: float) -> bytes:
    low = [number + 8 for number in numbers[::2]]
    high = [number + 8 for number in numbers[1::2]]
    if len(high) < len(low):
        high.append(8)
    return bytes([a | b << 4 for a, b in zip(low, high, strict=True)]) + struct.pack("<e", scale)
