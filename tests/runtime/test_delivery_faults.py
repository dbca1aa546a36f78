"""Messages that come twice, late, in another order or never; builds that are overtaken, stopped or held; and Cron."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from shared.domain.site_state import ADVANCE
from tests.builds.site_builder import page
from tests.runtime.equality import assert_equals_local_build
from tests.runtime.faulty_cloud import VARIABLES, add_faulty_site, pages_of_parts
from tests.runtime.published import published_revision

if TYPE_CHECKING:
    from pathlib import Path

    from tests.runtime.cloud import Cloud

SEED = 20261122
SILENT_S = float(VARIABLES["SILENT_S"])
SWEEP = "*/5 * * * *"
COLLECTION = "17 3 * * *"
HOLD = [["before", "hold"]]


@pytest.mark.parametrize(
    ("name", "deliveries", "most_runs"),
    [
        ("at-once", {"copies": 3, "together": True}, 3),
        ("shuffled", {"copies": 2, "late_s": 1, "seed": SEED}, 1),
    ],
)
def test_messages_that_come_several_times_in_any_order_make_the_same_revision(
    faulty_cloud: Cloud, tmp_path: Path, name: str, deliveries: dict[str, object], most_runs: int
) -> None:
    site = add_faulty_site(faulty_cloud, name, pages_of_parts())
    site.script(**deliveries)
    print("deliveries", deliveries)
    job = site.complete_build()
    assert job["attempts"] == 1
    runs = site.runs()
    assert max(runs.values()) <= most_runs, "a step that was done was run again"
    assert_equals_local_build(site.cloud, name, site.site.tree.path, tmp_path)


def test_messages_that_get_lost_are_sent_again(faulty_cloud: Cloud, tmp_path: Path) -> None:
    site = add_faulty_site(faulty_cloud, "lossy", pages_of_parts(1))
    site.script(drops={"parse": 1})
    site.complete_build()
    assert site.report()["drops"] == {}
    assert_equals_local_build(site.cloud, site.name, site.site.tree.path, tmp_path)


def test_the_sweep_wakes_a_build_whose_message_and_whose_alarm_are_lost(faulty_cloud: Cloud) -> None:
    site = add_faulty_site(faulty_cloud, "unwatched", pages_of_parts(1))
    site.script(drops={ADVANCE: 1}, alarms=False, inline_s=20)
    job_id = site.start_build()
    time.sleep(SILENT_S + 1)
    assert site.cloud.job(job_id)["state"] == "processing"
    assert site.report()["builds"] == [], "nobody has woken it yet"
    site.cloud.server.trigger_cron(SWEEP)
    site.expect("completed", job_id)


def test_a_step_that_is_told_when_to_come_again_is_left_alone_until_then(faulty_cloud: Cloud) -> None:
    """However long that is: its silence is not counted."""
    site = add_faulty_site(faulty_cloud, "limited", pages_of_parts(1))
    site.script(faults={"parse": [["before", "limited", 1.6 * SILENT_S]]})
    site.complete_build()
    assert max(site.runs().values()) == 2, "it was attempted in vain, or twice at once"


def test_a_cancelled_job_stops(faulty_cloud: Cloud) -> None:
    site = add_faulty_site(faulty_cloud, "stopped", pages_of_parts())
    site.complete_build()
    before = published_revision(site.cloud.client, site.name)
    site.site.tree.commit(pages_of_parts(edition="second"))
    site.site.tree.push()
    site.script(faults={"weigh": HOLD})
    job_id = site.start_build()
    site.wait_until_held()
    assert site.act(job_id, "cancel")["state"] == "cancelled"
    site.release()
    site.wait_for(lambda: "weigh" in {stage for stage, _ in site.runs("finished")})
    time.sleep(1.0)
    assert {stage for stage, _ in site.runs()}.isdisjoint({"index", "rows", "join"}), "it went on"
    assert len([step for step in site.runs() if step[0] == "weigh"]) == 1, "what was sent was still done"
    assert published_revision(site.cloud.client, site.name) == before
    assert site.cloud.job(job_id)["state"] == "cancelled"
    site.act(job_id, "retry")
    job = site.expect("completed", job_id)
    assert published_revision(site.cloud.client, site.name) == job["result"]["revision"] != before


def test_a_job_that_is_cancelled_while_it_publishes_leaves_the_pointer(faulty_cloud: Cloud) -> None:
    site = add_faulty_site(faulty_cloud, "too-late", pages_of_parts(1))
    site.complete_build()
    before = published_revision(site.cloud.client, site.name)
    site.site.tree.commit(pages_of_parts(1, edition="second"))
    site.site.tree.push()
    site.script(faults={"publish": [["halfway", "hold"]]}, inline_s=20)
    job_id = site.start_build()
    assert site.wait_until_held() == "publish"
    site.act(job_id, "cancel")
    site.release()
    time.sleep(1)
    assert published_revision(site.cloud.client, site.name) == before
    assert site.cloud.job(job_id)["state"] == "cancelled"
    assert site.act(job_id, "retry")["state"] in {"pending", "processing"}
    job = site.expect("completed", job_id)
    assert published_revision(site.cloud.client, site.name) == job["result"]["revision"] != before


def test_pushes_during_a_build_become_one_build_of_the_newest(faulty_cloud: Cloud) -> None:
    site = add_faulty_site(faulty_cloud, "busy", pages_of_parts(1), hook=True)
    site.script(faults={"parse": HOLD}, inline_s=20)
    jobs = [site.site.push({"first.md": page("first", words=10)})]
    site.wait_until_held()
    jobs += [site.site.push({"news.md": page(number, words=10)}) for number in range(5)]
    assert len(set(jobs)) == 6
    site.release()
    ended = [site.expect("completed", job) for job in jobs]
    head = site.site.tree.git("rev-parse", "HEAD")
    assert len(site.report()["builds"]) == 2
    assert [job["commit"] for job in ended[1:]] == [head] * 5
    assert ended[0]["commit"] != head
    assert published_revision(site.cloud.client, site.name) == ended[-1]["result"]["revision"]


def test_a_pinned_site_is_built_and_not_moved(faulty_cloud: Cloud) -> None:
    site = add_faulty_site(faulty_cloud, "pinned", pages_of_parts(1), hook=True)
    site.script(inline_s=20)
    before = site.complete_build()["result"]["revision"]
    assert site.cloud.as_admin("POST", f"/admin/sites/{site.name}/pin").json()["pinned"] == before
    job = site.expect("completed", site.site.push({"news.md": page("news", words=10)}))
    assert job["result"]["revision"] != before
    assert job["result"]["published"] is False
    assert published_revision(site.cloud.client, site.name) == before
    assert site.cloud.as_admin("POST", f"/admin/sites/{site.name}/unpin").status_code == 200
    assert site.complete_build()["result"]["published"] is True
    assert published_revision(site.cloud.client, site.name) == job["result"]["revision"]


def test_garbage_is_collected_around_what_is_kept_and_never_while_a_site_builds(
    faulty_cloud: Cloud, tmp_path: Path
) -> None:
    """Other sites of the deployment stay whole as well: shards are shared."""
    cloud = faulty_cloud
    neighbour = add_faulty_site(cloud, "neighbour", pages_of_parts(1))
    neighbour.script(inline_s=20)
    neighbour.complete_build()
    beside = neighbour.read_whole(tmp_path / "neighbour")
    site = add_faulty_site(cloud, "littered", {**pages_of_parts(1), "inkdex.toml": "[build]\nkeep_revisions = 2\n"})
    site.script(inline_s=20)
    revisions = []
    for number in range(2):
        site.site.tree.commit({"news.md": page(number, words=10)})
        site.site.tree.push()
        revisions.append(site.complete_build()["result"]["revision"])

    site.site.tree.commit({"news.md": page("held", words=10)})
    site.site.tree.push()
    site.script(faults={"publish": [["before", "hold"]]}, inline_s=20)
    job_id = site.start_build()
    site.wait_until_held()
    cloud.server.trigger_cron(COLLECTION)  # what the build has stored so far, no pointer leads to yet
    site.release()
    revisions.append(site.expect("completed", job_id)["result"]["revision"])
    site.read_whole(tmp_path / "built")
    assert [site.manifest_of(revision) for revision in revisions] == [200, 200, 200], "not collected yet"

    cloud.server.trigger_cron(COLLECTION)
    assert [site.manifest_of(revision) for revision in revisions] == [404, 200, 200]
    assert site.read_whole(tmp_path / "collected")[0] == revisions[-1]
    answer = cloud.as_admin("POST", f"/admin/sites/{site.name}/rollback", json={"revision": revisions[1]})
    assert answer.status_code == 200, answer.text
    assert site.read_whole(tmp_path / "rolled-back")[0] == revisions[1]
    assert neighbour.read_whole(tmp_path / "neighbour-after") == beside
