"""What a clock does for all sites: wake their coordinators, and collect what nobody needs any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.errors import InkdexError
from shared.usecases.collect_garbage import collect_garbage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shared.ports import Coordinator, ObjectStore

__all__ = ["known_sites", "remember_site", "sweep_garbage", "tick_sites"]

_FOLDER = "sites/"
_PAUSE_S = 900.0


async def remember_site(site: str, private: ObjectStore) -> None:
    """Note that the site has a coordinator, before it gets its first job."""
    if not await private.has(_FOLDER + site):
        await private.put(_FOLDER + site, b"")


async def known_sites(private: ObjectStore) -> list[str]:
    """All sites that have ever had a job here."""
    return [key.removeprefix(_FOLDER) async for key in private.list(_FOLDER)]


async def tick_sites(sites: Sequence[str], coordinator: Callable[[str], Coordinator]) -> list[str]:
    """Let every coordinator look after what is silent; what failed, in words. One that fails hinders no other."""
    failures = []
    for site in sites:
        try:
            await coordinator(site).tick()
        except InkdexError as error:
            failures.append(f"{site}: {error.message}")
    return failures


async def sweep_garbage(
    sites: Sequence[str], coordinator: Callable[[str], Coordinator], artifacts: ObjectStore
) -> int | None:
    """Remove what no kept revision needs; how many objects. None: a site is building, so nothing was removed.

    New shards are garbage until the pointer moves, and sites share shards. So no build may start meanwhile.
    """
    paused = []
    try:
        for site in sites:
            if not await coordinator(site).pause(_PAUSE_S):
                return None
            paused.append(site)
        return await collect_garbage(artifacts)
    finally:
        for site in paused:
            await coordinator(site).resume()
