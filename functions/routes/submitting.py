"""What all routes that start jobs answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from functions.endpoints import answer_json
from shared.domain.jobs import BuildSpec, JobRequest
from shared.domain.repositories import source_of
from shared.usecases.track_jobs import submit_job

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response

    from functions.deployment import Deployment
    from shared.domain.jobs import Trigger
    from shared.domain.sites import SiteEntry

__all__ = ["Accepted", "AcceptedJob", "Ignored", "request_build", "submit_all"]


class _Wire(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class AcceptedJob(_Wire):
    """`new`: it was not known before; a delivery that comes again finds the job that it started."""

    job_id: str
    site: str
    new: bool


class Accepted(_Wire):
    """202. `jobId` is that of the first of `jobs`."""

    status: str = "accepted"
    job_id: str
    jobs: list[AcceptedJob]


class Ignored(_Wire):
    """200: nothing is to be built, and why."""

    status: str = "ignored"
    reason: str


async def submit_all(requests: Sequence[JobRequest], deployment: Deployment) -> Response:
    """Hand over the jobs; 202 says that they will not be lost."""
    jobs = []
    for request in requests:
        job, is_new = await submit_job(
            request, coordinator=deployment.coordinator, private=deployment.private, cache=deployment.cache
        )
        jobs.append(AcceptedJob(job_id=job.job_id, site=job.site, new=is_new))
    return answer_json(Accepted(job_id=jobs[0].job_id, jobs=jobs), 202)


def request_build(
    entry: SiteEntry, *, job_id: str, trigger: Trigger, ref: str, note: str, follows: str = ""
) -> JobRequest:
    """A registered site, built and published as its entry says. `ref`, `follows`: as in `BuildSpec`."""
    settings = dict(entry.settings)
    if entry.title:
        settings["site"] = {"title": entry.title, **settings.get("site", {})}
    source = source_of(entry.origin, entry.folder)
    spec = BuildSpec(task="process-all", source=source, ref=ref, follows=follows, settings=settings)
    return JobRequest(job_id=job_id, site=entry.name, spec=spec, trigger=trigger, note=note)
