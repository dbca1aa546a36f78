"""What a step may use, and the context that all steps of a build share."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict

from shared.concurrency import map_ahead
from shared.config import ContentConfig, FieldWeights, LayoutName
from shared.domain.content.layouts import make_layout
from shared.domain.encoding import from_json, to_json
from shared.domain.revision import pack_name, pack_objects
from shared.domain.steps import Record, step_object
from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Sequence

    from shared.domain.content.layout import Layout
    from shared.domain.index.database_pieces import DatabasePiece
    from shared.ports import ObjectReader, ObjectStore, SourceReader, TextEmbedder, VectorCache

__all__ = [
    "AT_ONCE",
    "ParseContext",
    "StepServices",
    "copy_object",
    "load_object",
    "load_objects",
    "load_record",
    "put_pack",
    "put_piece",
    "save_context",
]

_BLOCK_BYTES: Final = 1 << 20
AT_ONCE: Final = 5
"""A Worker has six connections."""


class ParseContext(BaseModel):
    """Everything that decides what a file becomes, next to its bytes and the date."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    layout: LayoutName
    root: str
    config_texts: dict[str, str]
    base_url: str
    language: str
    content: ContentConfig
    weights: FieldWeights
    tokenizer: int

    @property
    def key(self) -> str:
        return sha256(to_json(self.model_dump(mode="json"))).hexdigest()[:32]

    def make_layout(self) -> Layout:
        return make_layout(
            self.layout, self.root, config_texts=self.config_texts, base_url=self.base_url, language=self.language
        )


@dataclass(slots=True)
class StepServices:
    """`artifacts` is what gets published, `steps` is private to the build.

    `fetches_first`: the source is far away, so that files are better fetched many at a time.
    """

    source: SourceReader
    artifacts: ObjectStore
    steps: ObjectStore
    embedder: TextEmbedder | None = None
    vector_cache: VectorCache | None = None
    fetches_first: bool = False
    contexts: dict[str, tuple[ParseContext, Layout]] = field(default_factory=dict)

    async def context(self, key: str) -> tuple[ParseContext, Layout]:
        if key not in self.contexts:
            context = ParseContext.model_validate(from_json(await load_object(self.steps, step_object(key, "context"))))
            self.contexts[key] = (context, context.make_layout())
        return self.contexts[key]


async def save_context(steps: ObjectStore, context: ParseContext) -> None:
    await steps.put(step_object(context.key, "context"), to_json(context.model_dump(mode="json")))


async def load_object(store: ObjectStore, name: str) -> bytes:
    data = await store.get(name)
    if data is None:
        raise InvariantError(f"{name} is missing, though a finished step made it", object=name)
    return data


def load_objects(store: ObjectStore, names: Iterable[str]) -> AsyncIterator[bytes]:
    """Objects that finished steps made, in order. A few are asked for ahead, since each takes its time from afar."""
    return map_ahead(partial(load_object, store), names, limit=AT_ONCE)


async def copy_object(source: ObjectStore, name: str, target: ObjectStore, new_name: str) -> str:
    """Copy an object that a finished step made, in blocks; its SHA-256."""
    digest = sha256()

    async def blocks() -> AsyncIterator[bytes]:
        offset = 0
        while block := await source.get_range(name, offset, _BLOCK_BYTES):
            digest.update(block)
            yield block
            offset += len(block)
            if len(block) < _BLOCK_BYTES:  # asking behind the end costs a request more
                return

    await target.put_stream(new_name, blocks())
    return digest.hexdigest()


async def load_record(steps: ObjectReader, key: str) -> Record | None:
    data = await steps.get(step_object(key))
    return None if data is None else from_json(data)


async def put_pack(artifacts: ObjectStore, files: Sequence[bytes], blocks: bytes = b"") -> str:
    """Store a pack's files, the last of them a block file if there are `blocks`, unless they are there; its name."""
    pack = pack_name([*files, blocks] if blocks else files)
    for name, data in pack_objects(pack, files, blocks).items():
        if not await artifacts.has(name):
            await artifacts.put(name, data)
    return pack


async def put_piece(key: str, found: DatabasePiece, steps: ObjectStore) -> Record:
    """Store a step's piece of search.db; what its record says of it."""
    await steps.put_stream(step_object(key, "pages"), _stream(found.piece.blocks()))
    await steps.put(step_object(key, "outline"), found.piece.outline.to_bytes())
    return {"counts": found.counts}


async def _stream(blocks: Iterable[bytes]) -> AsyncIterator[bytes]:
    for block in blocks:
        yield block
