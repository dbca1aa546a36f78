"""Publish a revision: its manifest, then the pointer. Whoever reads at any moment finds a whole revision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from shared.domain.encoding import from_json, to_json
from shared.domain.revision import Pointer, manifest_name, pointer_name
from shared.errors import ConflictError, InputError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from shared.ports import ObjectStore

__all__ = ["Permit", "publish_revision", "read_pointer", "roll_back"]

Permit: TypeAlias = "Callable[[], Awaitable[bool]]"
"""Asked between reading the pointer and moving it, so that what was allowed cannot be overtaken unnoticed."""


async def read_pointer(site: str, artifacts: ObjectStore) -> Pointer | None:
    """The published revision, or None.

    Raises:
        InputError: the pointer is damaged or of another format.
    """
    data = await artifacts.get(pointer_name(site))
    return None if data is None else Pointer.from_bytes(data)


async def publish_revision(
    manifest: dict[str, Any], keep: int, artifacts: ObjectStore, may_publish: Permit | None = None
) -> bool:
    """Make the revision the published one; False if it already was, or may not become it.

    `keep` revisions stay in the pointer's history.

    Raises:
        ConflictError: somebody else published another one at the same moment.
    """
    await artifacts.put(manifest_name(manifest["site"]["name"], manifest["revision"]), to_json(manifest))
    return await _move_pointer(manifest, keep, artifacts, may_publish)


async def roll_back(site: str, revision: str, artifacts: ObjectStore) -> bool:
    """Point to a revision that is still kept; False if it is the published one.

    Raises:
        InputError: there is no such revision.
    """
    data = await artifacts.get(manifest_name(site, revision))
    if data is None:
        raise InputError(f"{site} has no revision {revision}", code="no-revision")
    return await _move_pointer(from_json(data), None, artifacts)


async def _move_pointer(
    manifest: Mapping[str, Any], keep: int | None, artifacts: ObjectStore, may_publish: Permit | None = None
) -> bool:
    site, revision = manifest["site"]["name"], manifest["revision"]
    before = await artifacts.get(pointer_name(site))
    try:
        current = Pointer.from_bytes(before) if before else None
    except InputError:
        current = None  # a damaged pointer serves nobody: write a new one
    if current and current.revision == revision:
        return False
    if may_publish is not None and not await may_publish():
        return False
    history = [current.revision, *current.history] if current else []
    history = [known for known in history if known != revision]
    pointer = Pointer.to(manifest, history if keep is None else history[: keep - 1])
    if await artifacts.swap(pointer_name(site), pointer.to_bytes(), before):
        return True
    if _points_to(await artifacts.get(pointer_name(site)), revision):
        return False  # another delivery of the same message was faster
    raise ConflictError(f"{site} was published by somebody else at the same moment; build again", site=site)


def _points_to(data: bytes | None, revision: str) -> bool:
    try:
        return data is not None and Pointer.from_bytes(data).revision == revision
    except InputError:
        return False
