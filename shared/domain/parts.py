"""Grouping a site's files into parts: neighbours in path order, a few dozen a part."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.domain.models import SourceFile

__all__ = ["MAX_PART_BYTES", "MAX_PART_FILES", "group_files"]

MAX_PART_FILES = 40
MAX_PART_BYTES = 2_000_000
_MIN_PART_FILES = 12
_CUT_MASK = 15


def group_files(files: Iterable[SourceFile]) -> list[tuple[SourceFile, ...]]:
    """Cut the files, sorted by path, into parts.

    A part ends where the next path's checksum says so (content-defined chunking), or at a limit. So a file that comes
    or goes changes its own part and perhaps the next, never all that follow; and an edit changes one.
    """
    parts: list[tuple[SourceFile, ...]] = []
    part: list[SourceFile] = []
    size_bytes = 0
    for file in sorted(files, key=lambda file: file.path):
        full = len(part) >= MAX_PART_FILES or size_bytes + file.size_bytes > MAX_PART_BYTES
        cut = len(part) >= _MIN_PART_FILES and not zlib.crc32(file.path.encode("utf-8", "surrogatepass")) & _CUT_MASK
        if part and (full or cut):
            parts.append(tuple(part))
            part, size_bytes = [], 0
        part.append(file)
        size_bytes += file.size_bytes
    if part:
        parts.append(tuple(part))
    return parts
