"""One vocabulary out of many front matter keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.domain.content.layout import Metadata

if TYPE_CHECKING:
    from shared.domain.content.layouts.front_matter import FrontMatterReader
    from shared.domain.models import JsonValue

__all__ = ["MetadataKeys", "read_metadata"]


@dataclass(frozen=True, slots=True)
class MetadataKeys:
    """Which keys a generator reads, in order of precedence, all in lower case.

    The defaults are the union of what generators and their common themes use: front matter schemas are the author's in
    most of them, and a key that means the same everywhere should work everywhere. A layout replaces what differs.
    """

    title: tuple[str, ...] = ("title",)
    description: tuple[str, ...] = ("description", "summary", "excerpt", "subtitle")
    language: tuple[str, ...] = ("lang", "language", "locale")
    published: tuple[str, ...] = ("date", "pubdate", "publishdate", "published", "publisheddate", "created", "ms.date")
    updated: tuple[str, ...] = (
        "lastmod", "last_modified_at", "last_modified", "last_update.date", "updated", "updateddate", "lastupdated",
        "modified", "ms.date",
    )  # fmt: skip
    expires: tuple[str, ...] = ("expirydate", "expires")
    tags: tuple[str, ...] = ("tags", "tag", "keywords")
    categories: tuple[str, ...] = ("categories", "category")
    authors: tuple[str, ...] = ("authors", "author")
    aliases: tuple[str, ...] = ("aliases", "redirect_from", "alias")
    weight: tuple[str, ...] = ("weight", "sidebar_position", "sidebar.order", "nav_order", "order")
    image: tuple[str, ...] = (
        "image", "images", "cover", "cover_image", "og_image", "hero.image", "featured_image", "thumbnail",
    )  # fmt: skip
    separator: str | None = ","
    """Where a lone string of tags or categories is split; None: it is one tag."""


# Switches that themes and search plug-ins read. True in the first, or false in the second, keeps a page out of search.
_HIDES_WHEN_TRUE = (
    "noindex", "no_index", "search_exclude", "exclude_search", "searchexclude", "excludefromsearch", "searchhidden",
    "robotsnoindex", "search.exclude",
)  # fmt: skip
_HIDES_WHEN_FALSE = ("search", "searchable", "pagefind")


def read_metadata(reader: FrontMatterReader, keys: MetadataKeys) -> Metadata:
    """What front matter alone says. Aliases and image are as written; the layout makes URLs of them."""
    published_switch = reader.value("published")
    return Metadata(
        title=reader.text(*keys.title),
        description=reader.text(*keys.description),
        language=reader.language(*keys.language),
        published=reader.date(*keys.published),
        updated=reader.date(*keys.updated),
        expires=reader.date(*keys.expires),
        tags=reader.texts(*keys.tags, separator=keys.separator),
        categories=reader.texts(*keys.categories, separator=keys.separator),
        authors=reader.texts(*keys.authors),
        aliases=reader.texts(*keys.aliases),
        weight=reader.number(*keys.weight),
        image=reader.image(*keys.image) or None,
        draft=bool(reader.flag("draft")) or published_switch is False,
        opted_out=_is_opted_out(reader),
    )


def _is_opted_out(reader: FrontMatterReader) -> bool:
    # A table under `search` (Material for MkDocs) holds `exclude` and `boost`: it is no switch itself.
    switches = [key for key in _HIDES_WHEN_FALSE if not isinstance(reader.value(key), dict)]
    return (
        True in {reader.flag(key) for key in _HIDES_WHEN_TRUE}
        or False in {reader.flag(key) for key in switches}
        or "noindex" in str(reader.value("robots")).lower()
        or _head_forbids_indexing(reader.value("head"))
    )


def _head_forbids_indexing(head: JsonValue) -> bool:
    """`head` of VitePress (`[tag, attributes]`) and Starlight (`{tag, attrs}`): a robots meta tag that says noindex."""
    for entry in head if isinstance(head, list) else []:
        attributes: JsonValue = None
        if isinstance(entry, list) and len(entry) > 1:
            attributes = entry[1]
        elif isinstance(entry, dict):
            attributes = entry.get("attrs")
        if isinstance(attributes, dict) and attributes.get("name") == "robots":
            return "noindex" in str(attributes.get("content")).lower()
    return False
