"""Embeddings: the static embedder's vectors, spread over the dimensions asked for, so that near texts are near.

As in the original, every vector has norm 1, and a shorter one is the beginning of the longer one, scaled to norm 1.
"""

from __future__ import annotations

import base64
from typing import Any

from shared.domain.vectors.arithmetic import default as arithmetic
from shared.domain.vectors.rows import FLOAT_BYTES, Vectors, floats_to_bytes
from tests.standins.openai_api.errors import bad_request, missing_parameter, unknown_model
from tests.standins.openai_api.tokens import load_model

DIMENSIONS = {"text-embedding-3-small": 1536, "text-embedding-3-large": 3072, "text-embedding-ada-002": 1536}
MAX_INPUTS = 2048
MAX_INPUT_TOKENS = 8192
MAX_REQUEST_TOKENS = 300_000


def answer_embeddings(body: dict[str, Any]) -> dict[str, Any]:
    """The answer's body.

    Raises:
        ApiError: the request breaks a limit.
    """
    texts, dimensions = _read_request(body)
    model = load_model()
    tokens = [model.tokenise(text) for text in texts]
    total = _count_checked([len(each) for each in tokens])
    rows = _spread(model.embed_tokens(tokens), dimensions)
    form = _as_base64 if body.get("encoding_format") == "base64" else _as_numbers
    data = [{"object": "embedding", "index": index, "embedding": form(row)} for index, row in enumerate(rows)]
    usage = {"prompt_tokens": total, "total_tokens": total}
    return {"object": "list", "data": data, "model": body["model"], "usage": usage}


def _read_request(body: dict[str, Any]) -> tuple[list[str], int]:
    """Texts and dimensions, checked for all but tokens."""
    for name in ("model", "input"):
        if body.get(name) is None:
            raise missing_parameter(name)
    model, given, dimensions = body["model"], body["input"], body.get("dimensions")
    if model not in DIMENSIONS:
        raise unknown_model(model)
    if dimensions is not None and model == "text-embedding-ada-002":
        raise bad_request("This model does not support specifying dimensions.")
    if dimensions is not None and (type(dimensions) is not int or not 1 <= dimensions <= DIMENSIONS[model]):
        raise bad_request(f"Invalid value for 'dimensions' = {dimensions}.")
    if body.get("encoding_format", "float") not in ("float", "base64"):
        raise bad_request(f"Invalid value for 'encoding_format' = {body['encoding_format']}.")
    texts = [given] if isinstance(given, str) else given
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) and text for text in texts):
        raise bad_request(
            "'$.input' is invalid. Please check the API reference: https://platform.openai.com/docs/api-reference."
        )
    if len(texts) > MAX_INPUTS:
        raise bad_request(f"'$.input' is invalid: array too long. Expected an array with maximum length {MAX_INPUTS}.")
    return texts, dimensions or DIMENSIONS[model]


def _count_checked(sizes: list[int]) -> int:
    if max(sizes) > MAX_INPUT_TOKENS:
        raise bad_request(
            f"This model's maximum context length is {MAX_INPUT_TOKENS} tokens, however you requested {max(sizes)} "
            f"tokens ({max(sizes)} in your prompt; 0 for the completion). Please reduce your prompt; or completion "
            "length."
        )
    total = sum(sizes)
    if total > MAX_REQUEST_TOKENS:
        error = bad_request(
            f"Requested {total} tokens, max {MAX_REQUEST_TOKENS} tokens per request", code="max_tokens_per_request"
        )
        error.body["error"]["type"] = "max_tokens_per_request"
        raise error
    return max(1, total)


def _spread(vectors: Vectors, dimensions: int) -> Vectors:
    """Repeat or cut each row to `dimensions` numbers; norm 1, whatever the text."""
    repeats, size = -(-dimensions // vectors.dimensions), dimensions * FLOAT_BYTES
    nothing = bytes(vectors.row_bytes)
    somewhere = floats_to_bytes([1.0] + [0.0] * (vectors.dimensions - 1))
    rows = (vectors.raw_row(index) for index in range(len(vectors)))
    data = b"".join([((somewhere if row == nothing else row) * repeats)[:size] for row in rows])
    return arithmetic.normalise(Vectors(data, dimensions))


def _as_base64(row: Any) -> str:
    return base64.b64encode(floats_to_bytes(row)).decode()


def _as_numbers(row: Any) -> list[float]:
    """Nine digits, which name each float32, and about as many bytes as the original sends."""
    return [float(f"{value:.9g}") for value in row]
