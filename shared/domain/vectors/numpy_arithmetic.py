"""The arithmetic back-end with numpy: a `Backend`. Promises are in `arithmetic`.

Work goes in blocks of rows, so that float64 copies stay small whatever the number of rows.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import numpy as np

from shared.domain.vectors.grid import HADAMARD_12, ROUNDING, Residuals
from shared.domain.vectors.rows import Vectors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from shared.domain.vectors.arithmetic import ExactRows, TokenTable

    Floats = NDArray[np.float64]
    Singles = NDArray[np.float32]

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

_BLOCK_VALUES = 2**18
"""Numbers in a block: 2 MB as float64, which stays in a core's cache."""


def normalise(vectors: Vectors) -> Vectors:
    return Vectors(b"".join(_unit_bytes(block.astype(np.float64)) for block in _blocks(vectors)), vectors.dimensions)


def dots(vectors: Vectors, query: Sequence[float]) -> array[float]:
    return _array(_singles(vectors) @ np.asarray(query, np.float32))


def nearest(vectors: Vectors, centroids: Vectors) -> array[int]:
    targets = _on_grid(_singles(centroids)).T
    found = array("q")
    for block in _blocks(vectors):
        found.frombytes(np.argmax(_on_grid(block) @ targets, axis=1).astype(np.int64).tobytes())
    return found


def top_k(scores: Sequence[float], k: int) -> list[int]:
    if k <= 0 or not len(scores):
        return []
    values = np.asarray(scores, np.float64)
    if k < len(values):
        limit = np.partition(values, len(values) - k)[len(values) - k]
        candidates = np.flatnonzero(values >= limit)
    else:
        candidates = np.arange(len(values))
    order = np.argsort(-values[candidates], kind="stable")[:k]
    return [int(index) for index in candidates[order]]


def exact_rows(vectors: Vectors) -> ExactRows:
    return _ExactRows(_on_grid(_singles(vectors)))


def rotate_residuals(vectors: Vectors, direction: Sequence[float], flips: Sequence[float]) -> Residuals:
    axis, signs = np.asarray(direction, np.float64), np.asarray(flips, np.float64)
    bits = []
    along, squared_norms, absolute_sums = array("d"), array("d"), array("d")
    for block in _blocks(vectors):
        rows = _on_grid(block)
        shares = rows @ axis
        rest = rows - _on_grid(shares[:, None] * axis)
        padded = np.zeros((len(rows), len(signs)))
        np.multiply(rest, signs[: vectors.dimensions], out=padded[:, : vectors.dimensions])
        rotated = _rotate(padded)
        bits.append(np.packbits(rotated >= 0.0, axis=1, bitorder="little").tobytes())
        along.extend(_array(shares))
        squared_norms.extend(_array(np.einsum("ij,ij->i", rest, rest)))
        absolute_sums.extend(_array(np.abs(rotated).sum(axis=1)))
    return Residuals(b"".join(bits), along, squared_norms, absolute_sums)


def hadamard(values: Sequence[float]) -> array[float]:
    return _array(_rotate(np.array([values], np.float64))[0])


