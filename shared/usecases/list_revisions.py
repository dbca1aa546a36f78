"""The revisions that a site could be rolled back to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

from shared.concurrency import map_concurrently
from shared.domain.encoding import from_json
from shared.domain.revision import manifest_name
from shared.errors import InputError
from shared.usecases.publish_revision import read_pointer

if TYPE_CHECKING:
    from shared.ports import ObjectStore

__all__ = ["KeptRevision", "list_revisions"]

_CONCURRENT_READS: Final = 6


class KeptRevision(BaseModel):
    """`current`: it is the published one. `manifest`: its address."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)

    revision: str
    current: bool
    commit: str | None = None
    committed_at: str | None = None
    documents: int = 0
    manifest: str


async def list_revisions(site: str, artifacts: ObjectStore, *, origin: str) -> list[KeptRevision]:
    """The published one, then those before it, newest first. `origin`: the deployment's address.

    Raises:
        InputError: nothing is published under this name.
    """
    pointer = await read_pointer(site, artifacts)
    if pointer is None:
        raise InputError(f"nothing is published as {site}", code="no-site")

    async def describe(revision: str) -> KeptRevision | None:
        name = manifest_name(site, revision)
        data = await artifacts.get(name)
        if data is None:  # collected: the history is longer than what is kept
            return None
        manifest: dict[str, Any] = from_json(data)
        return KeptRevision(
            revision=revision,
            current=revision == pointer.revision,
            commit=manifest["source"]["commit"],
            committed_at=manifest["source"]["committed_at"],
            documents=manifest["counts"]["documents"],
            manifest=f"{origin}/{name}",
        )

    found = await map_concurrently(describe, [pointer.revision, *pointer.history], limit=_CONCURRENT_READS)
    return [one for one in found if one is not None]
