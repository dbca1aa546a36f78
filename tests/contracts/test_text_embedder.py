"""What every `TextEmbedder` promises."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from shared.adapters.embedders.openai import OpenAIEmbedder
from shared.adapters.embedders.static import StaticEmbedder
from shared.adapters.local.httpx_client import HttpxClient
from shared.domain.vectors.arithmetic import plain_backend
from tests.standins.openai_api import API_KEY, OpenAIStandIn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.ports import TextEmbedder

TEXTS = ["Install the package with pip", "", "The cat sleeps on the warm roof", " \n\t", "Naïve 漢字 🙂 <s> \ud800"]


@pytest.fixture(scope="module")
def api() -> Iterator[OpenAIStandIn]:
    with OpenAIStandIn() as standin:
        yield standin


@pytest.fixture(params=["static", "static without numpy", "openai"])
async def embedder(request: pytest.FixtureRequest, api: OpenAIStandIn) -> Iterator[TextEmbedder]:
    if request.param == "static":
        yield StaticEmbedder()
    elif request.param == "static without numpy":
        yield StaticEmbedder(backend=plain_backend)
    else:
        async with HttpxClient() as http:
            yield OpenAIEmbedder(http, api_key=API_KEY, base_url=api.base_url, dimensions=384)


async def test_one_row_a_text_of_norm_one_or_zero_without_words(embedder: TextEmbedder) -> None:
    rows = await embedder.embed(TEXTS)
    assert (len(rows), rows.dimensions) == (len(TEXTS), embedder.dimensions)
    for text, row in zip(TEXTS, rows, strict=True):
        norm = math.sqrt(math.fsum(value * value for value in row))
        assert norm == pytest.approx(1.0 if text.strip() else 0.0, abs=1e-6)


async def test_no_texts_give_no_rows(embedder: TextEmbedder) -> None:
    assert len(await embedder.embed([])) == 0


async def test_a_vector_depends_on_its_text_only(embedder: TextEmbedder) -> None:
    together = await embedder.embed(TEXTS)
    reverse = await embedder.embed(TEXTS[::-1])
    alone = [(await embedder.embed([text])).raw_row(0) for text in TEXTS]
    assert [together.raw_row(row) for row in range(len(TEXTS))] == alone
    assert [reverse.raw_row(row) for row in range(len(TEXTS))] == alone[::-1]


async def test_near_texts_have_near_vectors(embedder: TextEmbedder) -> None:
    rows = await embedder.embed(["install a python package", "how to set up a python library", "a recipe for soup"])
    near, far = plain_backend.dots(rows.part(1, 3), rows.row(0))
    assert near > far + 0.1


async def test_the_name_tells_model_and_dimensions(embedder: TextEmbedder) -> None:
    assert embedder.name.endswith(f"@{embedder.dimensions}")
    assert "/" in embedder.name
    assert embedder.max_batch >= 1


async def test_usage_counts_texts_and_tokens(embedder: TextEmbedder) -> None:
    assert embedder.usage.texts == embedder.usage.tokens == 0
    await embedder.embed(["one two three", ""])
    await embedder.embed(["four"])
    assert embedder.usage.texts == 3
    assert 4 <= embedder.usage.tokens <= 12
    assert embedder.usage.cost_usd is not None
    assert embedder.usage.cost_usd >= 0
