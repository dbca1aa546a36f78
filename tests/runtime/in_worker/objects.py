"""Durable Objects through their stubs, and from inside (`inside_*`). tests/runtime/test_objects.py runs this."""

import json
import time
from typing import Any

import functions.vector_cache as module
from functions.bindings.coordinator_storage import DurableStorage
from functions.bindings.coordinator_stub import CoordinatorStub
from functions.bindings.javascript import unwrap
from functions.coordinator import SiteCoordinator
from functions.coordinator_calls import unpack_answer
from functions.packing import pack_items
from functions.vector_cache import VectorCacheStore
from shared.domain.jobs import BuildSpec, JobError, JobRequest, Message, SourceSpec
from shared.errors import InvariantError, Unavailable
from tests.contracts.promises import coordinator_storage
from tests.contracts.promises.of_ports import check_promises
from tests.runtime.worker.runner import raises

# From outside


def _request(site: str, job_id: str) -> JobRequest:
    # An archive that nobody uploaded: whoever runs the build finds that out in an instant.
    source = SourceSpec(kind="archive", location="uploads/none.zip")
    return JobRequest(job_id=job_id, site=site, spec=BuildSpec(task="process-all", source=source), trigger="api")


async def test_a_coordinator_remembers_jobs_and_answers_with_models(env: Any) -> None:
    stub = CoordinatorStub(unwrap(env).SITES, "remembers")
    assert await stub.pause(60.0)
    job, is_new = await stub.submit(_request("remembers", "remembers.1"))
    assert (job.job_id, job.state, is_new) == ("remembers.1", "pending", True)
    assert (await stub.submit(_request("remembers", "remembers.1")))[1] is False
    assert [found.job_id for found in await stub.jobs()] == ["remembers.1"]
    assert await stub.job("none") is None
    assert await stub.claim(Message(site="remembers", build="none.1", stage="parse", step="a")) is None
    await stub.step_troubled(Message(site="remembers", build="none.1", stage="parse", step="a"), "nothing", 10.0)
    await stub.step_failed(Message(site="remembers", build="none.1", stage="parse", step="a"), None)
    await stub.step_failed(
        Message(site="remembers", build="none.1", stage="parse", step="a"), JobError(code="a", message="b")
    )
    assert await stub.may_publish(Message(site="remembers", build="none.1", stage="advance", step="advance-1")) is False
    assert [await stub.take_query(2) for _ in range(3)] == [True, True, False]
    cancelled = await stub.cancel("remembers.1")
    assert cancelled is not None
    assert cancelled.state == "cancelled"
    await stub.resume()
    await stub.tick()


async def test_calls_at_once_are_answered_one_after_the_other(env: Any) -> None:
    import asyncio

    stub = CoordinatorStub(unwrap(env).SITES, "queries")
    answers = await asyncio.gather(*(stub.take_query(10) for _ in range(25)))
    assert sum(answers) == 10


async def test_only_methods_of_the_port_can_be_called(env: Any) -> None:
    sites = unwrap(env).SITES
    for method in ("_load", "__init__", "alarm", "drop"):
        with raises(InvariantError, "no method"):
            unpack_answer("tick", await sites.getByName("methods").answer_call(method, "[]"))


async def test_an_object_without_a_name_is_our_bug(env: Any) -> None:
    sites = unwrap(env).SITES
    nameless = sites.get(sites.newUniqueId())
    with raises(Exception, "asked for by its site's name"):
        await nameless.answer_call("tick", "[]")


async def test_an_object_that_crashes_is_unavailable(env: Any) -> None:
    stub = CoordinatorStub(unwrap(env).SITES, "crashes")
    with raises(Unavailable, "coordinator"):
        await stub._call("take_query", float("nan"))


async def _inside(namespace: Any, name: str) -> None:
    outcome = json.loads(await namespace.getByName(name.replace("_", "-")).run_inside("objects", name))
    assert not outcome["failure"], outcome["failure"]


async def test_storage_keeps_every_promise(env: Any) -> None:
    await _inside(unwrap(env).SITES, "inside_storage")


async def test_an_alarm_that_fails_is_set_again(env: Any) -> None:
    await _inside(unwrap(env).SITES, "inside_alarm")


async def test_an_object_knows_its_name_when_the_runtime_has_forgotten_it(env: Any) -> None:
    await _inside(unwrap(env).SITES, "inside_name")


async def test_vectors_that_nobody_uses_are_dropped(env: Any) -> None:
    await _inside(unwrap(env).VECTORS, "inside_vectors")


async def test_a_batch_of_vectors_is_stored_whole_or_not_at_all(env: Any) -> None:
    await _inside(unwrap(env).VECTORS, "inside_batch")


# From inside


async def inside_storage(subject: SiteCoordinator) -> None:
    storage = subject._context.storage
    await check_promises(coordinator_storage, lambda promise: DurableStorage(storage, f"{promise}/"))


async def inside_alarm(subject: SiteCoordinator) -> None:
    class Broken:
        async def tick(self) -> None:
            raise ZeroDivisionError

    subject._coordination = Broken()  # type: ignore[assignment]
    before = time.time()
    await subject.alarm()
    at = await subject._context.storage.getAlarm()
    assert before + 20 < at / 1000 < time.time() + 40
    await subject._storage.set_alarm(time.time() - 100)
    at = await subject._context.storage.getAlarm()
    assert at / 1000 > time.time(), "an alarm in the past would ring at once, and again and again"
    await subject._storage.set_alarm(None)


async def inside_name(subject: SiteCoordinator) -> None:
    assert await subject._find_name() == "inside-name"

    class Nameless:
        storage = subject._context.storage
        id = object()

    subject._context = Nameless()
    assert await subject._find_name() == "inside-name"


async def inside_vectors(subject: VectorCacheStore) -> None:
    today = module._today()
    key, other = b"k" * 32, b"o" * 32
    await subject.put_packed(pack_items([key, b"1", other, b"2"]))
    at = await subject._storage.getAlarm()
    assert 6 < (at / 1000 - time.time()) / 86_400 < 8
    try:
        module._today = lambda: today + 60
        assert await subject.get_packed(pack_items([key])) == pack_items([b"1"])
        module._today = lambda: today + 100
        await subject.alarm()
    finally:
        module._today = lambda: int(time.time() // 86_400)
    assert await subject.get_packed(pack_items([key, other])) == pack_items([b"1", None])


async def inside_batch(subject: VectorCacheStore) -> None:
    keys = [bytes([number]) for number in range(100)]
    packed = pack_items([part for key in keys for part in (key, b"vector")])
    execute, inserted = subject._execute, 0

    def fail_at_the_third(statement: str, parameters: Any) -> Any:
        nonlocal inserted
        inserted += statement.startswith("INSERT")
        if inserted == 3:
            raise ZeroDivisionError
        return execute(statement, parameters)

    subject._execute = fail_at_the_third  # type: ignore[method-assign]
    with raises(Exception):
        await subject.put_packed(packed)
    subject._execute = execute  # type: ignore[method-assign]
    assert inserted == 3
    assert await subject.get_packed(pack_items(keys)) == pack_items([None] * 100)
    await subject.put_packed(packed)
    assert await subject.get_packed(pack_items(keys)) == pack_items([b"vector"] * 100)
