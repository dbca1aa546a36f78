"""The primary rate limit: so many requests an hour for each user, and few for those without a token."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

WINDOW_S = 3600.0


@dataclass
class _Window:
    used: int
    resets_at: float


@dataclass(frozen=True)
class Allowance:
    """`is_exceeded`: the request came beyond the limit and must be refused."""

    limit: int
    used: int
    resets_at: int
    is_exceeded: bool = False

    @property
    def remaining(self) -> int:
        return max(0, self.limit - self.used)

    def as_headers(self, resource: str = "core") -> dict[str, str]:
        return {
            "x-ratelimit-limit": str(self.limit),
            "x-ratelimit-remaining": str(self.remaining),
            "x-ratelimit-reset": str(self.resets_at),
            "x-ratelimit-used": str(self.used),
            "x-ratelimit-resource": resource,
        }


@dataclass
class RateLimits:
    """`hourly` requests for each login; `hourly_anonymous` for all without a token together."""

    hourly: int = 5000
    hourly_anonymous: int = 60
    _windows: dict[str | None, _Window] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, login: str | None) -> Allowance:
        """Count a request of `login`; None is everybody without a token."""
        with self._lock:
            window, limit = self._window(login)
            if window.used >= limit:
                return Allowance(limit, limit, int(window.resets_at), is_exceeded=True)
            window.used += 1
            return Allowance(limit, window.used, int(window.resets_at))

    def give_back(self, login: str | None) -> Allowance:
        """Take back the last count: the answer was a 304."""
        with self._lock:
            self._window(login)[0].used -= 1
        return self.look(login)

    def look(self, login: str | None) -> Allowance:
        with self._lock:
            window, limit = self._window(login)
            return Allowance(limit, window.used, int(window.resets_at))

    def leave(self, remaining: int, *, resets_in_s: float = WINDOW_S, login: str | None = "octocat") -> None:
        """Leave `login` so many requests until `resets_in_s` from now."""
        with self._lock:
            limit = self._window(login)[1]
            self._windows[login] = _Window(limit - remaining, time.time() + resets_in_s)

    def reset(self) -> None:
        with self._lock:
            self._windows.clear()
            self.hourly, self.hourly_anonymous = 5000, 60

    def _window(self, login: str | None) -> tuple[_Window, int]:
        window = self._windows.get(login)
        if window is None or time.time() >= window.resets_at:
            window = self._windows[login] = _Window(0, time.time() + WINDOW_S)
        return window, self.hourly if login else self.hourly_anonymous
