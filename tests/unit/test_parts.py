from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.index.directory import assign_bases
from shared.domain.models import SourceFile
from shared.domain.parts import MAX_PART_BYTES, MAX_PART_FILES, group_files, group_parts

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


counts = st.lists(st.integers(0, 3_000), min_size=1, max_size=60)


@given(counts, st.sampled_from([0, 128, 384, 1536, 3072]))
def test_groups_hold_every_part_once_and_few_sections(sections: list[int], dimensions: int) -> None:
    parts = [(base, count * 500) for base, count in zip(assign_bases(sections), sections, strict=True)]
    groups = group_parts(parts, dimensions)
    assert [number for group in groups for number in group] == list(range(len(parts)))
    for group in groups:
        whole = sum(sections[number] for number in group[:-1])
        assert whole * (1_000 + 4 * dimensions) <= 3_000_000


@given(counts, st.data())
def test_a_part_that_grows_within_its_ids_moves_no_group(sections: list[int], data: st.DataObject) -> None:
    bases = assign_bases(sections)
    changed = data.draw(st.integers(0, len(sections) - 1))
    before = [(base, 300_000) for base in bases]
    after = [(base, 300_000 + 1_000 * (number == changed)) for number, base in enumerate(bases)]
    assert group_parts(before, 384) == group_parts(after, 384)


def test_long_sections_end_a_group_early() -> None:
    assert group_parts([(0, 2_500_000), (256, 1_000_000), (512, 1_500_000), (768, 1_000_000)], 0) == [[0], [1, 2], [3]]
