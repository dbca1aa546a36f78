"""An `ArtifactReader` on any `ObjectStore`, which reads whole objects: for tests and small deployments."""

from __future__ import annotations

import gzip
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from shared.errors import ConflictError
from shared.ports import StoredArtifact

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from shared.ports import ObjectStore

__all__ = ["StoreArtifactReader"]

_PIECE_BYTES: Final = 1 << 16


class StoreArtifactReader:
    """`packs_json`: JSON is shown as if it were stored compressed."""

    def __init__(self, store: ObjectStore, *, packs_json: bool = False) -> None:
        self._store = store
        self._packs_json = packs_json

    async def find(self, name: str) -> StoredArtifact | None:
        data = await self._load(name)
        return None if data is None else StoredArtifact(_version(data), len(data), self._is_packed(name))

    async def read(self, name: str, version: str, offset: int, size_bytes: int) -> AsyncIterator[bytes]:
        data = await self._load(name)
        if data is None or _version(data) != version:
            raise ConflictError(f"{name} is another file by now", name=name)
        end = min(offset + size_bytes, len(data))
        for start in range(offset, end, _PIECE_BYTES):
            yield data[start : min(start + _PIECE_BYTES, end)]

    async def _load(self, name: str) -> bytes | None:
        data = await self._store.get(name)
        return gzip.compress(data, mtime=0) if data is not None and self._is_packed(name) else data

    def _is_packed(self, name: str) -> bool:
        return self._packs_json and name.endswith(".json")


def _version(data: bytes) -> str:
    return sha256(data).hexdigest()[:32]
