from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.builds.site_builder import AS_OF, Site, make_config, page, write_pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from shared.usecases.build_site import BuildResult

PAGES = 90


@pytest.fixture(params=["none", "static"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A site of 90 pages, built once for each kind of embedder; every test works on a copy."""
    made: dict[str, Path] = {}

    def make(kind: str) -> Path:
        if kind not in made:
            site = Site(tmp_path_factory.mktemp(kind) / "site", make_config(kind))
            write_pages(site, PAGES)
            site.build()
            made[kind] = site.root
        return made[kind]

    return make


@pytest.fixture
def site(tmp_path: Path, built: Callable[[str], Path], kind: str) -> Site:
    shutil.copytree(built(kind), tmp_path / "site")
    return Site(tmp_path / "site", make_config(kind))


def assert_equals_cold(site: Site) -> None:
    """What was built step by step is what a build from nothing makes of the same sources."""
    cold = replace(site, root=site.root.parent / "cold")
    shutil.copytree(site.folder, cold.folder, dirs_exist_ok=True)
    cold.build()
    warm_files, cold_files = site.read(), cold.read()
    assert sorted(warm_files) == sorted(cold_files)
    for name, data in cold_files.items():
        assert warm_files[name] == data, f"{name} differs from a cold build"
    shutil.rmtree(cold.root)


def pages_of(site: Site) -> list[str]:
    return sorted(file.relative_to(site.folder).as_posix() for file in site.folder.rglob("*.md"))


def edit(site: Site, path: str, *, old: str = "\n\n## ", new: str = "\n\nFreshly added zebra prose.\n\n## ") -> None:
    text = (site.folder / path).read_text()
    assert old in text
    site.write(path, text.replace(old, new, 1))


def only_touched(result: BuildResult, parts: int = 1) -> None:
    for stage in {"parse", "embed"} & set(result.steps_run):
        assert result.steps_run[stage] <= parts, stage
        assert result.steps_reused[stage] >= 2, stage


def test_the_site_of_these_tests_has_several_parts(site: Site) -> None:
    assert site.build().steps_reused["parse"] >= 3


def test_a_rebuild_without_changes_runs_no_step(site: Site) -> None:
    before = site.read()
    result = site.build()
    assert not result.changed
    assert set(result.steps_run.values()) == {0}
    assert site.read() == before


def test_an_edit_runs_one_part_and_equals_a_cold_build(site: Site) -> None:
    edit(site, pages_of(site)[20])
    result = site.build()
    assert result.changed
    only_touched(result)
    assert result.steps_run["parse"] == 1
    assert_equals_cold(site)


def test_an_edit_and_its_undoing_give_the_first_revision_again(site: Site) -> None:
    path = pages_of(site)[20]
    first, text = site.read(), (site.folder / path).read_text()
    edit(site, path)
    site.build()
    site.write(path, text)
    result = site.build()
    assert set(result.steps_run.values()) == {0}
    assert site.read() == first


def test_an_added_page_equals_a_cold_build(site: Site) -> None:
    site.write("guide/page-new.md", page("new"))
    only_touched(site.build(), parts=3)
    assert_equals_cold(site)


def test_a_page_that_comes_first_equals_a_cold_build(site: Site) -> None:
    site.write("aaa.md", page("new", words=2000))
    only_touched(site.build(), parts=2)
    assert_equals_cold(site)


def test_a_part_that_outgrows_its_section_ids_equals_a_cold_build(site: Site) -> None:
    headings = "".join(f"\n\n## Heading {number}\n\nText of number {number}.\n\n" for number in range(300))
    edit(site, pages_of(site)[5], new=f"{headings}\n\n## ")
    result = site.build()
    assert result.steps_run["parse"] == 1
    assert_equals_cold(site)


def test_a_renamed_page_equals_a_cold_build(site: Site) -> None:
    site.rename(pages_of(site)[10], "blog/renamed.md")
    only_touched(site.build(), parts=4)
    assert_equals_cold(site)


def test_a_page_moved_to_another_folder_equals_a_cold_build(site: Site) -> None:
    path = next(path for path in pages_of(site) if path.startswith("blog/"))
    site.rename(path, f"zoo/deep/{path}")
    only_touched(site.build(), parts=4)
    assert_equals_cold(site)


def test_a_deleted_page_equals_a_cold_build(site: Site) -> None:
    site.remove(pages_of(site)[33])
    only_touched(site.build(), parts=3)
    assert_equals_cold(site)


def test_a_deleted_folder_equals_a_cold_build(site: Site) -> None:
    shutil.rmtree(site.folder / "howto")
    result = site.build()
    assert result.manifest["counts"]["documents"] < PAGES - 10
    assert_equals_cold(site)


def test_an_edit_of_front_matter_alone_equals_a_cold_build(site: Site) -> None:
    path = pages_of(site)[40]
    edit(site, path, old="tags: [", new="weight: 3\nauthors: [Ada]\ndescription: About zebras\ntags: [striped, ")
    result = site.build()
    assert result.steps_run["parse"] == 1
    assert_equals_cold(site)


def test_an_edit_that_shows_only_in_the_database_makes_a_new_revision(site: Site) -> None:
    edit(site, pages_of(site)[40], old="tags: [", new="weight: 3\ntags: [")
    result = site.build()
    assert result.changed
    assert result.steps_run["index"] == 0
    assert_equals_cold(site)


def test_a_page_appears_when_its_date_has_passed(site: Site) -> None:
    site.write("guide/later.md", page("later", date="2027-01-05"))
    site.write("guide/never.md", page("never", date="2030-01-05"))
    site.write("guide/expired.md", page("expired", layout="post", expires="2027-01-06"))
    hidden = site.build()
    assert sorted(hidden.report["skipped"]["future"]) == ["guide/later.md", "guide/never.md"]
    site.as_of = AS_OF + timedelta(days=10)
    assert not site.build().changed
    site.as_of = AS_OF + timedelta(days=44)
    shown = site.build()
    assert shown.changed
    assert shown.report["skipped"] == {"future": ["guide/never.md"]}
    assert shown.manifest["counts"]["documents"] == hidden.manifest["counts"]["documents"] + 1
    only_touched(shown, parts=2)
    assert_equals_cold(site)
    site.as_of = AS_OF + timedelta(days=60)
    assert site.build().report["skipped"] == {"expired": ["guide/expired.md"], "future": ["guide/never.md"]}
    assert_equals_cold(site)
    site.as_of = AS_OF
    back = site.build()
    assert back.revision == hidden.revision
    assert set(back.steps_run.values()) == {0}
    assert_equals_cold(site)


@pytest.mark.parametrize(
    "victims",
    ["objects", "site", "objects/*/*-0.json", "objects/*/*-1.json", "site/revisions/*/search.db"],
)
def test_deleted_artifacts_are_made_again(site: Site, victims: str) -> None:
    before = site.read()
    for victim in sorted(site.out.glob(victims)):
        shutil.rmtree(victim) if victim.is_dir() else victim.unlink()
    assert not site.build().changed or victims == "site"
    assert site.read() == before


def test_any_single_deleted_object_is_made_again(site: Site) -> None:
    before = site.read()
    for name in before:
        (site.out / name).unlink()
        site.build()
        assert site.read() == before, name


def test_a_deleted_cache_changes_nothing(site: Site) -> None:
    before = site.read()
    shutil.rmtree(site.cache)
    assert not site.build().changed
    assert site.read() == before


def test_other_settings_equal_a_cold_build_with_them(site: Site, kind: str) -> None:
    site.config = make_config(kind, ranking={"k1": 0.9, "weights": {"body": 0.5}}, site={"title": "Other"})
    site.build()
    assert_equals_cold(site)


def test_words_only_after_vectors_equals_a_cold_build(site: Site, kind: str) -> None:
    site.config = make_config("none" if kind == "static" else "static")
    result = site.build()
    assert "parse" in result.steps_run
    assert result.steps_run["parse"] == 0
    assert_equals_cold(site)


def _edit_at_random(site: Site, random: Random) -> None:
    paths = pages_of(site)
    path = random.choice(paths)
    kind = random.randrange(8)
    if kind == 0:
        site.write(f"{random.choice(['guide', 'new', 'blog/x'])}/n{random.randrange(10**6)}.md", page(random.random()))
    elif kind == 1 and len(paths) > 10:
        site.remove(path)
    elif kind == 2:
        site.rename(path, f"{random.choice(['guide', 'blog', 'zoo'])}/r{random.randrange(10**6)}.md")
    elif kind == 3:
        site.write(path, page(random.random(), date=f"2026-{random.randint(10, 12)}-2{random.randrange(10)}"))
    elif kind == 4:
        site.write(path, page(random.random(), draft="true"))
    elif kind == 5:
        site.write(path, (site.folder / path).read_text() + f"\n\n## More\n\nA zebra {random.randrange(50)} more.\n")
    elif kind == 6:
        site.write(path, b"\xff\xfe broken \x00 page")
    else:
        site.as_of += timedelta(days=random.choice([-3, 4]))


@pytest.mark.parametrize("seed", range(3))
def test_random_edits_one_after_another_always_equal_a_cold_build(tmp_path: Path, kind: str, seed: int) -> None:
    random = Random(f"{kind} {seed}")
    site = Site(tmp_path / "site", make_config(kind))
    write_pages(site, 45, words=30)
    site.build()
    for _ in range(10):
        for _ in range(random.randint(1, 3)):
            _edit_at_random(site, random)
        site.build()
        assert_equals_cold(site)
