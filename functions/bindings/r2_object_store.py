"""An `ObjectStore` on an R2 bucket."""

from __future__ import annotations

import gzip
import re
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from functions.bindings.javascript import (
    from_js_bytes,
    is_nothing,
    make_js_buffer,
    to_js_bytes,
    to_js_value,
    translated,
)
from shared.domain.http_files import caching_of
from shared.domain.public_names import find_public_name, media_type_of
from shared.errors import InkdexError, InvariantError, RateLimited, Unavailable, UpstreamError

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator

__all__ = ["R2ObjectStore"]

_MIN_COMPRESSED_BYTES: Final = 500
_COMPRESSION: Final = 6
_PART_BYTES: Final = 5 << 20
"""The least that R2 takes of a part; all are equal but the last."""

_DELETED_TOGETHER: Final = 1_000
"""The most that R2 takes. (Source: R2 documentation, "Workers API reference".)"""

_CODE: Final = re.compile(r"\((\d+)\)\s*$")
"""R2 ends its messages with a number. (Source: R2 documentation, "Error codes".)"""
_TOO_MANY_REQUESTS: Final = 10058
_OURS: Final = frozenset({10011, 10012, 10020, 10022, 10025, 10029, 10048, 100100})
"""Keys, parts or metadata that no bucket takes."""


class R2ObjectStore:
    """The objects below `prefix`, whose keys are theirs without it.

    `published`: visitors get these objects, so each carries its content type and how long it may be cached, and JSON
    lies compressed, as it is sent. Reading gives plain bytes all the same.
    """

    def __init__(self, bucket: Any, prefix: str = "", *, published: bool = False) -> None:
        self._bucket = bucket
        self._prefix = prefix
        self._published = published

    async def get(self, key: str) -> bytes | None:
        with self._translated(key):
            found = await self._bucket.get(self._prefix + key)
            return None if is_nothing(found) else _plain(found, from_js_bytes(await found.arrayBuffer()))

    async def get_range(self, key: str, offset: int, size: int) -> bytes:
        if self._is_compressible(key) or not size:  # R2 has no empty ranges
            data = await self.get(key)
            if data is None:
                raise _missing(key)
            return data[offset : offset + size]
        wanted = to_js_value({"range": {"offset": offset, "length": size}})
        try:
            with self._translated(key):
                found = await self._bucket.get(self._prefix + key, wanted)
                if is_nothing(found):
                    raise _missing(key)
                return from_js_bytes(await found.arrayBuffer())
        except UpstreamError:
            # Behind the end it is an error, of a kind of its own in R2 and of none in particular in Miniflare.
            if offset >= await self._measure(key):
                return b""
            raise

    async def put(self, key: str, data: bytes) -> None:
        await self._put(key, data)

    async def put_stream(self, key: str, pieces: AsyncIterable[bytes]) -> None:
        options = self._options(key)
        if self._is_compressible(key):
            options["httpMetadata"]["contentEncoding"] = "gzip"
            pieces = _compress(pieces)
        part = _Part()
        upload = None
        parts: list[Any] = []
        try:
            async for piece in pieces:
                rest = part.fill(memoryview(piece))
                while part.is_full:
                    if upload is None:
                        upload = await self._start_upload(key, options)
                    parts.append(await self._upload_part(key, upload, len(parts) + 1, part.take()))
                    rest = part.fill(rest)
            if upload is None:
                await self._store(key, part.take(), options)
                return
            if part.size_bytes:
                parts.append(await self._upload_part(key, upload, len(parts) + 1, part.take()))
            with self._translated(key):
                await upload.complete(to_js_value(parts))
        except BaseException:
            if upload is not None:
                with suppress(InkdexError), self._translated(key):  # R2 removes unfinished uploads after a week anyway
                    await upload.abort()
            raise

    async def swap(self, key: str, data: bytes, expected: bytes | None) -> bool:
        if expected is None:
            return await self._put(key, data, {"etagDoesNotMatch": "*"})
        with self._translated(key):
            found = await self._bucket.get(self._prefix + key)
            if is_nothing(found) or _plain(found, from_js_bytes(await found.arrayBuffer())) != expected:
                return False
        return await self._put(key, data, {"etagMatches": found.etag})

    async def has(self, key: str) -> bool:
        with self._translated(key):
            return not is_nothing(await self._bucket.head(self._prefix + key))

    async def list(self, prefix: str) -> AsyncIterator[str]:
        options: dict[str, object] = {"prefix": self._prefix + prefix}
        while True:
            with self._translated(prefix):
                page = await self._bucket.list(to_js_value(options))
                keys = [item.key for item in page.objects]
                options["cursor"] = page.cursor if page.truncated else None
            for key in keys:
                yield key.removeprefix(self._prefix)
            if options["cursor"] is None:
                return

    async def delete(self, *keys: str) -> None:
        for start in range(0, len(keys), _DELETED_TOGETHER):
            batch = keys[start : start + _DELETED_TOGETHER]
            with self._translated(batch[0]):
                await self._bucket.delete(to_js_value([self._prefix + key for key in batch]))

    async def _put(self, key: str, data: bytes, condition: dict[str, str] | None = None) -> bool:
        """False: the condition did not hold, which R2 tells by giving nothing."""
        options = self._options(key)
        if len(data) > _MIN_COMPRESSED_BYTES and self._is_compressible(key):
            options["httpMetadata"]["contentEncoding"] = "gzip"
            data = gzip.compress(data, _COMPRESSION, mtime=0)
        if condition is not None:
            options["onlyIf"] = condition
        return await self._store(key, to_js_bytes(data), options)

    async def _store(self, key: str, data: Any, options: dict[str, Any]) -> bool:
        with self._translated(key):
            stored = await self._bucket.put(self._prefix + key, data, to_js_value(options))
        return not is_nothing(stored)

    async def _measure(self, key: str) -> int:
        with self._translated(key):
            found = await self._bucket.head(self._prefix + key)
            if is_nothing(found):
                raise _missing(key)
            return int(found.size)

    def _options(self, key: str) -> dict[str, Any]:
        if not self._published:
            return {}
        name = find_public_name(key)
        caching = caching_of(changing=name is None or name.changing)
        return {"httpMetadata": {"contentType": media_type_of(key), "cacheControl": caching}}

    def _is_compressible(self, key: str) -> bool:
        return self._published and key.endswith(".json")

    async def _start_upload(self, key: str, options: dict[str, Any]) -> Any:
        with self._translated(key):
            return await self._bucket.createMultipartUpload(self._prefix + key, to_js_value(options))

    async def _upload_part(self, key: str, upload: Any, number: int, data: Any) -> dict[str, object]:
        with self._translated(key):
            part = await upload.uploadPart(number, data)
            return {"partNumber": number, "etag": part.etag}

    def _translated(self, key: str) -> Any:
        return translated(lambda said: _translate(said, self._prefix + key), "R2")


