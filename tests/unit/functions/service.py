"""A deployment as its clients see it: the same checks run against any address that has these tokens."""

from __future__ import annotations

import asyncio
import hmac
import io
import json
import tarfile
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

__all__ = ["ADMIN_TOKEN", "API_TOKEN", "MAX_BODY_BYTES", "SECRET", "Service", "make_archive", "push_body", "sign"]

ADMIN_TOKEN = "admin-0123456789"
API_TOKEN = "api-0123456789"
SECRET = "secret-of-a-deployment-0123456789"
MAX_BODY_BYTES = 50_000

_SOME_SECONDS = 60.0


@dataclass
class Service:
    """`client` asks without credentials."""

    client: httpx.AsyncClient

    async def as_admin(self, method: str, path: str, **options: Any) -> httpx.Response:
        return await self._send(method, path, ADMIN_TOKEN, options)

    async def as_client(self, method: str, path: str, **options: Any) -> httpx.Response:
        return await self._send(method, path, API_TOKEN, options)

    async def _send(self, method: str, path: str, token: str, options: dict[str, Any]) -> httpx.Response:
        headers = {"authorization": f"Bearer {token}", **options.pop("headers", {})}
        return await self.client.request(method, path, headers=headers, **options)

    async def register(self, name: str, **settings: object) -> dict[str, Any]:
        """What an admin is told of a new site."""
        answer = await self.as_admin("PUT", f"/admin/sites/{name}", json={"repository": "acme/handbook", **settings})
        assert answer.status_code in {200, 201}, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def push(
        self, secret: str, payload: Mapping[str, object], *, delivery: str = "d-1", **headers: str
    ) -> httpx.Response:
        """A push as GitHub sends it."""
        body = json.dumps(payload).encode()
        return await self.client.post(
            "/hooks/github",
            content=body,
            headers={
                "content-type": "application/json",
                "x-github-event": "push",
                "x-github-delivery": delivery,
                "x-hub-signature-256": sign(secret, body),
                **{name.replace("_", "-"): value for name, value in headers.items()},
            },
        )

    async def publish(self, site: str, files: Mapping[str, str], task: str = "process-all") -> dict[str, Any]:
        """A site from an archive; the finished job."""
        uploaded = await self.as_client("POST", "/upload", content=make_archive(files))
        assert uploaded.status_code == 201, uploaded.text
        order = {"task": task, "data": {"site": site, "archive": uploaded.json()["key"]}}
        started = await self.as_client("POST", "/process", json=order)
        assert started.status_code == 202, started.text
        return await self.wait(started.json()["jobId"])

    async def job(self, job_id: str) -> dict[str, Any]:
        answer = await self.as_client("GET", f"/jobs/{job_id}")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def wait(self, job_id: str) -> dict[str, Any]:
        """The job once it is over, in whatever way."""
        async with asyncio.timeout(_SOME_SECONDS):
            while (job := await self.job(job_id))["state"] in {"pending", "processing"}:  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        return job


def sign(secret: str, body: bytes) -> str:
    return "sha256=" + hmac.new(secret.encode(), body, sha256).hexdigest()


def make_archive(files: Mapping[str, str]) -> bytes:
    """A tar.gz, as GitHub makes them: everything in one folder."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for path, text in files.items():
            data = text.encode()
            entry = tarfile.TarInfo(f"site-main/{path}")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return buffer.getvalue()


def push_body(**changes: object) -> dict[str, object]:
    """What GitHub says of a push of one commit to `main` of acme/handbook."""
    commit = {"id": "b" * 40, "added": ["docs/new.md"], "removed": [], "modified": ["docs/index.md"]}
    return {
        "ref": "refs/heads/main",
        "before": "a" * 40,
        "after": "b" * 40,
        "created": False,
        "deleted": False,
        "forced": False,
        "commits": [commit],
        "repository": {"full_name": "acme/handbook", "default_branch": "main"},
        "pusher": {"name": "ada"},
        **changes,
    }
