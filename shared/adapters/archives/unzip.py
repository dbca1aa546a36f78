"""zip by ranges: the directory at the end tells where each file lies, so that few files cost few reads.

`zipfile` wants a file to seek in, and holds the whole directory. (Source: PKWARE's APPNOTE 6.3.)
"""

from __future__ import annotations

import stat
import struct
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Literal

from shared.adapters.archives.byte_reader import cut_off
from shared.adapters.archives.entry import ArchiveEntry
from shared.adapters.archives.gunzip import inflate
from shared.errors import InputError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from shared.adapters.archives.limits import ArchiveBudget
    from shared.adapters.archives.object_bytes import RangeReader

__all__ = ["unzip"]

_END: Final = struct.Struct("<4s4H2LH")
_END_64_PLACE: Final = struct.Struct("<4sLQL")
_END_64: Final = struct.Struct("<4sQ2H2L4Q")
_DIRECTORY_ENTRY: Final = struct.Struct("<4s6H3L5H2L")
_LOCAL_HEADER: Final = struct.Struct("<4s5H3L2H")
_MAX_COMMENT_BYTES: Final = 65_535
_IN_EXTRA: Final = 0xFFFFFFFF
"""In place of a number that stands in the Zip64 extra field."""
_ZIP64, _EXTENDED_TIMESTAMP = 0x0001, 0x5455
_STORED, _DEFLATED = 0, 8
_PACKED_PIECE_BYTES: Final = 1 << 16


async def unzip(
    directory: RangeReader, contents: RangeReader, budget: ArchiveBudget
) -> AsyncGenerator[ArchiveEntry, None]:
    """The entries in the directory's order, which is mostly the files' own. Both readers read the same archive.

    Raises:
        InputError: damaged, encrypted, beyond the budget, or a path leads out of the archive.
    """
    start, size, comment = await _find_directory(directory)
    end = start + size
    while start < end:
        fixed = await directory.read(start, _DIRECTORY_ENTRY.size)
        if len(fixed) < _DIRECTORY_ENTRY.size or not fixed.startswith(b"PK\1\2"):
            raise _damaged("its directory ends early")
        fields = _DIRECTORY_ENTRY.unpack(fixed)
        variable_bytes = sum(fields[10:13])
        variable = await directory.read(start + len(fixed), variable_bytes)
        start += len(fixed) + variable_bytes
        budget.count_entry()
        member = _Member(fields, variable)
        pieces = _Contents(contents, member, budget).pieces
        path = budget.take_path(member.name)
        yield ArchiveEntry(path, member.kind, member.size_bytes, pieces, member.modified_at, comment)


async def _find_directory(reader: RangeReader) -> tuple[int, int, str]:
    """(offset, size in bytes) of the central directory, and the archive's comment."""
    tail_bytes = min(reader.size_bytes, _END.size + _MAX_COMMENT_BYTES)
    tail_start = reader.size_bytes - tail_bytes
    tail = await reader.read(tail_start, tail_bytes)
    place = tail.rfind(b"PK\5\6", 0, max(0, len(tail) - _END.size + 4))
    if place < 0:
        raise cut_off()
    *_, size, offset, comment_bytes = _END.unpack_from(tail, place)
    comment = tail[place + _END.size : place + _END.size + comment_bytes].decode("utf-8", "replace")
    pointer = await reader.read(tail_start + place - _END_64_PLACE.size, _END_64_PLACE.size)
    if len(pointer) == _END_64_PLACE.size and pointer.startswith(b"PK\6\7"):
        end = await reader.read(_END_64_PLACE.unpack(pointer)[2], _END_64.size)
        if len(end) < _END_64.size or not end.startswith(b"PK\6\6"):
            raise _damaged("its Zip64 directory is not where it should be")
        *_, size, offset = _END_64.unpack(end)
    if offset + size > reader.size_bytes:
        raise _damaged("its directory would lie behind its end")
    return offset, size, comment


