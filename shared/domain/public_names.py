"""The names under which a deployment serves artifacts: those of docs/format.md, and no others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

__all__ = ["MEDIA_TYPES", "PublicName", "find_public_name", "media_type_of"]

_SITE: Final = r"[a-z0-9][a-z0-9-]{0,62}"
_CHANGING: Final = re.compile(
    rf"{_SITE}/(?:current\.json|revisions/[0-9a-f]{{16}}/(?:report\.json|SHA256SUMS))",
)
_FIXED: Final = re.compile(
    rf"objects/[0-9a-f]{{2}}/[0-9a-f]{{16}}(?:-[0-9]{{1,7}}\.json|\.bin)"
    rf"|{_SITE}/revisions/[0-9a-f]{{16}}/(?:manifest\.json|posts\.json|media\.json|search\.db)"
)
_MAX_CHARS: Final = 150
MEDIA_TYPES: Final = {
    ".json": "application/json",
    ".bin": "application/octet-stream",
    ".db": "application/vnd.sqlite3",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".map": "application/json",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".ico": "image/x-icon",
}
"""By what a file's name ends with."""


@dataclass(frozen=True, slots=True)
class PublicName:
    """`changing`: the file may be another one tomorrow; all others are the same for ever."""

    key: str
    changing: bool
    media_type: str


def find_public_name(path: str) -> PublicName | None:
    """What a path, decoded and without its first slash, names; None: nothing public."""
    if len(path) > _MAX_CHARS:
        return None
    changing = _CHANGING.fullmatch(path) is not None
    if not changing and not _FIXED.fullmatch(path):
        return None
    return PublicName(path, changing, media_type_of(path))


def media_type_of(name: str) -> str:
    return MEDIA_TYPES.get(name[name.rfind(".") :] if "." in name else "", "application/octet-stream")