def signed_sums(codes: bytes, code_bytes: int, query: Sequence[float]) -> array[float]:
    weights = np.asarray(query, np.float64)
    packed = np.frombuffer(codes, np.uint8).reshape(-1, code_bytes)[:, : len(weights) // 8]
    sums = array("d")
    for rows in np.split(packed, range(4096, len(packed), 4096)):
        added = np.unpackbits(rows, axis=1, bitorder="little").astype(np.float64) @ weights
        sums.extend(_array(2.0 * added - float(weights.sum())))
    return sums


def two_bit_levels(numbers: bytes, dimensions: int) -> tuple[bytes, array[int], array[int]]:
    levels = []
    fits, squares = array("q"), array("q")
    matrix = np.frombuffer(numbers, np.int8).reshape(-1, dimensions)
    size = max(1, _BLOCK_VALUES // dimensions)
    for start in range(0, len(matrix), size):
        rows = matrix[start : start + size].astype(np.int32)
        square = (rows * rows).sum(axis=1)
        places = np.where(
            rows * rows * dimensions > square[:, None], np.where(rows > 0, 3, 0), np.where(rows < 0, 1, 2)
        )
        fits.frombytes(((2 * places - 3) * rows).sum(axis=1).astype(np.int64).tobytes())
        squares.frombytes(square.astype(np.int64).tobytes())
        quarters = np.zeros((len(rows), (dimensions + 3) // 4 * 4), np.uint8)
        quarters[:, :dimensions] = places
        shifted = quarters.reshape(len(rows), -1, 4) << np.array([0, 2, 4, 6], np.uint8)
        levels.append(np.bitwise_or.reduce(shifted, axis=2).tobytes())
    return b"".join(levels), fits, squares


def two_bit_sums(codes: bytes, code_bytes: int, query: Sequence[int]) -> array[float]:
    packed = np.frombuffer(codes, np.uint8).reshape(-1, code_bytes)[:, : (len(query) + 3) // 4]
    weights = np.zeros(packed.shape[1] * 4, np.float32)
    weights[: len(query)] = query
    sums = array("d")
    for rows in np.split(packed, range(4096, len(packed), 4096)):
        levels = (rows[:, :, None] >> np.array([0, 2, 4, 6], np.uint8) & 3).reshape(len(rows), len(weights))
        # Sums are whole numbers of at most 3 * 127 a dimension, and those below 2**24 are exact in float32.
        sums.extend(_array((levels.astype(np.float32) * 2 - 3) @ weights))
    return sums


def scale_to_integers(vectors: Vectors, largest: int) -> tuple[bytes, array[float]]:
    parts = []
    scales = array("f")
    for block in _blocks(vectors):
        rows = block.astype(np.float64)
        found = (np.abs(rows).max(axis=1) / float(largest)).astype(np.float32)
        scales.frombytes(found.tobytes())
        divisors = np.where(found == 0.0, np.float32(1.0), found).astype(np.float64)
        parts.append(np.clip(np.rint(rows / divisors[:, None]), -largest, largest).astype(np.int8).tobytes())
    return b"".join(parts), scales


def token_table(data: bytes | memoryview, columns: int, dimensions: int) -> TokenTable:
    table = np.frombuffer(data, "<f2").reshape(-1, columns)
    return _TokenTable(table[:, :dimensions].astype(np.float64))


class _ExactRows:
    def __init__(self, rows: Floats) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, index: int) -> array[float]:
        return _array(self._rows[index])

    def take(self, indices: array[int]) -> ExactRows:
        return _ExactRows(self._rows[np.frombuffer(indices, np.int64)])

    def dots(self, vector: Sequence[float]) -> array[float]:
        return _array(self._rows @ np.asarray(vector, np.float64))

    def weighted_sum(self, weights: Sequence[float]) -> array[float]:
        return _array(np.asarray(weights, np.float64) @ self._rows)


class _TokenTable:
    def __init__(self, table: Floats) -> None:
        self._table = table

    def sum_rows(self, ids: Sequence[int]) -> array[float]:
        return _array(self._sum(ids))

    def pool(self, texts: Sequence[Sequence[int]]) -> Vectors:
        sums = np.zeros((len(texts), self._table.shape[1]))
        for row, ids in enumerate(texts):
            sums[row] = self._sum(ids)
        return Vectors(_unit_bytes(sums), sums.shape[1])

    def _sum(self, ids: Sequence[int]) -> Floats:
        total: Floats = self._table[np.asarray(ids, np.int64)].sum(axis=0)
        return total


def _singles(vectors: Vectors) -> Singles:
    return np.frombuffer(vectors.data, "<f4").reshape(-1, vectors.dimensions)


def _blocks(vectors: Vectors) -> Iterator[Singles]:
    rows = _singles(vectors)
    size = max(1, _BLOCK_VALUES // vectors.dimensions)
    return (rows[start : start + size] for start in range(0, len(rows), size))


def _on_grid(values: Singles | Floats) -> Floats:
    rounded = values + np.float64(ROUNDING)
    rounded -= ROUNDING
    return rounded


def _unit_bytes(rows: Floats) -> bytes:
    # accumulate adds from left to right, as the plain back-end does; sum would add in blocks.
    norms = np.sqrt(np.add.accumulate(rows * rows, axis=1)[:, -1])
    norms[norms == 0.0] = 1.0
    return (rows / norms[:, None]).astype("<f4").tobytes()


def _rotate(rows: Floats) -> Floats:
    """Each row times the Hadamard matrix; may overwrite `rows`."""
    count, order = rows.shape
    size = order
    if order & (order - 1):
        size = order // 12
        rows = np.array(HADAMARD_12, np.float64) @ rows.reshape(count, 12, size)
    half = 1
    while half < size:
        pairs = rows.reshape(-1, 2, half)
        low = pairs[:, 0].copy()
        pairs[:, 0] += pairs[:, 1]
        np.subtract(low, pairs[:, 1], out=pairs[:, 1])
        half *= 2
    return rows.reshape(count, order)


def _array(values: Floats | Singles) -> array[float]:
    """float64 as an array of type `d`."""
    result = array("d")
    result.frombytes(values.astype(np.float64, copy=False).tobytes())
    return result
