"""The stand-in's time: the world's, and what the test has added."""

from __future__ import annotations

import time


class Clock:
    def __init__(self) -> None:
        self._ahead_s = 0.0

    def now(self) -> float:
        """Unix time in seconds."""
        return time.time() + self._ahead_s

    def advance(self, seconds: float) -> None:
        self._ahead_s += seconds

    def reset(self) -> None:
        self._ahead_s = 0.0
