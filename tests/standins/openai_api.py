"""A stand-in for OpenAI's embeddings API over real HTTP, held to the original by the official client's tests.

Vectors are the static embedder's, spread over the dimensions asked for, so that near texts have near vectors. Answers
carry the original's headers, limits and error bodies. `fail_next` scripts faults: each request takes the next one.
"""

from __future__ import annotations

import asyncio
import base64
import socket
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Self

import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from shared.adapters.embedders.static import StaticEmbedder
from shared.domain.vectors.arithmetic import default as arithmetic
from shared.domain.vectors.rows import Vectors, floats_to_bytes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

API_KEY = "sk-stand-in-0123456789"

FaultKind = Literal[
    "rate_limit", "insufficient_quota", "server_error", "overloaded", "hang", "truncated", "missing_row", "shuffled"
]

_DIMENSIONS = {"text-embedding-3-small": 1536, "text-embedding-3-large": 3072}
_ERRORS: dict[FaultKind, tuple[int, str, str, str | None]] = {
    "rate_limit": (
        429,
        "Rate limit reached for text-embedding-3-small in organization org-standin on tokens per min (TPM): "
        "Limit 1000000, Used 999000, Requested 2000. Please try again in 60ms.",
        "tokens",
        "rate_limit_exceeded",
    ),
    "insufficient_quota": (
        429,
        "You exceeded your current quota, please check your plan and billing details. For more information on this "
        "error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.",
        "insufficient_quota",
        "insufficient_quota",
    ),
    "server_error": (
        500,
        "The server had an error while processing your request. Sorry about that!",
        "server_error",
        None,
    ),
    "overloaded": (503, "The engine is currently overloaded, please try again later", "server_error", None),
}


@dataclass(frozen=True)
class Fault:
    kind: FaultKind
    retry_after: str | None = None
    hang_s: float = 5.0


@dataclass(frozen=True)
class LoggedRequest:
    """A request as it came. `headers` have names in lower case."""

    path: str
    headers: dict[str, str]
    body: dict[str, object]

    @property
    def inputs(self) -> list[str]:
        value = self.body.get("input")
        return [value] if isinstance(value, str) else list(value) if isinstance(value, list) else []


@dataclass
class OpenAIStandIn:
    """A context manager that serves `base_url` from a thread."""

    requests: list[LoggedRequest] = field(default_factory=list)
    most_at_once: int = 0
    """The largest number of requests that were under way together."""
    _at_once: int = 0
    _faults: deque[Fault] = field(default_factory=deque)

    def fail_next(self, *faults: Fault | FaultKind) -> None:
        self._faults.extend(fault if isinstance(fault, Fault) else Fault(fault) for fault in faults)

    def reset(self) -> None:
        self.requests.clear()
        self.most_at_once = 0
        self._faults.clear()

    def __enter__(self) -> Self:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.base_url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/v1"
        app = Starlette(routes=[Route("/v1/embeddings", self._answer, methods=["POST"])])
        # Nothing is logged: a truncated body makes the server complain, and that is the point of it.
        config = uvicorn.Config(app, log_config=None, log_level=60, lifespan="off", ws="none")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)
        self._thread.start()
        deadline = time.monotonic() + 10.0
        while not self._server.started:
            if time.monotonic() > deadline:
                raise TimeoutError("the stand-in did not start")
            time.sleep(0.01)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._server.force_exit = True
        self._thread.join(timeout=10.0)
        self._socket.close()

    async def _answer(self, request: Request) -> Response:
        body = await request.json()
        self.requests.append(LoggedRequest(request.url.path, dict(request.headers), body))
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            response = await self._respond(request, body)
        finally:
            self._at_once -= 1
        response.headers["x-request-id"] = f"req_{len(self.requests):032x}"
        response.headers["openai-processing-ms"] = "7"
        response.headers["openai-version"] = "2020-10-01"
        return response

    async def _respond(self, request: Request, body: dict[str, object]) -> Response:
        sent_key = request.headers.get("authorization", "").removeprefix("Bearer ")
        if sent_key != API_KEY:
            shown = sent_key[:4] + "*" * 8 + sent_key[-4:]
            message = f"Incorrect API key provided: {shown}. You can find your API key at https://platform.openai.com/account/api-keys."
            return _error(401, message, "invalid_request_error", "invalid_api_key")
        fault = self._faults.popleft() if self._faults else None
        if fault and fault.kind in _ERRORS:
            headers = {"retry-after": fault.retry_after} if fault.retry_after is not None else {}
            return _error(*_ERRORS[fault.kind], headers=headers)
        if fault and fault.kind == "hang":
            await asyncio.sleep(fault.hang_s)
        refused = _check(body)
        if refused:
            return refused
        answer = await asyncio.to_thread(_embed, body)
        if fault and fault.kind == "missing_row":
            answer["data"] = answer["data"][:-1]
        if fault and fault.kind == "shuffled":
            answer["data"] = answer["data"][::-1]
        response = JSONResponse(answer)
        return _truncate(response) if fault and fault.kind == "truncated" else response


