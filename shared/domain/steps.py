"""Steps of the build graph. A step's output is stored under a hash of its inputs, so it never runs twice for the same.

Whoever changes what a stage makes of the same input raises that stage's version.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any, Final, Literal

from shared.domain.encoding import from_json, to_json

__all__ = ["VERSIONS", "Record", "Stage", "Step", "step_object"]

Stage = Literal[
    "plan",
    "fetch",
    "parse",
    "embed",
    "weigh",
    "index",
    "train",
    "encode",
    "words",
    "cluster",
    "judge",
    "relate",
    "enrich",
    "rows",
    "lookups",
    "join",
    "assemble",
    "publish",
]

Record = dict[str, Any]
"""What a step says of its output, as JSON: names, counts, places. The output's bulk lies in objects beside it."""

VERSIONS: Final[dict[str, int]] = {
    "fetch": 1,
    "parse": 8,
    "embed": 5,
    "weigh": 2,
    "index": 9,
    "train": 4,
    "encode": 3,
    "words": 2,
    "cluster": 3,
    "judge": 3,
    "relate": 1,
    "enrich": 4,
    "rows": 1,
    "lookups": 1,
    "join": 1,
    "assemble": 6,
}


@dataclass(frozen=True)
class Step:
    """One unit of work. `inputs` decide the output and make the key; `hints` may speed it up and never change it."""

    stage: Stage
    inputs: Record
    hints: Record

    @cached_property
    def key(self) -> str:
        return sha256(to_json([self.stage, VERSIONS[self.stage], self.inputs])).hexdigest()[:32]

    def to_bytes(self) -> bytes:
        return to_json({"stage": self.stage, "inputs": self.inputs, "hints": self.hints})

    @classmethod
    def from_bytes(cls, data: bytes) -> Step:
        return cls(**from_json(data))


def step_object(key: str, kind: str = "record") -> str:
    """The name of an object that a step writes. The record is written last: a step is done when it is there."""
    return f"steps/{key[:2]}/{key}.{kind}"
