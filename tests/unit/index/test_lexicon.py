from __future__ import annotations

from itertools import accumulate, pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from index_builders import MadePart, make_chunk, make_part

from shared.domain.encoding import from_json, to_json
from shared.domain.index.blocks import decode_block, encode_block
from shared.domain.index.lexicon import (
    BLOCK_UNIT,
    LexiconBlock,
    LexiconPack,
    Partition,
    TermPostings,
    decode_pack,
    encode_pack,
    merge_chunks,
    patch_partition,
    place_blocks,
)
from shared.domain.index.postings import RANKED_ENTRIES, decode_postings, encode_postings, pack_entry

VOCABULARY = ["all", "ab", "abc", "b", "zebra", "é", "字"]
BIG_VOCABULARY = ["all", *(f"{letter}{number}" for letter in "abcdefghij" for number in range(220))]
STEP = 512


def merged(parts: dict[int, MadePart]) -> Partition:
    return merge_chunks([parts[base].pair for base in sorted(parts)])


def section_levels(postings: TermPostings) -> dict[int, int]:
    return {
        section: level
        for data in (postings.ranked, postings.rest)
        for level, ids in decode_postings(data)
        for section in ids
    }


@st.composite
def edits(draw: st.DrawFn) -> tuple[dict[int, MadePart], dict[int, MadePart]]:
    """A site's parts before and after parts were added, removed and changed."""
    before: dict[int, MadePart] = {}
    after: dict[int, MadePart] = {}
    for base in range(0, draw(st.integers(0, 6)) * STEP, STEP):
        sections = st.sampled_from([1, 3, 130, 300])
        fate = draw(st.sampled_from(["same", "added", "removed", "changed"]))
        if fate != "added":
            before[base] = make_part(base, draw(st.integers(0, 3)), sections=draw(sections), vocabulary=VOCABULARY)
        if fate == "same":
            after[base] = before[base]
        elif fate != "removed":
            after[base] = make_part(base, draw(st.integers(0, 3)), sections=draw(sections), vocabulary=VOCABULARY)
    return before, after


@given(edits())
@settings(deadline=None)
def test_patching_gives_what_merging_the_remaining_parts_gives(
    change: tuple[dict[int, MadePart], dict[int, MadePart]],
) -> None:
    before, after = change
    removed = [part.pair for base, part in before.items() if after.get(base) is not part]
    added = [part.pair for base, part in after.items() if before.get(base) is not part]
    patched = patch_partition(merged(before), removed, added)
    cold = merged(after)
    assert patched == cold
    assert list(patched.terms) == list(cold.terms)
    assert list(patched.words) == list(cold.words)
    assert encode_pack(patched) == encode_pack(cold)


@given(edits())
@settings(deadline=None, max_examples=30)
def test_patching_a_decoded_pack_gives_the_bytes_of_a_cold_merge(
    change: tuple[dict[int, MadePart], dict[int, MadePart]],
) -> None:
    before, after = change
    stored = decode_pack(encode_pack(merged(before)))
    patched = patch_partition(stored, [part.pair for part in before.values()], [part.pair for part in after.values()])
    assert encode_pack(patched) == encode_pack(merged(after))


def test_many_patches_one_after_another_stay_equal_to_a_cold_merge_of_many_shards() -> None:
    random = Random(20261122)
    parts = {
        base: make_part(base, base, sections=40, vocabulary=random.sample(BIG_VOCABULARY, 900))
        for base in range(0, 6 * STEP, STEP)
    }
    partition = merged(parts)
    assert len(encode_pack(partition).first_terms) > 3
    for seed in range(12):
        base = random.randrange(8) * STEP
        old = parts.pop(base, None)
        if old is None or random.random() < 0.7:
            parts[base] = make_part(base, seed, sections=40, vocabulary=random.sample(BIG_VOCABULARY, 900))
        stored = decode_pack(encode_pack(partition))
        partition = patch_partition(stored, [old.pair] if old else [], [parts[base].pair] if base in parts else [])
        assert encode_pack(partition) == encode_pack(merged(parts))


def test_taking_every_part_out_leaves_nothing() -> None:
    part = make_part(0, 1, sections=300, vocabulary=VOCABULARY)
    assert patch_partition(merge_chunks([part.pair]), [part.pair], []) == Partition({}, {})


def test_a_part_moves_to_another_base_without_a_trace() -> None:
    old = make_part(0, 1, sections=5, vocabulary=VOCABULARY)
    moved = (STEP, old.chunk)
    assert patch_partition(merge_chunks([old.pair]), [old.pair], [moved]) == merge_chunks([moved])


def test_merging_adds_bases_to_section_ids_and_counts_words_up() -> None:
    partition = merge_chunks(
        [(0, make_chunk({"a": {0: 3, 2: 15}}, {"a": 2})), (256, make_chunk({"a": {1: 3}, "b": {0: 1}}, {"a": 1}))]
    )
    assert {term: section_levels(postings) for term, postings in partition.terms.items()} == {
        "a": {2: 15, 0: 3, 257: 3},
        "b": {256: 1},
    }
    assert partition.words == {"a": 3}


def test_the_best_entries_of_a_list_are_ranked_and_the_others_are_its_rest() -> None:
    levels = {section: 1 + section % 15 for section in range(RANKED_ENTRIES + 50)}
    postings = merge_chunks([(0, make_chunk({"a": levels}))]).terms["a"]
    assert postings.frequency == RANKED_ENTRIES + 50
    ranked = [level for level, ids in decode_postings(postings.ranked) for _ in ids]
    rest = [level for level, ids in decode_postings(postings.rest) for _ in ids]
    assert (len(ranked), len(rest)) == (RANKED_ENTRIES, 50)
    assert min(ranked) >= max(rest)
    assert section_levels(postings) == levels


