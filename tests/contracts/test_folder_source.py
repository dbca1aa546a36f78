"""What a folder promises beside what every `SourceReader` does."""

from __future__ import annotations

import os
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shared.adapters.local.folder_source import FolderSource
from shared.domain.git_objects import git_blob_id
from shared.errors import ConflictError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator


class Folder:
    """Files below `root`, and a source that reads all `.md` among them."""

    def __init__(self, root: Path, stat_cache: Path | None = None, **options: int) -> None:
        self.root = root
        self.source = FolderSource(root, is_read=lambda path: path.endswith(".md"), stat_cache=stat_cache, **options)

    def write(self, path: str, data: bytes = b"text") -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        return file

    async def paths(self) -> list[str]:
        return [file.path for file in await self.source.list_files()]

    async def id_of(self, path: str) -> str:
        return {file.path: file.content_id for file in await self.source.list_files()}[path]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (tmp_path / "source").mkdir()
    return Folder(tmp_path / "source", tmp_path / "cache" / "stat.json")


@pytest.fixture
def old_folder(tmp_path: Path) -> Folder:
    """A folder in which every file counts as an old one as soon as it is written."""
    (tmp_path / "source").mkdir()
    return Folder(tmp_path / "source", tmp_path / "cache" / "stat.json", clock_grain_ns=-(10**12))


def age(file: Path, seconds: int = 100) -> None:
    """Make a file look as if it had been written long ago."""
    status = file.stat()
    os.utime(file, ns=(status.st_atime_ns - seconds * 10**9, status.st_mtime_ns - seconds * 10**9))


@pytest.mark.parametrize("data", [b"", b"text\n", b"\r\n\x00\xff" * 5000, b"x" * 3_000_000])
async def test_content_ids_are_those_of_git(folder: Folder, data: bytes) -> None:
    file = folder.write("a.md", data)
    hashed = subprocess.run(
        ["git", "hash-object", "--no-filters", str(file)], capture_output=True, text=True, check=True
    )
    assert await folder.id_of("a.md") == git_blob_id(data) == hashed.stdout.strip()


async def test_symbolic_links_are_not_followed(folder: Folder, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("secret")
    (folder.root / "file.md").symlink_to(outside / "secret.md")
    (folder.root / "folder").symlink_to(outside)
    (folder.root / "loop").symlink_to(folder.root)
    (folder.root / "gone.md").symlink_to(folder.root / "nothing")
    folder.write("page.md")
    assert await folder.paths() == ["page.md"]
    assert [(found.path, found.code) for found in folder.source.diagnostics] == [
        ("file.md", "linked-file"),
        ("gone.md", "linked-file"),
    ]


async def test_a_file_that_became_a_link_out_of_the_folder_is_not_read(folder: Folder, tmp_path: Path) -> None:
    file = folder.write("page.md")
    (listed,) = await folder.source.list_files()
    (tmp_path / "secret").write_text("secret")
    file.unlink()
    file.symlink_to(tmp_path / "secret")
    with pytest.raises(ConflictError):
        await folder.source.read(listed)


async def test_the_folder_of_artifacts_is_left_out_wherever_it_lies(tmp_path: Path) -> None:
    source = FolderSource(tmp_path, is_read=lambda _: True, left_out=[tmp_path / "docs" / "dist"])
    for path in ("docs/dist/a.md", "docs/page.md", "dist/b.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x")
    assert [file.path for file in await source.list_files()] == ["dist/b.md", "docs/page.md"]


async def test_pipes_and_devices_are_no_files(folder: Folder) -> None:
    os.mkfifo(folder.root / "pipe.md")
    folder.write("page.md")
    assert await folder.paths() == ["page.md"]


async def test_edits_within_the_same_second_are_seen(folder: Folder) -> None:
    for number in range(50):
        folder.write("page.md", b"%02d" % number)
        assert await folder.id_of("page.md") == git_blob_id(b"%02d" % number)


async def test_an_unchanged_old_file_is_not_read_again(old_folder: Folder, tmp_path: Path) -> None:
    old_folder.write("page.md")
    await old_folder.source.list_files()
    cache = tmp_path / "cache" / "stat.json"
    cache.write_bytes(cache.read_bytes().replace(git_blob_id(b"text").encode(), b"remembered"))
    assert await old_folder.id_of("page.md") == "remembered"


async def test_a_new_file_is_read_again_next_time(folder: Folder, tmp_path: Path) -> None:
    folder.write("page.md")
    await folder.source.list_files()
    assert (tmp_path / "cache" / "stat.json").read_bytes() == b"{}"


async def test_an_edit_that_keeps_size_and_time_is_seen(old_folder: Folder) -> None:
    """Archives and generators give all their files one time."""
    file = old_folder.write("page.md", b"version 1")
    age(file)
    status = file.stat()
    assert await old_folder.id_of("page.md") == git_blob_id(b"version 1")
    file.write_bytes(b"version 2")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert await old_folder.id_of("page.md") == git_blob_id(b"version 2")


async def test_a_file_of_the_future_is_read_each_time(folder: Folder) -> None:
    file = folder.write("page.md", b"version 1")
    age(file, -1000)
    status = file.stat()
    assert await folder.id_of("page.md") == git_blob_id(b"version 1")
    file.write_bytes(b"version 2")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert await folder.id_of("page.md") == git_blob_id(b"version 2")


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"page.md":5}', b'{"page.md":[1]}', b"\xff", b"null"])
async def test_a_damaged_stat_cache_is_ignored(folder: Folder, tmp_path: Path, damage: bytes) -> None:
    folder.write("page.md")
    await folder.source.list_files()
    (tmp_path / "cache" / "stat.json").write_bytes(damage)
    assert await folder.id_of("page.md") == git_blob_id(b"text")


