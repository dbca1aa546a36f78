"""GitHub and OpenAI answer late, badly, by half or not at all, while a site builds in real workerd."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.builds.site_builder import page
from tests.runtime.equality import assert_equals_local_build
from tests.runtime.faulty_cloud import FaultySite, add_faulty_site, pages_of_parts
from tests.runtime.published import published_revision
from tests.standins.github_api import Fault as GitHubFault
from tests.standins.openai_api import API_KEY, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.runtime.cloud import Cloud


@pytest.fixture
def cloud(faulty_cloud: Cloud) -> Iterator[Cloud]:
    yield faulty_cloud
    faulty_cloud.openai.reset()
    faulty_cloud.github.hub.faults.clear()


@pytest.fixture(scope="module")
def site(faulty_cloud: Cloud) -> FaultySite:
    """Published once; every test adds a page, so that there is something to read and to embed."""
    site = add_faulty_site(faulty_cloud, "upstream", pages_of_parts(1))
    site.script(inline_s=20)
    site.complete_build()
    return site


def push_page(site: FaultySite, seed: object) -> None:
    site.site.tree.commit({"news.md": page(seed, words=10)}, "News")
    site.site.tree.push()


@pytest.mark.parametrize(
    "fault",
    [
        Fault("rate_limit", retry_after="1"),
        Fault("server_error"),
        Fault("bad_gateway"),
        Fault("overloaded", retry_after="1"),
        Fault("hang", hang_s=10.0),
        Fault("truncated"),
        Fault("reset"),
        Fault("reset_after_work"),
        Fault("missing_row"),
    ],
    ids=lambda fault: fault.kind,
)
def test_a_build_outlasts_what_passes_at_openai(cloud: Cloud, site: FaultySite, fault: Fault) -> None:
    push_page(site, fault.kind)
    cloud.openai.fail_next(fault, fault)
    job = site.complete_build()
    assert cloud.openai.faults_left == 0
    assert job["result"]["revision"] == published_revision(cloud.client, site.name)
    warnings = [line["message"] for line in job["logs"] if line["level"] == "warning"]
    assert len(warnings) == 2, job["logs"]


def assert_shows_no_key(site: FaultySite, job: dict[str, object]) -> None:
    told = json.dumps(job) + site.cloud.server.log_path.read_text("utf-8", "replace")
    assert API_KEY not in told
    assert API_KEY[-4:] not in json.dumps([job["error"], job["logs"]])


def test_a_quota_that_is_used_up_ends_the_build_and_says_so(cloud: Cloud, site: FaultySite) -> None:
    push_page(site, "quota")
    before = published_revision(cloud.client, site.name)
    cloud.openai.fail_next("insufficient_quota")
    job_id = site.start_build()
    job = site.expect("failed", job_id)
    assert job["error"]["code"] == "insufficient_quota"
    assert "quota" in job["error"]["message"]
    assert_shows_no_key(site, job)
    assert published_revision(cloud.client, site.name) == before
    site.act(job_id, "retry")
    site.expect("completed", job_id)


def test_a_wrong_key_ends_the_build_and_is_not_shown(
    cloud: Cloud, site: FaultySite, monkeypatch: pytest.MonkeyPatch
) -> None:
    push_page(site, "key")
    before = published_revision(cloud.client, site.name)
    monkeypatch.setattr("tests.standins.openai_api.service.API_KEY", "sk-another")
    job_id = site.start_build()
    job = site.expect("failed", job_id)
    assert "key" in job["error"]["message"]
    assert_shows_no_key(site, job)
    assert published_revision(cloud.client, site.name) == before
    monkeypatch.undo()
    site.act(job_id, "retry")
    site.expect("completed", job_id)


@pytest.mark.parametrize(
    "fault",
    [
        GitHubFault("bad_gateway", times=2),
        GitHubFault("unavailable", path="*/commits/*"),
        GitHubFault("secondary_rate_limit", retry_after="1", times=2),
        GitHubFault("secondary_rate_limit", path="*/git/blobs/*", retry_after="1", status=429),
        GitHubFault("truncated", path="*/git/blobs/*", times=2),
        GitHubFault("truncated", path="*/git/trees/*"),
        GitHubFault("reset", path="*/git/blobs/*"),
    ],
    ids=lambda fault: f"{fault.kind} {fault.path.strip('*/')}".strip(),
)
def test_a_build_outlasts_what_passes_at_github(cloud: Cloud, site: FaultySite, fault: GitHubFault) -> None:
    push_page(site, repr(fault))
    cloud.github.hub.faults.script(fault)
    job = site.complete_build()
    assert cloud.github.hub.faults.left == 0
    assert job["commit"] == site.site.tree.git("rev-parse", "HEAD")
    assert job["result"]["revision"] == published_revision(cloud.client, site.name)


def test_an_outage_of_github_that_outlasts_an_attempt_is_waited_for(cloud: Cloud, site: FaultySite) -> None:
    push_page(site, "outage")
    cloud.github.hub.faults.script(GitHubFault("bad_gateway", times=5))
    job = site.complete_build()
    assert cloud.github.hub.faults.left == 0
    assert [line["message"] for line in job["logs"] if line["level"] == "warning"]


def test_archives_that_fail_and_break_off_are_made_up_for(cloud: Cloud, tmp_path: Path) -> None:
    site = add_faulty_site(cloud, "archived", pages_of_parts(3, files=22, words=5))
    cloud.github.hub.faults.script(
        GitHubFault("bad_gateway", path="*/archived/tarball/*"),
        GitHubFault("truncated", path="/codeload/*"),
    )
    site.script(inline_s=20)
    site.complete_build()
    assert cloud.github.hub.faults.left == 0
    assert_equals_local_build(cloud, site.name, site.site.tree.path, tmp_path)


def test_upstream_faults_leave_no_trace(site: FaultySite, tmp_path: Path) -> None:
    """After all of the above, or whichever of it was run."""
    site.complete_build()
    assert_equals_local_build(site.cloud, site.name, site.site.tree.path, tmp_path)
