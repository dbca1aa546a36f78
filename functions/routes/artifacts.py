"""Published files, for every site's visitors. The Worker answers most such requests without coming here."""

from __future__ import annotations

import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from starlette.responses import Response, StreamingResponse

from functions.endpoints import Endpoint
from functions.failures import Refusal
from functions.incoming import deployment_of
from shared.domain.http_files import CROSS_ORIGIN, FileRequest, StoredFile, caching_of, decide
from shared.domain.public_names import PublicName, find_public_name
from shared.errors import ConflictError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

    from functions.deployment import Deployment
    from shared.domain.http_files import FileAnswer

__all__ = ["ENDPOINTS", "not_found"]

_MAX_TRIES: Final = 3
"""A file may be replaced between looking at it and reading it."""
_NOSNIFF: Final = {"X-Content-Type-Options": "nosniff"}


async def _serve(request: Request) -> Response:
    name = find_public_name(str(request.path_params["name"]))
    if name is None:
        raise not_found()
    headers = {**_NOSNIFF, **CROSS_ORIGIN, "Cache-Control": caching_of(changing=name.changing)}
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={**headers, "Allow": "GET, HEAD, OPTIONS"})
    for _ in range(_MAX_TRIES):
        with suppress(ConflictError):
            return await _answer(request, name, headers, deployment_of(request))
    raise ConflictError(f"{name.key} is being replaced over and over")


def not_found() -> Refusal:
    """Pages that read artifacts from another origin must be able to see the status."""
    headers = {**_NOSNIFF, **CROSS_ORIGIN, "Cache-Control": "no-store"}
    return Refusal(404, "not-found", "nothing is published here", headers)


async def _answer(request: Request, name: PublicName, headers: dict[str, str], deployment: Deployment) -> Response:
    stored = await deployment.reader.find(name.key)
    if stored is None:
        raise not_found()
    file = StoredFile(stored.version, stored.size_bytes, packed=stored.packed, changing=name.changing)
    answer = decide(FileRequest.read(request.method, request.headers.get), file)
    headers = {**headers, **answer.headers}
    if answer.form == "none" or request.method == "HEAD":
        return Response(status_code=answer.status, headers=headers, media_type=name.media_type)
    body = await _start(_body(answer, name, stored.version, stored.size_bytes, deployment))
    return StreamingResponse(body, answer.status, headers=headers, media_type=name.media_type)


def _body(
    answer: FileAnswer, name: PublicName, version: str, size_bytes: int, deployment: Deployment
) -> AsyncIterator[bytes]:
    if answer.form == "stored":
        return deployment.reader.read(name.key, version, answer.offset, answer.size_bytes)
    whole = deployment.reader.read(name.key, version, 0, size_bytes)
    return _unpack(whole) if answer.form == "unpacked" else whole


async def _unpack(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    unpacker = zlib.decompressobj(wbits=31)
    async for piece in pieces:
        if data := unpacker.decompress(piece):
            yield data
    yield unpacker.flush()


async def _start(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Wait for the first piece, so that what cannot be read becomes an answer of its own rather than a broken one."""
    first = await anext(pieces, b"")

    async def rest() -> AsyncIterator[bytes]:
        yield first
        async for piece in pieces:
            yield piece

    return rest()


ENDPOINTS = (
    Endpoint(
        "GET",
        "/{name:path}",
        _serve,
        "A published file, as docs/format.md names them: validators, one range, gzip, from every origin",
        answers={200: "application/octet-stream", 206: "application/octet-stream", 304: None, 416: None},
        refuses=(404,),
        cross_origin=True,
    ),
)
