from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from shared.adapters.local.folder_store import FolderStore
from shared.domain.encoding import from_json
from shared.domain.index.blocks import encode_block
from shared.domain.revision import Pointer, block_file, manifest_name, pointer_name
from shared.errors import InputError
from shared.usecases.collect_garbage import collect_garbage, referenced_packs
from shared.usecases.publish_revision import roll_back
from tests.builds.site_builder import Site, make_config, page, read_revision, write_pages

if TYPE_CHECKING:
    from pathlib import Path


def pointer_of(site: Site) -> Pointer:
    return Pointer.from_bytes((site.out / pointer_name("site")).read_bytes())


def publish_many(site: Site, count: int) -> list[str]:
    """Build so many revisions; their names, oldest first."""
    revisions = []
    for number in range(count):
        site.write("guide/changing.md", page(f"version {number}"))
        revisions.append(site.build().revision)
    return revisions


def collect(site: Site) -> int:
    return asyncio.run(collect_garbage(FolderStore(site.out)))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(tmp_path / "site", make_config("static", build={"keep_revisions": 3}))
    write_pages(made, 30)
    return made


def files_of(site: Site) -> set[str]:
    return {file.relative_to(site.out).as_posix() for file in site.out.rglob("*") if file.is_file()}


def test_the_history_lists_the_revisions_before_newest_first_and_no_more_than_are_kept(site: Site) -> None:
    revisions = publish_many(site, 5)
    pointer = pointer_of(site)
    assert (pointer.revision, pointer.history) == (revisions[4], (revisions[3], revisions[2]))


def test_every_kept_revision_stays_whole_and_the_rest_is_removed(site: Site) -> None:
    revisions = publish_many(site, 5)
    kept = {name: read_revision(site.out, name) for name in revisions[2:]}
    assert collect(site) > 0
    for name, files in kept.items():
        assert read_revision(site.out, name) == files
    assert files_of(site) == {pointer_name("site")}.union(*kept.values())
    site.verify()
    assert collect(site) == 0


def test_a_build_after_collecting_equals_a_cold_one(site: Site, tmp_path: Path) -> None:
    publish_many(site, 5)
    collect(site)
    site.write("guide/changing.md", page("version 0"))
    site.build()
    cold = Site(tmp_path / "cold", site.config)
    write_pages(cold, 30)
    cold.write("guide/changing.md", page("version 0"))
    cold.build()
    assert site.read() == cold.read()


def test_objects_of_an_interrupted_build_are_garbage(site: Site) -> None:
    publish_many(site, 1)
    before = files_of(site)
    (site.out / "objects" / "ab").mkdir(parents=True, exist_ok=True)
    (site.out / "objects/ab/abcdabcdabcdabcd-0.json").write_bytes(b"{}")
    (site.out / "site/revisions/0123456789abcdef").mkdir()
    (site.out / "site/revisions/0123456789abcdef/posts.json").write_bytes(b"[]")
    assert collect(site) == 2
    assert files_of(site) == before


def test_files_that_no_build_made_are_left_alone(site: Site) -> None:
    publish_many(site, 2)
    for name in ("index.html", "objects/readme.txt", "site/notes.md", "assets/app.js"):
        (site.out / name).parent.mkdir(parents=True, exist_ok=True)
        (site.out / name).write_bytes(b"mine")
    collect(site)
    assert files_of(site) >= {"index.html", "objects/readme.txt", "site/notes.md", "assets/app.js"}


def test_nothing_is_removed_when_a_kept_manifest_cannot_be_read(site: Site) -> None:
    revisions = publish_many(site, 5)
    (site.out / manifest_name("site", revisions[3])).unlink()
    before = files_of(site)
    with pytest.raises(InputError, match="is missing"):
        collect(site)
    assert files_of(site) == before


@pytest.mark.parametrize("kind", ["documents", "vectors"])
@pytest.mark.parametrize("data", [b"", b"{}\n", b"cut off"], ids=["empty", "of another form", "cut off"])
def test_nothing_is_removed_when_a_directory_of_a_kept_revision_cannot_be_read(
    site: Site, kind: str, data: bytes
) -> None:
    first, *_ = publish_many(site, 2)
    manifest = from_json((site.out / manifest_name("site", first)).read_bytes())
    (site.out / block_file(manifest[kind]["pack"])).write_bytes(encode_block(data))
    files = files_of(site)
    with pytest.raises(InputError, match="inkdex verify") as caught:
        collect(site)
    assert caught.value.code == "damaged-object"
    assert files_of(site) == files


def test_nothing_is_removed_when_the_pointer_is_damaged(site: Site) -> None:
    publish_many(site, 2)
    (site.out / pointer_name("site")).write_bytes(b"{")
    before = files_of(site)
    with pytest.raises(InputError):
        collect(site)
    assert files_of(site) == before


