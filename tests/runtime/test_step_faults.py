"""Every stage of a build fails, in real workerd: now and then, until it is given up, and for good."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from shared.domain.site_state import ADVANCE
from shared.domain.steps import VERSIONS
from tests.runtime.equality import assert_equals_local_build
from tests.runtime.faulty_cloud import FaultySite, add_faulty_site, pages_of_parts
from tests.runtime.published import published_revision

if TYPE_CHECKING:
    from pathlib import Path

    from tests.runtime.cloud import Cloud

IN_A_ROUND = (ADVANCE, "plan", "assemble", "publish")
"""What a round of planning does itself."""
STEPS = tuple(sorted(set(VERSIONS) - {"assemble", "words"}))
"""What the queue has done one by one; `words` is of models that only a laptop has."""

AROUND = [["before", "crash"], ["after", "unavailable"]]
AMID = [["before", "crash"], ["halfway", "unavailable"], ["after", "crash"]]
MOMENTS = {
    **dict.fromkeys(STEPS, AMID),
    **dict.fromkeys(IN_A_ROUND, AROUND),
    "parse": AROUND,  # it stores its record itself, so it is never done by half
    "publish": AMID,
}
"""Of each stage, the faults that happen at every moment once."""

ALWAYS_UNAVAILABLE = [["before", "unavailable", "always"]]
ALWAYS_CRASHING = [["before", "crash", "always"]]
ALWAYS_REJECTED = [["before", "rejected", "always"]]
CRASHING = STEPS[::2]

Job = dict[str, Any]


@pytest.fixture(scope="module")
def site(faulty_cloud: Cloud) -> FaultySite:
    return add_faulty_site(faulty_cloud, "stumbling", pages_of_parts())


@dataclass
class FirstBuild:
    """`runs`: how often each step was attempted, `finished` how often it came to its end; by stage and key."""

    job: Job
    runs: dict[tuple[str, str], int]
    finished: dict[tuple[str, str], int]
    left: dict[str, list[Any]]


@pytest.fixture(scope="module")
def first_build(site: FaultySite, tmp_path_factory: pytest.TempPathFactory) -> FirstBuild:
    """A build in which every stage fails at every moment once: compared with one in which nothing does."""
    site.script(faults=MOMENTS)
    job = site.complete_build()
    report = site.report()
    folder = tmp_path_factory.mktemp("first")
    assert_equals_local_build(site.cloud, site.name, site.site.tree.path, folder)
    return FirstBuild(job, site.runs(), site.runs("finished"), report["left"])


@pytest.mark.parametrize("stage", STEPS)
def test_a_step_that_fails_before_amid_and_after_its_work_is_run_until_it_is_stored_and_not_again(
    first_build: FirstBuild, stage: str
) -> None:
    attempts = sorted(count for (name, _), count in first_build.runs.items() if name == stage)
    assert attempts[-1] == len(MOMENTS[stage]), "the last failure was after it was stored"
    assert set(attempts[:-1]) <= {1}, "the others did not fail"
    assert {count for (name, _), count in first_build.finished.items() if name == stage} == {1}


def test_a_build_in_which_everything_fails_at_first_equals_one_in_which_nothing_does(first_build: FirstBuild) -> None:
    """The comparison is the fixture's. Of a part, no step fails but the first that comes."""
    assert first_build.left == {}, "these faults have not happened"
    assert first_build.job["attempts"] == 1
    warnings = [line["message"] for line in first_build.job["logs"] if line["level"] == "warning"]
    assert all("will be tried again" in warning for warning in warnings)
    assert {warning.partition(":")[0] for warning in warnings} == {*STEPS, ADVANCE}


@dataclass
class Chain:
    """A build that is given up at every stage and then refused at every stage, retried each time."""

    failures: dict[str, list[Job]] = field(default_factory=dict)
    """By stage, in order."""
    served: dict[str, tuple[str, dict[str, bytes]]] = field(default_factory=dict)
    """By stage: the published revision after each was given up."""
    before: tuple[str, dict[str, bytes]] = ("", {})
    finished: dict[tuple[str, str], int] = field(default_factory=dict)
    job: Job = field(default_factory=dict)


def failed_stage(job: Job) -> str:
    """The scripted stage for which it failed."""
    found = re.match(r"(?:\w+ failed on every attempt: )?scripted: (\w+)|(\w+) failed", job["error"]["message"])
    assert found is not None, job
    return found[1] or found[2]


@pytest.fixture(scope="module")
def chain(site: FaultySite, first_build: FirstBuild, tmp_path_factory: pytest.TempPathFactory) -> Chain:
    del first_build
    folder = tmp_path_factory.mktemp("chain")
    chain = Chain(before=site.read_whole(folder / "before"))
    site.site.tree.commit(pages_of_parts(edition="second"), "Edit every part")
    site.site.tree.push()
    faults = {**dict.fromkeys(STEPS, ALWAYS_UNAVAILABLE), **dict.fromkeys(IN_A_ROUND, ALWAYS_UNAVAILABLE)}
    faults |= dict.fromkeys(CRASHING, ALWAYS_CRASHING)
    site.script(faults=faults)
    job_id = site.start_build()
    while (job := site.cloud.wait_for_job(job_id))["state"] == "failed":
        stage = failed_stage(job)
        chain.failures.setdefault(stage, []).append(job)
        if len(chain.failures[stage]) == 1:
            chain.served[stage] = site.read_whole(folder / stage)
            faults[stage] = ALWAYS_REJECTED
        else:
            del faults[stage]
        site.change_faults(faults)
        site.act(job_id, "retry")
    chain.job, chain.finished = job, site.runs("finished")
    assert_equals_local_build(site.cloud, site.name, site.site.tree.path, folder / "equality")
    return chain


@pytest.mark.parametrize("stage", [*STEPS, *IN_A_ROUND])
def test_a_stage_that_always_fails_is_given_up_with_a_reason_and_the_old_revision_stays(
    chain: Chain, stage: str
) -> None:
    job = chain.failures[stage][0]
    told = ADVANCE if stage in IN_A_ROUND else stage
    assert job["error"]["code"] == "retries-exhausted"
    reason = "a step crashed with RuntimeError" if stage in CRASHING else f"scripted: {stage} is unavailable"
    assert job["error"]["message"] == f"{told} failed on every attempt: {reason}"
    assert chain.served[stage] == chain.before


@pytest.mark.parametrize("stage", [*STEPS, *IN_A_ROUND])
def test_a_stage_that_is_refused_fails_at_once_and_says_why(chain: Chain, stage: str) -> None:
    job = chain.failures[stage][1]
    assert job["error"] == {"code": "rejected", "message": f"scripted: {stage} is rejected"}


def test_a_build_that_was_given_up_at_every_stage_goes_on_from_its_finished_steps(chain: Chain) -> None:
    """That it equals the command line's build is the fixture's to check."""
    assert chain.job["state"] == "completed"
    assert chain.job["attempts"] == 1 + 2 * len([*STEPS, *IN_A_ROUND])
    assert {stage for stage, _ in chain.finished} == set(STEPS)
    assert set(chain.finished.values()) == {1}, "a step that was done was run again"


def test_a_published_revision_is_told_of_by_its_pointer(chain: Chain, site: FaultySite, tmp_path: Path) -> None:
    assert published_revision(site.cloud.client, site.name) == chain.job["result"]["revision"] != chain.before[0]
    revision, _ = site.read_whole(tmp_path / "after")
    assert revision == chain.job["result"]["revision"]
