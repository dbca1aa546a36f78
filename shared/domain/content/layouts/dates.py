"""Dates as authors write them in front matter."""

from __future__ import annotations

import re
from datetime import UTC, datetime

__all__ = ["parse_date"]

# Tried in order after ISO 8601. `%m/%d/%Y` is Microsoft Learn's `ms.date`, `%b %d %Y` Astro's blog template.
_FORMATS = (
    "%Y/%m/%d", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%m/%d/%Y", "%b %d %Y", "%B %d %Y", "%d %b %Y", "%d %B %Y",
    "%a %b %d %Y", "%a %d %b %Y %H:%M:%S %z", "%d %b %Y %H:%M:%S %z",
)  # fmt: skip
_SHORT = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_SPACED_OFFSET = re.compile(r"(\d)\s+(Z|UTC|GMT|[+-]\d{2}:?\d{2})$")
MAX_DATE_CHARS = 64


def parse_date(value: str) -> datetime | None:
    """An aware datetime in UTC, or None. Without a zone it is UTC: a build must not depend on where it runs."""
    text = " ".join(value.split()) if len(value) <= MAX_DATE_CHARS else ""
    text = _SHORT.sub(lambda found: f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}", text, count=1)
    text = _SPACED_OFFSET.sub(lambda found: found[1] + ("Z" if found[2].isalpha() else found[2]), text)
    return _to_utc(_parse_iso(text) or _parse_by_format(text))


def _parse_iso(text: str) -> datetime | None:
    if len(text) < len("2024-1-1"):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _parse_by_format(text: str) -> datetime | None:
    words = text.replace(",", "")
    for pattern in _FORMATS:
        try:
            found = datetime.strptime(words, pattern)  # noqa: DTZ007 - `_to_utc` adds the zone
        except ValueError:
            continue
        return found
    return None


def _to_utc(moment: datetime | None) -> datetime | None:
    if moment is None:
        return None
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:  # year 1 or 9999, moved over the edge by its zone
        return None
