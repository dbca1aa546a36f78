"""The HTTP API in real workerd: the same checks that run on the service in one process.

All of them share one Worker, so those that count jobs, or take a delivery for new, stay where each has a service of its
own (`tests/unit/functions`).
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.unit.functions.conftest import PAGES, variables
from tests.unit.functions.service import Service
from tests.unit.functions.test_admin import (
    test_admin_routes_need_the_admins_token,
    test_revisions_that_are_kept_are_listed,
    test_roll_back_publishes_a_kept_revision,
    test_sites_do_not_share_secrets,
)
from tests.unit.functions.test_health import test_a_healthy_deployment_tells_its_versions
from tests.unit.functions.test_hooks import (
    test_a_body_that_is_too_large_is_not_read_to_its_end,
    test_a_deploy_hook_builds_its_site,
    test_a_form_is_read_as_github_sends_it,
    test_a_malformed_body_is_refused,
    test_a_ping_and_other_events_are_ignored_if_signed,
    test_a_repository_without_a_site_is_unknown,
    test_gitea_and_forgejo_sign_with_hmac,
    test_gitlab_signs_with_a_token,
    test_what_needs_no_build_is_ignored,
)
from tests.unit.functions.test_jobs_api import (
    test_an_archive_may_be_in_the_order_itself,
    test_inference_comes_later,
    test_jobs_need_the_token,
    test_repositories_are_known_by_all_their_spellings,
    test_the_root_says_what_runs_here,
    test_unknown_jobs_are_404,
    test_uploads_are_bounded_archives,
    test_what_is_no_json_is_400,
    test_what_is_no_object_is_422,
)
from tests.unit.functions.test_published_files import *  # noqa: F403 - all of them read only

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from shared.cli.worker.dev_server import WorkerServer
    from tests.runtime.conftest import StartWorker

__all__ = [
    "test_a_body_that_is_too_large_is_not_read_to_its_end",
    "test_a_deploy_hook_builds_its_site",
    "test_a_form_is_read_as_github_sends_it",
    "test_a_healthy_deployment_tells_its_versions",
    "test_a_malformed_body_is_refused",
    "test_a_ping_and_other_events_are_ignored_if_signed",
    "test_a_repository_without_a_site_is_unknown",
    "test_admin_routes_need_the_admins_token",
    "test_an_archive_may_be_in_the_order_itself",
    "test_gitea_and_forgejo_sign_with_hmac",
    "test_gitlab_signs_with_a_token",
    "test_inference_comes_later",
    "test_jobs_need_the_token",
    "test_repositories_are_known_by_all_their_spellings",
    "test_revisions_that_are_kept_are_listed",
    "test_roll_back_publishes_a_kept_revision",
    "test_sites_do_not_share_secrets",
    "test_the_root_says_what_runs_here",
    "test_unknown_jobs_are_404",
    "test_uploads_are_bounded_archives",
    "test_what_is_no_json_is_400",
    "test_what_is_no_object_is_422",
    "test_what_needs_no_build_is_ignored",
]


@pytest.fixture(scope="module")
def api_server(worker_server: StartWorker) -> WorkerServer:
    return worker_server({**variables(), "PUBLIC_URL": "https://inkdex.example.org"})


@pytest.fixture(scope="module")
def published_server(api_server: WorkerServer) -> WorkerServer:
    """With the site `docs`, published twice."""

    async def publish() -> None:
        async with httpx.AsyncClient(base_url=api_server.url, timeout=60) as client:
            for pages in ({"index.md": "# Before\n\nThe first pages."}, PAGES):
                job = await Service(client).publish("docs", pages)
                assert job["state"] == "completed", job

    asyncio.run(publish())
    return api_server


@pytest.fixture
async def service(api_server: WorkerServer) -> AsyncIterator[Service]:
    async with httpx.AsyncClient(base_url=api_server.url, timeout=60) as client:
        opened = Service(client)
        for site in (await opened.as_admin("GET", "/admin/sites")).json()["sites"]:
            await opened.as_admin("DELETE", f"/admin/sites/{site['name']}")
        yield opened


@pytest.fixture
async def docs(published_server: WorkerServer) -> AsyncIterator[Service]:
    async with httpx.AsyncClient(base_url=published_server.url, timeout=60) as client:
        yield Service(client)
