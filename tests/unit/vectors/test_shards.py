from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.index.blocks import decode_block
from shared.domain.vectors.codes import VectorCodes
from shared.domain.vectors.shards import (
    SHARD_UNIT,
    RowPart,
    RowsPack,
    ShardPlace,
    VectorDirectory,
    WordPacks,
    decode_shard,
    encode_rows,
    encode_shards,
    group_packs,
    group_rows,
    row_block_bytes,
)

CODE_BYTES = 3


def code(section: int) -> bytes:
    return section.to_bytes(CODE_BYTES, "big")


@st.composite
def sections(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    """Clusters, and ids with gaps, of some sections."""
    gaps = draw(st.lists(st.integers(1, 300), max_size=60))
    ids = [sum(gaps[: n + 1]) - 1 for n in range(len(gaps))]
    return draw(st.lists(st.integers(0, 5), min_size=len(ids), max_size=len(ids))), ids


@given(sections())
@settings(deadline=None)
def test_every_section_is_in_one_shard_of_its_cluster_with_its_code(found: tuple[list[int], list[int]]) -> None:
    clusters, ids = found
    shards = [*encode_shards(clusters, ids, b"".join(map(code, ids)), CODE_BYTES)]
    assert [shard.cluster for shard in shards] == sorted(set(clusters))
    placed = {section: shard.cluster for shard in shards for section in shard.ids}
    assert placed == dict(zip(ids, clusters, strict=True))
    for shard in shards:
        assert list(shard.ids) == sorted(shard.ids)
        assert shard.sketches == b"".join(map(code, shard.ids))


@given(sections())
@settings(deadline=None)
def test_shards_round_trip_as_blocks(found: tuple[list[int], list[int]]) -> None:
    clusters, ids = found
    shards = [*encode_shards(clusters, ids, b"".join(map(code, ids)), CODE_BYTES)]
    blocks = [block for _, group in group_packs(shards) for block in group]
    assert all(len(block) % SHARD_UNIT == 0 for block in blocks)
    decoded = [decode_shard(block, len(shard.ids), CODE_BYTES) for shard, block in zip(shards, blocks, strict=True)]
    assert decoded == [(list(shard.ids), shard.sketches) for shard in shards]


@pytest.mark.parametrize("codes", [VectorCodes("int8", 3, ()), VectorCodes("bit", 8, (0.0,) * 8)])
@given(data=st.binary(max_size=400))
def test_every_block_of_rows_has_one_size_and_its_codes(codes: VectorCodes, data: bytes) -> None:
    count = len(data) // codes.row_bytes
    rows = data[: count * codes.row_bytes]
    size = row_block_bytes(codes)
    file = encode_rows(rows, codes)
    assert len(file) == -(-count // codes.rows_per_block) * size
    blocks = [decode_block(file[start : start + size]) for start in range(0, len(file), size)]
    assert b"".join(blocks) == rows


@pytest.mark.parametrize(
    ("codes", "blocks"), [(VectorCodes("int8", 128, ()), 1000), (VectorCodes("bit", 384, ()), 125)]
)
def test_rows_that_do_not_compress_fit_their_blocks(codes: VectorCodes, blocks: int) -> None:
    rows = Random(1).randbytes(codes.row_bytes * 1000)
    assert len(encode_rows(rows, codes)) == blocks * row_block_bytes(codes)


def test_parts_share_files_of_rows_by_their_ids() -> None:
    parts = [RowPart(0, 300), RowPart(512, 200), RowPart(768, 0), RowPart(1024, 5), RowPart(5120, 900)]
    assert group_rows(parts) == [[RowPart(0, 300), RowPart(512, 200)], [RowPart(1024, 5)], [RowPart(5120, 900)]]


@given(sections())
@settings(deadline=None)
def test_a_directory_round_trips(found: tuple[list[int], list[int]]) -> None:
    clusters, ids = found
    shards = [*encode_shards(clusters, ids, b"".join(map(code, ids)), CODE_BYTES)]
    directory = VectorDirectory(
        codes=VectorCodes("int8", 2, ()),
        centroids=b"abc" * 6,
        packs=tuple(f"{number:016x}" for number, _ in enumerate(group_packs(shards))),
        shards=tuple(ShardPlace(shard.cluster, len(shard.ids), 7) for shard in shards),
        rows=(RowsPack("f" * 16, (RowPart(0, 12), RowPart(256, 3))),),
        words=WordPacks(("e" * 16,), tuple(range(128))),
    )
    data = directory.to_bytes()
    assert VectorDirectory.from_bytes(data, 2) == directory
    with pytest.raises(ValueError, match="damaged"):
        VectorDirectory.from_bytes(data[:-1], 2)


def test_a_large_cluster_is_cut_into_several_shards() -> None:
    ids = list(range(1300))
    shards = [*encode_shards([7] * 1300, ids, b"".join(map(code, ids)), CODE_BYTES)]
    assert [(shard.cluster, len(shard.ids)) for shard in shards] == [(7, 512), (7, 512), (7, 276)]
    assert [section for shard in shards for section in shard.ids] == ids


def test_packs_hold_their_shards_in_order_and_not_too_many() -> None:
    ids = list(range(40))
    shards = [*encode_shards(ids, ids, b"".join(map(code, ids)), CODE_BYTES)]
    packs = list(group_packs(shards))
    assert [shard for group, _ in packs for shard in group] == shards
    assert [len(blocks) for _, blocks in packs] == [len(group) for group, _ in packs] == [16, 16, 8]


def test_no_sections_give_no_shards_and_no_rows() -> None:
    assert [*encode_shards([], [], b"", CODE_BYTES)] == []
    assert list(group_packs([])) == []
    assert encode_rows(b"", VectorCodes("int8", 128, ())) == b""
    assert group_rows([RowPart(0, 0)]) == []
