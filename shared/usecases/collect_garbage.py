"""Remove what no kept revision needs: old revisions, their shards, and the steps of old builds."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from shared.domain.encoding import from_json
from shared.domain.index.directory import decode_directory
from shared.domain.revision import Pointer, block_file, manifest_name, pointer_name
from shared.domain.vectors.shards import VectorDirectory
from shared.errors import InputError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable

    from shared.ports import ObjectStore

__all__ = ["collect_garbage", "collect_steps", "referenced_packs"]

Decoded = TypeVar("Decoded")

_OBJECT = re.compile(r"objects/(?P<ab>[0-9a-f]{2})/(?P<pack>(?P=ab)[0-9a-f]{14})(?:-\d+\.json|\.bin)")
_REVISION_FILE = re.compile(
    r"(?P<site>[a-z0-9-]+)/revisions/(?P<revision>[0-9a-f]{16})/"
    r"(?:manifest\.json|posts\.json|media\.json|report\.json|search\.db|SHA256SUMS)"
)


async def collect_garbage(artifacts: ObjectStore) -> int:
    """Remove all revisions that no pointer names, and all objects that no kept revision references; how many.

    Only for who knows that nothing is being built into this store: new shards are garbage until the pointer moves.

    Raises:
        InputError: a pointer or a kept manifest cannot be read; nothing has been removed then.
    """
    keys = [key async for key in artifacts.list("")]
    sites = [key.partition("/")[0] for key in keys if key.count("/") == 1 and key.endswith("/current.json")]
    kept: set[tuple[str, str]] = set()
    packs: set[str] = set()
    for site in sites:
        pointer = Pointer.from_bytes(await _load(artifacts, pointer_name(site)))
        for revision in (pointer.revision, *pointer.history):
            kept.add((site, revision))
            packs |= await referenced_packs(site, revision, artifacts)
    doomed = [key for key in keys if _is_garbage(key, kept, packs)]
    await artifacts.delete(*doomed)
    return len(doomed)


def _is_garbage(key: str, kept: set[tuple[str, str]], packs: set[str]) -> bool:
    """Only names that a build gives: the folder may hold an author's own files as well."""
    if found := _OBJECT.fullmatch(key):
        return found["pack"] not in packs
    found = _REVISION_FILE.fullmatch(key)
    return found is not None and (found["site"], found["revision"]) not in kept


async def referenced_packs(site: str, revision: str, artifacts: ObjectStore) -> set[str]:
    """The names of all packs that a revision needs, found from its manifest alone."""
    manifest = from_json(await _load(artifacts, manifest_name(site, revision)))
    directory_pack = manifest["documents"]["pack"]
    packs = {directory_pack, *(pack["pack"] for pack in manifest["lexicon"])}
    packs.update(part.pack for part in await _load_as(decode_directory, block_file(directory_pack), artifacts))
    if vectors := manifest["vectors"]:
        decode = partial(VectorDirectory.from_bytes, dimensions=vectors["dimensions"])
        directory = await _load_as(decode, block_file(vectors["pack"]), artifacts)
        packs.update([vectors["pack"], *directory.packs_used()])
    return packs


async def _load_as(decode: Callable[[bytes], Decoded], key: str, artifacts: ObjectStore) -> Decoded:
    data = await _load(artifacts, key)
    try:
        return decode(data)
    except (ValueError, KeyError) as error:
        raise InputError(
            f"{key} is damaged, though a kept revision needs it; run `inkdex verify`", code="damaged-object"
        ) from error


async def _load(artifacts: ObjectStore, key: str) -> bytes:
    data = await artifacts.get(key)
    if data is None:
        raise InputError(
            f"{key} is missing, though a kept revision needs it; run `inkdex verify`", code="missing-object"
        )
    return data


async def collect_steps(kept_keys: Iterable[str], steps: ObjectStore) -> int:
    """Remove the outputs of all steps but those with `kept_keys`; how many objects."""
    kept = set(kept_keys)
    doomed = [key async for key in _step_objects(steps) if key.rpartition("/")[2].partition(".")[0] not in kept]
    await steps.delete(*doomed)
    return len(doomed)


async def _step_objects(steps: ObjectStore) -> AsyncIterator[str]:
    async for key in steps.list("steps/"):
        if not key.startswith("steps/last/"):
            yield key
