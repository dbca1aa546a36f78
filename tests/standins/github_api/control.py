"""Routes for tests in another process, below `/__stand-in__/`: what Python methods do in the same one.

| route | does |
| --- | --- |
| GET, DELETE `requests?path=&method=` | the request log, or clears it |
| POST `repositories` {owner, name, private, files} | makes a repository; answers its `path`, `environment`, `sha` |
| POST `tokens` {value, login, can_write, repositories} | makes a token |
| POST `organisations` {login} | makes an organisation |
| POST `commits` {owner, name, files, message, branch} | commits and announces as a push; null deletes a file |
| POST `hooks` {owner, name, url, secret} | adds a hook, which is pinged |
| GET `deliveries` | what hooks were sent, and answered |
| POST `deliveries/wait` {timeout_s} | returns when all are delivered; 504 when not in time |
| POST `faults` [{kind, path, ...}] | scripts faults |
| POST `rate-limit` {remaining, resets_in_s, login} | leaves so many requests |
| PATCH `limits` {tree_entries: 10, ...} | changes limits |
| POST `reset` | drops the log, faults, used requests and changed limits |
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.standins.github_api.faults import Fault
from tests.standins.github_api.gate import CONTROL_PATH
from tests.standins.github_api.post_receive import ANNOUNCE_PATH
from tests.standins.github_api.push_payloads import RefUpdate

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    from tests.standins.github_api.hub import Hub
    from tests.standins.github_api.repositories import Repository


def make_control_routes(hub: Hub) -> list[Route]:
    control = _Control(hub)
    posts: dict[str, Callable[[Any], dict[str, Any]]] = {
        "repositories": control.create_repository,
        "tokens": control.create_token,
        "organisations": control.create_organisation,
        "commits": control.commit,
        "hooks": control.add_hook,
        "deliveries/wait": control.wait,
        "faults": control.script_faults,
        "rate-limit": control.leave_requests,
        "reset": control.reset,
    }
    routes = [Route(CONTROL_PATH + name, _endpoint(do), methods=["POST"]) for name, do in posts.items()]
    return [
        *routes,
        Route(CONTROL_PATH + "limits", _endpoint(control.change_limits), methods=["PATCH"]),
        Route(CONTROL_PATH + "requests", control.answer_requests, methods=["GET", "DELETE"]),
        Route(CONTROL_PATH + "deliveries", control.answer_deliveries, methods=["GET"]),
        Route(ANNOUNCE_PATH, control.hear_of_push, methods=["POST"]),
    ]


def _endpoint(do: Callable[[Any], dict[str, Any]]) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        given = await request.json() if await request.body() else {}
        try:
            return JSONResponse(await asyncio.to_thread(do, given))
        except TimeoutError as error:
            return JSONResponse({"message": str(error)}, 504)
        except (LookupError, TypeError, ValueError, FileExistsError) as error:
            return JSONResponse({"message": f"{type(error).__name__}: {error}"}, 400)

    return answer


class _Control:
    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    async def answer_requests(self, request: Request) -> Response:
        patterns = {name: request.query_params.get(name, "*") for name in ("path", "method")}
        found = self._hub.log.as_json(**patterns)
        if request.method == "DELETE":
            self._hub.log.clear()
        return JSONResponse({"requests": found, "most_at_once": self._hub.log.most_at_once})

    async def answer_deliveries(self, _: Request) -> Response:
        deliveries = [asdict(each) for each in self._hub.webhooks.deliveries()]
        for each in deliveries:
            each["request_body"] = each["request_body"].decode()
        return JSONResponse({"deliveries": deliveries})

    async def hear_of_push(self, request: Request) -> Response:
        """From the `post-receive` hook: the repository's folder, then a line for each ref."""
        folder, *lines = os.fsdecode(await request.body()).splitlines()
        repository = next((each for each in self._hub.repositories if each.path == Path(folder).resolve()), None)
        updates = [RefUpdate(*line.split(" ", 2)) for line in lines]
        if repository:
            await asyncio.to_thread(self._hub.announce_push, repository, updates, self._hub.default_sender)
        return Response(status_code=202 if repository else 404)

    def create_repository(self, given: dict[str, Any]) -> dict[str, Any]:
        files = given.get("files")
        repository = self._hub.repositories.create(given["owner"], given["name"], private=given.get("private", False))
        sha = repository.commit_files(files, "Initial commit") if files else None
        names = [name for name in repository.environment if name.startswith("GIT_") or name == "HOME"]
        environment = {name: repository.environment[name] for name in names}
        return {"path": str(repository.path), "environment": environment, "sha": sha, "id": repository.id}

    def create_token(self, given: dict[str, Any]) -> dict[str, Any]:
        token = self._hub.accounts.create_token(**given)
        return {"login": token.account.login, "id": token.account.id}

    def create_organisation(self, given: dict[str, Any]) -> dict[str, Any]:
        return {"id": self._hub.accounts.find_or_create(given["login"], "Organization").id}

    def commit(self, given: dict[str, Any]) -> dict[str, Any]:
        repository = self._repository(given)
        options = {name: given[name] for name in ("message", "branch") if name in given}
        return {"sha": self._hub.commit_and_announce(repository, given["files"], **options)}

    def add_hook(self, given: dict[str, Any]) -> dict[str, Any]:
        settings = {name: given[name] for name in ("events", "content_type") if name in given}
        hook = self._hub.add_hook(
            self._repository(given), given["url"], given.get("secret"), **{"content_type": "json", **settings}
        )
        return {"id": hook.id}

    def wait(self, given: dict[str, Any]) -> dict[str, Any]:
        self._hub.webhooks.wait(given.get("timeout_s", 10.0))
        return {"deliveries": len(self._hub.webhooks.deliveries())}

    def script_faults(self, given: list[dict[str, Any]]) -> dict[str, Any]:
        self._hub.faults.script(*(Fault(**each) for each in given))
        return {"scripted": len(given)}

    def leave_requests(self, given: dict[str, Any]) -> dict[str, Any]:
        self._hub.rates.leave(**given)
        return {}

    def change_limits(self, given: dict[str, Any]) -> dict[str, Any]:
        self._hub.limits = replace(self._hub.limits, **given)
        return asdict(self._hub.limits)

    def reset(self, _: dict[str, Any]) -> dict[str, Any]:
        self._hub.forget_scripts()
        return {}

    def _repository(self, given: dict[str, Any]) -> Repository:
        found = self._hub.repositories.find(given["owner"], given["name"])
        if found is None:
            raise LookupError(f"no repository {given['owner']}/{given['name']}")
        return found
