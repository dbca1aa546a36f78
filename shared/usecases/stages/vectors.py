"""train, encode, cluster: all sections' vectors -> clusters, codes, vector shards."""

from __future__ import annotations

from base64 import b64decode, b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from shared.domain.encoding import from_json, to_json
from shared.domain.index.varints import decode_varints, encode_varints
from shared.domain.steps import Record, Step, step_object
from shared.domain.vectors.clusters import MAX_SAMPLE, ClusterTree, assign, train
from shared.domain.vectors.codes import VectorCodes
from shared.domain.vectors.rows import FLOAT_BYTES, Vectors
from shared.domain.vectors.shards import encode_shard_map, encode_shards, group_packs
from shared.usecases.stages.services import load_object, put_pack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shared.usecases.stages.services import StepServices

__all__ = ["cluster_step", "encode_step", "find_sample", "run_cluster", "run_encode", "run_train", "train_step"]

_SECTIONS_PER_CLUSTER = 256
_EXACT_BELOW = 4_096
"""So few sections are one cluster: the browser scans them all."""
_SAMPLE_OF_ONE_CLUSTER = 256
"""One cluster needs the mean only. An edit of what is sampled changes the codes of all sections, so fewer are; of many
clusters, fewer make worse ones (docs/benchmarks.md)."""


async def find_sample(embedded: Mapping[str, Record], dimensions: int, services: StepServices) -> Step:
    """The training step, with its sample stored: the sections of lowest priority number of all parts.

    `embedded` maps keys of embed steps to their records, in path order.
    """
    total = sum(record["sections"] for record in embedded.values())
    clusters = 1 if total <= _EXACT_BELOW else 1 << (total // _SECTIONS_PER_CLUSTER).bit_length() - 1
    wanted = MAX_SAMPLE if clusters > 1 else _SAMPLE_OF_ONE_CLUSTER
    chosen = sorted(
        (priority, part, row) for part, record in enumerate(embedded.values()) for priority, row in record["samples"]
    )[:wanted]
    by_part: dict[int, list[int]] = {}
    for _, part, row in chosen:
        by_part.setdefault(part, []).append(row)
    size = dimensions * FLOAT_BYTES
    keys = list(embedded)
    pieces: list[bytes] = []
    for part, rows in sorted(by_part.items()):
        # A part's sample is in order of priority, too: what was chosen of it stands in front.
        data = await services.steps.get_range(step_object(keys[part], "sample"), 0, len(rows) * size)
        pieces += [
            data[place * size : (place + 1) * size] for _, place in sorted(zip(rows, range(len(rows)), strict=True))
        ]
    sample = b"".join(pieces)
    step = train_step(sha256(sample).hexdigest(), dimensions, clusters)
    await services.steps.put(step_object(step.key, "sample"), sample)
    return step


def train_step(sample_digest: str, dimensions: int, clusters: int) -> Step:
    return Step("train", {"sample": sample_digest, "dimensions": dimensions, "clusters": clusters}, {})


async def run_train(step: Step, services: StepServices) -> Record:
    dimensions = step.inputs["dimensions"]
    sample = Vectors(await load_object(services.steps, step_object(step.key, "sample")), dimensions)
    tree = train(sample, 1, step.inputs["clusters"])
    return {"tree": tree.to_json(), "codes": VectorCodes.choose(sample).to_json()}


def encode_step(embed_key: str, train_key: str, dimensions: int) -> Step:
    return Step("encode", {"vectors": embed_key, "clusters": train_key, "dimensions": dimensions}, {})


async def run_encode(step: Step, services: StepServices) -> Record:
    trained = from_json(await load_object(services.steps, step_object(step.inputs["clusters"])))
    data = await load_object(services.steps, step_object(step.inputs["vectors"], "vectors"))
    vectors = Vectors(data, step.inputs["dimensions"])
    clusters = assign(ClusterTree.from_json(trained["tree"]), vectors)
    codes = VectorCodes.from_json(trained["codes"], vectors.dimensions)
    await services.steps.put(step_object(step.key, "codes"), codes.encode(vectors))
    return {"clusters": b64encode(encode_varints(clusters)).decode()}


def cluster_step(encoded: Sequence[str], bases: Sequence[int], train_key: str, dimensions: int) -> Step:
    return Step(
        "cluster",
        {"parts": list(map(list, zip(encoded, bases, strict=True))), "clusters": train_key, "dimensions": dimensions},
        {},
    )


async def run_cluster(step: Step, services: StepServices) -> Record:
    """Gather the codes of all parts: 50 to 70 bytes a section, so a million sections take 70 MB at most."""
    clusters: list[int] = []
    ids: list[int] = []
    codes: list[bytes] = []
    for key, base in step.inputs["parts"]:
        record = from_json(await load_object(services.steps, step_object(key)))
        members = decode_varints(b64decode(record["clusters"]))
        clusters += members
        ids += range(base, base + len(members))
        codes.append(await load_object(services.steps, step_object(key, "codes")))
    trained = from_json(await load_object(services.steps, step_object(step.inputs["clusters"])))
    kind = VectorCodes.from_json(trained["codes"], step.inputs["dimensions"])
    shards = encode_shards(clusters, ids, b"".join(codes), kind.code_bytes)
    packs = []
    for group, files in group_packs(shards):
        pack = await put_pack(services.artifacts, files)
        packs.append({"pack": pack, "shards": [[shard.cluster, len(shard.ids)] for shard in group]})
    tree = ClusterTree.from_json(trained["tree"])
    directory = to_json(
        {
            "centroids": b64encode(tree.centroid_codes).decode(),
            "codes": trained["codes"],
            "packs": packs,
        }
    )
    files = [directory, encode_shard_map(shards)]
    return {
        "pack": await put_pack(services.artifacts, files),
        "files": len(files),
        "shards": len(shards),
        "packs": packs,
    }
