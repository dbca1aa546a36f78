"""assemble: the outputs of all stages -> the files of a revision: database, directory, listings, report, manifest."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shared.domain.diagnostics import encode_diagnostics
from shared.domain.encoding import from_json, to_json
from shared.domain.enrich import PageIndex, Related
from shared.domain.index.database import DatabaseWriter
from shared.domain.index.documents import timestamp
from shared.domain.index.postings import LEVELS
from shared.domain.revision import FORMAT, finish_manifest, revision_file
from shared.domain.steps import step_object
from shared.domain.text import TOKENIZER_VERSION, Analyzer
from shared.domain.vectors.rows import Vectors
from shared.usecases.checksums import write_checksums
from shared.usecases.stages.enrich import load_digests
from shared.usecases.stages.services import load_object, put_pack

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable
    from datetime import datetime

    from shared.config import SiteConfig
    from shared.domain.models import Diagnostic
    from shared.domain.steps import Record
    from shared.usecases.plan_build import BuildPlan
    from shared.usecases.stages.services import StepServices

__all__ = ["Assembly", "VectorRecords", "assemble"]

_PROBES = [2, 4]
_PROBES_LARGE = [4, 8]
_LARGE_SITE_SECTIONS = 50_000


@dataclass(frozen=True, slots=True)
class VectorRecords:
    """Records of the embed steps, one a part, and the pack that the cluster step made."""

    model: str
    dimensions: int
    embedded: list[Record]
    pack: str


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


async def assemble(
    assembly: Assembly, enriched: Awaitable[Record], services: StepServices
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Write all files of the revision but its manifest, which is what makes it one; (manifest, report).

    `enriched` is the record of the enrich step, awaited only when the database needs it, so that both go on at once.
    """
    manifest = finish_manifest(await _manifest(assembly, services))
    revision = manifest["revision"]
    changed = []
    database = revision_file(assembly.site, revision, "search.db")
    if not await services.artifacts.has(database):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "search.db"
            await _write_database(path, assembly, enriched, services, manifest)
            await services.artifacts.put_stream(database, _read_blocks(path))
        changed.append("search.db")
    key = (await enriched)["step"]
    for name in ("posts", "media"):
        file = revision_file(assembly.site, revision, f"{name}.json")
        if not await services.artifacts.has(file):
            await services.artifacts.put(file, await load_object(services.steps, step_object(key, name)))
            changed.append(f"{name}.json")
    report = _report(assembly, from_json(await load_object(services.steps, step_object(key, "findings"))))
    await _put_report(assembly.site, revision, report, services)
    changed.append("report.json")  # if not now, then perhaps by a build that died before it wrote the checksums
    await write_checksums(assembly.site, revision, changed, services.artifacts)
    return manifest, report


async def _put_report(site: str, revision: str, report: dict[str, Any], services: StepServices) -> None:
    """The one file that may change within a revision: it also tells of pages that are not shown, for their date."""
    name = revision_file(site, revision, "report.json")
    data = to_json({"revision": revision, **report})
    if await services.artifacts.get(name) != data:
        await services.artifacts.put(name, data)


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
        "pack": found.pack,
        "probes": _PROBES_LARGE if sections > _LARGE_SITE_SECTIONS else _PROBES,
    }


def _report(assembly: Assembly, findings: dict[str, Any]) -> dict[str, Any]:
    skipped = [row for record in assembly.parsed for row in record["skipped"]]
    context = assembly.plan.context
    return {
        "layout": {"name": context.layout, "root": context.root, "evidence": assembly.plan.evidence},
        "documents": sum(record["documents"] for record in assembly.parsed),
        "skipped": {
            reason: [path for path, why in skipped if why == reason] for reason in sorted({why for _, why in skipped})
        },
        "tags": findings["tags"],
        "near_duplicates": findings["near_duplicates"],
        "diagnostics": [
            *encode_diagnostics(assembly.source_diagnostics),
            *(row for record in assembly.parsed for row in record["diagnostics"]),
            *findings["diagnostics"],
        ],
    }


async def _write_database(
    path: Path, assembly: Assembly, enriched: Awaitable[Record], services: StepServices, manifest: dict[str, Any]
) -> None:
    settings = {
        "format": str(FORMAT),
        "site": assembly.site,
        "revision": manifest["revision"],
        "manifest": to_json(manifest).decode(),
    }
    digests = await load_digests((record["key"] for record in assembly.parsed), services)
    pages = PageIndex(digests, base_url=assembly.config.site.base_url)
    vectors = assembly.vectors
    with DatabaseWriter(path, settings=settings, vectors=vectors is not None) as writer:
        async for number, part, document, section in _parts(assembly, services):
            writer.add_sections(part, document, section, await _load_vectors(number, vectors, services))
        async for _, part, document, section in _parts(assembly, services):
            writer.add_details(part, document, section, pages)
        for record in assembly.indexed:
            writer.add_partition(await load_object(services.steps, step_object(record["step"], "database")))
        writer.index()
        related = from_json(await load_object(services.steps, step_object((await enriched)["step"], "related")))
        writer.finish([Related(*item) for item in items] for items in related)


async def _read_blocks(path: Path) -> AsyncIterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            yield block


async def _parts(assembly: Assembly, services: StepServices) -> AsyncIterator[tuple[int, bytes, int, int]]:
    """Of each part: its number, its database, the ids of its first document and section."""
    ids = zip(assembly.parsed, assembly.first_documents, assembly.bases, strict=True)
    for number, (record, first_document, base) in enumerate(ids):
        yield number, await load_object(services.steps, step_object(record["key"], "database")), first_document, base
        await asyncio.sleep(0)  # writing never waits for anything: let what runs beside it have its turn


async def _load_vectors(part: int, vectors: VectorRecords | None, services: StepServices) -> Vectors | None:
    if vectors is None:
        return None
    data = await load_object(services.steps, step_object(vectors.embedded[part]["step"], "vectors"))
    return Vectors(data, vectors.dimensions)
