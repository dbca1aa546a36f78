"""What Inkdex remembers on this machine outside of any site: locks, and what the last builds took.

None of it matters to a build's outcome, so a machine where it cannot be written builds all the same.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock
from platformdirs import user_state_path

from shared.domain.encoding import from_json, to_json

if TYPE_CHECKING:
    from filelock import BaseFileLock

__all__ = ["load_build", "make_lock", "save_build"]


def make_lock(path: Path) -> BaseFileLock:
    """The lock of a folder, for all processes of this machine. It lies outside of the folder and outlives it."""
    return FileLock(_folder("locks") / f"{_key(path)}.lock")


def save_build(out: Path, record: dict[str, Any]) -> None:
    """Remember what the last build into `out` took. A record that cannot be kept is let go."""
    with suppress(OSError):
        target = _folder("builds") / f"{_key(out)}.json"
        temporary = target.with_suffix(".new")
        temporary.write_bytes(to_json(record))
        temporary.replace(target)


def load_build(out: Path) -> dict[str, Any] | None:
    """What `save_build` was given for `out` on this machine, if it was."""
    try:
        record = from_json((_folder("builds") / f"{_key(out)}.json").read_bytes())
    except (OSError, ValueError):
        return None
    return record if isinstance(record, dict) else None


def _key(path: Path) -> str:
    return sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:24]


def _folder(name: str) -> Path:
    """A folder of our own; a temporary one where the user has no home to write to."""
    for base in (user_state_path("inkdex"), Path(tempfile.gettempdir()) / "inkdex-state"):
        with suppress(OSError):
            folder = base / name
            folder.mkdir(parents=True, exist_ok=True)
            probe = folder / ".writable"
            probe.touch()
            return folder
    return Path(tempfile.gettempdir())
