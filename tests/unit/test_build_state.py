"""The coordinator's state machine under every order of events that queues, crashes and people can make."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from shared.domain.build_state import SiteBuilds
from shared.domain.jobs import BuildSpec, Job, JobError, JobRequest, Message, Progress, Resolution, SourceSpec
from shared.domain.site_state import ADVANCE, CALLBACK, Limits, SiteState

LIMITS = Limits(silent_s=100, max_sends=3, max_build_s=50_000, callback_delays_s=(10, 60), kept_jobs=3)
STAGES = (("parse", "aa1", "aa2"), ("index", "bb1"), ("embed", "cc1", "cc2"))
RESOLUTION = Resolution(commit="c0ffee", as_of="2026-01-01T00:00:00+00:00", config={})


def request(job_id: str, branch: str = "main", callback: str | None = None, follows: str = "") -> JobRequest:
    spec = BuildSpec(task="process-all", source=SourceSpec(location="octo/docs"), ref=branch, follows=follows)
    return JobRequest(job_id=job_id, site="docs", spec=spec, trigger="push", callback_url=callback)


class World:
    """A coordinator with its storage, a queue that holds messages until told, and the objects that steps leave."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.builds = SiteBuilds(SiteState(site="docs"), {}, LIMITS)
        self.queue: list[Message] = []
        self.done: dict[str, set[str]] = {}
        self.published: list[str] = []
        self.told: Counter[str] = Counter()
        self.storage: tuple[str, dict[str, str]] = ("", {})
        self.settle()

    def settle(self, *, send: bool = True) -> None:
        """Persist, then send; without `send` the machine dies between the two."""
        jobs = {**self.storage[1]}
        for job_id in self.builds.changed_jobs:
            jobs[job_id] = self.builds.jobs[job_id].model_dump_json()
        for job_id in self.builds.dropped_jobs:
            jobs.pop(job_id, None)
        self.storage = (self.builds.state.model_dump_json(), jobs)
        if send:
            self.queue += [message for message, _ in self.builds.outbox]
        self.builds.outbox.clear()
        self.builds.changed_jobs.clear()
        self.builds.dropped_jobs.clear()

    def reload(self) -> None:
        state, jobs = self.storage
        loaded = {job_id: Job.model_validate_json(text) for job_id, text in jobs.items()}
        self.builds = SiteBuilds(SiteState.model_validate_json(state), loaded, LIMITS)

    def handle(self, message: Message) -> None:
        """What a consumer does."""
        claim = self.builds.claim(message, self.now)
        if claim is None:
            return
        if message.stage == CALLBACK:
            self.told[message.build] += 1
            self.builds.callback_done(message.build, message.step, None, self.now)
        elif message.stage == ADVANCE:
            self.advance(message)
        else:
            self.done.setdefault(message.build, set()).add(message.step)
            self.builds.step_done(message.build, message.step, self.now)
        self.settle()

    def advance(self, message: Message) -> None:
        done = self.done.setdefault(message.build, set())
        stages = []
        for stage, *keys in STAGES:
            stages.append(Progress(stage=stage, steps=len(keys), reused=len(done & {*keys})))
            missing = [(stage, key) for key in keys if key not in done]
            if missing:
                self.builds.advanced(
                    message.build, message.step, resolution=RESOLUTION, stages=stages, pending=missing, now=self.now
                )
                return
        if self.builds.may_publish(message.build, message.step):
            self.published.append(message.build)
        self.builds.completed(
            message.build,
            message.step,
            resolution=RESOLUTION,
            stages=stages,
            result={"revision": "0123456789abcdef"},
            diagnostics=[],
            diagnostics_total=0,
            now=self.now,
        )

    def run_until_quiet(self) -> None:
        """Everything that can still happen, with nothing going wrong any more."""
        for _ in range(1_000):
            if self.queue:
                self.handle(self.queue.pop(0))
                continue
            alarm = self.builds.next_alarm()
            if alarm is None:
                return
            self.now = max(self.now, alarm) + 1
            self.builds.tick(self.now)
            self.settle()
        raise AssertionError("it never comes to an end")


class SiteBuildsMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.accepted: set[str] = set()

    @rule(number=st.integers(0, 5), branch=st.sampled_from(["main", "next"]), callback=st.booleans())
    def submit(self, number: int, branch: str, callback: bool) -> None:
        world = self.world
        job_id = f"job{number}"
        known = job_id in world.builds.jobs
        asked = request(job_id, branch, "https://client.example/done" if callback else None)
        job, new = world.builds.submit(asked, world.now)
        assert new is not known
        assert job.job_id == job_id
        world.settle()

    @precondition(lambda self: self.world.queue)
    @rule(place=st.integers(0, 100), again=st.booleans())
    def deliver(self, place: int, again: bool) -> None:
        """Any message, not the oldest; and perhaps once more later."""
        queue = self.world.queue
        message = queue[place % len(queue)]
        if not again:
            queue.remove(message)
        self.world.handle(message)

    @precondition(lambda self: self.world.queue)
    @rule(place=st.integers(0, 100))
    def lose(self, place: int) -> None:
        self.world.queue.pop(place % len(self.world.queue))

    @precondition(lambda self: self.world.queue)
    @rule(place=st.integers(0, 100))
    def stumble(self, place: int) -> None:
        """An attempt fails, and the queue keeps the message."""
        message = self.world.queue[place % len(self.world.queue)]
        if message.stage != CALLBACK:
            self.world.builds.step_troubled(message.build, message.step, "no answer", self.world.now)
            self.world.settle()

    @precondition(lambda self: self.world.queue)
    @rule(place=st.integers(0, 100), reason=st.booleans())
    def give_up(self, place: int, reason: bool) -> None:
        """The message ends in the dead letter queue."""
        world = self.world
        message = world.queue.pop(place % len(world.queue))
        if message.stage == CALLBACK:
            world.builds.callback_done(message.build, message.step, "refused", world.now)
        else:
            error = JobError(code="rejected", message="no") if reason else None
            world.builds.step_failed(message.build, message.step, error, world.now)
        world.settle()

    @rule(number=st.integers(0, 5))
    def cancel(self, number: int) -> None:
        job = self.world.builds.cancel(f"job{number}", self.world.now)
        assert job is None or job.is_over
        self.world.settle()

    @rule(number=st.integers(0, 5))
    def retry(self, number: int) -> None:
        job = self.world.builds.retry(f"job{number}", self.world.now)
        assert job is None or job.state not in {"failed", "cancelled"}
        self.world.settle()

    @rule(seconds=st.sampled_from([1, 50, 101, 1_000, 60_000]))
    def wait(self, seconds: int) -> None:
        self.world.now += seconds
        self.world.builds.tick(self.world.now)
        self.world.settle()

    @rule()
    def pause(self) -> None:
        paused = self.world.builds.pause(200, self.world.now)
        assert paused is (self.world.builds.state.running is None)
        self.world.settle()

    @rule()
    def resume(self) -> None:
        self.world.builds.resume(self.world.now)
        self.world.settle()

    @rule(number=st.integers(0, 5), sent=st.booleans())
    def crash(self, number: int, sent: bool) -> None:
        """The machine dies after storing an event, and before or after its messages went out."""
        self.world.builds.submit(request(f"job{number}"), self.world.now)
        self.world.builds.tick(self.world.now)
        self.world.settle(send=sent)
        self.world.reload()

    @invariant()
    def every_job_is_somewhere_once(self) -> None:
        state, jobs = self.world.builds.state, self.world.builds.jobs
        waiting = [job_id for group in state.waiting for job_id in group]
        running = state.running.job_ids if state.running else []
        places = Counter([*waiting, *running])
        assert all(count == 1 for count in places.values())
        assert {job_id for job_id, job in jobs.items() if job.state == "pending"} == {*waiting}
        assert {job_id for job_id, job in jobs.items() if job.state == "processing"} == {*running}
        assert all(jobs[job_id].is_over for job_id in jobs.keys() - places.keys())

    @invariant()
    def what_runs_is_waited_for(self) -> None:
        state = self.world.builds.state
        if state.running is not None:
            assert state.running.outstanding
            assert self.world.builds.next_alarm() is not None
        if any(job.callback.state == "pending" for job in self.world.builds.jobs.values()):
            assert self.world.builds.next_alarm() is not None

    @invariant()
    def nothing_that_waits_could_start(self) -> None:
        state = self.world.builds.state
        if state.waiting and state.running is None:
            assert state.paused_until > self.world.now - 60_001

    @invariant()
    def storage_holds_it_all(self) -> None:
        before = self.world.builds
        self.world.reload()
        after = self.world.builds
        assert after.state == before.state
        claimed = {job_id: job.model_dump() for job_id, job in before.jobs.items()}
        assert {job_id: job.model_dump() for job_id, job in after.jobs.items()} == claimed

    @invariant()
    def a_build_publishes_at_most_once(self) -> None:
        assert all(count == 1 for count in Counter(self.world.published).values())

    def teardown(self) -> None:
        self.world.run_until_quiet()
        jobs = self.world.builds.jobs.values()
        assert all(job.is_over for job in jobs)
        assert all(job.callback.state in {"none", "delivered", "failed"} for job in jobs)
        assert all(job.error is not None for job in jobs if job.state == "failed")
        assert all(job.steps_done == job.steps_total == 5 for job in jobs if job.state == "completed")


