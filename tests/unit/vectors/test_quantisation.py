"""Codes of one bit a dimension and of int8: sizes, equal bytes, honest estimates."""

from __future__ import annotations

import math
import random
import struct
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.vectors import quantisation
from shared.domain.vectors.arithmetic import Vectors, numpy_backend, plain_backend

if TYPE_CHECKING:
    from shared.domain.vectors.arithmetic import Backend

assert numpy_backend is not None
BACKENDS = [pytest.param(plain_backend, id="plain"), pytest.param(numpy_backend, id="numpy")]


def random_vectors(count: int, dimensions: int, *, seed: int = 1, offset: float = 0.0) -> Vectors:
    chance = random.Random(seed)
    rows = ([chance.gauss(offset, 1.0) for _ in range(dimensions)] for _ in range(count))
    return plain_backend.normalise(Vectors.from_rows(rows, dimensions))


def correlation(left: list[float], right: list[float]) -> float:
    mean_left, mean_right = math.fsum(left) / len(left), math.fsum(right) / len(right)
    pairs = [(a - mean_left, b - mean_right) for a, b in zip(left, right, strict=True)]
    spread = math.fsum(a * a for a, _ in pairs) * math.fsum(b * b for _, b in pairs)
    return math.fsum(a * b for a, b in pairs) / math.sqrt(spread)


@pytest.mark.parametrize(
    ("dimensions", "order", "size"),
    [(3, 8, 5), (9, 16, 6), (20, 24, 7), (32, 32, 8), (100, 128, 20), (128, 128, 20), (129, 192, 28), (384, 384, 52)],
)
def test_codes_have_a_bit_a_dimension_and_two_half_floats(dimensions: int, order: int, size: int) -> None:
    assert quantisation.rotation_order(dimensions) == order
    assert quantisation.code_bytes(dimensions) == size


def test_flips_are_those_of_mulberry32() -> None:
    """Numbers from the function in JavaScript: mulberry32(1) gives 2693262067, then 11749833."""
    flips = quantisation.sign_flips(64, 1)
    for word, number in enumerate([2693262067, 11749833]):
        assert [flip == -1.0 for flip in flips[32 * word : 32 * word + 32]] == [
            bool(number >> i & 1) for i in range(32)
        ]


@pytest.mark.parametrize("dimensions", [3, 8, 20, 100, 128, 384])
def test_codes_have_equal_bytes_on_both_back_ends(dimensions: int) -> None:
    vectors = Vectors.join(
        [random_vectors(40, dimensions, offset=0.4), Vectors(bytes(4 * dimensions), dimensions)], dimensions
    )
    means = [quantisation.mean_vector(vectors, backend=backend) for backend in (plain_backend, numpy_backend)]
    assert means[0] == means[1]
    codes = [quantisation.encode(vectors, means[0], 7, backend=backend) for backend in (plain_backend, numpy_backend)]
    assert codes[0] == codes[1]
    assert len(codes[0]) == 41 * quantisation.code_bytes(dimensions)


@given(st.lists(st.lists(st.floats(-1, 1, width=32), min_size=12, max_size=12), max_size=5), st.integers(0, 2**32 - 1))
def test_any_rows_have_equal_codes_on_both_back_ends(rows: list[list[float]], seed: int) -> None:
    vectors = plain_backend.normalise(Vectors.from_rows(rows, 12))
    mean = quantisation.mean_vector(vectors, backend=plain_backend)
    assert mean == quantisation.mean_vector(vectors, backend=numpy_backend)
    plain = quantisation.encode(vectors, mean, seed, backend=plain_backend)
    assert plain == quantisation.encode(vectors, mean, seed, backend=numpy_backend)


