"""A site of 300 pages, pushed and built in real workerd: in a sensible time, watched by whoever waits for it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.runtime.cloud import Cloud, open_cloud
from tests.runtime.test_pipeline import assert_equals_local_build, pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.runtime.conftest import StartWorker

PAGES = 300
TIMEOUT_S = 300.0
"""On two cores with nothing else to do, it takes a tenth."""


@pytest.fixture(scope="module")
def cloud(worker_server: StartWorker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cloud]:
    # Steps wait one behind another here, so silence means nothing for a while.
    yield from open_cloud(worker_server, tmp_path_factory.mktemp("cloud"), {"SILENT_S": "120"})


def watch_job(cloud: Cloud, job_id: str) -> list[dict[str, Any]]:
    """All that the job said of itself until its end, without repetitions."""
    deadline = time.monotonic() + TIMEOUT_S
    seen: list[dict[str, Any]] = []
    while not seen or seen[-1]["state"] in {"pending", "processing"}:
        assert time.monotonic() < deadline, f"the build has not ended in {TIMEOUT_S:g} s: {seen[-1]}"
        job = cloud.job(job_id)
        told = ("state", "stage", "steps")
        if not seen or [job[name] for name in told] != [seen[-1][name] for name in told]:
            seen.append(job)
        time.sleep(0.1)
    return seen


def test_a_site_of_300_pages_is_built_as_on_the_command_line(cloud: Cloud, tmp_path: Path) -> None:
    site = cloud.add_site("three-hundred", {})
    seen = watch_job(cloud, site.push(pages(PAGES)))
    job = seen[-1]
    assert job["state"] == "completed", job["error"]
    assert job["error"] is None
    assert job["result"]["counts"]["documents"] == PAGES
    assert_progress(seen)
    assert_equals_local_build(cloud, "three-hundred", site.tree.path, tmp_path)


def assert_progress(seen: list[dict[str, Any]]) -> None:
    """Stages follow one another; within a round, and from one to the next, there is only ever more that is done."""
    stages = list(dict.fromkeys(job["stage"] for job in seen if job["stage"]))
    assert {"parse", "embed", "index"} & set(stages), stages
    steps = [(job["steps"]["done"], job["steps"]["total"]) for job in seen]
    assert all(done <= total for done, total in steps)
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert [total for _, total in steps] == sorted(total for _, total in steps)
    assert len({done for done, _ in steps}) >= 5, steps
    assert steps[-1][0] == steps[-1][1] > len(stages)
