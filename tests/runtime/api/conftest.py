"""The checks of the API against a Worker in real workerd: the same fixtures over real HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

from shared.cli.worker.staging import PACKAGES
from tests.unit.functions import test_published_files
from tests.unit.functions.conftest import PAGES, variables
from tests.unit.functions.service import Service

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from shared.cli.worker.dev_server import WorkerServer
    from tests.runtime.conftest import StartWorker


@pytest.fixture(scope="session")
def api_server(worker_server: StartWorker) -> WorkerServer:
    return worker_server(
        {**variables(), "PUBLIC_URL": "https://inkdex.example.org", "SILENT_S": "30"},
        main="tests/runtime/worker/resettable_entry.py",
        packages=(*PACKAGES, "tests/runtime/worker"),
    )


class _Known:
    """What the Worker holds."""

    holds_docs = False
    """The site `docs` as it was published, which the next test may use if this one changes nothing."""


@pytest.fixture
async def service(api_server: WorkerServer) -> AsyncIterator[Service]:
    """A deployment without anything in it."""
    async with httpx.AsyncClient(base_url=api_server.url, timeout=60.0) as client:
        _Known.holds_docs = False
        assert (await client.post("/__reset__")).text == "done"
        yield Service(client)


@pytest.fixture
async def docs(api_server: WorkerServer, request: pytest.FixtureRequest) -> AsyncIterator[Service]:
    """A deployment in which the site `docs` has been published twice."""
    async with httpx.AsyncClient(base_url=api_server.url, timeout=60.0) as client:
        opened = Service(client)
        if not _Known.holds_docs:
            assert (await client.post("/__reset__")).text == "done"
            for pages in ({"index.md": "# Before\n\nThe first pages."}, PAGES):
                job = await opened.publish("docs", pages)
                assert job["state"] == "completed", job
        _Known.holds_docs = request.function.__module__ == test_published_files.__name__
        yield opened
