"""Blobs: read as JSON or raw, and made."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from tests.standins.github_api.calls import REPOSITORY, ApiError, ApiRoute, Call, not_found, reply, unprocessable
from tests.standins.github_api.documents import node_id
from tests.standins.github_api.routes_refs import refuse_when_empty

if TYPE_CHECKING:
    from tests.standins.github_api.git_objects import GitObject

_SHA = re.compile(r"[0-9a-f]{40}")
_TOO_LARGE = (
    "This API returns blobs up to 100 MB in size. The requested blob is too large to fetch via the API, "
    "but you can always clone down the repository via Git in order to view it."
)


def get_blob(call: Call) -> Response | dict[str, Any]:
    refuse_when_empty(call.repository)
    sha = call.params["sha"]
    if not _SHA.fullmatch(sha):
        raise unprocessable("The sha parameter must be exactly 40 characters and contain only [0-9a-f].")
    blob = call.repository.read(sha, "blob")
    if blob is None:
        raise not_found()
    refuse_when_large(call, blob)
    if call.media == "raw":
        return reply_raw(blob.content)
    return {
        "sha": sha,
        "node_id": node_id("Blob", call.repository.id, sha),
        "size": blob.size,
        "url": f"{call.repository_url}/git/blobs/{sha}",
        "content": encode_lines(blob.content),
        "encoding": "base64",
    }


def create_blob(call: Call) -> Response:
    (content,) = call.require(content=str)
    refuse_when_empty(call.repository)
    encoding = call.given.get("encoding", "utf-8")
    if encoding not in {"utf-8", "base64"}:
        raise unprocessable(f"Invalid request.\n\nFor 'properties/encoding', \"{encoding}\" is not utf-8 or base64.")
    try:
        raw = base64.b64decode("".join(content.split()), validate=True) if encoding == "base64" else content.encode()
    except (binascii.Error, UnicodeEncodeError):
        raise unprocessable("content is not valid Base64") from None
    sha = call.repository.writer.write("blob", raw)
    url = f"{call.repository_url}/git/blobs/{sha}"
    return reply({"sha": sha, "url": url}, 201, {"location": url})


def refuse_when_large(call: Call, blob: GitObject) -> None:
    """Raises: ApiError 403 beyond what the API returns at all."""
    if blob.size > call.hub.limits.blob_bytes:
        error = {"resource": "Blob", "field": "data", "code": "too_large"}
        raise ApiError(403, _TOO_LARGE, errors=[error])


def reply_raw(content: bytes) -> Response:
    return Response(content, media_type="application/vnd.github.raw+json; charset=utf-8")


def encode_lines(content: bytes) -> str:
    """Base64 in lines of 60 characters, each with its end, as GitHub writes it."""
    encoded = base64.b64encode(content).decode()
    return "".join(encoded[at : at + 60] + "\n" for at in range(0, len(encoded), 60))


ROUTES = [
    ApiRoute("GET", REPOSITORY + "/git/blobs/{sha}", get_blob, "rest/git/blobs#get-a-blob"),
    ApiRoute("POST", REPOSITORY + "/git/blobs", create_blob, "rest/git/blobs#create-a-blob"),
]
