"""The Worker, with one more address: `/__reset__` forgets everything that it has stored."""

from __future__ import annotations

from typing import Any

from workers import Response

from functions import entry
from functions.bindings.javascript import is_nothing, unwrap
from functions.entry import VectorCacheStore
from functions.wiring import make_services
from shared.usecases.manage_sites import read_registry
from shared.usecases.sweep_sites import known_sites

__all__ = ["Default", "SiteCoordinator", "VectorCacheStore"]


class SiteCoordinator(entry.SiteCoordinator):
    async def reset(self) -> None:
        await self._context.storage.deleteAlarm()
        await self._context.storage.deleteAll()
        self._coordination = None


class Default(entry.Default):
    async def fetch(self, request: Any) -> Any:
        if request.url.endswith("/__reset__"):
            await self._reset()
            return Response("done")
        return await super().fetch(request)

    async def _reset(self) -> None:
        environment = unwrap(self.env)
        private = make_services(self.env).private
        for site in {*await known_sites(private), *(await read_registry(private)).sites}:
            await environment.SITES.getByName(site).reset()
        for bucket in (environment.ARTIFACTS, environment.WORK, environment.CACHE):
            await _empty(bucket)


async def _empty(store: Any) -> None:
    """A bucket, or a KV namespace."""
    listed = await store.list()
    objects = getattr(listed, "objects", None)
    names = [item.name for item in listed.keys] if is_nothing(objects) else [item.key for item in objects]
    for name in names:
        await store.delete(name)