class _Part:
    """What an upload sends next, gathered in JavaScript's memory: in Python's, which is small and never shrinks again,
    so much in one place would be the largest thing there."""

    def __init__(self) -> None:
        self.size_bytes = 0
        self._buffer = make_js_buffer(_PART_BYTES)

    @property
    def is_full(self) -> bool:
        return self.size_bytes == _PART_BYTES

    def fill(self, piece: memoryview) -> memoryview:
        """Take of a piece what there is room for; the rest of it."""
        taken = piece[: _PART_BYTES - self.size_bytes]
        if taken:
            self._buffer.subarray(self.size_bytes, self.size_bytes + len(taken)).assign(taken)
            self.size_bytes += len(taken)
        return piece[len(taken) :]

    def take(self) -> Any:
        """A `Uint8Array` of what is there, good until the part is filled anew."""
        content = self._buffer.subarray(0, self.size_bytes)
        self.size_bytes = 0
        return content


async def _compress(pieces: AsyncIterable[bytes]) -> AsyncIterator[bytes]:
    """The pieces as one gzip stream."""
    stream = zlib.compressobj(_COMPRESSION, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    async for piece in pieces:
        if packed := stream.compress(piece):
            yield packed
    yield stream.flush()


def _translate(said: str, key: str) -> InkdexError:
    """The one place where R2's errors become ours."""
    found = _CODE.search(said)
    code = int(found[1]) if found else 0
    facts = {"service": "R2", "key": key}
    if code in _OURS:
        return InvariantError(f"R2 refuses {key[:200]!r}: {said}", **facts)
    if code == _TOO_MANY_REQUESTS:
        return RateLimited(f"R2 takes one write a second of {key}", retry_after_s=2.0, **facts)
    return Unavailable(f"R2 failed: {said}", **facts)


def _plain(found: Any, data: bytes) -> bytes:
    return gzip.decompress(data) if getattr(found.httpMetadata, "contentEncoding", None) == "gzip" else data


def _missing(key: str) -> InvariantError:
    return InvariantError(f"{key} is not there", key=key)
