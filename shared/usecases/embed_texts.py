"""Embed texts, paying for each only once."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from shared.concurrency import map_concurrently
from shared.domain.vectors.rows import FLOAT_BYTES, Vectors
from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.ports import TextEmbedder, VectorCache

__all__ = ["embed_with_cache", "vector_key"]

_CONCURRENT_BATCHES: Final = 2
"""Texts, answer and vectors of each are in memory."""
_ASKED_TOGETHER: Final = 1_024


def vector_key(embedder: TextEmbedder, text: str) -> bytes:
    """The cache key of a text's vector: SHA-256 of the embedder's name, its dimensions and the text."""
    content = f"{embedder.name}\0{embedder.dimensions}\0{text}"
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).digest()


async def embed_with_cache(embedder: TextEmbedder, cache: VectorCache, texts: Sequence[str]) -> Vectors:
    """One row a text, in order, of L2 norm 1 (zero for a text without words).

    Equal texts are embedded once, and texts in the cache not at all. Each batch is stored when it is done, so that a
    build that breaks off loses at most the batches under way.
    """
    keys = [vector_key(embedder, text) for text in texts]
    wanted = dict(zip(keys, texts, strict=True))
    row_bytes = FLOAT_BYTES * embedder.dimensions
    rows: dict[bytes, bytes] = {}
    asked = list(wanted)
    for start in range(0, len(asked), _ASKED_TOGETHER):
        cached = await cache.get_many(asked[start : start + _ASKED_TOGETHER])
        rows.update((key, value) for key, value in cached.items() if len(value) == row_bytes)
    missing = [key for key in wanted if key not in rows]

    async def embed_batch(batch: Sequence[bytes]) -> None:
        vectors = await embedder.embed([wanted[key] for key in batch])
        if len(vectors) != len(batch) or vectors.dimensions != embedder.dimensions:
            raise InvariantError(f"{embedder.name} gave {len(vectors)} vectors for {len(batch)} texts")
        found = {key: vectors.raw_row(row) for row, key in enumerate(batch)}
        await cache.put_many(found)
        rows.update(found)

    batches = [missing[start : start + embedder.max_batch] for start in range(0, len(missing), embedder.max_batch)]
    await map_concurrently(embed_batch, batches, limit=_CONCURRENT_BATCHES)
    return Vectors(b"".join([rows[key] for key in keys]), embedder.dimensions)
