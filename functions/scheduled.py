"""What Cron starts. The expressions are those of `wrangler.toml`."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from shared.usecases.sweep_sites import known_sites, sweep_garbage, tick_sites

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.ports import Coordinator, ObjectStore

__all__ = ["COLLECT_GARBAGE", "run_scheduled"]

COLLECT_GARBAGE: Final = "17 3 * * *"

_log = logging.getLogger("inkdex")


async def run_scheduled(
    cron: str, *, private: ObjectStore, artifacts: ObjectStore, coordinator: Callable[[str], Coordinator]
) -> None:
    """Once a day collect garbage; at every other time wake the coordinators."""
    sites = await known_sites(private)
    if cron == COLLECT_GARBAGE:
        removed = await sweep_garbage(sites, coordinator, artifacts)
        if removed is None:
            _log.info("Garbage was not collected: a site is building")
        else:
            _log.info("Garbage: %d objects removed", removed)
        return
    for failure in await tick_sites(sites, coordinator):
        _log.error("A coordinator could not be woken: %s", failure)
