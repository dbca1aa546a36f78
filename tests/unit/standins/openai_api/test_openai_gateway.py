"""The API through an AI Gateway, with OpenAI's own client and with the embedder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openai
import pytest

from shared.adapters.embedders.openai import AiGateway, OpenAIEmbedder
from shared.adapters.local.httpx_client import HttpxClient
from shared.errors import ConfigurationError
from tests.standins.openai_api import API_KEY, OpenAIStandIn

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "gateway-token"
MODEL = "text-embedding-3-small"


@pytest.fixture(scope="module")
def gateway() -> Iterator[OpenAIStandIn]:
    with OpenAIStandIn(gateway_token=TOKEN, gateway_holds_key=True) as standin:
        yield standin


@pytest.fixture(autouse=True)
def _start_afresh(gateway: OpenAIStandIn) -> None:
    gateway.reset()


def client_of(api: OpenAIStandIn, *, token: str | None = TOKEN, key: str | None = None) -> openai.OpenAI:
    """A client of the gateway; without a key it sends none."""
    headers = {"cf-aig-authorization": f"Bearer {token}"} if token else {}
    http = openai.DefaultHttpxClient(event_hooks={"request": [] if key else [_drop_key]})
    return openai.OpenAI(
        api_key=key or "none", base_url=api.gateway_url, default_headers=headers, http_client=http, max_retries=0
    )


def _drop_key(request: Any) -> None:
    del request.headers["authorization"]


def test_every_endpoint_is_there_too(gateway: OpenAIStandIn) -> None:
    with client_of(gateway) as client:
        client.embeddings.create(model=MODEL, input="one", extra_headers={"cf-aig-max-attempts": "3"})
        client.chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": "one"}])
        file = client.files.create(file=("a.jsonl", b"{}"), purpose="batch")
        client.files.content(file.id)
        client.batches.create(input_file_id=file.id, endpoint="/v1/embeddings", completion_window="24h")
    assert gateway.counts == {
        "embeddings": 1,
        "chat.completions": 1,
        "files.create": 1,
        "files.content": 1,
        "batches.create": 1,
    }
    first = gateway.requests[0]
    assert (first.gateway, first.path) == ("account/gateway", "/v1/account/gateway/openai/embeddings")
    assert first.gateway_headers == {"cf-aig-authorization": f"Bearer {TOKEN}", "cf-aig-max-attempts": "3"}
    assert "authorization" not in first.headers


@pytest.mark.parametrize("token", [None, "another"])
def test_a_gateway_wants_its_token(gateway: OpenAIStandIn, token: str | None) -> None:
    with client_of(gateway, token=token) as client, pytest.raises(openai.AuthenticationError) as caught:
        client.embeddings.create(model=MODEL, input="one")
    assert caught.value.response.json() == {
        "success": False,
        "result": [],
        "messages": [],
        "error": [{"code": 2009, "message": "Unauthorized"}],
    }


def test_a_key_that_is_sent_counts(gateway: OpenAIStandIn) -> None:
    with client_of(gateway, key="sk-wrong") as client, pytest.raises(openai.AuthenticationError, match="Incorrect"):
        client.embeddings.create(model=MODEL, input="one")


def test_the_api_itself_wants_no_token_but_its_key(gateway: OpenAIStandIn) -> None:
    with openai.OpenAI(api_key=API_KEY, base_url=gateway.base_url, max_retries=0) as client:
        client.embeddings.create(model=MODEL, input="one")
        with pytest.raises(openai.AuthenticationError):
            client.with_options(api_key="sk-wrong").embeddings.create(model=MODEL, input="one")
    assert [request.gateway for request in gateway.requests] == [None, None]


def test_an_open_gateway_without_a_key_passes_keys_on(openai_api: OpenAIStandIn) -> None:
    with client_of(openai_api, token=None, key=API_KEY) as client:
        answer = client.embeddings.with_raw_response.create(model=MODEL, input="one")
    assert answer.headers["cf-aig-log-id"]
    with client_of(openai_api, token=None) as client, pytest.raises(openai.AuthenticationError, match="didn't provide"):
        client.embeddings.create(model=MODEL, input="one")


async def test_the_embedder_works_through_a_gateway_that_holds_the_key(gateway: OpenAIStandIn) -> None:
    async with HttpxClient() as http:
        settings: dict[str, Any] = {"api_key": None, "base_url": gateway.gateway_url, "dimensions": 64}
        rows = await OpenAIEmbedder(http, gateway=AiGateway(TOKEN), **settings).embed(["one", "two"])
        assert (len(rows), rows.dimensions) == (2, 64)
        with pytest.raises(ConfigurationError, match="AI Gateway's token"):
            await OpenAIEmbedder(http, gateway=AiGateway("another"), **settings).embed(["one"])
