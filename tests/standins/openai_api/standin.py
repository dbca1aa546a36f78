"""The stand-in as tests hold it: a server in a thread, and what scripts it."""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING, Any, Self

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from tests.standins.openai_api.batches import BatchStore
from tests.standins.openai_api.chat import answer_chat
from tests.standins.openai_api.chat_script import ChatAnswer, ChatScript
from tests.standins.openai_api.clock import Clock
from tests.standins.openai_api.connections import ResettableProtocol
from tests.standins.openai_api.control import make_control_routes
from tests.standins.openai_api.embeddings import answer_embeddings
from tests.standins.openai_api.endpoints import Backend
from tests.standins.openai_api.errors import ApiError
from tests.standins.openai_api.faults import REFUSALS, Fault, FaultKind, make_error
from tests.standins.openai_api.files import FileStore
from tests.standins.openai_api.gateway import GatewaySettings
from tests.standins.openai_api.service import Service
from tests.standins.openai_api.tokens import load_model

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.standins.openai_api.batch_input import BatchRow
    from tests.standins.openai_api.calls import LoggedRequest

_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]


class OpenAIStandIn:
    """A context manager that serves `base_url` from a thread.

    `gateway_token`: what requests below `gateway_url` must bring. `gateway_holds_key`: they may come without the API's
    key. `batch_step_s`: how long batches stay in each status; by default until `advance_batches`.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        gateway_token: str | None = None,
        gateway_holds_key: bool = False,
        batch_step_s: float | None = None,
    ) -> None:
        self._port = port
        self._clock = Clock()
        self._chat = ChatScript()
        self._files = FileStore(self._clock)
        self._batches = BatchStore(self._files, self._clock, self._run_row, batch_step_s)
        self._row_faults: dict[str, FaultKind] = {}
        backend = Backend(self._clock, self._chat, self._files, self._batches)
        self._service = Service(backend, GatewaySettings(gateway_token, gateway_holds_key))

    @property
    def requests(self) -> list[LoggedRequest]:
        """All requests, in the order in which they came."""
        return self._service.requests

    @property
    def most_at_once(self) -> int:
        """The largest number of requests that were under way together."""
        return self._service.most_at_once

    @property
    def counts(self) -> dict[str, int]:
        """How many requests each endpoint has had."""
        return self._service.counts()

    @property
    def faults_left(self) -> int:
        """How many scripted faults have not been met yet."""
        return len(self._service.faults)

    def fail_next(self, *faults: Fault | FaultKind) -> None:
        """The next requests get these faults, one each; a fault with an endpoint waits for one of that endpoint."""
        self._service.faults.add(fault if isinstance(fault, Fault) else Fault(fault) for fault in faults)

    def answer_next(self, *answers: ChatAnswer | str) -> None:
        """The next chat completions say this."""
        self._chat.add_next(*answers)

    def answer_when(self, text: str, answer: ChatAnswer | str) -> None:
        """Every chat completion whose last message contains `text` says this."""
        self._chat.add_rule(text, answer)

    def advance_batches(self, batch_id: str | None = None, *, rows: int | None = None) -> dict[str, str]:
        """Move one batch, or all, on by a status; or run only so many rows of those in progress. Statuses by id."""
        return self._batches.advance(batch_id, rows=rows)

    def finish_batches(self, batch_id: str | None = None) -> dict[str, str]:
        """Move one batch, or all, to their end."""
        return self._batches.finish(batch_id)

    def expire_batches(self, batch_id: str | None = None) -> dict[str, str]:
        """End the window of one batch, or of all: finished rows are kept, the others are in the error file."""
        return self._batches.expire(batch_id)

    def fail_next_batch(
        self, code: str = "token_limit_exceeded", message: str = "Enqueued token limit reached."
    ) -> None:
        """The next batch to be validated fails as a whole."""
        self._batches.fail_next(code, message)

    def fail_rows(self, faults: Mapping[str, FaultKind]) -> None:
        """Rows of batches with these custom ids are refused; a "missing_row" is in neither file."""
        for custom_id, kind in faults.items():
            if kind not in REFUSALS and kind != "missing_row":
                raise ValueError(f"a batch's row cannot have the fault {kind!r}")
            self._row_faults[custom_id] = kind

    def pass_time(self, seconds: float) -> None:
        """Set the clock forward: batches move or expire, and files expire."""
        self._clock.advance(seconds)

    def reset(self) -> None:
        """Forget requests, faults, answers, files and batches."""
        self._service.reset()
        self._chat.clear()
        self._row_faults.clear()
        self._batches.clear()
        self._files.clear()
        self._clock.reset()

    def __enter__(self) -> Self:
        load_model()  # two threads that need it first would load it twice
        self._socket = socket.create_server(("127.0.0.1", self._port))
        # Connections inherit it. asyncio would set it only if the socket named its protocol, and without it every
        # answer waits 40 ms for an acknowledgement between its headers and its body.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        root = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self.base_url = f"{root}/v1"
        self.gateway_url = f"{root}/v1/account/gateway/openai"
        self.control_url = f"{root}/__stand-in__"
        api = Route("/{path:path}", self._service.answer, methods=_METHODS)
        config = uvicorn.Config(
            Starlette(routes=[*make_control_routes(self), api]),
            http=ResettableProtocol,
            log_config=None,  # a truncated body makes the server complain, and that is the point of it
            log_level=60,
            lifespan="off",
            ws="none",
            proxy_headers=False,
            server_header=False,
            timeout_keep_alive=60,
        )
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

    def _run_row(self, endpoint: str, row: BatchRow) -> dict[str, Any] | ApiError | None:
        fault = self._row_faults.get(row.custom_id)
        if fault == "missing_row":
            return None
        if fault:
            return make_error(fault, row.body["model"])
        try:
            if endpoint == "/v1/embeddings":
                return answer_embeddings(row.body)
            return answer_chat(row.body, self._chat, self._clock.now())
        except ApiError as error:
            return error
