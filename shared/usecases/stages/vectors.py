"""train, encode, words, cluster: all sections' vectors -> clusters, codes, the table of words, the files of vectors."""

from __future__ import annotations

from array import array
from base64 import b64decode, b64encode
from functools import lru_cache
from hashlib import sha256
from heapq import nsmallest
from typing import TYPE_CHECKING

from shared.concurrency import map_ahead
from shared.domain.encoding import from_json
from shared.domain.index.blocks import encode_block
from shared.domain.index.varints import decode_varints, encode_varints
from shared.domain.steps import Record, Step, step_object
from shared.domain.vectors.clusters import ClusterTree, assign, sample_size, train
from shared.domain.vectors.codes import VectorCodes, encode_two_bits
from shared.domain.vectors.rows import FLOAT_BYTES, Vectors
from shared.domain.vectors.shards import (
    SHARD_UNIT,
    RowPart,
    RowsPack,
    ShardPlace,
    VectorDirectory,
    WordPacks,
    encode_rows,
    encode_shards,
    group_packs,
    group_rows,
)
from shared.domain.vectors.word_table import block_of, encode_words, pack_count
from shared.errors import InvariantError
from shared.ports import WordVectors
from shared.usecases.stages.embed import Candidate
from shared.usecases.stages.services import AT_ONCE, load_object, load_objects, put_pack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shared.usecases.stages.services import StepServices

__all__ = [
    "choose_runs",
    "cluster_step",
    "encode_step",
    "run_cluster",
    "run_encode",
    "run_train",
    "run_words",
    "train_step",
    "vocabulary_step",
    "words_step",
]

_SECTIONS_PER_CLUSTER = 16
"""At least; at most twice as many, until there are as many clusters as there may be."""
_MAX_CLUSTERS = 1_024
_EXACT_BELOW = 1_024
"""So few sections are one cluster: the browser scans them all."""
_RUNS_PER_SITE = 32_768
_MIN_RUNS_PER_PART = 64
"""The site's own words in the table of words: so many at most, or so many of each part."""
_SAMPLE_OF_ONE_CLUSTER = 256
"""One cluster needs the mean only. An edit of what is sampled changes the codes of all sections, so fewer are; of many
clusters, fewer make worse ones (docs/benchmarks.md)."""


