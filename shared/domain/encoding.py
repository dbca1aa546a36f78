"""JSON as every artifact has it: UTF-8, no spaces, keys in the order given. One place, so that bytes are equal."""

from __future__ import annotations

import json
import re
from typing import Any, Final

__all__ = ["from_foreign_json", "from_json", "to_json"]

_MAX_DEPTH: Final = 64
_BRACKET: Final = re.compile(r"[\[{]|[\]}]|\"[^\"\\]*+(?:\\.[^\"\\]*+)*+\"?", re.DOTALL)
"""Opening or closing, or a whole string, whose brackets are none. Possessive: it never goes back."""


def to_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8", "replace")


def from_json(data: bytes | str) -> Any:
    return json.loads(data)


def from_foreign_json(text: str) -> Any:
    """JSON from outside. Deep nesting would exhaust the stack, which in a Worker ends the process and not the call.

    Raises:
        ValueError: it is no JSON, or nested deeper than 64 levels.
    """
    depth = 0
    for found in _BRACKET.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > _MAX_DEPTH:
            raise ValueError("nested too deeply")
    return json.loads(text)
