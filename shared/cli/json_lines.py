"""Files of one JSON object a line, as evaluations have them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from shared.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_json_lines"]


def read_json_lines(path: Path, fields: tuple[str, ...]) -> list[dict[str, Any]]:
    """The objects of a file, each of which has `fields`. Empty lines do not count.

    Raises:
        InputError: a line is not such an object; the message names it.
    """
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputError(f"{path}:{number} is not JSON: {error}", code="bad-line") from error
        missing = [field for field in fields if not isinstance(row, dict) or field not in row]
        if missing:
            example = json.dumps(dict.fromkeys(fields, "…"), ensure_ascii=False)
            raise InputError(
                f"{path}:{number} lacks {', '.join(missing)}; a line looks like {example}", code="bad-line"
            )
        rows.append(row)
    return rows
