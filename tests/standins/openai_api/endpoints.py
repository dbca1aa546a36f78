"""What each endpoint does with a call. They run in threads: embedding many texts takes a while."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, Response, StreamingResponse

from tests.standins.openai_api.chat import answer_chat, stream_events
from tests.standins.openai_api.embeddings import answer_embeddings
from tests.standins.openai_api.errors import unknown_path, wrong_method
from tests.standins.openai_api.faults import make_error
from tests.standins.openai_api.limits import limit_headers

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.standins.openai_api.batches import BatchStore
    from tests.standins.openai_api.calls import Call
    from tests.standins.openai_api.chat_script import ChatScript
    from tests.standins.openai_api.clock import Clock
    from tests.standins.openai_api.files import FileStore


@dataclass(frozen=True)
class Backend:
    """What endpoints work on."""

    clock: Clock
    chat: ChatScript
    files: FileStore
    batches: BatchStore


@dataclass(frozen=True)
class Endpoint:
    name: str
    method: str
    path: re.Pattern[str]
    answer: Callable[[Backend, Call], Response]


def find_endpoint(method: str, path: str) -> tuple[Endpoint, dict[str, str]]:
    """The endpoint and its path's parameters.

    Raises:
        ApiError: there is none.
    """
    matches = [(endpoint, found) for endpoint in ENDPOINTS if (found := endpoint.path.fullmatch(path))]
    for endpoint, found in matches:
        if endpoint.method == method:
            return endpoint, found.groupdict()
    raise wrong_method(method, path) if matches else unknown_path(method, path)


def _embeddings(_: Backend, call: Call) -> Response:
    answer = answer_embeddings(call.body)
    if call.fault and call.fault.kind == "missing_row":
        answer["data"] = answer["data"][:-1]
    if call.fault and call.fault.kind == "shuffled":
        answer["data"] = answer["data"][::-1]
    return JSONResponse(answer, headers=limit_headers(answer["usage"]["total_tokens"]))


def _chat(backend: Backend, call: Call) -> Response:
    completion = answer_chat(call.body, backend.chat, backend.clock.now())
    headers = limit_headers(completion["usage"]["total_tokens"])
    if not call.body.get("stream"):
        return JSONResponse(completion, headers=headers)
    with_usage = bool((call.body.get("stream_options") or {}).get("include_usage"))
    events: list[Any] = list(stream_events(completion, with_usage=with_usage))
    end = "data: [DONE]\n\n"
    if call.fault and call.fault.kind == "stream_error":
        events = [*events[: len(events) // 2], make_error("server_error", call.body["model"]).body]
        end = ""
    lines = [*(f"data: {json.dumps(event)}\n\n" for event in events), end]
    return StreamingResponse(_each(lines), headers=headers, media_type="text/event-stream; charset=utf-8")


async def _each(lines: list[str]) -> Any:
    for line in lines:
        yield line


def _file_content(backend: Backend, call: Call) -> Response:
    file = backend.files.get(call.parameters["id"])
    headers = {"content-disposition": f'attachment; filename="{file.filename}"'}
    return Response(backend.files.content(file.id), headers=headers, media_type="application/octet-stream")


def _endpoint(name: str, method: str, path: str, answer: Callable[[Backend, Call], Response]) -> Endpoint:
    return Endpoint(name, method, re.compile("/v1" + path.replace("{id}", "(?P<id>[^/]+)")), answer)


ENDPOINTS = [
    _endpoint("embeddings", "POST", "/embeddings", _embeddings),
    _endpoint("chat.completions", "POST", "/chat/completions", _chat),
    _endpoint("files.create", "POST", "/files", lambda on, call: JSONResponse(on.files.upload(call.form).render())),
    _endpoint("files.list", "GET", "/files", lambda on, call: JSONResponse(on.files.list_page(call.query))),
    _endpoint(
        "files.retrieve",
        "GET",
        "/files/{id}",
        lambda on, call: JSONResponse(on.files.get(call.parameters["id"]).render()),
    ),
    _endpoint(
        "files.delete", "DELETE", "/files/{id}", lambda on, call: JSONResponse(on.files.delete(call.parameters["id"]))
    ),
    _endpoint("files.content", "GET", "/files/{id}/content", _file_content),
    _endpoint("batches.create", "POST", "/batches", lambda on, call: JSONResponse(on.batches.create(call.body))),
    _endpoint("batches.list", "GET", "/batches", lambda on, call: JSONResponse(on.batches.list_page(call.query))),
    _endpoint(
        "batches.retrieve",
        "GET",
        "/batches/{id}",
        lambda on, call: JSONResponse(on.batches.retrieve(call.parameters["id"])),
    ),
    _endpoint(
        "batches.cancel",
        "POST",
        "/batches/{id}/cancel",
        lambda on, call: JSONResponse(on.batches.cancel(call.parameters["id"])),
    ),
]
