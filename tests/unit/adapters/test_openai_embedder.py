"""The OpenAI embedder against the stand-in, over real HTTP: what it sends, and what it makes of every failure."""

from __future__ import annotations

import asyncio
import base64
import json
from typing import TYPE_CHECKING, Any, Self

import pytest

from shared.adapters.embedders.openai import AiGateway, OpenAIEmbedder, plan_batches
from shared.adapters.embedders.openai_protocol import read_error, read_vectors, retry_after_s
from shared.adapters.local.httpx_client import HttpxClient
from shared.domain.vectors.rows import floats_to_bytes
from shared.errors import ConfigurationError, InkdexError, RateLimited, Rejected, Unavailable
from shared.ports import HttpResponse
from tests.standins.openai_api import API_KEY, Fault, OpenAIStandIn

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def running_api() -> Iterator[OpenAIStandIn]:
    with OpenAIStandIn() as standin:
        yield standin


@pytest.fixture
def api(running_api: OpenAIStandIn) -> OpenAIStandIn:
    running_api.reset()
    return running_api


class Client:
    """An embedder of the stand-in that notes its waits instead of waiting."""

    def __init__(self, api: OpenAIStandIn) -> None:
        self.waits: list[float] = []
        self._api = api
        self._http = HttpxClient()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.close()

    def embedder(self, **settings: Any) -> OpenAIEmbedder:
        given: dict[str, Any] = {"api_key": API_KEY, "base_url": self._api.base_url, "timeout_s": 5.0, **settings}
        return OpenAIEmbedder(self._http, sleep=self._wait, jitter=lambda: 0.0, **given)

    async def _wait(self, seconds: float) -> None:
        self.waits.append(seconds)


@pytest.fixture
async def client(api: OpenAIStandIn) -> Iterator[Client]:
    async with Client(api) as opened:
        yield opened


async def test_a_request_says_what_the_api_wants(api: OpenAIStandIn, client: Client) -> None:
    await client.embedder(dimensions=256).embed(["one", "", "two"])
    (request,) = api.requests
    assert request.body == {
        "model": "text-embedding-3-small",
        "input": ["one", "two"],
        "encoding_format": "base64",
        "dimensions": 256,
    }
    assert request.headers["authorization"] == f"Bearer {API_KEY}"
    assert not [name for name in request.headers if name.startswith("cf-")]


async def test_an_ai_gateway_gets_its_token_and_keeps_no_texts(api: OpenAIStandIn, client: Client) -> None:
    await client.embedder(gateway=AiGateway("gateway-token")).embed(["one"])
    await client.embedder(gateway=AiGateway()).embed(["one"])
    first, second = (request.headers for request in api.requests)
    assert first["cf-aig-authorization"] == "Bearer gateway-token"
    assert first["cf-aig-collect-log-payload"] == second["cf-aig-collect-log-payload"] == "false"
    assert "cf-aig-authorization" not in second


async def test_no_more_texts_in_a_request_than_allowed(api: OpenAIStandIn, client: Client) -> None:
    rows = await client.embedder().embed([f"text {index}" for index in range(2050)])
    assert len(rows) == 2050
    assert sorted(len(request.inputs) for request in api.requests) == [2, 2048]


async def test_requests_under_way_at_once_are_bounded(api: OpenAIStandIn, client: Client) -> None:
    embedder = client.embedder(max_requests=2)
    api.fail_next(*[Fault("hang", hang_s=0.05)] * 6)
    await asyncio.gather(*(embedder.embed([f"text {index}"]) for index in range(6)))
    assert embedder.usage.requests == 6
    assert api.most_at_once == 2


async def test_rows_are_put_in_order_by_index(api: OpenAIStandIn, client: Client) -> None:
    expected = await client.embedder().embed(["one", "two", "three"])
    api.fail_next("shuffled")
    assert await client.embedder().embed(["one", "two", "three"]) == expected


