"""What of this repository goes into the Worker: copied into a folder of its own, since wrangler takes all it finds."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from shared.cli.worker.folders import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["PACKAGES", "stage"]

PACKAGES: Final = ("functions", "shared")

_LEFT_OUT: Final = (
    PurePosixPath("shared/cli"),  # the command line, and this tool
    PurePosixPath("shared/adapters/local"),  # folders, processes and servers of one machine
    PurePosixPath("shared/adapters/embedders/static.py"),  # the model that comes with it is larger than a Worker
)


def stage(
    repository: Path, target: Path, packages: Sequence[str] = PACKAGES, files: Mapping[str, str] = MappingProxyType({})
) -> int:
    """Make `target` hold the Python files of these packages that a Worker can use. How many files it had to change.

    Files that are equal already are not touched, so that nothing reloads for nothing. `files` are more of them: path
    and text.
    """
    wanted = {
        path.relative_to(repository): path.read_bytes()
        for package in packages
        for path in _modules(repository, package)
    } | {Path(name): text.encode() for name, text in files.items()}
    changed = 0
    for name, content in wanted.items():
        staged = target / name
        if not staged.is_file() or staged.read_bytes() != content:
            staged.parent.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(content)
            changed += 1
    for path in sorted(target.rglob("*"), reverse=True) if target.is_dir() else ():
        name = path.relative_to(target)
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif name not in wanted:
            path.unlink()
            changed += 1
    return changed


def _modules(repository: Path, package: str) -> Iterator[Path]:
    for path in sorted((repository / package).rglob("*.py")):
        name = PurePosixPath(path.relative_to(repository).as_posix())
        if "__pycache__" not in name.parts and not any(out == name or out in name.parents for out in _LEFT_OUT):
            yield path


if __name__ == "__main__":  # what wrangler calls for a `WorkerServer` that reloads
    stage(REPOSITORY, Path(sys.argv[1]), sys.argv[2:])
