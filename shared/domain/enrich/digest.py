"""Digests: what enrichment needs to know of a document, a few kB, a function of the document alone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, Literal

from shared.domain.enrich.fingerprint import fingerprint
from shared.domain.enrich.reading import measure_reading, separate_characters
from shared.domain.enrich.telling_terms import choose_telling_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from shared.domain.models import Document

__all__ = ["DIGEST_GROUPS", "DigestGroup", "DocumentDigest", "digest_document", "terms_by_document"]

DigestGroup = Literal["links", "terms", "texts"]

_NAMES: Final = ("path", "url", "tags", "categories", "authors")

DIGEST_GROUPS: Final[dict[DigestGroup, tuple[str, ...]]] = {
    "links": (*_NAMES, "anchors", "link_urls", "link_fragments", "link_lines", "aliases"),
    "terms": (*_NAMES, "terms", "term_weights"),
    "texts": (*_NAMES, "word_count", "reading_time_s", "fingerprint"),
}
"""The fields that each kind of enrichment needs: that of links, of related documents, of duplicates and listings."""


@dataclass(frozen=True, slots=True)
class DocumentDigest:
    """A document for enrichment.

    Links that lead into the site stand in three columns in step: URL without fragment, fragment, line. `fingerprint`:
    see there, of headings, prose and code. `terms` are the most telling ones, best first, with their weights beside
    them. Sequences are tuples or, read from JSON, lists: nobody changes them.
    """

    path: str
    url: str
    word_count: int = 0
    reading_time_s: int = 0
    fingerprint: str = ""
    terms: Sequence[str] = ()
    term_weights: Sequence[int] = ()
    anchors: Sequence[str] = ()
    link_urls: Sequence[str] = ()
    link_fragments: Sequence[str] = ()
    link_lines: Sequence[int | None] = ()
    tags: Sequence[str] = ()
    categories: Sequence[str] = ()
    authors: Sequence[str] = ()
    aliases: Sequence[str] = ()

    def to_json(self, group: DigestGroup) -> list[Any]:
        """The group's fields in order: short, since a site has thousands of digests."""
        return [getattr(self, name) for name in DIGEST_GROUPS[group]]

    @classmethod
    def from_json(cls, group: DigestGroup, value: Iterable[Any]) -> DocumentDigest:
        """A digest with the fields of this group only."""
        return cls(**dict(zip(DIGEST_GROUPS[group], value, strict=True)))


def digest_document(document: Document, term_counts: Mapping[str, float]) -> DocumentDigest:
    """Digest a document. `term_counts`: term -> (weighted) occurrences, see `terms_by_document`."""
    prose = [separate_characters(text) for section in document.sections for text in (section.heading, section.body)]
    code = (separate_characters(section.code)[0] for section in document.sections if section.code)
    word_count, reading_time_s = measure_reading(prose)
    terms, term_weights = choose_telling_terms(term_counts, document.language)
    links = [link for link in document.links if link.resolved is not None]
    return DocumentDigest(
        path=document.path,
        url=document.url,
        word_count=word_count,
        reading_time_s=reading_time_s,
        fingerprint=fingerprint(chain([text for text, _ in prose], code)),
        terms=terms,
        term_weights=term_weights,
        anchors=tuple([section.anchor for section in document.sections if section.anchor]),
        link_urls=tuple([link.resolved or "" for link in links]),
        link_fragments=tuple([link.fragment for link in links]),
        link_lines=tuple([link.line for link in links]),
        tags=document.tags,
        categories=document.categories,
        authors=document.authors,
        aliases=document.aliases,
    )


def terms_by_document(terms: Mapping[str, Sequence[float]], section_counts: Iterable[int]) -> list[dict[str, float]]:
    """Add a part's term occurrences up by document.

    `terms`: of a `CountedPart`, term -> local section id, weighted occurrences, ...; `section_counts`: of the part's
    documents, in order.
    """
    document_of: list[dict[str, float]] = []
    documents: list[dict[str, float]] = []
    for count in section_counts:
        documents.append({})
        document_of += [documents[-1]] * count
    for term, pairs in terms.items():
        for section, occurrences in zip(pairs[::2], pairs[1::2], strict=True):
            counts = document_of[int(section)]
            counts[term] = counts.get(term, 0) + occurrences
    return documents
