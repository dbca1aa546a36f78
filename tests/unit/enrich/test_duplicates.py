from __future__ import annotations

import random

from enrich_builders import make_digest

from shared.domain.enrich import DocumentDigest, near_duplicates

VOCABULARY = [f"word{number}" for number in range(3000)]


def make_text(seed: int, words: int = 400) -> list[str]:
    return random.Random(seed).choices(VOCABULARY, k=words)


def change(words: list[str], places: int, seed: int) -> list[str]:
    changed = words[:]
    for place in random.Random(seed).sample(range(len(words)), places):
        changed[place] = f"changed{place}"
    return changed


def digest(name: str, words: list[str]) -> DocumentDigest:
    return make_digest(name, " ".join(words))


def jaccard(left: list[str], right: list[str]) -> float:
    ours, theirs = ({tuple(words[at : at + 4]) for at in range(len(words) - 3)} for words in (left, right))
    return len(ours & theirs) / len(ours | theirs)


def test_equal_and_nearly_equal_pages_are_one_group() -> None:
    words = make_text(1)
    pages = [make_text(2), words, make_text(3), words, change(words, 4, 9)]
    [group] = near_duplicates([digest(f"p{number}", page) for number, page in enumerate(pages)])
    assert group.documents == (1, 3, 4)
    assert group.similarities[:2] == (1.0, 1.0)
    assert 0.8 <= group.similarities[2] < 1.0


def test_stubs_are_no_duplicates() -> None:
    assert near_duplicates([digest(name, ["to", "be", "written"]) for name in "abc"]) == []


def test_pages_of_one_template_are_compared_by_what_is_their_own() -> None:
    template = make_text(0, 150)
    pages = [template + make_text(number + 1, 150) for number in range(120)]
    pages.append(change(pages[60], 2, 1))
    groups = near_duplicates([digest(f"p{number}", page) for number, page in enumerate(pages)])
    assert [group.documents for group in groups] == [(60, 120)]


def test_a_crowd_of_nearly_equal_pages_is_one_group() -> None:
    words = make_text(4)
    pages = [change(words, 3, seed) for seed in range(200)]
    groups = near_duplicates([digest(f"p{number}", page) for number, page in enumerate(pages)])
    assert max(len(group.documents) for group in groups) >= 190


def test_few_pairs_are_missed_or_reported_wrongly() -> None:
    """400 pairs at known similarities: well below the threshold none is reported, well above it nearly all are."""
    pairs = []
    for seed in range(400):
        words = make_text(1000 + seed)
        pairs.append((words, change(words, 2 + seed % 60, seed)))
    digests = [digest(f"{number}{side}", page) for number, pair in enumerate(pairs) for side, page in enumerate(pair)]
    groups = near_duplicates(digests, 0.8)
    assert all(len(group.documents) == 2 and group.documents[0] // 2 == group.documents[1] // 2 for group in groups)
    found = {group.documents[0] // 2 for group in groups}
    similarities = [jaccard(*pair) for pair in pairs]
    below = [number for number, similarity in enumerate(similarities) if similarity < 0.65]
    above = [number for number, similarity in enumerate(similarities) if similarity > 0.92]
    near = [number for number, similarity in enumerate(similarities) if 0.65 <= similarity < 0.8]
    assert min(len(below), len(above), len(near)) > 20
    assert len(found.intersection(below)) <= len(below) * 0.01
    assert len(found.intersection(near)) <= len(near) * 0.25
    assert len(found.intersection(above)) >= len(above) * 0.95


def test_unrelated_pages_are_never_reported() -> None:
    digests = [digest(f"p{number}", make_text(number, 60)) for number in range(1500)]
    assert near_duplicates(digests, 0.5) == []
