"""Clusters of similar vectors, so that a query fetches few shards: bisecting spherical k-means.

After Steinbach, Karypis and Kumar, "A Comparison of Document Clustering Techniques" (2000): the largest cluster is
split in two until there are enough. Both centroids of a split have norm 1, so the sign of a dot product with their
difference tells the nearer one, and only the difference's direction matters: it is kept as int8. Its products with grid
rows are exact (see `arithmetic`), so training and assignment give the same clusters on every back-end; nothing is
random.
"""

from __future__ import annotations

import math
from array import array
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from operator import add, sub
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict

from shared.domain.vectors import arithmetic
from shared.domain.vectors.grid import int8_values, unit_on_grid
from shared.domain.vectors.quantisation import decode_int8, encode_int8
from shared.domain.vectors.rows import FLOAT_BYTES, Vectors, floats_from_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.models import JsonValue
    from shared.domain.vectors.arithmetic import Backend, ExactRows

__all__ = ["ClusterTree", "assign", "sample_size", "train"]

_MAX_SAMPLE: Final = 8192
_MAX_SAMPLE_NUMBERS: Final = 3 << 19
"""Training takes time and memory by the number: a Worker is busy for some 12 s with so many."""
_MIN_MEMBERS: Final = 4
"""A cluster of fewer sample vectors says nothing of the others; it bounds the clusters at 2,048."""
_MAX_ROUNDS: Final = 12
_ASSIGN_BLOCK: Final = 512
_REFINEMENTS: Final = 3
_MARGIN: Final = 0.05
"""A vector this near to the border between two parts of the tree is compared with the clusters of both."""
_MAX_NORM: Final = 1.01
"""Of a row: 1, but for rounding."""


@dataclass(frozen=True, slots=True)
class ClusterTree:
    """A binary tree whose leaves are the clusters, numbered so that neighbours in the tree have near numbers.

    `directions`: int8, shape `(splits, dimensions)`. `children`: for each split the left and the right child, a split's
    number if not negative, else `~cluster`. Split 0 is the root; without splits there is one cluster, 0. The tree leads
    a vector to the few clusters whose centroids it is compared with: right where its dot product with the direction is
    positive, left where not, both ways near zero. `centroid_codes`: of the clusters, by `encode_int8`.
    """

    dimensions: int
    directions: bytes
    children: tuple[tuple[int, int], ...]
    centroid_codes: bytes

    @property
    def cluster_count(self) -> int:
        return len(self.children) + 1

    @property
    def centroids(self) -> Vectors:
        """Of each cluster: float32, L2 norm 1 to within int8's precision, shape `(cluster_count, dimensions)`."""
        return decode_int8(self.centroid_codes, self.dimensions)

    @property
    def centroid_numbers(self) -> bytes:
        """The centroids' directions: int8, shape `(cluster_count, dimensions)`."""
        size = self.dimensions + FLOAT_BYTES
        codes = self.centroid_codes
        return b"".join([codes[start : start + self.dimensions] for start in range(0, len(codes), size)])

    def centroid(self, cluster: int) -> tuple[array[int], float]:
        """The centroid's numbers and their scale."""
        start = cluster * (self.dimensions + FLOAT_BYTES)
        code = self.centroid_codes[start : start + self.dimensions + FLOAT_BYTES]
        return array("b", code[: self.dimensions]), floats_from_bytes(code[self.dimensions :])[0]

    def direction(self, split: int) -> array[int]:
        return array("b", self.directions[split * self.dimensions : (split + 1) * self.dimensions])

    def to_json(self) -> dict[str, JsonValue]:
        return {
            "dimensions": self.dimensions,
            "directions": b64encode(self.directions).decode(),
            "children": [list(pair) for pair in self.children],
            "centroids": b64encode(self.centroid_codes).decode(),
        }

    @classmethod
    def from_json(cls, value: JsonValue) -> ClusterTree:
        stored = _StoredTree.model_validate(value)
        return cls(stored.dimensions, b64decode(stored.directions), stored.children, b64decode(stored.centroids))


class _StoredTree(BaseModel):
    model_config = ConfigDict(extra="forbid")

    dimensions: int
    directions: str
    children: tuple[tuple[int, int], ...]
    centroids: str


