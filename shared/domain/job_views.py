"""A job as the API shows it: times in ISO 8601, links to what it made."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from shared.domain.jobs import CallbackState, Job, JobError, JobId, JobState, SiteName, Task, Trigger

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DiagnosticView", "JobSummary", "JobView", "LogView", "StepsView", "links_of", "to_iso", "view_job"]

_LINKS: Final[dict[str, tuple[str, ...]]] = {
    "build-assets": ("manifest", "posts", "media", "report"),
    "build-database": ("manifest", "database", "report"),
}
"""What a task was for; of all others, everything."""
_DIAGNOSTIC_FIELDS: Final = ("path", "line", "code", "message", "severity")


class _View(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class StepsView(_View):
    done: int
    total: int


class LogView(_View):
    at: str
    level: str
    message: str


class DiagnosticView(_View):
    path: str
    line: int | None = None
    code: str
    message: str
    severity: str = "warning"


class JobSummary(_View):
    """An entry of `GET /jobs`."""

    job_id: JobId
    site: SiteName
    task: Task
    state: JobState
    created_at: str


class JobView(JobSummary):
    """A job. `stale`: its coordinator does not answer, so this is what was last heard; `duration` in milliseconds."""

    trigger: Trigger
    stage: str | None
    steps: StepsView
    started_at: str | None
    finished_at: str | None
    duration: int
    attempts: int
    commit: str | None
    ref: str
    diagnostics: list[DiagnosticView]
    diagnostics_total: int
    logs: list[LogView]
    error: JobError | None
    result: dict[str, Any] | None
    callback: CallbackState
    stale: bool = False


def to_iso(seconds: float) -> str:
    """UTC, in milliseconds."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def links_of(task: Task, files: Mapping[str, str], origin: str) -> dict[str, str]:
    """Addresses of those files of a result that the task was for."""
    wanted = _LINKS.get(task, tuple(files))
    return {name: f"{origin.rstrip('/')}/{files[name]}" for name in wanted if name in files}


def view_job(job: Job, *, origin: str, now: float, stale: bool = False) -> JobView:
    """What the API says of a job. `origin`: the deployment's address."""
    result = job.result
    if result is not None:
        result = {**result, "links": links_of(job.spec.task, result.get("files", {}), origin)}
    return JobView(
        job_id=job.job_id,
        site=job.site,
        task=job.spec.task,
        state=job.state,
        created_at=to_iso(job.created_at),
        trigger=job.trigger,
        stage=job.stage,
        steps=StepsView(done=job.steps_done, total=job.steps_total),
        started_at=None if job.started_at is None else to_iso(job.started_at),
        finished_at=None if job.finished_at is None else to_iso(job.finished_at),
        duration=job.duration_ms(now),
        attempts=job.attempts,
        commit=job.commit,
        ref=job.spec.ref,
        diagnostics=[_view_diagnostic(row) for row in job.diagnostics],
        diagnostics_total=job.diagnostics_total,
        logs=[LogView(at=to_iso(line.at), level=line.level, message=line.message) for line in job.logs],
        error=job.error,
        result=result,
        callback=job.callback,
        stale=stale,
    )


def _view_diagnostic(row: object) -> DiagnosticView:
    """Rows are lists, in the order of a diagnostic's fields, or objects as reports have them."""
    if isinstance(row, list):
        row = dict(zip(_DIAGNOSTIC_FIELDS, row, strict=False))
    return DiagnosticView.model_validate(row)
