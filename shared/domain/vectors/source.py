"""Search by meaning: estimate the cosine of a query's vector with the sections of the few shards that matter."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from heapq import nsmallest
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from shared.domain.index.blocks import decode_block
from shared.domain.revision import block_file
from shared.domain.vectors.codes import score_two_bits
from shared.domain.vectors.runs import query_runs, split_run
from shared.domain.vectors.shards import (
    SHARD_UNIT,
    VectorDirectory,
    decode_shard,
    row_block_bytes,
)
from shared.domain.vectors.word_table import (
    BLOCKS_PER_PACK,
    WORD_UNIT,
    block_of,
    decode_words,
    find_code,
    query_from_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = ["VectorSource"]

_BLOCKS_KEPT = 1024


class _Place(NamedTuple):
    """A block: the file's name, and where it is in the file."""

    name: str
    start: int
    size: int


class VectorSource:
    """A revision's vectors. `read(name)` gives an object's bytes, `vectors` is that part of the manifest."""

    def __init__(self, vectors: Mapping[str, Any], read: Callable[[str], bytes]) -> None:
        self.model: str = vectors["model"]
        self.dimensions: int = vectors["dimensions"]
        self._sections_wanted: int
        self._documents_wanted: int
        self._sections_wanted, self._documents_wanted = vectors["probes"]
        self._read = read
        self._directory = VectorDirectory.from_bytes(read(block_file(vectors["pack"])), self.dimensions)
        self._codes = self._directory.codes
        self._shards = _place_shards(self._directory)
        self._rows = _RowPlaces(self._directory)
        self._known_ranks: dict[str, int] = {}
        self._load_shard = lru_cache(_BLOCKS_KEPT)(self._decode_shard)
        self._load_rows = lru_cache(_BLOCKS_KEPT)(self._decode_rows)
        self._load_words = lru_cache(_BLOCKS_KEPT)(self._decode_words)

    @property
    def documents_wanted(self) -> int:
        """Of how many documents, those that words like best, the sections found are scored in any case."""
        return self._documents_wanted

    @property
    def has_words(self) -> bool:
        """Whether a query's vector can be made of the words' vectors."""
        return bool(self._directory.words.packs)

    def query_of(self, text: str) -> list[int]:
        """The vector of a query from its words' vectors: whole numbers, shape `(dimensions,)`; zeros without any."""
        codes: list[bytes] = []
        for run in query_runs(text):
            code = self._code_of_run(run)
            parts = [code] if code else map(self._code_of_run, split_run(run, self._ranks()))
            codes += [part for part in parts if part]
        return query_from_words(codes, self.dimensions)

    def _code_of_run(self, run: str) -> bytes | None:
        return find_code(run, self._load_words(*block_of(run, len(self._directory.words.packs))))

    def _ranks(self) -> dict[str, int]:
        if not self._known_ranks:
            content = decode_block(self._read(block_file(self._directory.words.vocabulary)))
            self._known_ranks = {token: rank for rank, token in enumerate(content.decode().split("\n"))}
        return self._known_ranks

    def scores(self, query: Sequence[int], sections: Iterable[int]) -> dict[int, float]:
        """Section id -> estimated cosine with `query`, times a factor: of the nearest clusters, and of `sections`.

        Where rows are finer than sketches, they judge `sections` and as many of the best in those clusters as
        documents are wanted. `query`: whole numbers in -127..127, shape `(dimensions,)`.
        """
        found: dict[int, float] = {}
        for number in self._nearest_shards(query):
            ids, sketches = self._load_shard(number)
            found.update(zip(ids, self._codes.score_sketches(sketches, query), strict=True))
        if self._codes.are_rows_finer:
            best = nsmallest(self._documents_wanted, found, key=lambda section: (-found[section], section))
            judged = {*sections, *best}
        else:
            judged = set(sections).difference(found)
        for section in judged:
            found[section] = self._codes.score_rows(self._row_of(section), query)[0]
        return found

    def _nearest_shards(self, query: Sequence[int]) -> list[int]:
        """The shards of the clusters nearest to `query`, as many clusters as give the sections wanted."""
        nearness = score_two_bits(self._directory.centroids, query)
        shards: list[int] = []
        sections = 0
        by_cluster: dict[int, list[int]] = {}
        for number, shard in enumerate(self._directory.shards):
            by_cluster.setdefault(shard.cluster, []).append(number)
        for cluster in sorted(by_cluster, key=lambda cluster: (-nearness[cluster], cluster)):
            if sections >= self._sections_wanted:
                break
            shards += by_cluster[cluster]
            sections += sum(self._directory.shards[number].sections for number in by_cluster[cluster])
        return shards

    def _row_of(self, section: int) -> bytes:
        place, row = self._rows.find(section)
        size = self._codes.row_bytes
        return self._load_rows(place)[row * size : (row + 1) * size]

    def _decode_shard(self, number: int) -> tuple[list[int], bytes]:
        shard = self._directory.shards[number]
        return decode_shard(self._read_block(self._shards[number]), shard.sections, self._codes.sketch_bytes)

    def _decode_rows(self, place: _Place) -> bytes:
        return decode_block(self._read_block(place))

    def _decode_words(self, pack: int, block: int) -> dict[int, bytes]:
        sizes = self._directory.words.sizes[pack * BLOCKS_PER_PACK : (pack + 1) * BLOCKS_PER_PACK]
        if not sizes[block]:
            return {}
        name = block_file(self._directory.words.packs[pack])
        place = _Place(name, sum(sizes[:block]) * WORD_UNIT, sizes[block] * WORD_UNIT)
        return decode_words(self._read_block(place), self.dimensions)

    def _read_block(self, place: _Place) -> bytes:
        return self._read(place.name)[place.start : place.start + place.size]


def _place_shards(directory: VectorDirectory) -> list[_Place]:
    places = []
    for number, pack in enumerate(directory.packs):
        first = number * directory.shards_per_pack
        shards = directory.shards[first : first + directory.shards_per_pack]
        starts = accumulate((shard.units for shard in shards), initial=0)
        for shard, start in zip(shards, starts, strict=False):
            places.append(_Place(block_file(pack), start * SHARD_UNIT, shard.units * SHARD_UNIT))
    return places


class _RowPlaces:
    """Where the rows of each part begin."""

    def __init__(self, directory: VectorDirectory) -> None:
        self._parts: list[tuple[int, int, str, int]] = []
        self._rows_per_block = directory.codes.rows_per_block
        self._block_bytes = row_block_bytes(directory.codes)
        for rows in directory.rows:
            block = 0
            for part in rows.parts:
                self._parts.append((part.base, part.sections, block_file(rows.pack), block))
                block += -(-part.sections // self._rows_per_block)

    def find(self, section: int) -> tuple[_Place, int]:
        """The block that holds a section's row, and its place in it."""
        index = bisect_right(self._parts, section, key=lambda part: part[0]) - 1
        base, sections, name, block = self._parts[index]
        if not 0 <= section - base < sections:
            raise ValueError(f"no section {section} has a vector")
        number, row = divmod(section - base, self._rows_per_block)
        return _Place(name, (block + number) * self._block_bytes, self._block_bytes), row
