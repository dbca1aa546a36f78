"""A `Cache` on a KV namespace; a value's summary lies in its metadata, which listing gives."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from functions.bindings.javascript import from_js_bytes, from_js_value, is_nothing, to_js_bytes, to_js_value, translated
from shared.errors import InkdexError, RateLimited

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

__all__ = ["KvCache"]

_MIN_TTL_S: Final = 60
_WRITE_EVERY_S: Final = 1.0
"""KV takes one write a second for each key."""


class KvCache:
    """Seen elsewhere after up to a minute. Two writes of one key within a second: the second is `RateLimited`."""

    def __init__(self, namespace: Any, prefix: str = "") -> None:
        self._namespace = namespace
        self._prefix = prefix

    async def get(self, key: str) -> bytes | None:
        with translated(_translate, "KV"):
            found = await self._namespace.get(self._prefix + key, "arrayBuffer")
            return None if is_nothing(found) else from_js_bytes(found)

    async def put(self, key: str, value: bytes, *, ttl_s: int, summary: Mapping[str, str] | None = None) -> None:
        options: dict[str, object] = {"expirationTtl": max(_MIN_TTL_S, math.ceil(ttl_s))}
        if summary is not None:
            options["metadata"] = dict(summary)
        with translated(_translate, "KV"):
            await self._namespace.put(self._prefix + key, to_js_bytes(value), to_js_value(options))

    async def list(self, prefix: str) -> AsyncIterator[tuple[str, Mapping[str, str]]]:
        options: dict[str, object] = {"prefix": self._prefix + prefix}
        while True:
            with translated(_translate, "KV"):
                page = from_js_value(await self._namespace.list(to_js_value(options)))
            for item in page["keys"]:
                yield item["name"].removeprefix(self._prefix), item.get("metadata") or {}
            if page["list_complete"]:
                return
            options["cursor"] = page["cursor"]


def _translate(said: str) -> InkdexError | None:
    if "429" in said:
        return RateLimited(f"KV: {said}", retry_after_s=_WRITE_EVERY_S, service="KV")
    return None
