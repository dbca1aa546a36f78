"""rows, lookups: the databases of parts -> pieces of search.db; a group of neighbouring parts each, or all of them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from shared.domain.index.database_lookups import LookupsWriter
from shared.domain.index.database_rows import RowsWriter
from shared.domain.index.judgements import Judgements
from shared.domain.parts import group_parts
from shared.domain.steps import Record, Step, step_object
from shared.domain.vectors.rows import FLOAT_BYTES, Vectors
from shared.usecases.stages.services import load_object, load_objects, put_piece

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from shared.usecases.stages.services import StepServices

__all__ = ["SitePart", "lookups_step", "rows_steps", "run_lookups", "run_rows", "site_parts"]


_VECTORS_TOGETHER = 512


@dataclass(frozen=True, slots=True)
class SitePart:
    """A part with its place in the site. `judged`: offset, size and digest of its judgements; `vectors`: key of its
    embed step, or empty."""

    key: str
    first_document: int
    base: int
    size_bytes: int
    judged: Sequence[int | str]
    vectors: str


def site_parts(
    parsed: Sequence[Record],
    bases: Sequence[int],
    judged: Sequence[Sequence[int | str]],
    embedded: Sequence[str],
    dimensions: int,
) -> list[SitePart]:
    """All parts, in order, from what the parse steps, the judge step and the embed steps say of each."""
    parts = []
    first_document = 0
    for record, base, judgement, embed_key in zip(parsed, bases, judged, embedded, strict=True):
        size_bytes = record["text_bytes"] + sum(record["sections"]) * dimensions * FLOAT_BYTES
        parts.append(SitePart(record["key"], first_document, base, size_bytes, judgement, embed_key))
        first_document += record["documents"]
    return parts


def rows_steps(parts: Sequence[SitePart], judge_key: str, dimensions: int) -> list[Step]:
    """The steps for all parts, in order; `dimensions` is 0 without vectors."""
    groups = group_parts([(part.base, part.size_bytes) for part in parts], dimensions)
    return [_rows_step([parts[number] for number in group], judge_key, dimensions) for group in groups]


def _rows_step(group: Sequence[SitePart], judge_key: str, dimensions: int) -> Step:
    rows = [[part.key, part.vectors, part.first_document, part.base, part.judged[2]] for part in group]
    places = [[judge_key, *part.judged[:2]] for part in group]
    return Step("rows", {"parts": rows, "dimensions": dimensions}, {"judged": places})


async def run_rows(step: Step, services: StepServices) -> Record:
    dimensions = step.inputs["dimensions"]
    with RowsWriter() as writer:
        for (key, embed_key, document, base, _), (judge_key, offset, size) in zip(
            step.inputs["parts"], step.hints["judged"], strict=True
        ):
            part = await load_object(services.steps, step_object(key, "database"))
            judged = await services.steps.get_range(step_object(judge_key, "judgements"), offset, size)
            writer.add(part, document, base, Judgements.from_bytes(judged))
            del part  # the database has it now
            if dimensions:
                async for first, vectors in _read_vectors(step_object(embed_key, "vectors"), dimensions, services):
                    writer.add_vectors(base + first, vectors)
        piece, lookups = writer.finish()
    await services.steps.put(step_object(step.key, "lookups"), lookups)
    return {**await put_piece(step.key, piece, services.steps), "lookups": sha256(lookups).hexdigest()[:16]}


async def _read_vectors(name: str, dimensions: int, services: StepServices) -> AsyncIterator[tuple[int, Vectors]]:
    """A part's vectors in blocks: (number of the first, the block). All at once may be the largest thing in memory."""
    size_bytes = _VECTORS_TOGETHER * dimensions * FLOAT_BYTES
    first = 0
    while data := await services.steps.get_range(name, first * dimensions * FLOAT_BYTES, size_bytes):
        yield first, Vectors(data, dimensions)
        first += _VECTORS_TOGETHER
        if len(data) < size_bytes:
            return


def lookups_step(rows: Sequence[Record]) -> Step:
    """`rows`: the records of all rows steps."""
    return Step(
        "lookups", {"rows": [record["lookups"] for record in rows]}, {"places": [record["step"] for record in rows]}
    )


async def run_lookups(step: Step, services: StepServices) -> Record:
    with LookupsWriter() as writer:
        names = (step_object(key, "lookups") for key in step.hints["places"])
        async for rows in load_objects(services.steps, names):
            writer.add(rows)
        return await put_piece(step.key, writer.finish(), services.steps)
