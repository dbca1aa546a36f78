"""Small codes for vectors: one bit a dimension for search, int8 for exact finalists.

One bit a dimension follows RaBitQ (Gao and Long, "RaBitQ: Quantizing High-Dimensional Vectors with a Theoretical Error
Bound", SIGMOD 2024) with a randomised Hadamard transform as its rotation. Embeddings crowd around their mean, so a
vector `x` of norm 1 is split: `x = along * d + r`, where `d` is the direction of the mean and `r` stands across it.
`along` is kept as it is. `r` is rotated, and the signs of its components are kept:

    y = H (flips * r)          H: Hadamard matrix, entries +1 and -1, order n >= dimensions, r padded with zeros
    scale = n |r|^2 / sum |y|  which makes the estimate of r.q right on average over rotations

A query `q` of norm 1 is treated in the same way, `z = H (flips * (q - (q.d) d)) / n`, and then

    x.q  ~  along * (q.d) + scale * sum(z[i] if bit i is set else -z[i])

A code is n / 8 bytes of signs (bit `i % 8` of byte `i // 8` is set where `y[i] >= 0`), then `along` and `scale` as
little-endian float16: 20 bytes for 128 dimensions, 52 for 384. `n` is a power of two from 8, or 12 times one from 24.
"""

from __future__ import annotations

import struct
from array import array
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from shared.domain.vectors import arithmetic
from shared.domain.vectors.grid import ROUNDING, exact_dot, unit_on_grid
from shared.domain.vectors.rows import Vectors, floats_from_bytes, floats_to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shared.domain.vectors.arithmetic import Backend

__all__ = [
    "code_bytes",
    "decode_int8",
    "encode",
    "encode_int8",
    "estimate_scores",
    "mean_vector",
    "rotation_order",
    "sign_flips",
]

_SCALARS: Final = struct.Struct("<ee")
_MEAN_BLOCK: Final = 512


def rotation_order(dimensions: int) -> int:
    """The order of the rotation: the smallest 2**k or 12 * 2**k that holds `dimensions` and fills whole bytes."""
    power = max(8, 1 << (dimensions - 1).bit_length())
    twelve = 24
    while twelve < dimensions:
        twelve *= 2
    return min(power, twelve)


def code_bytes(dimensions: int) -> int:
    """The size of one code."""
    return rotation_order(dimensions) // 8 + _SCALARS.size


@lru_cache(maxsize=16)
def sign_flips(order: int, seed: int) -> tuple[float, ...]:
    """+1 or -1 for each dimension, from the low bits of mulberry32's numbers, lowest bit first: 1 flips.

    mulberry32 (Tommy Ettinger, public domain) is a few lines in JavaScript. `seed` is taken modulo 2**32.
    """
    bits = "".join(f"{number:032b}"[::-1] for number, _ in zip(_mulberry32(seed), range(0, order, 32), strict=False))
    return tuple(-1.0 if bit == "1" else 1.0 for bit in bits[:order])


def mean_vector(vectors: Vectors, *, backend: Backend = arithmetic.default) -> tuple[float, ...]:
    """The mean of rows of norm at most 1, rounded to float16, so that a manifest carries it in two bytes a number.

    Exact before rounding, hence the same for every order of rows. No rows: zeros.
    """
    total = [0.0] * vectors.dimensions
    for start in range(0, len(vectors), _MEAN_BLOCK):
        rows = backend.exact_rows(vectors.part(start, start + _MEAN_BLOCK))
        total = [a + b for a, b in zip(total, rows.weighted_sum([1.0] * len(rows)), strict=True)]
    half_floats = struct.Struct(f"<{vectors.dimensions}e")
    count = max(1, len(vectors))
    return half_floats.unpack(half_floats.pack(*[value / count for value in total]))


def encode(vectors: Vectors, mean: Sequence[float], seed: int, *, backend: Backend = arithmetic.default) -> bytes:
    """One code a row, `code_bytes(vectors.dimensions)` each. Rows have L2 norm 1; a zero row scores 0.

    `mean`: shape `(dimensions,)`, from `mean_vector`. The bytes are the same on every back-end.
    """
    order = rotation_order(vectors.dimensions)
    found = backend.rotate_residuals(vectors, unit_on_grid(mean), sign_flips(order, seed))
    signs = order // 8
    scalars = zip(found.along, found.squared_norms, found.absolute_sums, strict=True)
    return b"".join(
        [
            found.bits[row * signs : (row + 1) * signs] + _SCALARS.pack(along, order * norm / total if total else 0.0)
            for row, (along, norm, total) in enumerate(scalars)
        ]
    )


def estimate_scores(
    codes: bytes, query: Sequence[float], mean: Sequence[float], seed: int, *, backend: Backend = arithmetic.default
) -> array[float]:
    """The estimated cosine of each code's vector with `query`, of any norm: float64, one a code.

    `mean` and `seed` are those the codes were made with. A zero query scores 0 everywhere.
    """
    order = rotation_order(len(query))
    direction = unit_on_grid(mean)
    unit = unit_on_grid(query)
    share = exact_dot(unit, direction)
    across = [value - ((share * part + ROUNDING) - ROUNDING) for value, part in zip(unit, direction, strict=True)]
    flips = sign_flips(order, seed)
    padded = [value * flip for value, flip in zip([*across, *[0.0] * (order - len(query))], flips, strict=True)]
    # Sums of multiples of 2**-24 are exact in any order; so only what follows rounds, in every program alike.
    sums = backend.signed_sums(codes, code_bytes(len(query)), backend.hadamard(padded))
    scalars = struct.iter_unpack(f"<{order // 8}xee", codes)
    return array(
        "d", [along * share + scale * (signed / order) for (along, scale), signed in zip(scalars, sums, strict=True)]
    )


def encode_int8(vectors: Vectors, *, backend: Backend = arithmetic.default) -> bytes:
    """A row as `dimensions` int8 numbers in -127..127 and a float32 scale, little-endian: row = numbers * scale."""
    values, scales = backend.scale_to_integers(vectors, 127)
    size = vectors.dimensions
    return b"".join(
        [values[row * size : (row + 1) * size] + floats_to_bytes([scale]) for row, scale in enumerate(scales)]
    )


def decode_int8(codes: bytes, dimensions: int) -> Vectors:
    """The rows that `encode_int8` stored: each number within half a scale of the original."""
    size = dimensions + 4
    rows = []
    for start in range(0, len(codes), size):
        (scale,) = floats_from_bytes(codes[start + dimensions : start + size])
        rows.append([value * scale for value in array("b", codes[start : start + dimensions])])
    return Vectors.from_rows(rows, dimensions)


def _mulberry32(seed: int) -> Iterator[int]:
    state = seed
    while True:
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        mixed = ((state ^ state >> 15) * (state | 1)) & 0xFFFFFFFF
        mixed ^= (mixed + (mixed ^ mixed >> 7) * (mixed | 61)) & 0xFFFFFFFF
        yield mixed ^ mixed >> 14
