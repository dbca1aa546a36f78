"""Tell a job's client, by a signed POST to its callback URL, what became of the job."""

from __future__ import annotations

import hmac
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from shared.domain.encoding import to_json
from shared.domain.job_views import links_of
from shared.domain.jobs import CallbackBody
from shared.errors import Unavailable

if TYPE_CHECKING:
    from shared.domain.jobs import Job
    from shared.ports import HttpClient

__all__ = ["SIGNATURE_HEADER", "callback_body", "sign_callback", "tell_client"]

SIGNATURE_HEADER = "x-inkdex-signature"
_TIMEOUT_S = 15.0


def callback_body(job: Job, public_url: str) -> bytes:
    """The body that is posted: the same for every attempt. `public_url` makes the result's links absolute."""
    result = job.result
    if result is not None:
        result = {**result, "links": links_of(job.spec.task, result["files"], public_url)}
    elif job.error is not None:
        result = {"error": job.error.model_dump()}
    end = job.finished_at or job.created_at
    ended = datetime.fromtimestamp(end, UTC)
    body = CallbackBody(
        job_id=job.job_id,
        status=job.state,
        result=result,
        processed_at=ended.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        duration=job.duration_ms(end),
        logs=[line.message for line in job.logs if line.at <= end],
    )
    return to_json(body.model_dump(mode="json", by_alias=True))


def sign_callback(key: bytes, body: bytes) -> str:
    """The value of the signature header: HMAC-SHA256 over the body, as GitHub signs its hooks."""
    return "sha256=" + hmac.new(key, body, sha256).hexdigest()


async def tell_client(job: Job, http: HttpClient, *, key: bytes, public_url: str) -> str | None:
    """Post the callback once; what went wrong, or None if the client has taken it."""
    if job.callback_url is None:
        return None
    body = callback_body(job, public_url)
    headers = {
        "content-type": "application/json",
        "user-agent": "Inkdex",
        "x-inkdex-job": job.job_id,
        SIGNATURE_HEADER: sign_callback(key, body),
    }
    try:
        answer = await http.send("POST", job.callback_url, headers=headers, body=body, timeout_s=_TIMEOUT_S)
    except Unavailable as error:
        return error.message
    if 200 <= answer.status < 300:
        return None
    if 300 <= answer.status < 400:
        return f"the callback URL answers {answer.status}: redirects are not followed, name the final address"
    return f"the callback URL answers {answer.status}"
