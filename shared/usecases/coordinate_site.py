"""One site's coordinator: applies events to its state, remembers it, then sends what follows from it.

The order is the point. State is stored before messages go out: if the machine dies in between, the messages are missing
and their steps silent, and the alarm sends them again. The other way round, a step could be done before anybody knew
that it was asked for.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from shared.domain.build_state import SiteBuilds
from shared.domain.encoding import to_json
from shared.domain.jobs import Job
from shared.domain.site_state import Limits, SiteState
from shared.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping, Sequence

    from shared.domain.jobs import Claim, JobError, JobRequest, Message, Progress, Resolution
    from shared.ports import Cache, CoordinatorStorage, StepQueue

__all__ = ["JOB_TTL_S", "SiteCoordination", "job_cache_key"]

JOB_TTL_S = 86_400
"""How long the public copy of a job is kept."""

_STATE = "state"
_QUERIES = "queries"
_JOB = "job:"
_MIRROR_EVERY_S = 2.0
"""KV takes one write a second for each key; while nothing but a counter moves, the copy may be a little old."""


def job_cache_key(job_id: str) -> str:
    """Where the public copy of a job is."""
    return f"job:{job_id}"


class _Queries(BaseModel):
    """How many queries were embedded on a day (days since 1970)."""

    day: int = 0
    count: int = 0


class SiteCoordination:
    """A `Coordinator` on any storage. Make one for each site, and only one: it holds the state in memory."""

    def __init__(
        self,
        site: str,
        storage: CoordinatorStorage,
        queue: StepQueue,
        cache: Cache,
        *,
        limits: Limits,
        now: Callable[[], float],
    ) -> None:
        self._site = site
        self._storage = storage
        self._queue = queue
        self._cache = cache
        self._limits = limits
        self._now = now
        self._builds: SiteBuilds | None = None
        self._queries = _Queries()
        self._alarm: float | None = None
        self._mirrored: dict[str, tuple[float, str]] = {}
        self._late: set[str] = set()
        self._turn = asyncio.Lock()

    async def submit(self, request: JobRequest) -> tuple[Job, bool]:
        async with self._event() as builds:
            return builds.submit(request, self._now())

    async def job(self, job_id: str) -> Job | None:
        async with self._turn:
            return (await self._load()).jobs.get(job_id)

    async def jobs(self) -> Sequence[Job]:
        async with self._turn:
            found = (await self._load()).jobs.values()
        return sorted(found, key=lambda job: job.created_at, reverse=True)

    async def cancel(self, job_id: str) -> Job | None:
        async with self._event() as builds:
            return builds.cancel(job_id, self._now())

    async def retry(self, job_id: str) -> Job | None:
        async with self._event() as builds:
            return builds.retry(job_id, self._now())

    async def claim(self, message: Message) -> Claim | None:
        async with self._turn:  # nothing to settle: that it was heard of is of no use to a coordinator that has died
            return (await self._load()).claim(message, self._now())

    async def advanced(
        self, message: Message, resolution: Resolution, stages: Sequence[Progress], pending: Sequence[tuple[str, str]]
    ) -> None:
        async with self._event() as builds:
            builds.advanced(
                message.build,
                message.step,
                resolution=resolution,
                stages=stages,
                pending=pending,
                now=self._now(),
            )

    async def completed(
        self,
        message: Message,
        resolution: Resolution,
        stages: Sequence[Progress],
        result: Mapping[str, object],
        diagnostics: Sequence[Sequence[object]],
        diagnostics_total: int,
    ) -> None:
        async with self._event() as builds:
            builds.completed(
                message.build,
                message.step,
                resolution=resolution,
                stages=stages,
                result=dict(result),
                diagnostics=[list(row) for row in diagnostics],
                diagnostics_total=diagnostics_total,
                now=self._now(),
            )

    async def step_done(self, message: Message) -> None:
        async with self._event() as builds:
            builds.step_done(message.build, message.step, self._now())

    async def step_troubled(self, message: Message, what: str, again_in_s: float) -> None:
        async with self._event() as builds:
            builds.step_troubled(message.build, message.step, what, self._now(), again_in_s=again_in_s)

    async def step_failed(self, message: Message, error: JobError | None) -> None:
        async with self._event() as builds:
            builds.step_failed(message.build, message.step, error, self._now())

    async def may_publish(self, message: Message) -> bool:
        async with self._turn:
            return (await self._load()).may_publish(message.build, message.step)

    async def callback_done(self, message: Message, error: str | None) -> None:
        async with self._event() as builds:
            builds.callback_done(message.build, message.step, error, self._now())

    async def pause(self, seconds: float) -> bool:
        async with self._event() as builds:
            return builds.pause(seconds, self._now())

    async def resume(self) -> None:
        async with self._event() as builds:
            builds.resume(self._now())

    async def tick(self) -> None:
        async with self._event() as builds:
            self._alarm = None  # it may be what has woken us
            builds.tick(self._now())

    async def take_query(self, cap_per_day: int) -> bool:
        async with self._turn:
            await self._load()
            day = int(self._now() // 86_400)
            if self._queries.day != day:
                self._queries = _Queries(day=day)
            if self._queries.count >= cap_per_day:
                return False
            self._queries.count += 1
            await self._storage.save({_QUERIES: self._queries.model_dump_json()})
            return True

    @asynccontextmanager
    async def _event(self) -> AsyncIterator[SiteBuilds]:
        """One event's turn: what it does to the state is remembered, and what follows from it sent, when it ends."""
        async with self._turn:
            builds = await self._load()
            yield builds
            await self._settle(builds)

    async def _load(self) -> SiteBuilds:
        if self._builds is None:
            values = await self._storage.load()
            state = SiteState.model_validate_json(values[_STATE]) if _STATE in values else SiteState(site=self._site)
            jobs = [Job.model_validate_json(value) for key, value in values.items() if key.startswith(_JOB)]
            if _QUERIES in values:
                self._queries = _Queries.model_validate_json(values[_QUERIES])
            self._builds = SiteBuilds(state, {job.job_id: job for job in jobs}, self._limits)
        return self._builds

    async def _settle(self, builds: SiteBuilds) -> None:
        """Remember, then send. If either fails, what is in memory is forgotten: storage is the truth."""
        try:
            changed: dict[str, str | None] = {
                _JOB + job_id: builds.jobs[job_id].model_dump_json(by_alias=True) for job_id in builds.changed_jobs
            }
            changed.update(dict.fromkeys((_JOB + job_id for job_id in builds.dropped_jobs), None))
            changed[_STATE] = builds.state.model_dump_json()
            await self._storage.save(changed)
            alarm = builds.next_alarm()
            if alarm != self._alarm:
                await self._storage.set_alarm(alarm)
                self._alarm = alarm
            if builds.outbox:
                await self._queue.send(builds.outbox)
            told = (builds.changed_jobs | self._late) & builds.jobs.keys()
            await self._mirror([builds.jobs[job_id] for job_id in sorted(told)])
        except BaseException:
            self._builds = None
            raise
        builds.outbox.clear()
        builds.changed_jobs.clear()
        builds.dropped_jobs.clear()

    async def _mirror(self, jobs: Sequence[Job]) -> None:
        """Bring the public copies up to date; those of jobs that merely go on, now and then.

        A copy that cannot be written now is written with the next event: it must not fail what it only tells of.
        """
        now = self._now()
        for job in jobs:
            at, state = self._mirrored.get(job.job_id, (0.0, ""))
            if job.state == state and not job.is_over and now - at < _MIRROR_EVERY_S:
                continue
            try:
                await self._cache.put(
                    job_cache_key(job.job_id), _public_copy(job), ttl_s=JOB_TTL_S, summary=_summary(job)
                )
            except Unavailable:
                self._late.add(job.job_id)
            else:
                self._late.discard(job.job_id)
                self._mirrored[job.job_id] = (now, job.state)


def _public_copy(job: Job) -> bytes:
    return to_json(job.model_dump(mode="json", by_alias=True))


def _summary(job: Job) -> dict[str, Any]:
    return {
        "site": job.site,
        "task": job.spec.task,
        "state": job.state,
        "createdAt": f"{job.created_at:.3f}",
    }
