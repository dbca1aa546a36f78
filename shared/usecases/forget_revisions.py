"""Let go of earlier revisions: the pointer stops naming them, and the next collection removes their files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shared.domain.revision import Pointer, pointer_name
from shared.errors import ConflictError, InputError

if TYPE_CHECKING:
    from shared.ports import ObjectStore

__all__ = ["forget_revisions"]


async def forget_revisions(site: str, keep: int, artifacts: ObjectStore) -> int:
    """Keep the published revision and the newest before it, `keep` in all; how many were let go.

    Raises:
        InputError: there is no such site.
        ConflictError: somebody published at the same moment.
    """
    before = await artifacts.get(pointer_name(site))
    if before is None:
        raise InputError(f"no site {site!r} is published here", code="no-site")
    pointer = Pointer.from_bytes(before)
    kept = replace(pointer, history=pointer.history[: keep - 1])
    if kept != pointer and not await artifacts.swap(pointer_name(site), kept.to_bytes(), before):
        raise ConflictError(f"{site} was published by somebody else at the same moment; try again", site=site)
    return len(pointer.history) - len(kept.history)
