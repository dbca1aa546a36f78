"""Cron wakes every coordinator, and collects garbage once a day, when nobody builds."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from functions.scheduled import COLLECT_GARBAGE, run_scheduled
from shared.adapters.memory.object_store import MemoryStore
from shared.errors import Unavailable
from shared.usecases.sweep_sites import remember_site

if TYPE_CHECKING:
    import pytest

WRANGLER = Path(__file__).parents[3] / "wrangler.toml"
SWEEP = "*/5 * * * *"


class Sites:
    """Coordinators that note what they are asked."""

    def __init__(self, *, building: str = "", broken: str = "") -> None:
        self.asked: list[tuple[str, str]] = []
        self._building = building
        self._broken = broken

    def __call__(self, site: str) -> Any:
        return _Coordinator(self, site)


class _Coordinator:
    def __init__(self, sites: Sites, site: str) -> None:
        self._sites = sites
        self._site = site

    async def tick(self) -> None:
        self._sites.asked.append((self._site, "tick"))
        if self._site == self._sites._broken:
            raise Unavailable("it does not answer")

    async def pause(self, seconds: float) -> bool:
        self._sites.asked.append((self._site, "pause"))
        return self._site != self._sites._building

    async def resume(self) -> None:
        self._sites.asked.append((self._site, "resume"))


async def run(cron: str, sites: Sites) -> MemoryStore:
    private, artifacts = MemoryStore(), MemoryStore()
    for site in ("a", "b", "c"):
        await remember_site(site, private)
    await artifacts.put("objects/ab/ab01234567890123-0.json", b"{}")
    await run_scheduled(cron, private=private, artifacts=artifacts, coordinator=sites)
    return artifacts


def test_the_expressions_are_those_of_wrangler_toml() -> None:
    crons = tomllib.loads(WRANGLER.read_text("utf-8"))["triggers"]["crons"]
    assert crons == [SWEEP, COLLECT_GARBAGE]


async def test_a_sweep_wakes_all_coordinators_though_one_fails(caplog: pytest.LogCaptureFixture) -> None:
    sites = Sites(broken="b")
    await run(SWEEP, sites)
    assert sites.asked == [("a", "tick"), ("b", "tick"), ("c", "tick")]
    assert "b: it does not answer" in caplog.text


async def test_garbage_is_collected_while_all_sites_wait() -> None:
    sites = Sites()
    artifacts = await run(COLLECT_GARBAGE, sites)
    assert artifacts.objects == {}
    assert [what for _, what in sites.asked] == ["pause"] * 3 + ["resume"] * 3


async def test_garbage_stays_while_a_site_builds() -> None:
    sites = Sites(building="b")
    artifacts = await run(COLLECT_GARBAGE, sites)
    assert artifacts.objects
    assert sites.asked == [("a", "pause"), ("b", "pause"), ("a", "resume")]
