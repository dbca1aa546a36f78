"""An `ObjectStore` that answers many questions of what is there from a few listings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shared.adapters.forwarding_store import ForwardingStore

if TYPE_CHECKING:
    from collections.abc import AsyncIterable

    from shared.ports import ObjectStore

__all__ = ["ListingStore"]

_OBJECTS: Final = "objects/"
_ASKED_SINGLY: Final = 4
"""Most steps ask no oftener; who does will ask hundreds of times."""
_MANY: Final = 20_000
"""Of so many objects, which are those of several large sites, a listing takes longer than questions, and 2 MB."""


class ListingStore(ForwardingStore):
    """A build asks for thousands of shards whether they are there. After a few questions all are listed; where there
    are very many, those of each folder that is asked about.

    What others remove meanwhile is not noticed, and nobody does: garbage is not collected while a site builds. What
    others add is not noticed either, and is stored twice: by its name, the same bytes. So it must live no longer than
    one round or step of a build.
    """

    def __init__(self, store: ObjectStore) -> None:
        super().__init__(store)
        self._asked = 0
        self._all: set[str] | None = None
        self._are_many = False
        self._by_folder: dict[str, set[str]] = {}

    async def has(self, key: str) -> bool:
        if not key.startswith(_OBJECTS):
            return await self._store.has(key)
        self._asked += 1
        known = self._known(key)
        if known is None and self._asked > _ASKED_SINGLY:
            known = await self._list_for(key)
        return await self._store.has(key) if known is None else key in known

    def _known(self, key: str) -> set[str] | None:
        """The names among which the key is if it is there."""
        return self._by_folder.get(_folder(key)) if self._all is None else self._all

    async def _list_for(self, key: str) -> set[str] | None:
        if not self._are_many:
            self._all = await self._list_all()
            self._are_many = self._all is None
        if self._are_many:
            folder = _folder(key)
            self._by_folder[folder] = {name async for name in self._store.list(folder)}
        return self._known(key)

    async def _list_all(self) -> set[str] | None:
        names: set[str] = set()
        async for name in self._store.list(_OBJECTS):
            names.add(name)
            if len(names) > _MANY:
                return None
        return names

    async def put(self, key: str, data: bytes) -> None:
        await self._store.put(key, data)
        self._note(key, is_there=True)

    async def put_stream(self, key: str, pieces: AsyncIterable[bytes]) -> None:
        await self._store.put_stream(key, pieces)
        self._note(key, is_there=True)

    async def swap(self, key: str, data: bytes, expected: bytes | None) -> bool:
        is_done = await self._store.swap(key, data, expected)
        if is_done:
            self._note(key, is_there=True)
        return is_done

    async def delete(self, *keys: str) -> None:
        await self._store.delete(*keys)
        for key in keys:
            self._note(key, is_there=False)

    def _note(self, key: str, *, is_there: bool) -> None:
        known = self._known(key)
        if known is not None:
            (known.add if is_there else known.discard)(key)


def _folder(key: str) -> str:
    return key[: key.rfind("/") + 1]