TestSiteBuilds = SiteBuildsMachine.TestCase
TestSiteBuilds.settings = settings(max_examples=150, stateful_step_count=60, deadline=None)


@pytest.fixture
def world() -> World:
    return World()


def submit(world: World, *asked: JobRequest) -> None:
    for item in asked:
        world.builds.submit(item, world.now)
        world.settle()


def test_a_build_runs_its_stages_one_after_the_other_and_publishes(world: World) -> None:
    submit(world, request("a"))
    world.run_until_quiet()
    assert world.builds.jobs["a"].state == "completed"
    assert world.published == ["a.1"]


def test_pushes_during_a_build_become_one_build_that_serves_them_all(world: World) -> None:
    submit(world, request("a"), request("b"), request("c"), request("d", "next"))
    assert world.builds.state.waiting == [["b", "c"], ["d"]]
    world.run_until_quiet()
    assert world.published == ["a.1", "b.1", "d.1"]
    assert {job.state for job in world.builds.jobs.values()} == {"completed"}


def test_commits_of_one_branch_become_a_build_of_the_newest(world: World) -> None:
    submit(world, request("a"))
    for job_id, commit in (("b", "1" * 40), ("c", "2" * 40)):
        world.now += 1
        submit(world, request(job_id, commit, follows="main"))
    assert world.builds.state.waiting == [["b", "c"]]
    while world.builds.jobs["b"].state == "pending":
        world.handle(world.queue.pop(0))
    assert world.builds.state.running is not None
    assert world.builds.state.running.spec.ref == "2" * 40


def test_a_silent_step_is_sent_again_and_given_up_at_last(world: World) -> None:
    submit(world, request("a"))
    world.queue.clear()
    for _ in range(LIMITS.max_sends - 1):
        world.now += 101
        world.builds.tick(world.now)
        world.settle()
    assert [message.stage for message in world.queue] == ["advance"] * (LIMITS.max_sends - 1)
    world.now += 101
    world.builds.tick(world.now)
    assert world.builds.jobs["a"].state == "failed"
    assert world.builds.jobs["a"].error == JobError(
        code="retries-exhausted", message="advance failed on every attempt: it did not end, and said nothing"
    )


def test_a_step_that_comes_again_late_is_not_silent_until_then(world: World) -> None:
    """An upstream limit may last longer than patience does."""
    world.builds.submit(request("job"), world.now)
    world.settle()
    (message,) = world.queue
    world.builds.step_troubled(message.build, message.step, "limited", world.now, again_in_s=LIMITS.silent_s * 20)
    world.settle()
    alarm = world.builds.next_alarm()
    assert alarm == world.now + LIMITS.silent_s * 21
    world.now = alarm - 1
    world.builds.tick(world.now)
    world.settle()
    assert world.queue == [message]
    world.now = alarm
    world.builds.tick(world.now)
    world.settle()
    assert world.queue == [message, message]


def test_a_dead_step_fails_the_build_for_the_reason_last_heard(world: World) -> None:
    submit(world, request("a", callback="https://client.example/done"), request("b"))
    world.handle(world.queue.pop(0))
    step = world.queue.pop(0)
    world.builds.step_troubled(step.build, step.step, "the API answered 500", world.now)
    world.builds.step_failed(step.build, step.step, None, world.now)
    world.settle()
    job = world.builds.jobs["a"]
    assert job.error is not None
    assert job.error.message == "parse failed on every attempt: the API answered 500"
    world.run_until_quiet()
    assert world.published == ["b.1"]
    assert world.told == {"a": 1}


