"""Memory snapshots: the Python heap of a Worker that has imported its modules, so that the next start need not.

Cloudflare takes one at every deployment. Taking one here shows what a deployment would refuse, such as JavaScript
objects in a module's global variables, and a start from it takes a fifth of the processor time.
"""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from shared.cli.worker.folders import CACHE, keep_newest, publish_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

__all__ = ["BASE_ENTRY", "SNAPSHOTS", "Snapshots", "digest_of"]

BASE_ENTRY: Final = """\
import pydantic, starlette.applications, starlette.requests, starlette.responses, starlette.routing
from workers import DurableObject, Response, WorkerEntrypoint

class Default(WorkerEntrypoint):
    async def fetch(self, request):
        return Response("ready")

class SiteCoordinator(DurableObject): ...
class VectorCacheStore(DurableObject): ...
"""
"""A Worker that has only what `functions/entry.py` imports of packages. A Worker whose own modules have been edited
starts from its snapshot. It must not import more, or it would hide what an import in the middle of a request does."""

_NAME: Final = "snapshot.bin"
"""What workerd calls what it makes."""

_BASE: Final = "base.bin"
_KEPT: Final = 6
"""30 to 50 MB each. Tests use two at a time."""


def digest_of(app: Path, config: Mapping[str, Any], others: Iterable[str]) -> str:
    """Names the snapshot of the modules in `app` under this configuration; `others` name all else that matters.

    Variables do not matter: a Worker that reads them while its modules are imported is wrong in production as well.
    """
    digest = sha256(json.dumps([dict(config), *others], sort_keys=True).encode())
    for path in sorted(app.rglob("*.py")):
        digest.update(path.relative_to(app).as_posix().encode() + b"\0" + sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


class Snapshots:
    """Those of this machine, by digest, and the options for workerd that use them."""

    def __init__(self, folder: Path = CACHE / "snapshots") -> None:
        self._folder = folder

    def find(self, digest: str) -> Path | None:
        """The snapshot, if it has been made."""
        path = self._folder / digest / _NAME
        if not path.is_file():
            return None
        path.parent.touch()
        return path

    def keep(self, digest: str, made: Path) -> None:
        """Take over what workerd has made in the folder `made`, if it has."""
        if not (made / _NAME).is_file():
            return
        with publish_folder(self._folder / digest) as new:
            shutil.move(made / _NAME, new / _NAME)
        keep_newest(self._folder, "*", _KEPT)

    @staticmethod
    def load(snapshot: Path) -> list[str]:
        """Start from a snapshot."""
        return [f"--python-load-snapshot={snapshot.name}", f"--python-snapshot-dir={snapshot.parent}"]

    @staticmethod
    def make(folder: Path, base: Path | None) -> list[str]:
        """Start from `base`, and make a snapshot in `folder` once everything is imported."""
        folder.mkdir(exist_ok=True)
        if base is None:
            return ["--python-save-baseline-snapshot", f"--python-snapshot-dir={folder}"]
        shutil.copyfile(base, folder / _BASE)  # workerd reads and writes in one folder
        return [f"--python-load-snapshot={_BASE}", "--python-save-snapshot", f"--python-snapshot-dir={folder}"]


SNAPSHOTS: Final = Snapshots()
