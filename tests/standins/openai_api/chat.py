"""Chat completions: scripted answers, or ones that follow from the question; whole or as a stream of events."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

from tests.standins.openai_api.chat_prompts import Prompt, read_prompt
from tests.standins.openai_api.chat_script import ChatAnswer, ChatScript
from tests.standins.openai_api.json_answers import example_of
from tests.standins.openai_api.tokens import count_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKENS_PER_MESSAGE = 4


def answer_chat(body: dict[str, Any], script: ChatScript, now: float) -> dict[str, Any]:
    """A whole completion.

    Raises:
        ApiError: the request is refused.
    """
    prompt = read_prompt(body)
    answer = script.find(prompt.question) or ChatAnswer(_derive(prompt, body.get("response_format") or {}))
    answer = _cut(answer, body.get("max_completion_tokens") or body.get("max_tokens"))
    message: dict[str, Any] = {
        "role": "assistant",
        "content": answer.content,
        "refusal": answer.refusal,
        "annotations": [],
    }
    return {
        "id": "chatcmpl-" + hashlib.sha256(json.dumps(body).encode()).hexdigest()[:29],
        "object": "chat.completion",
        "created": int(now),
        "model": body["model"],
        "choices": [
            {"index": index, "message": message, "logprobs": None, "finish_reason": answer.finish_reason}
            for index in range(body.get("n") or 1)
        ],
        "usage": _usage(prompt, answer, body.get("n") or 1),
        "service_tier": "default",
        "system_fingerprint": "fp_standin",
    }


def stream_events(completion: dict[str, Any], *, with_usage: bool) -> Iterator[dict[str, Any]]:
    """The same completion in parts: the role, the text word by word, the reason for its end, and the usage."""
    kept = ("id", "created", "model", "service_tier", "system_fingerprint")
    frame = {"object": "chat.completion.chunk", **{name: completion[name] for name in kept}}
    if with_usage:
        frame["usage"] = None
    for choice in completion["choices"]:
        message = choice["message"]
        deltas: list[dict[str, Any]] = [{"role": "assistant", "content": "", "refusal": None}]
        deltas += [{"content": piece} for piece in _pieces(message["content"])]
        deltas += [{"refusal": piece} for piece in _pieces(message["refusal"])]
        for delta in deltas:
            yield {**frame, "choices": [_part(choice["index"], delta, None)]}
        yield {**frame, "choices": [_part(choice["index"], {}, choice["finish_reason"])]}
    if with_usage:
        yield {**frame, "choices": [], "usage": completion["usage"]}


def _part(index: int, delta: dict[str, Any], finish_reason: str | None) -> dict[str, Any]:
    return {"index": index, "delta": delta, "logprobs": None, "finish_reason": finish_reason}


def _derive(prompt: Prompt, response_format: dict[str, Any]) -> str:
    seen = " ".join([*map(str, prompt.images), prompt.question])
    answer = f"Answer to: {seen}".encode("utf-8", "replace").decode()
    match response_format.get("type"):
        case "json_schema":
            return json.dumps(example_of(response_format["json_schema"]["schema"], answer))
        case "json_object":
            return json.dumps({"answer": answer})
        case _:
            return answer


def _cut(answer: ChatAnswer, max_tokens: int | None) -> ChatAnswer:
    """The beginning of an answer, as long as its tokens may be."""
    if max_tokens is None or answer.content is None or count_tokens(answer.content) <= max_tokens:
        return answer
    kept, tokens = [], 0
    for piece in _pieces(answer.content):
        tokens += count_tokens(piece)
        if tokens > max_tokens:
            break
        kept.append(piece)
    return ChatAnswer("".join(kept), "length", answer.refusal)


def _pieces(text: str | None) -> list[str]:
    """Words, each with the white space before it."""
    return re.findall(r"\s*\S+|\s+$", text or "")


def _usage(prompt: Prompt, answer: ChatAnswer, answers: int) -> dict[str, Any]:
    asked = sum(count_tokens(text) + _TOKENS_PER_MESSAGE for text in prompt.texts)
    asked += sum(image.tokens for image in prompt.images)
    answered = answers * count_tokens((answer.content or "") + " " + (answer.refusal or ""))
    return {
        "prompt_tokens": asked,
        "completion_tokens": answered,
        "total_tokens": asked + answered,
        "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
        "completion_tokens_details": {
            "reasoning_tokens": 0,
            "audio_tokens": 0,
            "accepted_prediction_tokens": 0,
            "rejected_prediction_tokens": 0,
        },
    }
