"""Many byte strings as one: crossing the border to JavaScript costs by the value, hardly by the byte."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["pack_items", "unpack_items"]

_ABSENT = 0xFFFF_FFFF
_LENGTH_BYTES = 4


def pack_items(items: Sequence[bytes | None]) -> bytes:
    """Their number, their lengths (little-endian, four bytes each), then all of them. None is not the empty string."""
    sizes = array("I", [len(items), *(_ABSENT if item is None else len(item) for item in items)])
    return sizes.tobytes() + b"".join(item for item in items if item)


def unpack_items(packed: bytes) -> list[bytes | None]:
    """Raises `InvariantError` if it was cut."""
    (count,) = array("I", packed[:_LENGTH_BYTES])
    start = _LENGTH_BYTES * (count + 1)
    items: list[bytes | None] = []
    for size in array("I", packed[_LENGTH_BYTES:start]):
        if size == _ABSENT:
            items.append(None)
        else:
            items.append(packed[start : start + size])
            start += size
    if start != len(packed) or len(items) != count:
        raise InvariantError("packed values were cut on their way")
    return items
