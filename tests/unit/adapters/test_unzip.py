"""The zip reader reads by ranges what `zipfile` and others write, and refuses what it must."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from archive_builders import make_zip, read_zip
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.adapters.archives.limits import ArchiveLimits
from shared.errors import InputError

_NAMES = st.text(st.characters(blacklist_characters="/\\\0", blacklist_categories=("Cs",)), min_size=1, max_size=60)
_FILES = st.dictionaries(_NAMES.filter(lambda name: name not in {".", ".."}), st.binary(max_size=3000), max_size=6)


@settings(deadline=None)
@given(_FILES, st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]), st.sampled_from([64, 1000, 1 << 18]))
async def test_files_come_back_as_zipfile_wrote_them(
    files: dict[str, bytes], compression: int, block_bytes: int
) -> None:
    found = await read_zip(make_zip(files, compression), block_bytes=block_bytes)
    assert {path: data for path, _, _, data in found} == files


@settings(deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 255))
async def test_a_damaged_byte_never_raises_anything_but_an_input_error(place: int, byte: int) -> None:
    data = bytearray(make_zip({"folder/a.md": b"text" * 300, "ü.md": bytes(range(200))}))
    data[place % len(data)] = byte
    try:
        await read_zip(bytes(data))
    except InputError as error:
        assert error.code != "input"  # noqa: PT017


@settings(deadline=None)
@given(st.binary(max_size=300))
async def test_any_bytes_before_a_directorys_end_are_entries_or_an_input_error(data: bytes) -> None:
    end = b"PK\5\6" + struct.pack("<4H2LH", 0, 0, 1, 1, len(data), 0, 0)
    try:
        await read_zip(data + end)
    except InputError as error:
        assert error.code != "input"  # noqa: PT017


async def test_zip64_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 100)
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 2)
    files = {f"{number}.md": b"x" * number * 100 for number in range(6)}
    data = make_zip(files, zipfile.ZIP_STORED)
    assert b"PK\6\6" in data
    assert {path: content for path, _, _, content in await read_zip(data)} == files


async def test_links_and_folders_are_told_apart() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        link = zipfile.ZipInfo("link.md")
        link.create_system = 3
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "a.md")
        archive.writestr("folder/", b"")
        archive.writestr("folder/a.md", b"x")
    found = await read_zip(packed.getvalue())
    assert [(path, kind) for path, kind, _, _ in found] == [
        ("link.md", "link"),
        ("folder", "folder"),
        ("folder/a.md", "file"),
    ]


async def test_a_comment_after_the_directory_is_passed_over() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.md", b"x")
        archive.comment = b"c" * 60_000
    assert (await read_zip(packed.getvalue()))[0][3] == b"x"


@pytest.mark.parametrize("path", ["../a.md", "a/../../b.md", "/etc/passwd", "..\\a.md", "x" * 5000])
async def test_a_path_that_leads_out_or_is_too_long_is_refused(path: str) -> None:
    with pytest.raises(InputError) as caught:
        await read_zip(make_zip({path: b"x"}))
    assert caught.value.code == "bad-archive-path"


async def test_encryption_and_strange_methods_say_the_way_out() -> None:
    data = make_zip({"a.md": b"text" * 100})
    directory = data.index(b"PK\1\2")
    encrypted = data[: directory + 8] + b"\1\0" + data[directory + 10 :]
    with pytest.raises(InputError, match="without a password"):
        await read_zip(encrypted)
    with pytest.raises(InputError, match="other than Deflate"):
        await read_zip(make_zip({"a.md": b"text" * 100}, zipfile.ZIP_BZIP2))


async def test_a_size_that_lies_is_told() -> None:
    data = make_zip({"a.md": b"text" * 100})
    directory = data.index(b"PK\1\2")
    for size in (399, 401):
        lie = data[: directory + 24] + struct.pack("<L", size) + data[directory + 28 :]
        with pytest.raises(InputError, match="not as long"):
            await read_zip(lie)


async def test_a_bomb_of_overlapping_entries_is_refused() -> None:
    """Many directory entries that point at the same packed bytes. (Source: D. Fifield, "A better zip bomb", 2019.)"""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.md", b"\0" * 5_000_000)
        archive.filelist *= 200
        archive.NameToInfo = {str(number): archive.filelist[0] for number in range(200)}
    data = packed.getvalue()
    assert len(data) < 40_000
    with pytest.raises(InputError) as caught:
        await read_zip(data)
    assert caught.value.code == "archive-too-large"


async def test_too_many_entries_are_refused() -> None:
    with pytest.raises(InputError, match="more than 10 entries"):
        await read_zip(make_zip({f"{number}.md": b"" for number in range(20)}), limits=ArchiveLimits(max_entries=10))


@pytest.mark.parametrize("cut", [1, 4, 30, 100])
async def test_an_archive_that_is_cut_off_is_told(cut: int) -> None:
    with pytest.raises(InputError) as caught:
        await read_zip(make_zip({"a.md": b"x" * 200})[:-cut])
    assert caught.value.code == "damaged-archive"
