"""The builds of one site: what waits, what runs, which of its steps are outstanding. Events in, messages out.

    submit ──> waiting ──> running ──> completed | failed | cancelled
                              │ ▲
       "advance": what next?  │ │  all steps done
                              ▼ │
                        steps outstanding

One build runs at a time. It goes in rounds: an `advance` message plans it anew from the objects that finished steps
have left, which either finishes it or names the steps that are missing; when they are done, the next round begins.
Messages arrive late, twice, in any order, or never, so outstanding steps are a set of ids: what is not in it is
ignored, and what stays silent too long is sent again.

Pure: time comes in as seconds since 1970, messages go out through `outbox`. Whoever holds it persists it first, then
sends: a message that is lost in between is silent, and thus sent again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shared.domain.jobs import CallbackState, Claim, Job, JobError, Message, Progress
from shared.domain.site_state import ADVANCE, CALLBACK, Outstanding, RunningBuild

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shared.domain.jobs import JobRequest, Resolution
    from shared.domain.site_state import Limits, SiteState

__all__ = ["SiteBuilds"]


class SiteBuilds:
    """Applies events. `changed_jobs` and `outbox` then say what to persist and to send; the holder empties them."""

    def __init__(self, state: SiteState, jobs: dict[str, Job], limits: Limits) -> None:
        self.state = state
        self.jobs = jobs
        self.limits = limits
        self.outbox: list[tuple[Message, float]] = []
        """Messages, with the seconds that each is to wait."""
        self.changed_jobs: set[str] = set()
        self.dropped_jobs: set[str] = set()

    # ------------------------------------------------------------------ what people ask

    def submit(self, request: JobRequest, now: float) -> tuple[Job, bool]:
        """The job, and whether it is new: the same id again is the same job."""
        known = self.jobs.get(request.job_id)
        if known is not None:
            return known, False
        job = Job(
            job_id=request.job_id,
            site=request.site,
            spec=request.spec,
            trigger=request.trigger,
            callback_url=request.callback_url,
            created_at=now,
        )
        job.log(now, f"Accepted: {request.note or request.trigger}")
        self._forget_old_jobs(now)
        self.jobs[job.job_id] = job
        self._enqueue(job, now)
        return job, True

    def cancel(self, job_id: str, now: float) -> Job | None:
        """Stop the job; None if there is none. A job that is over stays as it is."""
        job = self.jobs.get(job_id)
        if job is None or job.is_over:
            return job
        running = self.state.running
        if running is not None and job_id in running.job_ids:
            running.job_ids.remove(job_id)
            if not running.job_ids:
                self.state.running = None
        self.state.waiting = [rest for group in self.state.waiting if (rest := [one for one in group if one != job_id])]
        self._finish(job, "cancelled", now, "Cancelled")
        self._start_next(now)
        return job

    def retry(self, job_id: str, now: float) -> Job | None:
        """Run a failed or cancelled job again; finished steps are not. Other jobs stay as they are."""
        job = self.jobs.get(job_id)
        if job is None or job.state not in {"failed", "cancelled"}:
            return job
        job.state, job.error, job.result = "pending", None, None
        job.stages, job.steps_done, job.steps_total = [], 0, 0
        job.started_at = job.finished_at = None
        job.callback = CallbackState()
        job.log(now, "Retried")
        self._enqueue(job, now)
        return job

    def pause(self, seconds: float, now: float) -> bool:
        """Keep builds from starting, so that garbage can be collected; False if one is running."""
        if self.state.running is not None:
            return False
        self.state.paused_until = now + seconds
        return True

    def resume(self, now: float) -> None:
        self.state.paused_until = 0.0
        self._start_next(now)

    # ------------------------------------------------------------------ what workers report

    def claim(self, message: Message, now: float) -> Claim | None:
        """What the message's receiver needs; None if the message is out of date, and nobody wants it done."""
        if message.stage == CALLBACK:
            job = self.jobs.get(message.build)
            if job is None or job.callback.state != "pending" or message.step != str(job.callback.attempts):
                return None
            return Claim(site=self.state.site, build=message.build, spec=job.spec, resolution=None, job=job)
        running = self._running(message.build)
        if running is None or message.step not in running.outstanding:
            return None
        running.outstanding[message.step].heard_at = now
        job = self.jobs[running.job_ids[0]]
        return Claim(
            site=self.state.site, build=running.build_id, spec=running.spec, resolution=running.resolution, job=job
        )

    def advanced(
        self,
        build: str,
        step: str,
        *,
        resolution: Resolution,
        stages: Sequence[Progress],
        pending: Iterable[tuple[str, str]],
        now: float,
    ) -> None:
        """A round has found that these steps, (stage, key), must be run first."""
        running = self._running(build)
        if running is None or step != running.advance_key or running.outstanding.pop(step, None) is None:
            return
        running.resolution = resolution
        for stage, key in pending:
            self._send_step(running, stage, key, now)
        current = stages[-1].stage if stages else None
        for job in self._jobs_of(running):
            job.commit, job.stage, job.stages = resolution.commit, current, _add_stages(job.stages, stages)
            total = sum(item.steps for item in job.stages)
            job.steps_total, job.steps_done = total, total - len(running.outstanding)
            job.log(now, f"Round {running.round}: {len(running.outstanding)} steps to run, {total} known")
        if not running.outstanding:
            self._fail(running, JobError(code="invariant", message="a round found nothing to do, yet no end"), now)

    def step_done(self, build: str, step: str, now: float) -> None:
        running = self._running(build)
        if running is None or step == running.advance_key or running.outstanding.pop(step, None) is None:
            return
        for job in self._jobs_of(running):
            job.steps_done += 1
        if not running.outstanding:
            self._next_round(running, now)

    def step_troubled(self, build: str, step: str, what: str, now: float, *, again_in_s: float = 0.0) -> None:
        """An attempt has failed and will be repeated by the queue, so long from now: until then, silence is right."""
        running = self._running(build)
        if running is None or step not in running.outstanding:
            return
        outstanding = running.outstanding[step]
        outstanding.heard_at, outstanding.trouble = now + again_in_s, what
        for job in self._jobs_of(running):
            job.log(now, f"{outstanding.stage}: {what} (will be tried again)", "warning")

    def step_failed(self, build: str, step: str, error: JobError | None, now: float) -> None:
        """A step has failed for good. Without an error, the last trouble heard of is the reason."""
        running = self._running(build)
        if running is None or step not in running.outstanding:
            return
        outstanding = running.outstanding[step]
        known = outstanding.trouble or "it did not end, and said nothing"
        self._fail(
            running,
            error
            or JobError(code="retries-exhausted", message=f"{outstanding.stage} failed on every attempt: {known}"),
            now,
        )

    def may_publish(self, build: str, step: str) -> bool:
        """Whether the round may move the pointer: nobody has cancelled or overtaken the build."""
        running = self._running(build)
        return running is not None and step == running.advance_key and step in running.outstanding

    def completed(
        self,
        build: str,
        step: str,
        *,
        resolution: Resolution,
        stages: Sequence[Progress],
        result: dict[str, Any],
        diagnostics: Sequence[list[Any]],
        diagnostics_total: int,
        now: float,
    ) -> None:
        """A round has finished the build."""
        running = self._running(build)
        if running is None or step != running.advance_key:
            return
        self.state.running = None
        for job in self._jobs_of(running):
            job.commit, job.stages, job.stage = resolution.commit, _add_stages(job.stages, stages), None
            job.steps_done = job.steps_total = sum(item.steps for item in job.stages)
            job.result = {**result, "steps": _count_steps(job.stages)}
            job.diagnostics, job.diagnostics_total = list(diagnostics), diagnostics_total
            self._finish(job, "completed", now, f"Completed: revision {result.get('revision')}")
        self._start_next(now)

    def callback_done(self, job_id: str, step: str, error: str | None, now: float) -> None:
        """The client was told, or (with `error`) not. Failures are repeated with growing waits."""
        job = self.jobs.get(job_id)
        if job is None or job.callback.state != "pending" or step != str(job.callback.attempts):
            return
        self.changed_jobs.add(job_id)
        job.callback.attempts += 1
        job.callback.error = error
        job.callback.next_at = None
        if error is None:
            job.callback.state = "delivered"
            return
        job.log(now, f"Callback failed: {error}", "warning")
        if job.callback.attempts > len(self.limits.callback_delays_s):
            job.callback.state = "failed"
            return
        self._send_callback(job, self.limits.callback_delays_s[job.callback.attempts - 1], now)

    # ------------------------------------------------------------------ time

    def tick(self, now: float) -> None:
        """Send again what has been silent, end what lasts too long, start what was paused."""
        running = self.state.running
        if running is not None:
            if now - running.started_at > self.limits.max_build_s:
                hours = self.limits.max_build_s / 3600
                self._fail(running, JobError(code="timeout", message=f"the build took more than {hours:g} hours"), now)
            else:
                self._send_silent(running, now)
        for job in self.jobs.values():
            due = job.callback.next_at
            if job.callback.state == "pending" and due is not None and now >= due + self.limits.silent_s:
                self._send_callback(job, 0.0, now)
        self._start_next(now)

    def next_alarm(self) -> float | None:
        """When `tick` has something to do next; None: not before another event."""
        times: list[float] = []
        running = self.state.running
        if running is not None:
            times += [item.heard_at + self.limits.silent_s for item in running.outstanding.values()]
            times.append(running.started_at + self.limits.max_build_s)
        elif self.state.waiting:
            times.append(self.state.paused_until)
        for job in self.jobs.values():
            if job.callback.state == "pending" and job.callback.next_at is not None:
                times.append(job.callback.next_at + self.limits.silent_s)
        return min(times, default=None)

    # ------------------------------------------------------------------ inside

    def _running(self, build: str) -> RunningBuild | None:
        running = self.state.running
        return running if running is not None and running.build_id == build else None

    def _jobs_of(self, running: RunningBuild) -> list[Job]:
        self.changed_jobs.update(running.job_ids)
        return [self.jobs[job_id] for job_id in running.job_ids]

    def _enqueue(self, job: Job, now: float) -> None:
        """Wait, together with jobs that want the same: one build serves them all, of the newest commit."""
        self.changed_jobs.add(job.job_id)
        for group in self.state.waiting:
            if self.jobs[group[0]].spec.key == job.spec.key:
                group.append(job.job_id)
                break
        else:
            self.state.waiting.append([job.job_id])
        self._start_next(now)

    def _start_next(self, now: float) -> None:
        if self.state.running is not None or not self.state.waiting or now < self.state.paused_until:
            return
        group = self.state.waiting.pop(0)
        jobs = [self.jobs[job_id] for job_id in group]
        for job in jobs:
            self.changed_jobs.add(job.job_id)
            job.attempts += 1
            job.state, job.started_at = "processing", now
            job.log(now, "Started")
        build_id = f"{jobs[0].job_id}.{jobs[0].attempts}"
        newest = max(jobs, key=lambda job: job.created_at)
        running = RunningBuild(build_id=build_id, job_ids=group, spec=newest.spec, started_at=now)
        self.state.running = running
        self._send_step(running, ADVANCE, running.advance_key, now)

    def _next_round(self, running: RunningBuild, now: float) -> None:
        running.round += 1
        if running.round > self.limits.max_rounds:
            message = f"the build has not ended after {self.limits.max_rounds} rounds: finished steps keep vanishing"
            self._fail(running, JobError(code="invariant", message=message), now)
        else:
            self._send_step(running, ADVANCE, running.advance_key, now)

    def _send_step(self, running: RunningBuild, stage: str, key: str, now: float) -> None:
        running.outstanding[key] = Outstanding(stage=stage, heard_at=now)
        self.outbox.append((Message(site=self.state.site, build=running.build_id, stage=stage, step=key), 0.0))

    def _send_silent(self, running: RunningBuild, now: float) -> None:
        for key, item in running.outstanding.items():
            if now - item.heard_at < self.limits.silent_s:
                continue
            if item.sends >= self.limits.max_sends:
                self.step_failed(running.build_id, key, None, now)
                return
            item.sends, item.heard_at = item.sends + 1, now
            message = Message(site=self.state.site, build=running.build_id, stage=item.stage, step=key)
            self.outbox.append((message, 0.0))

    def _send_callback(self, job: Job, delay_s: float, now: float) -> None:
        self.changed_jobs.add(job.job_id)
        job.callback.next_at = now + delay_s
        message = Message(site=self.state.site, build=job.job_id, stage=CALLBACK, step=str(job.callback.attempts))
        self.outbox.append((message, delay_s))

    def _fail(self, running: RunningBuild, error: JobError, now: float) -> None:
        self.state.running = None
        for job in self._jobs_of(running):
            job.error = error
            self._finish(job, "failed", now, f"Failed: {error.message}")
        self._start_next(now)

    def _finish(self, job: Job, state: Any, now: float, what: str) -> None:
        self.changed_jobs.add(job.job_id)
        job.state, job.finished_at = state, now
        job.log(now, what, "error" if state == "failed" else "info")
        if job.callback_url is not None:
            job.callback = CallbackState(state="pending")
            self._send_callback(job, 0.0, now)

    def _forget_old_jobs(self, now: float) -> None:
        """Oldest first, once there are more than are kept; never what is of use to somebody."""
        over = [job for job in self.jobs.values() if job.is_over and job.callback.state != "pending"]
        over.sort(key=lambda job: job.finished_at or 0.0)
        surplus = len(over) - self.limits.max_jobs
        for number, job in enumerate(over[: max(0, len(over) - self.limits.kept_jobs)]):
            if number < surplus or now - (job.finished_at or 0.0) > self.limits.remembered_s:
                del self.jobs[job.job_id]
                self.changed_jobs.discard(job.job_id)
                self.dropped_jobs.add(job.job_id)


def _add_stages(before: Sequence[Progress], now: Sequence[Progress]) -> list[Progress]:
    """Those of now, after those that only earlier rounds have had: what was fetched is not asked for again.

    A later round finds done what an earlier one has asked for, so the fewest steps found done were an earlier build's.
    """
    known = {item.stage: item.reused for item in before}
    names = {item.stage for item in now}
    counted = [item.model_copy(update={"reused": min(item.reused, known.get(item.stage, item.reused))}) for item in now]
    return [*(item for item in before if item.stage not in names), *counted]


def _count_steps(stages: Sequence[Progress]) -> dict[str, dict[str, int]]:
    """By stage: how many steps the build has run, and how many it found done."""
    return {
        "run": {item.stage: item.steps - item.reused for item in stages},
        "reused": {item.stage: item.reused for item in stages},
    }