async def test_usage_has_tokens_requests_and_cost(api: OpenAIStandIn, client: Client) -> None:
    api.fail_next("server_error")
    embedder = client.embedder(model="text-embedding-3-large")
    await embedder.embed(["one two three four"])
    assert (embedder.usage.texts, embedder.usage.requests) == (1, 2)
    assert embedder.usage.cost_usd == pytest.approx(embedder.usage.tokens * 0.13e-6)
    assert client.embedder(model="other").usage.cost_usd is None


@pytest.mark.parametrize("fault", ["server_error", "overloaded", "truncated", "missing_row"])
async def test_a_passing_failure_is_retried(api: OpenAIStandIn, client: Client, fault: Any) -> None:
    expected = await client.embedder().embed(["one", "two"])
    api.fail_next(fault, fault)
    assert await client.embedder().embed(["one", "two"]) == expected
    assert client.waits == [0.5, 1.0]


@pytest.mark.parametrize("fault", ["server_error", "overloaded", "truncated", "missing_row"])
async def test_a_failure_that_stays_is_unavailable(api: OpenAIStandIn, client: Client, fault: Any) -> None:
    api.fail_next(fault, fault, fault)
    with pytest.raises(Unavailable):
        await client.embedder(max_attempts=3).embed(["one", "two"])
    assert len(api.requests) == 3


async def test_a_time_out_is_retried_then_unavailable(api: OpenAIStandIn, client: Client) -> None:
    api.fail_next(Fault("hang", hang_s=0.6), Fault("hang", hang_s=0.6))
    with pytest.raises(Unavailable, match=r"within 0\.2 s"):
        await client.embedder(timeout_s=0.2, max_attempts=2).embed(["one"])
    assert len(api.requests) == 2


async def test_a_server_that_is_not_there_is_unavailable(client: Client) -> None:
    with pytest.raises(Unavailable):
        await client.embedder(base_url="http://127.0.0.1:9/v1", max_attempts=1).embed(["one"])


async def test_a_rate_limit_is_waited_for_as_long_as_it_says(api: OpenAIStandIn, client: Client) -> None:
    api.fail_next(Fault("rate_limit", retry_after="7"), Fault("overloaded", retry_after="3"), Fault("rate_limit"))
    await client.embedder().embed(["one"])
    assert client.waits == [7.0, 3.0, 2.0]


async def test_a_long_rate_limit_is_left_to_the_caller(api: OpenAIStandIn, client: Client) -> None:
    api.fail_next(Fault("rate_limit", retry_after="3600"))
    with pytest.raises(RateLimited) as caught:
        await client.embedder().embed(["one"])
    assert caught.value.retry_after_s == 3600
    assert client.waits == []


async def test_an_empty_account_is_not_retried(api: OpenAIStandIn, client: Client) -> None:
    api.fail_next("insufficient_quota")
    with pytest.raises(Rejected, match="billing") as caught:
        await client.embedder().embed(["one"])
    assert caught.value.code == "insufficient_quota"
    assert len(str(caught.value.context["request_id"])) == 36
    assert len(api.requests) == 1


async def test_a_wrong_key_names_the_setting_and_shows_nothing_of_the_key(api: OpenAIStandIn, client: Client) -> None:
    embedder = client.embedder(api_key="sk-wrong-secret-9876")
    with pytest.raises(ConfigurationError, match="OPENAI_API_KEY") as caught:
        await embedder.embed(["one"])
    shown = f"{caught.value} {caught.value.context} {embedder!r} {AiGateway('secret-9876')!r}"
    assert "9876" not in shown
    assert len(api.requests) == 1


async def test_an_unknown_model_names_the_setting(client: Client) -> None:
    with pytest.raises(ConfigurationError, match=r"embedder\.model"):
        await client.embedder(model="no-such-model").embed(["one"])


async def test_one_text_with_too_many_tokens_is_cut_and_the_others_are_not(api: OpenAIStandIn, client: Client) -> None:
    dense = "0123456789" * 2000  # a token a digit: three times the estimate
    texts = ["one", dense, "two", "three"]
    rows = await client.embedder().embed(texts)
    shorter = await client.embedder().embed(["one", dense[:8000], "two", "three"])
    assert rows == shorter
    assert max(len(request.inputs) for request in api.requests) == 4


