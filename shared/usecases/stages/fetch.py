"""fetch: the files of many parts from a distant source -> one bundle of files for each part's parse step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.content.parse import refuse_large_file
from shared.domain.encoding import from_json, to_json
from shared.domain.models import SourceFile
from shared.domain.steps import Record, Step, step_object
from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from shared.config import ContentConfig
    from shared.ports import ObjectStore
    from shared.usecases.stages.services import StepServices

__all__ = ["FETCHED_TOGETHER", "fetch_step", "forget_files", "load_files", "run_fetch"]

FETCHED_TOGETHER = 3
"""So many parts are worth an archive of the whole source; the files of fewer are read one by one."""

_KIND = "files"


def fetch_step(parse_steps: Iterable[Step], content: ContentConfig) -> Step:
    """The step that fetches what these parse steps will read: all but files that they refuse for their size."""
    parts = []
    for step in parse_steps:
        rows = [row for row in step.inputs["files"] if not refuse_large_file(row[0], row[2], content)]
        if rows:
            parts.append([step.key, rows])
    return Step("fetch", {"parts": parts}, {})


async def run_fetch(step: Step, services: StepServices) -> Record:
    """Bundle the files as they come: by path, as parts are cut, so few parts are in memory at any moment."""
    part_of: dict[str, str] = {}
    missing: dict[str, int] = {}
    files: list[SourceFile] = []
    for key, rows in step.inputs["parts"]:
        taken = [SourceFile(*row) for row in rows]
        files += taken
        missing[key] = len(taken)
        part_of.update((file.path, key) for file in taken)
    held: dict[str, dict[str, bytes]] = {}
    async for file, data in services.source.read_many(files):
        key = part_of[file.path]
        held.setdefault(key, {})[file.path] = data
        if len(held[key]) == missing[key]:
            await services.steps.put(step_object(key, _KIND), _pack_files(held.pop(key)))
            del missing[key]
    if missing:
        raise InvariantError("the source ended before it gave all files", parts=len(missing))
    return {"parts": len(step.inputs["parts"])}


async def load_files(parse_key: str, steps: ObjectStore) -> dict[str, bytes] | None:
    """The fetched files of a part by path, or None if nobody has fetched them."""
    data = await steps.get(step_object(parse_key, _KIND))
    return None if data is None else _unpack_files(data)


async def forget_files(parse_key: str, steps: ObjectStore) -> None:
    """Remove a part's bundle: once it is parsed, nobody reads it again."""
    await steps.delete(step_object(parse_key, _KIND))


def _pack_files(files: Mapping[str, bytes]) -> bytes:
    directory = to_json([[path, len(data)] for path, data in files.items()])
    return b"".join([len(directory).to_bytes(4, "little"), directory, *files.values()])


def _unpack_files(bundle: bytes) -> dict[str, bytes]:
    start = 4 + int.from_bytes(bundle[:4], "little")
    files: dict[str, bytes] = {}
    for path, size in from_json(bundle[4:start]):
        files[path] = bundle[start : start + size]
        start += size
    return files
