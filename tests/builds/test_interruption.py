from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from random import Random
from typing import TYPE_CHECKING

import pytest

from shared.domain.revision import Pointer, pointer_name
from tests.builds.build_process import start_build
from tests.builds.site_builder import Site, make_config, page, read_revision, write_pages

if TYPE_CHECKING:
    from pathlib import Path

_PAGES = 200
_KILLS = 20


def wait_until_it_begins(build: subprocess.Popen[str]) -> None:
    assert build.stdout is not None
    assert build.stdout.readline() == "begins\n"


def kill_group(build: subprocess.Popen[str]) -> None:
    os.killpg(build.pid, signal.SIGKILL)
    build.wait()
    assert build.stdout is not None
    build.stdout.close()


def edit_pages(site: Site) -> None:
    for path in sorted(site.folder.rglob("*.md"))[::9]:
        path.write_text(page(path.name, words=200))


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Site, dict[str, bytes], float]:
    """A site built once and edited since; the same one never built; its files when built undisturbed, and the time."""
    root = tmp_path_factory.mktemp("sites")
    published = Site(root / "published", make_config("static"))
    write_pages(published, _PAGES, words=100)
    published.build()
    edit_pages(published)
    fresh = Site(root / "fresh", published.config)
    shutil.copytree(published.folder, fresh.folder, dirs_exist_ok=True)
    undisturbed = Site(root / "undisturbed", published.config)
    shutil.copytree(fresh.folder, undisturbed.folder, dirs_exist_ok=True)
    build = start_build(undisturbed)
    wait_until_it_begins(build)
    start = time.perf_counter()
    assert build.communicate()[0] == "done\n"
    return published, fresh, undisturbed.read(), time.perf_counter() - start


@pytest.mark.parametrize("number", range(_KILLS))
def test_a_killed_build_leaves_a_whole_revision_and_the_next_one_finishes(
    tmp_path: Path, sites: tuple[Site, Site, dict[str, bytes], float], number: int
) -> None:
    published, fresh, expected, duration_s = sites
    original = published if number % 2 else fresh
    shutil.copytree(original.root, tmp_path / "site")
    site = Site(tmp_path / "site", original.config)
    build = start_build(site)
    wait_until_it_begins(build)
    # Spread over the whole run and a little beyond: the last moments are when files become a revision.
    time.sleep(duration_s * 1.1 * (number + Random(number).random()) / _KILLS)
    kill_group(build)

    if (site.out / pointer_name("site")).exists():
        read_revision(site.out)
        if number % 5 == 1:
            site.verify()
    else:
        assert original is fresh
    site.build()
    assert site.read() == expected


def test_no_worker_outlives_a_killed_build(tmp_path: Path, sites: tuple[Site, Site, dict[str, bytes], float]) -> None:
    _, fresh, _, duration_s = sites
    shutil.copytree(fresh.root, tmp_path / "site")
    build = start_build(Site(tmp_path / "site", fresh.config))
    wait_until_it_begins(build)
    time.sleep(duration_s / 2)
    build.kill()
    build.wait()
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline and _group_lives(build.pid):
        time.sleep(0.1)
    assert not _group_lives(build.pid)
    assert build.stdout is not None
    build.stdout.close()


def _group_lives(group: int) -> bool:
    listed = subprocess.run(["ps", "-A", "-o", "pgid=,stat="], capture_output=True, text=True, check=True).stdout
    return any(pgid == str(group) and not state.startswith("Z") for pgid, state in map(str.split, listed.splitlines()))


def test_temporary_files_of_a_killed_build_do_not_become_artifacts(tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    write_pages(site, 20)
    site.build()
    pointer = Pointer.from_bytes((site.out / pointer_name("site")).read_bytes())
    left = site.out / "objects" / "ab" / "abababababababab-0.json.tmp-1-1"
    left.parent.mkdir(parents=True, exist_ok=True)
    left.write_bytes(b"half")
    assert not site.build().changed
    assert Pointer.from_bytes((site.out / pointer_name("site")).read_bytes()) == pointer
    site.read()
