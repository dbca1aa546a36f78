"""Memory snapshots: the Python heap of a Worker that has imported its modules, so that the next start need not.

Cloudflare takes one at every deployment. Taking one here shows what a deployment would refuse, such as JavaScript
objects in a module's global variables, and a start from it takes a quarter of the time.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from shared.cli.worker.folders import keep_newest, publish_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

__all__ = ["SnapshotCache"]

_NAME: Final = "snapshot.bin"
"""What workerd calls it."""

_KEPT: Final = 6
"""30 MB each. Tests use two at a time."""


class SnapshotCache:
    """Snapshots by all that they depend on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def key(self, app: Path, config: Mapping[str, Any], others: Iterable[str]) -> str:
        """Names the snapshot of the modules in `app` under this configuration; `others` name all else that matters.

        Variables do not matter: a Worker that reads them while its modules are imported is wrong in production as well.
        """
        digest = sha256(json.dumps([{**config, "vars": None}, *others], sort_keys=True).encode())
        for path in sorted(app.rglob("*.py")):
            digest.update(path.relative_to(app).as_posix().encode() + b"\0" + sha256(path.read_bytes()).digest())
        return digest.hexdigest()[:16]

    def options(self, key: str, made: Path) -> list[str]:
        """Options for workerd: to load the snapshot, or to make it in the folder `made`."""
        folder = self._folder / key
        if (folder / _NAME).is_file():
            folder.touch()
            return [f"--python-load-snapshot={_NAME}", f"--python-snapshot-dir={folder}"]
        made.mkdir(exist_ok=True)
        return ["--python-save-snapshot", f"--python-snapshot-dir={made}"]

    def keep(self, key: str, made: Path) -> None:
        """Take over what workerd has made, if it has."""
        if (made / _NAME).is_file():
            with publish_folder(self._folder / key) as new:
                (made / _NAME).replace(new / _NAME)
            keep_newest(self._folder, "*", _KEPT)