def test_a_retried_job_goes_on_from_its_finished_steps(world: World) -> None:
    submit(world, request("a"))
    world.handle(world.queue.pop(0))
    world.handle(world.queue.pop(0))
    failing = world.queue.pop(0)
    world.builds.step_failed(failing.build, failing.step, JobError(code="rejected", message="no"), world.now)
    world.done["a.2"] = world.done["a.1"]
    world.builds.retry("a", world.now)
    world.settle()
    world.handle(world.queue.pop(0))
    assert [message.step for message in world.queue] == ["aa2"]
    world.run_until_quiet()
    assert world.builds.jobs["a"].state == "completed"
    assert world.builds.jobs["a"].attempts == 2


def test_a_cancelled_build_may_not_publish_whatever_arrives_late(world: World) -> None:
    submit(world, request("a"))
    late = world.queue.pop(0)
    world.builds.cancel("a", world.now)
    assert not world.builds.may_publish(late.build, late.step)
    world.done["a.1"] = {"aa1", "aa2", "bb1", "cc1", "cc2"}
    world.handle(late)
    assert world.published == []
    assert world.builds.jobs["a"].state == "cancelled"


def test_a_callback_is_repeated_with_growing_waits_and_its_failure_shows(world: World) -> None:
    submit(world, request("a", callback="https://client.example/done"))
    while world.builds.jobs["a"].state != "completed":
        world.handle(world.queue.pop(0))
    waits = []
    while world.builds.jobs["a"].callback.state == "pending":
        step = str(world.builds.jobs["a"].callback.attempts)
        world.builds.callback_done("a", step, "the callback URL answers 500", world.now)
        waits += [delay for _, delay in world.builds.outbox]
        world.settle()
    assert waits == [10, 60]
    assert world.builds.jobs["a"].callback.state == "failed"
    assert world.builds.jobs["a"].callback.error == "the callback URL answers 500"


def test_no_build_starts_while_garbage_is_collected(world: World) -> None:
    assert world.builds.pause(100, world.now)
    submit(world, request("a"))
    assert world.builds.state.running is None
    assert world.builds.next_alarm() == world.now + 100
    world.builds.resume(world.now)
    assert world.builds.state.running is not None
    assert not world.builds.pause(100, world.now)


def test_a_long_log_keeps_its_beginning_and_its_end() -> None:
    world = World()
    submit(world, request("a"))
    job = world.builds.jobs["a"]
    for number in range(500):
        job.log(world.now, f"line {number}")
    assert len(job.logs) == 200
    assert job.logs[0].message.startswith("Accepted")
    assert job.logs[-1].message == "line 499"


def test_what_only_an_earlier_round_had_to_do_still_counts_as_done() -> None:
    """A round that finds all pages parsed does not ask what was fetched for it. Progress must not go back."""
    builds = SiteBuilds(SiteState(site="docs"), {}, LIMITS)
    job, _ = builds.submit(request("docs.one"), 1.0)
    seen = []
    rounds = [["fetch", "parse"], ["parse", "embed"]]
    for number, names in enumerate(rounds, 1):
        stages = [Progress(stage=name, steps=3, reused=0) for name in names]
        pending = [(names[-1], f"{names[-1]}{step}") for step in range(3)]
        build = "docs.one.1"
        builds.advanced(build, f"advance-{number}", resolution=RESOLUTION, stages=stages, pending=pending, now=2.0)
        seen.append((job.steps_done, job.steps_total))
        for _, step in pending:
            builds.step_done(build, step, 3.0)
            seen.append((job.steps_done, job.steps_total))
    assert seen == [(3, 6), (4, 6), (5, 6), (6, 6), (6, 9), (7, 9), (8, 9), (9, 9)]


def test_a_job_counts_the_steps_that_its_own_rounds_have_run(world: World) -> None:
    submit(world, request("a"))
    world.done["a.1"] = {"aa1"}
    world.run_until_quiet()
    result = world.builds.jobs["a"].result
    assert result is not None
    assert result["steps"] == {
        "run": {"parse": 1, "index": 1, "embed": 2},
        "reused": {"parse": 1, "index": 0, "embed": 0},
    }
