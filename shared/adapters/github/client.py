"""GitHub's REST API: authorised, retried, redirected by hand, and asked anew only for what has changed.

(Sources: GitHub's REST API documentation, "Getting started" and "Best practices for using the REST API".)
"""

from __future__ import annotations

import asyncio
import json
import random
import time
from contextlib import AsyncExitStack, asynccontextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import urljoin, urlsplit

from pydantic import BaseModel, ValidationError

from shared.adapters.github.failures import malformed, read_error
from shared.concurrency import retry
from shared.domain.encoding import to_json
from shared.errors import Unavailable
from shared.ports import HttpResponse

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

    from shared.ports import HttpClient, HttpStream, ObjectStore

__all__ = ["JSON", "RAW", "SHA", "GitHubApi", "Model"]

JSON: Final = "application/vnd.github+json"
RAW: Final = "application/vnd.github.raw+json"
SHA: Final = "application/vnd.github.sha"

_API_VERSION: Final = "2022-11-28"
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_MAX_REDIRECTS: Final = 4
_MAX_ERROR_BYTES: Final = 65_536

Result = TypeVar("Result")
Model = TypeVar("Model", bound=BaseModel)


class _Remembered(BaseModel):
    """The answer to an earlier request, and the tag by which the server knows it."""

    etag: str
    body: str


