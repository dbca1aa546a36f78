"""One writer at a time for a folder of artifacts or steps, among all processes of this machine."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from filelock import Timeout

from shared.adapters.local.state import make_lock
from shared.errors import ConflictError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

__all__ = ["hold_locks"]

_POLL_S = 0.2


@contextmanager
def hold_locks(folders: Iterable[Path], *, wait_s: float, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the locks of all folders, taken in one order by everybody, so that nobody waits in a circle.

    Raises:
        ConflictError: somebody else still holds one after `wait_s`.
    """
    with ExitStack() as stack:
        for folder in sorted({folder.resolve() for folder in folders}):
            lock = make_lock(folder)
            try:
                lock.acquire(timeout=0)
            except Timeout:
                say(f"Another build of {folder} is running: waiting for it")
                try:
                    lock.acquire(timeout=wait_s, poll_interval=_POLL_S)
                except Timeout:
                    raise ConflictError(
                        f"another build of {folder} still runs after {wait_s:g} s; wait longer with --wait SECONDS",
                        code="locked",
                    ) from None
            stack.callback(lock.release)
        yield
