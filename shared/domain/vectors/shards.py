"""The files of a site's vectors: shards by meaning, rows by section id, and the directory. Contract: docs/format.md."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from itertools import accumulate, islice
from operator import sub
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from shared.domain.encoding import from_json, to_json
from shared.domain.index.blocks import decode_block, encode_block
from shared.domain.index.varints import decode_varints, encode_varints
from shared.domain.vectors.codes import VectorCodes, two_bit_bytes
from shared.domain.vectors.word_table import BLOCKS_PER_PACK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = [
    "SHARD_UNIT",
    "RowPart",
    "RowsPack",
    "ShardPlace",
    "VectorDirectory",
    "VectorShard",
    "WordPacks",
    "decode_shard",
    "encode_rows",
    "encode_shards",
    "group_packs",
    "group_rows",
    "row_block_bytes",
]

SHARD_UNIT: Final = 64
"""Shards begin at multiples of so many bytes of their file."""
_MAX_SHARD_SECTIONS: Final = 512
_SHARDS_PER_PACK: Final = 16

_IDS_PER_ROWS_PACK: Final = 1024
"""Parts whose ids begin in the same stretch of so many share a file of rows."""
_ROW_BLOCK_EXTRA: Final = 32
"""What a block may take beside its codes; more than gzip's header and a deflate block that does not compress."""


@dataclass(frozen=True, slots=True)
class VectorShard:
    """Sections of one cluster, ids ascending, and their sketches, one after another."""

    cluster: int
    ids: tuple[int, ...]
    sketches: bytes


def encode_shards(
    clusters: Sequence[int], ids: Sequence[int], sketches: bytes | bytearray, sketch_bytes: int
) -> Iterator[VectorShard]:
    """Group all sections by cluster; a cluster above 512 sections gives several shards. `ids` ascend."""
    members: dict[int, array[int]] = {}
    for place, cluster in enumerate(clusters):
        if cluster not in members:
            members[cluster] = array("I")
        members[cluster].append(place)
    for cluster in sorted(members):
        places = members[cluster]
        for start in range(0, len(places), _MAX_SHARD_SECTIONS):
            group = places[start : start + _MAX_SHARD_SECTIONS]
            yield VectorShard(
                cluster,
                tuple([ids[place] for place in group]),
                b"".join([sketches[place * sketch_bytes : (place + 1) * sketch_bytes] for place in group]),
            )


def group_packs(shards: Iterable[VectorShard]) -> Iterator[tuple[list[VectorShard], list[bytes]]]:
    """Cut the shards into packs: (shards, their blocks)."""
    waiting = iter(shards)
    while group := [*islice(waiting, _SHARDS_PER_PACK)]:
        yield group, [_encode_shard(shard) for shard in group]


def _encode_shard(shard: VectorShard) -> bytes:
    differences = [shard.ids[0], *map(sub, shard.ids[1:], shard.ids)]
    return encode_block(shard.sketches + encode_varints(differences), unit=SHARD_UNIT)


def decode_shard(data: bytes, sections: int, sketch_bytes: int) -> tuple[list[int], bytes]:
    """(section ids, sketches) of a shard's block.

    Raises:
        ValueError: the block is damaged.
    """
    content = decode_block(data)
    sketches, rest = content[: sections * sketch_bytes], content[sections * sketch_bytes :]
    ids = [*accumulate(decode_varints(rest))]
    if len(ids) != sections:
        raise ValueError(f"a shard of {len(ids)} sections, not {sections}")
    return ids, sketches


class RowPart(NamedTuple):
    """A part of the site: the id of its first section, and how many it has."""

    base: int
    sections: int


