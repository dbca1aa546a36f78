"""The whole service on one machine, without Cloudflare: `uvicorn functions.local:app`.

The same application, consumer and use cases as in the Worker; files lie below the folder that INKDEX_DATA names,
messages are delivered in this process, and what was under way when it ended is sent again after the next start. All
other settings are those of the Worker, from the environment.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
import uuid
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from functions.app import make_app
from functions.consumer import consume, consume_dead
from functions.deliveries import Delivery
from functions.deployment import Deployment
from functions.settings import Settings
from functions.workshop import SiteWorkshop, make_query_embedder
from shared.adapters.local.folder_artifacts import FolderArtifactReader
from shared.adapters.local.folder_store import FolderStore
from shared.adapters.local.httpx_client import HttpxClient
from shared.adapters.local.sqlite_coordinator_storage import CoordinatorFile, SqliteCoordinatorStorage
from shared.adapters.local.sqlite_vector_cache import SqliteVectorCache
from shared.adapters.local.web_client import PACKAGE
from shared.adapters.memory.cache import MemoryCache
from shared.adapters.memory.rate_limiter import MemoryRateLimiter
from shared.adapters.memory.step_queue import MemoryQueue
from shared.domain.secrets import derive_secret
from shared.usecases.coordinate_site import SiteCoordination
from shared.usecases.manage_sites import is_pinned
from shared.usecases.sweep_sites import known_sites, tick_sites

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.applications import Starlette

    from shared.domain.jobs import Claim, Message
    from shared.ports import Coordinator, HttpClient, TextEmbedder, Workshop

__all__ = ["LocalServices", "make_local_app"]

_QUERIES_PER_MINUTE: Final = 60
_TICK_S: Final = 60.0
_DATA: Final = "INKDEX_DATA"

_log = logging.getLogger("inkdex")


@dataclass(frozen=True, slots=True)
class _LocalDelivery(Delivery):
    """Remembers the consumer's answer in `waits`, which stays empty if the message is done with."""

    waits: list[float]

    def ack(self) -> None:
        self.waits.clear()

    def retry(self, delay_s: float) -> None:
        self.waits.append(delay_s)


class LocalServices:
    """What `wiring` makes in the Worker: an `Office` for messages, a `Deployment` for requests."""

    def __init__(
        self,
        settings: Settings,
        folder: Path,
        *,
        http: HttpClient | None = None,
        page: Path = PACKAGE / "dist",
        now: Callable[[], float] = time.time,
        new_id: Callable[[], str] = lambda: uuid.uuid4().hex,
    ) -> None:
        self.settings = settings
        self.public_url = settings.public_url
        self.inline_s = settings.inline_s
        self._own_http = HttpxClient()  # opens nothing before it is used
        self.http: HttpClient = http or self._own_http
        self.private = FolderStore(folder / "private")
        self.artifacts = FolderStore(folder / "artifacts")
        self.cache = MemoryCache(now)
        self.queue = MemoryQueue(self._deliver, self._bury)
        self._folder = folder
        self._page = page
        self._now = now
        self._new_id = new_id
        self._file = CoordinatorFile(folder / "coordinators.db")
        self.coordinators: dict[str, Coordinator] = {}
        self._storages: list[SqliteCoordinatorStorage] = []
        self._vectors = SqliteVectorCache(folder / "vectors.db")

    def coordinator(self, site: str) -> Coordinator:
        if site not in self.coordinators:
            storage = SqliteCoordinatorStorage(self._file, site, now=self._now, wake=lambda: self._tick(site))
            self._storages.append(storage)
            self.coordinators[site] = SiteCoordination(
                site, storage, self.queue, self.cache, limits=self.settings.limits, now=self._now
            )
        return self.coordinators[site]

    def callback_key(self, site: str) -> bytes:
        return derive_secret(self.settings.need("inkdex_secret"), "callback", site).encode()

    async def is_pinned(self, site: str) -> bool:
        return await is_pinned(site, self.private)

    def workshop(self, claim: Claim) -> Workshop:
        return SiteWorkshop(
            claim,
            self.settings,
            http=self.http,
            private=self.private,
            steps=FolderStore(self._folder / "private" / "build" / claim.site),
            artifacts=self.artifacts,
            vector_cache=self._vectors,
        )

    def deployment(self) -> Deployment:
        return Deployment(
            settings=self.settings.api,
            private=self.private,
            artifacts=self.artifacts,
            reader=FolderArtifactReader(self.artifacts),
            cache=self.cache,
            limiter=MemoryRateLimiter(_QUERIES_PER_MINUTE, self._now),
            coordinator=self.coordinator,
            query_embedder=self._query_embedder,
            asset=self._read_asset,
            now=self._now,
            new_id=self._new_id,
        )

    async def tick(self) -> None:
        """Wake all coordinators: after a start, nobody else knows what was under way."""
        for failure in await tick_sites(await known_sites(self.private), self.coordinator):
            _log.error("A coordinator could not be woken: %s", failure)

    async def close(self) -> None:
        await self.queue.close()
        for storage in self._storages:
            await storage.set_alarm(None)
        await self._vectors.close()
        await self._own_http.close()
        self._file.close()

    async def _tick(self, site: str) -> None:
        await self.coordinator(site).tick()

    async def _deliver(self, message: Message, attempt: int) -> float | None:
        delivery = _delivery(message, attempt)
        await consume([delivery], self, retry_base_s=self.settings.retry_base_s)
        return delivery.waits[-1] if delivery.waits else None

    async def _bury(self, message: Message) -> None:
        await consume_dead([_delivery(message, 1)], self, retry_base_s=self.settings.retry_base_s)

    async def _read_asset(self, name: str) -> bytes | None:
        return await asyncio.to_thread(FolderStore(self._page).read, name)

    def _query_embedder(self, name: str) -> TextEmbedder | None:
        return make_query_embedder(self.settings, self.http, name)


def _delivery(message: Message, attempt: int) -> _LocalDelivery:
    return _LocalDelivery(id=message.step, attempts=attempt, body=message.model_dump(), waits=[])


def make_local_app(services: LocalServices) -> Starlette:
    """The application, which goes on with what was under way when it starts."""
    application = make_app(services.deployment())

    @asynccontextmanager
    async def lifespan(_: Any) -> AsyncIterator[None]:
        ticking = asyncio.create_task(_keep_ticking(services))
        try:
            yield
        finally:
            ticking.cancel()
            await asyncio.gather(ticking, return_exceptions=True)
            await services.close()

    application.router.lifespan_context = lifespan
    return application


async def _keep_ticking(services: LocalServices) -> None:
    while True:
        await services.tick()
        await asyncio.sleep(_TICK_S)


def __getattr__(name: str) -> Starlette:
    """`app`, made when it is asked for: tests make their own."""
    if name != "app":
        raise AttributeError(name)
    folder = Path(os.environ.get(_DATA, ".inkdex/service"))
    return make_local_app(LocalServices(Settings.read(os.environ.get), folder))
