"""The job API: look at jobs, stop them, run them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from pydantic import BaseModel, TypeAdapter

from functions.endpoints import Endpoint, Query, answer_json
from functions.incoming import check_site, deployment_of, origin_of, require_api_token
from shared.domain.job_views import JobSummary, JobView, view_job
from shared.domain.jobs import JobId, JobState
from shared.errors import ConflictError, InputError
from shared.usecases.track_jobs import find_job, list_jobs, no_job, owner_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from shared.domain.jobs import Job

__all__ = ["ENDPOINTS", "JobList"]

_JOB_IDS: Final = TypeAdapter(JobId)
_DEFAULT_LIMIT: Final = 50
_MAX_LIMIT: Final = 500


class JobList(BaseModel):
    jobs: list[JobSummary]


async def _show_job(request: Request) -> Response:
    deployment = deployment_of(request)
    require_api_token(request)
    job, stale = await find_job(_job_id(request), coordinator=deployment.coordinator, cache=deployment.cache)
    return _answer_job(request, job, stale=stale)


async def _show_jobs(request: Request) -> Response:
    deployment = deployment_of(request)
    require_api_token(request)
    site, state = request.query_params.get("site"), request.query_params.get("state")
    limit = request.query_params.get("limit", str(_DEFAULT_LIMIT))
    if site is not None:
        check_site(site)
    if state is not None and state not in get_args(JobState):
        raise InputError(f"state is one of {', '.join(get_args(JobState))}")
    if not (limit.isascii() and limit.isdigit() and 1 <= int(limit[:9]) <= _MAX_LIMIT):
        raise InputError(f"limit is a number from 1 to {_MAX_LIMIT}")
    jobs = await list_jobs(
        coordinator=deployment.coordinator, cache=deployment.cache, site=site, state=state, limit=int(limit)
    )
    return answer_json(JobList(jobs=jobs))


async def _cancel_job(request: Request) -> Response:
    deployment = deployment_of(request)
    require_api_token(request)
    job_id = _job_id(request)
    job = await deployment.coordinator(await owner_of(job_id, deployment.cache)).cancel(job_id)
    if job is None:
        raise no_job(job_id)
    if job.state != "cancelled":
        raise ConflictError(f"the job is {job.state}: there is nothing to cancel", code="job-is-over")
    return _answer_job(request, job)


async def _retry_job(request: Request) -> Response:
    deployment = deployment_of(request)
    require_api_token(request)
    job_id = _job_id(request)
    coordinator = deployment.coordinator(await owner_of(job_id, deployment.cache))
    before = await coordinator.job(job_id)
    if before is None:
        raise no_job(job_id)
    if before.state not in {"failed", "cancelled"}:
        raise ConflictError(
            f"the job is {before.state}; only failed and cancelled ones run again", code="job-not-failed"
        )
    job = await coordinator.retry(job_id)
    if job is None:
        raise no_job(job_id)
    return _answer_job(request, job, status=202)


def _job_id(request: Request) -> str:
    job_id = str(request.path_params["job_id"])
    try:
        return _JOB_IDS.validate_python(job_id)
    except ValueError:
        raise no_job(job_id) from None


def _answer_job(request: Request, job: Job, *, stale: bool = False, status: int = 200) -> Response:
    now = deployment_of(request).now()
    return answer_json(view_job(job, origin=origin_of(request), now=now, stale=stale), status)


ENDPOINTS = (
    Endpoint(
        "GET",
        "/jobs",
        _show_jobs,
        "Jobs, newest first",
        access="api",
        answers={200: JobList},
        refuses=(401, 422),
        query=(
            Query("site", "Only of this site, as its coordinator knows them; without it, from copies that may lag"),
            Query("state", f"One of {', '.join(get_args(JobState))}"),
            Query("limit", f"At most so many, 1 to {_MAX_LIMIT}; {_DEFAULT_LIMIT} unless said"),
        ),
    ),
    Endpoint(
        "GET", "/jobs/{job_id}", _show_job, "One job", access="api", answers={200: JobView}, refuses=(401, 404, 503)
    ),
    Endpoint(
        "POST",
        "/jobs/{job_id}/cancel",
        _cancel_job,
        "Stop a job that is not over",
        access="api",
        answers={200: JobView},
        refuses=(401, 404, 409),
    ),
    Endpoint(
        "POST",
        "/jobs/{job_id}/retry",
        _retry_job,
        "Run a failed or cancelled job again; steps that are done stay done",
        access="api",
        answers={202: JobView},
        refuses=(401, 404, 409),
    ),
)