def group_rows(parts: Iterable[RowPart]) -> list[list[RowPart]]:
    """The parts that share a file of rows, in order; parts without sections are in none."""
    groups: dict[int, list[RowPart]] = {}
    for part in parts:
        if part.sections:
            groups.setdefault(part.base // _IDS_PER_ROWS_PACK, []).append(part)
    return [groups[number] for number in sorted(groups)]


def row_block_bytes(codes: VectorCodes) -> int:
    """The size of every block of rows, so that its place follows from a section's id."""
    return codes.rows_per_block * codes.row_bytes + _ROW_BLOCK_EXTRA


def encode_rows(rows: bytes, codes: VectorCodes) -> bytes:
    """The blocks of one part's rows, which are in the order of its ids. A file of rows is those of its parts."""
    step = codes.rows_per_block * codes.row_bytes
    unit = row_block_bytes(codes)
    return b"".join([encode_block(rows[start : start + step], unit=unit) for start in range(0, len(rows), step)])


@dataclass(frozen=True, slots=True)
class RowsPack:
    pack: str
    parts: tuple[RowPart, ...]


@dataclass(frozen=True, slots=True)
class WordPacks:
    """The table of words: its packs, and the size of each block in units, pack after pack. `vocabulary`: the pack of
    the tokens that other words are made of."""

    packs: tuple[str, ...] = ()
    sizes: tuple[int, ...] = ()
    vocabulary: str = ""


class ShardPlace(NamedTuple):
    """A shard as the directory has it. `units`: the size of its block."""

    cluster: int
    sections: int
    units: int


@dataclass(frozen=True, slots=True)
class VectorDirectory:
    """What a search by meaning reads first.

    `centroids`: one code a cluster, by `encode_two_bits`. `shards` are those of all packs, in order.
    """

    codes: VectorCodes
    centroids: bytes
    packs: tuple[str, ...]
    shards: tuple[ShardPlace, ...]
    rows: tuple[RowsPack, ...]
    words: WordPacks = field(default_factory=WordPacks)

    @property
    def shards_per_pack(self) -> int:
        return _SHARDS_PER_PACK

    def packs_used(self) -> list[str]:
        vocabulary = [self.words.vocabulary] if self.words.vocabulary else []
        return [*self.packs, *(rows.pack for rows in self.rows), *self.words.packs, *vocabulary]

    def to_bytes(self) -> bytes:
        """One block: a line of JSON, the centroids, varints of the shards and of the words' blocks."""
        head = {
            "codes": self.codes.to_json(),
            "clusters": len(self.centroids) // two_bit_bytes(self.codes.dimensions),
            "shards": {"packs": list(self.packs), "count": len(self.shards)},
            "rows": [{"pack": rows.pack, "parts": [list(part) for part in rows.parts]} for rows in self.rows],
            "words": list(self.words.packs),
            "vocabulary": self.words.vocabulary,
        }
        clusters = [shard.cluster for shard in self.shards]
        figures = [
            *map(sub, clusters, [0, *clusters]),
            *(shard.sections for shard in self.shards),
            *(shard.units for shard in self.shards),
            *self.words.sizes,
        ]
        return encode_block(to_json(head) + b"\n" + self.centroids + encode_varints(figures))

    @classmethod
    def from_bytes(cls, data: bytes, dimensions: int) -> VectorDirectory:
        """Raises `ValueError` or `KeyError` for a damaged file."""
        line, _, rest = decode_block(data).partition(b"\n")
        head: Mapping[str, Any] = from_json(line)
        codes = VectorCodes.from_json(head["codes"], dimensions)
        size = head["clusters"] * two_bit_bytes(dimensions)
        count, packs = head["shards"]["count"], tuple(head["shards"]["packs"])
        figures = decode_varints(rest[size:])
        words = WordPacks(tuple(head["words"]), tuple(figures[3 * count :]), head["vocabulary"])
        if len(figures) < 3 * count or len(words.sizes) != len(words.packs) * BLOCKS_PER_PACK:
            raise ValueError("the directory of vectors is cut off")
        shards = zip(accumulate(figures[:count]), figures[count : 2 * count], figures[2 * count :], strict=False)
        rows = [RowsPack(row["pack"], tuple(RowPart(*part) for part in row["parts"])) for row in head["rows"]]
        return cls(codes, rest[:size], packs, tuple(ShardPlace(*shard) for shard in shards), tuple(rows), words)
