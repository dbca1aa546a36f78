"""A `Coordinator` by calls to the site's Durable Object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from functions.bindings.javascript import translated
from functions.coordinator_calls import pack_arguments, unpack_answer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shared.domain.jobs import Claim, Job, JobError, JobRequest, Message, Progress, Resolution

__all__ = ["CoordinatorStub"]


class CoordinatorStub:
    """`namespace` is the binding of the class. An object that dies amid a call is `Unavailable`: the call may have
    counted, and every one can be repeated."""

    def __init__(self, namespace: Any, site: str) -> None:
        self._namespace = namespace
        self._site = site

    async def submit(self, request: JobRequest) -> tuple[Job, bool]:
        job, is_new = await self._call("submit", request)
        return job, is_new

    async def job(self, job_id: str) -> Job | None:
        found: Job | None = await self._call("job", job_id)
        return found

    async def jobs(self) -> Sequence[Job]:
        found: list[Job] = await self._call("jobs")
        return found

    async def cancel(self, job_id: str) -> Job | None:
        found: Job | None = await self._call("cancel", job_id)
        return found

    async def retry(self, job_id: str) -> Job | None:
        found: Job | None = await self._call("retry", job_id)
        return found

    async def claim(self, message: Message) -> Claim | None:
        found: Claim | None = await self._call("claim", message)
        return found

    async def advanced(
        self, message: Message, resolution: Resolution, stages: Sequence[Progress], pending: Sequence[tuple[str, str]]
    ) -> None:
        await self._call("advanced", message, resolution, stages, pending)

    async def completed(
        self,
        message: Message,
        resolution: Resolution,
        stages: Sequence[Progress],
        result: Mapping[str, object],
        diagnostics: Sequence[Sequence[object]],
        diagnostics_total: int,
    ) -> None:
        await self._call("completed", message, resolution, stages, result, diagnostics, diagnostics_total)

    async def step_done(self, message: Message) -> None:
        await self._call("step_done", message)

    async def step_troubled(self, message: Message, what: str, again_in_s: float) -> None:
        await self._call("step_troubled", message, what, again_in_s)

    async def step_failed(self, message: Message, error: JobError | None) -> None:
        await self._call("step_failed", message, error)

    async def may_publish(self, message: Message) -> bool:
        return bool(await self._call("may_publish", message))

    async def callback_done(self, message: Message, error: str | None) -> None:
        await self._call("callback_done", message, error)

    async def pause(self, seconds: float) -> bool:
        return bool(await self._call("pause", seconds))

    async def resume(self) -> None:
        await self._call("resume")

    async def tick(self) -> None:
        await self._call("tick")

    async def take_query(self, cap_per_day: int) -> bool:
        return bool(await self._call("take_query", cap_per_day))

    async def _call(self, method: str, *arguments: object) -> Any:
        with translated(lambda _: None, "the site's coordinator"):
            answer = await self._namespace.getByName(self._site).answer_call(method, pack_arguments(method, arguments))
        return unpack_answer(method, answer)
