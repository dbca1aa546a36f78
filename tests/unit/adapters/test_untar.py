"""The incremental tar reader reads what `tarfile` and git write, in chunks of any size, and refuses what it must."""

from __future__ import annotations

import gzip
import io
import subprocess
import tarfile
import zlib
from typing import TYPE_CHECKING

import pytest
from archive_builders import in_chunks, make_tar, read_tar
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.adapters.archives.gunzip import gunzip
from shared.adapters.archives.limits import ArchiveBudget, ArchiveLimits
from shared.adapters.archives.untar import untar
from shared.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT]
_NAMES = st.text(st.characters(blacklist_characters="/\0", blacklist_categories=("Cs",)), min_size=1, max_size=130)
_PATHS = (
    st.lists(_NAMES.filter(lambda name: name not in {".", ".."} and not name.startswith("\\")), min_size=1, max_size=4)
    .map("/".join)
    .filter(lambda path: ".." not in path.replace("\\", "/").split("/"))
)
_KINDS = st.sampled_from([tarfile.REGTYPE, tarfile.REGTYPE, tarfile.DIRTYPE, tarfile.SYMTYPE, tarfile.FIFOTYPE])
_ENTRIES = st.lists(st.tuples(_PATHS, _KINDS, st.binary(max_size=2000)), max_size=8)
_OURS = {tarfile.DIRTYPE: "folder", tarfile.SYMTYPE: "link", tarfile.FIFOTYPE: "other"}


def write_tar(entries: list[tuple[str, bytes, bytes]], tar_format: int) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tar_format) as archive:
        for path, kind, data in entries:
            member = tarfile.TarInfo(path)
            member.type = kind
            member.mtime = 1_700_000_000
            if kind == tarfile.SYMTYPE:
                member.linkname = "x" * len(data)
            if kind == tarfile.REGTYPE:
                member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return packed.getvalue()


@settings(deadline=None)
@given(_ENTRIES, st.sampled_from([tarfile.GNU_FORMAT, tarfile.PAX_FORMAT]), st.lists(st.integers(0, 700), max_size=40))
async def test_entries_are_those_that_tarfile_reads(
    entries: list[tuple[str, bytes, bytes]], tar_format: int, sizes: list[int]
) -> None:
    data = write_tar(entries, tar_format)
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        expected = []
        for member in archive:
            content = archive.extractfile(member).read() if member.isreg() else b""  # type: ignore[union-attr]
            path = "/".join(name for name in member.name.split("/") if name not in ("", "."))
            expected.append((path, _OURS.get(member.type, "file"), member.size, content))
    assert await read_tar(data, sizes) == expected
    assert [item[:3] for item in await read_tar(data, sizes, skip=True)] == [item[:3] for item in expected]


@settings(deadline=None)
@given(st.binary(max_size=5000), st.lists(st.integers(0, 300), max_size=20))
async def test_any_bytes_are_entries_or_an_input_error(data: bytes, sizes: list[int]) -> None:
    try:
        await read_tar(data, sizes)
    except InputError as error:
        assert error.code in {"damaged-archive", "bad-archive-path", "archive-too-large"}  # noqa: PT017


@settings(deadline=None)
@given(st.integers(0, 4095), st.integers(0, 255), st.sampled_from(FORMATS))
async def test_a_damaged_byte_never_raises_anything_else(place: int, byte: int, tar_format: int) -> None:
    data = bytearray(make_tar({"folder/" + "n" * 90: b"text" * 300, "ü.md": b"x"}, tar_format))
    data[place] = byte
    try:
        await read_tar(bytes(data))
    except InputError as error:
        assert error.code in {"damaged-archive", "bad-archive-path", "archive-too-large"}  # noqa: PT017


@pytest.mark.parametrize("tar_format", FORMATS)
@pytest.mark.parametrize("length", [1, 99, 100, 101, 150, 250])
async def test_long_names_arrive_whole(tar_format: int, length: int) -> None:
    path = ("folder/" * 40)[: max(0, length - 5)].rstrip("/") + "/a.md" if length > 5 else "a"
    assert [found[0] for found in await read_tar(make_tar({path: b"x"}, tar_format))] == [path]


async def test_what_git_archive_writes_is_read(tmp_path: Path) -> None:
    long = "deep/" * 30 + "ü " * 60 + ".md"
    for path, data in {"a.md": b"one", long: b"two", "sub/empty": b""}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    (tmp_path / "link.md").symlink_to("a.md")
    git = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@example.com"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "x"], check=True)
    data = subprocess.run([*git, "archive", "--prefix=top/", "HEAD"], check=True, capture_output=True).stdout
    found = {path: (kind, content) for path, kind, _, content in await read_tar(data) if kind != "folder"}
    assert found == {
        "top/a.md": ("file", b"one"),
        f"top/{long}": ("file", b"two"),
        "top/sub/empty": ("file", b""),
        "top/link.md": ("link", b""),
    }


