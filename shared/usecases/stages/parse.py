"""parse: the files of one part -> its database, counted terms, document leaves, digests and listing."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from shared.domain.content.parse import parse_file, refuse_large_file
from shared.domain.diagnostics import encode_diagnostics
from shared.domain.encoding import from_json, to_json
from shared.domain.enrich import digest_document, terms_by_document
from shared.domain.index.documents import encode_documents, timestamp
from shared.domain.index.part_database import encode_part
from shared.domain.index.partial import count_part
from shared.domain.listing import list_documents
from shared.domain.models import SourceFile
from shared.domain.steps import Record, Step, step_object
from shared.domain.text import Analyzer
from shared.usecases.stages.digests import put_digests
from shared.usecases.stages.fetch import forget_files, load_files
from shared.usecases.stages.services import load_record, put_pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shared.domain.models import Document
    from shared.ports import ObjectReader
    from shared.usecases.stages.services import StepServices

__all__ = ["find_parsed", "parse_step", "run_parse"]

analyzer_for = lru_cache(maxsize=32)(Analyzer)


def parse_step(files: Iterable[SourceFile], context: str, as_of: datetime) -> Step:
    """The step for one part. Pages come and go at dates: its output is kept under `_parsed_key`, which counts them."""
    rows = [[file.path, file.content_id, file.size_bytes] for file in files]
    return Step("parse", {"context": context, "files": rows}, {"as_of": as_of.isoformat()})


def _parsed_key(step: Step, switches: Iterable[str], as_of: datetime) -> str:
    passed = sum(datetime.fromisoformat(moment) <= as_of for moment in switches)
    return sha256(f"{step.key} {passed}".encode()).hexdigest()[:32]


async def find_parsed(step: Step, steps: ObjectReader) -> Record | None:
    """The record of an earlier run that still holds at this build's date."""
    switches = await steps.get(step_object(step.key, "switches"))
    if switches is None:
        return None
    as_of = datetime.fromisoformat(step.hints["as_of"])
    return await load_record(steps, _parsed_key(step, from_json(switches), as_of))


async def run_parse(step: Step, services: StepServices) -> Record:
    context, layout = await services.context(step.inputs["context"])
    as_of = datetime.fromisoformat(step.hints["as_of"])
    files = [SourceFile(*row) for row in step.inputs["files"]]
    refused = {file.path: refuse_large_file(file.path, file.size_bytes, context.content) for file in files}
    texts = await _read_files([file for file in files if not refused[file.path]], step, services)
    parsed = [
        refused[file.path]
        or parse_file(
            file.path, texts[file.path], layout, context.content, default_language=context.language, as_of=as_of
        )
        for file in files
    ]
    switches = sorted(moment.isoformat() for item in parsed for moment in item.switches_at)
    key = _parsed_key(step, switches, as_of)
    documents = [item.document for item in parsed if item.document is not None]
    counted = count_part(documents, context.weights, analyzer_for)
    pack = encode_documents(documents, site_language=context.language)
    counts = terms_by_document(counted.terms, pack.sections)
    digests = [digest_document(document, terms) for document, terms in zip(documents, counts, strict=True)]
    await services.steps.put(step_object(key, "database"), encode_part(documents, digests))
    await services.steps.put(step_object(key, "counts"), counted.to_bytes())
    await put_digests(key, digests, services)
    await services.steps.put(step_object(key, "listing"), to_json(list_documents(documents)))
    record: Record = {
        "key": key,
        "documents": len(documents),
        "sections": pack.sections,
        "leaves": pack.leaves,
        "pack": await put_pack(services.artifacts, (), pack.blocks) if pack.blocks else "",
        "files": 0,
        "blocks": bool(pack.blocks),
        "tags": [document.tags for document in documents],
        "dates": [timestamp(document.published or document.updated) for document in documents],
        "length": sum(counted.lengths),
        "postings": sum(len(pairs) for pairs in counted.terms.values()) // 2,
        "text_bytes": _text_bytes(documents),
        "languages": sorted({document.language for document in documents}),
        "skipped": [[item.path, item.skipped] for item in parsed if item.skipped],
        "diagnostics": encode_diagnostics([found for item in parsed for found in item.diagnostics]),
    }
    await services.steps.put(step_object(key), to_json(record))
    await services.steps.put(step_object(step.key, "switches"), to_json(switches))
    if services.fetches_first:
        await forget_files(step.key, services.steps)
    return record


async def _read_files(files: Sequence[SourceFile], step: Step, services: StepServices) -> dict[str, bytes]:
    """The bytes of a part's files, from the bundle that a fetch step has left or from the source."""
    fetched = await load_files(step.key, services.steps) if services.fetches_first else None
    return fetched or {file.path: data async for file, data in services.source.read_many(files)}


def _text_bytes(documents: Iterable[Document]) -> int:
    return sum(
        len(text.encode("utf-8", "replace"))
        for document in documents
        for section in document.sections
        for text in (section.body, section.code)
    )
