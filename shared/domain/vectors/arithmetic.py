"""Arithmetic on vectors, with numpy where it is installed and in plain Python where it is not.

Artifacts must have the same bytes on both back-ends, on every machine and for every order of work, but floating-point
sums depend on their order. Hence two rules.

Sums that reach an artifact are *exact*. Components are rounded to a grid, the multiples of 2**-24. For rows of norm at
most 1, every product is then a multiple of 2**-48, and by the Cauchy-Schwarz inequality no partial sum of a dot product
exceeds 1 (or 2 for a difference of two such rows): it fits the 53 bits of a float64, nothing is ever rounded, and BLAS
may add in any order. float16 tables need no rounding: they are multiples of 2**-24 already.

What is not exact (norms of rows as they come, scores of a query) is either added strictly from left to right, or stays
out of artifacts and agrees within float tolerance.

`numpy_arithmetic` is the only module that imports numpy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from shared.domain.vectors import plain_arithmetic
from shared.domain.vectors.grid import Residuals
from shared.domain.vectors.rows import Vectors

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

__all__ = ["Backend", "ExactRows", "Residuals", "TokenTable", "Vectors", "default", "numpy_backend", "plain_backend"]


class ExactRows(Protocol):
    """Rows rounded to the grid, shape `(n, dimensions)`. Products are exact for vectors of the grid or of integers."""

    def __len__(self) -> int: ...

    def row(self, index: int) -> array[float]:
        """Shape `(dimensions,)`."""
        ...

    def take(self, indices: array[int]) -> ExactRows:
        """The rows of these numbers (an array of type `q`), in this order."""
        ...

    def dots(self, vector: Sequence[float]) -> array[float]:
        """The dot product of each row with `vector`: float64, shape `(n,)`."""
        ...

    def weighted_sum(self, weights: Sequence[float]) -> array[float]:
        """The sum of rows times their weights (small integers): float64, shape `(dimensions,)`."""
        ...


class TokenTable(Protocol):
    """Vectors of tokens, float16, shape `(tokens, dimensions)`."""

    def sum_rows(self, ids: Sequence[int]) -> array[float]:
        """The exact sum of the rows of these tokens: float64, shape `(dimensions,)`."""
        ...

    def pool(self, texts: Sequence[Sequence[int]]) -> Vectors:
        """The direction of each text's mean token vector: L2 norm 1, or zero for a text without tokens."""
        ...


class Backend(Protocol):
    """The operations both back-ends have. Equal bytes are promised unless it says "within float tolerance"."""

    def normalise(self, vectors: Vectors) -> Vectors:
        """Rows scaled to L2 norm 1; zero rows stay zero."""
        ...

    def dots(self, vectors: Vectors, query: Sequence[float]) -> array[float]:
        """The dot product of each row with `query`: float64, shape `(n,)`, within float tolerance."""
        ...

    def nearest(self, vectors: Vectors, centroids: Vectors) -> array[int]:
        """For each row the number of the centroid with the largest dot product; the lowest of equal ones.

        Rows of both have norm at most 1. The result is an array of type `q`.
        """
        ...

    def top_k(self, scores: Sequence[float], k: int) -> list[int]:
        """Indices of the `k` largest scores, largest first, equal scores by index."""
        ...

    def exact_rows(self, vectors: Vectors) -> ExactRows:
        """Rows of norm at most 1, rounded to the grid."""
        ...

    def rotate_residuals(self, vectors: Vectors, direction: Sequence[float], flips: Sequence[float]) -> Residuals:
        """Take from each row its part along `direction`, and rotate the rest.

        `direction`: on the grid, L2 norm 1 or 0. `flips`: +1 or -1, one for each component of the rotated vector; its
        length is an order that `quantisation.rotation_order` gives. The rest is padded with zeros to that length,
        multiplied by `flips` and by the Hadamard matrix (entries +1 and -1, not scaled).
        """
        ...

    def hadamard(self, values: Sequence[float]) -> array[float]:
        """`values` times the Hadamard matrix of order `len(values)`: float64, not scaled."""
        ...

    def signed_sums(self, codes: bytes, code_bytes: int, query: Sequence[float]) -> array[float]:
        """For each code the sum of the query's components, added where the bit is set, else subtracted.

        `codes`: `code_bytes` bytes each, of which the first `len(query) / 8` hold the bits. Within float tolerance.
        """
        ...

    def two_bit_levels(self, numbers: bytes, dimensions: int) -> tuple[bytes, array[int], array[int]]:
        """The levels of two-bit codes (see `codes`) of rows of int8, `numbers` of shape `(n, dimensions)`.

        Returns the packed levels, `(dimensions + 3) // 4` bytes a row, and of each row the dot product with its levels,
        which is 0 only for a row of zeros, and that with itself: arrays of type `q`.
        """
        ...

    def two_bit_sums(self, codes: bytes, code_bytes: int, query: Sequence[int]) -> array[float]:
        """For each two-bit code the sum of its levels times the query's numbers, which are in -127..127: exact.

        `codes`: `code_bytes` bytes each, of which the first `(len(query) + 3) // 4` hold the levels.
        """
        ...

    def scale_to_integers(self, vectors: Vectors, largest: int) -> tuple[bytes, array[float]]:
        """Each row as int8 in `-largest..largest`, and its scale (float32): row = int8 * scale, to half a step."""
        ...

    def token_table(self, data: bytes | memoryview, columns: int, dimensions: int) -> TokenTable:
        """A table of little-endian float16, shape `(tokens, columns)`, cut to its first `dimensions` columns."""
        ...


def _load_numpy_backend() -> Backend | None:
    try:
        from shared.domain.vectors import numpy_arithmetic
    except ImportError:  # the free-standing Worker has no numpy
        return None
    return numpy_arithmetic


plain_backend: Final[Backend] = plain_arithmetic
numpy_backend: Final[Backend | None] = _load_numpy_backend()
default: Final[Backend] = numpy_backend or plain_backend
