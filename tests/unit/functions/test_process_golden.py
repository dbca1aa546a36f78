"""The shapes that clients of `POST /process` rely on: tests/golden/process has one file for each."""

from __future__ import annotations

import asyncio
import hmac
import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shared.domain.secrets import derive_secret
from shared.ports import HttpResponse
from tests.unit.functions.service import SECRET, make_archive

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

GOLDEN = Path(__file__).parents[2] / "golden/process"


class Client:
    """An `HttpClient` that is the client's own server: it keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, Mapping[str, str], bytes]] = []
        self.was_told = asyncio.Event()

    async def send(self, method: str, url: str, *, headers: Any, body: bytes = b"", timeout_s: float) -> HttpResponse:
        self.told.append((f"{method} {url}", headers, body))
        self.was_told.set()
        return HttpResponse(200, {}, b"")


def golden(name: str) -> Any:
    return json.loads((GOLDEN / f"{name}.json").read_text("utf-8"))


def shape(value: Any, wanted: Any) -> Any:
    """`value` with what `wanted` leaves open, such as `<text>`, put in its place if it is of that kind."""
    kinds = {"<text>": str, "<number>": int | float, "<object>": dict, "<list>": list}
    if isinstance(wanted, str) and wanted in kinds:
        return wanted if isinstance(value, kinds[wanted]) and not isinstance(value, bool) else value
    if isinstance(value, dict) and isinstance(wanted, dict):
        return {key: shape(item, wanted.get(key)) for key, item in value.items()}
    return value


async def test_requests_answers_and_callbacks_keep_their_shape(open_service: Callable[..., Any]) -> None:
    async with open_service(PUBLIC_URL="https://inkdex.example.org") as (service, services):
        client = services.http = Client()
        uploaded = await service.as_client("POST", "/upload", content=make_archive({"index.md": "# Hello\n\nWorld."}))
        assert shape(uploaded.json(), golden("uploaded")) == golden("uploaded")
        order = golden("request")
        order["data"]["archive"] = uploaded.json()["key"]
        accepted = await service.as_client("POST", "/process", json=order)
        assert (accepted.status_code, accepted.json()) == (202, golden("accepted"))
        job = await service.wait("golden-1")
        await asyncio.wait_for(client.was_told.wait(), 10)
        assert shape({**job, "callback": None}, golden("job")) == golden("job")
        address, headers, body = client.told[0]
    assert address == "POST https://client.example.com/done"
    assert shape(json.loads(body), golden("callback")) == golden("callback")
    key = derive_secret(SECRET, "callback", "golden").encode()
    assert headers["x-inkdex-signature"] == "sha256=" + hmac.new(key, body, sha256).hexdigest()


async def test_a_client_is_told_of_a_failure(open_service: Callable[..., Any]) -> None:
    async with open_service() as (service, services):
        client = services.http = Client()
        uploaded = await service.as_client("POST", "/upload", content=b"\x1f\x8b no archive")
        order = {**golden("request"), "data": {"site": "golden", "archive": uploaded.json()["key"]}}
        await service.as_client("POST", "/process", json=order)
        job = await service.wait("golden-1")
        assert job["state"] == "failed"
        await asyncio.wait_for(client.was_told.wait(), 10)
    told = json.loads(client.told[0][2])
    assert shape(told, golden("callback-failed")) == golden("callback-failed")
    assert told["result"]["error"]["message"] == job["error"]["message"]
