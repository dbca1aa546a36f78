"""Run one step of a build, whatever its stage: the one entry that queue consumers and local processes share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.encoding import to_json
from shared.domain.steps import Record, Step, step_object
from shared.errors import InvariantError
from shared.usecases.stages.embed import run_embed
from shared.usecases.stages.enrich import run_enrich
from shared.usecases.stages.fetch import run_fetch
from shared.usecases.stages.index import run_index
from shared.usecases.stages.join import run_join
from shared.usecases.stages.judge import run_judge
from shared.usecases.stages.parse import find_parsed, run_parse
from shared.usecases.stages.relate import run_relate
from shared.usecases.stages.rows import run_lookups, run_rows
from shared.usecases.stages.services import load_record
from shared.usecases.stages.vectors import run_cluster, run_encode, run_train, run_words
from shared.usecases.stages.weigh import run_weigh

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from shared.ports import ObjectReader
    from shared.usecases.stages.services import StepServices

__all__ = ["find_output", "run_step"]

_STAGES: dict[str, Callable[[Step, StepServices], Awaitable[Record]]] = {
    "fetch": run_fetch,
    "parse": run_parse,
    "embed": run_embed,
    "weigh": run_weigh,
    "index": run_index,
    "train": run_train,
    "encode": run_encode,
    "words": run_words,
    "cluster": run_cluster,
    "judge": run_judge,
    "relate": run_relate,
    "enrich": run_enrich,
    "rows": run_rows,
    "lookups": run_lookups,
    "join": run_join,
}


async def find_output(step: Step, steps: ObjectReader) -> Record | None:
    """The record of an earlier run of the same step, if there is one."""
    return await (find_parsed(step, steps) if step.stage == "parse" else load_record(steps, step.key))


async def run_step(step: Step, services: StepServices) -> Record:
    """Run the step, store its output, then its record.

    Raises:
        InkdexError: as its family says; nothing that a later run would take for finished is left behind.
    """
    stage = _STAGES.get(step.stage)
    if stage is None:
        raise InvariantError(f"no stage is called {step.stage!r}")
    record = await stage(step, services)
    await services.steps.put(step_object(step.key), to_json(record))
    return record
