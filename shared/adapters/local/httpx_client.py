"""An `HttpClient` over httpx."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Self

import httpx

from shared.errors import ConfigurationError, InkdexError, Unavailable
from shared.ports import HttpResponse, HttpStream

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from types import TracebackType

__all__ = ["HttpxClient"]


class HttpxClient:
    """Keeps connections open between requests; close it, or use it as an async context manager."""

    def __init__(self, client: httpx.AsyncClient | None = None) -> None:
        # httpx's own time-outs start anew with every chunk; `send` bounds the whole exchange instead.
        self._client = client or httpx.AsyncClient(timeout=None, follow_redirects=False)  # noqa: S113

    async def send(
        self, method: str, url: str, *, headers: Mapping[str, str], body: bytes = b"", timeout_s: float
    ) -> HttpResponse:
        try:
            async with asyncio.timeout(timeout_s):
                answer = await self._client.request(method, url, headers=dict(headers), content=body)
        except TimeoutError as error:
            raise Unavailable(f"{_host(url)} did not answer within {timeout_s:g} s", code="timeout") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _translate(error, url) from error
        return HttpResponse(answer.status_code, _lower_names(answer), answer.content)

    @asynccontextmanager
    async def stream(
        self, method: str, url: str, *, headers: Mapping[str, str], timeout_s: float
    ) -> AsyncIterator[HttpStream]:
        try:
            async with self._client.stream(method, url, headers=dict(headers), timeout=timeout_s) as answer:
                yield HttpStream(answer.status_code, _lower_names(answer), _read_chunks(answer, url))
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _translate(error, url) from error

    async def close(self) -> None:
        await self._client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


async def _read_chunks(answer: httpx.Response, url: str) -> AsyncIterator[bytes]:
    try:
        async for chunk in answer.aiter_bytes():
            yield chunk
    except httpx.HTTPError as error:
        raise _translate(error, url) from error


def _lower_names(answer: httpx.Response) -> dict[str, str]:
    return {name.lower(): value for name, value in answer.headers.items()}


def _translate(error: Exception, url: str) -> InkdexError:
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol | httpx.LocalProtocolError):
        return ConfigurationError(f"no request can be sent to {_host(url)}: {error}")
    return Unavailable(f"{_host(url)} cannot be reached or broke off: {error or type(error).__name__}")


def _host(url: str) -> str:
    """What a message may show of a URL: paths and queries may carry secrets."""
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.split('/', 1)[0].rsplit('@', 1)[-1]}" if rest else "an address without http://"
