"""Check the vector shards, their directory and the map from sections to shards."""

from __future__ import annotations

from base64 import b64decode
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from shared.domain.index.varints import decode_varints
from shared.domain.vectors.codes import VectorCodes
from shared.domain.vectors.quantisation import decode_int8
from shared.domain.vectors.shards import decode_shard
from shared.usecases.verification.findings import expect, expect_equal, parse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shared.usecases.verification.findings import Findings

__all__ = ["check_shards", "check_vector_directory", "check_vector_map"]


def check_vector_directory(data: bytes | None, dimensions: int) -> tuple[list[dict[str, Any]], VectorCodes]:
    """The packs of the directory, and how its vectors are coded; raises `Damage`."""
    directory = parse(data)
    centroids = decode_int8(b64decode(directory["centroids"], validate=True), dimensions)
    codes = VectorCodes.from_json(directory["codes"], dimensions)
    expect(codes.kind in {"int4", "bit"}, f"codes are of an unknown kind, {codes.kind!r:.20}")
    expect(codes.kind == "int4" or len(codes.mean) == dimensions, "the mean has other dimensions")
    packs: list[dict[str, Any]] = directory["packs"]
    for pack in packs:
        for cluster, size in pack["shards"]:
            expect(0 <= cluster < len(centroids), f"a shard is of cluster {cluster}, and there are {len(centroids)}")
            expect(size > 0, f"a shard of cluster {cluster} is empty")
    return packs, codes


def check_shards(
    pack: Mapping[str, Any], names: Sequence[str], files: Sequence[bytes | None], codes: VectorCodes, findings: Findings
) -> list[list[int] | None]:
    """The section ids of each shard of a pack; None for a damaged one."""
    shards: list[list[int] | None] = []
    for name, data, (_, size) in zip(names, files, pack["shards"], strict=True):
        shards.append(None)
        with findings.of(name):
            parse(data)
            ids, rows = decode_shard(data or b"")
            expect_equal(len(ids), size, "the number of sections")
            expect_equal(len(rows), size * codes.code_bytes, "the size of the codes")
            expect(all(a < b for a, b in pairwise(ids)), "its ids do not ascend")
            shards[-1] = ids
    return shards


def check_vector_map(data: bytes | None, shards: Sequence[list[int] | None], sections: Sequence[int]) -> None:
    """Each section must be in one shard, and in the one that the map names; raises `Damage`."""
    numbers = decode_varints(b64decode(parse(data)["shards"], validate=True))
    expect_equal(len(numbers), len(sections), "the number of sections")
    wanted = dict(zip(sections, numbers, strict=True))
    damaged = {number for number, ids in enumerate(shards) if ids is None}
    found: dict[int, int] = {}
    for number, ids in enumerate(shards):
        for section in ids or ():
            expect(section not in found, f"section {section} is in two shards")
            found[section] = number
    wrong = [section for section in wanted if wanted[section] not in damaged and found.get(section) != wanted[section]]
    expect(not wrong, f"section {wrong[0] if wrong else ''} is not in the shard that the map names")
    expect(len(shards) > max(numbers, default=0), "the map names a shard that is not there")
    expect(set(found) <= set(wanted), "a shard holds a section that does not exist")
