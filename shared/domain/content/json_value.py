"""What YAML and TOML can hold and JSON cannot, as JSON."""

from __future__ import annotations

import math
from datetime import date, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.domain.models import JsonValue

__all__ = ["DepthError", "to_json_object"]

_MAX_DEPTH = 64
_MAX_INTEGER_BITS = 63


class DepthError(ValueError):
    """The value is nested more deeply than a page's keys need."""


def to_json_object(value: dict[object, object]) -> dict[str, JsonValue]:
    """Dates become ISO 8601 strings, sets sorted lists, keys strings, and numbers outside JSON's range strings.

    Raises:
        DepthError: more than 64 levels.
    """
    return _object(value, 0)


def _object(value: dict[object, object], depth: int) -> dict[str, JsonValue]:
    if depth > _MAX_DEPTH:
        raise DepthError(f"more than {_MAX_DEPTH} levels")
    return {_key(key): _convert(item, depth + 1) for key, item in value.items()}


def _convert(value: object, depth: int) -> JsonValue:
    if isinstance(value, str):
        return _text(value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if value.bit_length() <= _MAX_INTEGER_BITS else hex(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, dict):
        return _object(value, depth)
    if depth > _MAX_DEPTH:
        raise DepthError(f"more than {_MAX_DEPTH} levels")
    if isinstance(value, set | frozenset):
        return [_text(item) for item in sorted(map(str, value))]
    if isinstance(value, list | tuple):
        return [_convert(item, depth + 1) for item in value]
    return _text(value.decode("latin-1") if isinstance(value, bytes) else str(value))


def _key(key: object) -> str:
    converted = _convert(key, _MAX_DEPTH)
    if isinstance(converted, bool):
        return "true" if converted else "false"
    return "null" if converted is None else str(converted)


def _text(value: str) -> str:
    """Half of a surrogate pair can be written as an escape but never stored as UTF-8."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "replace").decode()
    return value
