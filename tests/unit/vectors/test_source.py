from __future__ import annotations

from base64 import b64encode
from collections import Counter
from random import Random

import pytest

from shared.domain.encoding import to_json
from shared.domain.revision import pack_name, pack_objects
from shared.domain.vectors.arithmetic import Vectors, plain_backend
from shared.domain.vectors.clusters import assign, train
from shared.domain.vectors.codes import VectorCodes
from shared.domain.vectors.shards import encode_shard_map, encode_shards, group_packs
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
        shards = encode_shards(assign(tree, self.vectors), self.ids, codes.encode(self.vectors), codes.code_bytes)
        self.objects: dict[str, bytes] = {}
        packs = [
            {"pack": self._put(files), "shards": [[shard.cluster, len(shard.ids)] for shard in group]}
            for group, files in group_packs(shards)
        ]
        directory = {"centroids": b64encode(tree.centroid_codes).decode(), "codes": codes.to_json(), "packs": packs}
        pack = self._put([to_json(directory), encode_shard_map(shards)])
        self.manifest = {"model": "test@16", "dimensions": DIMENSIONS, "pack": pack, "probes": [1, 1]}
        self.reads: Counter[str] = Counter()

    def _put(self, files: list[bytes]) -> str:
        name = pack_name(files)
        self.objects.update(pack_objects(name, files))
        return name

    def read(self, name: str) -> bytes:
        self.reads[name] += 1
        return self.objects[name]

    def open(self, nearest: int = 1, lexical: int = 0) -> VectorSource:
        return VectorSource({**self.manifest, "probes": [nearest, lexical]}, self.ids, self.read)

    def exact(self, query: list[float]) -> dict[int, float]:
        return {
            section: sum(a * b for a, b in zip(row, query, strict=True))
            for section, row in zip(self.ids, self.vectors, strict=True)
        }


@pytest.fixture(scope="module")
def site() -> Site:
    return Site()


def towards(topic: int) -> list[float]:
    return [1.0 if number == topic else 0.0 for number in range(DIMENSIONS)]


@pytest.mark.parametrize("topic", range(TOPICS))
def test_the_nearest_sections_are_found_in_the_nearest_cluster(site: Site, topic: int) -> None:
    found = site.open().scores(towards(topic), {})
    exact = site.exact(towards(topic))
    best = sorted(exact, key=lambda section: -exact[section])[:20]
    assert len(set(best) & set(found)) >= 19
    assert all(abs(score - exact[section]) < 0.1 for section, score in found.items())


def test_few_shards_are_read_and_none_twice(site: Site) -> None:
    source = site.open()
    site.reads.clear()
    source.scores(towards(0), {})
    source.scores(towards(0), {})
    assert len(site.reads) <= 2
    assert set(site.reads.values()) == {1}


def test_with_all_clusters_every_section_is_scored(site: Site) -> None:
    found = site.open(nearest=TOPICS).scores(towards(3), {})
    assert set(found) == set(site.ids)


def test_sections_that_words_favour_are_scored_wherever_they_lie(site: Site) -> None:
    favoured = site.ids[7]  # of topic 7
    assert favoured not in site.open().scores(towards(0), {})
    found = site.open(lexical=1).scores(towards(0), {favoured: 5.0, site.ids[6]: 1.0})
    assert favoured in found
    assert site.ids[6] not in found


def test_a_query_without_a_vector_scores_nothing_above_zero(site: Site) -> None:
    assert all(score == 0 for score in site.open().scores([0.0] * DIMENSIONS, {}).values())


def test_the_length_of_the_query_scales_scores_but_not_their_order(site: Site) -> None:
    source = site.open(nearest=TOPICS)
    query = [0.3, 0.9, *[0.1] * (DIMENSIONS - 2)]
    one, ten = source.scores(query, {}), source.scores([value * 10 for value in query], {})
    assert sorted(one, key=lambda section: -one[section])[:50] == sorted(ten, key=lambda section: -ten[section])[:50]


def test_a_map_that_does_not_fit_the_sections_is_noticed(site: Site) -> None:
    with pytest.raises(ValueError, match="zip"):
        VectorSource(site.manifest, site.ids[:-1], site.read)
