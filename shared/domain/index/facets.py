"""Facets: the tags and the date of every document in two small files, for counting, filtering and sorting results."""

from __future__ import annotations

from base64 import b64decode, b64encode
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from shared.domain.encoding import from_json, to_json
from shared.domain.index.varints import decode_varints, encode_varints

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["decode_dates", "decode_tags", "encode_dates", "encode_tags"]

_FIRST_DAY = date(1, 1, 1)


def encode_tags(documents: Sequence[Sequence[str]]) -> bytes:
    """`documents`: the tags of each, in order of their numbers."""
    numbers: dict[str, list[int]] = {}
    for number, tags in enumerate(documents):
        for tag in dict.fromkeys(tags):
            numbers.setdefault(tag, []).append(number)
    columns = {tag: b64encode(encode_varints(_differences(numbers[tag]))).decode() for tag in sorted(numbers)}
    return to_json({"tags": columns})


def _differences(numbers: Sequence[int]) -> list[int]:
    return [numbers[0], *(after - before for before, after in pairwise(numbers))]


def decode_tags(data: bytes) -> dict[str, list[int]]:
    """Tag -> the numbers of its documents, ascending."""
    found: dict[str, list[int]] = {}
    for tag, column in from_json(data)["tags"].items():
        number = 0
        found[tag] = []
        for difference in decode_varints(b64decode(column)):
            number += difference
            found[tag].append(number)
    return found


def encode_dates(documents: Sequence[str | None]) -> bytes:
    """`documents`: the date of each, in order of their numbers, as `YYYY-MM-DD…`, or None."""
    days = [0 if text is None else (date.fromisoformat(text[:10]) - _FIRST_DAY).days + 1 for text in documents]
    return to_json({"days": b64encode(encode_varints(days)).decode()})


def decode_dates(data: bytes) -> list[str | None]:
    """The date of each document, `YYYY-MM-DD` or None."""
    days = decode_varints(b64decode(from_json(data)["days"]))
    return [(_FIRST_DAY + timedelta(days=day - 1)).isoformat() if day else None for day in days]
