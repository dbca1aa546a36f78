"""assemble: the outputs of all stages -> the files of a revision: database, directory, listings, report, manifest."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from shared.domain.diagnostics import encode_diagnostics
from shared.domain.encoding import from_json, to_json
from shared.domain.index.directory import DirectoryPart, Leaf, encode_directory
from shared.domain.index.documents import timestamp
from shared.domain.index.facets import encode_dates, encode_tags
from shared.domain.index.postings import LEVELS
from shared.domain.revision import FORMAT, finish_manifest, revision_file
from shared.domain.steps import step_object
from shared.domain.text import TOKENIZER_VERSION, Analyzer
from shared.usecases.checksums import write_checksums
from shared.usecases.stages.join import join_step
from shared.usecases.stages.judge import FIRST_DIAGNOSTICS
from shared.usecases.stages.services import copy_object, load_object, put_pack

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime

    from shared.config import SiteConfig
    from shared.domain.models import Diagnostic
    from shared.domain.steps import Record, Step
    from shared.usecases.plan_build import BuildPlan
    from shared.usecases.stages.services import StepServices

__all__ = ["Assembly", "Report", "SiteVectors", "assemble"]

_PROBES = [1024, 20]
"""Sections of the nearest clusters, and documents that words like best: docs/decisions has the measurements."""


@dataclass(frozen=True, slots=True)
class SiteVectors:
    """The model, and the pack that the cluster step made."""

    model: str
    dimensions: int
    pack: str


@dataclass(frozen=True, slots=True)
class Assembly:
    """Everything the earlier stages found. `parsed` and `bases` are by part, `indexed` by partition; `pieces` are
    those of search.db, in order."""

    config: SiteConfig
    plan: BuildPlan
    commit: str | None
    as_of: datetime
    parsed: list[Record]
    judged: Record
    bases: list[int]
    indexed: list[Record]
    pieces: list[Record]
    vectors: SiteVectors | None
    source_diagnostics: tuple[Diagnostic, ...]

    @property
    def site(self) -> str:
        return self.config.site.name


@dataclass(frozen=True, slots=True)
class Report:
    """report.json: `data` is the file. `first`: at most 100 of its diagnostics, of which there are `total`."""

    data: bytes
    first: list[dict[str, Any]]
    total: int


async def assemble(
    assembly: Assembly,
    enriched: Awaitable[Record],
    services: StepServices,
    run: Callable[[Sequence[Step]], Awaitable[list[Record]]],
) -> tuple[dict[str, Any], Report]:
    """Write all files of the revision but its manifest, which is what makes it one; (manifest, report).

    `enriched` is the record of the enrich step, awaited only when the listings need it. `run` runs further steps.
    """
    manifest = finish_manifest(await _manifest(assembly, services))
    revision = manifest["revision"]
    changed: dict[str, str | None] = {}
    database = revision_file(assembly.site, revision, "search.db")
    if not await services.artifacts.has(database):
        (joined,) = await run([join_step(assembly.pieces, _settings(manifest), database)])
        changed["search.db"] = joined["sha256"]
    key = (await enriched)["step"]
    for name in ("posts", "media"):
        file = revision_file(assembly.site, revision, f"{name}.json")
        if not await services.artifacts.has(file):
            copied = await copy_object(services.steps, step_object(key, name), services.artifacts, file)
            changed[f"{name}.json"] = copied
    report = await _report(assembly, revision, key, services)
    await _put_report(assembly.site, revision, report.data, services)
    changed["report.json"] = sha256(report.data).hexdigest()
    await write_checksums(assembly.site, revision, changed, services.artifacts)
    return manifest, report


def _settings(manifest: dict[str, Any]) -> dict[str, str]:
    """The facts about the build that search.db tells."""
    return {
        "format": str(FORMAT),
        "site": manifest["site"]["name"],
        "revision": manifest["revision"],
        "manifest": to_json(manifest).decode(),
    }


async def _put_report(site: str, revision: str, data: bytes, services: StepServices) -> None:
    """The one file that may change within a revision: it also tells of pages that are not shown, for their date."""
    name = revision_file(site, revision, "report.json")
    if await services.artifacts.get(name) != data:
        await services.artifacts.put(name, data)


async def _manifest(assembly: Assembly, services: StepServices) -> dict[str, Any]:
    config = assembly.config
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
            {
                "pack": record["pack"],
                "terms": record["first_terms"],
                "sizes": record["sizes"],
                "words": record["first_words"],
            }
            for record in assembly.indexed
            if record["pack"]
        ],
        "documents": await _put_directory(assembly, services),
        "vectors": _vectors_manifest(assembly),
        "database": {"url": "search.db", "content_bytes": content_bytes},
    }


async def _put_directory(assembly: Assembly, services: StepServices) -> dict[str, Any]:
    parts = [
        DirectoryPart(record["pack"], base, [Leaf(*leaf) for leaf in record["leaves"]])
        for record, base in zip(assembly.parsed, assembly.bases, strict=True)
        if record["documents"]
    ]
    tags = [own for record in assembly.parsed for own in record["tags"]]
    dates = [own for record in assembly.parsed for own in record["dates"]]
    files = [encode_tags(tags), encode_dates(dates)]
    pack = await put_pack(services.artifacts, files, encode_directory(parts))
    return {"pack": pack, "tags": len({tag for own in tags for tag in own}), "dates": sum(map(bool, dates))}


def _vectors_manifest(assembly: Assembly) -> dict[str, Any] | None:
    found = assembly.vectors
    if found is None:
        return None
    return {
        "model": found.model,
        "dimensions": found.dimensions,
        "pack": found.pack,
        "probes": _PROBES,
    }


async def _report(assembly: Assembly, revision: str, enriched: str, services: StepServices) -> Report:
    """What is known of broken links is put into it as it is stored: as objects it would be many times as large."""
    skipped = [row for record in assembly.parsed for row in record["skipped"]]
    context = assembly.plan.context
    report = {
        "revision": revision,
        "layout": {"name": context.layout, "root": context.root, "evidence": assembly.plan.evidence},
        "documents": sum(record["documents"] for record in assembly.parsed),
        "skipped": {
            reason: [path for path, why in skipped if why == reason] for reason in sorted({why for _, why in skipped})
        },
        **from_json(await load_object(services.steps, step_object(enriched, "findings"))),
    }
    own = [
        *encode_diagnostics(assembly.source_diagnostics),
        *(row for record in assembly.parsed for row in record["diagnostics"]),
    ]
    judged = assembly.judged["step"]
    first = [*own, *from_json(await load_object(services.steps, step_object(judged, "broken-first")))]
    broken = await load_object(services.steps, step_object(judged, "broken"))
    comma = b"," if own and assembly.judged["broken"] else b""
    diagnostics = (to_json(own)[:-1], comma, memoryview(broken)[1:])
    data = b"".join((to_json(report)[:-1], b',"diagnostics":', *diagnostics, b"}"))
    return Report(data, first[:FIRST_DIAGNOSTICS], len(own) + assembly.judged["broken"])
