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
    assert codes.kind == "int8"
    sketches, rows = codes.encode(vectors, backend=plain_backend)
    assert (sketches, rows) == codes.encode(vectors, backend=numpy_backend)
    assert len(sketches) == len(vectors) * codes.sketch_bytes
    assert len(rows) == len(vectors) * codes.row_bytes
    assert codes.sketches_of(rows) == sketches


@given(matrices)
@settings(deadline=None)
def test_scores_are_equal_on_both_back_ends_and_those_of_rows_near_the_cosine(vectors: Vectors) -> None:
    if not len(vectors):
        return
    codes = VectorCodes.choose(vectors)
    sketches, rows = codes.encode(vectors)
    query = whole_numbers(list(vectors.row(0)))
    plain = codes.score_sketches(sketches, query, backend=plain_backend)
    assert codes.score_sketches(sketches, query, backend=numpy_backend) == plain
    for row, score in zip(vectors, codes.score_rows(rows, query), strict=True):
        exact = sum(a * b for a, b in zip(row, query, strict=True))  # as large as the query's numbers are
        # Each number is off by half a step of the largest one's 127th at most, and the scale by one in 2,048.
        step = max(map(abs, row)) / 127
        assert abs(score - exact) <= 0.51 * step * sum(map(abs, query)) + 0.001 * math.hypot(*query)


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("dimensions", [1, 2, 3, 64, 127, 128, 256])
def test_codes_have_the_layout_of_the_format(backend: Backend, dimensions: int) -> None:
    vectors = unit_rows(5, dimensions)
    codes = VectorCodes.choose(vectors, backend=backend)
    sketches, rows = codes.encode(vectors, backend=backend)
    assert codes.sketch_bytes == math.ceil(dimensions / 4) + 2
    assert codes.row_bytes == dimensions + 2
    for place, row in enumerate(vectors):
        code = rows[place * codes.row_bytes : (place + 1) * codes.row_bytes]
        (scale,) = struct.unpack("<e", code[-2:])
        numbers = struct.unpack(f"{dimensions}b", code[:-2])
        assert [number * scale for number in numbers] == pytest.approx(list(row), abs=max(map(abs, row)) / 127)
        sketch = sketches[place * codes.sketch_bytes : (place + 1) * codes.sketch_bytes]
        (scale,) = struct.unpack("<e", sketch[-2:])
        levels = [(byte >> shift & 3) * 2 - 3 for byte in sketch[:-2] for shift in (0, 2, 4, 6)]
        assert levels[dimensions:] == [-3] * (-dimensions % 4)
        limit = sum(number * number for number in numbers) / dimensions
        assert levels[:dimensions] == [
            (3 if number * number > limit else 1) * (1 if number >= 0 else -1) for number in numbers
        ]
        fit = sum(level * number for level, number in zip(levels, numbers, strict=False))
        assert scale == pytest.approx(math.hypot(*numbers) / fit, rel=2**-10)


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("dimensions", [8, 300])
def test_a_zero_row_scores_zero(backend: Backend, dimensions: int) -> None:
    vectors = Vectors.join([unit_rows(3, dimensions), Vectors.from_rows([[0.0] * dimensions], dimensions)], dimensions)
    codes = VectorCodes.choose(vectors)
    sketches, rows = codes.encode(vectors, backend=backend)
    query = whole_numbers(vectors.row(0))
    assert codes.score_sketches(sketches, query, backend=backend)[3] == 0.0
    assert codes.score_rows(rows, query, backend=backend)[3] == 0.0


@pytest.mark.parametrize("backend", BACKENDS)
def test_no_rows_give_no_codes_and_no_scores(backend: Backend) -> None:
    codes = VectorCodes.choose(Vectors(b"", 16), backend=backend)
    assert codes.encode(Vectors(b"", 16), backend=backend) == (b"", b"")
    assert list(codes.score_sketches(b"", [25] * 16, backend=backend)) == []
    assert list(codes.score_rows(b"", [25] * 16, backend=backend)) == []


@pytest.mark.parametrize(
    ("dimensions", "kind", "sizes"), [(128, "int8", (34, 130)), (256, "int8", (66, 258)), (384, "bit", (52, 52))]
)
def test_long_vectors_take_one_bit_a_dimension(dimensions: int, kind: str, sizes: tuple[int, int]) -> None:
    codes = VectorCodes.choose(unit_rows(20, dimensions))
    assert codes.kind == kind
    assert (codes.sketch_bytes, codes.row_bytes) == sizes
    assert codes.are_rows_finer == (kind == "int8")


@pytest.mark.parametrize(("dimensions", "by_sketches", "by_rows"), [(128, 7, 10), (384, 6, 6)])
def test_the_nearest_rows_are_mostly_found_by_their_codes(dimensions: int, by_sketches: int, by_rows: int) -> None:
    vectors = unit_rows(400, dimensions)
    query = whole_numbers(unit_rows(1, dimensions, seed=2).row(0))
    codes = VectorCodes.choose(vectors)
    sketches, rows = codes.encode(vectors)
    exact = [math.fsum(a * b for a, b in zip(row, query, strict=True)) for row in vectors]
    best = sorted(range(400), key=lambda n: -exact[n])[:10]
    for estimated, wanted in (
        (codes.score_sketches(sketches, query), by_sketches),
        (codes.score_rows(rows, query), by_rows),
    ):
        shown = sorted(range(400), key=lambda n: -estimated[n])[:20]
        assert len(set(best) & set(shown)) >= wanted


@pytest.mark.parametrize("dimensions", [128, 384])
def test_the_kind_of_codes_travels_as_json(dimensions: int) -> None:
    codes = VectorCodes.choose(unit_rows(20, dimensions))
    assert VectorCodes.from_json(from_json(to_json(codes.to_json())), dimensions) == codes
