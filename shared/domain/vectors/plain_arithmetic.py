"""The arithmetic back-end in plain Python: a `Backend` for places without numpy. Promises are in `arithmetic`."""

from __future__ import annotations

import heapq
import math
import struct
import sys
from array import array
from collections import deque
from itertools import accumulate
from operator import add, mul, sub
from typing import TYPE_CHECKING

from shared.domain.vectors.grid import HADAMARD_12, ROUNDING, Residuals, grid_values
from shared.domain.vectors.rows import Vectors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shared.domain.vectors.arithmetic import ExactRows, TokenTable

# For dot products whose partial sums are all exact, so that every way to add them up gives the same.
if sys.version_info >= (3, 12):
    from math import sumprod as _sum_products
else:

    def _sum_products(left: Iterable[float], right: Iterable[float]) -> float:
        total: float = sum(map(mul, left, right))
        return total


__all__ = [
    "dots",
    "exact_rows",
    "hadamard",
    "nearest",
    "normalise",
    "rotate_residuals",
    "scale_to_integers",
    "signed_sums",
    "token_table",
    "top_k",
    "two_bit_levels",
    "two_bit_sums",
]


_PLUS = tuple(tuple(block for block, sign in enumerate(row) if sign > 0) for row in HADAMARD_12[1:])
"""Of each row but the first, which is all ones, where it is not negative."""


def normalise(vectors: Vectors) -> Vectors:
    return Vectors.from_rows((_unit(row) for row in vectors), vectors.dimensions)


def dots(vectors: Vectors, query: Sequence[float]) -> array[float]:
    return array("d", [math.fsum(map(mul, row, query)) for row in vectors])


def nearest(vectors: Vectors, centroids: Vectors) -> array[int]:
    targets = [grid_values(row) for row in centroids]
    found = array("q")
    for row in map(grid_values, vectors):
        scores = [sum(map(mul, row, target)) for target in targets]
        found.append(scores.index(max(scores)))
    return found


def top_k(scores: Sequence[float], k: int) -> list[int]:
    return heapq.nsmallest(k, range(len(scores)), key=lambda index: (-scores[index], index))


def exact_rows(vectors: Vectors) -> ExactRows:
    # What a float32 is rounded to is one as well, in half the memory.
    return _ExactRows([array("f", grid_values(row)) for row in vectors], vectors.dimensions)


def rotate_residuals(vectors: Vectors, direction: Sequence[float], flips: Sequence[float]) -> Residuals:
    bits = bytearray()
    along, squared_norms, absolute_sums = array("d"), array("d"), array("d")
    padding = [0.0] * (len(flips) - vectors.dimensions)
    for row in map(grid_values, vectors):
        share = sum(map(mul, row, direction))
        rest = [value - ((share * part + ROUNDING) - ROUNDING) for value, part in zip(row, direction, strict=True)]
        rotated = hadamard([*map(mul, rest, flips), *padding])
        bits += _pack_signs(rotated)
        along.append(share)
        squared_norms.append(sum(map(mul, rest, rest)))
        absolute_sums.append(sum(map(abs, rotated)))
    return Residuals(bytes(bits), along, squared_norms, absolute_sums)


