"""The real input of the benchmarks: where it lies, what is missing, and how it is unpacked."""

from __future__ import annotations

import sys
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "DEFAULT_CORPORA",
    "REPOSITORY",
    "MissingCorporaError",
    "docs_archive",
    "explain_and_exit",
    "require",
    "unpack_docs",
]

REPOSITORY = Path(__file__).resolve().parents[2]
DEFAULT_CORPORA = REPOSITORY.parent / "shared" / "corpora"
"""`../shared/corpora`, next to the repository."""


class MissingCorporaError(Exception):
    """Archives that a benchmark needs are not there."""

    def __init__(self, missing: list[Path]) -> None:
        self.missing = missing
        super().__init__("missing: " + ", ".join(map(str, missing)))


def docs_archive(corpora: Path, count: int) -> Path:
    return corpora / f"docs-{count}.tar.gz"


def require(archives: Iterable[Path]) -> None:
    """Raise `MissingCorporaError` that names every archive which is not there."""
    missing = [path for path in archives if not path.is_file()]
    if missing:
        raise MissingCorporaError(missing)


def explain_and_exit(error: MissingCorporaError) -> NoReturn:
    for path in error.missing:
        print(f"missing: {path}", file=sys.stderr)
    print("Name the folder that holds these archives with --corpora DIR.", file=sys.stderr)
    raise SystemExit(2)


def unpack_docs(archive: Path, folder: Path) -> Path:
    """Unpack into `folder`; the folder of pages, which is the archive's only top folder if it has one.

    The `data` filter refuses absolute paths, paths that leave the folder, links out of it, and devices.
    """
    folder.mkdir(parents=True)
    with tarfile.open(archive) as opened:
        opened.extractall(folder, filter="data")
    inside = list(folder.iterdir())
    return inside[0] if len(inside) == 1 and inside[0].is_dir() and inside[0].name.startswith("docs-") else folder