def test_sites_in_one_store_keep_what_they_share(tmp_path: Path) -> None:
    one = Site(tmp_path / "one")
    write_pages(one, 20)
    one.build()
    kept = one.read()
    other = Site(tmp_path / "one", make_config(site={"name": "other"}))
    revision = other.build().revision
    packs = asyncio.run(referenced_packs("other", revision, FolderStore(one.out)))
    shared = [name for name in kept if name.startswith("objects/") and name.split("/")[2][:16] in packs]
    assert shared
    (one.out / pointer_name("other")).unlink()
    assert collect(one) > 0
    assert one.read() == kept


def test_rolling_back_shows_the_old_revision_and_keeps_the_newer_one(site: Site) -> None:
    first, second, third = publish_many(site, 3)
    files = {name: read_revision(site.out, name) for name in (first, second, third)}
    assert asyncio.run(roll_back("site", first, FolderStore(site.out)))
    assert (pointer_of(site).revision, pointer_of(site).history) == (first, (third, second))
    assert site.read() == files[first]
    collect(site)
    assert {name: read_revision(site.out, name) for name in files} == files
    site.verify()


def test_rolling_back_and_forth_ends_where_it_began(site: Site) -> None:
    site.commit = "c0ffee"
    publish_many(site, 3)
    assert pointer_of(site).published_at == "2026-11-22T00:00:00Z"
    store = FolderStore(site.out)
    before = pointer_of(site)
    assert asyncio.run(roll_back("site", before.history[0], store))
    assert asyncio.run(roll_back("site", before.revision, store))
    assert pointer_of(site) == before


def test_rolling_back_to_the_published_revision_changes_nothing(site: Site) -> None:
    (revision,) = publish_many(site, 1)
    assert not asyncio.run(roll_back("site", revision, FolderStore(site.out)))


def test_rolling_back_to_a_revision_that_is_gone_says_so_and_changes_nothing(site: Site) -> None:
    revisions = publish_many(site, 5)
    collect(site)
    before = pointer_of(site)
    with pytest.raises(InputError, match=revisions[0]):
        asyncio.run(roll_back("site", revisions[0], FolderStore(site.out)))
    assert pointer_of(site) == before


def test_a_build_after_rolling_back_publishes_the_newest_sources_again(site: Site) -> None:
    first, second = publish_many(site, 2)
    asyncio.run(roll_back("site", first, FolderStore(site.out)))
    result = site.build()
    assert (result.revision, result.changed) == (second, True)
    assert pointer_of(site).history == (first,)
    assert set(result.steps_run.values()) == {0}


def test_one_kept_revision_leaves_no_history(tmp_path: Path) -> None:
    site = Site(tmp_path / "site", make_config(build={"keep_revisions": 1}))
    write_pages(site, 5)
    publish_many(site, 2)
    assert pointer_of(site).history == ()
    collect(site)
    assert files_of(site) == {pointer_name("site"), *site.read()}


def test_a_damaged_pointer_is_replaced_by_the_next_build(site: Site) -> None:
    (revision,) = publish_many(site, 1)
    (site.out / pointer_name("site")).write_bytes(b'{"format":1')
    assert site.build().changed
    assert pointer_of(site).revision == revision
    site.read()


def test_files_of_others_in_the_folder_are_left_alone(site: Site) -> None:
    publish_many(site, 2)
    own = [
        "index.html",
        "objects/ab/photo.jpg",
        "objects/ab/readme.json",
        "blog/revisions/2026/notes.md",
        "site/revisions/notes.txt",
    ]
    for name in own:
        (site.out / name).parent.mkdir(parents=True, exist_ok=True)
        (site.out / name).write_text("mine")
    collect(site)
    assert all((site.out / name).read_text() == "mine" for name in own)


def test_steps_of_old_builds_go_even_if_the_last_builds_ran_none_themselves(tmp_path: Path) -> None:
    """As in a Worker, where rounds of planning find everything done by others."""

    class Unpublished(FolderStore):
        async def swap(self, key: str, data: bytes, expected: bytes | None) -> bool:
            raise OSError(key, data, expected)

    plain, resumed = Site(tmp_path / "plain"), Site(tmp_path / "resumed")
    for number in range(6):
        for site in (plain, resumed):
            site.write("changing.md", page(f"version {number}"))
        plain.build()
        with pytest.raises(OSError, match="current"):
            resumed.build(artifacts=Unpublished(resumed.out))
        assert sum(resumed.build().steps_run.values()) == 0
    kept = [{file.name for file in (site.cache / "steps").rglob("*")} for site in (plain, resumed)]
    assert kept[1] <= kept[0], "what only joins a file that is there already was not needed again"
