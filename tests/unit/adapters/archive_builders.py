"""Archives made by the standard library, and what comes of them here."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from typing import TYPE_CHECKING

from shared.adapters.archives.limits import ArchiveBudget, ArchiveLimits
from shared.adapters.archives.object_bytes import RangeReader
from shared.adapters.archives.untar import untar
from shared.adapters.archives.unzip import unzip
from shared.adapters.memory.object_store import MemoryStore

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Mapping

Found = list[tuple[str, str, int, bytes]]
"""(path, kind, size in bytes, content) of each entry."""


def make_tar(files: Mapping[str, bytes], tar_format: int = tarfile.PAX_FORMAT) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tar_format) as archive:
        for path, data in files.items():
            member = tarfile.TarInfo(path)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return packed.getvalue()


def make_tar_gz(files: Mapping[str, bytes]) -> bytes:
    return gzip.compress(make_tar(files), 1)


def make_zip(files: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return packed.getvalue()


async def in_chunks(data: bytes, sizes: Iterable[int] = ()) -> AsyncIterator[bytes]:
    """The data in chunks of these sizes, and the rest in chunks of 10,000 bytes."""
    start = 0
    for size in sizes:
        yield data[start : start + size]
        start += size
    while start < len(data):
        yield data[start : start + 10_000]
        start += 10_000


async def read_tar(
    data: bytes, sizes: Iterable[int] = (), *, limits: ArchiveLimits | None = None, skip: bool = False
) -> Found:
    budget = ArchiveBudget(limits or ArchiveLimits())
    found = []
    async for entry in untar(in_chunks(data, sizes), budget):
        found.append((entry.path, entry.kind, entry.size_bytes, b"" if skip else await entry.read()))
    return found


async def read_zip(data: bytes, *, limits: ArchiveLimits | None = None, block_bytes: int = 1 << 18) -> Found:
    store = MemoryStore()
    store.objects["zip"] = data
    directory, contents = (RangeReader(store, "zip", len(data), block_bytes=block_bytes) for _ in range(2))
    found = []
    async for entry in unzip(directory, contents, ArchiveBudget(limits or ArchiveLimits())):
        content = await entry.read() if entry.kind == "file" else b""
        found.append((entry.path, entry.kind, entry.size_bytes, content))
    return found
