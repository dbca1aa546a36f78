"""The service on this machine: real stores, queue and coordinators, and a client without a network."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import httpx
import pytest

from functions.local import LocalServices, make_local_app
from functions.settings import Settings
from tests.unit.functions.service import ADMIN_TOKEN, API_TOKEN, MAX_BODY_BYTES, SECRET, Service

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

PAGES = {
    "index.md": "---\ntitle: Home\n---\n\nWelcome to the handbook.\n",
    "guide/install.md": "# Install\n\nHow to install it on Windows. " + "More of it. " * 200,
    "guide/broken.md": "# Broken\n\nA [link](nowhere.md) that leads nowhere.\n",
}

OpenService = "Callable[..., AbstractAsyncContextManager[Service]]"


def variables(**changes: str) -> dict[str, str]:
    """Settings by their names in the environment."""
    return {
        "INKDEX_SECRET": SECRET,
        "ADMIN_TOKEN": ADMIN_TOKEN,
        "API_TOKEN": API_TOKEN,
        "MAX_BODY_BYTES": str(MAX_BODY_BYTES),
        "MAX_UPLOAD_BYTES": "200000",
        "RETRY_BASE_S": "0.01",
        "GITHUB_API_URL": "http://127.0.0.1:9",  # nothing listens there
        **changes,
    }


@asynccontextmanager
async def open_local(folder: Path, **changes: str) -> AsyncIterator[tuple[Service, LocalServices]]:
    page = folder / "page"
    page.mkdir(parents=True, exist_ok=True)
    (page / "index.html").write_text('<meta content="%INKDEX_SITE%"><meta content="%INKDEX_EVENTS%">')
    (page / "explore.html").write_text('<meta content="%INKDEX_SITE%"><meta content="%INKDEX_EVENTS%"><p>SQL')
    (page / "icon.svg").write_text("<svg/>")
    services = LocalServices(Settings.read(variables(**changes).get), folder / "data", page=page)
    app = make_local_app(services)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="https://inkdex.example.org") as client,
    ):
        yield Service(client), services


@pytest.fixture
def open_service(tmp_path: Path) -> Callable[..., AbstractAsyncContextManager[tuple[Service, LocalServices]]]:
    """Opens the service with other settings, on this test's folder."""
    return lambda **changes: open_local(tmp_path, **changes)


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[Service]:
    async with open_local(tmp_path) as (opened, _):
        yield opened


@pytest.fixture(scope="session")
def published_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A deployment's folder in which the site `docs` has been published twice, built once for all tests."""
    folder = tmp_path_factory.mktemp("published")

    async def publish() -> None:
        async with open_local(folder) as (opened, _):
            for pages in ({"index.md": "# Before\n\nThe first pages."}, PAGES):
                job = await opened.publish("docs", pages)
                assert job["state"] == "completed", job

    asyncio.run(publish())
    return folder


@pytest.fixture
async def docs(published_folder: Path, tmp_path: Path) -> AsyncIterator[Service]:
    """The service with the site `docs`."""
    shutil.copytree(published_folder, tmp_path, dirs_exist_ok=True)
    async with open_local(tmp_path) as (opened, _):
        yield opened
