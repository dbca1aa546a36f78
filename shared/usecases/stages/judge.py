"""judge: the links and tags of all pages -> of each part where its links lead; backlinks; which links are broken."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from shared.domain.diagnostics import encode_diagnostics
from shared.domain.encoding import to_json
from shared.domain.enrich import PageIndex, link_report
from shared.domain.index.judgements import TagNumbers, judge_part
from shared.domain.steps import Record, Step, step_object
from shared.usecases.stages.digests import load_digests

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.usecases.stages.services import StepServices

__all__ = ["FIRST_DIAGNOSTICS", "judge_step", "run_judge"]

FIRST_DIAGNOSTICS: Final = 100
"""So many are at hand without reading all."""


def judge_step(parsed: Iterable[Record], *, base_url: str) -> Step:
    return Step("judge", {"parts": [record["key"] for record in parsed], "base_url": base_url}, {})


async def run_judge(step: Step, services: StepServices) -> Record:
    """`parts` of the record: offset, size and digest of each part's judgements in the object that holds all.

    Of broken links, `broken` of the record is their number; the first few are an object of their own, since a site may
    have tens of thousands.
    """
    by_part = [digests async for digests in load_digests("links", step.inputs["parts"], services)]
    digests = [digest for part in by_part for digest in part]
    pages = PageIndex(digests, base_url=step.inputs["base_url"])
    tags = TagNumbers()
    judged = [judge_part(part, pages, tags).to_bytes() for part in by_part]
    report = link_report(digests, pages)
    await services.steps.put(step_object(step.key, "judgements"), b"".join(judged))
    await services.steps.put(step_object(step.key, "backlinks"), to_json(report.backlinks))
    broken = encode_diagnostics(report.broken)
    await services.steps.put(step_object(step.key, "broken"), to_json(broken))
    await services.steps.put(step_object(step.key, "broken-first"), to_json(broken[:FIRST_DIAGNOSTICS]))
    places = []
    offset = 0
    for data in judged:
        places.append([offset, len(data), sha256(data).hexdigest()[:16]])
        offset += len(data)
    return {"parts": places, "broken": len(broken)}
