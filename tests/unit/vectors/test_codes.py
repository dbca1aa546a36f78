from __future__ import annotations

import math
import struct
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.encoding import from_json, to_json
from shared.domain.vectors.arithmetic import Backend, Vectors, numpy_backend, plain_backend
from shared.domain.vectors.codes import VectorCodes, whole_numbers

assert numpy_backend is not None
BACKENDS = [pytest.param(plain_backend, id="plain"), pytest.param(numpy_backend, id="numpy")]


def unit_rows(count: int, dimensions: int, seed: int = 1) -> Vectors:
    random = Random(seed)
    rows = [[random.gauss(0, 1) for _ in range(dimensions)] for _ in range(count)]
    return plain_backend.normalise(Vectors.from_rows(rows, dimensions))


matrices = st.integers(1, 40).flatmap(
    lambda dimensions: st.lists(
        st.lists(st.floats(-1, 1, width=32), min_size=dimensions, max_size=dimensions), max_size=6
    ).map(lambda rows: plain_backend.normalise(Vectors.from_rows(rows, dimensions)))
)


@given(matrices)
@settings(deadline=None)
def test_codes_are_the_same_bytes_on_both_back_ends(vectors: Vectors) -> None:
    codes = VectorCodes.choose(vectors)
    assert codes.kind == "int4"
    plain = codes.encode(vectors, backend=plain_backend)
    assert plain == codes.encode(vectors, backend=numpy_backend)
    assert len(plain) == len(vectors) * codes.code_bytes


@given(matrices)
@settings(deadline=None)
def test_scores_are_close_on_both_back_ends_and_near_the_cosine(vectors: Vectors) -> None:
    if not len(vectors):
        return
    codes = VectorCodes.choose(vectors)
    coded = codes.encode(vectors)
    query = whole_numbers(list(vectors.row(0)))
    plain = codes.scores(coded, query, backend=plain_backend)
    assert codes.scores(coded, query, backend=numpy_backend) == plain
    for row, score in zip(vectors, plain, strict=True):
        exact = sum(a * b for a, b in zip(row, query, strict=True))  # as large as the query's numbers are
        # Each number is off by half a step of a seventh of the largest one at most.
        step = max(map(abs, row)) / 7
        assert abs(score - exact) <= 0.51 * step * sum(map(abs, query)) + 0.002 * 127


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("dimensions", [1, 2, 3, 64, 127, 128, 256])
def test_four_bit_codes_have_the_layout_of_the_format(backend: Backend, dimensions: int) -> None:
    vectors = unit_rows(5, dimensions)
    codes = VectorCodes.choose(vectors, backend=backend)
    data = codes.encode(vectors, backend=backend)
    assert codes.code_bytes == (dimensions + 1) // 2 + 2
    for number, row in enumerate(vectors):
        code = data[number * codes.code_bytes : (number + 1) * codes.code_bytes]
        (scale,) = struct.unpack("<e", code[-2:])
        nibbles = [half for byte in code[:-2] for half in (byte & 15, byte >> 4)]
        assert all(1 <= nibble <= 15 for nibble in nibbles)
        decoded = [(nibble - 8) * scale for nibble in nibbles]
        assert decoded[:dimensions] == pytest.approx(list(row), abs=max(map(abs, row)) / 7 * 0.51 + 1e-3)
        assert decoded[dimensions:] in ([], [0.0])


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("dimensions", [8, 300])
def test_a_zero_row_scores_zero(backend: Backend, dimensions: int) -> None:
    vectors = Vectors.join([unit_rows(3, dimensions), Vectors.from_rows([[0.0] * dimensions], dimensions)], dimensions)
    codes = VectorCodes.choose(vectors)
    scores = codes.scores(codes.encode(vectors, backend=backend), list(vectors.row(0)), backend=backend)
    assert scores[3] == 0.0


@pytest.mark.parametrize("backend", BACKENDS)
def test_no_rows_give_no_codes_and_no_scores(backend: Backend) -> None:
    codes = VectorCodes.choose(Vectors(b"", 16), backend=backend)
    assert codes.encode(Vectors(b"", 16), backend=backend) == b""
    assert list(codes.scores(b"", [0.25] * 16, backend=backend)) == []


@pytest.mark.parametrize(("dimensions", "kind", "size"), [(128, "int4", 66), (256, "int4", 130), (384, "bit", 52)])
def test_long_vectors_take_one_bit_a_dimension(dimensions: int, kind: str, size: int) -> None:
    codes = VectorCodes.choose(unit_rows(20, dimensions))
    assert codes.kind == kind
    assert codes.code_bytes == size


@pytest.mark.parametrize(("dimensions", "found_of_ten"), [(128, 9), (384, 6)])
def test_the_nearest_rows_are_mostly_found_by_their_codes(dimensions: int, found_of_ten: int) -> None:
    vectors = unit_rows(400, dimensions)
    query = list(unit_rows(1, dimensions, seed=2).row(0))
    codes = VectorCodes.choose(vectors)
    estimated = codes.scores(codes.encode(vectors), query)
    exact = [math.fsum(a * b for a, b in zip(row, query, strict=True)) for row in vectors]
    best = sorted(range(400), key=lambda n: -exact[n])[:10]
    shown = sorted(range(400), key=lambda n: -estimated[n])[:20]
    assert len(set(best) & set(shown)) >= found_of_ten


@pytest.mark.parametrize("dimensions", [128, 384])
def test_the_kind_of_codes_travels_as_json(dimensions: int) -> None:
    codes = VectorCodes.choose(unit_rows(20, dimensions))
    assert VectorCodes.from_json(from_json(to_json(codes.to_json())), dimensions) == codes
