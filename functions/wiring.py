"""Joins the Worker's bindings and settings with use cases: the only place that knows both.

Everything is made for one event and forgotten after it: what one request has opened, another must not use. Modules that
only builds need are imported when one runs, so that a health check, a hook or a query starts a small program.
"""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING, Any

from functions.bindings.artifact_reader import R2ArtifactReader
from functions.bindings.assets import make_asset_reader
from functions.bindings.coordinator_stub import CoordinatorStub
from functions.bindings.javascript import unwrap
from functions.bindings.kv_cache import KvCache
from functions.bindings.queue import PipelineQueue
from functions.bindings.r2_object_store import R2ObjectStore
from functions.bindings.rate_limiter import WorkersRateLimiter
from functions.bindings.workers_http import WorkersHttpClient
from functions.deployment import Deployment
from functions.settings import Settings
from shared.domain.secrets import derive_secret
from shared.usecases.coordinate_site import SiteCoordination
from shared.usecases.manage_sites import is_pinned

if TYPE_CHECKING:
    from shared.domain.jobs import Claim
    from shared.ports import Coordinator, CoordinatorStorage, ObjectStore, TextEmbedder, Workshop

__all__ = ["Services", "make_coordination", "make_services"]


class Services:
    """What the events of a Worker work with: an `Office` for messages, a `Deployment` for requests."""

    def __init__(self, environment: Any, settings: Settings) -> None:
        self.environment = environment
        self.settings = settings
        self.http = WorkersHttpClient()
        self.public_url = settings.public_url
        self.inline_s = settings.inline_s
        self.private: ObjectStore = R2ObjectStore(environment.WORK)
        self.artifacts: ObjectStore = R2ObjectStore(environment.ARTIFACTS, published=True)

    def coordinator(self, site: str) -> Coordinator:
        return CoordinatorStub(self.environment.SITES, site)

    def callback_key(self, site: str) -> bytes:
        return derive_secret(self.settings.need("inkdex_secret"), "callback", site).encode()

    async def is_pinned(self, site: str) -> bool:
        return await is_pinned(site, self.private)

    def workshop(self, claim: Claim) -> Workshop:
        from functions.bindings.vector_cache_stub import VectorCacheStub
        from functions.workshop import SiteWorkshop

        return SiteWorkshop(
            claim,
            self.settings,
            http=self.http,
            private=self.private,
            steps=R2ObjectStore(self.environment.WORK, f"build/{claim.site}/"),
            artifacts=self.artifacts,
            vector_cache=VectorCacheStub(self.environment.VECTORS, claim.site),
        )

    def deployment(self) -> Deployment:
        environment = self.environment
        return Deployment(
            settings=self.settings.api,
            private=self.private,
            artifacts=self.artifacts,
            reader=R2ArtifactReader(environment.ARTIFACTS),
            cache=KvCache(environment.CACHE),
            limiter=WorkersRateLimiter(environment.EMBED_LIMITER),
            coordinator=self.coordinator,
            query_embedder=self._query_embedder,
            asset=make_asset_reader(environment.ASSETS),
            now=time.time,
            new_id=lambda: uuid.uuid4().hex,
        )

    def _query_embedder(self, name: str) -> TextEmbedder | None:
        from functions.workshop import make_query_embedder

        return make_query_embedder(self.settings, self.http, name)


def make_services(env: Any) -> Services:
    """Raises `ConfigurationError` for a variable that is no good."""
    environment = unwrap(env)
    return Services(environment, _read_settings(environment))


def make_coordination(env: Any, site: str, storage: CoordinatorStorage) -> SiteCoordination:
    """The state of one site, for its Durable Object to hold."""
    environment = unwrap(env)
    return SiteCoordination(
        site,
        storage,
        PipelineQueue(environment.PIPELINE),
        KvCache(environment.CACHE),
        limits=_read_settings(environment).limits,
        now=time.time,
    )


def _read_settings(environment: Any) -> Settings:
    return Settings.read(lambda name: getattr(environment, name, None))