def hadamard(values: Sequence[float]) -> array[float]:
    """Every stage of Sylvester's part adds and subtracts neighbours and puts the sums before the differences, so that
    the next one finds its neighbours side by side (Pease, "An Adaptation of the Fast Fourier Transform for Parallel
    Processing", 1968). After all stages indexes are as before, but for what was above them: the block comes last.
    """
    vector = list(values)
    size = len(vector)
    blocks = 12 if size & (size - 1) else 1
    for _ in range((size // blocks).bit_length() - 1):
        even, odd = vector[::2], vector[1::2]
        vector = [*map(add, even, odd), *map(sub, even, odd)]
    if blocks == 1:
        return array("d", vector)
    columns = [vector[block::blocks] for block in range(blocks)]
    totals = [*map(sum, zip(*columns, strict=True))]
    mixed = array("d", totals)
    for plus in _PLUS:
        sums = map(sum, zip(*(columns[block] for block in plus), strict=True))
        mixed.extend([2.0 * part - total for part, total in zip(sums, totals, strict=True)])
    return mixed


def signed_sums(codes: bytes, code_bytes: int, query: Sequence[float]) -> array[float]:
    tables = [_byte_sums(query[start : start + 8]) for start in range(0, len(query), 8)]
    return array(
        "d",
        [
            sum([table[byte] for table, byte in zip(tables, codes[start : start + len(tables)], strict=True)])
            for start in range(0, len(codes), code_bytes)
        ],
    )


def two_bit_levels(numbers: bytes, dimensions: int) -> tuple[bytes, array[int], array[int]]:
    levels = bytearray()
    fits, squares = array("q"), array("q")
    padding = [0] * (-dimensions % 4)
    for start in range(0, len(numbers), dimensions):
        row = array("b", numbers[start : start + dimensions])
        square = sum(map(mul, row, row))
        limit = math.isqrt(square // dimensions)  # `limit < |number|` is `square < number * number * dimensions`
        places = [(2 if value >= 0 else 1) if -limit <= value <= limit else 3 * (value > 0) for value in row]
        fits.append(2 * sum(map(mul, places, row)) - 3 * sum(row))
        squares.append(square)
        places += padding
        levels += bytes(
            [a | b << 2 | c << 4 | d << 6 for a, b, c, d in zip(*[places[i::4] for i in range(4)], strict=True)]
        )
    return bytes(levels), fits, squares


def two_bit_sums(codes: bytes, code_bytes: int, query: Sequence[int]) -> array[float]:
    # The 256 sums of each byte's four levels: a code is then one look-up a byte.
    tables = [_level_sums(query[start : start + 4]) for start in range(0, len(query), 4)]
    sums = array("d")
    for start in range(0, len(codes), code_bytes):
        code = codes[start : start + len(tables)]
        sums.append(sum([table[byte] for table, byte in zip(tables, code, strict=True)]))
    return sums


def scale_to_integers(vectors: Vectors, largest: int) -> tuple[bytes, array[float]]:
    values = array("b")
    scales = array("f")
    for row in vectors:
        scales.append(max(map(abs, row)) / float(largest))
        scale = scales[-1] or 1.0
        values.extend([max(-largest, min(largest, round(value / scale))) for value in row])
    return values.tobytes(), scales


def token_table(data: bytes | memoryview, columns: int, dimensions: int) -> TokenTable:
    return _TokenTable(data, columns, dimensions)


class _ExactRows:
    def __init__(self, rows: list[array[float]], dimensions: int) -> None:
        self._rows = rows
        self._dimensions = dimensions

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, index: int) -> array[float]:
        return self._rows[index]

    def take(self, indices: array[int]) -> ExactRows:
        return _ExactRows([self._rows[index] for index in indices], self._dimensions)

    def dots(self, vector: Sequence[float]) -> array[float]:
        factors = [*map(float, vector)]  # a sum of floats alone is three times as fast
        return array("d", [_sum_products(row, factors) for row in self._rows])

    def weighted_sum(self, weights: Sequence[float]) -> array[float]:
        chosen = [(row, weight) for row, weight in zip(self._rows, weights, strict=True) if weight]
        columns = zip(*(row for row, _ in chosen), strict=True)
        factors = [weight for _, weight in chosen]
        return array("d", [_sum_products(column, factors) for column in columns] or [0.0] * self._dimensions)


class _TokenTable:
    def __init__(self, data: bytes | memoryview, columns: int, dimensions: int) -> None:
        self._data = data
        self._row_bytes = 2 * columns
        self._row = struct.Struct(f"<{dimensions}e")

    def sum_rows(self, ids: Sequence[int]) -> array[float]:
        rows = [self._row.unpack_from(self._data, token * self._row_bytes) for token in ids]
        return array("d", map(sum, zip(*rows, strict=True)) if rows else [0.0] * (self._row.size // 2))

    def pool(self, texts: Sequence[Sequence[int]]) -> Vectors:
        return Vectors.from_rows((_unit(self.sum_rows(ids)) for ids in texts), self._row.size // 2)


def _unit(row: Sequence[float]) -> Sequence[float]:
    squares: Iterable[float] = accumulate([value * value for value in row])
    norm = math.sqrt(deque(squares, maxlen=1)[0])
    return [value / norm for value in row] if norm else row


def _pack_signs(values: array[float]) -> bytes:
    digits = "".join(["1" if value >= 0.0 else "0" for value in reversed(values)])
    return int(digits, 2).to_bytes(len(values) // 8, "little")


def _byte_sums(values: Sequence[float]) -> list[float]:
    """The signed sum of eight components for each of the 256 bytes of bits."""
    sums = [-sum(values)]
    for value in values:
        sums += [lower + 2.0 * value for lower in sums]
    return sums


def _level_sums(values: Sequence[int]) -> list[int]:
    """The sum of up to four numbers times their levels for each of the 256 bytes of levels."""
    sums = [0]
    for value in [*values, 0, 0, 0][:4]:
        sums = [lower + level * value for level in (-3, -1, 1, 3) for lower in sums]
    return sums
