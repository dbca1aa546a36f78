"""Jobs from outside: handing them to their site's coordinator, and finding them again by their id alone."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter, ValidationError

from shared.domain.job_views import JobSummary, to_iso
from shared.domain.jobs import Job, SiteName
from shared.errors import ConflictError, InputError, UpstreamError
from shared.usecases.coordinate_site import job_cache_key
from shared.usecases.sweep_sites import remember_site

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from shared.domain.jobs import JobRequest
    from shared.ports import Cache, Coordinator, ObjectStore

__all__ = ["delivery_job_id", "find_job", "list_jobs", "new_job_id", "no_job", "owner_of", "submit_job"]

_SITE_NAMES: Final = TypeAdapter(SiteName)
_MAX_LISTED: Final = 5_000


def delivery_job_id(service: str, delivery: str, site: str) -> str:
    """The id of the job that a delivery starts for a site: the same delivery is the same job."""
    content = "\0".join((service, delivery, site)).encode("utf-8", "surrogatepass")
    return f"{site}.{sha256(content).hexdigest()[:32]}"


def new_job_id(site: str, random: str) -> str:
    return f"{site}.{random}"


async def submit_job(
    request: JobRequest, *, coordinator: Callable[[str], Coordinator], private: ObjectStore, cache: Cache
) -> tuple[Job, bool]:
    """The job, and whether it is new.

    Raises:
        ConflictError: the id is known as that of another site's job.
    """
    owner = await _copied_owner(request.job_id, cache)
    if owner not in {None, request.site}:
        raise ConflictError(f"the job {request.job_id} is one of another site", code="job-id-taken")
    await remember_site(request.site, private)
    return await coordinator(request.site).submit(request)


async def owner_of(job_id: str, cache: Cache) -> str:
    """The site whose job it may be: the public copy says, or the id itself, if it was made here.

    Raises:
        InputError: no job is known by this id.
    """
    site = await _copied_owner(job_id, cache) or _named_owner(job_id)
    if site is None:
        raise no_job(job_id)
    return site


async def find_job(job_id: str, *, coordinator: Callable[[str], Coordinator], cache: Cache) -> tuple[Job, bool]:
    """The job as its coordinator knows it; or, if that does not answer, its public copy, and True: it may be old.

    Raises:
        InputError: there is no such job.
        UpstreamError: the coordinator does not answer, and there is no copy.
    """
    copy = await _copy(job_id, cache)
    site = copy.site if copy else _named_owner(job_id)
    if site is None:
        raise no_job(job_id)
    try:
        job = await coordinator(site).job(job_id)
    except UpstreamError:
        if copy is None:
            raise
        return copy, True
    if job is None:
        raise no_job(job_id)
    return job, False


async def list_jobs(
    *,
    coordinator: Callable[[str], Coordinator],
    cache: Cache,
    site: str | None = None,
    state: str | None = None,
    limit: int,
) -> list[JobSummary]:
    """Newest first. Of one site, as its coordinator knows them; of all, from the public copies, which may lag."""
    if site is not None:
        jobs = await coordinator(site).jobs()
        found = [_summarise(job.job_id, _summary_of(job)) for job in jobs]
    else:
        found = []
        async for key, summary in cache.list(job_cache_key("")):
            found.append(_summarise(key.removeprefix(job_cache_key("")), summary))
            if len(found) >= _MAX_LISTED:
                break
    wanted = [item for item in found if item is not None and state in {None, item.state}]
    return sorted(wanted, key=lambda item: (item.created_at, item.job_id), reverse=True)[:limit]


def no_job(job_id: str) -> InputError:
    return InputError(f"there is no job {job_id[:100]}", code="no-job")


async def _copy(job_id: str, cache: Cache) -> Job | None:
    data = await cache.get(job_cache_key(job_id))
    try:
        return Job.model_validate_json(data) if data is not None else None
    except ValidationError:  # of another version of Inkdex
        return None


async def _copied_owner(job_id: str, cache: Cache) -> str | None:
    copy = await _copy(job_id, cache)
    return copy.site if copy else None


def _named_owner(job_id: str) -> str | None:
    """Of ids that are made here, the site comes before the dot."""
    site, dot, _ = job_id.partition(".")
    try:
        return _SITE_NAMES.validate_python(site) if dot else None
    except ValidationError:
        return None


def _summary_of(job: Job) -> dict[str, str]:
    return {"site": job.site, "task": job.spec.task, "state": job.state, "createdAt": str(job.created_at)}


def _summarise(job_id: str, summary: Mapping[str, Any]) -> JobSummary | None:
    try:
        created_at = to_iso(float(summary["createdAt"]))
        return JobSummary.model_validate({**summary, "jobId": job_id, "createdAt": created_at})
    except (ValidationError, KeyError, ValueError):  # of another version of Inkdex
        return None
