"""What goes wrong with the builds of a site, as a test has scripted it; and what its builds have done meanwhile.

Lives in the isolate: a Worker that is killed forgets it.
"""

from __future__ import annotations

import asyncio
import contextvars
import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Any

from shared.errors import RateLimited, Rejected, Unavailable

__all__ = ["SITE", "Script", "change_faults", "current_script", "script_of"]

SITE: contextvars.ContextVar[str] = contextvars.ContextVar("site")
"""Whose message is being handled."""

_HOLD_S = 60.0
_POLL_S = 0.02


@dataclass
class Script:
    """`faults` of a stage hit one of its steps, the first that comes; each attempt at that step takes one.

    A fault is `[when, what]`, `[when, what, "always"]`, which nothing uses up, or `[when, "limited", seconds]`. When:
    `before` anything, `halfway` (a step's output is stored, its record is not; a revision's manifest is, its pointer is
    not) or `after` all is stored, while nobody knows yet.
    What: `crash`, `unavailable`, `rejected`, `limited` (until so many seconds have passed) or `hold` (until released).
    """

    faults: dict[str, list[list[Any]]] = field(default_factory=dict)
    drops: dict[str, int] = field(default_factory=dict)
    """So many messages of a stage get lost."""
    copies: int = 1
    """How often each message is delivered, all told."""
    together: bool = False
    """Copies are handled at the same time rather than one after the other."""
    late_s: int = 0
    """Messages come up to so much later than sent, in any order."""
    seed: int = 0
    alarms: bool = True
    inline_s: float | None = None

    runs: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Attempts, by stage and step."""
    finished: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Those that came to their end."""
    builds: list[str] = field(default_factory=list)
    """In the order in which they began."""
    held: str | None = None
    victims: dict[str, str] = field(default_factory=dict)
    limited_until: dict[str, float] = field(default_factory=dict)
    random: Random = field(default_factory=Random)

    def __post_init__(self) -> None:
        self.random.seed(self.seed)

    def started(self, stage: str, key: str) -> None:
        self.runs[stage, key] += 1

    def ended(self, stage: str, key: str) -> None:
        self.finished[stage, key] += 1

    async def meet(self, when: str, stage: str, key: str) -> None:
        """Let happen what is scripted for this moment."""
        waiting = self.faults.get(stage)
        if not waiting or self.victims.setdefault(stage, key) != key or waiting[0][0] != when:
            return
        what = waiting[0][1]
        if what == "limited":
            end = self.limited_until.setdefault(stage, time.time() + waiting[0][2])
            if time.time() < end:
                raise RateLimited(f"scripted: {stage} is limited", retry_after_s=end - time.time())
            waiting.pop(0)
            return
        if waiting[0][2:] != ["always"]:
            waiting.pop(0)
        if what == "hold":
            await self._hold(stage)
        elif what == "unavailable":
            raise Unavailable(f"scripted: {stage} is unavailable")
        elif what == "rejected":
            raise Rejected(f"scripted: {stage} is rejected")
        else:
            raise RuntimeError(f"scripted: {stage} crashes {when} its end")

    async def _hold(self, stage: str) -> None:
        self.held = stage
        end = time.time() + _HOLD_S
        while self.held == stage and time.time() < end:  # noqa: ASYNC110 - one request must not wake another
            await asyncio.sleep(_POLL_S)

    def report(self) -> dict[str, Any]:
        return {
            "runs": [[*step, count] for step, count in self.runs.items()],
            "finished": [[*step, count] for step, count in self.finished.items()],
            "left": {stage: faults for stage, faults in self.faults.items() if faults},
            "drops": {stage: count for stage, count in self.drops.items() if count},
            "builds": self.builds,
            "held": self.held,
        }


_scripts: dict[str, Script] = {}


def change_faults(site: str, faults: dict[str, list[list[Any]]]) -> None:
    """Let other things go wrong from now on; what was counted stays."""
    script_of(site).faults = faults


def script_of(site: str, new: dict[str, Any] | None = None) -> Script:
    """The site's script; `new` replaces it."""
    if new is not None:
        if site in _scripts:
            _scripts[site].held = None  # what was held goes on
        _scripts[site] = Script(**new)
    return _scripts.setdefault(site, Script())


def current_script() -> Script:
    return script_of(SITE.get("-"))
