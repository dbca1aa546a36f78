"""`GET /api/embed`: vectors of queries, paid for once, and refusals that a page can do without."""

from __future__ import annotations

import base64
import json
import math
import struct
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from shared.domain.encoding import to_json
from shared.domain.revision import Pointer, pointer_name
from shared.ports import HttpResponse
from shared.usecases.embed_query import normalise_query

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from tests.unit.functions.service import Service

MODEL = "openai/text-embedding-3-small@384"
REVISION = "0123456789abcdef"


class FakeOpenAI:
    """An `HttpClient` that answers as the embeddings API does: a number in one place for each letter."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.status = 200

    async def send(self, method: str, url: str, *, headers: Any, body: bytes = b"", timeout_s: float) -> HttpResponse:
        texts = json.loads(body)["input"]
        self.asked += texts
        if self.status != 200:
            return HttpResponse(self.status, {}, b'{"error": {"message": "no", "code": "some"}}')
        rows = [
            [float((ord(text[index % len(text)]) * (index + 3)) % 11 - 5) for index in range(384)] for text in texts
        ]
        data = [
            {"index": number, "embedding": base64.b64encode(struct.pack("<384f", *row)).decode()}
            for number, row in enumerate(rows)
        ]
        return HttpResponse(200, {}, to_json({"data": data, "usage": {"total_tokens": 3}}))


@pytest.fixture
def open_docs(open_service: Callable[..., Any]) -> Callable[..., Any]:
    """The service with a site `docs` of OpenAI's vectors."""

    @asynccontextmanager
    async def opened(*, vectors: object = None, **changes: str) -> AsyncIterator[tuple[Service, FakeOpenAI]]:
        async with open_service(OPENAI_API_KEY="sk-test", **changes) as (service, services):
            openai = FakeOpenAI()
            services.http = openai
            found = {"model": MODEL, "dimensions": 384} if vectors is None else vectors
            manifest = {
                "revision": REVISION,
                "site": {"name": "docs"},
                "source": {"committed_at": None},
                "vectors": found or None,
            }
            pointer = Pointer.to(manifest)
            await services.artifacts.put(pointer_name("docs"), pointer.to_bytes())
            yield service, openai

    return opened


async def test_a_query_has_a_vector_of_norm_one(open_docs: Callable[..., Any]) -> None:
    async with open_docs() as (service, _):
        answer = await service.client.get("/api/embed", params={"site": "docs", "q": "install on windows"})
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cache-control"] == "public, max-age=86400"
    found = answer.json()
    assert (found["model"], found["dimensions"]) == (MODEL, 384)
    numbers = struct.unpack("384b", base64.b64decode(found["vector"]))
    assert math.hypot(*numbers) * found["scale"] == pytest.approx(1.0, abs=0.01)
    assert len(answer.content) < 700


async def test_a_query_is_paid_for_once(open_docs: Callable[..., Any]) -> None:
    async with open_docs() as (service, openai):
        spellings = ("install on Windows", "  INSTALL\ton  windows ", "ｉｎｓｔａｌｌ on windows")
        answers = [await service.client.get("/api/embed", params={"site": "docs", "q": text}) for text in spellings]
        assert openai.asked == ["install on windows"]
        assert len({answer.text for answer in answers}) == 1


async def test_the_days_queries_are_capped(open_docs: Callable[..., Any]) -> None:
    async with open_docs(QUERY_CAP_PER_DAY="2") as (service, openai):

        async def ask(text: str) -> Any:
            return await service.client.get("/api/embed", params={"site": "docs", "q": text})

        assert [(await ask(text)).status_code for text in ("a", "b", "a", "c")] == [200, 200, 200, 429]
        refused = await ask("d")
        assert refused.json()["error"]["code"] == "query-cap"
        assert 0 < int(refused.headers["retry-after"]) <= 86_400
        assert refused.headers["access-control-allow-origin"] == "*"
        assert refused.headers["cache-control"] == "no-store"
        assert openai.asked == ["a", "b"]


async def test_a_client_that_asks_too_often_is_slowed_down(open_docs: Callable[..., Any]) -> None:
    async with open_docs() as (service, _):

        async def ask(client: str) -> Any:
            headers = {"cf-connecting-ip": client}
            return await service.client.get("/api/embed", params={"site": "docs", "q": "a"}, headers=headers)

        statuses = [(await ask("198.51.100.7")).status_code for _ in range(130)]
        assert 429 in statuses
        refused = await ask("198.51.100.7")
        if refused.status_code == 429:  # unless the clock's minute has just ended
            assert refused.json()["error"]["code"] == "rate-limited"
        assert (await ask("198.51.100.8")).status_code == 200


@pytest.mark.parametrize("status", [401, 429, 500, 503])
async def test_a_service_that_fails_is_503(open_docs: Callable[..., Any], status: int) -> None:
    async with open_docs(EMBED_MAX_ATTEMPTS="1") as (service, openai):
        openai.status = status
        answer = await service.client.get("/api/embed", params={"site": "docs", "q": "a"})
        assert answer.status_code == 503
        assert answer.json()["error"]["code"] == "embedding-unavailable"
        assert int(answer.headers["retry-after"]) > 0
        assert "sk-test" not in answer.text
        openai.status = 200
        assert (await service.client.get("/api/embed", params={"site": "docs", "q": "a"})).status_code == 200


@pytest.mark.parametrize("vectors", [False, {"model": "static/wordllama-256@128", "dimensions": 128}])
async def test_sites_of_other_vectors_have_none_here(open_docs: Callable[..., Any], vectors: object) -> None:
    async with open_docs(vectors=vectors) as (service, openai):
        answer = await service.client.get("/api/embed", params={"site": "docs", "q": "a"})
        assert (answer.status_code, answer.json()["error"]["code"]) == (404, "no-query-vectors")
        assert answer.headers["access-control-allow-origin"] == "*"
        assert openai.asked == []


@pytest.mark.parametrize(
    ("params", "status", "code"),
    [
        ({"site": "docs", "q": ""}, 422, "no-query"),
        ({"site": "docs", "q": " \t\x00"}, 422, "no-query"),
        ({"site": "docs"}, 422, "no-query"),
        ({"q": "a"}, 422, "bad-site-name"),
        ({"site": "../docs", "q": "a"}, 422, "bad-site-name"),
        ({"site": "other", "q": "a"}, 404, "no-site"),
    ],
)
async def test_questions_without_an_answer(
    open_docs: Callable[..., Any], params: dict[str, str], status: int, code: str
) -> None:
    async with open_docs() as (service, _):
        answer = await service.client.get("/api/embed", params=params)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


def test_long_queries_are_cut() -> None:
    assert normalise_query("a" * 10_000) == "a" * 512
    assert normalise_query("ﷺ" * 4_096).count("\n") == 0
    assert len(normalise_query("ﷺ" * 4_096)) <= 512
    assert normalise_query("\ud800 a\u200b") == "a\u200b"