class _Member:
    """One entry of the directory."""

    def __init__(self, fields: tuple[int, ...], variable: bytes) -> None:
        _, made_by, _, self.flags, self.method, time, date, self.crc, packed, size = fields[:10]
        name_bytes, extra_bytes = fields[10:12]
        attributes, offset = fields[15:17]
        name, extra = variable[:name_bytes], variable[name_bytes : name_bytes + extra_bytes]
        numbers = _read_zip64(extra)
        self.size_bytes = numbers.pop(0) if size == _IN_EXTRA and numbers else size
        self.packed_bytes = numbers.pop(0) if packed == _IN_EXTRA and numbers else packed
        self.offset = numbers.pop(0) if offset == _IN_EXTRA and numbers else offset
        self.modified_at = _read_unix_time(extra) or _parse_dos_time(date, time)
        # Many write UTF-8 without the flag that says so, and few the code page 437 that its absence means.
        self.name = name.decode("utf-8", "surrogateescape")
        self.kind: Literal["file", "folder", "link", "other"] = "folder" if name.endswith(b"/") else "file"
        if made_by >> 8 in (3, 19):  # Unix and macOS keep the file's mode
            mode = attributes >> 16
            if stat.S_ISLNK(mode):
                self.kind = "link"
            elif stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
                self.kind = "other"


@dataclass(frozen=True, slots=True)
class _Contents:
    """The content of one member. What its headers say of its size and checksum is held against what comes."""

    reader: RangeReader
    member: _Member
    budget: ArchiveBudget

    async def pieces(self) -> AsyncIterator[bytes]:
        crc = size = 0
        async for piece in self._unpack():
            self.budget.count_unpacked(len(piece))
            size += len(piece)
            if size > self.member.size_bytes:
                break
            crc = zlib.crc32(piece, crc)
            yield piece
        if (size, crc) != (self.member.size_bytes, self.member.crc):
            raise _damaged(f"{self.member.name!r} is not as long, or not the same, as its headers say")

    async def _unpack(self) -> AsyncIterator[bytes]:
        member = self.member
        if member.flags & 1:
            raise InputError("the archive is encrypted; pack it without a password", code="encrypted-archive")
        if member.method not in (_STORED, _DEFLATED):
            raise InputError(
                f"the archive packs {member.name!r} by a method other than Deflate; pack it without options",
                code="unknown-compression",
            )
        inflater = zlib.decompressobj(-15)
        async for packed in self._packed():
            if member.method == _STORED:
                yield packed
                continue
            for piece in inflate(inflater, packed):
                yield piece
            if inflater.eof:
                return

    async def _packed(self) -> AsyncIterator[bytes]:
        header = await self.reader.read(self.member.offset, _LOCAL_HEADER.size)
        if len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\3\4"):
            raise _damaged(f"{self.member.name!r} is not where its directory says")
        *_, name_bytes, extra_bytes = _LOCAL_HEADER.unpack(header)
        start = self.member.offset + _LOCAL_HEADER.size + name_bytes + extra_bytes
        end = start + self.member.packed_bytes
        while start < end:
            packed = await self.reader.read(start, min(end - start, _PACKED_PIECE_BYTES))
            if not packed:
                raise cut_off()
            self.budget.count_packed(len(packed))
            yield packed
            start += len(packed)


def _read_zip64(extra: bytes) -> list[int]:
    """The numbers that were too large for their fields, in order."""
    data = _find_extra(extra, _ZIP64)
    return [int.from_bytes(data[place : place + 8], "little") for place in range(0, len(data) - 7, 8)]


def _read_unix_time(extra: bytes) -> int:
    """The extended timestamp of git and Info-ZIP, in seconds since 1970; 0 without one, and for times before."""
    data = _find_extra(extra, _EXTENDED_TIMESTAMP)
    return max(0, int.from_bytes(data[1:5], "little", signed=True)) if len(data) >= 5 and data[0] & 1 else 0


def _parse_dos_time(date: int, time: int) -> int:
    """Seconds since 1970, as if it were UTC: which zone it is of stands nowhere. 0 for what is no time."""
    try:
        year, month, day = 1980 + (date >> 9), date >> 5 & 15, date & 31
        moment = datetime(year, month, day, time >> 11, time >> 5 & 63, 2 * (time & 31), tzinfo=UTC)
    except ValueError:
        return 0
    return int(moment.timestamp())


def _find_extra(extra: bytes, wanted: int) -> bytes:
    start = 0
    while start + 4 <= len(extra):
        tag, size = struct.unpack_from("<2H", extra, start)
        if tag == wanted:
            return extra[start + 4 : start + 4 + size]
        start += 4 + size
    return b""


def _damaged(what: str) -> InputError:
    return InputError(f"the archive is damaged: {what}; pack it anew", code="damaged-archive")
