"""Whose jobs may use the deployment's tokens."""

from __future__ import annotations

from shared.adapters.memory.object_store import MemoryStore
from shared.domain.job_requests import ProcessRequest
from shared.domain.sites import SiteSettings
from shared.usecases.accept_job import accept_job
from shared.usecases.manage_sites import put_site


async def accept(private: MemoryStore, repository: str, *, is_known: bool) -> bool:
    wanted = ProcessRequest.model_validate({"jobId": "1", "task": "process-all", "data": {"repoUrl": repository}})
    job = await accept_job(wanted, private, is_known=is_known, max_upload_bytes=1_000, new_id=lambda: "0" * 32)
    return job.spec.trusted


async def test_tokens_serve_those_who_have_one_and_registered_sites() -> None:
    private = MemoryStore()
    await put_site("docs", SiteSettings(repository="octocat/docs"), private, now=0.0)
    assert await accept(private, "octocat/secret", is_known=True)
    assert await accept(private, "octocat/docs", is_known=False)
    assert not await accept(private, "octocat/secret", is_known=False)
