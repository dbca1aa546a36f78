"""`posts.json` and `media.json`: plain lists of a site's documents and media, for programs that render them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shared.domain.index.documents import timestamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from shared.domain.models import Document

__all__ = ["EXCERPT_CHARS", "MediaListing", "excerpt", "list_documents", "posts_listing"]

EXCERPT_CHARS = 200


def list_documents(documents: Iterable[Document]) -> list[dict[str, Any]]:
    """One entry a document, with its media; what the site's other documents add comes later (`posts_listing`)."""
    return [_entry(document) for document in documents]


def _entry(document: Document) -> dict[str, Any]:
    return {
        "path": document.path,
        "url": document.url,
        "slug": document.url.rstrip("/").rpartition("/")[2].removesuffix(".html"),
        "title": document.title,
        "description": document.description,
        "excerpt": excerpt(document),
        "language": document.language,
        "date": timestamp(document.published),
        "updated": timestamp(document.updated),
        "tags": [*document.tags],
        "categories": [*document.categories],
        "authors": [*document.authors],
        "image": document.image,
        "weight": document.weight,
        "sections": len(document.sections),
        "media": [
            {"url": media.url, "alt": media.alt, "title": media.title, "kind": media.kind} for media in document.media
        ],
    }


def excerpt(document: Document, max_chars: int = EXCERPT_CHARS) -> str:
    """The description, else the beginning of the first section with prose, cut at a word."""
    text = document.description or next((section.body for section in document.sections if section.body), "")
    text = " ".join(text[: max_chars * 4].split())
    if len(text) <= max_chars:
        return text
    return text[:max_chars].rsplit(" ", 1)[0] + "…"


def posts_listing(
    entries: Iterable[Mapping[str, Any]], extras: Iterable[Mapping[str, Any]], first: int = 0
) -> Iterator[dict[str, Any]]:
    """Entries of `posts.json`, in path order, numbered like the rows of `search.db`, from `first`."""
    for number, (entry, extra) in enumerate(zip(entries, extras, strict=True), first):
        yield {"id": number, **{key: value for key, value in entry.items() if key != "media"}, **extra}


class MediaListing:
    """`media.json`: each URL once, in order of first use, with the documents that show it."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, Any]] = {}

    def add(self, entries: Iterable[Mapping[str, Any]]) -> None:
        """Add the media of the next documents."""
        for entry in entries:
            for media in entry["media"]:
                known = self._found.setdefault(media["url"], {**media, "documents": {}})
                known["alt"] = known["alt"] or media["alt"]
                known["documents"][entry["url"]] = None

    def entries(self) -> list[dict[str, Any]]:
        return [{**entry, "documents": list(entry["documents"])} for entry in self._found.values()]
