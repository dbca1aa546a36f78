"""What a built site is made of: counts, and the files of a revision with their sizes, by kind."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from shared.domain.encoding import from_json
from shared.domain.index.directory import decode_directory
from shared.domain.revision import block_file, manifest_name, pack_file, pointer_name, revision_file
from shared.domain.vectors.shards import VectorDirectory
from shared.errors import InputError
from shared.usecases.checksums import CHECKSUMS
from shared.usecases.publish_revision import read_pointer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from shared.ports import ObjectStore

__all__ = ["FileKind", "Inspection", "inspect_site"]

_GZIP_LEVEL: Final = 6
_CHUNK_BYTES: Final = 1 << 20


@dataclass(slots=True)
class FileKind:
    """Files of one kind: how many, their size, and their size as a server would send them."""

    files: int = 0
    size_bytes: int = 0
    gzip_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Inspection:
    """The published revision of a site. `kinds` are in the order in which docs/format.md tells of them."""

    manifest: dict[str, Any]
    report: dict[str, Any]
    history: tuple[str, ...]
    published_at: str | None
    kinds: dict[str, FileKind]

    @property
    def total(self) -> FileKind:
        kinds = self.kinds.values()
        return FileKind(
            sum(kind.files for kind in kinds),
            sum(kind.size_bytes for kind in kinds),
            sum(kind.gzip_bytes for kind in kinds),
        )


async def inspect_site(site: str, artifacts: ObjectStore, local_file: Callable[[str], Path]) -> Inspection:
    """Weigh the published revision. `local_file` gives the path of an object: the database may be too large to hold.

    Raises:
        InputError: there is no such site, or a file of it is missing.
    """
    pointer = await read_pointer(site, artifacts)
    if pointer is None:
        raise InputError(f"no site {site!r} is published here", code="no-site")
    weigher = _Weigher(artifacts)
    await weigher.add("pointer and manifest", [pointer_name(site)])
    manifest = from_json(await weigher.read(pointer.manifest))
    await weigher.add("pointer and manifest", [manifest_name(site, pointer.revision)])
    for entry in manifest["lexicon"]:
        await _weigh_lexicon(weigher, entry)
    await _weigh_documents(weigher, manifest["documents"]["pack"])
    if manifest["vectors"]:
        await _weigh_vectors(weigher, manifest["vectors"])
    for name in ("posts.json", "media.json", "report.json", CHECKSUMS):
        await weigher.add(name, [revision_file(site, pointer.revision, name)])
    database = revision_file(site, pointer.revision, manifest["database"]["url"])
    weigher.add_large("search.db", local_file(database))
    report = from_json(await weigher.read(revision_file(site, pointer.revision, "report.json")))
    return Inspection(manifest, report, pointer.history, pointer.published_at, weigher.kinds)


async def _weigh_lexicon(weigher: _Weigher, entry: Mapping[str, Any]) -> None:
    await weigher.add("lexicon", [block_file(entry["pack"])] if entry["sizes"] else [])
    await weigher.add("word shards", _names(entry["pack"], range(len(entry["words"]))))


async def _weigh_documents(weigher: _Weigher, pack: str) -> None:
    name = block_file(pack)
    await weigher.add("document directory", [name])
    await weigher.add("tags and dates", _names(pack, range(2)))
    for part in decode_directory(await weigher.read(name)):
        await weigher.add("documents", [block_file(part.pack)])


async def _weigh_vectors(weigher: _Weigher, vectors: Mapping[str, Any]) -> None:
    name = block_file(vectors["pack"])
    await weigher.add("vector directory", [name])
    directory = VectorDirectory.from_bytes(await weigher.read(name), vectors["dimensions"])
    await weigher.add("vector shards", map(block_file, directory.packs))
    await weigher.add("vector rows", [block_file(rows.pack) for rows in directory.rows])
    await weigher.add("word vectors", map(block_file, directory.words.packs))
    if directory.words.vocabulary:
        await weigher.add("vocabulary", [block_file(directory.words.vocabulary)])


def _names(pack: str, numbers: Iterable[int]) -> list[str]:
    return [pack_file(pack, number) for number in numbers]


class _Weigher:
    """Adds files up by kind."""

    def __init__(self, artifacts: ObjectStore) -> None:
        self.artifacts = artifacts
        self.kinds: dict[str, FileKind] = {}

    async def read(self, name: str) -> bytes:
        data = await self.artifacts.get(name)
        if data is None:
            raise InputError(f"{name} is missing; run `inkdex verify`", code="missing-object")
        return data

    async def add(self, kind: str, names: Iterable[str]) -> None:
        sums = self.kinds.setdefault(kind, FileKind())
        for name in names:
            data = await self.read(name)
            sums.files += 1
            sums.size_bytes += len(data)
            sums.gzip_bytes += len(gzip.compress(data, _GZIP_LEVEL, mtime=0))

    def add_large(self, kind: str, path: Path) -> None:
        """A file that is read piece by piece."""
        sums = self.kinds.setdefault(kind, FileKind())
        packer = zlib.compressobj(_GZIP_LEVEL, wbits=31)
        try:
            with path.open("rb") as file:
                while piece := file.read(_CHUNK_BYTES):
                    sums.size_bytes += len(piece)
                    sums.gzip_bytes += len(packer.compress(piece))
        except FileNotFoundError as error:
            raise InputError(f"{path} is missing; run `inkdex verify`", code="missing-object") from error
        sums.gzip_bytes += len(packer.flush())
        sums.files += 1
