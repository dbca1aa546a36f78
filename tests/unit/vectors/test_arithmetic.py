"""Both back-ends keep the same promises: equal bytes where artifacts depend on them, else equal within tolerance."""

from __future__ import annotations

import math
import struct
import subprocess
import sys
from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.vectors.arithmetic import Backend, Vectors, numpy_backend, plain_backend
from shared.domain.vectors.grid import HADAMARD_12, unit_on_grid
from shared.domain.vectors.quantisation import sign_flips

assert numpy_backend is not None
BACKENDS = [pytest.param(plain_backend, id="plain"), pytest.param(numpy_backend, id="numpy")]


def vectors_of(numbers: st.SearchStrategy[float], max_rows: int = 6) -> st.SearchStrategy[Vectors]:
    def rows(dimensions: int) -> st.SearchStrategy[Vectors]:
        row = st.lists(numbers, min_size=dimensions, max_size=dimensions)
        return st.lists(row, max_size=max_rows).map(lambda found: Vectors.from_rows(found, dimensions))

    return st.sampled_from([1, 3, 8, 20, 24, 50]).flatmap(rows)


raw_vectors = vectors_of(st.floats(-1e6, 1e6, width=32))
unit_vectors = vectors_of(st.floats(-1, 1, width=32)).map(plain_backend.normalise)


@given(raw_vectors)
def test_normalised_rows_have_norm_one_or_zero_and_equal_bytes(vectors: Vectors) -> None:
    rows = plain_backend.normalise(vectors)
    assert rows == numpy_backend.normalise(vectors)
    for before, after in zip(vectors, rows, strict=True):
        norm = math.sqrt(math.fsum(value * value for value in after))
        assert norm == pytest.approx(1.0 if any(before) else 0.0, abs=1e-6)


@given(unit_vectors, st.data())
def test_dots_agree_within_tolerance(vectors: Vectors, data: st.DataObject) -> None:
    size = vectors.dimensions
    query = data.draw(st.lists(st.floats(-1, 1, width=32), min_size=size, max_size=size))
    assert list(numpy_backend.dots(vectors, query)) == pytest.approx(list(plain_backend.dots(vectors, query)), abs=1e-5)


@given(unit_vectors, st.data())
def test_nearest_centroids_are_equal(vectors: Vectors, data: st.DataObject) -> None:
    row = st.lists(st.floats(-1, 1, width=32), min_size=vectors.dimensions, max_size=vectors.dimensions)
    found = data.draw(st.lists(row, min_size=1, max_size=4))
    centroids = plain_backend.normalise(Vectors.from_rows(found, vectors.dimensions))
    assert plain_backend.nearest(vectors, centroids) == numpy_backend.nearest(vectors, centroids)


@given(st.lists(st.sampled_from([-2.0, -0.5, 0.0, 0.5, 7.0])), st.integers(0, 12))
def test_top_k_is_a_stable_sort_by_score(scores: list[float], k: int) -> None:
    expected = sorted(range(len(scores)), key=lambda index: -scores[index])[:k]
    assert plain_backend.top_k(scores, k) == expected
    assert numpy_backend.top_k(scores, k) == expected


@given(unit_vectors, st.data())
def test_products_of_exact_rows_are_equal_and_do_not_depend_on_order(vectors: Vectors, data: st.DataObject) -> None:
    plain, fast = plain_backend.exact_rows(vectors), numpy_backend.exact_rows(vectors)
    order = array("q", data.draw(st.permutations(range(len(vectors)))))
    direction = unit_on_grid(range(1, vectors.dimensions + 1))
    ones = [1.0] * len(vectors)
    assert plain.dots(direction) == fast.dots(direction)
    assert plain.weighted_sum(ones) == fast.take(order).weighted_sum(ones) == plain.take(order).weighted_sum(ones)


@given(unit_vectors, st.integers(0, 2**32 - 1))
def test_rotated_residuals_are_equal(vectors: Vectors, seed: int) -> None:
    order = {1: 8, 3: 8, 8: 8, 20: 24, 24: 24, 50: 64}[vectors.dimensions]
    direction = unit_on_grid([(-1.0) ** i for i in range(vectors.dimensions)])
    arguments = (vectors, direction, sign_flips(order, seed))
    assert plain_backend.rotate_residuals(*arguments) == numpy_backend.rotate_residuals(*arguments)


@given(raw_vectors)
def test_int8_rows_and_scales_are_equal(vectors: Vectors) -> None:
    assert plain_backend.scale_to_integers(vectors, 127) == numpy_backend.scale_to_integers(vectors, 127)


@given(st.binary(max_size=60), st.lists(st.floats(-1, 1), min_size=16, max_size=16))
def test_signed_sums_agree_and_skip_the_scalars(data: bytes, query: list[float]) -> None:
    codes = data[: len(data) // 6 * 6]
    expected = [
        sum(value if codes[start + i // 8] >> (i % 8) & 1 else -value for i, value in enumerate(query))
        for start in range(0, len(codes), 6)
    ]
    assert list(plain_backend.signed_sums(codes, 6, query)) == pytest.approx(expected, abs=1e-9)
    assert list(numpy_backend.signed_sums(codes, 6, query)) == pytest.approx(expected, abs=1e-5)


def test_the_matrix_of_order_12_is_a_hadamard_matrix() -> None:
    products = [[sum(a * b for a, b in zip(x, y, strict=True)) for y in HADAMARD_12] for x in HADAMARD_12]
    assert products == [[12 if i == j else 0 for j in range(12)] for i in range(12)]
    assert {value for row in HADAMARD_12 for value in row} == {1, -1}


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("order", [1, 8, 12, 24, 64, 384])
def test_the_hadamard_transform_keeps_norms_and_mixes_with_signs_only(backend: Backend, order: int) -> None:
    basis = [0.0] * order
    basis[order - 1] = 1.0
    assert set(map(abs, backend.hadamard(basis))) == {1.0}
    values = [float(i % 7 - 3) for i in range(order)]
    squares = sum(value * value for value in values)
    assert sum(value * value for value in backend.hadamard(values)) == order * squares


@given(st.lists(st.integers(0, 4), max_size=9), st.randoms(use_true_random=False))
def test_pooling_gives_equal_bytes_in_every_order_of_tokens(ids: list[int], randomness: object) -> None:
    values = [8.0, -0.3333, 1e-7, 65.0, -65.0, 0.1, 3.14159, -2e-5, 0.0, 1.0, -1.0, 0.7, 0.6, 0.5, 0.4]
    table = struct.pack("<15e", *values)
    shuffled = list(ids)
    randomness.shuffle(shuffled)  # type: ignore[attr-defined]
    plain, fast = (backend.token_table(table, 3, 2) for backend in (plain_backend, numpy_backend))
    assert plain.sum_rows(ids) == fast.sum_rows(shuffled)
    assert plain.pool([ids, []]) == fast.pool([shuffled, []])


def test_without_numpy_the_plain_back_end_is_the_default() -> None:
    program = (
        "import sys; sys.modules['numpy'] = None\n"
        "from shared.domain.vectors import arithmetic, clusters, quantisation\n"
        "assert arithmetic.default is arithmetic.plain_backend and arithmetic.numpy_backend is None"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@settings(max_examples=20)
@given(raw_vectors)
def test_vectors_can_be_taken_apart_and_joined(vectors: Vectors) -> None:
    parts = [vectors.part(0, 2), vectors.take(range(2, len(vectors)))] if len(vectors) > 2 else [vectors]
    assert Vectors.join(parts, vectors.dimensions) == vectors
    assert Vectors.from_rows(list(vectors), vectors.dimensions) == vectors
