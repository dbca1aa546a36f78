"""The vector of a visitor's query, for sites whose vectors a service makes: paid for once, and bounded by the day.

A client does without: whatever goes wrong here has a code that tells it to search by words alone.
"""

from __future__ import annotations

import asyncio
import base64
import unicodedata
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import BaseModel, ValidationError

from shared.domain.encoding import to_json
from shared.errors import ConfigurationError, InputError, RateLimited, Unavailable, UpstreamError
from shared.usecases.publish_revision import read_pointer

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.ports import Cache, Coordinator, ObjectStore, RateLimiter, TextEmbedder

__all__ = ["QueryVector", "embed_query", "normalise_query"]

_MAX_CHARS: Final = 512
_MAX_READ_CHARS: Final = 4_096
_LARGEST: Final = 127
_VECTOR_TTL_S: Final = 30 * 86_400
_MODEL_TTL_S: Final = 60
_RETRY_S: Final = 30.0
_DAY_S: Final = 86_400


_Model = TypeVar("_Model", bound=BaseModel)


class QueryVector(BaseModel):
    """`vector`: int8, base64, `dimensions` of them; times `scale`, their L2 norm is about 1."""

    model: str
    dimensions: int
    scale: float
    vector: str


class _Vectors(BaseModel):
    """What a manifest says of a site's vectors; `model` is empty for a site of words alone."""

    model: str = ""
    dimensions: int = 0


def normalise_query(text: str) -> str:
    """What of a query matters to its meaning: compatible characters alike, single spaces, no letter case.

    At most 512 characters.
    """
    folded = unicodedata.normalize("NFKC", text[:_MAX_READ_CHARS])
    printable = "".join(char if unicodedata.category(char) not in {"Cc", "Cs", "Co", "Cn"} else " " for char in folded)
    return " ".join(printable.lower().split())[:_MAX_CHARS].strip()


async def embed_query(
    site: str,
    text: str,
    *,
    client: str,
    artifacts: ObjectStore,
    cache: Cache,
    limiter: RateLimiter,
    coordinator: Callable[[str], Coordinator],
    embedder: Callable[[str], TextEmbedder | None],
    cap_per_day: int,
    timeout_s: float,
    now: float,
) -> QueryVector:
    """The query's vector in the published revision's space. `embedder`: by the model's name.

    Raises:
        InputError: there is no text in it; nothing is published as `site`, or its vectors are of another kind.
        RateLimited: by this client (`rate-limited`) or on this day (`query-cap`).
        Unavailable: the service does not answer in time, or refuses (`embedding-unavailable`).
    """
    query = normalise_query(text)
    if not query:
        raise InputError("the query is empty", code="no-query")
    if not await limiter.admit(client):
        raise RateLimited("too many queries; wait a minute", retry_after_s=60.0, code="rate-limited")
    vectors = await _find_vectors(site, artifacts, cache)
    service = embedder(vectors.model) if vectors.model else None
    if service is None or service.dimensions != vectors.dimensions:
        raise InputError(f"{site} has no vectors that are made here", code="no-query-vectors")
    key = "query:" + sha256(to_json([vectors.model, vectors.dimensions, query])).hexdigest()
    if (known := _parse(QueryVector, await cache.get(key))) is not None:
        return known
    if not await coordinator(site).take_query(cap_per_day):
        wait = _DAY_S - now % _DAY_S
        raise RateLimited(f"{site} has had its queries of today", retry_after_s=wait, code="query-cap")
    found = await _embed(service, query, timeout_s)
    with suppress(Unavailable):  # it will be paid for once more
        await cache.put(key, to_json(found.model_dump()), ttl_s=_VECTOR_TTL_S)
    return found


async def _embed(service: TextEmbedder, query: str, timeout_s: float) -> QueryVector:
    # Arithmetic is loaded by who needs it: most requests to a deployment do not.
    from shared.domain.vectors.arithmetic import default

    try:
        async with asyncio.timeout(timeout_s):
            rows = await service.embed([query])
    except (TimeoutError, UpstreamError, ConfigurationError) as error:
        wait = error.retry_after_s if isinstance(error, RateLimited) else _RETRY_S
        raise RateLimited(
            "the service that embeds queries does not answer", retry_after_s=wait, code="embedding-unavailable"
        ) from error
    (numbers, scales) = default.scale_to_integers(rows, _LARGEST)
    vector = base64.b64encode(numbers).decode("ascii")
    return QueryVector(model=service.name, dimensions=service.dimensions, scale=scales[0], vector=vector)


async def _find_vectors(site: str, artifacts: ObjectStore, cache: Cache) -> _Vectors:
    """The published manifest's, as it was a minute ago at most: the answer names the model, so that a client sees."""
    key = f"vectors:{site}"
    if (known := _parse(_Vectors, await cache.get(key))) is not None:
        return known
    pointer = await read_pointer(site, artifacts)
    if pointer is None:
        raise InputError(f"nothing is published as {site}", code="no-site")
    vectors = _Vectors.model_validate(pointer.content.get("vectors") or {})
    with suppress(Unavailable):  # it will be read once more
        await cache.put(key, to_json(vectors.model_dump()), ttl_s=_MODEL_TTL_S)
    return vectors


def _parse(model: type[_Model], data: bytes | None) -> _Model | None:
    try:
        return model.model_validate_json(data) if data is not None else None
    except ValidationError:  # of another version of Inkdex
        return None
