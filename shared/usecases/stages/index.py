"""index: all parts' chunks of one partition -> the partition's pack of lexicon blocks and word shards, and its piece of
the database.
"""

from __future__ import annotations

import struct
from base64 import b64decode, b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from shared.concurrency import map_ahead
from shared.domain.encoding import from_json, to_json
from shared.domain.index.database_pieces import encode_terms
from shared.domain.index.lexicon import LexiconPack, decode_pack, encode_pack, merge_chunks, patch_partition
from shared.domain.index.partial import ChunkPlace, PartChunk
from shared.domain.revision import block_file, pack_file
from shared.domain.steps import Record, Step, step_object
from shared.usecases.stages.services import AT_ONCE, load_record, put_pack, put_piece

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Sequence

    from shared.domain.index.lexicon import Partition
    from shared.usecases.stages.services import StepServices

__all__ = ["index_step", "run_index"]

_SOURCES = "sources"
"""What a partition was made of, chunk by chunk. No part of the record, which every round of planning reads."""

_WORTH_PATCHING = 0.2
"""With more chunks changed than this share, merging from scratch is as fast."""


class _Chunk(NamedTuple):
    """A part's share of the partition. `key`: of the part's weigh step."""

    base: int
    digest: str
    key: str
    offset: int
    size: int


_PACKED: Final = struct.Struct("<IIII8s")
"""A chunk in the hints of a step, of which a large site has tens of thousands: base, number of the part, place."""


def index_step(
    partition: int, bases: Sequence[int], keys: list[str], places: Sequence[bytes], previous: str | None
) -> Step:
    """Of each part its base, the key of its weigh step and the packed places of its chunks. `previous`: the key of the
    step that made this partition last time, if there is one."""
    chunks = [
        (base, part, place)
        for part, (base, packed) in enumerate(zip(bases, places, strict=True))
        if (place := ChunkPlace.at(partition, packed)).size
    ]
    digest = sha256(b"".join([base.to_bytes(4, "little") + place.digest for base, _, place in chunks])).hexdigest()
    packed = b64encode(b"".join([_PACKED.pack(base, part, *place) for base, part, place in chunks])).decode()
    return Step("index", {"chunks": digest}, {"parts": keys, "chunks": packed, "previous": previous})


def _unpack(hints: Record) -> list[_Chunk]:
    keys = hints["parts"]
    rows = _PACKED.iter_unpack(b64decode(hints["chunks"]))
    return [_Chunk(base, digest.hex(), keys[part], offset, size) for base, part, offset, size, digest in rows]


async def run_index(step: Step, services: StepServices) -> Record:
    chunks = _unpack(step.hints)
    partition = await _patch(chunks, step.hints["previous"], services)
    if partition is None:
        partition = merge_chunks([item async for item in _load(chunks, services)])
    pack = encode_pack(partition)
    await services.steps.put(step_object(step.key, _SOURCES), to_json(chunks))
    return {
        **await put_piece(step.key, encode_terms(partition), services.steps),
        "pack": await put_pack(services.artifacts, pack.files, pack.blocks) if pack.files or pack.blocks else "",
        "files": len(pack.files),
        "blocks": bool(pack.blocks),
        "sizes": pack.sizes,
        "first_terms": pack.first_terms,
        "first_words": pack.first_words,
        "terms": len(partition.terms),
        "words": len(partition.words),
        "postings_bytes": sum(len(term.ranked) + len(term.rest) for term in partition.terms.values()),
    }


async def _load(chunks: Iterable[_Chunk], services: StepServices) -> AsyncIterator[tuple[int, PartChunk]]:
    async def load(chunk: _Chunk) -> tuple[int, PartChunk]:
        data = await services.steps.get_range(step_object(chunk.key, "chunks"), chunk.offset, chunk.size)
        return chunk.base, PartChunk.from_bytes(data)

    async for item in map_ahead(load, chunks, limit=AT_ONCE):
        yield item


async def _patch(chunks: Sequence[_Chunk], previous: str | None, services: StepServices) -> Partition | None:
    """The partition made from its last state, if that is at hand and little has changed."""
    record = await load_record(services.steps, previous) if previous else None
    sources = await services.steps.get(step_object(previous, _SOURCES)) if previous else None
    if record is None or sources is None:
        return None
    now = {chunk[:2]: chunk for chunk in chunks}
    then = {chunk[:2]: chunk for chunk in map(_Chunk._make, from_json(sources))}
    removed = [chunk for known, chunk in then.items() if known not in now]
    added = [chunk for known, chunk in now.items() if known not in then]
    if len(removed) + len(added) > _WORTH_PATCHING * len(now):
        return None
    files = [await services.artifacts.get(pack_file(record["pack"], number)) for number in range(record["files"])]
    blocks = await services.artifacts.get(block_file(record["pack"])) if record["blocks"] else b""
    there = [await services.steps.has(step_object(chunk.key, "chunks")) for chunk in removed]
    if blocks is None or None in files or not all(there):
        return None
    old = decode_pack(
        LexiconPack([*filter(None, files)], blocks, record["sizes"], record["first_terms"], record["first_words"])
    )
    taken_out = [item async for item in _load(removed, services)]
    return patch_partition(old, taken_out, [item async for item in _load(added, services)])
