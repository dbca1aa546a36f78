"""/openapi.json is true: it names every route, and real requests and answers are as it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from jsonschema import Draft202012Validator

from functions.app import ENDPOINTS, make_app
from functions.routes.openapi import describe_api
from shared.domain.sites import RESERVED_NAMES
from tests.unit.functions.service import ADMIN_TOKEN, API_TOKEN, make_archive, push_body, sign

if TYPE_CHECKING:
    from tests.unit.functions.service import Service

DOCUMENT = describe_api(ENDPOINTS, "https://inkdex.example.org")


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator({**schema, "components": DOCUMENT["components"]})


def path_of(path: str) -> str:
    return re.sub(r"\{([a-z_]+):path\}", r"{\1}", path)


def operation_of(method: str, path: str) -> dict[str, Any]:
    """What the document says of a request, by the first path that matches."""
    for endpoint in ENDPOINTS:
        pattern = re.sub(r"\{[a-z_]+:path\}", ".*", endpoint.path)
        pattern = re.sub(r"\{[a-z_]+\}", "[^/]+", pattern)
        if endpoint.method == method and re.fullmatch(pattern, path):
            found: dict[str, Any] = DOCUMENT["paths"][path_of(endpoint.path)][method.lower()]
            return found
    raise AssertionError(f"{method} {path} is not in the document")


def test_every_route_is_in_the_document(service: Service) -> None:
    transport = service.client._transport
    app = make_app(getattr(transport, "app").state.deployment)  # noqa: B009
    served = {path_of(getattr(route, "path")) for route in app.routes}  # noqa: B009
    assert served == set(DOCUMENT["paths"])
    for endpoint in ENDPOINTS:
        assert endpoint.method.lower() in DOCUMENT["paths"][path_of(endpoint.path)]


def test_schemas_are_schemas() -> None:
    for schema in DOCUMENT["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    names = [operation["operationId"] for path in DOCUMENT["paths"].values() for operation in path.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("endpoint", [one for one in ENDPOINTS if one.example is not None], ids=lambda one: one.path)
def test_examples_are_valid(endpoint: Any) -> None:
    operation = DOCUMENT["paths"][path_of(endpoint.path)][endpoint.method.lower()]
    content = operation["requestBody"]["content"]["application/json"]
    validator(content["schema"]).validate(content["example"])
    endpoint.body.model_validate(content["example"])


def test_no_site_can_be_called_as_a_route_begins() -> None:
    first = {endpoint.path.split("/")[1].partition(".")[0] for endpoint in ENDPOINTS}
    fixed = {name for name in first if name and "{" not in name and not name.startswith("_")}
    assert fixed <= RESERVED_NAMES


class Watch(httpx.AsyncBaseTransport):
    """Checks every exchange against the document."""

    def __init__(self, transport: httpx.AsyncBaseTransport) -> None:
        self._transport = transport
        self.seen: set[tuple[str, int]] = set()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self._transport.handle_async_request(request)
        await answer.aread()
        operation = operation_of(request.method, request.url.path)
        assert str(answer.status_code) in operation["responses"], (request.url.path, answer.status_code, answer.text)
        content = operation["responses"][str(answer.status_code)].get("content", {})
        if schema := content.get("application/json", {}).get("schema"):
            assert answer.headers["content-type"] == "application/json"
            validator(schema).validate(answer.json())
        self.seen.add((operation["operationId"], answer.status_code))
        return answer


async def test_real_answers_are_as_the_document_says(docs: Service) -> None:
    watch = Watch(docs.client._transport)
    async with httpx.AsyncClient(transport=watch, base_url=docs.client.base_url) as client:

        async def ask(method: str, path: str, token: str = API_TOKEN, **options: Any) -> Any:
            headers = {"authorization": f"Bearer {token}", **options.pop("headers", {})}
            answer = await client.request(method, path, headers=headers, **options)
            return answer.json() if answer.headers.get("content-type") == "application/json" else None

        for path in (
            "/",
            "/health",
            "/openapi.json",
            "/docs/",
            "/docs",
            "/docs/explore",
            "/docs/current.json",
            "/nothing/",
            "/_inkdex/x",
        ):
            await ask("GET", path)
        for endpoint in ENDPOINTS:
            path = re.sub(r"\{[a-z_]+(:path)?\}", "nothing", endpoint.path)
            for token in ("", API_TOKEN, ADMIN_TOKEN):
                await ask(endpoint.method, path, token)
        site = await ask("PUT", "/admin/sites/handbook", ADMIN_TOKEN, json={"repository": "acme/handbook"})
        await ask("PUT", "/admin/sites/handbook", ADMIN_TOKEN, json={"repository": "acme/handbook"})
        await ask("PUT", "/admin/sites/handbook", ADMIN_TOKEN, content=b"{")
        for path in ("", "/handbook", "/docs/revisions"):
            await ask("GET", f"/admin/sites{path}", ADMIN_TOKEN)
        revision = (await ask("GET", "/docs/current.json"))["revision"]
        for path, order in (("rollback", {"revision": revision}), ("pin", {}), ("unpin", {}), ("rollback", {})):
            await ask("POST", f"/admin/sites/docs/{path}", ADMIN_TOKEN, json=order)
        for path in ("build", "rotate"):
            await ask("POST", f"/admin/sites/handbook/{path}", ADMIN_TOKEN)
        site = await ask("PUT", "/admin/sites/handbook", ADMIN_TOKEN, json={"repository": "acme/handbook"})
        for payload in (push_body(), push_body(ref="refs/tags/v1"), {}):
            body = httpx.Request("POST", "/", json=payload).content
            signed = {"x-github-event": "push", "x-hub-signature-256": sign(site["webhookSecret"], body)}
            await ask("POST", "/hooks/github", content=body, headers=signed)
        await ask("POST", "/hooks/github", json=push_body())
        await ask("POST", "/hooks/gitlab", content=b"x" * 60_000)
        await ask("POST", "/hooks/deploy/" + site["deployUrl"].rpartition("/")[2])
        await ask("POST", "/upload", content=make_archive({"a.md": "# A"}))
        await ask("POST", "/process", content=b"{")
        await ask("POST", "/process", json={"task": "none"})
        job = await ask("POST", "/process", json={"task": "process-all", "data": {"repoUrl": "acme/other"}})
        await ask("GET", f"/jobs/{job['jobId']}")
        await ask("POST", f"/jobs/{job['jobId']}/retry")
        await ask("POST", f"/jobs/{job['jobId']}/cancel")
        await ask("POST", f"/jobs/{job['jobId']}/retry")
        await ask("GET", "/jobs")
        await ask("GET", "/jobs?limit=0")
        (done,) = (await ask("GET", "/jobs?site=docs&limit=1"))["jobs"]
        await ask("GET", f"/jobs/{done['jobId']}")
        await ask("POST", f"/jobs/{done['jobId']}/cancel")
        await ask("GET", "/api/embed?site=docs&q=a")
        await ask("GET", "/api/embed?site=docs&q=")
        await ask("DELETE", "/admin/sites/handbook", ADMIN_TOKEN)
    operations = {operation["operationId"] for path in DOCUMENT["paths"].values() for operation in path.values()}
    assert {name for name, _ in watch.seen} == operations
    assert {status for _, status in watch.seen} >= {200, 201, 202, 204, 308, 400, 401, 404, 409, 413, 422}
