from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.enrich.fingerprint import SIZE, decode_fingerprint, estimate_similarity, fingerprint


def fingerprint_of(text: str) -> str:
    return fingerprint([text])


def similarity(left: str, right: str) -> float:
    return estimate_similarity(decode_fingerprint(fingerprint_of(left)), decode_fingerprint(fingerprint_of(right)))


def shingles(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + 4]) for start in range(len(words) - 3)}


def test_a_fingerprint_never_changes() -> None:
    """Digests are stored: another hash would make old and new ones incomparable."""
    assert fingerprint_of("") == fingerprint([]) == ""
    assert fingerprint_of("one") == fingerprint_of("ONE.")
    assert decode_fingerprint(fingerprint_of("The quick, brown fox jumps.")).tolist() == [155303993, 3733730562]


def test_case_and_punctuation_do_not_count() -> None:
    assert fingerprint_of("Build the site; then (and only then) publish!") == fingerprint_of(
        "build the site then and only then PUBLISH"
    )


@given(st.lists(st.sampled_from("abcdef"), max_size=60), st.lists(st.sampled_from("abcdef"), max_size=60))
def test_short_texts_are_compared_exactly(left: list[str], right: list[str]) -> None:
    ours, theirs = shingles(left), shingles(right)
    if ours and theirs:
        expected = len(ours & theirs) / len(ours | theirs)
        assert similarity(" ".join(left), " ".join(right)) == pytest.approx(expected)


@pytest.mark.parametrize("count", [1, 3, 4, 700, 9_998, 10_001, 25_000])
def test_where_a_text_is_cut_is_of_no_account(count: int) -> None:
    words = [f"w{number}" for number in random.Random(7).choices(range(4_000), k=count)]
    assert fingerprint(words) == fingerprint_of(" ".join(words))
    assert fingerprint([" ".join(words[:5]), "", " ".join(words[5:])]) == fingerprint_of(" ".join(words))


def test_a_long_text_has_the_smallest_hashes_of_all_its_shingles() -> None:
    words = [f"w{number}" for number in random.Random(7).choices(range(4_000), k=25_000)]
    hashes = {decode_fingerprint(fingerprint(shingle))[0] for shingle in shingles(words)}
    assert decode_fingerprint(fingerprint(words)).tolist() == sorted(hashes)[:SIZE]


def test_the_order_of_words_counts() -> None:
    words = [f"w{number}" for number in range(100)]
    assert similarity(" ".join(words), " ".join(reversed(words))) == 0.0


def test_estimates_are_as_precise_as_they_claim() -> None:
    generator = random.Random(5)
    vocabulary = [f"word{number}" for number in range(4000)]
    errors = []
    for _ in range(150):
        words = generator.choices(vocabulary, k=700)
        changed = words[:]
        for place in generator.sample(range(700), generator.randrange(1, 60)):
            changed[place] = "changed"
        ours, theirs = shingles(words), shingles(changed)
        errors.append(similarity(" ".join(words), " ".join(changed)) - len(ours & theirs) / len(ours | theirs))
    assert abs(sum(errors) / len(errors)) < 0.015
    assert (sum(error * error for error in errors) / len(errors)) ** 0.5 < 0.5 / SIZE**0.5
    assert max(map(abs, errors)) < 0.25


def test_characters_without_spaces_make_shingles_when_separated() -> None:
    assert similarity(" ".join("検索は速い方がよい"), " ".join("検索は速い方がいい")) > 0.2
