"""Archives and loose objects as sources: what the contract of all sources does not say."""

from __future__ import annotations

import gzip
import io
import tarfile
import tracemalloc
import zipfile
from datetime import UTC, datetime

import pytest
from archive_builders import make_tar, make_tar_gz, make_zip

from shared.adapters.archives.archive_source import ArchiveSource
from shared.adapters.archives.limits import ArchiveLimits
from shared.adapters.archives.object_bytes import RangeReader, measure_object, read_chunks
from shared.adapters.memory.object_store import MemoryStore
from shared.adapters.store_source import StoreSource
from shared.domain.git_objects import git_blob_id
from shared.domain.models import SourceFile
from shared.errors import ConflictError, InputError

MAKERS = {"tar.gz": make_tar_gz, "tar": make_tar, "zip": make_zip}
BOTH = pytest.mark.parametrize("kind", ["tar.gz", "zip"])


def source_of(data: bytes, limits: ArchiveLimits | None = None) -> ArchiveSource:
    store = MemoryStore()
    store.objects["upload"] = data
    return ArchiveSource(store, "upload", limits=limits)


async def paths(source: ArchiveSource | StoreSource) -> list[str]:
    return [file.path for file in await source.list_files()]


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize(
    ("packed", "listed"),
    [
        (["site/a.md", "site/b/c.md"], ["a.md", "b/c.md"]),
        (["a.md", "site/b.md"], ["a.md", "site/b.md"]),
        (["one/a.md", "two/b.md"], ["one/a.md", "two/b.md"]),
        (["site/.github/x.md", "site/a.md"], ["a.md"]),
        ([".github/x.md", "site/a.md"], ["site/a.md"]),
        (["site/a.md", "__MACOSX/site/._a.md", "__MACOSX/._site"], ["a.md"]),
        (["./site/a.md", "./site//b.md"], ["a.md", "b.md"]),
        (["site"], ["site"]),
        ([], []),
    ],
)
async def test_one_folder_around_all_is_left_out(kind: str, packed: list[str], listed: list[str]) -> None:
    source = source_of(MAKERS[kind](dict.fromkeys(packed, b"x")))
    if kind == "tar" and not packed:
        return  # an empty tar has no sign of one
    assert await paths(source) == listed
    assert source.diagnostics == []


async def test_configuration_is_found_below_the_folder_around_all() -> None:
    source = source_of(make_tar_gz({"top/mkdocs.yml": b"site_name: x", "top/docs/mkdocs.yml": b"y"}))
    ids = {file.path: file.content_id for file in await source.list_files()}
    assert ids == {"mkdocs.yml": git_blob_id(b"site_name: x"), "docs/mkdocs.yml": git_blob_id(b"y")}
    source = source_of(make_tar_gz({"mkdocs.yml": b"z", "a/b/mkdocs.yml": b""}))
    ids = {file.path: file.content_id for file in await source.list_files()}
    assert ids == {"mkdocs.yml": git_blob_id(b"z"), "a/b/mkdocs.yml": ""}


@BOTH
async def test_namesakes_above_and_below_are_told_apart_by_their_content(kind: str) -> None:
    source = source_of(MAKERS[kind]({"top/docs/a.md": b"in docs", "top/a.md": b"at top", "top/top/a.md": b"deep"}))
    found = {file.path: data async for file, data in source.read_many(await source.list_files())}
    assert found == {"a.md": b"at top", "docs/a.md": b"in docs", "top/a.md": b"deep"}


@BOTH
@pytest.mark.parametrize("top", ["", "top/"])
async def test_a_folder_is_listed_as_if_it_were_the_source(kind: str, top: str) -> None:
    inside = {f"{top}my/site/{path}": path.encode() for path in ("mkdocs.yml", "docs/a.md", ".x/b.md")}
    data = MAKERS[kind](inside | {f"{top}{path}": b"outside" for path in ("a.md", "my/docs/a.md", "my/site2/a.md")})
    store = MemoryStore()
    store.objects["upload"] = data
    source = ArchiveSource(store, "upload", folder="/my/site/")
    listed = await source.list_files()
    assert listed == [SourceFile(path, git_blob_id(path.encode()), len(path)) for path in ("docs/a.md", "mkdocs.yml")]
    assert {file.path: data async for file, data in source.read_many(listed)} == {
        path: path.encode() for path in ("docs/a.md", "mkdocs.yml")
    }
    with pytest.raises(InputError, match="no folder"):
        await ArchiveSource(store, "upload", folder="my/sit").list_files()


