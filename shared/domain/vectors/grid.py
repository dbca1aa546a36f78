"""Constants, values and small exact functions that both arithmetic back-ends and their callers share."""

from __future__ import annotations

import math
from array import array
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["HADAMARD_12", "ROUNDING", "Residuals", "exact_dot", "grid_values", "int8_values", "unit_on_grid"]

ROUNDING: Final = 1.5 * 2.0**28
"""`(x + ROUNDING) - ROUNDING` rounds to the nearest multiple of 2**-24, ties to even, for |x| < 2**27.

A float64 of this size has no bits below 2**-24, so the addition itself rounds.
"""


class Residuals(NamedTuple):
    """What is left of rows beside one direction, rotated; see `arithmetic.Backend.rotate_residuals`.

    `bits`: `order / 8` bytes a row, bit `i % 8` of byte `i // 8` is set where the rotated component `i` is >= 0.
    `along`, `squared_norms`, `absolute_sums`: float64, one a row. All are exact.
    """

    bits: bytes
    along: array[float]
    squared_norms: array[float]
    absolute_sums: array[float]


def _paley_matrix() -> tuple[tuple[int, ...], ...]:
    """The Hadamard matrix of order 12 by Paley's first construction (1933) over the integers modulo 11.

    Row and column 0 are the border: `H[0][j] = 1`, `H[i][0] = -1` for i > 0, `H[i][i] = 1`; elsewhere `H[i][j]` is 1
    where `j - i` is a square modulo 11, and else -1.
    """
    squares = {number * number % 11 for number in range(1, 11)}
    core = (tuple(1 if i == j or (j - i) % 11 in squares else -1 for j in range(11)) for i in range(11))
    return ((1,) * 12, *((-1, *row) for row in core))


HADAMARD_12: Final = _paley_matrix()


def grid_values(values: Iterable[float]) -> array[float]:
    """Values rounded to multiples of 2**-24: float64."""
    return array("d", [(value + ROUNDING) - ROUNDING for value in values])


def exact_dot(left: Iterable[float], right: Iterable[float]) -> float:
    return math.fsum([a * b for a, b in zip(left, right, strict=True)])


def unit_on_grid(vector: Sequence[float]) -> array[float]:
    """The direction of a vector, L2 norm 1 up to the grid's step; a zero vector stays zero."""
    values = array("d", vector)
    norm = math.sqrt(exact_dot(values, values))
    return grid_values([value / norm for value in values]) if norm else values


def int8_values(vector: Sequence[float]) -> array[int]:
    """A direction as integers in -127..127: an array of type `b`."""
    largest = max(map(abs, vector))
    return array("b", [round(value * 127.0 / largest) if largest else 0 for value in vector])
