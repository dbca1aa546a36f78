"""Bytes that are not quite UTF-8."""

from __future__ import annotations

from plain_layout import codes, parse


def test_bad_bytes_are_replaced_and_their_line_named() -> None:
    parsed = parse(b"# T\r\n\r\ncaf\xe9 one\n")
    assert parsed.document is not None
    assert parsed.document.sections[0].body == "caf\ufffd one"
    assert codes(parsed) == ["bad-utf8"]
    assert parsed.diagnostics[0].line == 3
    assert "UTF-8" in parsed.diagnostics[0].message


def test_utf16_is_broken() -> None:
    for data in ("# T\n".encode("utf-16-le"), "# T\n".encode("utf-16"), b"\xfe\xff\x00#"):
        parsed = parse(data)
        assert (parsed.skipped, codes(parsed)) == ("broken", ["not-text"])


def test_nul_is_broken_and_its_line_named() -> None:
    parsed = parse(b"a\nb\0")
    assert (parsed.skipped, parsed.diagnostics[0].line) == ("broken", 2)


def test_byte_order_mark_hides_no_front_matter() -> None:
    parsed = parse(b"\xef\xbb\xbf---\ntitle: T\n---\ntext")
    assert parsed.document is not None
    assert parsed.document.title == "T"


def test_all_line_ends_count_as_lines() -> None:
    parsed = parse(b"a\r\n\r\nb\r\r[x](y.md)\n")
    assert parsed.document is not None
    assert parsed.document.links[0].line == 5