async def test_the_last_of_equal_names_in_a_tar_counts() -> None:
    data = make_tar({"top/a.md": b"old", "top/b.md": b"b"})[:2048] + make_tar({"top/a.md": b"new"})
    source = source_of(gzip.compress(data))
    first, _ = await source.list_files()
    assert (await source.read(first)) == b"new"


def make_dated_tar(*times: float) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz", format=tarfile.PAX_FORMAT) as archive:
        for number, time in enumerate(times):
            member = tarfile.TarInfo(f"{number}.md")
            member.mtime = time  # type: ignore[assignment] - a fraction becomes a pax record
            archive.addfile(member)
    return packed.getvalue()


def make_dated_zip(*moments: tuple[int, int, int, int, int, int], comment: bytes = b"") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number, moment in enumerate(moments):
            archive.writestr(zipfile.ZipInfo(f"{number}.md", moment), b"x")
        archive.comment = comment
    return packed.getvalue()


_SHA = b"0123456789abcdef0123456789abcdef01234567"
_NOW = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("packed", "sha", "as_of"),
    [
        (make_dated_tar(1_700_000_000, 1_600_000_000), None, datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),
        (make_dated_tar(1_700_000_000.75), None, datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),
        (make_dated_tar(0, 1_700_000_000, 1e15), None, datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),
        (make_dated_tar(0, -5, -5.5), None, _NOW),
        (make_dated_tar(), None, _NOW),
        (make_dated_zip((1980, 1, 1, 0, 0, 0)), None, _NOW),
        (make_dated_zip((2024, 2, 29, 12, 30, 58), (2020, 1, 1, 0, 0, 0), comment=_SHA), _SHA.decode(),
         datetime(2024, 2, 29, 12, 30, 58, tzinfo=UTC)),
        (make_dated_zip((2024, 13, 32, 31, 63, 62), comment=b"made by hand"), None, _NOW),
    ],
)  # fmt: skip
async def test_an_archive_tells_its_commit_and_its_newest_time(packed: bytes, sha: str | None, as_of: datetime) -> None:
    commit = await source_of(packed).find_commit(_NOW)
    assert (commit.sha, commit.tree, commit.as_of) == (sha, "upload", as_of)


async def test_hard_links_are_told() -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        member = tarfile.TarInfo("top/a.md")
        archive.addfile(member)
        member = tarfile.TarInfo("top/b.md")
        member.type, member.linkname = tarfile.LNKTYPE, "top/a.md"
        archive.addfile(member)
    source = source_of(packed.getvalue())
    assert await paths(source) == ["a.md"]
    assert [(found.path, found.code) for found in source.diagnostics] == [("b.md", "linked-file")]


@BOTH
@pytest.mark.parametrize("path", ["../a.md", "top/../../a.md", "/etc/passwd", "..\\a.md", "x" * 5000])
async def test_path_tricks_are_refused(kind: str, path: str) -> None:
    source = source_of(MAKERS[kind]({"top/a.md": b"x", path: b"y"}))
    with pytest.raises(InputError) as caught:
        await source.list_files()
    assert caught.value.code == "bad-archive-path"


@BOTH
@pytest.mark.parametrize(
    "limits",
    [
        ArchiveLimits(max_bytes=1_000_000),
        ArchiveLimits(free_bytes=0, max_ratio=50.0),
        ArchiveLimits(max_entries=2),
        ArchiveLimits(max_all_paths_chars=11),
    ],
)
async def test_bombs_are_refused(kind: str, limits: ArchiveLimits) -> None:
    source = source_of(MAKERS[kind]({f"{number}.md": b"\0" * 1_000_000 for number in range(3)}), limits)
    with pytest.raises(InputError) as caught:
        await source.list_files()
    assert caught.value.code == "archive-too-large"


