"""The records of the steps that a site's last build stood on, together in one object.

A build asks for the record of every step: thousands at 10,000 pages, and again in each round of planning. Across a
network, reading one after another would take longer than all the work that an edit needs.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from shared.concurrency import map_ahead
from shared.domain.encoding import from_json, to_json
from shared.domain.steps import step_object
from shared.usecases.run_step import find_output
from shared.usecases.stages.services import AT_ONCE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Sequence

    from shared.domain.steps import Record, Step
    from shared.ports import ObjectStore

__all__ = ["RecordBook"]

_HEAD_BYTES: Final = 4
_MANY: Final = 50
"""So many new records are worth writing all anew in the midst of a build."""


class RecordBook:
    """Finds steps' records, in the book or else in the store of steps.

    What stands in the book is there until steps are collected, and whoever does that writes the book before: a site
    has one build at a time.
    """

    def __init__(self, site: str, steps: ObjectStore) -> None:
        self._name = f"records/{site}"
        self._steps = steps
        self._known: dict[str, bytes | memoryview] = {}
        self._asked: dict[str, None] = {}
        self._new = 0

    async def open(self) -> None:
        """Read what the last build, or the last round of this one, has written."""
        self._known = _decode(await self._steps.get(self._name) or b"")

    async def get(self, key: str) -> bytes | None:
        """An object that a finished step has left, as in the store. It is part of the book from now on."""
        found = self._known.get(key)
        if found is None:
            found = await self._steps.get(key)
            if found is None:
                return None
            self._known[key] = found
            self._new += 1
        self._asked[key] = None
        return bytes(found)

    async def find_all(self, steps: Sequence[Step]) -> list[Record | None]:
        """The record of each step that is done."""
        there = {step.key: await find_output(step, self) for step in steps if self._knows(step)}
        others = [step for step in steps if step.key not in there]
        found = [record async for record in map_ahead(self._find, others, limit=AT_ONCE)]
        there.update(zip([step.key for step in others], found, strict=True))
        return [there[step.key] for step in steps]

    def _knows(self, step: Step) -> bool:
        return step_object(step.key, "switches" if step.stage == "parse" else "record") in self._known

    async def _find(self, step: Step) -> Record | None:
        return await find_output(step, self)

    async def save(self) -> None:
        """Write all down for the next round, if there is much that is new."""
        if self._new >= _MANY:
            await self._write(self._known)

    async def finish(self, done: Iterable[Step]) -> None:
        """Write down what this build has asked for, and what it has done itself, and nothing else."""
        await self.find_all([*done])
        if self._new or len(self._asked) < len(self._known):
            await self._write(self._asked)

    async def _write(self, names: Iterable[str]) -> None:
        objects = {name: self._known[name] for name in names}
        await self._steps.put_stream(self._name, _encode(objects))
        self._known = objects
        self._new = 0


async def _encode(objects: dict[str, bytes | memoryview]) -> AsyncIterator[bytes]:
    """The length of the head in four bytes, the head with each object's name and size, and the objects."""
    head = to_json([[name, len(data)] for name, data in objects.items()])
    yield len(head).to_bytes(_HEAD_BYTES, "little") + head
    for data in objects.values():
        yield bytes(data)


def _decode(data: bytes) -> dict[str, bytes | memoryview]:
    """Nothing, if it is no book of this form: losing it costs time only."""
    start = _HEAD_BYTES + int.from_bytes(data[:_HEAD_BYTES], "little")
    try:
        names, sizes = zip(*from_json(data[_HEAD_BYTES:start]), strict=True)
        places = [*accumulate(sizes, initial=start)]
    except (ValueError, TypeError):
        return {}
    if places[-1] != len(data):
        return {}
    view = memoryview(data)
    return {name: view[begin:end] for name, begin, end in zip(names, places, places[1:], strict=False)}
