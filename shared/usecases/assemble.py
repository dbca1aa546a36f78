"""assemble: the stages' outputs -> the files of a revision: listings, report, database, directory, manifest."""

from __future__ import annotations

import tempfile
from base64 import b64decode
from dataclasses import asdict, dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shared.domain.document_codec import decode_documents, encode_diagnostics
from shared.domain.encoding import from_json, to_json
from shared.domain.enrich import (
    DocumentDigest,
    PageIndex,
    index_tags,
    link_report,
    near_duplicates,
    related_documents,
)
from shared.domain.index.database import DatabaseWriter
from shared.domain.index.documents import timestamp
from shared.domain.index.lexicon import LexiconPack, decode_pack
from shared.domain.index.postings import LEVELS
from shared.domain.index.varints import decode_varints
from shared.domain.listing import media_listing, posts_listing
from shared.domain.revision import FORMAT, finish_manifest, pack_file, revision_file
from shared.domain.steps import step_object
from shared.domain.text import TOKENIZER_VERSION, Analyzer
from shared.domain.vectors.rows import Vectors
from shared.usecases.stages.services import load_object, put_pack

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from datetime import datetime

    from shared.config import SiteConfig
    from shared.domain.enrich import LinkReport, Related
    from shared.domain.models import Diagnostic, Document
    from shared.domain.steps import Record
    from shared.usecases.plan_build import BuildPlan
    from shared.usecases.stages.services import StepServices

__all__ = ["Assembly", "VectorRecords", "assemble"]

_PROBES = [2, 4]
_PROBES_LARGE = [4, 8]
_LARGE_SITE_SECTIONS = 50_000


@dataclass(frozen=True, slots=True)
class VectorRecords:
    """Records of the embed and encode steps, one a part, and of the cluster step."""

    model: str
    dimensions: int
    embedded: list[Record]
    encoded: list[Record]
    clustered: Record


@dataclass(frozen=True, slots=True)
class Assembly:
    """Everything the earlier stages found. `parsed` and `bases` are by part, `indexed` by partition."""

    config: SiteConfig
    plan: BuildPlan
    commit: str | None
    as_of: datetime
    parsed: list[Record]
    bases: list[int]
    indexed: list[Record]
    vectors: VectorRecords | None
    source_diagnostics: tuple[Diagnostic, ...]

    @property
    def site(self) -> str:
        return self.config.site.name

    @property
    def first_documents(self) -> list[int]:
        """The number of each part's first document."""
        return [0, *accumulate(record["documents"] for record in self.parsed)][:-1]


async def assemble(assembly: Assembly, services: StepServices) -> tuple[dict[str, Any], dict[str, Any]]:
    """Write all files of the revision but its manifest, which is what makes it one; (manifest, report)."""
    digests = await _load_digests(assembly, services)
    pages = PageIndex(digests, base_url=assembly.config.site.base_url)
    links = link_report(digests, pages)
    vectors, clusters = await _document_vectors(assembly, services)
    related = related_documents(digests, vectors, clusters)
    manifest = finish_manifest(await _manifest(assembly, services))
    revision = manifest["revision"]
    report = _report(assembly, digests, links)
    files = {
        **await _listings(assembly, services, digests, links, related),
        "report.json": to_json({"revision": revision, **report}),
    }
    for name, data in files.items():
        await services.artifacts.put(revision_file(assembly.site, revision, name), data)
    database = revision_file(assembly.site, revision, "search.db")
    if not await services.artifacts.has(database):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "search.db"
            await _write_database(path, assembly, services, manifest, digests, pages, related)
            await services.artifacts.put_file(database, path)
    return manifest, report


async def _load_digests(assembly: Assembly, services: StepServices) -> list[DocumentDigest]:
    digests: list[DocumentDigest] = []
    for record in assembly.parsed:
        rows = from_json(await load_object(services.steps, step_object(record["key"], "digests")))
        digests += map(DocumentDigest.from_json, rows)
    return digests


async def _document_vectors(
    assembly: Assembly, services: StepServices
) -> tuple[Vectors, list[int]] | tuple[None, None]:
    """One vector a document, and the cluster of each: that of its first section."""
    found = assembly.vectors
    if found is None:
        return None, None
    pieces: list[bytes] = []
    clusters: list[int] = []
    for parsed, embedded, encoded in zip(assembly.parsed, found.embedded, found.encoded, strict=True):
        pieces.append(await load_object(services.steps, step_object(embedded["step"], "documents")))
        members = decode_varints(b64decode(encoded["clusters"]))
        firsts = [0, *accumulate(parsed["sections"])][:-1]
        clusters += [members[first] for first in firsts]
    return Vectors(b"".join(pieces), found.dimensions), clusters


