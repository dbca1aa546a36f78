from __future__ import annotations

import random

import pytest
from enrich_builders import make_digest, with_terms
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.enrich import DocumentTerms, Related, index_tags, nearest_documents, related_documents
from shared.domain.vectors import arithmetic
from shared.domain.vectors.rows import Vectors


def numbers(related: list[Related]) -> list[int]:
    return [item.document for item in related]


def test_documents_that_share_rare_terms_are_related() -> None:
    digests = [
        with_terms(make_digest("a"), shard=20, site=20),
        with_terms(make_digest("b"), postings=20, site=20),
        with_terms(make_digest("c"), shard=10, site=20),
        with_terms(make_digest("d"), gardening=10, roses=20),
    ]
    related = related_documents(DocumentTerms().add(digests))
    assert numbers(related[0]) == [2, 1]
    assert related[3] == []


def test_a_shared_tag_relates() -> None:
    digests = [make_digest("a", "", tags=("x",)), make_digest("b", "", tags=("x",)), make_digest("c", "", tags=("y",))]
    assert related_documents(DocumentTerms().add(digests)) == [[(1, 1.0)], [(0, 1.0)], []]


def test_the_limit_is_kept_and_equal_documents_come_in_order() -> None:
    digests = [with_terms(make_digest(f"page{number}"), same=10) for number in range(9)]
    related = related_documents(DocumentTerms().add(digests), limit=3)
    assert numbers(related[0]) == [1, 2, 3]
    assert numbers(related[8]) == [0, 1, 2]


def test_a_term_of_the_whole_site_costs_no_more_than_its_champions() -> None:
    digests = [with_terms(make_digest(f"page{number}"), everywhere=10, **{f"own{number}": 50}) for number in range(300)]
    assert all(len(items) <= 5 for items in related_documents(DocumentTerms().add(digests)))


def make_vectors(count: int, dimensions: int = 16) -> Vectors:
    generator = random.Random(3)
    rows = [[generator.gauss(0, 1) for _ in range(dimensions)] for _ in range(count)]
    return arithmetic.default.normalise(Vectors.from_rows(rows, dimensions))


def test_with_vectors_alone_the_nearest_of_the_cluster_come_first() -> None:
    digests = [with_terms(make_digest(f"page{number}")) for number in range(12)]
    vectors = make_vectors(12)
    clusters = [number % 2 for number in range(12)]
    nearest = nearest_documents([vectors.part(0, 5), vectors.part(5, 12)], clusters)
    related = related_documents(DocumentTerms().add(digests), nearest)
    for number, items in enumerate(related):
        dots = arithmetic.plain_backend.dots(vectors, vectors.row(number))
        mates = [other for other in range(12) if other != number and other % 2 == number % 2 and dots[other] > 0.1]
        expected = sorted(mates, key=lambda other: -dots[other])[:5]
        assert numbers(items)[: len(expected)] == expected


def test_words_and_meaning_count_half_each() -> None:
    digests = [with_terms(make_digest(name), shared=10) for name in "ab"]
    vectors = Vectors.from_rows([[1.0, 0.0], [0.5, 0.0]], 2)
    assert related_documents(DocumentTerms().add(digests), nearest_documents([vectors], [0, 0]))[0] == [(1, 0.75)]


@pytest.mark.skipif(arithmetic.numpy_backend is None, reason="compares with numpy")
@settings(max_examples=20, deadline=None)
@given(st.integers(2, 60), st.integers(1, 3))
def test_both_back_ends_agree_to_the_last_digit(count: int, cluster_count: int) -> None:
    assert arithmetic.numpy_backend is not None
    digests = [with_terms(make_digest(f"page{number}"), **{f"t{number % 4}": 10}) for number in range(count)]
    vectors = make_vectors(count, 24)
    clusters = [number % cluster_count for number in range(count)]
    plain, with_numpy = (
        related_documents(DocumentTerms().add(digests), nearest_documents([vectors], clusters, backend=backend))
        for backend in (arithmetic.plain_backend, arithmetic.numpy_backend)
    )
    assert plain == with_numpy


def test_tags_are_indexed_in_order_of_name_and_document() -> None:
    digests = [make_digest("a", tags=("z", "b", "z")), make_digest("b", tags=("b",), authors=("Ada",))]
    index = index_tags(digests)
    assert list(index.tags.items()) == [("b", [0, 1]), ("z", [0])]
    assert (index.categories, index.authors) == ({}, {"Ada": [1]})
