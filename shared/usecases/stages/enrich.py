"""enrich: all digests and listings -> posts.json, media.json, related documents, what is wrong with links."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import asdict
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from shared.domain.diagnostics import encode_diagnostics
from shared.domain.encoding import from_json, to_json
from shared.domain.enrich import (
    DocumentDigest,
    PageIndex,
    index_tags,
    link_report,
    near_duplicates,
    related_documents,
)
from shared.domain.index.varints import decode_varints
from shared.domain.listing import media_listing, posts_listing
from shared.domain.steps import Record, Step, step_object
from shared.domain.vectors.rows import Vectors
from shared.usecases.stages.services import load_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shared.domain.enrich import LinkReport, Related
    from shared.usecases.stages.services import StepServices

__all__ = ["ENRICH_OUTPUTS", "enrich_step", "load_digests", "run_enrich"]

ENRICH_OUTPUTS = ("posts", "media", "findings", "related")
"""The objects that the step writes: two listings, the report's findings, and `[[document, score], ...]` by document."""


def enrich_step(
    parsed: Iterable[Record], *, base_url: str, vectors: Sequence[tuple[str, str]], dimensions: int
) -> Step:
    """`vectors`: the keys of each part's embed and encode steps; none without vectors."""
    return Step(
        "enrich",
        {
            "parts": [record["key"] for record in parsed],
            "base_url": base_url,
            "vectors": [list(keys) for keys in vectors],
            "dimensions": dimensions,
        },
        {"sections": [record["sections"] for record in parsed]},
    )


async def run_enrich(step: Step, services: StepServices) -> Record:
    digests = await load_digests(step.inputs["parts"], services)
    links = link_report(digests, PageIndex(digests, base_url=step.inputs["base_url"]))
    related = related_documents(digests, *await _document_vectors(step, services))
    entries: list[dict[str, Any]] = []
    for key in step.inputs["parts"]:
        entries += from_json(await load_object(services.steps, step_object(key, "listing")))
    outputs = {
        "posts": list(posts_listing(entries, _extras(digests, links, related))),
        "media": media_listing(entries),
        "findings": _findings(digests, links),
        "related": related,
    }
    for name in ENRICH_OUTPUTS:
        await services.steps.put(step_object(step.key, name), to_json(outputs[name]))
    return {"broken_links": len(links.broken)}


async def load_digests(parts: Iterable[str], services: StepServices) -> list[DocumentDigest]:
    """The digests of all documents, in path order. `parts`: keys of the parts' parse steps."""
    digests: list[DocumentDigest] = []
    for key in parts:
        rows = from_json(await load_object(services.steps, step_object(key, "digests")))
        digests += map(DocumentDigest.from_json, rows)
    return digests


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


def _extras(
    digests: Sequence[DocumentDigest], links: LinkReport, related: Sequence[Sequence[Related]]
) -> list[dict[str, Any]]:
    return [
        {
            "word_count": digest.word_count,
            "reading_time_s": digest.reading_time_s,
            "related": [digests[other.document].url for other in near],
            "backlinks": [digests[other].url for other in linking],
        }
        for digest, near, linking in zip(digests, related, links.backlinks, strict=True)
    ]


def _findings(digests: Sequence[DocumentDigest], links: LinkReport) -> dict[str, Any]:
    return {
        "tags": {
            kind: {name: [digests[number].url for number in numbers] for name, numbers in index.items()}
            for kind, index in asdict(index_tags(digests)).items()
        },
        "near_duplicates": [
            {
                "documents": [digests[number].path for number in group.documents],
                "similarities": list(group.similarities),
            }
            for group in near_duplicates(digests)
        ],
        "diagnostics": encode_diagnostics(links.broken),
    }