async def test_a_request_of_too_many_tokens_is_halved(api: OpenAIStandIn, client: Client) -> None:
    texts = [str(index) + "9" * 7000 for index in range(60)]  # 420,000 tokens, estimated as 140,000
    assert len(await client.embedder().embed(texts)) == 60
    assert [len(request.inputs) for request in api.requests] == [60, 30, 30]


def test_batches_keep_order_and_limits() -> None:
    texts = ["a" * 24_000 for _ in range(80)] + ["b" * 100_000, "é" * 20_000]
    batches = plan_batches(texts)
    assert [len(batch) for batch in batches] == [37, 37, 8]
    assert batches[-1][-2:] == ["b" * 24_000, "é" * 12_000]
    assert plan_batches([]) == []


def response(body: object, status: int = 200, **headers: str) -> HttpResponse:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return HttpResponse(status, {name.replace("_", "-"): value for name, value in headers.items()}, content)


def row(index: int, *values: float) -> dict[str, object]:
    return {"index": index, "embedding": base64.b64encode(floats_to_bytes(values)).decode()}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        {"data": "x"},
        {"data": [row(0, 1.0, 0.0)]},
        {"data": [row(0, 1.0, 0.0), row(0, 1.0, 0.0)]},
        {"data": [row(0, 1.0, 0.0), row(2, 1.0, 0.0)]},
        {"data": [row(0, 1.0, 0.0), {"index": 1, "embedding": "AAA"}]},
        {"data": [row(0, 1.0, 0.0), {"index": 1, "embedding": "AAAA"}]},
        {"data": [row(0, 1.0, 0.0), row(1, float("nan"), 0.0)]},
    ],
)
def test_malformed_answers_are_unavailable(body: object) -> None:
    with pytest.raises(Unavailable):
        read_vectors(response(body), 2, 2)


def test_vectors_of_another_length_name_the_setting() -> None:
    with pytest.raises(ConfigurationError, match=r"3 numbers: set embedder\.dimensions"):
        read_vectors(response({"data": [row(0, 1.0, 0.0, 0.0)]}), 1, 2)


def test_numbers_instead_of_base64_are_read_too() -> None:
    vectors, tokens = read_vectors(response({"data": [{"index": 0, "embedding": [1, 0.5]}]}), 1, 2)
    assert (list(vectors.row(0)), tokens) == ([1.0, 0.5], 0)


@pytest.mark.parametrize(
    ("status", "family"),
    [
        *((status, ConfigurationError) for status in (301, 401, 403, 404)),
        *((status, Rejected) for status in (400, 413, 422)),
        *((status, Unavailable) for status in (408, 409, 500, 502, 503, 504, 529)),
        (429, RateLimited),
    ],
)
@pytest.mark.parametrize("body", [b"", b"<html>gateway</html>", b'{"error": "text"}', b'{"error": {"code": 7}}'])
def test_every_status_has_a_family_whatever_the_body(status: int, family: type[InkdexError], body: bytes) -> None:
    assert type(read_error(response(body, status), secrets=())) is family


def test_what_the_api_says_never_shows_a_secret() -> None:
    error = read_error(
        response({"error": {"message": "bad key sk-1 for gateway g-2"}}, 400), secrets=("sk-1", "g-2", None)
    )
    assert "sk-1" not in str(error)
    assert "g-2" not in str(error)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"retry_after": "2.5"}, 2.5),
        ({"retry_after_ms": "250", "retry_after": "1"}, 0.25),
        ({"retry_after": "soon"}, None),
        ({"retry_after_ms": "nan"}, None),
        ({"retry_after": "-1"}, None),
        ({"retry_after": "Wed, 21 Oct 2026 07:28:30 GMT", "date": "Wed, 21 Oct 2026 07:28:00 GMT"}, 30.0),
        ({"retry_after": "Wed, 21 Oct 2026 07:28:30 GMT"}, None),
    ],
)
def test_waits_are_read_from_headers(headers: dict[str, str], expected: float | None) -> None:
    assert retry_after_s(response(b"", 429, **headers).headers) == expected
