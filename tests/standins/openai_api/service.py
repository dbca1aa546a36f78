"""The way of a request: key and gateway, scripted fault, endpoint, headers of the answer; and the log of it all."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from itertools import count
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from tests.standins.openai_api.calls import Call, LoggedRequest, read_body, show_form
from tests.standins.openai_api.connections import Reset, Truncated
from tests.standins.openai_api.endpoints import Backend, Endpoint, find_endpoint
from tests.standins.openai_api.errors import ApiError, missing_key, wrong_key
from tests.standins.openai_api.faults import REFUSALS, Fault, FaultQueue, make_error
from tests.standins.openai_api.gateway import GatewaySettings, gateway_headers, split_path

if TYPE_CHECKING:
    from starlette.requests import Request

    from tests.standins.openai_api.multipart import Upload

API_KEY = "sk-stand-in-0123456789"

_INSTEAD = {*REFUSALS, "bad_gateway", "reset"}
"""Faults that come instead of the work."""
_BAD_GATEWAY = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body></html>"


class Service:
    def __init__(self, backend: Backend, gateway: GatewaySettings) -> None:
        self.requests: list[LoggedRequest] = []
        self.most_at_once = 0
        self.faults = FaultQueue()
        self._backend = backend
        self._gateway = gateway
        self._at_once = 0
        self._numbers = count(1)
        self._resets = 0

    def reset(self) -> None:
        self.requests.clear()
        self.most_at_once = 0
        self.faults.clear()
        self._resets += 1

    def counts(self) -> dict[str, int]:
        """Requests by endpoint."""
        return dict(Counter(request.endpoint or "unknown" for request in self.requests))

    async def answer(self, request: Request) -> Response:
        started, number = time.monotonic(), next(self._numbers)
        gateway, path = split_path(request.url.path)
        entry = LoggedRequest(request.url.path, dict(request.headers), {}, method=request.method, gateway=gateway)
        entry.query = dict(request.query_params)
        content = await request.body()
        self.requests.append(entry)
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            response = await self._respond(entry, path, content)
        except ApiError as error:
            response = JSONResponse(error.body, status_code=error.status)
        finally:
            self._at_once -= 1
        entry.status = None if isinstance(response, Reset) else response.status_code
        response.headers["x-request-id"] = f"req_{number:032x}"
        response.headers["openai-processing-ms"] = str(round((time.monotonic() - started) * 1000))
        response.headers["openai-organization"] = "org-standin"
        response.headers["openai-version"] = "2020-10-01"
        if gateway:
            response.headers.update(gateway_headers(number))
        return response

    async def _respond(self, entry: LoggedRequest, path: str, content: bytes) -> Response:
        """Raises ApiError for what is refused. The log has the body first, whatever comes of it."""
        endpoint, parameters = find_endpoint(entry.method, path)
        entry.endpoint = endpoint.name
        unreadable = None
        form: dict[str, str | Upload] = {}
        try:
            body, form = read_body(endpoint.name, entry.headers, content)
            entry.body = body or show_form(form)
        except ApiError as error:
            unreadable = error
        if refused := self._gateway.refuse(entry):
            return refused
        self._check_key(entry)
        fault = self.faults.take(endpoint.name)
        if fault and fault.kind in _INSTEAD:
            return self._fail(fault, entry)
        if unreadable:
            raise unreadable
        call = Call(parameters, entry.query, entry.body, form, fault)
        return await self._act(endpoint, call)

    def _check_key(self, entry: LoggedRequest) -> None:
        sent = entry.headers.get("authorization", "").removeprefix("Bearer ").strip()
        if not sent and entry.gateway and self._gateway.holds_key:
            return
        if not sent:
            raise missing_key()
        if sent != API_KEY:
            raise wrong_key(sent)

    def _fail(self, fault: Fault, entry: LoggedRequest) -> Response:
        """The answers of faults for which nothing is done."""
        if fault.kind == "reset":
            return Reset()
        if fault.kind == "bad_gateway":
            return Response(_BAD_GATEWAY, status_code=502, headers=fault.error_headers(), media_type="text/html")
        error = make_error(fault.kind, str(entry.body.get("model", "default")))
        return JSONResponse(error.body, status_code=error.status, headers=fault.error_headers())

    async def _act(self, endpoint: Endpoint, call: Call) -> Response:
        """Do the work, and spoil the answer if that is the fault."""
        kind = call.fault.kind if call.fault else None
        if call.fault and kind == "hang":
            resets = self._resets
            await asyncio.sleep(call.fault.hang_s)
            if resets != self._resets:
                return Reset()  # what an earlier test asked for must not show in a later one
        try:
            response = await asyncio.to_thread(endpoint.answer, self._backend, call)
        except ApiError as error:
            response = JSONResponse(error.body, status_code=error.status)
        if kind == "reset_after_work":
            return Reset()
        return Truncated(response) if kind == "truncated" else response
