"""What the last builds of a site were made of: so that the next one can patch, and old steps can go."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from shared.domain.encoding import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.ports import ObjectStore

__all__ = ["PastBuild", "recall_builds", "remember_build"]

_BUILDS_KEPT = 3
"""An edit that is taken back finds its steps; more would fill the disk."""


@dataclass(frozen=True, slots=True)
class PastBuild:
    """Keys of the steps that a build used; `index` those that made each partition of the lexicon, in order."""

    steps: tuple[str, ...]
    index: tuple[str, ...]


async def recall_builds(site: str, steps: ObjectStore) -> list[PastBuild]:
    """The last builds, newest first."""
    data = await steps.get(_name(site))
    if data is None:
        return []
    return [PastBuild(tuple(row["steps"]), tuple(row["index"])) for row in from_json(data)]


async def remember_build(
    site: str, build: PastBuild, before: Sequence[PastBuild], steps: ObjectStore
) -> list[PastBuild]:
    """Put a build at the head of the list; the builds that are kept."""
    kept = [build, *(past for past in before if past != build)][:_BUILDS_KEPT]
    await steps.put(_name(site), to_json([asdict(past) for past in kept]))
    return kept


def _name(site: str) -> str:
    return f"steps/last/{site}.json"
