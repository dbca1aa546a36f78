from __future__ import annotations

from base64 import b64decode

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.encoding import from_json
from shared.domain.index.varints import decode_varints
from shared.domain.vectors.shards import decode_shard, encode_shard_map, encode_shards, group_packs

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
    shards = encode_shards(clusters, ids, b"".join(map(code, ids)), CODE_BYTES)
    assert [shard.cluster for shard in shards] == sorted(set(clusters))
    placed = {section: shard.cluster for shard in shards for section in shard.ids}
    assert placed == dict(zip(ids, clusters, strict=True))
    for shard in shards:
        assert list(shard.ids) == sorted(shard.ids)
        assert shard.codes == b"".join(map(code, shard.ids))


@given(sections())
@settings(deadline=None)
def test_shards_round_trip_as_files(found: tuple[list[int], list[int]]) -> None:
    clusters, ids = found
    shards = encode_shards(clusters, ids, b"".join(map(code, ids)), CODE_BYTES)
    decoded = [decode_shard(file) for _, files in group_packs(shards) for file in files]
    assert decoded == [(list(shard.ids), shard.codes) for shard in shards]


@given(sections())
@settings(deadline=None)
def test_the_map_tells_the_shard_of_each_section_in_id_order(found: tuple[list[int], list[int]]) -> None:
    clusters, ids = found
    shards = encode_shards(clusters, ids, b"".join(map(code, ids)), CODE_BYTES)
    numbers = decode_varints(b64decode(from_json(encode_shard_map(shards))["shards"]))
    assert len(numbers) == len(ids)
    assert all(section in shards[number].ids for section, number in zip(ids, numbers, strict=True))


def test_a_large_cluster_is_cut_into_several_shards() -> None:
    ids = list(range(1300))
    shards = encode_shards([7] * 1300, ids, b"".join(map(code, ids)), CODE_BYTES)
    assert [(shard.cluster, len(shard.ids)) for shard in shards] == [(7, 512), (7, 512), (7, 276)]
    assert [section for shard in shards for section in shard.ids] == ids


def test_packs_hold_their_shards_in_order_and_not_too_many() -> None:
    ids = list(range(40))
    shards = encode_shards(ids, ids, b"".join(map(code, ids)), CODE_BYTES)
    packs = list(group_packs(shards))
    assert [shard for group, _ in packs for shard in group] == shards
    assert [len(files) for _, files in packs] == [len(group) for group, _ in packs] == [16, 16, 8]


def test_no_sections_give_no_shards_and_an_empty_map() -> None:
    assert encode_shards([], [], b"", CODE_BYTES) == []
    assert list(group_packs([])) == []
    assert encode_shard_map([]) == b'{"shards":""}'
