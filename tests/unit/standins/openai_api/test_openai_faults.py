"""Every fault at every endpoint, as OpenAI's own client meets it."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING, Any

import openai
import pytest

from tests.standins.openai_api import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.standins.openai_api import OpenAIStandIn

MODEL = "text-embedding-3-small"
USER: Any = [{"role": "user", "content": "one two three"}]

CALLS: dict[str, Callable[[openai.OpenAI], Any]] = {
    "embeddings": lambda client: client.embeddings.create(model=MODEL, input="one"),
    "chat.completions": lambda client: client.chat.completions.create(model="gpt-4o-mini", messages=USER),
    "files.create": lambda client: client.files.create(file=("in.jsonl", io.BytesIO(b"{}")), purpose="batch"),
    "files.list": lambda client: client.files.list(),
    "files.retrieve": lambda client: client.files.retrieve("file-1"),
    "files.content": lambda client: client.files.content("file-1"),
    "files.delete": lambda client: client.files.delete("file-1"),
    "batches.create": lambda client: client.batches.create(
        input_file_id="file-1", endpoint="/v1/embeddings", completion_window="24h"
    ),
    "batches.list": lambda client: client.batches.list(),
    "batches.retrieve": lambda client: client.batches.retrieve("batch_1"),
    "batches.cancel": lambda client: client.batches.cancel("batch_1"),
}


@pytest.fixture(params=CALLS)
def endpoint(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize(
    ("kind", "error", "code"),
    [
        ("rate_limit", openai.RateLimitError, "rate_limit_exceeded"),
        ("insufficient_quota", openai.RateLimitError, "insufficient_quota"),
        ("server_error", openai.InternalServerError, None),
        ("bad_gateway", openai.InternalServerError, None),
        ("overloaded", openai.InternalServerError, None),
    ],
)
def test_refusals_are_read_as_the_originals(
    openai_api: OpenAIStandIn,
    openai_client: openai.OpenAI,
    endpoint: str,
    kind: Any,
    error: type[openai.APIStatusError],
    code: str | None,
) -> None:
    openai_api.fail_next(Fault(kind, retry_after="7", headers={"x-should-retry": "false"}))
    with pytest.raises(error) as caught:
        CALLS[endpoint](openai_client)
    assert caught.value.code == code
    assert str(caught.value.request_id).startswith("req_")
    assert caught.value.response.headers["retry-after"] == "7"
    assert caught.value.response.headers["x-should-retry"] == "false"
    assert openai_api.requests[-1].endpoint == endpoint


def test_a_reset_is_a_connection_error(openai_api: OpenAIStandIn, openai_client: openai.OpenAI, endpoint: str) -> None:
    openai_api.fail_next("reset")
    with pytest.raises(openai.APIConnectionError) as caught:
        CALLS[endpoint](openai_client)
    assert "reset by peer" in str(caught.value.__cause__)
    assert openai_api.requests[-1].status is None


def test_a_silent_server_is_a_time_out(openai_api: OpenAIStandIn, openai_client: openai.OpenAI, endpoint: str) -> None:
    openai_api.fail_next(Fault("hang", hang_s=0.3))
    with pytest.raises(openai.APITimeoutError):
        CALLS[endpoint](openai_client.with_options(timeout=0.05))


def test_half_a_body_is_an_error(openai_api: OpenAIStandIn, openai_client: openai.OpenAI, endpoint: str) -> None:
    openai_api.fail_next("truncated")
    with pytest.raises(Exception, match=r"peer closed connection|Connection error"):
        CALLS[endpoint](openai_client)


def test_the_client_waits_and_retries(openai_api: OpenAIStandIn, openai_client: openai.OpenAI) -> None:
    openai_api.fail_next(Fault("rate_limit", retry_after="0"), Fault("overloaded", headers={"retry-after-ms": "1"}))
    answer = openai_client.with_options(max_retries=2).embeddings.create(model=MODEL, input="one")
    assert len(answer.data) == 1
    assert openai_api.counts == {"embeddings": 3}
    assert openai_api.faults_left == 0


def test_a_rate_limit_says_that_nothing_is_left(openai_api: OpenAIStandIn, openai_client: openai.OpenAI) -> None:
    openai_api.fail_next("rate_limit")
    with pytest.raises(openai.RateLimitError, match=f"Rate limit reached for {MODEL}") as caught:
        openai_client.embeddings.create(model=MODEL, input="one")
    assert caught.value.response.headers["x-ratelimit-remaining-tokens"] == "0"
    assert "retry-after" not in caught.value.response.headers


def test_a_fault_waits_for_its_endpoint(openai_api: OpenAIStandIn, openai_client: openai.OpenAI) -> None:
    openai_api.fail_next(Fault("server_error", endpoint="batches"), Fault("server_error", endpoint="files.list"))
    openai_client.embeddings.create(model=MODEL, input="one")
    for call in (openai_client.files.list, openai_client.batches.list):
        with pytest.raises(openai.InternalServerError):
            call()
        call()


def test_work_may_be_done_although_the_answer_is_lost(openai_api: OpenAIStandIn, openai_client: openai.OpenAI) -> None:
    openai_api.fail_next("reset")
    with pytest.raises(openai.APIConnectionError):
        CALLS["batches.create"](openai_client)
    assert openai_client.batches.list().data == []
    openai_api.fail_next("reset_after_work")
    with pytest.raises(openai.APIConnectionError):
        CALLS["batches.create"](openai_client)
    assert len(openai_client.batches.list().data) == 1


def test_a_silent_server_does_the_work_later_unless_it_is_reset(
    openai_api: OpenAIStandIn, openai_client: openai.OpenAI
) -> None:
    for reset, expected in ((False, 1), (True, 0)):
        openai_api.fail_next(Fault("hang", hang_s=0.1))
        with pytest.raises(openai.APITimeoutError):
            CALLS["batches.create"](openai_client.with_options(timeout=0.02))
        assert openai_client.batches.list().data == []
        if reset:
            openai_api.reset()
        time.sleep(0.2)
        assert len(openai_client.batches.list().data) == expected
        openai_api.reset()


def test_a_stream_can_break_off(openai_api: OpenAIStandIn, openai_client: openai.OpenAI) -> None:
    openai_api.fail_next("truncated", "stream_error")
    for error in (openai.APIConnectionError, openai.APIError):
        received: list[Any] = []
        stream = openai_client.chat.completions.create(model="gpt-4o-mini", messages=USER, stream=True)
        with pytest.raises(error):
            received.extend(stream)
        assert received
        assert all(choice.finish_reason is None for chunk in received for choice in chunk.choices)


def test_rows_can_be_missing_or_in_another_order(openai_api: OpenAIStandIn, openai_client: openai.OpenAI) -> None:
    openai_api.fail_next("missing_row", "shuffled")
    openai_client.files.list()  # cannot have such faults, and leaves them
    short = openai_client.embeddings.create(model=MODEL, input=["one", "two"])
    assert [row.index for row in short.data] == [0]
    turned = openai_client.embeddings.create(model=MODEL, input=["one", "two"])
    assert [row.index for row in turned.data] == [1, 0]


def test_an_unknown_fault_is_a_mistake_of_the_test() -> None:
    with pytest.raises(ValueError, match="there is no fault 'flood'"):
        Fault("flood")  # type: ignore[arg-type]