terms_of_lists = st.dictionaries(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6),
    st.integers(1, 700) | st.integers(RANKED_ENTRIES - 1, RANKED_ENTRIES + 50),
    max_size=40,
)


@given(terms_of_lists, st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.integers(1)))
@settings(deadline=None)
def test_a_pack_round_trips_with_the_rests_of_long_lists(frequencies: dict[str, int], words: dict[str, int]) -> None:
    terms = {term: list_of(frequencies[term]) for term in sorted(frequencies)}
    partition = Partition(terms, dict(sorted(words.items())))
    pack = encode_pack(partition)
    decoded = decode_pack(pack)
    assert decoded == partition
    assert list(decoded.terms) == list(partition.terms)


def list_of(count: int) -> TermPostings:
    entries = [pack_entry(15, section) for section in range(count)]
    return TermPostings(count, encode_postings(entries[:RANKED_ENTRIES]), encode_postings(entries[RANKED_ENTRIES:]))


def blocks_of(pack: LexiconPack) -> list[bytes]:
    return [pack.blocks[start:end] for start, end in pairwise(place_blocks(pack.sizes))]


def test_an_empty_partition_has_no_files() -> None:
    assert encode_pack(Partition({}, {})) == LexiconPack([], b"", [], [], [])
    assert decode_pack(LexiconPack([], b"", [], [], [])) == Partition({}, {})


def test_a_block_file_has_the_lexicon_blocks_and_then_the_rests_of_their_lists_in_order() -> None:
    terms = {f"t{number:03}": list_of(RANKED_ENTRIES + number) for number in range(8)}
    pack = encode_pack(Partition(terms, {"word": 1}))
    assert [from_json(file) for file in pack.files] == [{"words": ["word"], "counts": [1]}]
    lines = [from_json(decode_block(block).partition(b"\n")[0]) for block in blocks_of(pack)]
    assert [term for line in lines for term in line["terms"]] == list(terms)
    assert "rests" not in lines[0]
    places = [place for line in lines for place in line.get("rests", {}).values()]
    assert [offset for offset, _ in places] == [0, *accumulate(size for _, size in places)][:-1]
    assert sum(size for _, size in places) == len(pack.blocks) - BLOCK_UNIT * sum(pack.sizes)


def test_a_block_whose_columns_disagree_is_refused() -> None:
    line = {"terms": ["a"], "frequencies": [1], "sizes": [2]}
    good = to_json(line) + b"\n\x1f\x00"
    assert LexiconBlock(encode_block(good)).ranked(0) == b"\x1f\x00"
    for damaged in (good[:-1], to_json({**line, "terms": []}) + b"\n\x1f\x00"):
        with pytest.raises(ValueError, match="damaged"):
            LexiconBlock(encode_block(damaged))


def test_a_block_is_found_by_the_shortest_text_that_tells_it_from_the_one_before() -> None:
    terms = {f"{letter}{number:05}": list_of(1) for letter in "ab" for number in range(2_000)}
    pack = encode_pack(Partition(terms, {}))
    shards = [LexiconBlock(block).terms for block in blocks_of(pack)]
    for (before, shard), first in zip(pairwise(shards), pack.first_terms[1:], strict=True):
        assert before[-1] < first <= shard[0]
        assert not before[-1] < first[:-1] or not first[:-1]
    assert "b" in pack.first_terms or "b00000" in {term for shard in shards for term in shard[1:]}


def test_a_new_term_changes_few_blocks_and_shards() -> None:
    random = Random(1)
    terms = {f"{random.randrange(16**6):06x}": list_of(random.randint(1, 60)) for _ in range(6000)}
    words = dict.fromkeys(sorted(terms), 1)
    before = encode_pack(Partition(dict(sorted(terms.items())), words))
    assert len(before.first_terms) > 20
    changed = []
    for number in range(30):
        term = f"{number * 560_000:06x}+"
        after = encode_pack(Partition(dict(sorted({**terms, term: list_of(1)}.items())), words))
        changed.append(len({*after.files, *blocks_of(after)} - {*before.files, *blocks_of(before)}))
    assert sorted(changed)[len(changed) // 2] <= 2
    assert max(changed) <= 8


def test_blocks_and_shards_keep_within_their_sizes() -> None:
    random = Random(2)
    terms = {f"{random.randrange(16**6):06x}": list_of(random.randint(1, 256)) for _ in range(2000)}
    pack = encode_pack(Partition(dict(sorted(terms.items())), dict.fromkeys(sorted(terms), 1)))
    assert all(len(decode_block(block)) < 6_000 for block in blocks_of(pack))
    assert all(len(file) < 11_000 for file in pack.files)


def test_a_very_long_list_has_a_block_of_its_own() -> None:
    long = encode_postings([pack_entry(15, 200 * number) for number in range(RANKED_ENTRIES)])
    terms = {"a": list_of(1), "b": TermPostings(RANKED_ENTRIES, long, b""), "c": list_of(1)}
    blocks = blocks_of(encode_pack(Partition(terms, {})))
    assert [LexiconBlock(block).terms for block in blocks] == [["a"], ["b"], ["c"]]


def test_blocks_are_cut_where_little_tells_one_from_the_next() -> None:
    terms = {f"{letter}{number:04}": list_of(1) for letter in "abcdefgh" for number in range(150)}
    assert encode_pack(Partition(terms, {})).first_terms == ["a0000", "b", "c", "d", "e", "f", "g"]
