"""A Worker that is killed at random moments, with everything that runs and waits in it, and starts again.

What Miniflare's queues hold is lost with it, which is worse than production: the coordinator's alarm sends it again.
"""

from __future__ import annotations

import time
from functools import partial
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.runtime.cloud import Cloud, open_cloud
from tests.runtime.equality import assert_equals_local_build
from tests.runtime.faulty_cloud import FAULTY, VARIABLES, add_faulty_site, pages_of_parts
from tests.runtime.published import published_revision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.runtime.conftest import StartWorker

SEED = 20261122
KILLS = 10
LONGEST_S = 2.0
"""Of a life. A start is not part of it."""


@pytest.fixture(scope="module")
def cloud(worker_server: StartWorker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cloud]:
    for cloud in open_cloud(
        partial(worker_server, **FAULTY), tmp_path_factory.mktemp("killed"), {**VARIABLES, "SILENT_S": "2"}
    ):
        yield cloud
        cloud.server.stop()


def test_a_worker_that_is_killed_again_and_again_serves_whole_revisions_and_builds_the_last(
    cloud: Cloud, tmp_path: Path
) -> None:
    random = Random(SEED)
    site = add_faulty_site(cloud, "killed", pages_of_parts(6, files=20, words=5))
    site.complete_build()
    served = [site.read_whole(tmp_path / "first")[0]]
    edition, job_id, failures = 0, None, 0
    for number in range(KILLS):
        if job_id is None:
            edition += 1
            site.site.tree.commit(pages_of_parts(6, files=20, words=5, edition=f"edition {edition}"))
            site.site.tree.push()
            job_id = site.start_build()
        life_s = random.uniform(0.0, LONGEST_S)
        time.sleep(life_s)
        cloud.server.restart()
        job = cloud.job(job_id)
        print(
            f"seed {SEED}, kill {number} after {life_s:.2f} s: {job_id} {job['state']} in {job['stage']}", job["steps"]
        )
        revision = published_revision(cloud.client, site.name) or "none"
        if revision != served[-1] or number % 3 == 0:  # what did not change is read anew now and then
            revision, _ = site.read_whole(tmp_path / f"kill-{number}")
        if revision != served[-1]:
            assert revision not in served, "an old revision is back"
            served.append(revision)
        assert len(served) <= 1 + edition
        if job["state"] == "failed":
            failures += 1
            assert job["error"]["code"] == "retries-exhausted", job["error"]
            site.act(job_id, "retry")
        elif job["state"] == "completed":
            job_id = None
    print(f"{edition} editions, {failures} builds given up")
    if job_id is not None:
        site.expect("completed", job_id)
    assert_equals_local_build(cloud, site.name, site.site.tree.path, tmp_path / "end")


@pytest.mark.parametrize("moment", ["before", "halfway", "after"])
def test_a_worker_that_is_killed_while_it_publishes_has_published_or_not(
    cloud: Cloud, tmp_path: Path, moment: str
) -> None:
    """Before it, between the manifest and the pointer, and after it but before anybody knew."""
    site = add_faulty_site(cloud, f"{moment}-publishing", pages_of_parts(1))
    site.script(inline_s=20)
    site.complete_build()
    before = site.read_whole(tmp_path / "before")
    site.site.tree.commit(pages_of_parts(1, edition="second"))
    site.site.tree.push()
    site.script(faults={"publish": [[moment, "hold"]]}, inline_s=20)
    job_id = site.start_build()
    assert site.wait_until_held() == "publish"
    cloud.server.restart()
    found = site.read_whole(tmp_path / "killed")
    assert (found == before) is (moment != "after")
    site.script(inline_s=20)
    job = site.expect("completed", job_id)
    assert site.read_whole(tmp_path / "after")[0] == job["result"]["revision"] != before[0]
    assert job["result"]["published"] is True
