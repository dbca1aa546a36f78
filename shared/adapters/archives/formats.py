"""Which archive some bytes begin."""

from __future__ import annotations

from typing import Final, Literal

__all__ = ["START_BYTES", "Format", "find_format"]

START_BYTES: Final = 512
"""So many bytes tell, or all if there are fewer."""

Format = Literal["tar.gz", "tar", "zip"]


def find_format(start: bytes) -> Format | None:
    if start.startswith((b"PK\3\4", b"PK\5\6")):
        return "zip"
    if start.startswith(b"\x1f\x8b"):
        return "tar.gz"
    return "tar" if start[257:262] == b"ustar" else None
