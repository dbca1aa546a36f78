"""Read the digests of all documents, part by part, and of each only what one kind of enrichment needs."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from shared.domain.encoding import from_json, to_json
from shared.domain.enrich import DIGEST_GROUPS, DocumentDigest
from shared.domain.steps import step_object
from shared.usecases.stages.services import load_objects

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator, Sequence

    from shared.domain.enrich import DigestGroup
    from shared.usecases.stages.services import StepServices

__all__ = ["PackedDigests", "load_digests", "put_digests"]

_FAST: Final = 1
"""A level of zlib. Digests become a seventh of their size with it."""


async def put_digests(key: str, digests: Sequence[DocumentDigest], services: StepServices) -> None:
    """Store a part's digests beside the other outputs of its parse step."""
    for group in DIGEST_GROUPS:
        data = to_json([digest.to_json(group) for digest in digests])
        await services.steps.put(step_object(key, f"digests-{group}"), data)


async def load_digests(
    group: DigestGroup, parts: Iterable[str], services: StepServices
) -> AsyncIterator[list[DocumentDigest]]:
    """The digests of each part, without the fields of other groups. `parts`: keys of the parts' parse steps.

    Pages have many terms and targets in common: equal ones are kept once.
    """
    known: dict[Any, Any] = {}
    names = (step_object(key, f"digests-{group}") for key in parts)
    async for data in load_objects(services.steps, names):
        rows = from_json(data)
        for row in rows:
            row[:] = [list(map(known.setdefault, value, value)) if isinstance(value, list) else value for value in row]
        yield [DocumentDigest.from_json(group, row) for row in rows]


@dataclass(frozen=True, slots=True)
class PackedDigests:
    """Digests that are gone through more than once, part by part: as objects, those of a large site are 50 MB."""

    group: DigestGroup
    parts: Sequence[bytes]

    @classmethod
    async def load(cls, group: DigestGroup, parts: Iterable[str], services: StepServices) -> PackedDigests:
        """As `load_digests`."""
        names = (step_object(key, f"digests-{group}") for key in parts)
        return cls(group, [zlib.compress(data, _FAST) async for data in load_objects(services.steps, names)])

    def __iter__(self) -> Iterator[list[DocumentDigest]]:
        for packed in self.parts:
            yield [DocumentDigest.from_json(self.group, row) for row in from_json(zlib.decompress(packed))]
