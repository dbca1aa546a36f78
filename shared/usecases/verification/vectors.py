"""Check the files of a site's vectors: the directory, the shards, the rows and the table of words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from shared.domain.index.blocks import decode_block
from shared.domain.vectors.codes import two_bit_bytes
from shared.domain.vectors.shards import (
    SHARD_UNIT,
    RowsPack,
    VectorDirectory,
    decode_shard,
    row_block_bytes,
)
from shared.domain.vectors.word_table import BLOCKS_PER_PACK, WORD_UNIT, decode_words
from shared.usecases.verification.findings import expect, expect_equal, require

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.vectors.codes import VectorCodes

__all__ = ["check_rows", "check_sections", "check_shards", "check_vector_directory", "check_words"]


def check_vector_directory(data: bytes | None, dimensions: int) -> VectorDirectory:
    """The directory; raises `Damage`."""
    directory = VectorDirectory.from_bytes(require(data), dimensions)
    codes = directory.codes
    expect(codes.kind in {"int8", "bit"}, f"codes are of an unknown kind, {codes.kind!r:.20}")
    expect(codes.kind == "int8" or len(codes.mean) == dimensions, "the mean has other dimensions")
    clusters = len(directory.centroids) // two_bit_bytes(dimensions)
    packs = -(-len(directory.shards) // directory.shards_per_pack)
    expect_equal(len(directory.packs), packs, "the number of packs of shards")
    for shard in directory.shards:
        expect(shard.cluster < clusters, f"a shard is of cluster {shard.cluster}, and there are {clusters}")
        expect(shard.sections > 0, f"a shard of cluster {shard.cluster} is empty")
    return directory


def check_shards(directory: VectorDirectory, number: int, data: bytes | None) -> dict[int, bytes]:
    """Section id -> sketch of all shards in pack `number`; raises `Damage`."""
    file = require(data)
    size = directory.codes.sketch_bytes
    found: dict[int, bytes] = {}
    start = 0
    first = number * directory.shards_per_pack
    for shard in directory.shards[first : first + directory.shards_per_pack]:
        end = start + shard.units * SHARD_UNIT
        ids, sketches = decode_shard(file[start:end], shard.sections, size)
        expect(all(a < b for a, b in pairwise(ids)), "its ids do not ascend")
        found.update((section, sketches[place * size : (place + 1) * size]) for place, section in enumerate(ids))
        start = end
    expect_equal(len(file), start, "the size of the shards")
    return found


def check_rows(rows: RowsPack, data: bytes | None, codes: VectorCodes) -> dict[int, bytes]:
    """Section id -> the sketch that belongs to its row, of all rows in a pack; raises `Damage`."""
    file = require(data)
    size = row_block_bytes(codes)
    found: dict[int, bytes] = {}
    start = 0
    for part in rows.parts:
        rows_of_part = bytearray()
        for first in range(0, part.sections, codes.rows_per_block):
            block = decode_block(file[start : start + size])
            count = min(codes.rows_per_block, part.sections - first)
            expect_equal(len(block), count * codes.row_bytes, "the size of the rows")
            rows_of_part += block
            start += size
        sketches, step = codes.sketches_of(bytes(rows_of_part)), codes.sketch_bytes
        for place in range(part.sections):
            found[part.base + place] = sketches[place * step : (place + 1) * step]
    expect_equal(len(file), start, "the size of the file of rows")
    return found


def check_words(directory: VectorDirectory, number: int, data: bytes | None) -> None:
    """Each block of pack `number` of the table must be whole; raises `Damage`."""
    file = require(data)
    start = 0
    for units in directory.words.sizes[number * BLOCKS_PER_PACK : (number + 1) * BLOCKS_PER_PACK]:
        end = start + units * WORD_UNIT
        if units:
            decode_words(file[start:end], directory.codes.dimensions)
        start = end
    expect_equal(len(file), start, "the size of the words' blocks")


def check_sections(shards: dict[int, bytes], rows: dict[int, bytes], sections: Sequence[int]) -> None:
    """Each section must be in one shard, with the sketch that belongs to its row; raises `Damage`."""
    expect_equal(len(shards), len(sections), "the number of sections in shards")
    missing = [section for section in sections if section not in shards]
    expect(not missing, f"section {missing[0] if missing else ''} is in no shard")
    different = [section for section in sections if rows.get(section) != shards[section]]
    expect(not different, f"section {different[0] if different else ''} has a row that is not of its sketch")
