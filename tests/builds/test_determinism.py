from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from shared.domain.encoding import from_json
from shared.domain.revision import manifest_name
from tests.builds.build_process import start_build
from tests.builds.site_builder import Site, make_config, page, write_pages

_PAGES = 100


def tree(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


@pytest.mark.parametrize("kind", ["none", "static"])
def test_equal_sources_give_equal_bytes_in_another_folder_by_other_processes(tmp_path: Path, kind: str) -> None:
    one = Site(tmp_path / "one", make_config(kind))
    two = Site(tmp_path / "other" / "and longer" / "two", make_config(kind))
    for site in (one, two):
        write_pages(site, _PAGES)
    one.build()
    build = start_build(two, jobs=2)
    assert build.communicate()[0] == "begins\ndone\n"
    assert tree(one.out) == tree(two.out)
    assert len(tree(one.out)) > 15
    one.verify()


def test_bytes_do_not_depend_on_the_order_of_files_on_disk_nor_on_their_times(tmp_path: Path) -> None:
    sites = [Site(tmp_path / name) for name in ("one", "two")]
    for site, step in zip(sites, (1, -1), strict=True):
        for number in range(60)[::step]:
            site.write(f"folder-{number % 7}/page-{number}.md", page(number))
            os.utime(site.folder / f"folder-{number % 7}/page-{number}.md", (number, number * step + 10**6))
        site.build()
    assert tree(sites[0].out) == tree(sites[1].out)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_bytes_do_not_depend_on_the_seed_of_hashes(tmp_path: Path, seed: str) -> None:
    site = Site(tmp_path / "site", make_config("static"))
    write_pages(site, 30)
    site.build()
    again = Site(tmp_path / "again", site.config)
    write_pages(again, 30)
    subprocess.run(
        [sys.executable, "-m", "tests.builds.build_process", str(again.root), "static", "1"],
        env={**os.environ, "PYTHONHASHSEED": seed},
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
    )
    assert tree(site.out) == tree(again.out)


def test_a_large_vocabulary_is_cut_into_several_partitions(tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    for number in range(140):
        words = " ".join(f"{chr(97 + (number + n) % 26)}w{(number * 131 + n * 7) % 9973}" for n in range(1000))
        site.write(f"page-{number:02}.md", f"# Page {number}\n\n{words}\n")
    result = site.build()
    assert result.manifest["counts"]["postings"] > 120_000
    assert result.steps_run["index"] == 2
    assert len(result.manifest["lexicon"]) == 2
    site.verify()
    site.write("page-07.md", "# Page 7\n\nJust a zebra.\n")
    again = site.build()
    assert again.steps_run["parse"] == 1
    cold = Site(tmp_path / "cold")
    for file in site.folder.iterdir():
        cold.write(file.name, file.read_bytes())
    cold.build()
    assert site.read() == cold.read()


def test_nothing_of_the_machine_is_in_the_artifacts(tmp_path: Path) -> None:
    site = Site(tmp_path / "unmistakable-folder")
    write_pages(site, 20)
    result = site.build()
    assert from_json((site.out / manifest_name("site", result.revision)).read_bytes()) == result.manifest
    for name, data in tree(site.out).items():
        assert b"unmistakable-folder" not in data, name
