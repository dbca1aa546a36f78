"""join: all pieces of search.db -> the file, a stream that nobody ever holds whole."""

from __future__ import annotations

import asyncio
from hashlib import sha256
from typing import TYPE_CHECKING

from shared.concurrency import map_ahead
from shared.domain.index.database_file import add_counts, encode_facts, plan_database
from shared.domain.sqlite_file import Outline
from shared.domain.steps import Record, Step, step_object
from shared.errors import InvariantError
from shared.usecases.stages.services import load_object

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping, Sequence

    from shared.domain.index.database_file import DatabasePlan
    from shared.usecases.stages.services import StepServices

__all__ = ["join_step", "run_join"]


_READ_BYTES = 1 << 20
"""So much of a piece is read at once; the largest have 10 MB."""
_READ_AHEAD = 3


def join_step(pieces: Sequence[Record], settings: Mapping[str, str], file: str) -> Step:
    """`pieces`: the records of all steps that made one; rows that ascend come in the same order. `file`: its name."""
    counts = add_counts(record["counts"] for record in pieces)
    keys = [record["step"] for record in pieces]
    return Step("join", {"pieces": keys, "counts": counts, "settings": dict(settings), "file": file}, {})


async def run_join(step: Step, services: StepServices) -> Record:
    """Publish the file. Its digest is computed on the way, since reading it again would cost as much as writing it."""
    inputs = step.inputs
    names = [step_object(key, "outline") for key in inputs["pieces"]]
    outlines = [Outline.from_bytes(await load_object(services.steps, name)) for name in names]
    plan = plan_database(outlines, encode_facts(inputs["settings"], inputs["counts"]))
    digest = sha256()
    size_bytes = 0

    async def hashed() -> AsyncIterator[bytes]:
        nonlocal size_bytes
        async for block in _blocks(plan, inputs["pieces"], services):
            digest.update(block)
            size_bytes += len(block)
            yield block
            await asyncio.sleep(0)  # files never make anybody wait: let what runs beside it have its turn

    await services.artifacts.put_stream(inputs["file"], hashed())
    return {"file": inputs["file"], "sha256": digest.hexdigest(), "size_bytes": size_bytes}


async def _blocks(plan: DatabasePlan, pieces: Sequence[str], services: StepServices) -> AsyncIterator[bytes]:
    async def read(place: tuple[int, int]) -> bytes:
        """Pages of a piece, whose number this is, from a place in its bytes on; moved to where they stand."""
        number, offset = place
        key = pieces[number]
        wanted = min(_READ_BYTES, plan.piece_bytes(number) - offset)
        pages = await services.steps.get_range(step_object(key, "pages"), offset, wanted)
        if len(pages) != wanted:
            raise InvariantError("a piece of search.db is shorter than its outline says", piece=key)
        return plan.move(number, pages, offset)

    yield plan.first
    places = (
        (number, offset) for number in range(len(pieces)) for offset in range(0, plan.piece_bytes(number), _READ_BYTES)
    )
    async for block in map_ahead(read, places, limit=_READ_AHEAD):
        yield block
    yield b"".join(plan.close())
