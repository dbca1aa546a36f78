"""What Cloudflare calls: the Worker's entry point and the names of its Durable Objects. Starts no work by itself."""

from __future__ import annotations

import logging
from typing import Any

from workers import WorkerEntrypoint

from functions.bindings.console_log import ConsoleHandler
from functions.bindings.javascript import unwrap
from functions.bindings.queue import deliveries_of
from functions.consumer import consume, consume_dead
from functions.coordinator import SiteCoordinator
from functions.front import answer_request
from functions.scheduled import run_scheduled
from functions.vector_cache import VectorCacheStore
from functions.wiring import make_services

__all__ = ["Default", "SiteCoordinator", "VectorCacheStore"]

_DEAD_LETTERS = "-dead"
"""How the dead letter queue's name ends, in wrangler.toml."""

logging.basicConfig(handlers=[ConsoleHandler()], format="%(message)s", level=logging.INFO)


class Default(WorkerEntrypoint):
    async def fetch(self, request: Any) -> Any:
        return await answer_request(request, unwrap(self.env), lambda: make_services(self.env).deployment())

    async def queue(self, batch: Any, _env: Any = None, _ctx: Any = None) -> None:
        services, delivered = make_services(self.env), unwrap(batch)
        take = consume_dead if delivered.queue.endswith(_DEAD_LETTERS) else consume
        await take(deliveries_of(delivered), services, retry_base_s=services.settings.retry_base_s)

    async def scheduled(self, controller: Any, _env: Any = None, _ctx: Any = None) -> None:
        services = make_services(self.env)
        await run_scheduled(
            controller.cron,
            private=services.private,
            artifacts=services.artifacts,
            coordinator=services.coordinator,
        )
