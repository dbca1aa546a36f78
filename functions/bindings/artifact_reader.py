"""An `ArtifactReader` on the bucket of published files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from functions.bindings.javascript import from_js_bytes, is_nothing, to_js_value, translated
from shared.errors import ConflictError
from shared.ports import StoredArtifact

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

__all__ = ["R2ArtifactReader"]


class R2ArtifactReader:
    """Versions are etags. Bytes come as they are stored: JSON mostly compressed."""

    def __init__(self, bucket: Any) -> None:
        self._bucket = bucket

    async def find(self, name: str) -> StoredArtifact | None:
        with translated(lambda _: None, "R2"):
            found = await self._bucket.head(name)
            if is_nothing(found):
                return None
            packed = getattr(found.httpMetadata, "contentEncoding", None) == "gzip"
            return StoredArtifact(str(found.etag), int(found.size), packed)

    async def read(self, name: str, version: str, offset: int, size_bytes: int) -> AsyncIterator[bytes]:
        options: dict[str, object] = {"onlyIf": {"etagMatches": version}}
        if size_bytes:  # R2 has no empty ranges
            options["range"] = {"offset": offset, "length": size_bytes}
        with translated(lambda _: None, "R2"):
            found = await self._bucket.get(name, to_js_value(options))
        # An object that has changed comes without its body.
        if is_nothing(found) or is_nothing(getattr(found, "body", None)):
            raise ConflictError(f"{name} is another file by now", name=name)
        reader = found.body.getReader()
        finished = False
        try:
            while size_bytes:
                with translated(lambda _: None, "R2"):
                    piece = await reader.read()
                if piece.done:
                    finished = True
                    return
                yield from_js_bytes(piece.value)
        finally:
            if not finished:
                await reader.cancel()
