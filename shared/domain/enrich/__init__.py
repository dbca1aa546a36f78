"""What a site's pages say of one another: links, tags, related pages, near-duplicates; and how long each takes to read.

All of it is computed from digests: small values, one a document, made when the document is parsed. So a rebuild reads
no text again, and the whole site is enriched in about a second for 10,000 pages.
"""

from shared.domain.enrich.digest import (
    DIGEST_GROUPS,
    DigestGroup,
    DocumentDigest,
    digest_document,
    terms_by_document,
)
from shared.domain.enrich.duplicates import DuplicateGroup, near_duplicates
from shared.domain.enrich.links import LinkReport
from shared.domain.enrich.pages import PageIndex
from shared.domain.enrich.related import DocumentTerms, Nearest, Related, nearest_documents, related_documents
from shared.domain.enrich.tags import TagIndex, index_tags

__all__ = [
    "DIGEST_GROUPS",
    "DigestGroup",
    "DocumentDigest",
    "DocumentTerms",
    "DuplicateGroup",
    "LinkReport",
    "Nearest",
    "PageIndex",
    "Related",
    "TagIndex",
    "digest_document",
    "index_tags",
    "near_duplicates",
    "nearest_documents",
    "related_documents",
    "terms_by_document",
]
