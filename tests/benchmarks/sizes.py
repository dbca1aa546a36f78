"""How large a published revision is, by kind of file. Follows `docs/format.md`, not our own reader of it."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from shared.domain.index.directory import decode_directory
from shared.domain.revision import block_file
from shared.domain.vectors.shards import VectorDirectory

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["KINDS", "KindSize", "kinds_of_files", "measure_revision", "read_manifest"]

_GZIP_LEVEL = 6
"""What web servers use."""

KINDS = (
    "lexicon",
    "words",
    "documents",
    "directory",
    "facets",
    "vectors",
    "listings",
    "report",
    "search.db",
    "manifest",
)


@dataclass(frozen=True, slots=True)
class KindSize:
    """Sums over the files of one kind, each file compressed on its own."""

    files: int = 0
    raw_bytes: int = 0
    gzip_bytes: int = 0

    def plus(self, file: Path) -> KindSize:
        data = file.read_bytes()
        packed = len(gzip.compress(data, _GZIP_LEVEL, mtime=0))
        return KindSize(self.files + 1, self.raw_bytes + len(data), self.gzip_bytes + packed)


def read_manifest(dist: Path, site: str = "site") -> dict[str, Any]:
    pointer = json.loads((dist / site / "current.json").read_bytes())
    manifest: dict[str, Any] = json.loads((dist / pointer["manifest"]).read_bytes())
    return manifest


def measure_revision(dist: Path, site: str = "site") -> dict[str, KindSize]:
    """Kind -> sizes, of the published revision. A file that two packs share is counted once."""
    sizes = dict.fromkeys(KINDS, KindSize())
    for file, kind in kinds_of_files(dist, site).items():
        sizes[kind] = sizes[kind].plus(file)
    return sizes


def kinds_of_files(dist: Path, site: str = "site") -> dict[Path, str]:
    """File -> its kind, of the published revision."""
    manifest = read_manifest(dist, site)
    revision = dist / site / "revisions" / manifest["revision"]
    kind_of: dict[Path, str] = {}
    for entry in manifest["lexicon"]:
        for file in _pack_files(dist, entry["pack"]):
            kind_of.setdefault(file, "words" if file.suffix == ".json" else "lexicon")
    tags, dates, directory = _pack_files(dist, manifest["documents"]["pack"])
    kind_of |= {tags: "facets", dates: "facets", directory: "directory"}
    for part in decode_directory(directory.read_bytes()):
        for file in _pack_files(dist, part.pack):
            kind_of.setdefault(file, "documents")
    if manifest["vectors"]:
        files = _pack_files(dist, manifest["vectors"]["pack"])
        directory_of_vectors = VectorDirectory.from_bytes(files[0].read_bytes(), manifest["vectors"]["dimensions"])
        for pack in directory_of_vectors.packs_used():
            files += _pack_files(dist, pack)
        kind_of.update(dict.fromkeys(files, "vectors"))
    for name in sorted(path.name for path in revision.iterdir()):
        stem = name.partition(".")[0]
        kind = {"manifest": "manifest", "report": "report", "search": "search.db"}.get(stem, "listings")
        kind_of[revision / name] = kind
    return kind_of


def _pack_files(dist: Path, pack: str) -> list[Path]:
    files: list[Path] = []
    for number in count():
        file = dist / "objects" / pack[:2] / f"{pack}-{number}.json"
        if not file.is_file():
            break
        files.append(file)
    blocks = dist / block_file(pack)
    files += [blocks] if blocks.is_file() else []
    if not files:
        raise FileNotFoundError(f"pack {pack} has no file in {dist}")
    return files
