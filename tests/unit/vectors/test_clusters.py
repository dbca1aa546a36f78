"""Clusters: the same on every back-end, near-balanced, and stable through JSON."""

from __future__ import annotations

import json
import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.vectors.arithmetic import Vectors, numpy_backend, plain_backend
from shared.domain.vectors.clusters import ClusterTree, assign, train

if TYPE_CHECKING:
    from shared.domain.vectors.arithmetic import Backend

assert numpy_backend is not None
BACKENDS = [pytest.param(plain_backend, id="plain"), pytest.param(numpy_backend, id="numpy")]


def grouped_vectors(count: int, groups: int, *, dimensions: int = 24, noise: float = 0.2) -> tuple[Vectors, list[int]]:
    """Vectors around random centres, and the centre of each."""
    chance = random.Random(3)
    centres = [[chance.gauss(0, 1) for _ in range(dimensions)] for _ in range(groups)]
    members = [index % groups for index in range(count)]
    rows = ([value + noise * chance.gauss(0, 1) for value in centres[group]] for group in members)
    return plain_backend.normalise(Vectors.from_rows(rows, dimensions)), members


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 120), st.integers(1, 7), st.sampled_from([0.0, 0.1, 1.0]))
def test_training_and_assignment_are_equal_on_both_back_ends(count: int, groups: int, noise: float) -> None:
    vectors, _ = grouped_vectors(count, groups, dimensions=9, noise=noise)
    tree = train(vectors, 10, count, backend=plain_backend)
    assert tree == train(vectors, 10, count, backend=numpy_backend)
    clusters = assign(tree, vectors, backend=plain_backend)
    assert clusters == assign(tree, vectors, backend=numpy_backend)
    assert all(0 <= cluster < tree.cluster_count for cluster in clusters)
    assert len(tree.centroids) == tree.cluster_count


def test_groups_that_stand_apart_become_clusters() -> None:
    vectors, groups = grouped_vectors(400, 8)
    tree = train(vectors, 50, 400)
    assert tree.cluster_count == 8
    pairs = set(zip(assign(tree, vectors), groups, strict=True))
    assert len(pairs) == 8


def test_assignment_does_not_depend_on_the_company_a_vector_keeps() -> None:
    vectors, _ = grouped_vectors(300, 30, noise=1.0)
    tree = train(vectors, 20, 300)
    together = assign(tree, vectors)
    assert together == [assign(tree, vectors.part(row, row + 1))[0] for row in range(300)]


def test_the_nearest_centroid_is_mostly_that_of_the_own_cluster() -> None:
    vectors, _ = grouped_vectors(600, 12)
    tree = train(vectors, 50, 600)
    nearest = plain_backend.nearest(vectors, tree.centroids)
    agreed = sum(a == b for a, b in zip(nearest, assign(tree, vectors), strict=True))
    assert agreed > 0.95 * 600


def test_clusters_of_unstructured_vectors_stay_within_a_few_times_the_target() -> None:
    chance = random.Random(9)
    rows = ([chance.gauss(0.3, 1) for _ in range(32)] for _ in range(2000))
    vectors = plain_backend.normalise(Vectors.from_rows(rows, 32))
    tree = train(vectors.take(range(0, 2000, 2)), 50, 2000)
    sizes = Counter(assign(tree, vectors))
    assert tree.cluster_count == 40
    assert max(sizes.values()) < 3 * 50


@pytest.mark.parametrize("backend", BACKENDS)
def test_equal_vectors_stay_in_one_cluster(backend: Backend) -> None:
    vectors = Vectors.from_rows([[0.6, 0.8]] * 100, 2)
    tree = train(vectors, 10, 100, backend=backend)
    assert tree.cluster_count == 1
    assert assign(tree, vectors, backend=backend) == [0] * 100


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_small_site_and_an_empty_one_have_one_cluster(backend: Backend) -> None:
    for count in (0, 1, 5):
        vectors, _ = grouped_vectors(count, 2)
        tree = train(vectors, 256, count, backend=backend)
        assert tree.cluster_count == 1
        assert assign(tree, vectors, backend=backend) == [0] * count


def test_an_outlier_is_told_from_equal_vectors() -> None:
    vectors = Vectors.from_rows([[0.6, 0.8]] * 99 + [[-1.0, 0.0]], 2)
    tree = train(vectors, 10, 100)
    assert sorted(Counter(assign(tree, vectors)).values()) == [1, 99]


def test_a_tree_survives_json() -> None:
    vectors, _ = grouped_vectors(200, 10)
    tree = train(vectors, 20, 200)
    assert ClusterTree.from_json(json.loads(json.dumps(tree.to_json()))) == tree
