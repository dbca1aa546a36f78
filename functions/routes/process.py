"""Starting jobs: `POST /process`, in the shape of the service before this one, and archives for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pydantic import BaseModel

from functions.endpoints import Endpoint, answer_json
from functions.incoming import deployment_of, has_token, read_body, read_json, require_api_token, validate
from functions.routes.submitting import Accepted, submit_all
from shared.domain.callback_urls import check_callback_url
from shared.domain.job_requests import ProcessRequest, check_task
from shared.errors import InputError
from shared.usecases.accept_job import accept_job, store_archive

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

__all__ = ["ENDPOINTS", "Uploaded", "Welcome"]

_INLINE_ARCHIVE: Final = 7 / 5
"""An archive in JSON takes a third more than the archive, and there is something around it."""


class Welcome(BaseModel):
    """What runs here, and where to read on."""

    name: str = "inkdex"
    status: str = "ok"
    routes: dict[str, str]


class Uploaded(BaseModel):
    """`key`: what to give as `data.archive`."""

    key: str
    bytes: int


async def _welcome(_: Request) -> Response:
    routes = {"api": "/openapi.json", "health": "/health", "process": "/process", "jobs": "/jobs"}
    return answer_json(Welcome(routes=routes))


async def _process(request: Request) -> Response:
    deployment = deployment_of(request)
    require_api_token(request)
    settings = deployment.settings
    body = await read_body(request, max(settings.max_body_bytes, int(settings.max_upload_bytes * _INLINE_ARCHIVE)))
    wanted = _read_request(body)
    if wanted.callback_url is not None:
        check_callback_url(wanted.callback_url, settings.callback_hosts)
    job = await accept_job(
        wanted,
        deployment.private,
        is_known=has_token(request, settings.api_token),
        max_upload_bytes=settings.max_upload_bytes,
        new_id=deployment.new_id,
    )
    return await submit_all([job], deployment)


async def _upload(request: Request) -> Response:
    deployment = deployment_of(request)
    require_api_token(request)
    limit = deployment.settings.max_upload_bytes
    archive = await read_body(request, limit)
    key = await store_archive(archive, deployment.private, limit)
    return answer_json(Uploaded(key=key, bytes=len(archive)), 201)


async def _later(_: Request) -> Response:
    raise InputError("inference over HTTP comes in a later version", code="not-yet")


def _read_request(body: bytes) -> ProcessRequest:
    content = read_json(body)
    if isinstance(content, dict):
        check_task(content.get("task"))
    return validate(ProcessRequest, content)


ENDPOINTS = (
    Endpoint("GET", "/", _welcome, "What runs here", answers={200: Welcome}),
    Endpoint(
        "POST",
        "/process",
        _process,
        "Start a job",
        access="api",
        body=ProcessRequest,
        example={
            "jobId": "42",
            "task": "process-all",
            "data": {"repoUrl": "https://github.com/acme/handbook", "branch": "main", "distFolder": "dist"},
            "callbackUrl": "https://example.com/done",
        },
        answers={202: Accepted},
        refuses=(400, 401, 409, 413, 422),
    ),
    Endpoint(
        "POST",
        "/upload",
        _upload,
        "Keep an archive, tar.gz or zip, for a job",
        access="api",
        body="application/octet-stream",
        answers={201: Uploaded},
        refuses=(401, 413, 422),
    ),
    Endpoint("POST", "/inference/{name:path}", _later, "Not yet", access="public", refuses=(422,)),
)
