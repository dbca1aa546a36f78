"""Documents and digests with defaults, so that a test names only what it is about."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from shared.domain.enrich import DocumentDigest, digest_document
from shared.domain.models import Document, Link, Section

if TYPE_CHECKING:
    from collections.abc import Sequence


def make_document(name: str, text: str = "Some text.", *, anchors: Sequence[str] = (), **fields: Any) -> Document:
    """A page at /name/ with `text`, and one empty section for each anchor."""
    sections = [Section("", 0, (), text), *[Section(anchor, 2, (anchor.title(),), "") for anchor in anchors]]
    return Document(f"{name}.md", f"/{name}/", name.title(), tuple(sections), **fields)


def make_link(url: str | None, fragment: str = "", line: int | None = 1) -> Link:
    return Link(url or "https://example.org/", "text", 0, line, url, fragment)


def make_digest(name: str, text: str = "Some text.", **fields: Any) -> DocumentDigest:
    document = make_document(name, text, **fields)
    return digest_document(document, Counter(text.lower().replace(".", " ").split()))


def with_terms(digest: DocumentDigest, **weights: int) -> DocumentDigest:
    return replace(digest, terms=tuple(weights), term_weights=tuple(weights.values()))
