"""What clients asked of the stand-in, so that tests count requests by kind."""

from __future__ import annotations

import threading
from dataclasses import asdict, dataclass, field
from fnmatch import fnmatchcase
from typing import Any


@dataclass
class LoggedRequest:
    """A request as it came. `headers` have names in lower case; `path` is decoded and without its query.

    `status` is 0 until the answer begins, and stays 0 when there is none.
    """

    method: str
    path: str
    query: str
    headers: dict[str, str]
    status: int = 0


@dataclass
class RequestLog:
    _requests: list[LoggedRequest] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _at_once: int = 0
    most_at_once: int = 0
    """The largest number of requests that were under way together."""

    def begin(self, request: LoggedRequest) -> None:
        with self._lock:
            self._requests.append(request)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)

    def end(self) -> None:
        with self._lock:
            self._at_once -= 1

    def find(self, path: str = "*", method: str = "*") -> list[LoggedRequest]:
        """Requests, oldest first, whose path and method match the patterns of a shell; `*` matches slashes as well."""
        with self._lock:
            return [
                each for each in self._requests if fnmatchcase(each.path, path) and fnmatchcase(each.method, method)
            ]

    def clear(self) -> None:
        with self._lock:
            self._requests.clear()
            self.most_at_once = self._at_once

    def as_json(self, path: str = "*", method: str = "*") -> list[dict[str, Any]]:
        return [asdict(each) for each in self.find(path, method)]
