from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.vectors.arithmetic import Vectors
from shared.domain.vectors.codes import encode_two_bits, score_two_bits, whole_numbers
from shared.domain.vectors.runs import find_runs, is_run, query_runs, split_run, variants_of
from shared.domain.vectors.word_table import (
    BLOCKS_PER_PACK,
    WORD_UNIT,
    block_of,
    decode_words,
    encode_words,
    find_code,
    pack_count,
    query_from_words,
)

DIMENSIONS = 8


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("re-Index it", [" re", "-", "Index", " it"]),
        ("  two\n\twords ", [" two", " words"]),
        ("(C++) v3.11?", [" (", "C", "++)", " v", "3", ".", "1", "1", "?"]),
        ("don't", [" don", "'", "t"]),
        ("日本語の naïve", [" 日本語の", " naïve"]),
        ("snake_case std::vector", [" snake", "_", "case", " std", "::", "vector"]),
        ("x" * 33 + " y", [" y"]),
        ("?! \U0001f642", [" ?!", " \U0001f642"]),
        ("-" * 33 + "x", ["x"]),
    ],
)
def test_runs_are_rows_of_letters_single_digits_and_rows_of_other_signs(text: str, runs: list[str]) -> None:
    assert list(find_runs(text)) == runs


def test_a_run_alone_is_known_as_one() -> None:
    assert is_run("Index")
    assert is_run("7")
    assert is_run("();")
    assert not any(map(is_run, ["", "two words", "12", "a-b", "x" * 33, "\r"]))


def test_a_query_of_many_words_is_read_to_its_64th_different_one() -> None:
    words = [chr(ord("a") + n % 26) + chr(ord("a") + n // 26) for n in range(100)]
    text = " ".join(word for word in words for _ in range(2))
    assert query_runs(text) == [" " + word for word in words[:64] for _ in range(2)]


def test_what_stands_for_a_run_is_tried_from_the_nearest_on() -> None:
    assert variants_of(" iNDEX") == [" iNDEX", "iNDEX", " index", "index", " Index", "Index"]
    assert variants_of("index")[:2] == ["index", " index"]


@given(st.text(max_size=40))
def test_all_spellings_of_a_run_are_in_one_block(text: str) -> None:
    for run in find_runs(text):
        assert {block_of(form, 4) for form in variants_of(run)[:4]} == {block_of(run, 4)}


def test_other_runs_are_joined_of_their_tokens_lowest_rank_first() -> None:
    ranks = {
        token: rank for rank, token in enumerate([" ", *"abcing", "in", "ing", " c", "ab", " ca", "bc", " cab", "()"])
    }
    assert split_run(" cabing", ranks) == [" cab", "ing"]
    assert split_run(" Cab", ranks) == [" ", "C", "ab"]
    assert split_run("();", ranks) == ["()", ";"]
    assert split_run("abc", ranks) == ["ab", "c"]
    assert split_run(" zq", ranks) == [" ", "z", "q"]
    assert split_run(" naïve", ranks) == split_run("7", ranks) == []


def make_table(runs: list[str]) -> tuple[Vectors, dict[tuple[int, int], bytes], int]:
    random = Random(3)
    vectors = Vectors.from_rows([[random.gauss(0, 5) for _ in range(DIMENSIONS)] for _ in runs], DIMENSIONS)
    packs = pack_count(len(runs))
    blocks = {}
    for pack in range(packs):
        chosen = [place for place, run in enumerate(runs) if block_of(run, packs)[0] == pack]
        data, sizes = encode_words([runs[place] for place in chosen], vectors.take(chosen), packs)
        assert len(sizes) == BLOCKS_PER_PACK
        assert len(data) == sum(sizes) * WORD_UNIT
        start = 0
        for number, size in enumerate(sizes):
            blocks[pack, number] = data[start : start + size * WORD_UNIT]
            start += size * WORD_UNIT
    return vectors, blocks, packs


def test_every_run_of_a_table_is_found_again() -> None:
    letters = "abcdefghijklmnopqrstuvwxyzäöü"
    runs = [f" word{first}{second}" for first in letters for second in letters]
    runs = sorted({*runs, *(run + "x" for run in runs), "word"})
    vectors, blocks, packs = make_table(runs)
    assert packs == 4
    for run, row in zip(runs, vectors, strict=True):
        code = find_code(run, decode_words(blocks[block_of(run, packs)], DIMENSIONS))
        assert code is not None
        found = query_from_words([code], DIMENSIONS)
        assert max(map(abs, found)) == 127
        cosine = sum(a * b for a, b in zip(found, row, strict=True))
        lengths = (sum(a * a for a in found) * sum(b * b for b in row)) ** 0.5
        assert cosine / lengths > 0.999


def test_other_spellings_stand_in_and_unknown_words_have_nothing() -> None:
    _, blocks, packs = make_table([" Index", " MyThing", " other"])
    things = decode_words(blocks[block_of("mything", packs)], DIMENSIONS)
    assert find_code(" mything", things) == find_code(" MyThing", things) is not None
    block = decode_words(blocks[block_of("INDEX", packs)], DIMENSIONS)
    assert find_code("index", block) == find_code(" Index", block) is not None
    assert find_code(" indices", block) is None
    assert query_from_words([], DIMENSIONS) == [0] * DIMENSIONS


@pytest.mark.parametrize("change", [lambda data: data[:-1], lambda data: data[:-9] + b"\xff" + data[-8:]])
def test_a_damaged_block_is_noticed(change: object) -> None:
    assert callable(change)
    _, blocks, _ = make_table([" Index"])
    (data,) = (data for data in blocks.values() if data)
    with pytest.raises(ValueError, match="damaged"):
        decode_words(change(data), DIMENSIONS)


@given(st.lists(st.integers(-127, 127), min_size=5, max_size=5))
def test_two_bits_keep_a_direction(row: list[int]) -> None:
    code = encode_two_bits(bytes(value & 255 for value in row), 5)
    norm = sum(value * value for value in row) ** 0.5
    (score,) = score_two_bits(code, row)
    # With its own direction, of norm 1, the estimate is 1; the scale has eleven bits.
    assert score == pytest.approx(norm, rel=2**-11)


def test_whole_numbers_round_halves_up() -> None:
    assert whole_numbers([254.0, 1.0, -1.0, 3.0]) == [127, 1, 0, 2]
    assert whole_numbers([0.0, 0.0]) == [0, 0]