def _check(body: dict[str, object]) -> Response | None:
    """The original's refusals of a request that breaks its limits."""
    model, inputs, dimensions = str(body.get("model")), body.get("input"), body.get("dimensions")
    if model not in _DIMENSIONS:
        message = f"The model `{model}` does not exist or you do not have access to it."
        return _error(404, message, "invalid_request_error", "model_not_found")
    if isinstance(dimensions, int) and not 1 <= dimensions <= _DIMENSIONS[model]:
        return _error(400, f"Invalid value for 'dimensions' = {dimensions}.", "invalid_request_error", None)
    texts = [inputs] if isinstance(inputs, str) else inputs
    if not isinstance(texts, list) or not texts or "" in texts:
        message = (
            "'$.input' is invalid. Please check the API reference: https://platform.openai.com/docs/api-reference."
        )
        return _error(400, message, "invalid_request_error", None)
    if len(texts) > 2048:
        message = "'$.input' is invalid: array too long. Expected an array with maximum length 2048."
        return _error(400, message, "invalid_request_error", None)
    sizes = [len(_static_embedder().tokenise(str(text))) for text in texts]
    if max(sizes) > 8192:
        message = f"This model's maximum context length is 8192 tokens, however you requested {max(sizes)} tokens."
        return _error(400, message, "invalid_request_error", None)
    if sum(sizes) > 300_000:
        message = f"Requested {sum(sizes)} tokens, max 300000 tokens per request"
        return _error(400, message, "max_tokens_per_request", "max_tokens_per_request")
    return None


def _embed(body: dict[str, object]) -> dict[str, Any]:
    inputs = body["input"]
    texts = [inputs] if isinstance(inputs, str) else inputs
    assert isinstance(texts, list)
    embedder = _static_embedder()
    given = body.get("dimensions")
    dimensions = given if isinstance(given, int) else _DIMENSIONS[str(body["model"])]
    vectors = _spread(embedder.embed_now(texts), dimensions)
    tokens = sum(len(embedder.tokenise(text)) for text in texts)
    as_base64 = body.get("encoding_format") == "base64"
    data = [
        {
            "object": "embedding",
            "index": index,
            "embedding": base64.b64encode(floats_to_bytes(row)).decode() if as_base64 else list(row),
        }
        for index, row in enumerate(vectors)
    ]
    usage = {"prompt_tokens": tokens, "total_tokens": tokens}
    return {"object": "list", "data": data, "model": body["model"], "usage": usage}


def _spread(vectors: Vectors, dimensions: int) -> Vectors:
    """Repeat or cut each row to `dimensions` numbers; norm 1."""
    repeats = -(-dimensions // vectors.dimensions)
    rows = ((list(row) * repeats)[:dimensions] for row in vectors)
    return arithmetic.normalise(Vectors.from_rows(rows, dimensions))


@cache
def _static_embedder() -> StaticEmbedder:
    return StaticEmbedder(256)


def _error(
    status: int, message: str, kind: str, code: str | None, *, headers: dict[str, str] | None = None
) -> JSONResponse:
    body = {"error": {"message": message, "type": kind, "param": None, "code": code}}
    return JSONResponse(body, status_code=status, headers=headers)


def _truncate(response: Response) -> Response:
    """Half of a body whose length was announced whole; then the connection closes."""
    body = bytes(response.body)

    async def half() -> AsyncIterator[bytes]:
        yield body[: len(body) // 2]

    return StreamingResponse(half(), headers={"content-length": str(len(body))}, media_type="application/json")
