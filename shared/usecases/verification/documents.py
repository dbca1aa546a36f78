"""Check the directory of documents and their shards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from shared.domain.index.directory import decode_directory
from shared.domain.index.documents import decode_documents
from shared.domain.index.facets import decode_dates, decode_tags
from shared.domain.index.postings import MAX_SECTIONS
from shared.usecases.verification.findings import Damage, expect, expect_equal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shared.domain.index.directory import DirectoryPart
    from shared.usecases.verification.findings import Findings

__all__ = ["Directory", "check_dates", "check_documents", "check_tags", "read_directory"]


@dataclass(frozen=True, slots=True)
class Directory:
    """The parts of a directory that make sense, and the sections that exist: `sections[id]` is 1."""

    parts: list[DirectoryPart] = field(default_factory=list)
    sections: bytearray = field(default_factory=bytearray)

    @property
    def section_ids(self) -> list[int]:
        return [number for number, exists in enumerate(self.sections) if exists]


def read_directory(data: bytes | None, counts: Mapping[str, int]) -> Directory:
    """Check the directory's own figures; raises `Damage`."""
    if data is None:
        raise Damage("missing", "the file is missing")
    parts = decode_directory(data)
    end = documents = total = 0
    sections = bytearray()
    for part in parts:
        base, number = part.base, sum(leaf.sections for leaf in part.leaves)
        expect(end <= base and base + number < MAX_SECTIONS, f"the part at {base} overlaps the one before it")
        expect(
            all(leaf.sections > 0 and leaf.units > 0 for leaf in part.leaves), f"a leaf of the part at {base} is empty"
        )
        sections += bytes(base - len(sections)) + b"\1" * number
        end, documents, total = base + number, documents + len(part.documents()), total + number
    expect_equal(documents, counts["documents"], "the number of documents")
    expect_equal(total, counts["sections"], "the number of sections")
    return Directory(parts, sections)


def check_documents(
    part: DirectoryPart, name: str, blocks: bytes | None, findings: Findings
) -> list[dict[str, Any] | None]:
    """The documents of a part, in order; None for each that is damaged."""
    counts = part.section_counts()
    documents: list[dict[str, Any] | None] = [None] * len(counts)
    if blocks is None:
        return documents
    with findings.of(name):
        expect_equal(len(blocks), part.offsets()[-1], "the size of the file")
    for place, count in enumerate(counts):
        with findings.of(name):
            (document,) = decode_documents(part, blocks, [place])
            _check_document(document, count)
            documents[place] = document
    return documents


def _check_document(document: Mapping[str, Any], sections: int) -> None:
    url = document["url"]
    expect(isinstance(url, str) and isinstance(document["title"], str), "a document has no URL or title")
    expect_equal(len(document["sections"]), sections, f"the number of sections of {url}")
    for number, section in enumerate(document["sections"]):
        texts = (section["anchor"], section["heading"], section["text"], section.get("code", ""))
        expect(all(isinstance(text, str) for text in texts), f"section {number} of {url} has no text")
        expect(0 <= section["level"] <= 6, f"section {number} of {url} has level {section['level']}")


def check_tags(data: bytes | None, documents: Sequence[Mapping[str, Any] | None]) -> None:
    """The file of tags says what the documents say; what a damaged one held is not compared. Raises `Damage`."""
    if data is None:
        return  # told already
    found: list[set[str]] = [set() for _ in documents]
    for tag, numbers in decode_tags(data).items():
        for number in numbers:
            found[number].add(tag)
    for document, tags in zip(documents, found, strict=True):
        if document is not None:
            expect_equal(tags, set(document.get("tags", ())), f"the set of tags of {document['url']}")


def check_dates(data: bytes | None, documents: Sequence[Mapping[str, Any] | None]) -> None:
    """As `check_tags`, of dates."""
    if data is None:
        return
    for document, day in zip(documents, decode_dates(data), strict=True):
        if document is not None:
            expect_equal(day, document["date"][:10] if document.get("date") else None, f"the date of {document['url']}")
