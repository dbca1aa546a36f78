"""tar, incrementally: `tarfile` wants a file to read from, and where there are no threads, chunks that come are none.

Formats: ustar, GNU (long names) and pax, as git, GNU tar, bsdtar and Python write them. (Sources: POSIX.1-2017, `pax`;
the GNU tar manual, "Basic Tar Format".)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from shared.adapters.archives.byte_reader import ByteReader, cut_off
from shared.adapters.archives.entry import ArchiveEntry
from shared.errors import InputError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Mapping

    from shared.adapters.archives.limits import ArchiveBudget

__all__ = ["untar"]

_BLOCK_BYTES: Final = 512
_MAX_EXTENSION_BYTES: Final = 1 << 20
"""Of one long name, or one set of pax records."""
_KINDS: Final[dict[bytes, Literal["file", "folder", "link", "other"]]] = {
    b"0": "file",
    b"\0": "file",
    b"7": "file",
    b"1": "link",
    b"2": "link",
    b"5": "folder",
}
_WITHOUT_CONTENT: Final = frozenset(b"123456")
"""Links, devices, folders and pipes: whatever size they claim, no content follows."""
_LONG_NAME, _LONG_LINK, _SPARSE = b"L", b"K", b"S"
_PAX, _PAX_OF_SOLARIS, _PAX_GLOBAL = b"x", b"X", b"g"
_PAX_KEYS: Final = frozenset({b"path", b"size", b"mtime", b"comment"})
_PAX_TIME: Final = re.compile(r"([0-9]{1,18})(?:\.[0-9]*)?")


async def untar(chunks: AsyncIterator[bytes], budget: ArchiveBudget) -> AsyncGenerator[ArchiveEntry, None]:
    """The entries in the archive's order; memory does not depend on their sizes.

    Raises:
        InputError: damaged, cut off, beyond the budget, or a path leads out of the archive.
    """
    reader = ByteReader(chunks)
    of_all: dict[str, str] = {}
    of_next: dict[str, str] = {}
    while (header := await _read_header(reader)) is not None:
        budget.count_entry()
        if header.type in (_PAX, _PAX_OF_SOLARIS):
            of_next |= _parse_pax(await _read_extension(reader, header))
        elif header.type == _PAX_GLOBAL:
            of_all |= _parse_pax(await _read_extension(reader, header))
        elif header.type == _LONG_NAME:
            of_next["path"] = _decode((await _read_extension(reader, header)).partition(b"\0")[0])
        elif header.type == _LONG_LINK:
            await _read_extension(reader, header)
        else:
            content = _Content(reader, header, of_all | of_next)
            of_next = {}
            yield ArchiveEntry(
                budget.take_path(content.path),
                content.kind,
                content.size_bytes,
                content.pieces,
                content.modified_at,
                of_all.get("comment", ""),
            )
            await content.leave()
    await reader.drain()


@dataclass(frozen=True, slots=True)
class _Header:
    name: str
    size_bytes: int
    type: bytes
    modified_at: int


class _Content:
    """An entry, and what of it has not been read yet."""

    def __init__(self, reader: ByteReader, header: _Header, records: Mapping[str, str]) -> None:
        if header.type == _SPARSE or any(name.startswith("GNU.sparse") for name in records):
            raise InputError("the archive has sparse files; pack it without --sparse", code="damaged-archive")
        self.path = records.get("path") or header.name
        self.kind = _KINDS.get(header.type, "other")
        if self.kind == "file" and header.type == b"\0" and header.name.endswith("/"):
            self.kind = "folder"  # as tar was before 1988
        self.size_bytes = _parse_size(records["size"]) if records.get("size") else header.size_bytes
        if header.type[0] in _WITHOUT_CONTENT:
            self.size_bytes = 0
        exact = _PAX_TIME.fullmatch(records.get("mtime", ""))
        self.modified_at = int(exact[1]) if exact else header.modified_at
        self._reader = reader
        self._left = self.size_bytes

    async def pieces(self) -> AsyncIterator[bytes]:
        async for piece in self._reader.pieces(self._left):
            self._left -= len(piece)
            yield piece

    async def leave(self) -> None:
        """Go to the next header."""
        await self._reader.skip(self._left + -self.size_bytes % _BLOCK_BYTES)


async def _read_header(reader: ByteReader) -> _Header | None:
    """The next header, or None at the end: a block of zeros, or no block at all."""
    block = await reader.take(_BLOCK_BYTES)
    if not block.strip(b"\0"):
        return None
    if len(block) < _BLOCK_BYTES:
        raise cut_off()
    # The checksum counts its own field as spaces. Some old tars added signed bytes.
    body = block[:148] + b" " * 8 + block[156:]
    if _parse_number(block[148:156]) not in (sum(body), sum(byte - 256 * (byte > 127) for byte in body)):
        raise InputError("the archive is damaged, or no tar; pack it anew", code="damaged-archive")
    name = block[:100].partition(b"\0")[0]
    prefix = block[345:500].partition(b"\0")[0] if block[257:263] == b"ustar\0" else b""
    whole_name = _decode(prefix + b"/" + name if prefix else name)
    return _Header(whole_name, _parse_number(block[124:136]), block[156:157], _parse_time(block[136:148]))


async def _read_extension(reader: ByteReader, header: _Header) -> bytes:
    """The content of an entry that describes others."""
    if header.size_bytes > _MAX_EXTENSION_BYTES:
        raise InputError(f"the archive has a header of {header.size_bytes:,} bytes", code="archive-too-large")
    data = await reader.take(header.size_bytes)
    await reader.skip(-header.size_bytes % _BLOCK_BYTES)
    return data


def _parse_number(field: bytes) -> int:
    """Octal digits; or, if the first bit is set, as GNU has it, a big-endian number."""
    if field[0] == 0x80:
        return int.from_bytes(field[1:], "big")
    digits = field.partition(b"\0")[0].strip()
    if not digits.isdigit() or not digits.isascii():
        if not digits:
            return 0
        raise InputError("the archive is damaged: a size is no number; pack it anew", code="damaged-archive")
    try:
        return int(digits, 8)
    except ValueError:
        raise InputError("the archive is damaged: a size is not octal; pack it anew", code="damaged-archive") from None


def _parse_time(field: bytes) -> int:
    """Seconds since 1970; 0 for what is no number, and for times before."""
    try:
        return _parse_number(field)
    except InputError:
        return 0


def _parse_size(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 20):
        raise InputError("the archive is damaged: a size is no number; pack it anew", code="damaged-archive")
    return int(text)


def _parse_pax(data: bytes) -> dict[str, str]:
    """Records `<length> <key>=<value>\\n`, of which the length counts the whole record."""
    records = {}
    start = 0
    while start < len(data) and data[start]:
        length_text, _, _ = data[start : start + 20].partition(b" ")
        length = int(length_text) if length_text.isdigit() else 0
        key, equals, value = data[start + len(length_text) + 1 : start + length - 1].partition(b"=")
        if not equals or data[start + length - 1 : start + length] != b"\n":
            raise InputError("the archive is damaged: a pax record is cut off; pack it anew", code="damaged-archive")
        if key in _PAX_KEYS or key.startswith(b"GNU.sparse"):
            records[_decode(key)] = _decode(value)
        start += length
    return records


def _decode(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")
