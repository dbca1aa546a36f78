"""Document shards: what a result shows, and the text its snippet is cut from; and the directory that finds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared.domain.encoding import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from shared.domain.models import Document, Section

__all__ = ["BASE_STEP", "DocumentPack", "assign_bases", "encode_documents", "timestamp"]

BASE_STEP = 256
"""Section ids of a part start at a multiple of this, so that a part can grow a little without moving the next."""

_SHARD_BYTES = 56_000


@dataclass(frozen=True, slots=True)
class DocumentPack:
    """The files of one part; `shards` counts the documents of each file, `sections` the sections of each document."""

    files: list[bytes]
    shards: list[int]
    sections: list[int]


def encode_documents(documents: Sequence[Document], *, site_language: str) -> DocumentPack:
    """Encode a part's documents, in order, as files of about 56 kB."""
    encoded = [to_json(_document_json(document, site_language)) for document in documents]
    total = sum(map(len, encoded))
    # As few shards as the limit allows, of about one size: a small one at the end of each part would be a file more.
    size_wanted = total / max(1, -(-total // _SHARD_BYTES))
    groups: list[list[bytes]] = []
    done = 0
    for document in encoded:
        if not groups or done >= size_wanted * len(groups):
            groups.append([])
        groups[-1].append(document)
        done += len(document)
    return DocumentPack(
        [_shard(group) for group in groups],
        [len(group) for group in groups],
        [len(document.sections) for document in documents],
    )


def _shard(documents: Iterable[bytes]) -> bytes:
    return b'{"documents":[' + b",".join(documents) + b"]}"


def _document_json(document: Document, site_language: str) -> dict[str, Any]:
    optional = {
        "description": document.description,
        "language": "" if document.language == site_language else document.language,
        "date": timestamp(document.published or document.updated),
        "tags": [*document.tags],
        "image": document.image,
    }
    return {
        "url": document.url,
        "title": document.title,
        **{key: value for key, value in optional.items() if value},
        "sections": [_section_json(section) for section in document.sections],
    }


def _section_json(section: Section) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "anchor": section.anchor,
        "level": section.level,
        "heading": section.heading,
        "text": section.body,
    }
    if section.code:
        fields["code"] = section.code
    return fields


def timestamp(moment: datetime | None) -> str | None:
    """A UTC datetime as artifacts write it, to the second."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None


def assign_bases(section_counts: Iterable[int]) -> list[int]:
    """The first section id of each part, given how many sections each has."""
    bases: list[int] = []
    base = 0
    for count in section_counts:
        bases.append(base)
        base += -(-count // BASE_STEP) * BASE_STEP
    return bases