@BOTH
async def test_any_cut_is_told(kind: str) -> None:
    data = MAKERS[kind]({f"{number}.md": b"%d" % number * 500 for number in range(20)})
    for cut in (len(data) // 2, len(data) - 3):
        with pytest.raises(InputError) as caught:
            await source_of(data[:cut]).list_files()
        assert caught.value.code == "damaged-archive"


@pytest.mark.parametrize("data", [b"", b"Hello", b"Rar!\x1a\x07", b"7z\xbc\xaf"])
async def test_another_format_says_which_ones_are_read(data: bytes) -> None:
    with pytest.raises(InputError, match=r"tar\.gz nor zip"):
        await source_of(data).list_files()


async def test_a_missing_archive_is_told() -> None:
    with pytest.raises(InputError, match="upload it first"):
        await ArchiveSource(MemoryStore(), "upload").list_files()


@BOTH
async def test_an_archive_that_was_replaced_is_a_conflict(kind: str) -> None:
    source = source_of(MAKERS[kind]({"a.md": b"one", "b.md": b"two"}))
    first, second = await source.list_files()
    source._store.objects["upload"] = MAKERS[kind]({"a.md": b"new", "b.md": b"two"})  # type: ignore[attr-defined]
    assert await source.read(second) == b"two"
    with pytest.raises(ConflictError, match=r"a\.md"):
        await source.read(first)


@BOTH
async def test_a_large_archive_is_listed_and_read_within_a_few_megabytes(kind: str) -> None:
    """100 pages of 300 kB, and 10 pictures of 3 MB, stored as they are."""
    content = bytes(range(256)) * 12_000
    files = {f"top/{number}.md": content[number : 300_000 + number] for number in range(100)}
    files |= {f"top/{number}.png": content[:3_000_000] for number in range(10)}
    data = gzip.compress(make_tar(files), 0) if kind == "tar.gz" else make_zip(files, zipfile.ZIP_STORED)
    assert len(data) > 59_000_000
    source = source_of(data)
    tracemalloc.start()
    pages = [file for file in await source.list_files() if file.content_id]
    async for file, page in source.read_many(pages):
        assert len(page) == file.size_bytes
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"peak {peak / 1e6:.1f} MB")
    assert len(pages) == 100
    assert peak < 8_000_000


class CountingStore(MemoryStore):
    ranges = 0

    async def get_range(self, key: str, offset: int, size: int) -> bytes:
        self.ranges += 1
        return await super().get_range(key, offset, size)


async def test_few_files_of_a_large_zip_cost_few_reads() -> None:
    store = CountingStore()
    store.objects["upload"] = make_zip(
        {f"{n:04}.md": bytes([n % 251]) * 5_000 for n in range(4000)}, zipfile.ZIP_STORED
    )
    source = ArchiveSource(store, "upload")
    listed = await source.list_files()
    assert store.ranges < 120  # 20 MB, in pieces of a quarter of one
    store.ranges = 0
    assert await source.read(listed[2000]) == bytes([2000 % 251]) * 5_000
    assert store.ranges < 40


@pytest.mark.parametrize("size", [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3_000_000, 9_999_999])
async def test_objects_are_measured_and_read_by_ranges(size: int) -> None:
    store = CountingStore()
    store.objects["a"] = bytes(size)
    assert await measure_object(store, "a") == size
    assert store.ranges <= 12
    assert sum([len(chunk) async for chunk in read_chunks(store, "a")]) == size


async def test_reads_near_each_other_are_one() -> None:
    store = CountingStore()
    store.objects["a"] = bytes(range(200))
    reader = RangeReader(store, "a", 200, block_bytes=50)
    assert [await reader.read(*span) for span in ((0, 10), (10, 40), (45, 5), (190, 30), (300, 5), (-1, 5))] == [
        bytes(range(10)),
        bytes(range(10, 50)),
        bytes(range(45, 50)),
        bytes(range(190, 200)),
        b"",
        b"",
    ]
    assert store.ranges == 2


# Loose objects


async def test_a_large_object_is_hashed_without_being_held() -> None:
    store = MemoryStore()
    store.objects = {"docs/large.md": bytes(5_000_000), "docs/large.png": bytes(3_000_000), "docs/a.md": b"x"}
    tracemalloc.start()
    found = await StoreSource(store, "docs/").list_files()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == [
        SourceFile("a.md", git_blob_id(b"x"), 1),
        SourceFile("large.md", git_blob_id(bytes(5_000_000)), 5_000_000),
        SourceFile("large.png", "", 3_000_000),
    ]
    assert peak < 4_000_000


async def test_an_object_that_changed_or_went_away_is_a_conflict() -> None:
    store = MemoryStore()
    store.objects = {"a.md": b"x", "b.md": b"y"}
    source = StoreSource(store, "")
    first, second = await source.list_files()
    store.objects = {"a.md": b"z"}
    with pytest.raises(ConflictError, match="changed"):
        await source.read(first)
    with pytest.raises(ConflictError, match="went away"):
        await source.read(second)
