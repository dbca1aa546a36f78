"""Which bytes of a file a request gets: RFC 9110 as a pure decision."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.http_files import FileRequest, StoredFile, decide, parse_range, takes_gzip

SIZES = st.integers(0, 10**12)
NUMBERS = st.integers(0, 10**13)


@given(NUMBERS, NUMBERS, SIZES)
def test_a_range_is_within_the_file(first: int, last: int, size: int) -> None:
    found = parse_range(f"bytes={first}-{last}", size)
    if last < first:
        assert found is None
    elif first >= size:
        assert found == "unsatisfiable"
    else:
        assert found == (first, min(last, size - 1))


@given(NUMBERS, SIZES)
def test_an_open_range_goes_to_the_end(first: int, size: int) -> None:
    assert parse_range(f"bytes={first}-", size) == ((first, size - 1) if first < size else "unsatisfiable")


@given(NUMBERS, SIZES)
def test_a_suffix_is_the_end(length: int, size: int) -> None:
    expected = (max(0, size - length), size - 1) if length and size else "unsatisfiable"
    assert parse_range(f"bytes=-{length}", size) == expected


@given(st.text(max_size=120), SIZES)
def test_any_header_is_read_or_ignored(value: str, size: int) -> None:
    for text in (value, f"bytes={value}", f"bytes={value}-{value}"):
        found = parse_range(text, size)
        if isinstance(found, tuple):
            first, last = found
            assert 0 <= first <= last < size
            assert re.fullmatch(r"bytes=[ \t]*[0-9]*-[0-9]*[ \t]*", text.strip(), re.IGNORECASE)


@given(
    st.builds(
        FileRequest,
        method=st.sampled_from(["GET", "HEAD"]),
        accept_encoding=st.sampled_from(["", "gzip", "identity", "br, gzip;q=0.5", "*", "gzip;q=0"]),
        if_none_match=st.sampled_from(["", '"v"', 'W/"v"', '"v-gzip"', "*", '"other"']),
        range=st.sampled_from(["", "bytes=0-4", "bytes=5-", "bytes=-1", "bytes=99-", "bytes=0-1,3-4", "nonsense"]),
        if_range=st.sampled_from(["", '"v"', 'W/"v"', '"other"']),
    ),
    st.builds(
        StoredFile,
        version=st.just("v"),
        size_bytes=st.sampled_from([0, 1, 10, 50]),
        packed=st.booleans(),
        packable=st.booleans(),
        changing=st.booleans(),
    ),
)
def test_every_answer_is_whole(request_: FileRequest, file: StoredFile) -> None:
    answer = decide(request_, file)
    assert answer.status in {200, 206, 304, 416}
    assert answer.headers["ETag"] in {'"v"', '"v-gzip"'}
    assert answer.headers["Vary"] == "Accept-Encoding"
    has_body = answer.form != "none"
    assert has_body == (answer.status in {200, 206})
    gzip = answer.headers.get("Content-Encoding") == "gzip"
    assert gzip == (answer.headers["ETag"] == '"v-gzip"' and has_body)
    assert not gzip or takes_gzip(request_.accept_encoding)
    if answer.form == "stored":
        assert int(answer.headers["Content-Length"]) == answer.size_bytes
        assert answer.offset + answer.size_bytes <= file.size_bytes
    if answer.status == 206:
        assert request_.method == "GET"
        assert not file.packed
        assert not file.changing
        assert not gzip
    if file.packed and answer.form == "stored":
        assert gzip


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", False),
        ("gzip", True),
        ("GZIP", True),
        ("x-gzip", True),
        ("br, gzip", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000", False),
        ("gzip; q=0.001", True),
        ("*", True),
        ("*;q=0", False),
        ("gzip;q=0, *", False),
        ("identity", False),
        ("gzipped", False),
        ("gzip;q=x", False),
    ],
)
def test_gzip_is_for_who_takes_it(header: str, expected: bool) -> None:
    assert takes_gzip(header) is expected
