"""What to answer to a request for a file: RFC 9110 as a pure decision, for every server that Inkdex runs on.

A file is stored as it is, or compressed. Who takes gzip gets a compressed file as it is stored, who does not gets it
unpacked, and a server may pack a plain file itself; each form has its own ETag. Ranges are of the plain form, and only
of files that are stored so: a range of a compressed file is of no use to anybody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "CROSS_ORIGIN",
    "IMMUTABLE",
    "FileAnswer",
    "FileRequest",
    "StoredFile",
    "caching_of",
    "decide",
    "matches",
    "parse_range",
    "takes_gzip",
]

IMMUTABLE: Final = "public, max-age=31536000, immutable"
CROSS_ORIGIN: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "Range, If-None-Match",
    "Access-Control-Expose-Headers": "Content-Range, Content-Length, ETag, Accept-Ranges",
}
_RANGE: Final = re.compile(r"[ \t]*([0-9]*)-([0-9]*)[ \t]*")
_MAX_RANGE_CHARS: Final = 100


@dataclass(frozen=True, slots=True)
class FileRequest:
    """The headers that matter, empty where there are none."""

    method: str = "GET"
    accept_encoding: str = ""
    if_none_match: str = ""
    range: str = ""
    if_range: str = ""

    @classmethod
    def read(cls, method: str, header: Callable[[str], str | None]) -> FileRequest:
        """From what `header` gives for a name in lower case."""
        names = ("accept-encoding", "if-none-match", "range", "if-range")
        return cls(method, *(header(name) or "" for name in names))


@dataclass(frozen=True, slots=True)
class StoredFile:
    """`version` changes with the bytes. `packable`: the server compresses it for whom takes gzip."""

    version: str
    size_bytes: int
    packed: bool = False
    packable: bool = False
    changing: bool = False
    """It may be replaced at any moment, so it is never read in ranges."""


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """`form`: how the stored bytes are sent. Of them `size_bytes` from `offset`, if `form` is `stored`."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    form: Literal["none", "stored", "unpacked", "packed"] = "none"
    offset: int = 0
    size_bytes: int = 0


def caching_of(*, changing: bool) -> str:
    return "no-cache" if changing else IMMUTABLE


def decide(request: FileRequest, file: StoredFile) -> FileAnswer:
    """The answer, without its body. To HEAD it is that of GET; whoever renders it leaves the body out."""
    wants_range = bool(request.range) and request.method == "GET" and not file.changing and not file.packed
    gzip = takes_gzip(request.accept_encoding)
    packed = gzip and (file.packed or (file.packable and not wants_range))
    tag = f'"{file.version}-gzip"' if packed else f'"{file.version}"'
    headers = {"ETag": tag, "Vary": "Accept-Encoding"}
    headers["Accept-Ranges"] = "none" if file.packed or file.changing else "bytes"
    if request.if_none_match and matches(request.if_none_match, tag):
        return FileAnswer(304, headers)
    if packed:
        headers["Content-Encoding"] = "gzip"
        if not file.packed:
            return FileAnswer(200, headers, "packed")
    elif file.packed:
        return FileAnswer(200, headers, "unpacked")
    if wants_range and (not request.if_range or request.if_range == tag):
        found = parse_range(request.range, file.size_bytes)
        if found == "unsatisfiable":
            return FileAnswer(416, {**headers, "Content-Range": f"bytes */{file.size_bytes}"})
        if found is not None:
            first, last = found
            headers["Content-Range"] = f"bytes {first}-{last}/{file.size_bytes}"
            headers["Content-Length"] = str(last - first + 1)
            return FileAnswer(206, headers, "stored", first, last - first + 1)
    headers["Content-Length"] = str(file.size_bytes)
    return FileAnswer(200, headers, "stored", 0, file.size_bytes)


def parse_range(value: str, size_bytes: int) -> tuple[int, int] | Literal["unsatisfiable"] | None:
    """First and last byte of the one range that is asked for; None: not one range, so the header is ignored.

    RFC 9110, 14.1 and 14.2: a server may ignore any Range, and ignores one that it cannot read.
    """
    unit, equals, ranges = value.partition("=")
    found = _RANGE.fullmatch(ranges) if len(value) <= _MAX_RANGE_CHARS else None
    if unit.strip().lower() != "bytes" or not equals or found is None:
        return None
    first, last = found.groups()
    if not first:
        if not last:
            return None
        wanted = int(last)
        return (max(0, size_bytes - wanted), size_bytes - 1) if wanted and size_bytes else "unsatisfiable"
    if last and int(last) < int(first):
        return None
    if int(first) >= size_bytes:
        return "unsatisfiable"
    return int(first), min(int(last), size_bytes - 1) if last else size_bytes - 1


def takes_gzip(accept_encoding: str) -> bool:
    """Whether gzip is among what the client takes (RFC 9110, 12.5.3), by name or as anything."""
    weights: dict[str, float] = {}
    for offer in accept_encoding.lower().split(","):
        name, _, parameters = offer.partition(";")
        weight = parameters.replace(" ", "").replace("\t", "").removeprefix("q=") if parameters else "1"
        weights[name.strip()] = float(weight) if re.fullmatch(r"[01](?:\.[0-9]{0,3})?", weight) else 0.0
    return weights.get("gzip", weights.get("x-gzip", weights.get("*", 0.0))) > 0


def matches(wanted: str, tag: str) -> bool:
    """Weak comparison, as RFC 9110, 13.1.2 has it for If-None-Match."""
    known = [item.strip().removeprefix("W/") for item in wanted.split(",")]
    return tag in known or "*" in known
