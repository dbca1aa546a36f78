"""index: all parts' chunks of one partition -> the partition's pack of lexicon blocks and word shards, and its piece of
the database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.encoding import from_json, to_json
from shared.domain.index.database_pieces import encode_terms
from shared.domain.index.lexicon import LexiconPack, decode_pack, encode_pack, merge_chunks, patch_partition
from shared.domain.index.partial import PartChunk
from shared.domain.revision import block_file, pack_file
from shared.domain.steps import Record, Step, step_object
from shared.usecases.stages.services import load_record, put_pack, put_piece

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from shared.domain.index.lexicon import Partition
    from shared.usecases.stages.services import StepServices

__all__ = ["index_step", "run_index"]

_Chunk = tuple[int, str, int, int, str]
"""Base of the part, key of its weigh step, offset and size of its chunk, digest of the chunk."""

_SOURCES = "sources"
"""What a partition was made of, chunk by chunk: base, digest, key of its weigh step, offset, size. No part of the
record, which every round of planning reads."""

_WORTH_PATCHING = 0.2
"""With more chunks changed than this share, merging from scratch is as fast."""


def index_step(chunks: Sequence[_Chunk], previous: str | None) -> Step:
    """`previous` is the key of the step that made this partition last time, if there is one."""
    return Step(
        "index",
        {"chunks": [[base, digest] for base, _, _, _, digest in chunks]},
        {"places": [[key, offset, size] for _, key, offset, size, _ in chunks], "previous": previous},
    )


async def run_index(step: Step, services: StepServices) -> Record:
    partition = await _patch(step, services)
    if partition is None:
        partition = merge_chunks([item async for item in _load(range(len(step.inputs["chunks"])), step, services)])
    pack = encode_pack(partition)
    places = step.hints["places"]
    sources = [[*chunk, *place] for chunk, place in zip(step.inputs["chunks"], places, strict=True)]
    await services.steps.put(step_object(step.key, _SOURCES), to_json(sources))
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


async def _load(numbers: Sequence[int], step: Step, services: StepServices) -> AsyncIterator[tuple[int, PartChunk]]:
    for number in numbers:
        base, _ = step.inputs["chunks"][number]
        key, offset, size = step.hints["places"][number]
        yield base, PartChunk.from_bytes(await services.steps.get_range(step_object(key, "chunks"), offset, size))


async def _patch(step: Step, services: StepServices) -> Partition | None:
    """The partition made from its last state, if that is at hand and little has changed."""
    previous = step.hints["previous"]
    record = await load_record(services.steps, previous) if previous else None
    sources = await services.steps.get(step_object(previous, _SOURCES)) if previous else None
    if record is None or sources is None:
        return None
    now = {(base, digest): number for number, (base, digest) in enumerate(step.inputs["chunks"])}
    then = {(base, digest): place for base, digest, *place in from_json(sources)}
    removed = {known: place for known, place in then.items() if known not in now}
    added = [number for known, number in now.items() if known not in then]
    if len(removed) + len(added) > _WORTH_PATCHING * len(now):
        return None
    files = [await services.artifacts.get(pack_file(record["pack"], number)) for number in range(record["files"])]
    blocks = await services.artifacts.get(block_file(record["pack"])) if record["blocks"] else b""
    gone = [await services.steps.get(step_object(key, "chunks")) for key, _, _ in removed.values()]
    if blocks is None or None in files or None in gone:
        return None
    old = decode_pack(
        LexiconPack([*filter(None, files)], blocks, record["sizes"], record["first_terms"], record["first_words"])
    )
    taken_out = [
        (base, PartChunk.from_bytes(data[offset : offset + size]))
        for ((base, _), (_, offset, size)), data in zip(removed.items(), filter(None, gone), strict=True)
    ]
    return patch_partition(old, taken_out, [item async for item in _load(added, step, services)])
