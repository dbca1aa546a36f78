"""Which documents have which tags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shared.domain.enrich.digest import DocumentDigest

__all__ = ["TagIndex", "index_tags"]


@dataclass(frozen=True, slots=True)
class TagIndex:
    """Name -> the numbers of its documents, ascending; names in code-point order."""

    tags: dict[str, list[int]]
    categories: dict[str, list[int]]
    authors: dict[str, list[int]]


def index_tags(digests: Sequence[DocumentDigest]) -> TagIndex:
    return TagIndex(
        _index([digest.tags for digest in digests]),
        _index([digest.categories for digest in digests]),
        _index([digest.authors for digest in digests]),
    )


def _index(names_by_document: Iterable[Sequence[str]]) -> dict[str, list[int]]:
    documents: dict[str, list[int]] = {}
    for number, names in enumerate(names_by_document):
        for name in dict.fromkeys(names):
            documents.setdefault(name, []).append(number)
    return dict(sorted(documents.items()))
