"""Where the local Worker's files lie, all below one ignored folder of the repository."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shared.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["CACHE", "REPOSITORY", "cached_folder", "find_repository", "keep_newest", "publish_folder"]

REPOSITORY: Final = Path(__file__).resolve().parents[3]
CACHE: Final = REPOSITORY / ".inkdex" / "worker"
_KEPT: Final = 3


def find_repository() -> Path:
    """The folder of wrangler.toml.

    Raises:
        ConfigurationError: Inkdex was installed without its repository.
    """
    if not (REPOSITORY / "wrangler.toml").is_file():
        raise ConfigurationError(f"there is no wrangler.toml in {REPOSITORY}; run Inkdex from its repository")
    return REPOSITORY


def cached_folder(name: str, key: str, fill: Callable[[Path], None]) -> Path:
    """The folder `NAME-KEY` of the cache. If it is missing, `fill` makes what belongs into it; older ones go then."""
    folder = CACHE / f"{name}-{key[:16]}"
    if not folder.is_dir():
        with publish_folder(folder) as new:
            fill(new)
        keep_newest(CACHE, f"{name}-*", _KEPT)
    folder.touch()
    return folder


@contextmanager
def publish_folder(target: Path) -> Iterator[Path]:
    """A new folder to fill, which becomes `target` at the end, whole or not at all.

    Two processes may do this at once: what the first one has published, the second one leaves as it is.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        yield new
        new.chmod(0o755)
        try:
            os.replace(new, target)  # noqa: PTH105 - a folder that is there must not be replaced, which this refuses
        except OSError:
            if not target.is_dir():
                raise
    finally:
        shutil.rmtree(new, ignore_errors=True)


def keep_newest(parent: Path, pattern: str, count: int) -> None:
    """Remove all but the newest folders of `parent` whose names match."""
    found = [path for path in parent.glob(pattern) if not path.name.startswith(".")]
    for path in sorted(found, key=lambda path: path.stat().st_mtime_ns, reverse=True)[count:]:
        shutil.rmtree(path, ignore_errors=True)
