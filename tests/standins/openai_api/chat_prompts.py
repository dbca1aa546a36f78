"""What a chat completion is asked: the messages' texts and images, with the original's refusals."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import Any

from tests.standins.openai_api.errors import ApiError, bad_request, invalid_value, missing_parameter, unknown_model

_CHAT_MODEL = re.compile(r"(gpt-\d|chatgpt-|o\d)")
_REASONING_MODEL = re.compile(r"(gpt-[5-9]|o\d)")
_ROLES = ["system", "assistant", "user", "function", "tool", "developer"]
_DATA_URL = re.compile(r"data:([\w./+-]+);base64,(.*)", re.DOTALL)
_SIGNATURES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"RIFF": "webp"}
_IMAGE_TOKENS = {"low": 85, "auto": 765, "high": 765}


@dataclass(frozen=True)
class Image:
    """`kind` and `size_bytes` are None for an image on the web, which the stand-in does not fetch."""

    detail: str
    kind: str | None = None
    size_bytes: int | None = None

    @property
    def tokens(self) -> int:
        return _IMAGE_TOKENS[self.detail]

    def __str__(self) -> str:
        return f"[{self.kind} image, {self.size_bytes} bytes]" if self.kind else "[image on the web]"


@dataclass(frozen=True)
class Prompt:
    texts: list[str]
    """Of all messages, in order."""
    question: str
    """The text of the last message."""
    images: list[Image]


def read_prompt(body: dict[str, Any]) -> Prompt:
    """Raises ApiError for a request that the original refuses."""
    _check_model(body)
    messages = body.get("messages")
    if messages is None:
        raise missing_parameter("messages")
    if not isinstance(messages, list) or not messages:
        raise bad_request(
            "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.",
            param="messages",
            code="empty_array",
        )
    texts: list[str] = []
    images: list[Image] = []
    question = ""
    for index, message in enumerate(messages):
        if not isinstance(message, dict) or message.get("role") not in _ROLES:
            role = message.get("role") if isinstance(message, dict) else message
            raise invalid_value(f"messages[{index}].role", role, _ROLES)
        found, shown = _read_content(message.get("content"), f"messages[{index}].content")
        texts += found
        images += shown
        question = "\n".join(found)
    if _format(body) == "json_object" and "json" not in " ".join(texts).lower():
        raise bad_request(
            "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
            param="messages",
        )
    return Prompt(texts, question, images)


def _format(body: dict[str, Any]) -> str:
    return str((body.get("response_format") or {}).get("type", "text"))


def _check_model(body: dict[str, Any]) -> None:
    model = body.get("model")
    if model is None:
        raise missing_parameter("model")
    if str(model).startswith("text-embedding-"):
        message = "This is not a chat model and thus not supported in the v1/chat/completions endpoint."
        raise ApiError(404, message, param="model")
    if not _CHAT_MODEL.match(str(model)):
        raise unknown_model(model)
    if _REASONING_MODEL.match(str(model)):
        if body.get("max_tokens") is not None:
            raise bad_request(
                "Unsupported parameter: 'max_tokens' is not supported with this model. "
                "Use 'max_completion_tokens' instead.",
                param="max_tokens",
                code="unsupported_parameter",
            )
        if body.get("temperature") not in (None, 1):
            raise bad_request(
                f"Unsupported value: 'temperature' does not support {body['temperature']} with this model. "
                "Only the default (1) value is supported.",
                param="temperature",
                code="unsupported_value",
            )


def _read_content(content: object, place: str) -> tuple[list[str], list[Image]]:
    if isinstance(content, str):
        return [content], []
    if not isinstance(content, list):
        raise bad_request(
            f"Invalid type for '{place}': expected one of a string or array of objects, but got something else.",
            param=place,
            code="invalid_type",
        )
    texts, images = [], []
    for index, part in enumerate(content):
        kind = part.get("type") if isinstance(part, dict) else None
        if kind == "text" and isinstance(part.get("text"), str):
            texts.append(part["text"])
        elif kind == "image_url":
            images.append(_read_image(part.get("image_url"), f"{place}[{index}].image_url"))
        else:
            raise invalid_value(f"{place}[{index}].type", kind, ["text", "image_url"])
    return texts, images


def _read_image(given: object, place: str) -> Image:
    if not isinstance(given, dict) or not isinstance(given.get("url"), str):
        raise missing_parameter(f"{place}.url")
    detail = given.get("detail") or "auto"
    if detail not in _IMAGE_TOKENS:
        raise invalid_value(f"{place}.detail", detail, ["low", "high", "auto"])
    url = given["url"]
    if url.startswith(("https://", "http://")):
        return Image(detail)
    found = _DATA_URL.fullmatch(url)
    if not found:
        raise bad_request(
            f"Invalid '{place}.url'. Expected a base64-encoded data URL with an image MIME type "
            "(e.g. 'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU='), but got a value without it.",
            param=f"{place}.url",
            code="invalid_value",
        )
    try:
        data = base64.b64decode(found[2], validate=True)
    except binascii.Error:
        raise bad_request("Invalid base64 image_url.", param=place, code="invalid_base64") from None
    kind = next((kind for signature, kind in _SIGNATURES.items() if data.startswith(signature)), None)
    if kind is None:
        raise bad_request(
            "You uploaded an unsupported image. Please make sure your image has of one the following formats: "
            "['png', 'jpeg', 'gif', 'webp'].",
            code="invalid_image_format",
        )
    return Image(detail, kind, len(data))