class GitHubApi:
    """Requests to one API. The token goes to the origin of `base_url` and nowhere else, and is never shown.

    Paths begin with a slash and are quoted already. All methods raise what `failures.read_error` makes of a refusal,
    after at most `max_attempts` attempts where waiting helps; a wait of more than `max_wait_s` is left to the caller
    (`RateLimited.retry_after_s`).
    """

    def __init__(
        self,
        http: HttpClient,
        *,
        token: str | None = None,
        base_url: str = "https://api.github.com",
        cache: ObjectStore | None = None,
        timeout_s: float = 30.0,
        max_attempts: int = 4,
        max_wait_s: float = 60.0,
        max_requests: int = 6,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        jitter: Callable[[], float] = random.random,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """`cache` keeps answers by their ETags. `max_requests` is how many are under way at once."""
        self.max_requests = max_requests
        self._http = http
        self._token = token
        self._base_url = base_url.rstrip("/")
        self._cache = cache
        self._timeout_s = timeout_s
        self._max_attempts = max_attempts
        self._max_wait_s = max_wait_s
        self._gate = asyncio.Semaphore(max_requests)
        self._sleep = sleep
        self._jitter = jitter
        self._clock = clock

    async def retrying(self, attempt: Callable[[], Awaitable[Result]]) -> Result:
        """Attempt something as often as this client attempts requests."""
        return await retry(
            attempt,
            max_attempts=self._max_attempts,
            max_wait_s=self._max_wait_s,
            sleep=self._sleep,
            jitter=self._jitter,
        )

    async def get(self, path: str, *, accept: str = JSON) -> bytes:
        """The body, attempted several times."""
        return await self.retrying(lambda: self.get_once(path, accept=accept))

    async def get_once(self, path: str, *, accept: str = JSON) -> bytes:
        return (await self._exchange("GET", path, {"accept": accept})).body

    async def get_model(self, path: str, model: type[Model]) -> Model:
        return await self.retrying(lambda: self._get_model_once(path, model))

    async def _get_model_once(self, path: str, model: type[Model]) -> Model:
        return _parse(await self.get_once(path), model, path)

    async def get_current(self, path: str, *, accept: str = JSON) -> bytes:
        """The body of something that may change: if it has not, the answer is in the cache and costs no allowance."""
        key = f"github/etags/{sha256(f'{self._base_url}{path} {accept}'.encode()).hexdigest()}.json"
        known = await self._recall(key)
        headers = {"accept": accept, **({"if-none-match": known.etag} if known else {})}
        response = await self.retrying(lambda: self._exchange("GET", path, headers, also=304 if known else 200))
        if response.status == 304 and known:
            return known.body.encode()
        etag = response.headers.get("etag")
        if self._cache and etag:
            await self._cache.put(key, to_json({"etag": etag, "body": response.body.decode("utf-8", "replace")}))
        return response.body

    async def _recall(self, key: str) -> _Remembered | None:
        kept = await self._cache.get(key) if self._cache else None
        try:
            return _Remembered.model_validate_json(kept) if kept else None
        except ValidationError:
            return None

    async def send(self, method: str, path: str, content: object, model: type[Model]) -> Model:
        """Send JSON, attempted several times: only for what may be done twice, as objects named by their content."""
        return await self.retrying(lambda: self.send_once(method, path, content, model))

    async def send_once(self, method: str, path: str, content: object, model: type[Model]) -> Model:
        body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        headers = {"accept": JSON, "content-type": "application/json"}
        return _parse((await self._exchange(method, path, headers, body, also=201)).body, model, path)

    async def _exchange(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes = b"", *, also: int = 200
    ) -> HttpResponse:
        """One request and its redirects. A status other than 200 and `also` is raised."""
        url = self._base_url + path
        for _ in range(_MAX_REDIRECTS):
            async with self._gate:
                response = await self._http.send(
                    method, url, headers={**headers, **self._identify(url)}, body=body, timeout_s=self._timeout_s
                )
            if response.status not in _REDIRECTS or method != "GET":
                break
            url = self._follow(url, response.headers)
        if response.status not in (200, also):
            raise self._error(response, method, path)
        return response

    @asynccontextmanager
    async def stream(self, path: str) -> AsyncIterator[HttpStream]:
        """A body in pieces, from wherever it lies: the request is attempted several times, the body once."""
        async with AsyncExitStack() as opened:
            await opened.enter_async_context(self._gate)
            yield await self.retrying(lambda: self._open(opened, path))

    async def _open(self, opened: AsyncExitStack, path: str) -> HttpStream:
        url = self._base_url + path
        for _ in range(_MAX_REDIRECTS):
            async with AsyncExitStack() as attempt:
                headers = {"accept": JSON, **self._identify(url)}
                answer = await attempt.enter_async_context(
                    self._http.stream("GET", url, headers=headers, timeout_s=self._timeout_s)
                )
                if answer.status in _REDIRECTS:
                    url = self._follow(url, answer.headers)
                    continue
                if answer.status != 200:
                    response = HttpResponse(answer.status, answer.headers, await _read_start(answer.chunks))
                    if not self._is_own(url):  # a link that has run out; the next attempt gets another
                        raise Unavailable(f"GitHub's link for {path} answered {answer.status}", status=answer.status)
                    raise self._error(response, "GET", path)
                opened.push_async_exit(attempt.pop_all())
                return answer
        raise Unavailable(f"GitHub redirects {path} again and again")

    def _identify(self, url: str) -> dict[str, str]:
        if not self._is_own(url):
            return {"user-agent": "inkdex"}
        authorization = {"authorization": f"Bearer {self._token}"} if self._token else {}
        return {"user-agent": "inkdex", "x-github-api-version": _API_VERSION, **authorization}

    def _is_own(self, url: str) -> bool:
        return urlsplit(url)[:2] == urlsplit(self._base_url)[:2]

    def _follow(self, url: str, headers: Mapping[str, str]) -> str:
        target = urljoin(url, headers.get("location", ""))
        scheme = urlsplit(target).scheme
        if scheme != "https" and scheme != urlsplit(self._base_url).scheme:
            raise Unavailable("GitHub redirects to an address without encryption; that is not followed")
        return target

    def _error(self, response: HttpResponse, method: str, path: str) -> Exception:
        return read_error(response, subject=path, token=self._token, writes=method != "GET", now=self._clock())


async def _read_start(chunks: AsyncIterator[bytes]) -> bytes:
    start = b""
    async for chunk in chunks:
        start += chunk
        if len(start) >= _MAX_ERROR_BYTES:
            break
    return start[:_MAX_ERROR_BYTES]


def _parse(body: bytes, model: type[Model], path: str) -> Model:
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        raise malformed(path) from error
