"""Commit a revision's files to a repository: for those who publish from git, such as GitHub Pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shared.domain.encoding import from_json
from shared.domain.revision import Pointer, manifest_name, pointer_name, revision_file
from shared.usecases.checksums import CHECKED_FILES, CHECKSUMS
from shared.usecases.collect_garbage import referenced_packs

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from shared.ports import ObjectStore, ProjectWriter

__all__ = ["MAX_DEPLOYED_BYTES", "Deployed", "deploy_revision"]

MAX_DEPLOYED_BYTES = 16_000_000
"""A larger file is left out: it would not fit into memory twice, and git keeps every version of it for ever."""


@dataclass(slots=True)
class Deployed:
    """`commit` is what the branch has now. `left_out`: names of files that are too large."""

    commit: str = ""
    left_out: list[str] = field(default_factory=list)


async def deploy_revision(
    site: str, revision: str, writer: ProjectWriter, artifacts: ObjectStore, *, branch: str
) -> Deployed:
    """Commit the files of a revision, and a pointer to it: a folder that `inkdex serve` and browsers can read.

    Repeating it makes no second commit.

    Raises:
        InkdexError: as `ProjectWriter.commit`.
    """
    deployed = Deployed()
    files = _files(site, revision, artifacts, deployed)
    deployed.commit = await writer.commit(
        files, branch=branch, message=f"Publish search of {site}, revision {revision}"
    )
    return deployed


async def _files(
    site: str, revision: str, artifacts: ObjectStore, deployed: Deployed
) -> AsyncIterator[tuple[str, bytes]]:
    for pack in sorted(await referenced_packs(site, revision, artifacts)):
        async for name in artifacts.list(f"objects/{pack[:2]}/{pack}"):
            async for item in _file(name, artifacts, deployed):
                yield item
    for name in (*CHECKED_FILES, CHECKSUMS):
        async for item in _file(revision_file(site, revision, name), artifacts, deployed):
            yield item
    async for name, manifest in _file(manifest_name(site, revision), artifacts, deployed):
        yield name, manifest
        yield pointer_name(site), Pointer.to(from_json(manifest)).to_bytes()


async def _file(name: str, artifacts: ObjectStore, deployed: Deployed) -> AsyncIterator[tuple[str, bytes]]:
    """The file, unless it is too large."""
    data = await artifacts.get_range(name, 0, MAX_DEPLOYED_BYTES + 1)
    if len(data) > MAX_DEPLOYED_BYTES:
        deployed.left_out.append(name)
    else:
        yield name, data