async def test_what_a_folder_of_gnu_tar_writes_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.md").write_bytes(b"x" * 1000)
    data = subprocess.run(["tar", "-C", str(tmp_path), "-cf", "-", "."], check=True, capture_output=True).stdout
    assert ("a/b.md", "file", 1000, b"x" * 1000) in await read_tar(data)


PATH_TRICKS = ["../a.md", "a/../../b.md", "/etc/passwd", "a/..", "..\\a.md", "a\\..\\b", "x" * 5000, "//a"]


@pytest.mark.parametrize("path", PATH_TRICKS)
async def test_a_path_that_leads_out_or_is_too_long_is_refused(path: str) -> None:
    with pytest.raises(InputError) as caught:
        await read_tar(make_tar({path: b"x"}))
    assert caught.value.code == "bad-archive-path"


@pytest.mark.parametrize("cut", [100, 512, 700, 1023, 1500])
async def test_an_archive_that_is_cut_off_in_an_entry_is_told(cut: int) -> None:
    data = make_tar({"a.md": b"x" * 2000})
    if cut == 512:
        cut = 513
    with pytest.raises(InputError, match="cut off"):
        await read_tar(data[:cut])


async def test_sparse_files_are_refused() -> None:
    data = bytearray(make_tar({"a.md": b"x"}, tarfile.GNU_FORMAT))
    data[156:157] = b"S"
    data[148:156] = b" " * 8
    data[148:156] = b"%06o\0 " % sum(data[:512])
    with pytest.raises(InputError, match="sparse"):
        await read_tar(bytes(data))


async def test_a_header_that_claims_a_giant_name_is_refused() -> None:
    header = bytearray(make_tar({"a": b""}, tarfile.GNU_FORMAT)[:512])
    header[156:157] = b"L"
    header[124:136] = b"\x80" + (1 << 40).to_bytes(11, "big")
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    with pytest.raises(InputError) as caught:
        await read_tar(bytes(header))
    assert caught.value.code == "archive-too-large"


async def test_too_many_entries_are_refused() -> None:
    data = make_tar({f"{number}.md": b"" for number in range(20)})
    with pytest.raises(InputError, match="more than 10 entries"):
        await read_tar(data, limits=ArchiveLimits(max_entries=10))


# gzip


async def unzipped(data: bytes, limits: ArchiveLimits, sizes: tuple[int, ...] = ()) -> int:
    return sum([len(piece) async for piece in gunzip(in_chunks(data, sizes), ArchiveBudget(limits))])


@settings(deadline=None)
@given(st.lists(st.binary(max_size=3000), min_size=1, max_size=3), st.lists(st.integers(0, 200), max_size=20))
async def test_members_and_padding_are_unpacked(members: list[bytes], sizes: list[int]) -> None:
    data = b"".join(gzip.compress(member) for member in members) + b"\0" * 20
    pieces = [piece async for piece in gunzip(in_chunks(data, sizes), ArchiveBudget())]
    assert b"".join(pieces) == b"".join(members)


async def test_pieces_are_small_however_much_a_chunk_unpacks_to() -> None:
    data = gzip.compress(b"\0" * 20_000_000)
    sizes = [len(piece) async for piece in gunzip(in_chunks(data, [len(data)]), ArchiveBudget())]
    assert (max(sizes), sum(sizes)) == (1 << 16, 20_000_000)


async def test_a_bomb_is_refused_by_its_ratio_and_by_its_size() -> None:
    data = gzip.compress(b"\0" * 20_000_000)
    with pytest.raises(InputError, match="more than 100 times its size"):
        await unzipped(data, ArchiveLimits(free_bytes=1_000_000))
    with pytest.raises(InputError, match="more than 5,000,000 bytes"):
        await unzipped(data, ArchiveLimits(max_bytes=5_000_000))
    assert await unzipped(data, ArchiveLimits()) == 20_000_000


@pytest.mark.parametrize("cut", [0, 1, 9, 10, 500, -8, -1])
async def test_a_cut_off_gzip_is_told(cut: int) -> None:
    data = gzip.compress(b"".join(b"%d," % number for number in range(3000)))
    with pytest.raises(InputError) as caught:
        await unzipped(data[:cut], ArchiveLimits())
    assert caught.value.code == "damaged-archive"


async def test_a_damaged_gzip_is_told() -> None:
    data = bytearray(gzip.compress(b"text" * 5000))
    data[-6] ^= 1  # the checksum
    with pytest.raises(InputError, match="damaged"):
        await unzipped(bytes(data), ArchiveLimits())
    with pytest.raises(InputError, match="damaged"):
        await unzipped(gzip.compress(b"x") + b"garbage", ArchiveLimits())
    with pytest.raises(InputError, match="damaged"):
        await unzipped(zlib.compress(b"no gzip"), ArchiveLimits())


async def test_reading_goes_on_where_an_entry_was_left_half_read() -> None:
    data = make_tar({"a.md": b"x" * 30_000, "b.md": b"second"})
    found = []
    async for entry in untar(in_chunks(data), ArchiveBudget()):
        async for piece in entry.pieces():
            found.append(piece[:6])
            break
    assert found[1] == b"second"
