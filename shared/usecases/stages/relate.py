"""relate: telling terms of all documents, and their vectors -> related documents, and their rows of the database."""

from __future__ import annotations

from base64 import b64decode
from itertools import accumulate
from typing import TYPE_CHECKING

from shared.domain.encoding import from_json, to_json
from shared.domain.enrich import related_documents
from shared.domain.index.database_pieces import encode_related
from shared.domain.index.varints import decode_varints
from shared.domain.steps import Record, Step, step_object
from shared.domain.vectors.rows import Vectors
from shared.usecases.stages.digests import load_digests
from shared.usecases.stages.services import load_object, put_piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    vectors, clusters = await _document_vectors(step, services)  # first: for a moment they are there twice
    digests = [digest async for part in load_digests("terms", step.inputs["parts"], services) for digest in part]
    related = related_documents(digests, vectors, clusters)
    await services.steps.put(step_object(step.key, "related"), to_json(related))
    return await put_piece(step.key, encode_related(related), services.steps)


async def _document_vectors(step: Step, services: StepServices) -> tuple[Vectors | None, list[int] | None]:
    """One vector a document, and the cluster of each: that of its first section."""
    if not step.inputs["vectors"]:
        return None, None
    pieces: list[bytes] = []
    clusters: list[int] = []
    for (embed_key, encode_key), sections in zip(step.inputs["vectors"], step.hints["sections"], strict=True):
        pieces.append(await load_object(services.steps, step_object(embed_key, "documents")))
        encoded = from_json(await load_object(services.steps, step_object(encode_key)))
        members = decode_varints(b64decode(encoded["clusters"]))
        clusters += [members[first] for first in [0, *accumulate(sections)][:-1]]
    return Vectors(b"".join(pieces), step.inputs["dimensions"]), clusters
