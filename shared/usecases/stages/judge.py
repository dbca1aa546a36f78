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
    from collections.abc import AsyncIterator, Iterable, Sequence

    from shared.usecases.stages.services import StepServices

__all__ = ["FIRST_DIAGNOSTICS", "judge_step", "run_judge"]

FIRST_DIAGNOSTICS: Final = 100
"""So many are at hand without reading all."""
_ITEMS_TOGETHER: Final = 1_000


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
    broken: list[bytes] = []
    for digests in by_part:
        judged.append(judge_part(digests, pages, tags).to_bytes())
        broken += map(to_json, encode_diagnostics(chain.from_iterable(map(links.add, digests))))
    await services.steps.put_stream(step_object(step.key, "broken"), _list_of(broken))
    await services.steps.put_stream(step_object(step.key, "broken-first"), _list_of(broken[:FIRST_DIAGNOSTICS]))
    await services.steps.put(step_object(step.key, "judgements"), b"".join(judged))
    await services.steps.put(step_object(step.key, "backlinks"), to_json(links.backlinks))
    offsets = accumulate(map(len, judged), initial=0)
    places = [[offset, len(data), sha256(data).hexdigest()[:16]] for offset, data in zip(offsets, judged, strict=False)]
    return {"parts": places, "broken": len(broken)}


async def _list_of(items: Sequence[bytes]) -> AsyncIterator[bytes]:
    """A list in JSON whose items are JSON. In pieces: as one, tens of thousands would need a large place in memory."""
    yield b"["
    for start in range(0, len(items), _ITEMS_TOGETHER):
        yield (b"," if start else b"") + b",".join(items[start : start + _ITEMS_TOGETHER])
    yield b"]"
