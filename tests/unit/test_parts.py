from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.models import SourceFile
from shared.domain.parts import MAX_PART_BYTES, MAX_PART_FILES, group_files

paths = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
files = st.builds(
    SourceFile, paths, st.just("id"), st.one_of(st.integers(0, 5_000), st.integers(0, 3 * MAX_PART_BYTES))
)
folders = st.lists(files, max_size=150, unique_by=lambda file: file.path)


def folder(count: int, seed: int = 0) -> list[SourceFile]:
    random = Random(seed)
    return [SourceFile(f"docs/{random.randrange(16**8):08x}.md", "id", 3_000) for _ in range(count)]


@given(folders)
def test_parts_hold_every_file_once_in_path_order(found: list[SourceFile]) -> None:
    together = [file for part in group_files(found) for file in part]
    assert together == sorted(found, key=lambda file: file.path)


@given(folders, st.randoms(use_true_random=False))
def test_parts_do_not_depend_on_the_order_of_listing(found: list[SourceFile], random: Random) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    assert group_files(shuffled) == group_files(found)


@given(folders)
def test_parts_keep_within_their_limits(found: list[SourceFile]) -> None:
    for part in group_files(found):
        assert 1 <= len(part) <= MAX_PART_FILES
        assert len(part) == 1 or sum(file.size_bytes for file in part) <= MAX_PART_BYTES


@given(folders, st.data())
def test_an_edit_that_keeps_the_size_changes_one_part(found: list[SourceFile], data: st.DataObject) -> None:
    if not found:
        return
    edited = data.draw(st.sampled_from(found))
    after = [SourceFile(file.path, "new", file.size_bytes) if file is edited else file for file in found]
    assert len(set(group_files(after)) - set(group_files(found))) == 1


def test_a_file_that_comes_or_goes_changes_few_parts() -> None:
    found = folder(3_000)
    before = set(group_files(found))
    changed = []
    for seed in range(200):
        added = [*found, SourceFile(f"docs/{Random(seed).randrange(16**8):08x}+.md", "id", 3_000)]
        removed = found[:seed] + found[seed + 1 :]
        changed += [len(set(group_files(added)) - before), len(set(group_files(removed)) - before)]
    changed.sort()
    assert changed[len(changed) // 2] == 1
    assert changed[-1] <= 12
    assert sum(changed) / len(changed) < 2


def test_parts_are_a_few_dozen_files_each() -> None:
    sizes = [len(part) for part in group_files(folder(3_000))]
    assert 18 < sum(sizes) / len(sizes) < 36


def test_no_files_give_no_parts() -> None:
    assert group_files([]) == []
