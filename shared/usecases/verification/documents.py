"""Check the directory of documents and their shards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from shared.domain.index.documents import BASE_STEP
from shared.domain.index.postings import MAX_SECTIONS
from shared.usecases.verification.findings import expect, expect_equal, parse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shared.usecases.verification.findings import Findings

__all__ = ["Directory", "check_documents", "read_directory"]


@dataclass(frozen=True, slots=True)
class Directory:
    """The parts of a directory that make sense, and the sections that exist: `sections[id]` is 1."""

    parts: list[dict[str, Any]] = field(default_factory=list)
    sections: bytearray = field(default_factory=bytearray)

    @property
    def section_ids(self) -> list[int]:
        return [number for number, exists in enumerate(self.sections) if exists]


def read_directory(data: bytes | None, counts: Mapping[str, int]) -> Directory:
    """Check the directory's own figures; raises `Damage`."""
    parts: list[dict[str, Any]] = parse(data)["parts"]
    end = documents = total = 0
    sections = bytearray()
    for part in parts:
        base, number = part["base"], sum(part["sections"])
        expect(base % BASE_STEP == 0, f"a part begins at {base}, no multiple of {BASE_STEP}")
        expect(end <= base and base + number < MAX_SECTIONS, f"the part at {base} overlaps the one before it")
        expect(all(count > 0 for count in (*part["sections"], *part["shards"])), f"a count of the part at {base} is 0")
        expect_equal(sum(part["shards"]), len(part["sections"]), f"the number of documents in the part at {base}")
        sections += bytes(base - len(sections)) + b"\1" * number
        end, documents, total = base + number, documents + len(part["sections"]), total + number
    expect_equal(documents, counts["documents"], "the number of documents")
    expect_equal(total, counts["sections"], "the number of sections")
    return Directory(parts, sections)


def check_documents(
    part: Mapping[str, Any], names: Sequence[str], files: Sequence[bytes | None], findings: Findings
) -> list[dict[str, Any] | None]:
    """The documents of a part, in order; None for each of a file that is damaged."""
    documents: list[dict[str, Any] | None] = []
    for name, data, expected in zip(names, files, part["shards"], strict=True):
        first = len(documents)
        documents += [None] * expected
        with findings.of(name):
            found = parse(data)["documents"]
            expect_equal(len(found), expected, "the number of documents")
            for place, document in enumerate(found, first):
                _check_document(document, part["sections"][place])
            documents[first:] = found
    return documents


def _check_document(document: Mapping[str, Any], sections: int) -> None:
    url = document["url"]
    expect(isinstance(url, str) and isinstance(document["title"], str), "a document has no URL or title")
    expect_equal(len(document["sections"]), sections, f"the number of sections of {url}")
    for number, section in enumerate(document["sections"]):
        texts = (section["anchor"], section["heading"], section["text"], section.get("code", ""))
        expect(all(isinstance(text, str) for text in texts), f"section {number} of {url} has no text")
        expect(0 <= section["level"] <= 6, f"section {number} of {url} has level {section['level']}")
