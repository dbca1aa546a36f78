"""Embeddings, and what all endpoints share, as OpenAI's own client sees them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import openai
import pytest

if TYPE_CHECKING:
    from tests.standins.openai_api import OpenAIStandIn

MODEL = "text-embedding-3-small"


def test_embeddings_have_models_dimensions_and_usage(openai_client: openai.OpenAI) -> None:
    answer = openai_client.embeddings.create(model=MODEL, input=["one two", "three"])
    assert [len(row.embedding) for row in answer.data] == [1536, 1536]
    assert [row.index for row in answer.data] == [0, 1]
    assert answer.usage.total_tokens == answer.usage.prompt_tokens > 0
    short = openai_client.embeddings.create(model=MODEL, input="one two", dimensions=384)
    assert len(short.data[0].embedding) == 384


def test_base64_and_numbers_hold_the_same_vector(openai_client: openai.OpenAI) -> None:
    # The client asks for base64 by itself unless told otherwise.
    packed = openai_client.embeddings.create(model=MODEL, input="one", dimensions=64)
    plain = openai_client.embeddings.create(model=MODEL, input="one", dimensions=64, encoding_format="float")
    assert packed.data[0].embedding == pytest.approx(plain.data[0].embedding, abs=1e-7)


def test_a_wrong_key_is_refused(openai_client: openai.OpenAI) -> None:
    with pytest.raises(openai.AuthenticationError) as caught:
        openai_client.with_options(api_key="sk-wrong").embeddings.create(model=MODEL, input="one")
    assert caught.value.code == "invalid_api_key"


@pytest.mark.parametrize("texts", [[""], [], ["x"] * 2049, ["7" * 9000], ["7" * 8000] * 40])
def test_requests_beyond_the_limits_are_refused(openai_client: openai.OpenAI, texts: list[str]) -> None:
    with pytest.raises(openai.BadRequestError):
        openai_client.embeddings.create(model=MODEL, input=texts)


def test_an_unknown_model_is_not_found(openai_client: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError) as caught:
        openai_client.embeddings.create(model="no-such-model", input="one")
    assert caught.value.code == "model_not_found"


def test_an_older_model_takes_no_dimensions(openai_client: openai.OpenAI) -> None:
    assert len(openai_client.embeddings.create(model="text-embedding-ada-002", input="one").data[0].embedding) == 1536
    with pytest.raises(openai.BadRequestError, match="does not support specifying dimensions"):
        openai_client.embeddings.create(model="text-embedding-ada-002", input="one", dimensions=256)


def test_a_vector_has_norm_one_and_a_shorter_one_is_its_beginning(openai_client: openai.OpenAI) -> None:
    texts = ["one two three", " "]
    long = openai_client.embeddings.create(model=MODEL, input=texts, dimensions=600)
    short = openai_client.embeddings.create(model=MODEL, input=texts, dimensions=300)
    for whole, cut in zip(long.data, short.data, strict=True):
        assert math.hypot(*whole.embedding) == pytest.approx(1.0, abs=1e-6)
        beginning = whole.embedding[:300]
        scale = math.hypot(*beginning)
        assert cut.embedding == pytest.approx([value / scale for value in beginning], abs=1e-6)


def test_headers_name_the_request_and_the_limits(openai_client: openai.OpenAI) -> None:
    answers = [openai_client.embeddings.with_raw_response.create(model=MODEL, input="one two") for _ in range(2)]
    headers = answers[0].headers
    used = answers[0].parse().usage.total_tokens
    assert headers["x-request-id"].startswith("req_")
    assert headers["x-request-id"] != answers[1].headers["x-request-id"]
    assert int(headers["x-ratelimit-limit-tokens"]) - int(headers["x-ratelimit-remaining-tokens"]) == used
    assert int(headers["x-ratelimit-limit-requests"]) - int(headers["x-ratelimit-remaining-requests"]) == 1
    assert headers["x-ratelimit-reset-requests"].endswith("ms")


def test_a_missing_key_and_a_wrong_one_are_told_apart(openai_api: OpenAIStandIn, openai_client: openai.OpenAI) -> None:
    with pytest.raises(openai.AuthenticationError, match="didn't provide an API key") as caught:
        openai_client.with_options(api_key="").files.list(extra_headers={"Authorization": ""})
    assert caught.value.code is None
    assert [request.status for request in openai_api.requests] == [401]


def test_unknown_paths_methods_and_bodies_are_refused(openai_client: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError, match=r"Invalid URL \(POST /v1/nothing\)"):
        openai_client.post("/nothing", cast_to=object)
    with pytest.raises(openai.APIStatusError, match="Not allowed to GET on /v1/embeddings") as caught:
        openai_client.get("/embeddings", cast_to=object)
    assert caught.value.status_code == 405
    headers = {"Content-Type": "application/json"}
    with pytest.raises(openai.BadRequestError, match="could not parse the JSON body"):
        openai_client.post("/embeddings", cast_to=object, content=b'{"model": ', options={"headers": headers})
    with pytest.raises(openai.BadRequestError, match="Unsupported content type: 'text/plain'"):
        openai_client.post(
            "/embeddings", cast_to=object, content=b"{}", options={"headers": {"Content-Type": "text/plain"}}
        )
    with pytest.raises(openai.BadRequestError, match="Missing required parameter: 'input'"):
        openai_client.post("/embeddings", cast_to=object, body={"model": MODEL})


def test_every_request_is_in_the_log(openai_api: OpenAIStandIn, openai_client: openai.OpenAI) -> None:
    openai_client.embeddings.create(model=MODEL, input=["one", "two"])
    openai_client.files.list(limit=5)
    first, second = openai_api.requests
    assert (first.method, first.endpoint, first.inputs, first.status) == ("POST", "embeddings", ["one", "two"], 200)
    assert (second.method, second.endpoint, second.query) == ("GET", "files.list", {"limit": "5"})
    assert openai_api.counts == {"embeddings": 1, "files.list": 1}
