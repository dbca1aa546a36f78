"""Document files: what a result shows, and the text its snippet is cut from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared.domain.encoding import from_json, to_json
from shared.domain.index.blocks import decode_block, encode_block
from shared.domain.index.directory import LEAF_UNIT, DirectoryPart, Leaf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from shared.domain.models import Document, Section

__all__ = ["PartDocuments", "decode_documents", "encode_documents", "timestamp"]

_LEAF_BYTES = 8_000
"""Of a leaf's JSON, about: a result's snippet costs a fetch of a kilobyte or two, and the directory stays small."""


@dataclass(frozen=True, slots=True)
class PartDocuments:
    """The block file of one part and its leaves, in order; `sections` counts the sections of each document."""

    blocks: bytes
    leaves: list[Leaf]
    sections: list[int]


def encode_documents(documents: Sequence[Document], *, site_language: str) -> PartDocuments:
    """Encode a part's documents, in order: each one leaf, or several if it is long."""
    blocks: list[bytes] = []
    leaves: list[Leaf] = []
    for document in documents:
        for begins, sections, data in _encode_document(document, site_language):
            blocks.append(encode_block(data, unit=LEAF_UNIT))
            leaves.append(Leaf(begins, sections, len(blocks[-1]) // LEAF_UNIT))
    return PartDocuments(b"".join(blocks), leaves, [len(document.sections) for document in documents])


def _encode_document(document: Document, site_language: str) -> Iterator[tuple[bool, int, bytes]]:
    """For each leaf: whether it is the first, the number of its sections, its JSON."""
    sections = [_section_json(section) for section in document.sections]
    every = _fields_of(document, site_language)
    start = 0
    for end in _cut(sections):
        # The description is searched as if it were text of the first section.
        own = {"description": document.description} if start == 0 and document.description else {}
        above = _headings_above(document.sections, start)
        fields = {**every, **own, **({"above": above} if above else {}), "sections": sections[start:end]}
        yield start == 0, end - start, to_json(fields)
        start = end


def _cut(sections: Sequence[dict[str, Any]]) -> Iterator[int]:
    """Where leaves end."""
    size = 0
    for number, section in enumerate(sections):
        more = sum(len(text) for text in section.values() if isinstance(text, str))
        if size and size + more > _LEAF_BYTES:
            yield number
            size = 0
        size += more
    yield len(sections)


def _headings_above(sections: Sequence[Section], start: int) -> list[list[int | str]]:
    """Level and text of the headings that the section at `start`, or one after it, may lie under; outermost first."""
    chain: list[tuple[int, str]] = []
    for section in sections[:start]:
        if section.level > 0:
            chain = [known for known in chain if known[0] < section.level]
            chain.append((section.level, section.heading))
    return [[level, heading] for level, heading in chain]


def _fields_of(document: Document, site_language: str) -> dict[str, Any]:
    optional = {
        "language": "" if document.language == site_language else document.language,
        "date": timestamp(document.published or document.updated),
        "tags": [*document.tags],
        "image": document.image,
    }
    return {"url": document.url, "title": document.title, **{key: value for key, value in optional.items() if value}}


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


def decode_documents(part: DirectoryPart, blocks: bytes, numbers: Iterable[int]) -> Iterator[dict[str, Any]]:
    """The documents of a part at these places, whole: `sections` are those of all their leaves.

    Raises:
        ValueError: a block is damaged.
    """
    offsets, documents = part.offsets(), part.documents()
    for number in numbers:
        first, *others = (
            from_json(decode_block(blocks[offsets[place] : offsets[place + 1]])) for place in documents[number]
        )
        for leaf in others:
            first["sections"] += leaf["sections"]
        yield first


def timestamp(moment: datetime | None) -> str | None:
    """A UTC datetime as artifacts write it, to the second."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None
