"""Lists in pages, as the original hands them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.standins.openai_api.errors import bad_request

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def make_page(items: Sequence[dict[str, Any]], query: Mapping[str, str], *, default: int, most: int) -> dict[str, Any]:
    """At most `limit` items behind the one that `after` names. `items`: in the order of the list."""
    limit = query.get("limit", str(default))
    if not limit.isdigit() or not 1 <= int(limit) <= most:
        raise bad_request(
            f"Invalid 'limit': integer out of range. Expected a value from 1 to {most}, but got {limit} instead.",
            param="limit",
            code="invalid_value",
        )
    start = 0
    if after := query.get("after"):
        places = [place for place, item in enumerate(items) if item["id"] == after]
        if not places:
            raise bad_request(f"Invalid cursor: '{after}' is not in the list.", param="after")
        start = places[0] + 1
    shown = list(items[start : start + int(limit)])
    return {
        "object": "list",
        "data": shown,
        "first_id": shown[0]["id"] if shown else None,
        "last_id": shown[-1]["id"] if shown else None,
        "has_more": start + len(shown) < len(items),
    }
