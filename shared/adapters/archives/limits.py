"""What an archive may ask of us: bounds against decompression bombs, and against paths that lead out of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from shared.errors import InputError

__all__ = ["ArchiveBudget", "ArchiveLimits"]


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """`max_ratio` (unpacked bytes for each packed one) holds beyond the first `free_bytes` unpacked ones.

    DEFLATE reaches 1,032; a repository of text has about 5.
    """

    max_bytes: int = 2_000_000_000
    max_ratio: float = 100.0
    free_bytes: int = 32_000_000
    max_entries: int = 200_000
    max_path_chars: int = 4096
    """The longest path that Linux knows."""
    max_all_paths_chars: int = 30_000_000
    """Of all entries together: a listing is held in memory."""


@dataclass(slots=True)
class ArchiveBudget:
    """Counts what one reading of an archive takes. All methods raise `InputError` beyond the limits."""

    limits: ArchiveLimits = field(default_factory=ArchiveLimits)
    packed: int = 0
    unpacked: int = 0
    entries: int = 0
    paths_chars: int = 0

    def count_packed(self, size_bytes: int) -> None:
        self.packed += size_bytes

    def count_unpacked(self, size_bytes: int) -> None:
        self.unpacked += size_bytes
        limits = self.limits
        if self.unpacked > limits.max_bytes:
            raise _bomb(f"unpacks to more than {limits.max_bytes:,} bytes")
        if self.unpacked > limits.free_bytes and self.unpacked > limits.max_ratio * self.packed:
            raise _bomb(f"unpacks to more than {limits.max_ratio:g} times its size")

    def count_entry(self) -> None:
        self.entries += 1
        if self.entries > self.limits.max_entries:
            raise _bomb(f"has more than {self.limits.max_entries:,} entries")

    def take_path(self, path: str) -> str:
        """An entry's path without empty and `.` parts; "" for the archive's own top."""
        if len(path) > self.limits.max_path_chars:
            raise _bad_path(f"a path of {len(path):,} characters: {path[:60]!r}…")
        if path.startswith("/") or "\0" in path or ".." in path.replace("\\", "/").split("/"):
            raise _bad_path(f"the path {path[:200]!r}, which leads out of it")
        self.paths_chars += len(path)
        if self.paths_chars > self.limits.max_all_paths_chars:
            raise _bomb(f"has paths of more than {self.limits.max_all_paths_chars:,} characters")
        return "/".join(name for name in path.split("/") if name not in ("", "."))


def _bad_path(what: str) -> InputError:
    return InputError(f"the archive has {what}; pack the folder anew", code="bad-archive-path")


def _bomb(what: str) -> InputError:
    return InputError(f"the archive {what}; leave out what is no page or configuration", code="archive-too-large")