def train_step(embedded: Mapping[str, Record], dimensions: int) -> Step:
    """The step that finds clusters on a sample: the sections of lowest priority number of all parts.

    `embedded` maps keys of embed steps to their records, in path order. What decides the step are the vectors that were
    chosen, whatever parts they come from.
    """
    total = sum(record["sections"] for record in embedded.values())
    clusters = 1 if total <= _EXACT_BELOW else 1 << (total // _SECTIONS_PER_CLUSTER).bit_length() - 1
    clusters = min(clusters, _MAX_CLUSTERS)
    wanted = sample_size(dimensions) if clusters > 1 else _SAMPLE_OF_ONE_CLUSTER
    chosen = nsmallest(
        wanted,
        (
            (candidate.priority, part, candidate.row, candidate.digest)
            for part, record in enumerate(embedded.values())
            for candidate in Candidate.read_all(record["samples"])
        ),
    )
    places: dict[int, list[int]] = {}
    for _, part, row, _ in chosen:
        places.setdefault(part, []).append(row)
    in_order = sorted((part, row, digest) for _, part, row, digest in chosen)
    keys = list(embedded)
    return Step(
        "train",
        {
            "sample": sha256(b"".join([digest for _, _, digest in in_order])).hexdigest(),
            "dimensions": dimensions,
            "clusters": clusters,
        },
        {"places": [[keys[part], rows] for part, rows in sorted(places.items())]},
    )


async def run_train(step: Step, services: StepServices) -> Record:
    sample = await _gather_sample(step.hints["places"], step.inputs["dimensions"], services)
    tree = train(sample, 1, step.inputs["clusters"])
    return {"tree": tree.to_json(), "codes": VectorCodes.choose(sample).to_json()}


async def _gather_sample(places: Sequence[tuple[str, list[int]]], dimensions: int, services: StepServices) -> Vectors:
    """The vectors of the sample, by part, then by row. `places`: of each part its key, and rows by priority."""
    size = dimensions * FLOAT_BYTES

    async def read(place: tuple[str, list[int]]) -> bytes:
        """A part's sample is in order of priority, too: what was chosen of it stands in front."""
        key, rows = place
        return await services.steps.get_range(step_object(key, "sample"), 0, len(rows) * size)

    read_parts = map_ahead(read, places, limit=AT_ONCE)
    vectors: list[bytes] = []
    for _, rows in places:
        data = await anext(read_parts)
        by_row = sorted(range(len(rows)), key=rows.__getitem__)
        vectors += [data[place * size : (place + 1) * size] for place in by_row]
    return Vectors(b"".join(vectors), dimensions)


def encode_step(embed_key: str, train_key: str, dimensions: int) -> Step:
    return Step("encode", {"vectors": embed_key, "clusters": train_key, "dimensions": dimensions}, {})


async def run_encode(step: Step, services: StepServices) -> Record:
    trained = from_json(await load_object(services.steps, step_object(step.inputs["clusters"])))
    data = await load_object(services.steps, step_object(step.inputs["vectors"], "vectors"))
    vectors = Vectors(data, step.inputs["dimensions"])
    clusters = assign(ClusterTree.from_json(trained["tree"]), vectors)
    codes = VectorCodes.from_json(trained["codes"], vectors.dimensions)
    sketches, rows = codes.encode(vectors)
    await services.steps.put(step_object(step.key, "sketches"), sketches)
    await services.steps.put(step_object(step.key, "rows"), encode_rows(rows, codes))
    return {"clusters": b64encode(encode_varints(clusters)).decode()}


def choose_runs(embedded: Sequence[Record], common: Sequence[str]) -> tuple[int, list[list[str]]]:
    """How many packs the table of words has, and for each the runs of the site's own, in code-point order.

    Each part names its most frequent ones, fewer where there are many parts: an edit then changes few packs.
    """
    if not embedded:
        return 0, []
    limit = max(_MIN_RUNS_PER_PART, _RUNS_PER_SITE // len(embedded))
    own = sorted({run for record in embedded for run in record["runs"][:limit]})
    packs = pack_count(len(common) + len(own))
    chosen: list[list[str]] = [[] for _ in range(packs)]
    for run in own:
        chosen[block_of(run, packs)[0]].append(run)
    return packs, chosen


def words_step(embedder: str, packs: int, number: int, runs: Sequence[str]) -> Step:
    """`runs`: the site's own in pack `number` of the table."""
    return Step("words", {"embedder": embedder, "packs": packs, "number": number, "runs": runs}, {})


async def run_words(step: Step, services: StepServices) -> Record:
    embedder = services.embedder
    inputs = step.inputs
    if embedder is None or embedder.name != inputs["embedder"] or not isinstance(embedder, WordVectors):
        raise InvariantError("a step asks for another embedder than this build has", wanted=inputs["embedder"])
    if inputs.get("vocabulary"):
        tokens = encode_block("\n".join(embedder.vocabulary()).encode())
        return {"pack": await put_pack(services.artifacts, (), tokens), "blocks": True, "sizes": []}
    runs = [*_common_of_pack(embedder.common_runs(), inputs["packs"])[inputs["number"]], *inputs["runs"]]
    blocks, sizes = encode_words(runs, embedder.run_vectors(runs), inputs["packs"])
    return {"pack": await put_pack(services.artifacts, (), blocks), "blocks": bool(blocks), "sizes": sizes}


def vocabulary_step(embedder: str) -> Step:
    return Step("words", {"embedder": embedder, "vocabulary": True}, {})


@lru_cache(1)
def _common_of_pack(common: tuple[str, ...], packs: int) -> list[list[str]]:
    found: list[list[str]] = [[] for _ in range(packs)]
    for run in common:
        found[block_of(run, packs)[0]].append(run)
    return found


def cluster_step(
    encoded: Sequence[str], bases: Sequence[int], train_key: str, dimensions: int, words: Sequence[Record]
) -> Step:
    """`words`: the records of the words steps, by pack, and at last that of the vocabulary; or none."""
    return Step(
        "cluster",
        {
            "parts": list(map(list, zip(encoded, bases, strict=True))),
            "clusters": train_key,
            "dimensions": dimensions,
            "words": [[record["pack"], record["sizes"]] for record in words],
        },
        {},
    )


async def run_cluster(step: Step, services: StepServices) -> Record:
    """Gather the sketches of all parts: 34 bytes a section for 128 dimensions, 52 for 384; so a million take 52 MB.

    Of rows, which are larger, those of one file at a time are read.
    """
    parts = step.inputs["parts"]
    clusters = array("I")
    ids = array("I")
    key_of: dict[RowPart, str] = {}
    records = load_objects(services.steps, (step_object(key) for key, _ in parts))
    for key, base in parts:
        members = decode_varints(b64decode(from_json(await anext(records))["clusters"]))
        clusters.extend(members)
        ids.extend(range(base, base + len(members)))
        key_of[RowPart(base, len(members))] = key
    dimensions = step.inputs["dimensions"]
    trained = from_json(await load_object(services.steps, step_object(step.inputs["clusters"])))
    kind = VectorCodes.from_json(trained["codes"], dimensions)
    rows = []
    for group in group_rows(key_of):
        names = (step_object(key_of[part], "rows") for part in group)
        blocks = [block async for block in load_objects(services.steps, names)]
        pack = await put_pack(services.artifacts, (), b"".join(blocks))
        rows.append(RowsPack(pack, tuple(group)))
    sketches = bytearray(len(ids) * kind.sketch_bytes)
    end = 0
    async for data in load_objects(services.steps, (step_object(key, "sketches") for key, _ in parts)):
        start, end = end, end + len(data)
        sketches[start:end] = data
    shards: list[ShardPlace] = []
    packs = []
    for members_of, files in group_packs(encode_shards(clusters, ids, sketches, kind.sketch_bytes)):
        packs.append(await put_pack(services.artifacts, (), b"".join(files)))
        for shard, file in zip(members_of, files, strict=True):
            shards.append(ShardPlace(shard.cluster, len(shard.ids), len(file) // SHARD_UNIT))
    *words, (vocabulary, _) = step.inputs["words"] or [("", ())]
    directory = VectorDirectory(
        codes=kind,
        centroids=encode_two_bits(ClusterTree.from_json(trained["tree"]).centroid_numbers, dimensions),
        packs=tuple(packs),
        shards=tuple(shards),
        rows=tuple(rows),
        words=WordPacks(
            tuple(pack for pack, _ in words), tuple(size for _, sizes in words for size in sizes), vocabulary
        ),
    )
    return {
        "pack": await put_pack(services.artifacts, (), directory.to_bytes()),
        "blocks": True,
        "block_packs": directory.packs_used(),
        "shards": len(shards),
    }
