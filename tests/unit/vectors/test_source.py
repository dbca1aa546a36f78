from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from shared.domain.revision import block_file, pack_name
from shared.domain.vectors.arithmetic import Vectors, plain_backend
from shared.domain.vectors.clusters import assign, train
from shared.domain.vectors.codes import VectorCodes, encode_two_bits, whole_numbers
from shared.domain.vectors.shards import (
    SHARD_UNIT,
    RowPart,
    RowsPack,
    ShardPlace,
    VectorDirectory,
    encode_rows,
    encode_shards,
    group_packs,
)
from shared.domain.vectors.source import VectorSource

DIMENSIONS = 16
TOPICS = 8


class Site:
    """Vectors around eight topics, 100 sections each, as their shards; and which files were read how often."""

    def __init__(self) -> None:
        random = Random(5)
        rows = []
        for number in range(TOPICS * 100):
            row = [random.gauss(0, 0.1) for _ in range(DIMENSIONS)]
            row[number % TOPICS] += 1
            rows.append(row)
        self.vectors = plain_backend.normalise(Vectors.from_rows(rows, DIMENSIONS))
        self.ids = [number + 56 * (number // 200) for number in range(len(rows))]
        tree = train(self.vectors, 1, TOPICS)
        codes = VectorCodes.choose(self.vectors)
        sketches, coded = codes.encode(self.vectors)
        shards = [*encode_shards(assign(tree, self.vectors), self.ids, sketches, codes.sketch_bytes)]
        self.files: dict[str, bytes] = {}
        places, packs = [], []
        for group, files in group_packs(shards):
            packs.append(self._put(b"".join(files)))
            for shard, block in zip(group, files, strict=True):
                places.append(ShardPlace(shard.cluster, len(shard.ids), len(block) // SHARD_UNIT))
        part_bytes = 200 * codes.row_bytes
        rows = []
        for part in range(4):
            blocks = encode_rows(coded[part * part_bytes : (part + 1) * part_bytes], codes)
            rows.append(RowsPack(self._put(blocks), (RowPart(part * 256, 200),)))
        centroids = encode_two_bits(tree.centroid_numbers, DIMENSIONS)
        directory = VectorDirectory(codes, centroids, tuple(packs), tuple(places), tuple(rows))
        self.manifest = {"model": "test@16", "dimensions": DIMENSIONS, "pack": self._put(directory.to_bytes())}
        self.reads: Counter[str] = Counter()

    def _put(self, blocks: bytes) -> str:
        pack = pack_name([blocks])
        self.files[block_file(pack)] = blocks
        return pack

    def read(self, name: str) -> bytes:
        self.reads[name] += 1
        return self.files[name]

    def open(self, sections: int = 100, documents: int = 5) -> VectorSource:
        return VectorSource({**self.manifest, "probes": [sections, documents]}, self.read)

    def exact(self, query: list[float]) -> dict[int, float]:
        return {
            section: sum(a * b for a, b in zip(row, query, strict=True))
            for section, row in zip(self.ids, self.vectors, strict=True)
        }


@pytest.fixture(scope="module")
def site() -> Site:
    return Site()


def towards(topic: int) -> list[int]:
    return [127 if number == topic else 0 for number in range(DIMENSIONS)]


@pytest.mark.parametrize("topic", range(TOPICS))
def test_the_nearest_sections_are_found_in_the_nearest_clusters(site: Site, topic: int) -> None:
    found = site.open().scores(towards(topic), ())
    exact = site.exact([value / 127 for value in towards(topic)])
    best = sorted(exact, key=lambda section: -exact[section])[:20]
    assert len(set(best) & set(found)) >= 19
    assert all(abs(score / 127 - exact[section]) < 0.4 for section, score in found.items())


def test_only_as_many_clusters_are_read_as_give_the_sections_wanted(site: Site) -> None:
    assert 0 < len(site.open(1).scores(towards(0), ())) < 250
    assert 400 <= len(site.open(400).scores(towards(0), ())) < 650


def test_no_block_is_read_twice(site: Site) -> None:
    source = site.open()
    source.scores(towards(0), site.ids[:3])
    site.reads.clear()
    source.scores(towards(0), site.ids[:3])
    assert not site.reads


def test_with_all_clusters_every_section_is_scored(site: Site) -> None:
    assert set(site.open(len(site.ids)).scores(towards(3), ())) == set(site.ids)


def test_named_sections_are_scored_by_their_rows_wherever_they_lie(site: Site) -> None:
    named = [site.ids[7], site.ids[-1]]
    assert not set(named) <= set(site.open(1).scores(towards(0), ()))
    found = site.open(1).scores(towards(0), named)
    everywhere = site.open(len(site.ids)).scores(towards(0), named)
    exact = site.exact([value / 127 for value in towards(0)])
    for section in named:
        assert found[section] == everywhere[section] == pytest.approx(127 * exact[section], abs=0.6)


def test_the_best_sections_are_judged_by_their_rows(site: Site) -> None:
    sketched = site.open(len(site.ids), documents=0).scores(towards(0), ())
    found = site.open(len(site.ids), documents=5).scores(towards(0), ())
    best = sorted(sketched, key=lambda section: -sketched[section])[:5]
    exact = site.exact([value / 127 for value in towards(0)])
    assert {section for section in found if found[section] != sketched[section]} == set(best)
    assert all(abs(found[section] / 127 - exact[section]) < 0.005 for section in best)


def test_a_query_without_a_vector_scores_nothing_above_zero(site: Site) -> None:
    assert all(score == 0 for score in site.open().scores([0] * DIMENSIONS, ()).values())


def test_the_precision_of_whole_numbers_leaves_the_order_alone(site: Site) -> None:
    query = [0.3, 0.9, *[0.1] * (DIMENSIONS - 2)]
    found = site.open(len(site.ids), documents=100).scores(whole_numbers(query), ())
    exact = site.exact(query)
    best = sorted(found, key=lambda section: -found[section])[:50]
    assert len(set(best) & set(sorted(exact, key=lambda section: -exact[section])[:60])) >= 48


def test_a_section_without_a_vector_is_a_fault(site: Site) -> None:
    with pytest.raises(ValueError, match="no section 230"):
        site.open().scores(towards(0), [230])
