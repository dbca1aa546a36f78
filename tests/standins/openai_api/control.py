"""The stand-in over HTTP, for tests in another process. All below `/__stand-in__`, JSON, no key.

GET  /requests              the log, counts by endpoint and the most requests at once; `?endpoint=batches` for some
GET  /counts                the same without the log
POST /faults                [{"kind": "rate_limit", "retry_after": "1", "endpoint": "files.create", "times": 2}]
POST /answers               {"next": ["..."], "when": {"text of the question": "..."}}
POST /rows                  {"custom id": "server_error"}
POST /batches/advance       {"batch_id": null, "rows": null}; also /batches/finish, /batches/expire
POST /batches/fail          {"code": "token_limit_exceeded", "message": "..."}: the next one to be validated
POST /time                  {"seconds": 3600}
POST /reset
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from starlette.responses import Response
from starlette.routing import Mount, Route

from tests.standins.openai_api.chat_script import ChatAnswer
from tests.standins.openai_api.errors import ApiError
from tests.standins.openai_api.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from tests.standins.openai_api.standin import OpenAIStandIn

    Action = Callable[[OpenAIStandIn, Any], Any]


def make_control_routes(standin: OpenAIStandIn) -> list[Mount]:
    async def show_requests(request: Request) -> Response:
        return _answer(_show_requests(standin, request.query_params.get("endpoint")))

    async def show_counts(request: Request) -> Response:
        return _answer(_show_counts(standin))

    acting = [Route(path, _on_post(standin, action), methods=["POST"]) for path, action in _ACTIONS.items()]
    return [Mount("/__stand-in__", routes=[Route("/requests", show_requests), Route("/counts", show_counts), *acting])]


def _answer(body: Any, status: int = 200) -> Response:
    # As ASCII: a logged text may hold lone surrogates.
    return Response(json.dumps(body), status_code=status, media_type="application/json")


def _on_post(standin: OpenAIStandIn, action: Action) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        content = await request.body()
        try:
            given = json.loads(content) if content else {}
            return _answer(await asyncio.to_thread(action, standin, given) or {})
        except (ValueError, TypeError, KeyError, AttributeError, ApiError) as error:
            return _answer({"error": f"{type(error).__name__}: {error}"}, 400)

    return answer


def _show_counts(standin: OpenAIStandIn) -> dict[str, Any]:
    return {"counts": standin.counts, "most_at_once": standin.most_at_once, "faults_left": standin.faults_left}


def _show_requests(standin: OpenAIStandIn, endpoint: str | None) -> dict[str, Any]:
    chosen = [
        request
        for request in standin.requests
        if endpoint is None or request.endpoint == endpoint or str(request.endpoint).startswith(endpoint + ".")
    ]
    return {**_show_counts(standin), "requests": [asdict(request) for request in chosen]}


def _add_faults(standin: OpenAIStandIn, given: Any) -> None:
    faults: list[Fault] = []
    for each in given if isinstance(given, list) else [given]:
        fields = dict(each)
        times = fields.pop("times", 1)
        faults += [Fault(**fields)] * times
    standin.fail_next(*faults)


def _add_answers(standin: OpenAIStandIn, given: Any) -> None:
    standin.answer_next(*map(_read_answer, given.get("next", [])))
    for text, answer in given.get("when", {}).items():
        standin.answer_when(text, _read_answer(answer))


def _read_answer(given: Any) -> ChatAnswer:
    return ChatAnswer(**given) if isinstance(given, dict) else ChatAnswer(given)


_ACTIONS: dict[str, Action] = {
    "/faults": _add_faults,
    "/answers": _add_answers,
    "/rows": lambda standin, given: standin.fail_rows(given),
    "/batches/advance": lambda standin, given: standin.advance_batches(given.get("batch_id"), rows=given.get("rows")),
    "/batches/finish": lambda standin, given: standin.finish_batches(given.get("batch_id")),
    "/batches/expire": lambda standin, given: standin.expire_batches(given.get("batch_id")),
    "/batches/fail": lambda standin, given: standin.fail_next_batch(**given),
    "/time": lambda standin, given: standin.pass_time(given["seconds"]),
    "/reset": lambda standin, _: standin.reset(),
}
