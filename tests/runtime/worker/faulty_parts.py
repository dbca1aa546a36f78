"""The Worker's own modules, changed so that scripted faults happen in the middle of them."""

from __future__ import annotations

from functools import wraps
from typing import Any

from functions import consumer
from shared.domain.site_state import ADVANCE
from tests.runtime.worker.fault_script import SITE, current_script, script_of

__all__ = ["install"]

_PLANNING = ("plan_build", "assemble")
_stages_are_faulty = False


def install() -> None:
    """Before the first event. The stages of a build are changed with the first message: importing them takes long."""
    handle = consumer.handle_message

    @wraps(handle)
    async def handle_message(message: Any, office: Any) -> None:
        _spoil_stages()
        SITE.set(message.site)
        script = script_of(message.site)
        if message.stage == ADVANCE and message.build not in script.builds:
            script.builds.append(message.build)
        await handle(message, office)

    consumer.handle_message = handle_message


def _spoil_stages() -> None:
    global _stages_are_faulty
    if _stages_are_faulty:
        return
    _stages_are_faulty = True
    from shared.usecases import advance_build, build_site, run_step

    for name, stage in run_step._STAGES.items():
        run_step._STAGES[name] = _spoil_stage(name, stage)
    run_step.run_step = advance_build.run_step = _spoil_step(run_step.run_step)
    advance_build.advance_build = _spoil_round(advance_build.advance_build)
    for name in _PLANNING:
        setattr(build_site, name, _spoil_part(name.removesuffix("_build"), getattr(build_site, name)))
    build_site.publish_revision = _spoil_publishing(build_site.publish_revision)


def _spoil_stage(name: str, stage: Any) -> Any:
    async def run(step: Any, services: Any) -> Any:
        script = current_script()
        script.started(name, step.key)
        await script.meet("before", name, step.key)
        record = await stage(step, services)
        await script.meet("halfway", name, step.key)
        return record

    return run


def _spoil_step(run_step: Any) -> Any:
    async def run(step: Any, services: Any) -> Any:
        record = await run_step(step, services)
        script = current_script()
        script.ended(step.stage, step.key)
        await script.meet("after", step.stage, step.key)
        return record

    return run


def _spoil_round(advance_build: Any) -> Any:
    async def advance(*arguments: Any, inline_s: float, **options: Any) -> Any:
        script = current_script()
        await script.meet("before", ADVANCE, "")
        inline_s = inline_s if script.inline_s is None else script.inline_s
        result = await advance_build(*arguments, inline_s=inline_s, **options)
        await script.meet("after", ADVANCE, "")
        return result

    return advance


def _spoil_part(name: str, part: Any) -> Any:
    async def run(*arguments: Any) -> Any:
        await current_script().meet("before", name, "")
        result = await part(*arguments)
        await current_script().meet("after", name, "")
        return result

    return run


def _spoil_publishing(publish: Any) -> Any:
    async def publish_revision(manifest: Any, keep: int, artifacts: Any, may_publish: Any) -> bool:
        script = current_script()
        await script.meet("before", "publish", "")

        async def ask() -> bool:
            await script.meet("halfway", "publish", "")
            return bool(await may_publish())

        changed = bool(await publish(manifest, keep, artifacts, ask))
        await script.meet("after", "publish", "")
        return changed

    return publish_revision
