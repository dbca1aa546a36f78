"""The stand-in answers OpenAI's own client as the original does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openai
import pytest

from tests.standins.openai_api import API_KEY, Fault, OpenAIStandIn

if TYPE_CHECKING:
    from collections.abc import Iterator

MODEL = "text-embedding-3-small"


@pytest.fixture(scope="module")
def running_api() -> Iterator[OpenAIStandIn]:
    with OpenAIStandIn() as standin:
        yield standin


@pytest.fixture
def api(running_api: OpenAIStandIn) -> OpenAIStandIn:
    running_api.reset()
    return running_api


@pytest.fixture
def client(api: OpenAIStandIn) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(api_key=API_KEY, base_url=api.base_url, max_retries=0, timeout=5.0) as opened:
        yield opened


def test_embeddings_have_models_dimensions_and_usage(client: openai.OpenAI) -> None:
    answer = client.embeddings.create(model=MODEL, input=["one two", "three"])
    assert [len(row.embedding) for row in answer.data] == [1536, 1536]
    assert [row.index for row in answer.data] == [0, 1]
    assert answer.usage.total_tokens == answer.usage.prompt_tokens > 0
    short = client.embeddings.create(model=MODEL, input="one two", dimensions=384)
    assert len(short.data[0].embedding) == 384


def test_base64_and_numbers_hold_the_same_vector(client: openai.OpenAI) -> None:
    # The client asks for base64 by itself unless told otherwise.
    packed = client.embeddings.create(model=MODEL, input="one", dimensions=64)
    plain = client.embeddings.create(model=MODEL, input="one", dimensions=64, encoding_format="float")
    assert packed.data[0].embedding == pytest.approx(plain.data[0].embedding, abs=1e-7)


@pytest.mark.parametrize(
    ("fault", "kind", "code"),
    [
        ("rate_limit", openai.RateLimitError, "rate_limit_exceeded"),
        ("insufficient_quota", openai.RateLimitError, "insufficient_quota"),
        ("server_error", openai.InternalServerError, None),
        ("overloaded", openai.InternalServerError, None),
    ],
)
def test_faults_are_read_as_the_originals(
    api: OpenAIStandIn, client: openai.OpenAI, fault: Any, kind: type[openai.APIStatusError], code: str | None
) -> None:
    api.fail_next(fault)
    with pytest.raises(kind) as caught:
        client.embeddings.create(model=MODEL, input="one")
    assert caught.value.code == code
    assert str(caught.value.request_id).startswith("req_")


def test_the_client_waits_and_retries(api: OpenAIStandIn, client: openai.OpenAI) -> None:
    api.fail_next(Fault("rate_limit", retry_after="0"))
    answer = client.with_options(max_retries=1).embeddings.create(model=MODEL, input="one")
    assert len(answer.data) == 1
    assert len(api.requests) == 2


def test_time_outs_and_broken_bodies_are_connection_errors(api: OpenAIStandIn, client: openai.OpenAI) -> None:
    api.fail_next(Fault("hang", hang_s=0.5), "truncated")
    with pytest.raises(openai.APITimeoutError):
        client.with_options(timeout=0.1).embeddings.create(model=MODEL, input="one")
    with pytest.raises(Exception, match=r"peer closed connection|Connection error"):
        client.embeddings.create(model=MODEL, input="one")


def test_a_wrong_key_is_refused(client: openai.OpenAI) -> None:
    with pytest.raises(openai.AuthenticationError) as caught:
        client.with_options(api_key="sk-wrong").embeddings.create(model=MODEL, input="one")
    assert caught.value.code == "invalid_api_key"


@pytest.mark.parametrize("texts", [[""], [], ["x"] * 2049, ["7" * 9000], ["7" * 8000] * 40])
def test_requests_beyond_the_limits_are_refused(client: openai.OpenAI, texts: list[str]) -> None:
    with pytest.raises(openai.BadRequestError):
        client.embeddings.create(model=MODEL, input=texts)


def test_an_unknown_model_is_not_found(client: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError) as caught:
        client.embeddings.create(model="no-such-model", input="one")
    assert caught.value.code == "model_not_found"
