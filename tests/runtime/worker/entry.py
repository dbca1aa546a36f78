"""The Worker with one route more, `/run?suite=…&test=…`, which runs a test of `tests/runtime/in_worker` right here.

Bindings, Durable Objects, queue and Cron are the Worker's own. Only tests stage this file.
"""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

from workers import Response

from functions import entry
from functions.entry import SiteCoordinator, VectorCacheStore
from tests.runtime.worker.runner import run_test

__all__ = ["Default", "SiteCoordinator", "VectorCacheStore"]


class Default(entry.Default):
    async def fetch(self, request: Any) -> Any:
        url = urlsplit(request.url)
        if url.path != "/run":
            return await super().fetch(request)
        wanted = parse_qs(url.query)
        outcome = await run_test(wanted["suite"][0], wanted["test"][0], self.env)
        return Response(json.dumps(outcome), headers={"content-type": "application/json"})
