"""Codes of a site's vectors: which kind serves, how they are made, how they are scored.

Short vectors are kept in four bits a dimension, long ones in one: a code of either takes 50 to 70 bytes, and loses so
little that the fused ranking stays that of the exact vectors (docs/benchmarks.md has the measurements).

**int4.** `row = numbers * scale`, numbers in -7..7: two a byte, each plus 8, the even dimension in the lower four bits;
then the scale as little-endian float16. **bit**: see `quantisation`.
"""

from __future__ import annotations

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

__all__ = ["VectorCodes"]

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

    def scores(self, codes: bytes, query: Sequence[float], *, backend: Backend = arithmetic.default) -> array[float]:
        """The estimated dot product of each code's vector with `query`, of norm 1: float64, one a code."""
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


def _pack(numbers: Sequence[int], scale: float) -> bytes:
    low = [number + 8 for number in numbers[::2]]
    high = [number + 8 for number in numbers[1::2]]
    if len(high) < len(low):
        high.append(8)
    return bytes([a | b << 4 for a, b in zip(low, high, strict=True)]) + struct.pack("<e", scale)
