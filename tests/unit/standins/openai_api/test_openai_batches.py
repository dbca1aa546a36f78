"""Batches, as OpenAI's own client sees them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import openai
import pytest

from tests.standins.openai_api import API_KEY, OpenAIStandIn

if TYPE_CHECKING:
    from openai.types import Batch

MODEL = "text-embedding-3-small"


def row(custom_id: str, text: str = "one two", **changes: Any) -> dict[str, Any]:
    body = {"model": MODEL, "input": text, "dimensions": 8}
    return {"custom_id": custom_id, "method": "POST", "url": "/v1/embeddings", "body": body, **changes}


def rows(count: int) -> list[dict[str, Any]]:
    return [row(f"row-{number}", f"text number {number}") for number in range(count)]


def submit(client: openai.OpenAI, lines: list[Any], endpoint: Any = "/v1/embeddings", **more: Any) -> Batch:
    content = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    file = client.files.create(file=("rows.jsonl", content.encode()), purpose="batch")
    return client.batches.create(input_file_id=file.id, endpoint=endpoint, completion_window="24h", **more)


def read(client: openai.OpenAI, file_id: str | None) -> dict[str, dict[str, Any]]:
    """Lines by custom id, in the order of the file."""
    if file_id is None:
        return {}
    lines = [json.loads(line) for line in client.files.content(file_id).text.splitlines()]
    assert len({line["id"] for line in lines}) == len(lines)
    return {line["custom_id"]: line for line in lines}


def test_a_batch_goes_from_status_to_status(openai_api: OpenAIStandIn, openai_client: openai.OpenAI) -> None:
    batch = submit(openai_client, rows(20), metadata={"job": "7"})
    assert (batch.status, batch.metadata, batch.output_file_id) == ("validating", {"job": "7"}, None)
    assert (batch.expires_at or 0) - batch.created_at == 86_400
    for status in ("in_progress", "finalizing", "completed"):
        assert openai_api.advance_batches() == {batch.id: status}
        batch = openai_client.batches.retrieve(batch.id)
        assert batch.status == status
        assert getattr(batch, f"{status}_at") >= batch.created_at
    assert batch.request_counts is not None
    assert batch.request_counts.to_dict() == {"total": 20, "completed": 20, "failed": 0}
    assert (batch.model, batch.error_file_id, batch.errors) == (MODEL, None, None)
    assert batch.usage is not None
    assert batch.usage.input_tokens == batch.usage.total_tokens > 20
    assert openai_api.advance_batches() == {batch.id: "completed"}


def test_results_are_those_of_the_endpoint_in_an_order_of_their_own(
    openai_api: OpenAIStandIn, openai_client: openai.OpenAI
) -> None:
    batch = submit(openai_client, rows(20))
    openai_api.finish_batches()
    results = read(openai_client, openai_client.batches.retrieve(batch.id).output_file_id)
    asked = [f"row-{number}" for number in range(20)]
    assert list(results) != asked
    assert sorted(results) == sorted(asked)
    direct = openai_client.embeddings.create(model=MODEL, input="text number 7", dimensions=8, encoding_format="float")
    response = results["row-7"]["response"]
    assert (response["status_code"], results["row-7"]["error"]) == (200, None)
    assert response["body"]["data"][0]["embedding"] == direct.data[0].embedding
    output = openai_client.files.retrieve(str(openai_client.batches.retrieve(batch.id).output_file_id))
    assert (output.purpose, output.filename) == ("batch_output", f"{batch.id}_output.jsonl")


def test_chat_completions_and_their_images_go_in_batches_too(
    openai_api: OpenAIStandIn, openai_client: openai.OpenAI
) -> None:
    content = [{"type": "image_url", "image_url": {"url": "https://example.org/a.png"}}]
    body = {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": content}]}
    line = {"custom_id": "a", "method": "POST", "url": "/v1/chat/completions", "body": body}
    batch = submit(openai_client, [line], "/v1/chat/completions")
    openai_api.answer_next("A cat.")
    openai_api.finish_batches()
    done = openai_client.batches.retrieve(batch.id)
    answer = read(openai_client, done.output_file_id)["a"]["response"]["body"]
    assert answer["choices"][0]["message"]["content"] == "A cat."
    assert done.usage is not None
    assert done.usage.output_tokens > 0


def test_refused_rows_are_in_the_error_file(openai_api: OpenAIStandIn, openai_client: openai.OpenAI) -> None:
    batch = submit(openai_client, [*rows(3), row("empty", "")])
    openai_api.fail_rows({"row-1": "server_error", "row-2": "missing_row"})
    openai_api.finish_batches()
    done = openai_client.batches.retrieve(batch.id)
    assert done.status == "completed"
    assert done.request_counts is not None
    assert done.request_counts.to_dict() == {"total": 4, "completed": 1, "failed": 2}
    assert list(read(openai_client, done.output_file_id)) == ["row-0"]
    errors = read(openai_client, done.error_file_id)
    assert {name: line["response"]["status_code"] for name, line in errors.items()} == {"row-1": 500, "empty": 400}
    assert "invalid" in errors["empty"]["response"]["body"]["error"]["message"]


def test_a_batch_without_one_good_row_has_no_output_file(
    openai_api: OpenAIStandIn, openai_client: openai.OpenAI
) -> None:
    batch = submit(openai_client, [row("empty", "")])
    openai_api.finish_batches()
    done = openai_client.batches.retrieve(batch.id)
    assert (done.status, done.output_file_id) == ("completed", None)
    assert done.error_file_id


def test_an_expired_batch_keeps_what_it_has_done(openai_api: OpenAIStandIn, openai_client: openai.OpenAI) -> None:
    batch = submit(openai_client, rows(5))
    openai_api.advance_batches()
    assert openai_api.advance_batches(rows=2) == {batch.id: "in_progress"}
    counts = openai_client.batches.retrieve(batch.id).request_counts
    assert counts is not None
    assert counts.completed == 2
    assert openai_api.expire_batches() == {batch.id: "expired"}
    done = openai_client.batches.retrieve(batch.id)
    finished, left = read(openai_client, done.output_file_id), read(openai_client, done.error_file_id)
    assert (len(finished), len(left)) == (2, 3)
    assert not set(finished) & set(left)
    assert {line["error"]["code"] for line in left.values()} == {"batch_expired"}
    assert all(line["response"] is None for line in left.values())
    assert done.expired_at


def test_a_batch_expires_after_its_window(openai_api: OpenAIStandIn, openai_client: openai.OpenAI) -> None:
    batch = submit(openai_client, rows(2))
    openai_api.advance_batches()
    openai_api.pass_time(86_399 - 60)
    assert openai_client.batches.retrieve(batch.id).status == "in_progress"
    openai_api.pass_time(61)
    done = openai_client.batches.retrieve(batch.id)
    assert (done.status, done.expired_at) == ("expired", done.expires_at)


def test_a_cancelled_batch_keeps_what_it_has_done(openai_api: OpenAIStandIn, openai_client: openai.OpenAI) -> None:
    batch = submit(openai_client, rows(3))
    openai_api.advance_batches()
    openai_api.advance_batches(rows=1)
    assert openai_client.batches.cancel(batch.id).status == "cancelling"
    assert openai_api.advance_batches() == {batch.id: "cancelled"}
    done = openai_client.batches.retrieve(batch.id)
    assert len(read(openai_client, done.output_file_id)) == 1
    assert {line["error"]["code"] for line in read(openai_client, done.error_file_id).values()} == {"batch_cancelled"}
    with pytest.raises(openai.ConflictError, match="Cannot cancel a batch with status 'cancelled'"):
        openai_client.batches.cancel(batch.id)


CHAT = row("b", url="/v1/chat/completions")


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        ([], "empty_file", None),
        ([row("a"), "{"], "invalid_json_line", 2),
        ([row("a"), row("a")], "duplicate_custom_id", 2),
        ([row("a"), CHAT], "url_mismatch", 2),
        ([row("a"), row("b", body={"model": "text-embedding-3-large", "input": "x"})], "model_mismatch", 2),
        ([row("a", method="GET")], "invalid_method", 1),
        ([{"custom_id": "a"}], "missing_required_parameter", 1),
        ([row("a", body={"model": MODEL, "input": ["x"] * 50_001})], "too_many_tasks", None),
        (["7"] * 50_001, "too_many_tasks", None),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_batch_with_a_bad_file_fails(
    openai_api: OpenAIStandIn, openai_client: openai.OpenAI, lines: list[Any], code: str, line: int | None
) -> None:
    batch = submit(openai_client, lines)
    assert openai_api.advance_batches() == {batch.id: "failed"}
    failed = openai_client.batches.retrieve(batch.id)
    assert failed.failed_at
    assert failed.errors is not None
    assert [(error.code, error.line) for error in failed.errors.data or []] == [(code, line)]
    assert (failed.output_file_id, failed.error_file_id) == (None, None)


def test_a_batch_fails_without_its_file_or_when_told_to(
    openai_api: OpenAIStandIn, openai_client: openai.OpenAI
) -> None:
    openai_client.batches.create(input_file_id="file-0", endpoint="/v1/embeddings", completion_window="24h")
    openai_api.advance_batches()
    openai_api.fail_next_batch()
    submit(openai_client, rows(1))
    openai_api.advance_batches()
    second, first = openai_client.batches.list().data
    codes = [error.code for batch in (first, second) if batch.errors for error in batch.errors.data or []]
    assert codes == ["invalid_input_file", "token_limit_exceeded"]


@pytest.mark.parametrize(
    ("changes", "param"),
    [
        ({"completion_window": "1h"}, "completion_window"),
        ({"endpoint": "/v1/poems"}, "endpoint"),
        ({"input_file_id": ""}, "input_file_id"),
        ({"metadata": {str(number): "x" for number in range(17)}}, "metadata"),
    ],
)
def test_a_batch_with_wrong_parameters_is_refused(
    openai_client: openai.OpenAI, changes: dict[str, Any], param: str
) -> None:
    given: Any = {"input_file_id": "file-1", "endpoint": "/v1/embeddings", "completion_window": "24h", **changes}
    with pytest.raises(openai.BadRequestError) as caught:
        openai_client.batches.create(**given)
    assert caught.value.param == param


def test_lists_come_in_pages_newest_first(openai_client: openai.OpenAI) -> None:
    batches = [submit(openai_client, rows(1)) for _ in range(5)]
    assert [batch.id for batch in openai_client.batches.list(limit=2)] == [batch.id for batch in reversed(batches)]
    with pytest.raises(openai.NotFoundError, match="No batch found with id 'batch_x'"):
        openai_client.batches.retrieve("batch_x")


def test_batches_move_by_the_clock_when_each_status_has_a_length() -> None:
    with (
        OpenAIStandIn(batch_step_s=100.0) as api,
        openai.OpenAI(api_key=API_KEY, base_url=api.base_url, max_retries=0) as client,
    ):
        batch = submit(client, rows(2))
        seen = []
        for _ in range(4):
            seen.append(client.batches.retrieve(batch.id).status)
            api.pass_time(100.0)
        assert seen == ["validating", "in_progress", "finalizing", "completed"]
        later = submit(client, rows(2))
        api.pass_time(1000.0)
        assert client.batches.retrieve(later.id).status == "completed"
