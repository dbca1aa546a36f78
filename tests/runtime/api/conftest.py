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

PUBLIC_URL = "https://inkdex.example.org"


@pytest.fixture(scope="session")
def api_server(worker_server: StartWorker) -> WorkerServer:
    return worker_server(
        {**variables(), "PUBLIC_URL": PUBLIC_URL, "SILENT_S": "30"},
        main="tests/runtime/worker/resettable_entry.py",
        packages=(*PACKAGES, "tests/runtime/worker"),
    )


class _ToWorker(httpx.AsyncBaseTransport):
    """Brings requests for the deployment's public address to where it runs."""

    def __init__(self, url: str) -> None:
        self._url = httpx.URL(url)
        self._network = httpx.AsyncHTTPTransport()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(scheme="http", host=self._url.host, port=self._url.port)
        return await self._network.handle_async_request(request)

    async def aclose(self) -> None:
        await self._network.aclose()


def _open_client(server: WorkerServer) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=PUBLIC_URL, transport=_ToWorker(server.url), timeout=60.0)


class _Known:
    """What the Worker holds."""

    holds_docs = False
    """The site `docs` as it was published, which the next test may use if this one changes nothing."""


@pytest.fixture
async def service(api_server: WorkerServer) -> AsyncIterator[Service]:
    """A deployment without anything in it."""
    async with _open_client(api_server) as client:
        _Known.holds_docs = False
        assert (await client.post("/__reset__")).text == "done"
        yield Service(client)


@pytest.fixture
async def docs(api_server: WorkerServer, request: pytest.FixtureRequest) -> AsyncIterator[Service]:
    """A deployment in which the site `docs` has been published twice."""
    async with _open_client(api_server) as client:
        opened = Service(client)
        if not _Known.holds_docs:
            assert (await client.post("/__reset__")).text == "done"
            for pages in ({"index.md": "# Before\n\nThe first pages."}, PAGES):
                job = await opened.publish("docs", pages)
                assert job["state"] == "completed", job
        _Known.holds_docs = request.function.__module__ == test_published_files.__name__
        yield opened
