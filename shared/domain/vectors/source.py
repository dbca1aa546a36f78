"""Search by meaning: estimate the cosine of a query's vector with the sections of the few shards that matter."""

from __future__ import annotations

from base64 import b64decode
from collections import defaultdict
from functools import lru_cache
from heapq import nlargest
from typing import TYPE_CHECKING, Any, NamedTuple

from shared.domain.encoding import from_json
from shared.domain.index.varints import decode_varints
from shared.domain.revision import pack_file
from shared.domain.vectors import arithmetic
from shared.domain.vectors.codes import VectorCodes
from shared.domain.vectors.quantisation import decode_int8
from shared.domain.vectors.shards import decode_shard

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["VectorSource"]

_SHARDS_KEPT = 512
_LEXICAL_DEPTH = 200


class _Shard(NamedTuple):
    pack: str
    file: int
    cluster: int


class VectorSource:
    """A revision's vector shards. `read(name)` gives an object's bytes, `vectors` is that part of the manifest."""

    def __init__(self, vectors: Mapping[str, Any], section_ids: Sequence[int], read: Callable[[str], bytes]) -> None:
        """`section_ids`: all sections' ids, ascending, as the map of shards lists them."""
        self.model: str = vectors["model"]
        self._nearest, self._lexical = vectors["probes"]
        self._read = read
        directory = from_json(read(pack_file(vectors["pack"], 0)))
        self._codes = VectorCodes.from_json(directory["codes"], vectors["dimensions"])
        self._centroids = decode_int8(b64decode(directory["centroids"]), vectors["dimensions"])
        self._shards = [
            _Shard(pack["pack"], file, cluster)
            for pack in directory["packs"]
            for file, (cluster, _) in enumerate(pack["shards"])
        ]
        numbers = decode_varints(b64decode(from_json(read(pack_file(vectors["pack"], 1)))["shards"]))
        self._shard_of = dict(zip(section_ids, numbers, strict=True))
        self._load = lru_cache(_SHARDS_KEPT)(self._load_shard)

    def scores(self, query: Sequence[float], word_scores: Mapping[int, float]) -> dict[int, float]:
        """Section id -> estimated cosine with `query`, for the sections of the probed shards.

        `query`: shape `(dimensions,)`, any norm. `word_scores`: section id -> score by words, to choose shards by.
        """
        found: dict[int, float] = {}
        for number in sorted(self._probe(query, word_scores)):
            ids, codes = self._load(number)
            found.update(zip(ids, self._codes.scores(codes, query), strict=True))
        return found

    def _probe(self, query: Sequence[float], word_scores: Mapping[int, float]) -> set[int]:
        """Shards of the nearest centroids, and those that hold most of the best sections' score by words."""
        nearness = arithmetic.default.dots(self._centroids, query)
        near = set(arithmetic.default.top_k(nearness, self._nearest))
        shards = {number for number, shard in enumerate(self._shards) if shard.cluster in near}
        mass: defaultdict[int, float] = defaultdict(float)
        for section, score in nlargest(_LEXICAL_DEPTH, word_scores.items(), key=lambda item: (item[1], -item[0])):
            mass[self._shard_of[section]] += score
        heaviest = nlargest(self._lexical, mass.items(), key=lambda item: (item[1], -item[0]))
        return shards | {number for number, _ in heaviest}

    def _load_shard(self, number: int) -> tuple[list[int], bytes]:
        shard = self._shards[number]
        return decode_shard(self._read(pack_file(shard.pack, shard.file)))
