"""embed: one part's sections -> their vectors, and the part's share of the sample that clusters are trained on."""

from __future__ import annotations

import struct
import zlib
from base64 import b64decode, b64encode
from collections import Counter
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from shared.domain.index.part_database import read_documents
from shared.domain.steps import Record, Step, step_object
from shared.domain.vectors.quantisation import mean_vector
from shared.domain.vectors.rows import Vectors
from shared.domain.vectors.runs import runs_of_piece
from shared.errors import InvariantError
from shared.ports import WordVectors
from shared.usecases.embed_texts import embed_with_cache
from shared.usecases.stages.services import load_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shared.domain.index.part_database import StoredDocument
    from shared.usecases.stages.services import StepServices

__all__ = ["MAX_RUNS_PER_PART", "Candidate", "embed_step", "embedded_texts", "run_embed"]

_SAMPLES_PER_PART = 64
MAX_RUNS_PER_PART = 1_024
_MAX_TEXT_CHARS = 6_000
"""What follows hardly moves a section's vector, and costs tokens."""


_CANDIDATE: Final = struct.Struct("<II8s")


class Candidate(NamedTuple):
    """A section that may be in the sample. Those of lowest priority numbers are."""

    priority: int
    row: int
    digest: bytes
    """Of its vector."""

    @classmethod
    def read_all(cls, samples: str) -> list[Candidate]:
        """Those of an embed step's record, where they are packed: a large site has tens of thousands."""
        return [cls(*fields) for fields in _CANDIDATE.iter_unpack(b64decode(samples))]


def embed_step(parse_key: str, embedder: str) -> Step:
    return Step("embed", {"part": parse_key, "embedder": embedder}, {})


async def run_embed(step: Step, services: StepServices) -> Record:
    """`samples` of the record: the part's candidates for the sample, best first, as `Candidate.read_all` reads them."""
    embedder = services.embedder
    if embedder is None or embedder.name != step.inputs["embedder"]:
        raise InvariantError("a step asks for another embedder than this build has", wanted=step.inputs["embedder"])
    documents = read_documents(await load_object(services.steps, step_object(step.inputs["part"], "database")))
    texts = [text for document in documents for text in embedded_texts(document)]
    if services.vector_cache is None:
        vectors = await embedder.embed(texts)
    else:
        vectors = await embed_with_cache(embedder, services.vector_cache, texts)
    await services.steps.put(step_object(step.key, "vectors"), vectors.data)
    await services.steps.put(step_object(step.key, "documents"), _document_vectors(documents, vectors).data)
    runs = _own_runs(texts, embedder) if isinstance(embedder, WordVectors) else []
    chosen = sorted(zip(_priorities(documents), range(len(texts)), strict=True))[:_SAMPLES_PER_PART]
    await services.steps.put(step_object(step.key, "sample"), vectors.take(row for _, row in chosen).data)
    candidates = [Candidate(priority, row, sha256(vectors.raw_row(row)).digest()[:8]) for priority, row in chosen]
    samples = b64encode(b"".join([_CANDIDATE.pack(*candidate) for candidate in candidates])).decode()
    return {"sections": len(texts), "samples": samples, "runs": runs}


def _own_runs(texts: Iterable[str], words: WordVectors) -> list[str]:
    """The runs that the model does not have as one token, most frequent first."""
    pieces = Counter(piece for text in texts for piece in text.split())
    common = _as_set(words.common_runs())
    counts: Counter[str] = Counter()
    for piece, occurrences in pieces.items():
        for run in _runs_of(piece):
            if run not in common:
                counts[run] += occurrences
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [run for run, _ in ordered[:MAX_RUNS_PER_PART]]


_runs_of = lru_cache(1 << 16)(runs_of_piece)
_as_set = lru_cache(1)(frozenset[str])


def embedded_texts(document: StoredDocument) -> Iterator[str]:
    """What each section's vector is made of: where it stands, then what it says."""
    for headings, body, code in document.sections:
        place = f"{document.title} {headings}" if headings else document.title
        yield f"{place}\n{body or code or document.description}"[:_MAX_TEXT_CHARS]


def _document_vectors(documents: Iterable[StoredDocument], vectors: Vectors) -> Vectors:
    """Of each document the mean of its sections' vectors."""
    means = []
    start = 0
    for document in documents:
        end = start + len(document.sections)
        means.append(mean_vector(vectors.part(start, end)))
        start = end
    return Vectors.from_rows(means, vectors.dimensions)


def _priorities(documents: Iterable[StoredDocument]) -> list[int]:
    """A number for each section that depends on its place only, so that an edit rarely changes the sample."""
    return [
        zlib.crc32(f"{document.path}#{number}".encode("utf-8", "replace"))
        for document in documents
        for number in range(len(document.sections))
    ]
