"""A `VectorCache` by calls to the site's Durable Object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from functions.bindings.javascript import from_js_bytes, to_js_bytes, translated
from functions.packing import pack_items, unpack_items

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["VectorCacheStub"]


class VectorCacheStub:
    """`namespace` is the binding of the class. One call may carry 32 MB: 5,000 vectors of 1,536 floats."""

    def __init__(self, namespace: Any, site: str) -> None:
        self._namespace = namespace
        self._site = site

    async def get_many(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        with translated(lambda _: None, "the vector cache"):
            packed = await self._stub().get_packed(to_js_bytes(pack_items(keys)))
            values = unpack_items(from_js_bytes(packed))
        return {key: value for key, value in zip(keys, values, strict=True) if value is not None}

    async def put_many(self, items: Mapping[bytes, bytes]) -> None:
        packed = pack_items([part for item in items.items() for part in item])
        with translated(lambda _: None, "the vector cache"):
            await self._stub().put_packed(to_js_bytes(packed))

    def _stub(self) -> Any:
        return self._namespace.getByName(self._site)
