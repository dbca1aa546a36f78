"""The Worker with two routes more: `/run?suite=…&test=…` runs a test of `tests/runtime/in_worker` right here, and
`/heap` tells how large Python's memory is.

Everything else is the Worker's own: bindings, Durable Objects, queue, Cron. Only tests stage this file.
"""

import json
import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

_STARTED = time.perf_counter()

from workers import Response  # noqa: E402

from functions import entry  # noqa: E402
from functions.entry import SiteCoordinator, VectorCacheStore  # noqa: E402

__all__ = ["Default", "SiteCoordinator", "VectorCacheStore"]

_IMPORT_S = time.perf_counter() - _STARTED
"""What importing the Worker took: 0 if the clock stands still, as it does in production."""


class Default(entry.Default):
    async def fetch(self, request: Any) -> Any:
        url = urlsplit(request.url)
        if url.path == "/run":
            # Not before it is asked for: what the Worker itself imports is measured.
            from tests.runtime.worker.runner import run_test

            wanted = parse_qs(url.query)
            return _answer(await run_test(wanted["suite"][0], wanted["test"][0], self.env))
        if url.path == "/heap":
            return _answer({"wasm_bytes": _wasm_bytes(), "import_s": _IMPORT_S})
        return await super().fetch(request)


def _wasm_bytes() -> int:
    """Python's whole memory. It grows by need and never shrinks, so this is also its highest value so far."""
    import pyodide_js

    return int(pyodide_js._module.HEAP8.byteLength)


def _answer(value: Any) -> Any:
    return Response(json.dumps(value), headers={"content-type": "application/json"})
