"""The Worker with tests inside of its Durable Objects: `run_inside(suite, test)` calls `test(object)` there."""

import json
from typing import Any

from functions import entry
from tests.runtime.worker.entry import Default

__all__ = ["Default", "SiteCoordinator", "VectorCacheStore"]


async def _run(suite: str, test: str, subject: Any) -> str:
    from tests.runtime.worker.runner import run_test

    return json.dumps(await run_test(suite, test, subject))


class SiteCoordinator(entry.SiteCoordinator):
    async def run_inside(self, suite: str, test: str) -> str:
        return await _run(suite, test, self)


class VectorCacheStore(entry.VectorCacheStore):
    async def run_inside(self, suite: str, test: str) -> str:
        return await _run(suite, test, self)
