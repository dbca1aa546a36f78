"""The Worker, which tells a clock outside when each message and each step begins and ends, and can do a step again.

A Worker's own clock stands still while it computes, and it cannot see its processor time; so `POST $BENCHMARK_CLOCK`
says what happens, and whoever gets that looks at the clock. Everything else is the Worker's own.
"""

import asyncio
import json
from typing import Any
from urllib.parse import urlsplit

from workers import Response

from functions import entry
from functions.bindings.coordinator_stub import CoordinatorStub
from functions.bindings.javascript import unwrap
from functions.bindings.queue import deliveries_of
from functions.bindings.r2_object_store import R2ObjectStore
from functions.bindings.workers_http import WorkersHttpClient
from functions.entry import SiteCoordinator, VectorCacheStore
from functions.packing import unpack_items
from functions.wiring import make_services

__all__ = ["Default", "SiteCoordinator", "VectorCacheStore"]

_TIMEOUT_S = 60.0


class Default(entry.Default):
    async def fetch(self, request: Any) -> Any:
        path = urlsplit(request.url).path
        if path == "/benchmark/heap":
            return _answer({"heap": _heap_bytes()})
        if path == "/benchmark/again":
            return _answer(await _do_again(json.loads(await request.text()), self.env))
        if path == "/benchmark/fill":
            await _fill(getattr(unwrap(self.env), urlsplit(request.url).query), await request.bytes())
            return _answer({})
        return await super().fetch(request)

    async def queue(self, batch: Any, _env: Any = None, _ctx: Any = None) -> None:
        clock = unwrap(self.env).BENCHMARK_CLOCK
        _measure_steps(clock)
        _turn["step"] = asyncio.Lock()
        (delivery,) = deliveries_of(unwrap(batch))
        stage = delivery.body["stage"]
        await _tell(clock, what="message", edge="start", stage=stage)
        await super().queue(batch)
        claim = _claims.pop("last", "")
        await _tell(clock, what="message", edge="end", stage=stage, message=delivery.body, claim=claim)


_claims: dict[str, str] = {}
"""What the coordinator has said to the message that is at work: messages come one after another on this machine."""
_turn: dict[str, asyncio.Lock] = {}
"""A round of planning runs some steps side by side. Measured ones take turns: they share one thread in any case."""


def _measure_steps(clock: str) -> None:
    """Wrap `run_step` and `claim`. Not while this module is imported: the Worker itself imports builds late."""
    from shared.usecases import run_step as module

    plain = module.run_step
    if hasattr(plain, "is_measured"):
        return

    async def measured(step: Any, services: Any) -> Any:
        async with _turn["step"]:
            await _tell(clock, what="step", edge="start", stage=step.stage)
            record = await plain(step, services)
            await _tell(clock, what="step", edge="end", stage=step.stage, step=step.to_bytes().decode())
        return record

    measured.is_measured = True  # type: ignore[attr-defined]
    module.run_step = measured
    claim = CoordinatorStub.claim

    async def noted(self: CoordinatorStub, message: Any) -> Any:
        found = await claim(self, message)
        if found is not None and found.resolution is not None:
            _claims["last"] = found.model_dump_json(by_alias=True)
        return found

    CoordinatorStub.claim = noted  # type: ignore[method-assign]


async def _do_again(asked: dict[str, str], env: Any) -> dict[str, dict[str, int]]:
    """Run a step of a build that is over, or its last round, and say how large Python's memory was and is."""
    from shared.domain.jobs import Claim, Message
    from shared.domain.steps import Step
    from shared.usecases.advance_build import advance_build
    from shared.usecases.advance_build import make_services as services_of_steps
    from shared.usecases.resolve_build import commit_of
    from shared.usecases.run_step import run_step

    before = _memory()
    claim = Claim.model_validate_json(asked["claim"])
    services = make_services(env)
    workshop = services.workshop(claim)
    if "step" in asked:
        found = services_of_steps(claim.resolution, workshop, workshop.check_out(commit_of(claim.resolution)))
        await run_step(Step.from_bytes(asked["step"].encode()), found)
    else:
        message = Message.model_validate_json(asked["message"])
        await advance_build(message, claim, workshop, _Nobody(), inline_s=20.0, is_pinned=_yes)  # type: ignore[arg-type]
    return {"before": before, "after": _memory()}


async def _fill(bucket: Any, packed: bytes) -> None:
    """Put objects into a bucket: names and bytes in turns."""
    store = R2ObjectStore(bucket, published=False)
    items = unpack_items(packed)
    for name, data in zip(items[::2], items[1::2], strict=True):
        await store.put((name or b"").decode(), data or b"")


class _Nobody:
    """A coordinator that does not listen."""

    async def advanced(self, *_: object) -> None: ...

    async def completed(self, *_: object) -> None: ...


async def _yes(_: str) -> bool:
    return True


async def _tell(clock: str, **said: object) -> None:
    body = json.dumps({**said, "heap": _heap_bytes()}).encode()
    await WorkersHttpClient().send("POST", clock, headers={}, body=body, timeout_s=_TIMEOUT_S)


def _heap_bytes() -> int:
    """Python's whole memory. It grows by need and never shrinks, so this is also its highest value so far."""
    import pyodide_js

    return int(pyodide_js._module.HEAP8.byteLength)


def _memory() -> dict[str, int]:
    """`reached`: how much of the heap has been asked for so far. It grows by a fifth at a time."""
    import pyodide_js

    return {"heap": _heap_bytes(), "reached": int(pyodide_js._module._sbrk(0))}


def _answer(value: Any) -> Any:
    return Response(json.dumps(value), headers={"content-type": "application/json"})