def sample_size(dimensions: int) -> int:
    """How many vectors of a site clusters are trained on, at most."""
    return min(_MAX_SAMPLE, _MAX_SAMPLE_NUMBERS // dimensions)


def train(sample: Vectors, target_size: int, total_count: int, *, backend: Backend = arithmetic.default) -> ClusterTree:
    """Find clusters for `total_count` vectors, about `target_size` in each, from a sample of them.

    Rows have L2 norm 1. Clusters come out uneven: some hold more than twice `target_size`. There are fewer of them than
    asked where the sample is small or its vectors are equal.
    """
    rows = backend.exact_rows(sample)
    root = _Node(array("q", range(len(sample))), rows.weighted_sum([1.0] * len(sample)))
    wanted, found = max(1, round(total_count / target_size)), 1
    waiting = [root] if len(sample) >= 2 * _MIN_MEMBERS else []
    while found < wanted and waiting:
        largest = max(waiting, key=lambda node: len(node.members))  # the first of equal ones
        waiting.remove(largest)
        if _split(largest, rows):
            found += 1
            waiting += [child for child in largest.children if len(child.members) >= 2 * _MIN_MEMBERS]
    tree = _number_nodes(root, sample.dimensions, backend)
    led = _lead(tree, rows)
    for _ in range(_REFINEMENTS if tree.children else 0):
        tree = _refine(tree, rows, led, backend)
    return tree


def assign(tree: ClusterTree, vectors: Vectors, *, backend: Backend = arithmetic.default) -> list[int]:
    """For each row, of L2 norm 1, the cluster with the nearest centroid, of equal ones the lowest; nearly always."""
    clusters: list[int] = []
    for start in range(0, len(vectors), _ASSIGN_BLOCK):
        rows = backend.exact_rows(vectors.part(start, start + _ASSIGN_BLOCK))
        clusters += _find_nearest(tree, rows, _lead(tree, rows))
    return clusters


def _lead(tree: ClusterTree, rows: ExactRows) -> list[array[int]]:
    """Of each cluster the rows that the tree leads to it; a row may be led to several."""
    led: list[array[int]] = [array("q") for _ in range(tree.cluster_count)]
    waiting = [(0 if tree.children else ~0, array("q", range(len(rows))))]
    while waiting:
        node, members = waiting.pop()
        if node < 0:
            led[~node] = members
        elif members:
            direction = tree.direction(node)
            limit = _MARGIN * math.sqrt(sum([value * value for value in direction]))
            dots = rows.take(members).dots(direction)
            left = array("q", [member for member, dot in zip(members, dots, strict=True) if dot <= limit])
            right = array("q", [member for member, dot in zip(members, dots, strict=True) if dot > -limit])
            waiting += zip(tree.children[node], (left, right), strict=True)
    return led


def _find_nearest(tree: ClusterTree, rows: ExactRows, led: Sequence[array[int]]) -> list[int]:
    """For each row the nearest of the clusters that it is led to, of equally near ones the lowest."""
    clusters = [0] * len(rows)
    if not tree.children:
        return clusters
    best = [-math.inf] * len(rows)
    for cluster, members in enumerate(led):
        numbers, scale = tree.centroid(cluster)
        for member, dot in zip(members, rows.take(members).dots(numbers), strict=True):
            if (score := dot * scale) > best[member]:
                best[member] = score
                clusters[member] = cluster
    return clusters


def _refine(tree: ClusterTree, rows: ExactRows, led: Sequence[array[int]], backend: Backend) -> ClusterTree:
    """Move each centroid to the middle of the sample vectors that are nearest to it (Lloyd's algorithm)."""
    members: list[array[int]] = [array("q") for _ in range(tree.cluster_count)]
    for row, cluster in enumerate(_find_nearest(tree, rows, led)):
        members[cluster].append(row)
    centroids = [
        unit_on_grid(rows.take(part).weighted_sum([1.0] * len(part))) if part else tree.centroids.row(cluster)
        for cluster, part in enumerate(members)
    ]
    codes = encode_int8(Vectors.from_rows(centroids, tree.dimensions), backend=backend)
    return replace(tree, centroid_codes=codes)


@dataclass(slots=True)
class _Node:
    """A part of the sample while training. `children` is empty, or the left and the right part of a split.

    `total`: the exact sum of its members' rows, until it is split.
    """

    members: array[int]
    total: array[float]
    direction: array[int] | None = None
    children: tuple[_Node, ...] = ()


def _split(node: _Node, rows: ExactRows) -> bool:
    """Split a node in two by k-means with k = 2. False: its vectors do not differ enough."""
    part = rows.take(node.members)
    total = node.total
    first = _farthest(part, unit_on_grid(total))
    second = _farthest(part, part.row(first))
    left, right = part.row(first), part.row(second)
    projection = _Projection(part)
    sides = [0.0] * len(part)
    left_total, right_total = total, array("d", [0.0] * len(total))
    for place in range(_MAX_ROUNDS):
        dots = projection.onto(int8_values([b - a for a, b in zip(left, right, strict=True)]))
        limit = 0.0 if place else _first_limit(dots)
        moves = [(1.0 if dot > limit else 0.0) - side for dot, side in zip(dots, sides, strict=True)]
        moved = array("q", [member for member, move in enumerate(moves) if move])
        if place and not moved:
            break
        # Sums are exact, so what has moved may be added to the last one: after the first rounds that is little.
        change = part.take(moved).weighted_sum([moves[member] for member in moved])
        right_total = array("d", map(add, right_total, change))
        left_total = array("d", map(sub, total, right_total))
        sides = [side + move for side, move in zip(sides, moves, strict=True)]
        left, right = unit_on_grid(left_total), unit_on_grid(right_total)
    members = _part_members(node.members, dots)
    if not all(members):
        return False
    node.direction = projection.direction
    node.children = tuple(map(_Node, members, (left_total, right_total)))
    node.total = array("d")
    return True


class _Projection:
    """Dot products of rows of norm 1 with a direction that changes little: of the first all are exact, later the signs.

    A row's product changes by no more than the direction does, so only those near zero are multiplied anew (as in
    Hamerly, "Making k-means even faster", 2010).
    """

    def __init__(self, rows: ExactRows) -> None:
        self._rows = rows
        self._dots: array[float] = array("d")
        self._slack: list[float] = []
        self.direction: array[int] = array("b")

    def onto(self, direction: array[int]) -> array[float]:
        if not self._dots:
            self._dots = self._rows.dots(direction)
            self._slack = [abs(dot) for dot in self._dots]
        else:
            change = math.dist(direction, self.direction) * _MAX_NORM
            self._slack = [slack - change for slack in self._slack]
            doubtful = array("q", [row for row, slack in enumerate(self._slack) if slack <= 0.0])
            for row, dot in zip(doubtful, self._rows.take(doubtful).dots(direction), strict=True):
                self._dots[row] = dot
                self._slack[row] = abs(dot)
        self.direction = direction
        return self._dots


def _farthest(rows: ExactRows, vector: Sequence[float]) -> int:
    dots = rows.dots(vector)
    return dots.index(min(dots))


def _first_limit(dots: Sequence[float]) -> float:
    """The median, if it parts anything. From two far vectors alone, k-means often splits off a few outliers."""
    middle = sorted(dots)[len(dots) // 2]
    return middle if middle < max(dots) else 0.0


def _part_members(members: array[int], dots: Sequence[float]) -> tuple[array[int], array[int]]:
    """Members with a dot product of at most 0, and the others."""
    pairs = list(zip(members, dots, strict=True))
    left = array("q", [member for member, dot in pairs if dot <= 0.0])
    return left, array("q", [member for member, dot in pairs if dot > 0.0])


def _number_nodes(root: _Node, dimensions: int, backend: Backend) -> ClusterTree:
    directions: list[bytes] = []
    children: list[tuple[int, int]] = []
    centroids: list[Sequence[float]] = []

    def number(node: _Node) -> int:
        if node.direction is None:
            centroids.append(unit_on_grid(node.total))
            return ~(len(centroids) - 1)
        split = len(directions)
        directions.append(node.direction.tobytes())
        children.append((0, 0))
        left, right = node.children
        children[split] = (number(left), number(right))
        return split

    number(root)
    codes = encode_int8(Vectors.from_rows(centroids, dimensions), backend=backend)
    return ClusterTree(dimensions, b"".join(directions), tuple(children), codes)
