"""Vectors from OpenAI's API, or one like it, directly or through Cloudflare's AI Gateway."""

from __future__ import annotations

import asyncio
import json
import random
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from shared.adapters.embedders.openai_protocol import InputTooLong, read_error, read_vectors
from shared.concurrency import map_concurrently, retry
from shared.domain.vectors import arithmetic
from shared.domain.vectors.arithmetic import Vectors
from shared.ports import EmbeddingUsage

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from shared.ports import HttpClient

__all__ = ["AiGateway", "OpenAIEmbedder", "plan_batches"]

_MAX_INPUTS: Final = 2048
_MAX_REQUEST_TOKENS: Final = 300_000
_MAX_INPUT_TOKENS: Final = 8_000
"""The limit is 8,191."""
_BYTES_PER_TOKEN: Final = 3
"""English has about 4.5. Where a text has fewer, the API refuses it and it is sent again by itself, shorter."""
_USD_PER_MILLION_TOKENS: Final = {
    "text-embedding-3-small": 0.02,
    "text-embedding-3-large": 0.13,
    "text-embedding-ada-002": 0.10,
}


@dataclass(frozen=True, slots=True)
class AiGateway:
    """Requests go through an AI Gateway, which is asked to keep texts out of its logs.

    `token`: for a gateway that wants authentication.
    """

    token: str | None = field(default=None, repr=False)

    def headers(self) -> dict[str, str]:
        authorization = {"cf-aig-authorization": f"Bearer {self.token}"} if self.token else {}
        return {"cf-aig-collect-log-payload": "false", **authorization}


class OpenAIEmbedder:
    """A `TextEmbedder`. The key comes from the caller, who has it from the environment; it is never shown."""

    max_batch = 512

    def __init__(
        self,
        http: HttpClient,
        *,
        api_key: str | None,
        model: str = "text-embedding-3-small",
        dimensions: int = 384,
        base_url: str = "https://api.openai.com/v1",
        gateway: AiGateway | None = None,
        timeout_s: float = 60.0,
        max_attempts: int = 6,
        max_requests: int = 4,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        """`api_key` may be None where an AI Gateway holds it. `max_requests` is how many are under way at once."""
        self.name = f"openai/{model}@{dimensions}"
        self.dimensions = dimensions
        self._http = http
        self._model = model
        self._url = base_url.rstrip("/") + "/embeddings"
        self._key = api_key
        self._gateway = gateway
        self._timeout_s = timeout_s
        self._max_attempts = max_attempts
        self._gate = asyncio.Semaphore(max_requests)
        self._sleep = sleep
        self._jitter = jitter
        self._usage = EmbeddingUsage()

    @property
    def usage(self) -> EmbeddingUsage:
        price = _USD_PER_MILLION_TOKENS.get(self._model)
        cost = self._usage.tokens * price / 1e6 if price is not None else None
        return replace(self._usage, cost_usd=cost)

    async def embed(self, texts: Sequence[str]) -> Vectors:
        sent = [index for index, text in enumerate(texts) if text.strip()]  # the API refuses empty strings
        batches = plan_batches([texts[index] for index in sent])
        parts = await map_concurrently(self._embed_batch, batches, limit=max(1, len(batches)))
        rows = arithmetic.default.normalise(Vectors.join(parts, self.dimensions))
        self._usage = replace(self._usage, texts=self._usage.texts + len(texts))
        found = {index: rows.raw_row(row) for row, index in enumerate(sent)}
        empty = bytes(rows.row_bytes)
        return Vectors(b"".join([found.get(index, empty) for index in range(len(texts))]), self.dimensions)

    async def _embed_batch(self, batch: Sequence[str]) -> Vectors:
        try:
            return await retry(
                lambda: self._request(batch),
                max_attempts=self._max_attempts,
                sleep=self._sleep,
                jitter=self._jitter,
            )
        except InputTooLong:
            # Which text is too long is not said. Halving finds it, so that every other one is embedded whole.
            if len(batch) > 1:
                middle = len(batch) // 2
                halves = [await self._embed_batch(half) for half in (batch[:middle], batch[middle:])]
                return Vectors.join(halves, self.dimensions)
            shorter = _cut_text(batch[0], _MAX_INPUT_TOKENS)  # a token has at least one byte
            if shorter == batch[0]:
                raise
            return await self._embed_batch([shorter])

    async def _request(self, batch: Sequence[str]) -> Vectors:
        body: dict[str, object] = {"model": self._model, "input": batch, "encoding_format": "base64"}
        if self._model != "text-embedding-ada-002":  # refuses the parameter; it came with the next generation
            body["dimensions"] = self.dimensions
        async with self._gate:
            self._usage = replace(self._usage, requests=self._usage.requests + 1)
            response = await self._http.send(
                "POST", self._url, headers=self._headers(), body=json.dumps(body).encode(), timeout_s=self._timeout_s
            )
        if response.status != 200:
            raise read_error(response, secrets=(self._key, self._gateway.token if self._gateway else None))
        vectors, tokens = read_vectors(response, len(batch), self.dimensions)
        self._usage = replace(self._usage, tokens=self._usage.tokens + tokens)
        return vectors

    def _headers(self) -> dict[str, str]:
        authorization = {"authorization": f"Bearer {self._key}"} if self._key else {}
        gateway = self._gateway.headers() if self._gateway else {}
        return {"content-type": "application/json", "accept": "application/json", **authorization, **gateway}


def plan_batches(texts: Sequence[str]) -> list[list[str]]:
    """Texts in order, cut to 8,000 tokens and grouped under the limits of one request, by a cautious estimate."""
    batches: list[list[str]] = []
    tokens = 0
    for text in texts:
        cut = _cut_text(text, _MAX_INPUT_TOKENS * _BYTES_PER_TOKEN)
        size = len(cut.encode()) // _BYTES_PER_TOKEN + 1
        if not batches or len(batches[-1]) == _MAX_INPUTS or tokens + size > _MAX_REQUEST_TOKENS:
            batches.append([])
            tokens = 0
        batches[-1].append(cut)
        tokens += size
    return batches


def _cut_text(text: str, max_bytes: int) -> str:
    """The beginning of a text, at most `max_bytes` of UTF-8, with lone surrogates replaced."""
    return text.encode("utf-8", "replace")[:max_bytes].decode("utf-8", "ignore")
