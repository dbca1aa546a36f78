"""What every `CoordinatorStorage` promises."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.ports import CoordinatorStorage


async def an_empty_storage_has_nothing(storage: CoordinatorStorage) -> None:
    assert await storage.load() == {}


async def values_come_back_as_they_were_saved(storage: CoordinatorStorage) -> None:
    values = {"state": '{"a":"ü\\u0000"}', "job:1": "", "job:2": "x" * 100_000}
    await storage.save(values)
    assert await storage.load() == values


async def saving_changes_only_what_it_names(storage: CoordinatorStorage) -> None:
    await storage.save({"a": "1", "b": "2", "c": "3"})
    await storage.save({"a": "4", "b": None, "never": None})
    assert await storage.load() == {"a": "4", "c": "3"}
    await storage.save({})
    assert await storage.load() == {"a": "4", "c": "3"}


async def many_values_are_saved_at_once(storage: CoordinatorStorage) -> None:
    values = {f"job:{number:04}": str(number) for number in range(300)}
    await storage.save(values)
    assert await storage.load() == values
    await storage.save({**dict.fromkeys(values), "state": "x"})
    assert await storage.load() == {"state": "x"}


async def an_alarm_can_be_set_and_taken_back(storage: CoordinatorStorage) -> None:
    await storage.set_alarm(time.time() + 3600)
    await storage.set_alarm(time.time() + 7200)
    await storage.set_alarm(None)
    await storage.set_alarm(None)
