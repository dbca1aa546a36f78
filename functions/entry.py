"""What Cloudflare calls: the Worker's entry point and the names of its Durable Objects."""

from typing import Any

from workers import DurableObject, Response, WorkerEntrypoint

__all__ = ["Default", "SiteCoordinator", "VectorCacheStore"]


class Default(WorkerEntrypoint):
    async def fetch(self, request: Any) -> Any:
        if request.url.partition("?")[0].endswith("/health"):
            return Response('{"status":"ok"}', headers={"content-type": "application/json"})
        return Response("not found\n", status=404)


class SiteCoordinator(DurableObject):
    """One a site."""


class VectorCacheStore(DurableObject):
    """The vectors of one model."""
