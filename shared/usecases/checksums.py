"""SHA256SUMS: the digests of a revision's files that are not named by their content, as `sha256sum -c` reads them."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from shared.domain.revision import revision_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shared.ports import ObjectStore

__all__ = ["CHECKED_FILES", "CHECKSUMS", "digest_of", "read_checksums", "write_checksums"]

CHECKSUMS = "SHA256SUMS"
CHECKED_FILES = ("media.json", "posts.json", "report.json", "search.db")

_LINE = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<name>[^\n]+)")
_BLOCK_BYTES = 1 << 20


async def write_checksums(site: str, revision: str, changed: Mapping[str, str | None], artifacts: ObjectStore) -> None:
    """Bring the revision's checksums up to date.

    `changed`: the files that were written, each with its digest where that is known; the others are read again.
    """
    name = revision_file(site, revision, CHECKSUMS)
    before = await artifacts.get(name)
    known = read_checksums(before or b"")
    lines = []
    for file in CHECKED_FILES:
        digest = changed[file] if file in changed else known.get(file)
        lines.append(f"{digest or await digest_of(revision_file(site, revision, file), artifacts)}  {file}\n")
    data = "".join(lines).encode()
    if data != before:
        await artifacts.put(name, data)


def read_checksums(data: bytes) -> dict[str, str]:
    """File -> digest; lines of another form are left out."""
    found = map(_LINE.fullmatch, data.decode("utf-8", "replace").split("\n"))
    return {line["name"]: line["digest"] for line in found if line}


async def digest_of(name: str, artifacts: ObjectStore) -> str:
    """The SHA-256 of an object, read in blocks.

    Raises:
        InvariantError: there is no such object.
    """
    digest = sha256()
    offset = 0
    while block := await artifacts.get_range(name, offset, _BLOCK_BYTES):
        digest.update(block)
        offset += len(block)
    return digest.hexdigest()
