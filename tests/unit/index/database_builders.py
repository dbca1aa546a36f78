"""A small site as a database, and its parts with defaults."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from shared.domain.enrich import PageIndex, digest_document, related_documents
from shared.domain.index.database import DatabaseWriter
from shared.domain.index.lexicon import Partition, TermPostings
from shared.domain.index.part_database import encode_part, encode_partition
from shared.domain.index.postings import encode_postings, pack_entry
from shared.domain.models import Document, Link, Media, Section
from shared.domain.vectors.rows import Vectors

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from shared.domain.enrich import DocumentDigest

GUIDE = Document(
    "guide/install.md",
    "/guide/install/",
    "Install",
    (
        Section("", 0, (), "How to install Inkdex."),
        Section("linux", 2, ("Linux",), "Run the installer.", "uv tool install inkdex"),
        Section("debian", 3, ("Linux", "Debian"), "Or use apt."),
    ),
    description="Get it running",
    published=datetime(2026, 1, 2, tzinfo=UTC),
    tags=("setup", "cli"),
    categories=("Guides",),
    authors=("Ada",),
    aliases=("/setup/",),
    weight=1.5,
    front_matter={"title": "Install", "level": {"skill": "beginner"}},
    links=(
        Link("search.md", "search", 0, 3, "/guide/search/"),
        Link("search.md#gone", "ranking", 1, 9, "/guide/search/", "gone"),
        Link("lost.md", "lost", 1, 10, "/guide/lost/"),
        Link("https://sqlite.org/", "SQLite", 2, 12),
    ),
    media=(Media("/a.png", "", "", 1), Media("/b.mp4", "How", "", 2, "video")),
)
SEARCH = Document(
    "guide/search.md",
    "/guide/search/",
    "Search",
    (Section("", 0, (), "Words and meaning of the site, in one ranking."),),
    updated=datetime(2026, 3, 4, tzinfo=UTC),
    tags=("cli",),
)
LONELY = Document("zebra.md", "/zebra/", "Zebra", (Section("", 0, (), "Nobody links here."),), language="de")
PARTS = (((GUIDE, SEARCH), 0), ((LONELY,), 256))
"""Documents and the id of the first section of each part."""
_INSTALL = encode_postings([pack_entry(15, 0), pack_entry(9, 1)])
PARTITIONS = (
    Partition({"instal": TermPostings(2, _INSTALL[:2], _INSTALL[2:])}, {"install": 2}),
    Partition({"zebra": TermPostings(1, b"\x1f\x80\x02", b"")}, {"zebra": 1}),
)
TERMS = [("instal", 2, _INSTALL), ("zebra", 1, b"\x1f\x80\x02")]


def make_vectors(count: int) -> Vectors:
    return Vectors.from_rows([[1.0, float(place), 0.0, 0.5] for place in range(count)], 4)


def digest_all(parts: Sequence[tuple[Sequence[Document], int]] = PARTS) -> list[DocumentDigest]:
    return [digest_document(document, {}) for documents, _ in parts for document in documents]


def write_database(path: Path, parts: Sequence[tuple[Sequence[Document], int]] = PARTS) -> Path:
    digests = digest_all(parts)
    pages = PageIndex(digests)
    with DatabaseWriter(path, settings={"site": "docs", "format": "1"}, vectors=True) as writer:
        first = 0
        encoded: list[tuple[bytes, int, int]] = []
        for documents, base in parts:
            vectors = make_vectors(sum(len(document.sections) for document in documents))
            encoded.append((encode_part(documents, digests[first : first + len(documents)]), first, base))
            writer.add_sections(*encoded[-1], vectors)
            first += len(documents)
        for part in encoded:
            writer.add_details(*part, pages)
        for partition in PARTITIONS:
            writer.add_partition(encode_partition(partition))
        writer.index()
        writer.finish(related_documents(digests))
    return path