def test_the_mean_does_not_depend_on_the_order_of_rows() -> None:
    vectors = random_vectors(300, 24, offset=0.5)
    assert quantisation.mean_vector(vectors) == quantisation.mean_vector(vectors.take(reversed(range(300))))


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(("dimensions", "offset"), [(128, 0.0), (128, 0.7), (384, 0.3), (100, 0.3)])
def test_estimates_are_unbiased_and_as_near_as_one_bit_allows(backend: Backend, dimensions: int, offset: float) -> None:
    """The error's standard deviation is sqrt((pi / 2 - 1) / n) for vectors and queries that stand across the mean.

    It is less for those that lie along it. Queries are mixtures of stored vectors, so that some cosines are large.
    """
    vectors = random_vectors(250, dimensions, offset=offset)
    mean = quantisation.mean_vector(vectors)
    codes = quantisation.encode(vectors, mean, 3)
    chance = random.Random(2)
    exact: list[float] = []
    estimated: list[float] = []
    for _ in range(8):
        base = [chance.gauss(0, 1) for _ in range(10)]
        parts = [vectors.row(chance.randrange(250)) for _ in base]
        mixed = [sum(w * row[i] for w, row in zip(base, parts, strict=True)) for i in range(dimensions)]
        query = plain_backend.normalise(Vectors.from_rows([mixed], dimensions)).row(0)
        exact += plain_backend.dots(vectors, query)
        estimated += quantisation.estimate_scores(codes, query, mean, 3, backend=backend)
    errors = [a - b for a, b in zip(estimated, exact, strict=True)]
    spread = math.sqrt((math.pi / 2 - 1) / dimensions)
    assert abs(math.fsum(errors) / len(errors)) < 0.1 * spread
    assert math.sqrt(math.fsum(e * e for e in errors) / len(errors)) < 1.1 * spread


def test_estimates_rank_near_vectors_as_cosines_do() -> None:
    chance = random.Random(5)
    centre = [chance.gauss(0, 1) for _ in range(128)]
    rows = []
    for index in range(400):  # from very near the query to unrelated
        noise = 0.3 + index / 100
        rows.append([value + noise * chance.gauss(0, 1) for value in centre])
    vectors = plain_backend.normalise(Vectors.from_rows(rows, 128))
    mean = [0.0] * 128
    codes = quantisation.encode(vectors, mean, 11)
    estimated = list(quantisation.estimate_scores(codes, centre, mean, 11))
    assert correlation(estimated, list(plain_backend.dots(vectors, centre))) > 0.95


def test_a_vector_along_the_mean_is_estimated_exactly() -> None:
    vectors = plain_backend.normalise(Vectors.from_rows([[1.0, 2.0, 3.0, 4.0]] * 3, 4))
    mean = quantisation.mean_vector(vectors)
    codes = quantisation.encode(vectors, mean, 1)
    assert list(quantisation.estimate_scores(codes, [10.0, 20.0, 30.0, 40.0], mean, 1)) == pytest.approx(
        [1.0] * 3, abs=1e-3
    )


@pytest.mark.parametrize("backend", BACKENDS)
def test_zero_vectors_and_zero_queries_score_zero(backend: Backend) -> None:
    mean = [0.5] * 8
    codes = quantisation.encode(Vectors(bytes(64), 8), mean, 1, backend=backend)
    assert list(quantisation.estimate_scores(codes, [1.0] * 8, mean, 1, backend=backend)) == [0.0, 0.0]
    codes = quantisation.encode(random_vectors(2, 8), mean, 1, backend=backend)
    assert list(quantisation.estimate_scores(codes, [0.0] * 8, mean, 1, backend=backend)) == [0.0, 0.0]


@pytest.mark.parametrize("backend", BACKENDS)
def test_no_vectors_give_no_codes(backend: Backend) -> None:
    none = Vectors(b"", 24)
    assert quantisation.mean_vector(none, backend=backend) == (0.0,) * 24
    assert quantisation.encode(none, [0.0] * 24, 1, backend=backend) == b""
    assert list(quantisation.estimate_scores(b"", [1.0] * 24, [0.0] * 24, 1, backend=backend)) == []
    assert quantisation.encode_int8(none, backend=backend) == b""


@given(st.lists(st.lists(st.floats(-100, 100, width=32), min_size=5, max_size=5), max_size=6))
def test_int8_rows_come_back_to_half_a_step(rows: list[list[float]]) -> None:
    vectors = Vectors.from_rows(rows, 5)
    codes = quantisation.encode_int8(vectors, backend=plain_backend)
    assert codes == quantisation.encode_int8(vectors, backend=numpy_backend)
    for before, after in zip(vectors, quantisation.decode_int8(codes, 5), strict=True):
        step = max(map(abs, before)) / 127
        # A float32 scale, and a clamped largest number, may miss by a little more.
        assert list(after) == pytest.approx(list(before), abs=step * 0.5001 + 1e-40)


def test_int8_codes_are_numbers_then_a_float32_scale() -> None:
    codes = quantisation.encode_int8(Vectors.from_rows([[1.27, -0.01, 0.0]], 3))
    assert struct.unpack("<3b", codes[:3]) == (127, -1, 0)
    assert struct.unpack("<f", codes[3:]) == (pytest.approx(0.01),)
