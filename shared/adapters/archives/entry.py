"""One entry of an archive, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

__all__ = ["ArchiveEntry"]


@dataclass(frozen=True, slots=True)
class ArchiveEntry:
    """`path` is clean and relative; bytes of a name that are not UTF-8 are lone surrogates (PEP 383).

    `pieces()` gives a file's content once, until the next entry is asked for; it need not be called. `modified_at`:
    seconds since 1970, 0 if unknown. `comment`: the whole archive's; git puts the commit's id there.
    """

    path: str
    kind: Literal["file", "folder", "link", "other"]
    size_bytes: int
    pieces: Callable[[], AsyncIterator[bytes]]
    modified_at: int = 0
    comment: str = ""

    async def read(self) -> bytes:
        return b"".join([piece async for piece in self.pieces()])
