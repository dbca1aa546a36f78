"""Published files from the bucket to the visitor: the decision is made in Python, the bytes never come near it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import js

from functions.bindings.javascript import is_nothing, to_js_value, translated
from shared.domain.http_files import CROSS_ORIGIN, FileRequest, StoredFile, caching_of, decide, takes_gzip

if TYPE_CHECKING:
    from shared.domain.http_files import FileAnswer
    from shared.domain.public_names import PublicName

__all__ = ["answer_file"]

_MAX_TRIES: Final = 3
_NOSNIFF: Final = {"X-Content-Type-Options": "nosniff"}


async def answer_file(bucket: Any, request: Any, name: PublicName) -> Any | None:
    """A JavaScript `Response`; None: there is no such file, or it is being replaced over and over."""
    wanted = _read_request(request)
    headers = {
        **_NOSNIFF,
        **CROSS_ORIGIN,
        "Cache-Control": caching_of(changing=name.changing),
        "Content-Type": name.media_type,
    }
    for _ in range(_MAX_TRIES):
        with translated(lambda _: None, "R2"):
            # Most requests want the whole file: one call finds it and begins to read.
            is_simple = wanted.method == "GET" and not (wanted.range or wanted.if_none_match)
            found = await (bucket.get(name.key) if is_simple else bucket.head(name.key))
            if is_nothing(found):
                return None
            answer = decide(wanted, _describe(found, name))
            if answer.form == "none" or wanted.method == "HEAD":
                return _respond(None, answer, headers)
            if not is_simple:
                found = await bucket.get(name.key, to_js_value(_options(answer, str(found.etag), int(found.size))))
            # An object that has changed comes without its body.
            if not is_nothing(found) and not is_nothing(getattr(found, "body", None)):
                return _respond(found.body, answer, headers)
    return None


def _read_request(request: Any) -> FileRequest:
    def header(name: str) -> str | None:
        value = request.headers.get(name)
        if is_nothing(value) or (name == "accept-encoding" and not _takes_gzip(request)):
            return None
        return str(value)

    return FileRequest.read(str(request.method), header)


def _takes_gzip(request: Any) -> bool:
    """Whether the client itself does: on its way to the Worker, Cloudflare makes the header its own."""
    known = getattr(request, "cf", None)
    original = None if is_nothing(known) else getattr(known, "clientAcceptEncoding", None)
    return is_nothing(original) or takes_gzip(str(original))


def _describe(found: Any, name: PublicName) -> StoredFile:
    packed = getattr(found.httpMetadata, "contentEncoding", None) == "gzip"
    return StoredFile(str(found.etag), int(found.size), packed=packed, changing=name.changing)


def _options(answer: FileAnswer, etag: str, size_bytes: int) -> dict[str, object]:
    options: dict[str, object] = {"onlyIf": {"etagMatches": etag}}
    if answer.form == "stored" and 0 < answer.size_bytes < size_bytes:  # R2 has no empty ranges
        options["range"] = {"offset": answer.offset, "length": answer.size_bytes}
    return options


def _respond(body: Any, answer: FileAnswer, headers: dict[str, str]) -> Any:
    init: dict[str, object] = {"status": answer.status, "headers": {**headers, **answer.headers}}
    if body is None:
        return js.Response.new(None, to_js_value(init))
    if answer.form == "unpacked":
        body = body.pipeThrough(js.DecompressionStream.new("gzip"))
    elif "Content-Encoding" in answer.headers:
        init["encodeBody"] = "manual"  # it is compressed already
    return js.Response.new(body, to_js_value(init))
