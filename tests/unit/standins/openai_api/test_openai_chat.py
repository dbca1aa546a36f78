"""Chat completions, as OpenAI's own client sees them."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

import openai
import pytest

from tests.standins.openai_api import ChatAnswer

if TYPE_CHECKING:
    from tests.standins.openai_api import OpenAIStandIn

MODEL = "gpt-4o-mini"
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(60)).decode()


def user(content: Any) -> Any:
    return [{"role": "system", "content": "Be short."}, {"role": "user", "content": content}]


def image(url: str, **more: str) -> dict[str, Any]:
    return {"type": "image_url", "image_url": {"url": url, **more}}


def ask(client: openai.OpenAI, content: Any = "What is a shard?", **settings: Any) -> Any:
    return client.chat.completions.create(**{"model": MODEL, "messages": user(content), **settings})


def test_equal_questions_have_equal_answers_that_follow_from_them(openai_client: openai.OpenAI) -> None:
    first, second, other = (
        ask(openai_client, text) for text in ("What is a shard?", "What is a shard?", "And a list?")
    )
    assert (first.id, first.choices) == (second.id, second.choices)
    assert first.choices[0].message.content == "Answer to: What is a shard?"
    assert first.choices[0].finish_reason == "stop"
    assert (other.id, other.choices) != (first.id, first.choices)
    assert first.usage.total_tokens == first.usage.prompt_tokens + first.usage.completion_tokens
    assert first.usage.completion_tokens > 0


def test_answers_are_scripted_in_order_or_by_question(openai_api: OpenAIStandIn, openai_client: openai.OpenAI) -> None:
    openai_api.answer_next("one", ChatAnswer(None, refusal="I will not."))
    openai_api.answer_when("weather", "Rain.")
    messages = [ask(openai_client, text).choices[0].message for text in ("a", "the weather?", "b", "c")]
    assert [message.content for message in messages] == ["one", "Rain.", None, "Answer to: c"]
    assert messages[2].refusal == "I will not."


def test_a_stream_holds_the_same_answer(openai_client: openai.OpenAI) -> None:
    whole = ask(openai_client, n=2)
    chunks = list(ask(openai_client, n=2, stream=True, stream_options={"include_usage": True}))
    for index in (0, 1):
        parts = [choice for chunk in chunks for choice in chunk.choices if choice.index == index]
        assert "".join(part.delta.content or "" for part in parts) == whole.choices[index].message.content
        assert parts[0].delta.role == "assistant"
        assert [part.finish_reason for part in parts[-2:]] == [None, "stop"]
    assert chunks[-1].choices == []
    assert chunks[-1].usage == whole.usage
    assert all(chunk.usage is None for chunk in chunks[:-1])
    assert all(chunk.choices for chunk in ask(openai_client, stream=True))


@pytest.mark.parametrize("name", ["max_tokens", "max_completion_tokens"])
def test_an_answer_is_cut_at_its_tokens(openai_client: openai.OpenAI, name: str) -> None:
    answer = ask(openai_client, **{name: 4})
    assert answer.choices[0].finish_reason == "length"
    assert "Answer to: What is a shard?".startswith(answer.choices[0].message.content)
    assert answer.usage.completion_tokens <= 4


def test_images_are_seen_and_paid_for(openai_client: openai.OpenAI) -> None:
    text = {"type": "text", "text": "What is on it?"}
    plain = ask(openai_client, [text])
    low = ask(openai_client, [text, image(f"data:image/png;base64,{PNG}", detail="low")])
    assert low.choices[0].message.content == "Answer to: [png image, 68 bytes] What is on it?"
    assert low.usage.prompt_tokens == plain.usage.prompt_tokens + 85
    high = ask(openai_client, [text, image("https://example.org/a.png")])
    assert high.usage.prompt_tokens == plain.usage.prompt_tokens + 765


@pytest.mark.parametrize(
    ("shown", "code"),
    [
        (image(f"data:image/png;base64,{base64.b64encode(b'<svg/>').decode()}"), "invalid_image_format"),
        (image("data:image/png;base64,!!!"), "invalid_base64"),
        (image(PNG), "invalid_value"),
        (image(f"data:image/png;base64,{PNG}", detail="tiny"), "invalid_value"),
        ({"type": "image_url"}, "missing_required_parameter"),
        ({"type": "picture"}, "invalid_value"),
    ],
)
def test_images_that_cannot_be_read_are_refused(openai_client: openai.OpenAI, shown: Any, code: str) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        ask(openai_client, [shown])
    assert caught.value.code == code


def test_answers_fit_the_format_asked_for(openai_client: openai.OpenAI) -> None:
    schema = {
        "type": "object",
        "properties": {
            "title": {"type": "string", "maxLength": 12},
            "kind": {"enum": ["guide", "reference"]},
            "tags": {"type": "array", "items": {"$ref": "#/$defs/tag"}},
            "score": {"type": ["integer", "null"], "minimum": 1},
            "extra": {"anyOf": [{"type": "null"}, {"type": "boolean"}]},
        },
        "$defs": {"tag": {"type": "object", "properties": {"on": {"type": "boolean"}}}},
    }
    format_ = {"type": "json_schema", "json_schema": {"name": "page", "schema": schema, "strict": True}}
    fitting = json.loads(ask(openai_client, response_format=format_).choices[0].message.content)
    assert fitting == {"title": "title: Answe", "kind": "guide", "tags": [{"on": True}], "score": 1, "extra": None}
    any_json = ask(openai_client, "Answer in JSON", response_format={"type": "json_object"})
    assert json.loads(any_json.choices[0].message.content) == {"answer": "Answer to: Answer in JSON"}
    with pytest.raises(openai.BadRequestError, match="must contain the word 'json'"):
        ask(openai_client, response_format={"type": "json_object"})


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"messages": []}, "empty_array"),
        ({"messages": [{"role": "robot", "content": "x"}]}, "invalid_value"),
        ({"messages": [{"role": "user", "content": 7}]}, "invalid_type"),
        ({"model": "gpt-5-mini", "max_tokens": 5}, "unsupported_parameter"),
        ({"model": "o4-mini", "temperature": 0}, "unsupported_value"),
    ],
)
def test_requests_that_break_the_rules_are_refused(
    openai_client: openai.OpenAI, settings: dict[str, Any], code: str
) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        ask(openai_client, **settings)
    assert caught.value.code == code


@pytest.mark.parametrize("model", ["no-such-model", "text-embedding-3-small"])
def test_a_model_that_does_not_chat_is_not_found(openai_client: openai.OpenAI, model: str) -> None:
    with pytest.raises(openai.NotFoundError):
        ask(openai_client, model=model)
