"""Embedding with a cache pays for each text once, and loses little when it breaks off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.adapters.embedders.static import StaticEmbedder
from shared.adapters.memory.vector_cache import MemoryVectorCache
from shared.domain.vectors.arithmetic import Vectors
from shared.errors import InvariantError, Unavailable
from shared.usecases.embed_texts import embed_with_cache, vector_key

if TYPE_CHECKING:
    from collections.abc import Sequence


class CountingEmbedder(StaticEmbedder):
    """The static embedder with small batches, that notes what it is asked and can be told to fail."""

    max_batch = 3

    def __init__(self, dimensions: int = 16) -> None:
        super().__init__(dimensions)
        self.asked: list[str] = []
        self.fails_at: str | None = None

    async def embed(self, texts: Sequence[str]) -> Vectors:
        if self.fails_at in texts:
            raise Unavailable("told to fail")
        self.asked += texts
        return await super().embed(texts)


@pytest.fixture
def embedder() -> CountingEmbedder:
    return CountingEmbedder()


async def test_rows_are_in_order_and_equal_texts_are_asked_once(embedder: CountingEmbedder) -> None:
    texts = ["b", "a", "b", "", "a", "c", "d"]
    rows = await embed_with_cache(embedder, MemoryVectorCache(), texts)
    assert rows == embedder.embed_now(texts)
    assert sorted(embedder.asked) == ["", "a", "b", "c", "d"]


async def test_cached_texts_are_not_asked_again(embedder: CountingEmbedder) -> None:
    cache = MemoryVectorCache()
    first = await embed_with_cache(embedder, cache, ["a", "b"])
    embedder.asked.clear()
    assert (await embed_with_cache(embedder, cache, ["b", "c", "a"])).take([2, 0]) == first
    assert embedder.asked == ["c"]


async def test_another_model_or_dimension_has_other_keys(embedder: CountingEmbedder) -> None:
    other = CountingEmbedder(32)
    assert vector_key(embedder, "a") != vector_key(other, "a")
    cache = MemoryVectorCache()
    await embed_with_cache(embedder, cache, ["a"])
    assert (await embed_with_cache(other, cache, ["a"])).dimensions == 32


async def test_finished_batches_are_kept_when_a_later_one_fails(embedder: CountingEmbedder) -> None:
    cache = MemoryVectorCache()
    texts = [f"text {index}" for index in range(30)]
    embedder.fails_at = "text 29"
    with pytest.raises(Unavailable):
        await embed_with_cache(embedder, cache, texts)
    embedder.asked.clear()
    embedder.fails_at = None
    await embed_with_cache(embedder, cache, texts)
    assert embedder.asked == ["text 27", "text 28", "text 29"]


async def test_a_cached_value_of_another_size_is_asked_again(embedder: CountingEmbedder) -> None:
    cache = MemoryVectorCache()
    await cache.put_many({vector_key(embedder, "a"): b"short"})
    assert await embed_with_cache(embedder, cache, ["a"]) == embedder.embed_now(["a"])


async def test_no_texts_ask_nothing(embedder: CountingEmbedder) -> None:
    assert len(await embed_with_cache(embedder, MemoryVectorCache(), [])) == 0
    assert embedder.asked == []


async def test_an_embedder_that_miscounts_is_our_bug(embedder: CountingEmbedder) -> None:
    async def miscount(texts: Sequence[str]) -> Vectors:
        return Vectors(b"", 16)

    embedder.embed = miscount  # type: ignore[method-assign]
    with pytest.raises(InvariantError, match="0 vectors for 1 texts"):
        await embed_with_cache(embedder, MemoryVectorCache(), ["a"])
