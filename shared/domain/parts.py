"""Grouping a site's files into parts, and parts into groups: neighbours in path order."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shared.domain.models import SourceFile

__all__ = ["MAX_PART_BYTES", "MAX_PART_FILES", "group_files", "group_parts"]

MAX_PART_FILES = 40
MAX_PART_BYTES = 2_000_000
_MIN_PART_FILES = 12
_CUT_MASK = 15

_GROUP_BYTES = 3_000_000
_SECTION_BYTES = 1_000
"""What a section's rows take up on average, without its vector."""


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


def group_parts(parts: Sequence[tuple[int, int]], dimensions: int) -> list[list[int]]:
    """Group neighbouring parts, given the base and the size of each, so that a group's rows take up a few MB.

    Groups end at multiples of a number of section ids, so that a part that grows moves no group but its own: bases
    seldom change (`assign_bases`). Only very long sections end a group earlier. `dimensions`: of vectors, 0 without.
    """
    wanted = _GROUP_BYTES // (_SECTION_BYTES + 4 * dimensions)
    ids = 1 << (wanted.bit_length() - 1)
    groups: list[list[int]] = []
    last_window, group_bytes = -1, 0
    for number, (base, size_bytes) in enumerate(parts):
        if base // ids != last_window or group_bytes + size_bytes > _GROUP_BYTES:
            groups.append([])
            last_window, group_bytes = base // ids, 0
        groups[-1].append(number)
        group_bytes += size_bytes
    return groups
