"""A small site as a database, and its parts with defaults."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from whole_database import DatabaseWriter

from shared.domain.encoding import from_json, to_json
from shared.domain.enrich import DocumentDigest, DocumentTerms, PageIndex, digest_document, related_documents
from shared.domain.index.database_file import add_counts, encode_facts, plan_database
from shared.domain.index.database_lookups import LookupsWriter
from shared.domain.index.database_pieces import encode_related, encode_terms
from shared.domain.index.database_rows import RowsWriter
from shared.domain.index.judgements import TagNumbers, judge_part
from shared.domain.index.lexicon import Partition, TermPostings
from shared.domain.index.part_database import encode_part
from shared.domain.index.postings import encode_postings, pack_entry
from shared.domain.models import Document, Link, Media, Section
from shared.domain.vectors.rows import Vectors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from shared.domain.index.database_pieces import DatabasePiece
    from shared.domain.index.judgements import Judgements

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
SETTINGS = {"site": "docs", "format": "1"}
_INSTALL = encode_postings([pack_entry(15, 0), pack_entry(9, 1)])
PARTITIONS = (
    Partition({"instal": TermPostings(2, _INSTALL[:2], _INSTALL[2:])}, {"install": 2}),
    Partition({"zebra": TermPostings(1, b"\x1f\x80\x02", b"")}, {"zebra": 1}),
)
TERMS = [("instal", 2, _INSTALL), ("zebra", 1, b"\x1f\x80\x02")]


def make_vectors(count: int) -> Vectors:
    return Vectors.from_rows([[1.0, float(place), 0.0, 0.5] for place in range(count)], 4)


def digest_all(parts: Sequence[tuple[Sequence[Document], int]] = PARTS) -> list[DocumentDigest]:
    """As the parse step stores them."""
    digests = [asdict(digest_document(document, {})) for documents, _ in parts for document in documents]
    return [DocumentDigest(**fields) for fields in from_json(to_json(digests))]


def encode_parts(parts: Sequence[tuple[Sequence[Document], int]]) -> list[tuple[bytes, int, int, Judgements, Vectors]]:
    """Of each part what `RowsWriter.add` and `RowsWriter.add_vectors` take."""
    digests = digest_all(parts)
    pages, tags = PageIndex(digests), TagNumbers()
    encoded = []
    first = 0
    for documents, base in parts:
        own = digests[first : first + len(documents)]
        vectors = make_vectors(sum(len(document.sections) for document in documents))
        encoded.append((encode_part(documents, own), first, base, judge_part(own, pages, tags), vectors))
        first += len(documents)
    return encoded


def make_pieces(
    parts: Sequence[tuple[Sequence[Document], int]] = PARTS, *, together: int = 1, vectors: bool = True
) -> list[DatabasePiece]:
    """All pieces of a site's database, with rows of so many parts together."""
    pieces = []
    encoded = encode_parts(parts)
    with LookupsWriter() as lookups:
        for start in range(0, len(encoded), together):
            with RowsWriter() as rows:
                for part, document, base, judgements, found in encoded[start : start + together]:
                    rows.add(part, document, base, judgements)
                    for first in range(0, len(found) if vectors else 0, 3):
                        rows.add_vectors(base + first, found.part(first, first + 3))
                piece, kept = rows.finish()
            pieces.append(piece)
            lookups.add(kept)
        pieces.append(lookups.finish())
    pieces += map(encode_terms, PARTITIONS)
    return [*pieces, encode_related(related_documents(DocumentTerms().add(digest_all(parts))))]


def join_pieces(pieces: Sequence[DatabasePiece], settings: Mapping[str, str] = SETTINGS) -> bytes:
    facts = encode_facts(settings, add_counts(piece.counts for piece in pieces))
    plan = plan_database([piece.piece.outline for piece in pieces], facts)
    moved = [plan.move(number, piece.piece.to_bytes()) for number, piece in enumerate(pieces)]
    return b"".join([plan.first, *moved, *plan.close()])


def write_database(path: Path, parts: Sequence[tuple[Sequence[Document], int]] = PARTS, *, together: int = 1) -> Path:
    path.write_bytes(join_pieces(make_pieces(parts, together=together)))
    return path


def write_whole(path: Path, parts: Sequence[tuple[Sequence[Document], int]] = PARTS, *, vectors: bool = True) -> Path:
    """The same database as SQLite writes it by itself."""
    digests = digest_all(parts)
    encoded = encode_parts(parts)
    with DatabaseWriter(path, settings=SETTINGS, vectors=vectors) as writer:
        for part, document, base, _, found in encoded:
            writer.add_sections(part, document, base, found if vectors else None)
        for part, document, base, _, _ in encoded:
            writer.add_details(part, document, base, PageIndex(digests))
        for partition in PARTITIONS:
            writer.add_partition(partition)
        writer.index()
        writer.finish(related_documents(DocumentTerms().add(digests)))
    return path
