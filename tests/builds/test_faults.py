from __future__ import annotations

import errno
import shutil
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, BinaryIO

import pytest

from shared.adapters.local.folder_store import FolderStore
from shared.domain.revision import Pointer, pointer_name
from shared.errors import ConflictError
from tests.builds.site_builder import AS_OF, Site, make_config, page, read_revision, write_pages

if TYPE_CHECKING:
    from pathlib import Path


class Faults:
    """Counts the writes to all stores of a build, and lets the one numbered `at` fail."""

    def __init__(self, at: int | None = None, *, half_done: bool = False) -> None:
        self.at = at
        self.half_done = half_done
        self.writes: list[str] = []

    def pass_or_fail(self, target: Path) -> None:
        self.writes.append(str(target))
        if len(self.writes) - 1 == self.at:
            if self.half_done:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.with_name(f"{target.name}.tmp-1-1").write_bytes(b"half")
            raise OSError(errno.ENOSPC, "No space left on device")


class FaultyStore(FolderStore):
    """A folder on a disk that is full at one write."""

    def __init__(self, root: Path, faults: Faults) -> None:
        super().__init__(root)
        self._faults = faults

    def _open_temporary(self, target: Path) -> tuple[Path, BinaryIO]:
        self._faults.pass_or_fail(target)
        return super()._open_temporary(target)


def build(site: Site, faults: Faults) -> None:
    site.build(artifacts=FaultyStore(site.out, faults), steps=FaultyStore(site.cache, faults))


@pytest.fixture
def edited(tmp_path: Path) -> Site:
    """A published site of two parts whose sources have changed since."""
    site = Site(tmp_path / "edited", make_config("static"))
    paths = write_pages(site, 22, words=25)
    site.build()
    site.write(paths[3], page("edited"))
    site.write("zzz/added.md", page("added"))
    return site


def test_a_fault_at_any_write_leaves_the_old_revision_whole_and_the_next_build_finishes(
    tmp_path: Path, edited: Site
) -> None:
    expected = Site(tmp_path / "cold", edited.config)
    shutil.copytree(edited.folder, expected.folder, dirs_exist_ok=True)
    new = expected.build().revision
    old = edited.read()
    counted = Site(tmp_path / "counted", edited.config)
    shutil.copytree(edited.root, counted.root, dirs_exist_ok=True)
    every = Faults()
    build(counted, every)
    writes = len(every.writes)
    # Most of the first are alike, a step's output and its record; those of publishing are the last.
    for place, number in enumerate([*range(0, writes - 30, 8), *range(writes - 30, writes)]):
        site = Site(tmp_path / f"site-{number}", edited.config)
        shutil.copytree(edited.root, site.root, dirs_exist_ok=True)
        faults = Faults(number, half_done=place % 2 == 0)
        with pytest.raises(OSError, match="No space"):
            build(site, faults)
        published = Pointer.from_bytes((site.out / pointer_name("site")).read_bytes()).revision
        if published != new:
            assert site.read() == old, faults.writes[-1]
        site.build()
        assert site.read() == expected.read(), faults.writes[-1]
        shutil.rmtree(site.root)
    assert any(name.endswith("search.db") for name in every.writes[-30:])


def test_a_fault_at_any_write_of_a_first_build_publishes_nothing(tmp_path: Path) -> None:
    source = Site(tmp_path / "source", make_config("none"))
    write_pages(source, 4, words=20)
    plain = Site(tmp_path / "plain", source.config)
    shutil.copytree(source.folder, plain.folder, dirs_exist_ok=True)
    plain.build()
    writes = Faults()
    counted = Site(tmp_path / "counted", source.config)
    shutil.copytree(source.folder, counted.folder, dirs_exist_ok=True)
    build(counted, writes)
    pointer = next(n for n, name in enumerate(writes.writes) if name.endswith(pointer_name("site")))
    for number in range(pointer + 1):
        site = Site(tmp_path / f"site-{number}", source.config)
        shutil.copytree(source.folder, site.folder, dirs_exist_ok=True)
        with pytest.raises(OSError, match="No space"):
            build(site, Faults(number))
        assert not (site.out / pointer_name("site")).exists()
        site.build()
        assert site.read() == plain.read()


def test_a_fault_while_only_the_report_changes_leaves_no_wrong_checksum(tmp_path: Path) -> None:
    """A page that expires unseen changes the report of a revision, and nothing else of it."""
    original = Site(tmp_path / "original")
    write_pages(original, 4, words=20)
    original.write("later.md", page("later", date="2026-12-24", expires="2026-12-25"))
    original.build()
    for number in count():
        site = Site(tmp_path / f"site-{number}", as_of=AS_OF + timedelta(days=60))
        shutil.copytree(original.root, site.root, dirs_exist_ok=True)
        try:
            build(site, Faults(number))
        except OSError:
            site.build()
        else:
            break
        site.read()
        assert b'"expired":["later.md"]' in site.read_file("report.json")
    assert number > 2


def test_the_pointer_is_the_last_artifact_that_a_build_writes(tmp_path: Path) -> None:
    site = Site(tmp_path / "site", make_config("none"))
    write_pages(site, 4)
    faults = Faults()
    build(site, faults)
    artifacts = [name for name in faults.writes if name.startswith(str(site.out))]
    assert [name.rpartition("/")[2] for name in artifacts][-2:] == ["manifest.json", "current.json"]
    assert any(name.endswith("search.db") for name in artifacts)


def test_a_publisher_of_the_same_revision_at_the_same_moment_is_none_to_fear(tmp_path: Path, edited: Site) -> None:
    """A message that is delivered twice may publish twice."""
    other = Site(tmp_path / "other", edited.config)
    shutil.copytree(edited.root, other.root, dirs_exist_ok=True)
    other.build()
    theirs = (other.out / pointer_name("site")).read_bytes()

    class RacingStore(FolderStore):
        async def swap(self, key: str, data: bytes, expected: bytes | None) -> bool:
            await self.put(key, theirs)
            return await super().swap(key, data, expected)

    assert not edited.build(artifacts=RacingStore(edited.out)).changed
    assert (edited.out / pointer_name("site")).read_bytes() == theirs
    assert edited.read() == other.read()


def test_another_publisher_at_the_same_moment_wins(tmp_path: Path, edited: Site) -> None:
    other = Site(tmp_path / "other", edited.config)
    shutil.copytree(edited.root, other.root, dirs_exist_ok=True)
    other.write("other.md", page("other"))
    other.build()
    theirs = (other.out / pointer_name("site")).read_bytes()

    class RacingStore(FolderStore):
        async def swap(self, key: str, data: bytes, expected: bytes | None) -> bool:
            await self.put(key, theirs)
            return await super().swap(key, data, expected)

    with pytest.raises(ConflictError, match="build again"):
        edited.build(artifacts=RacingStore(edited.out))
    assert (edited.out / pointer_name("site")).read_bytes() == theirs
    shutil.copytree(other.out, edited.out, dirs_exist_ok=True)
    assert edited.build().changed
    assert read_revision(edited.out)
