"""The smallest layout that a page can be parsed with."""

from __future__ import annotations

import posixpath
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from shared.config import ContentConfig
from shared.domain.content.layout import Metadata
from shared.domain.content.parse import parse_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from shared.domain.models import Diagnostic, Document, JsonValue, ParsedFile

AS_OF = datetime(2026, 1, 1, tzinfo=UTC)


class PlainLayout:
    name = "plain"
    root = ""

    def is_page(self, path: str) -> bool:
        return path.endswith((".md", ".mdx"))

    def metadata(self, path: str, front_matter: Mapping[str, JsonValue]) -> tuple[Metadata, list[Diagnostic]]:
        return (
            Metadata(
                title=str(front_matter.get("title") or ""),
                description=str(front_matter.get("description") or ""),
                language=str(front_matter.get("language") or ""),
                published=_date(front_matter.get("date")),
                expires=_date(front_matter.get("expires")),
                image=str(front_matter["image"]) if "image" in front_matter else None,
                draft=front_matter.get("draft") is True,
                opted_out=front_matter.get("search") is False,
            ),
            [],
        )

    def url(self, path: str, front_matter: Mapping[str, JsonValue], metadata: Metadata) -> str:
        return "/" + path.rsplit(".", 1)[0]

    def new_slugger(self) -> Callable[[str], str]:
        used: dict[str, int] = {}

        def slug(text: str) -> str:
            base = re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
            count = used.get(base, 0)
            used[base] = count + 1
            return f"{base}-{count}" if count else base

        return slug

    def resolve_link(self, path: str, url: str, target: str) -> tuple[str, str] | None:
        if re.match(r"[a-zA-Z][\w+.-]*:|//", target):
            return None
        file, _, fragment = target.partition("#")
        resolved = posixpath.normpath(posixpath.join(posixpath.dirname(url), file)) if file else url
        return resolved.removesuffix(".md"), fragment


def _date(value: JsonValue) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        date = datetime.fromisoformat(value)
    except ValueError:
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def parse(text: str | bytes, path: str = "page.md", **settings: object) -> ParsedFile:
    """Parse a page with the plain layout; keywords are settings of `[content]`."""
    data = text.encode() if isinstance(text, str) else text
    config = ContentConfig.model_validate(settings)
    return parse_file(path, data, PlainLayout(), config, default_language="en", as_of=AS_OF)


def parse_document(text: str, path: str = "page.md") -> Document:
    document = parse(text, path).document
    assert document is not None
    return document


def codes(parsed: ParsedFile) -> list[str]:
    return [diagnostic.code for diagnostic in parsed.diagnostics]
