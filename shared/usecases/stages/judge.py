"""judge: the links and tags of all pages -> of each part where its links lead; backlinks; which links are broken."""

from __future__ import annotations

from hashlib import sha256
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Final

from shared.domain.diagnostics import encode_diagnostics
from shared.domain.encoding import to_json
from shared.domain.enrich import LinkReport, PageIndex
from shared.domain.index.judgements import TagNumbers, judge_part
from shared.domain.steps import Record, Step, step_object
from shared.usecases.stages.digests import PackedDigests

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

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
    by_part = await PackedDigests.load("links", step.inputs["parts"], services)
    pages = PageIndex(chain.from_iterable(by_part), base_url=step.inputs["base_url"])
    tags = TagNumbers()
    links = LinkReport(pages)
    judged: list[bytes] = []
    first: list[bytes] = []
    count = 0

    async def broken() -> AsyncIterator[bytes]:
        nonlocal count
        yield b"["
        for digests in by_part:
            judged.append(judge_part(digests, pages, tags).to_bytes())
            rows = [to_json(row) for row in encode_diagnostics(chain.from_iterable(map(links.add, digests)))]
            if rows:
                yield (b"," if count else b"") + b",".join(rows)
            first.extend(rows[: FIRST_DIAGNOSTICS - len(first)])
            count += len(rows)
        yield b"]"

    await services.steps.put_stream(step_object(step.key, "broken"), broken())
    await services.steps.put(step_object(step.key, "broken-first"), b"[%b]" % b",".join(first))
    await services.steps.put(step_object(step.key, "judgements"), b"".join(judged))
    await services.steps.put(step_object(step.key, "backlinks"), to_json(links.backlinks))
    offsets = accumulate(map(len, judged), initial=0)
    places = [[offset, len(data), sha256(data).hexdigest()[:16]] for offset, data in zip(offsets, judged, strict=False)]
    return {"parts": places, "broken": count}
