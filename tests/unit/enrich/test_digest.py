from __future__ import annotations

from dataclasses import fields
from itertools import chain
from typing import TYPE_CHECKING

from enrich_builders import make_digest, make_document, make_link
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.encoding import from_json, to_json
from shared.domain.enrich import DIGEST_GROUPS, DocumentDigest, digest_document, terms_by_document
from shared.domain.enrich.reading import measure_reading, separate_characters
from shared.domain.enrich.telling_terms import TELLING_TERMS, choose_telling_terms

if TYPE_CHECKING:
    from shared.domain.enrich.reading import ReadingLength


def measure(text: str) -> ReadingLength:
    return measure_reading([separate_characters(text)])


def test_reading_time_is_at_238_words_a_minute() -> None:
    assert measure("word " * 238) == (238, 60)
    assert measure("word " * 239) == (239, 61)


def test_characters_of_scripts_without_spaces_are_words_read_at_500_a_minute() -> None:
    assert measure("検" * 500) == (500, 60)
    assert measure("Inkdex は検索です") == (6, 1)


def test_korean_and_accented_words_are_counted_by_their_spaces() -> None:
    assert measure("검색 엔진").word_count == 2
    assert measure("écrit à Zürich").word_count == 3


def test_an_empty_document_takes_no_time() -> None:
    digest = digest_document(make_document("a", ""), {})
    assert (digest.word_count, digest.reading_time_s, digest.fingerprint) == (0, 0, "")


def test_only_links_into_the_site_are_kept() -> None:
    digest = make_digest("a", links=(make_link(None), make_link("/b/", "top", 7)))
    assert (digest.link_urls, digest.link_fragments, digest.link_lines) == (("/b/",), ("top",), (7,))


def test_telling_terms_leave_out_frequent_words_and_numbers() -> None:
    counts = {"the": 40.0, "use": 30.0, "2026": 20.0, "shard": 5.0, "post": 9.0, "x": 8.0, "once-seen": 1.0}
    assert choose_telling_terms(counts, "en-GB")[0] == ("post", "shard", "once-seen")


def test_telling_terms_are_the_most_frequent_in_an_order_of_their_own() -> None:
    counts = {f"term{number:02}": float(2 + number % 3) for number in range(40)}
    terms, weights = choose_telling_terms(counts, "de")
    backwards = choose_telling_terms(dict(reversed(counts.items())), "de")
    assert (terms, weights) == backwards
    assert len(terms) == TELLING_TERMS
    assert set(weights) == {24, 21}


def test_terms_are_added_up_by_document() -> None:
    terms = {"a": [0, 1, 2, 3.5], "b": [1, 2, 3, 1]}
    assert terms_by_document(terms, [2, 0, 2]) == [{"a": 1, "b": 2}, {}, {"a": 3.5, "b": 1}]


@given(st.text(max_size=300), st.lists(st.text(max_size=9), max_size=4))
def test_a_group_of_a_digest_survives_json(text: str, anchors: list[str]) -> None:
    digest = make_digest("a", text, anchors=anchors, tags=("x",), links=(make_link("/b/", "c", None),))
    again = {
        group: DocumentDigest.from_json(group, from_json(to_json(digest.to_json(group)))) for group in DIGEST_GROUPS
    }
    for group, found in again.items():
        names = DIGEST_GROUPS[group]
        assert to_json([getattr(found, name) for name in names]) == to_json([getattr(digest, name) for name in names])
    assert (again["links"].terms, again["terms"].link_urls, again["texts"].anchors) == ((), (), ())


def test_every_field_of_a_digest_is_needed_somewhere() -> None:
    assert set(chain.from_iterable(DIGEST_GROUPS.values())) == {field.name for field in fields(DocumentDigest)}
