"""Scripted faults: the next requests to a path fail as GitHub and the network in between sometimes do."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Literal

FaultKind = Literal[
    "server_error",
    "bad_gateway",
    "unavailable",
    "primary_rate_limit",
    "secondary_rate_limit",
    "hang",
    "truncated",
    "reset",
]


@dataclass(frozen=True)
class Fault:
    """What goes wrong `times` times with requests that match, after `skip` of them went well.

    - `path`, `method`: patterns of a shell; `*` matches slashes as well. Archive links begin with `/codeload/`.
    - `status`: for rate limits, 403 or 429. A primary one uses up the caller's hour; `rates.leave` gives it back.
    - `retry_after`: the header's value, for a secondary rate limit; None leaves the header out.
    - `hang_s`: how long `hang` waits before it answers as usual.
    - `after_bytes`: how much of the body `truncated` sends; None means half.
    """

    kind: FaultKind
    path: str = "*"
    method: str = "*"
    times: int = 1
    skip: int = 0
    status: int = 403
    retry_after: str | None = "60"
    hang_s: float = 5.0
    after_bytes: int | None = None


@dataclass
class Faults:
    _scripted: list[list[Fault | int]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def script(self, *faults: Fault) -> None:
        with self._lock:
            self._scripted += [[fault, 0] for fault in faults]

    def take(self, method: str, path: str) -> Fault | None:
        """The fault of this request, if any. The first that matches and is not used up counts it."""
        with self._lock:
            for entry in self._scripted:
                fault, seen = entry
                assert isinstance(fault, Fault)
                assert isinstance(seen, int)
                if seen >= fault.skip + fault.times or not fnmatchcase(path, fault.path):
                    continue
                if not fnmatchcase(method, fault.method):
                    continue
                entry[1] = seen + 1
                return fault if seen >= fault.skip else None
        return None

    @property
    def left(self) -> int:
        """How many scripted faults have not happened as often as they should."""
        with self._lock:
            return sum(seen < fault.skip + fault.times for fault, seen in self._scripted if isinstance(fault, Fault))

    def clear(self) -> None:
        with self._lock:
            self._scripted.clear()
