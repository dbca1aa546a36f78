"""weigh: one part's counted terms -> impact levels, cut by partition."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from shared.domain.index.partial import CountedPart, weigh_part
from shared.domain.steps import Record, Step, step_object
from shared.usecases.stages.services import load_object

if TYPE_CHECKING:
    from shared.usecases.stages.services import StepServices

__all__ = ["run_weigh", "weigh_step"]


def weigh_step(parse_key: str, *, average: float, k1: float, b: float, partitions: int) -> Step:
    return Step("weigh", {"part": parse_key, "average": average, "k1": k1, "b": b, "partitions": partitions}, {})


async def run_weigh(step: Step, services: StepServices) -> Record:
    inputs = step.inputs
    counted = CountedPart.from_bytes(await load_object(services.steps, step_object(inputs["part"], "counts")))
    weighed = weigh_part(
        counted, average=inputs["average"], k1=inputs["k1"], b=inputs["b"], partitions=inputs["partitions"]
    )
    await services.steps.put(step_object(step.key, "chunks"), weighed.data)
    return {"chunks": b64encode(b"".join([place.to_bytes() for place in weighed.chunks])).decode()}
