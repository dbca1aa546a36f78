"""Vector shards: the codes of a cluster's sections, and the directory that finds them. Contract: docs/format.md."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from operator import sub
from typing import TYPE_CHECKING, Any

from shared.domain.encoding import from_json, to_json
from shared.domain.index.varints import decode_varints, encode_varints

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["VectorShard", "decode_shard", "encode_shard_map", "encode_shards", "group_packs"]

_MAX_SHARD_SECTIONS = 512
_SHARDS_PER_PACK = 16


@dataclass(frozen=True, slots=True)
class VectorShard:
    """Sections of one cluster, ids ascending, and their codes, one after another."""

    cluster: int
    ids: tuple[int, ...]
    codes: bytes


def encode_shards(clusters: Sequence[int], ids: Sequence[int], codes: bytes, code_bytes: int) -> list[VectorShard]:
    """Group all sections by cluster; a cluster above 512 sections gives several shards. `ids` ascend."""
    members: dict[int, list[int]] = {}
    for place, cluster in enumerate(clusters):
        members.setdefault(cluster, []).append(place)
    shards = []
    for cluster in sorted(members):
        places = members[cluster]
        for start in range(0, len(places), _MAX_SHARD_SECTIONS):
            group = places[start : start + _MAX_SHARD_SECTIONS]
            shards.append(
                VectorShard(
                    cluster,
                    tuple(ids[place] for place in group),
                    b"".join([codes[place * code_bytes : (place + 1) * code_bytes] for place in group]),
                )
            )
    return shards


def group_packs(shards: Iterable[VectorShard]) -> Iterator[tuple[list[VectorShard], list[bytes]]]:
    """Cut the shards into packs: (shards, files)."""
    waiting = list(shards)
    for start in range(0, len(waiting), _SHARDS_PER_PACK):
        group = waiting[start : start + _SHARDS_PER_PACK]
        yield group, [_encode_shard(shard) for shard in group]


def _encode_shard(shard: VectorShard) -> bytes:
    differences = [shard.ids[0], *map(sub, shard.ids[1:], shard.ids)]
    return to_json({"ids": b64encode(encode_varints(differences)).decode(), "codes": b64encode(shard.codes).decode()})


def decode_shard(data: bytes) -> tuple[list[int], bytes]:
    """(section ids, codes) of a shard's file."""
    fields = from_json(data)
    ids: list[int] = []
    total = 0
    for difference in decode_varints(b64decode(fields["ids"])):
        total += difference
        ids.append(total)
    return ids, b64decode(fields["codes"])


def encode_shard_map(shards: Sequence[VectorShard]) -> bytes:
    """For each section in id order the number of its shard, as base64 varints: which shards hold the best word hits."""
    numbered: list[tuple[int, int]] = [
        (section, number) for number, shard in enumerate(shards) for section in shard.ids
    ]
    numbered.sort()
    value: dict[str, Any] = {"shards": b64encode(encode_varints([number for _, number in numbered])).decode()}
    return to_json(value)