async def test_a_file_that_changed_since_it_was_listed_is_a_conflict(folder: Folder) -> None:
    file = folder.write("page.md", b"listed")
    (listed,) = await folder.source.list_files()
    file.write_bytes(b"edited")
    with pytest.raises(ConflictError, match=r"page\.md changed"):
        await folder.source.read(listed)


async def test_a_file_that_went_away_since_it_was_listed_is_a_conflict(folder: Folder) -> None:
    file = folder.write("page.md")
    (listed,) = await folder.source.list_files()
    file.unlink()
    with pytest.raises(ConflictError, match="went away"):
        await folder.source.read(listed)


async def test_a_name_that_is_not_utf8_is_told_and_left_out(folder: Folder) -> None:
    for name in (b"caf\xe9.md", b"bad-\xff/page.md"):
        folder.write(os.fsdecode(name))
    folder.write("page.md")
    assert await folder.paths() == ["page.md"]
    found = {(item.path, item.code, item.severity) for item in folder.source.diagnostics}
    assert found == {("caf\ufffd.md", "bad-file-name", "error"), ("bad-\ufffd", "bad-file-name", "error")}


@contextmanager
def as_nobody(root: Path) -> Iterator[None]:
    """Root may read everything; so be another user for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.chown(root, 65534, 65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


async def test_files_and_folders_that_cannot_be_read_are_told_and_left_out() -> None:
    # pytest's own folder is closed to other users, so this test makes its own.
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        folder = Folder(root)
        folder.write("page.md")
        folder.write("closed.md").chmod(0)
        folder.write("locked/page.md")
        (root / "locked").chmod(0)
        with as_nobody(root):
            paths = await folder.paths()
        (root / "locked").chmod(0o755)
        assert paths == ["page.md"]
        assert {(item.path, item.code) for item in folder.source.diagnostics} == {
            ("closed.md", "unreadable"),
            ("locked/", "unreadable"),
        }
        assert all("permission" in item.message.lower() for item in folder.source.diagnostics)


async def test_diagnostics_are_those_of_the_last_listing(folder: Folder) -> None:
    bad = folder.write(os.fsdecode(b"\xff.md"))
    await folder.source.list_files()
    assert len(folder.source.diagnostics) == 1
    bad.unlink()
    await folder.source.list_files()
    assert folder.source.diagnostics == []


async def test_a_folder_that_is_not_there_is_the_authors_to_mend(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        await Folder(tmp_path / "nowhere").source.list_files()


async def test_a_huge_file_is_hashed_without_being_held(folder: Folder) -> None:
    import tracemalloc

    with (folder.root / "huge.md").open("wb") as file:
        file.truncate(60_000_000)
    tracemalloc.start()
    await folder.source.list_files()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000
