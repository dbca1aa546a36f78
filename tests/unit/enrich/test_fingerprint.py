from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.enrich.fingerprint import SIZE, decode_fingerprint, estimate_similarity, fingerprint


def similarity(left: str, right: str) -> float:
    return estimate_similarity(decode_fingerprint(fingerprint(left)), decode_fingerprint(fingerprint(right)))


def shingles(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + 4]) for start in range(len(words) - 3)}


def test_a_fingerprint_never_changes() -> None:
    """Digests are stored: another hash would make old and new ones incomparable."""
    assert fingerprint("") == ""
    assert fingerprint("one") == fingerprint("ONE.")
    assert decode_fingerprint(fingerprint("The quick, brown fox jumps.")).tolist() == [155303993, 3733730562]


def test_case_and_punctuation_do_not_count() -> None:
    assert fingerprint("Build the site; then (and only then) publish!") == fingerprint(
        "build the site then and only then PUBLISH"
    )


@given(st.lists(st.sampled_from("abcdef"), max_size=60), st.lists(st.sampled_from("abcdef"), max_size=60))
def test_short_texts_are_compared_exactly(left: list[str], right: list[str]) -> None:
    ours, theirs = shingles(left), shingles(right)
    if ours and theirs:
        expected = len(ours & theirs) / len(ours | theirs)
        assert similarity(" ".join(left), " ".join(right)) == pytest.approx(expected)


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
