"""relate: telling terms of all documents, and their vectors -> related documents, and their rows of the database."""

from __future__ import annotations

from array import array
from base64 import b64decode
from itertools import accumulate
from typing import TYPE_CHECKING

from shared.domain.encoding import from_json, to_json
from shared.domain.enrich import DocumentTerms, nearest_documents, related_documents
from shared.domain.index.database_pieces import encode_related
from shared.domain.index.varints import decode_varints
from shared.domain.steps import Record, Step, step_object
from shared.domain.vectors.rows import Vectors
from shared.usecases.stages.digests import load_digests
from shared.usecases.stages.services import load_objects, put_piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shared.domain.enrich import Nearest
    from shared.usecases.stages.services import StepServices

__all__ = ["relate_step", "run_relate"]


def relate_step(parsed: Iterable[Record], *, vectors: Sequence[tuple[str, str]], dimensions: int) -> Step:
    """`vectors`: the keys of each part's embed and encode steps; none without vectors."""
    return Step(
        "relate",
        {
            "parts": [record["key"] for record in parsed],
            "vectors": [list(keys) for keys in vectors],
            "dimensions": dimensions,
        },
        {"sections": [record["sections"] for record in parsed]},
    )


async def run_relate(step: Step, services: StepServices) -> Record:
    nearest = await _nearest(step, services)  # what is left of the vectors when the words come
    terms = DocumentTerms()
    async for digests in load_digests("terms", step.inputs["parts"], services):
        terms.add(digests)
    related = related_documents(terms, nearest)
    await services.steps.put(step_object(step.key, "related"), to_json(related))
    return await put_piece(step.key, encode_related(related), services.steps)


async def _nearest(step: Step, services: StepServices) -> Nearest | None:
    """By one vector a document, in the cluster of its first section."""
    if not step.inputs["vectors"]:
        return None
    dimensions = step.inputs["dimensions"]
    names = (step_object(key, "documents") for key, _ in step.inputs["vectors"])
    vectors = [Vectors(data, dimensions) async for data in load_objects(services.steps, names)]
    clusters = array("I")
    counts = iter(step.hints["sections"])
    async for record in load_objects(services.steps, (step_object(key) for _, key in step.inputs["vectors"])):
        members = decode_varints(b64decode(from_json(record)["clusters"]))
        clusters.extend([members[first] for first in [0, *accumulate(next(counts))][:-1]])
    return nearest_documents(vectors, clusters)
