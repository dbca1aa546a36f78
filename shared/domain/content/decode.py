"""Bytes of a page -> text with `\\n` line ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.content.diagnostics import ContentCode, diagnose

if TYPE_CHECKING:
    from shared.domain.models import Diagnostic

__all__ = ["decode_page"]

_UTF8_BOM = b"\xef\xbb\xbf"
_OTHER_BOMS = (b"\xff\xfe", b"\xfe\xff")
"""UTF-16 in both byte orders; UTF-32's little-endian mark starts with the first, its big-endian one with NUL."""


def decode_page(path: str, data: bytes) -> tuple[str | None, list[Diagnostic]]:
    """Decode UTF-8, replacing what is not UTF-8 by U+FFFD; None when the file is not text at all."""
    if data.startswith(_OTHER_BOMS) or b"\0" in data:
        kind = "The file is UTF-16." if data.startswith(_OTHER_BOMS) else "The file holds NUL bytes."
        line = None if data.startswith(_OTHER_BOMS) else data.count(b"\n", 0, data.index(b"\0")) + 1
        return None, [diagnose(path, line, ContentCode.NOT_TEXT, kind)]
    data = data.removeprefix(_UTF8_BOM)
    diagnostics = []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", errors="replace")
        line = _line_of(data, error.start)
        what = f"Byte 0x{data[error.start]:02x} on line {line} is not UTF-8."
        diagnostics.append(diagnose(path, line, ContentCode.BAD_UTF8, what))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, diagnostics


def _line_of(data: bytes, position: int) -> int:
    before = data[:position].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return before.count(b"\n") + 1
