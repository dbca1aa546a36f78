"""An `ObjectStore` that answers many questions of what is there from a few listings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from shared.adapters.forwarding_store import ForwardingStore

if TYPE_CHECKING:
    from collections.abc import AsyncIterable

    from shared.ports import ObjectStore

__all__ = ["ListingStore"]

_SHARDS: Final = re.compile(r"objects/[0-9a-f]{2}/")


class ListingStore(ForwardingStore):
    """A build asks for thousands of shards whether they are there. The second question about a folder lists it.

    What others remove meanwhile is not noticed, and nobody does: garbage is not collected while a site builds. What
    others add is not noticed either, and is stored twice: by its name, the same bytes. So it must live no longer than
    one round or step of a build.
    """

    def __init__(self, store: ObjectStore) -> None:
        super().__init__(store)
        self._asked: set[str] = set()
        self._known: dict[str, set[str]] = {}

    async def has(self, key: str) -> bool:
        found = _SHARDS.match(key)
        if found is None:
            return await self._store.has(key)
        folder = found[0]
        if folder not in self._known:
            if folder not in self._asked:
                self._asked.add(folder)
                return await self._store.has(key)
            self._known[folder] = {name async for name in self._store.list(folder)}
        return key in self._known[folder]

    async def put(self, key: str, data: bytes) -> None:
        await self._store.put(key, data)
        self._note(key, is_there=True)

    async def put_stream(self, key: str, pieces: AsyncIterable[bytes]) -> None:
        await self._store.put_stream(key, pieces)
        self._note(key, is_there=True)

    async def swap(self, key: str, data: bytes, expected: bytes | None) -> bool:
        is_done = await self._store.swap(key, data, expected)
        self._known.pop(_folder(key), None)
        return is_done

    async def delete(self, key: str) -> None:
        await self._store.delete(key)
        self._note(key, is_there=False)

    def _note(self, key: str, *, is_there: bool) -> None:
        known = self._known.get(_folder(key))
        if known is not None:
            (known.add if is_there else known.discard)(key)


def _folder(key: str) -> str:
    return key[: key.rfind("/") + 1]
