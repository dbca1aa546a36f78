"""JSON as every artifact has it: UTF-8, no spaces, keys in the order given. One place, so that bytes are equal."""

from __future__ import annotations

import json
from typing import Any

__all__ = ["from_json", "to_json"]


def to_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8", "replace")


def from_json(data: bytes | str) -> Any:
    return json.loads(data)