async def _manifest(assembly: Assembly, services: StepServices) -> dict[str, Any]:
    config = assembly.config
    parts = [
        {"pack": record["pack"], "base": base, "shards": record["shards"], "sections": record["sections"]}
        for record, base in zip(assembly.parsed, assembly.bases, strict=True)
        if record["documents"]
    ]
    languages = sorted({config.site.language, *(name for record in assembly.parsed for name in record["languages"])})
    content_bytes = sum(record["text_bytes"] for record in assembly.parsed)
    content_bytes += sum(record["postings_bytes"] for record in assembly.indexed)
    return {
        "format": FORMAT,
        "revision": "",
        "site": {
            "name": config.site.name,
            "title": config.site.title or config.site.name,
            "base_url": config.site.base_url,
            "language": config.site.language,
        },
        "source": {
            "commit": assembly.commit,
            "committed_at": timestamp(assembly.as_of) if assembly.commit else None,
            "digest": assembly.plan.digest,
        },
        "counts": {
            "documents": sum(record["documents"] for record in assembly.parsed),
            "sections": sum(sum(record["sections"]) for record in assembly.parsed),
            "terms": sum(record["terms"] for record in assembly.indexed),
            "words": sum(record["words"] for record in assembly.indexed),
            "postings": sum(record["postings"] for record in assembly.parsed),
        },
        "tokenizer": {
            "version": TOKENIZER_VERSION,
            "languages": {language: Analyzer(language).stemmer for language in languages},
        },
        "ranking": {
            "levels": LEVELS,
            "k1": config.ranking.k1,
            "b": config.ranking.b,
            "weights": config.ranking.weights.model_dump(),
            "words": config.ranking.words,
        },
        "lexicon": [
            {"pack": record["pack"], "terms": record["first_terms"], "words": record["first_words"]}
            for record in assembly.indexed
            if record["files"]
        ],
        "documents": {"pack": await put_pack(services.artifacts, [to_json({"parts": parts})])},
        "vectors": _vectors_manifest(assembly),
        "database": {"url": "search.db", "content_bytes": content_bytes},
    }


def _vectors_manifest(assembly: Assembly) -> dict[str, Any] | None:
    found = assembly.vectors
    if found is None:
        return None
    sections = sum(sum(record["sections"]) for record in assembly.parsed)
    return {
        "model": found.model,
        "dimensions": found.dimensions,
        "pack": found.clustered["pack"],
        "probes": _PROBES_LARGE if sections > _LARGE_SITE_SECTIONS else _PROBES,
    }


async def _listings(
    assembly: Assembly,
    services: StepServices,
    digests: Sequence[DocumentDigest],
    links: LinkReport,
    related: Sequence[Sequence[Related]],
) -> dict[str, bytes]:
    entries: list[dict[str, Any]] = []
    for record in assembly.parsed:
        entries += from_json(await load_object(services.steps, step_object(record["key"], "listing")))
    extras = [
        {
            "word_count": digest.word_count,
            "reading_time_s": digest.reading_time_s,
            "related": [digests[other.document].url for other in near],
            "backlinks": [digests[other].url for other in linking],
        }
        for digest, near, linking in zip(digests, related, links.backlinks, strict=True)
    ]
    return {
        "posts.json": to_json(list(posts_listing(entries, extras))),
        "media.json": to_json(media_listing(entries)),
    }


def _report(assembly: Assembly, digests: Sequence[DocumentDigest], links: LinkReport) -> dict[str, Any]:
    skipped = [row for record in assembly.parsed for row in record["skipped"]]
    reasons = sorted({reason for _, reason in skipped})
    parsed = [row for record in assembly.parsed for row in record["diagnostics"]]
    context = assembly.plan.context
    return {
        "layout": {"name": context.layout, "root": context.root, "evidence": assembly.plan.evidence},
        "documents": len(digests),
        "skipped": {reason: [path for path, why in skipped if why == reason] for reason in reasons},
        "tags": {
            kind: {name: [digests[number].url for number in numbers] for name, numbers in index.items()}
            for kind, index in asdict(index_tags(digests)).items()
        },
        "near_duplicates": [
            {
                "documents": [digests[number].path for number in group.documents],
                "similarities": list(group.similarities),
            }
            for group in near_duplicates(digests)
        ],
        "diagnostics": [
            *encode_diagnostics(assembly.source_diagnostics),
            *parsed,
            *encode_diagnostics(links.broken),
        ],
    }


async def _write_database(
    path: Path,
    assembly: Assembly,
    services: StepServices,
    manifest: dict[str, Any],
    digests: Sequence[DocumentDigest],
    pages: PageIndex,
    related: Sequence[Sequence[Related]],
) -> None:
    settings = {
        "format": str(FORMAT),
        "site": assembly.site,
        "revision": manifest["revision"],
        "manifest": to_json(manifest).decode(),
    }
    with DatabaseWriter(path, settings=settings, vectors=assembly.vectors is not None) as writer:
        async for number, base, documents, vectors in _parts(assembly, services):
            writer.add_documents(number, base, documents, digests[number : number + len(documents)], vectors)
            writer.add_links(number, base, documents, pages)
        writer.add_related(related)
        for record in assembly.indexed:
            names = [pack_file(record["pack"], file) for file in range(record["files"])]
            files = [await load_object(services.artifacts, name) for name in names]
            partition = decode_pack(LexiconPack(files, record["first_terms"], record["first_words"]))
            writer.add_terms((term, item.frequency, item.head + item.tail) for term, item in partition.terms.items())
            writer.add_words(partition.words.items())
        writer.finish()


async def _parts(
    assembly: Assembly, services: StepServices
) -> AsyncIterator[tuple[int, int, list[Document], Vectors | None]]:
    """Of each part: the number of its first document, its base, its documents, its sections' vectors."""
    found = assembly.vectors
    for part, record in enumerate(assembly.parsed):
        documents = decode_documents(await load_object(services.steps, step_object(record["key"], "documents")))
        vectors = None
        if found is not None:
            data = await load_object(services.steps, step_object(found.embedded[part]["step"], "vectors"))
            vectors = Vectors(data, found.dimensions)
        yield assembly.first_documents[part], assembly.bases[part], documents, vectors
