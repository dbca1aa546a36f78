"""What the last builds of a site were made of: so that the next one can patch, and old steps can go."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from shared.domain.encoding import from_json, to_json

if TYPE_CHECKING:
    from shared.ports import ObjectStore

__all__ = ["PastBuild", "kept_steps", "recall_builds", "remember_build"]

_FOLDER = "steps/last/"
_BUILDS_KEPT = 3
"""An edit that is taken back finds its steps; more would fill the disk."""


@dataclass(frozen=True, slots=True)
class PastBuild:
    """Keys of the steps that a build used; `index` those that made each partition of the lexicon, in order."""

    steps: tuple[str, ...]
    index: tuple[str, ...]


async def recall_builds(site: str, steps: ObjectStore) -> list[PastBuild]:
    """The last builds, newest first."""
    return _read(await steps.get(_name(site)))


async def kept_steps(steps: ObjectStore) -> set[str]:
    """The keys of all steps that the last builds used, of all sites that share the store."""
    return {key async for name in steps.list(_FOLDER) for past in _read(await steps.get(name)) for key in past.steps}


def _read(data: bytes | None) -> list[PastBuild]:
    """Without what an older Inkdex wrote in another form: losing it costs time only."""
    try:
        rows = from_json(data or b"[]")
        return [PastBuild(tuple(row["steps"]), tuple(row["index"])) for row in rows]
    except (ValueError, TypeError, KeyError):
        return []


async def remember_build(site: str, build: PastBuild, steps: ObjectStore) -> bool:
    """Put a build at the head of the site's list; whether it is another than the last one."""
    before = await recall_builds(site, steps)
    kept = [build, *(past for past in before if past != build)][:_BUILDS_KEPT]
    await steps.put(_name(site), to_json([asdict(past) for past in kept]))
    return before[:1] != [build]


def _name(site: str) -> str:
    return f"{_FOLDER}{site}.json"
