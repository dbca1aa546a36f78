"""enrich: all digests and listings, links and related documents -> posts.json, media.json, what the report tells."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from shared.domain.encoding import from_json, to_json
from shared.domain.enrich import index_tags, near_duplicates
from shared.domain.listing import media_listing, posts_listing
from shared.domain.steps import Record, Step, step_object
from shared.usecases.stages.digests import load_digests
from shared.usecases.stages.services import load_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shared.domain.enrich import DocumentDigest
    from shared.usecases.stages.services import StepServices

__all__ = ["ENRICH_OUTPUTS", "enrich_step", "run_enrich"]

ENRICH_OUTPUTS = ("posts", "media", "findings")
"""The objects that the step writes: two listings, and the report's findings."""


def enrich_step(parsed: Iterable[Record], *, judged: str, related: str) -> Step:
    """`judged` and `related`: the keys of these steps."""
    return Step("enrich", {"parts": [record["key"] for record in parsed], "judged": judged, "related": related}, {})


async def run_enrich(step: Step, services: StepServices) -> Record:
    parts = step.inputs["parts"]
    digests = [digest async for part in load_digests("texts", parts, services) for digest in part]
    links = from_json(await load_object(services.steps, step_object(step.inputs["judged"], "links")))
    related = from_json(await load_object(services.steps, step_object(step.inputs["related"], "related")))
    entries: list[dict[str, Any]] = []
    for key in parts:
        entries += from_json(await load_object(services.steps, step_object(key, "listing")))
    outputs = {
        "posts": list(posts_listing(entries, _extras(digests, links["backlinks"], related))),
        "media": media_listing(entries),
        "findings": _findings(digests, links["broken"]),
    }
    for name in ENRICH_OUTPUTS:
        await services.steps.put(step_object(step.key, name), to_json(outputs[name]))
    return {}


def _extras(
    digests: Sequence[DocumentDigest], backlinks: Sequence[Sequence[int]], related: Sequence[Sequence[Any]]
) -> list[dict[str, Any]]:
    return [
        {
            "word_count": digest.word_count,
            "reading_time_s": digest.reading_time_s,
            "related": [digests[other].url for other, _ in near],
            "backlinks": [digests[other].url for other in linking],
        }
        for digest, near, linking in zip(digests, related, backlinks, strict=True)
    ]


def _findings(digests: Sequence[DocumentDigest], broken: Sequence[Record]) -> dict[str, Any]:
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
        "diagnostics": broken,
    }
