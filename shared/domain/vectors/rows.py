"""`Vectors`: a matrix of float32 as plain bytes, which both arithmetic back-ends read without a copy."""

from __future__ import annotations

import sys
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["FLOAT_BYTES", "Vectors", "floats_from_bytes", "floats_to_bytes"]

FLOAT_BYTES = 4


def floats_to_bytes(values: Iterable[float]) -> bytes:
    """Numbers as little-endian float32, each rounded to the nearest one, ties to even."""
    floats = values if isinstance(values, array) and values.typecode == "f" else array("f", values)
    if sys.byteorder == "big":
        floats = floats[:]
        floats.byteswap()
    return floats.tobytes()


def floats_from_bytes(data: bytes | memoryview) -> array[float]:
    """Little-endian float32 as an array of type `f`."""
    floats = array("f")
    floats.frombytes(data)
    if sys.byteorder == "big":
        floats.byteswap()
    return floats


@dataclass(frozen=True, slots=True)
class Vectors:
    """Rows of float32.

    `data`: little-endian float32, row after row, shape `(len(self), dimensions)`. Who makes it says whether rows are
    normalised. Iterating gives each row as an array of type `f`.
    """

    data: bytes
    dimensions: int

    def __post_init__(self) -> None:
        if self.dimensions < 1 or len(self.data) % (FLOAT_BYTES * self.dimensions):
            raise InvariantError(f"{len(self.data)} bytes are no rows of {self.dimensions} float32")

    @classmethod
    def from_rows(cls, rows: Iterable[Sequence[float]], dimensions: int) -> Vectors:
        """Rows of numbers, each of length `dimensions`, rounded to float32."""
        parts = []
        for row in rows:
            if len(row) != dimensions:
                raise InvariantError(f"a row of {len(row)} numbers among rows of {dimensions}")
            parts.append(floats_to_bytes(row))
        return cls(b"".join(parts), dimensions)

    @classmethod
    def join(cls, parts: Iterable[Vectors], dimensions: int) -> Vectors:
        """The rows of all parts, in order."""
        blocks = []
        for part in parts:
            if part.dimensions != dimensions:
                raise InvariantError(f"rows of {part.dimensions} numbers among rows of {dimensions}")
            blocks.append(part.data)
        return cls(b"".join(blocks), dimensions)

    @property
    def row_bytes(self) -> int:
        return FLOAT_BYTES * self.dimensions

    def __len__(self) -> int:
        return len(self.data) // self.row_bytes

    def __iter__(self) -> Iterator[array[float]]:
        return (self.row(index) for index in range(len(self)))

    def raw_row(self, index: int) -> bytes:
        """Row `index` as little-endian float32: what `search.db` and the vector cache store."""
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self.data[index * self.row_bytes : (index + 1) * self.row_bytes]

    def row(self, index: int) -> array[float]:
        return floats_from_bytes(self.raw_row(index))

    def part(self, start: int, stop: int) -> Vectors:
        """Rows `start` to `stop`, without the latter; a copy, unless that is all."""
        if start == 0 and stop >= len(self):
            return self
        return Vectors(self.data[start * self.row_bytes : stop * self.row_bytes], self.dimensions)

    def take(self, indices: Iterable[int]) -> Vectors:
        """The rows of these numbers, in this order."""
        return Vectors(b"".join([self.raw_row(index) for index in indices]), self.dimensions)
