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

    `pieces()` gives a file's content once, until the next entry is asked for; it need not be called.
    """

    path: str
    kind: Literal["file", "folder", "link", "other"]
    size_bytes: int
    pieces: Callable[[], AsyncIterator[bytes]]

    async def read(self) -> bytes:
        return b"".join([piece async for piece in self.pieces()])
