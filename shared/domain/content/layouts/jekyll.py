"""Jekyll: https://jekyllrb.com/docs/ (posts, pages, collections, permalinks, front matter defaults)."""

from __future__ import annotations

import re
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, ClassVar

from shared.domain.content.layouts.base import BaseLayout, split_extension, without_index_file
from shared.domain.content.layouts.dates import parse_date
from shared.domain.content.layouts.jekyll_urls import (
    POST_STYLES,
    date_tokens,
    expand_template,
    page_template,
    slugify,
    titleize,
)
from shared.domain.content.layouts.metadata import MetadataKeys
from shared.domain.content.layouts.site_config import as_table, as_text, as_texts, lookup, read_data
from shared.domain.content.layouts.sluggers import new_kramdown_slugger
from shared.domain.content.layouts.urls import clean_path

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from shared.config import LayoutName
    from shared.domain.content.layout import Metadata
    from shared.domain.content.layouts.front_matter import FrontMatterReader
    from shared.domain.content.layouts.project import ConfigFile, Project
    from shared.domain.models import JsonValue

__all__ = ["JekyllLayout"]

_POST = re.compile(r"(?:(.*)/)?_(posts|drafts)/(.+)")
_DATED_NAME = re.compile(r"(\d{2,4}-\d{1,2}-\d{1,2})-(.*)")
_BASE_VARIABLE = re.compile(r"\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}")


class JekyllLayout(BaseLayout):
    """Follows GitHub Pages where plain Jekyll differs: `README.md` is its folder's page, links to files work."""

    generator: ClassVar[LayoutName] = "jekyll"
    config_names: ClassVar[tuple[str, ...]] = ("_config.yml", "_config.yaml", "_config.toml")
    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown", ".mkdown", ".mkdn", ".mkd")
    index_stems: ClassVar[tuple[str, ...]] = ("index", "readme")
    keys: ClassVar[MetadataKeys] = MetadataKeys(separator=" ")
    root_is_project: ClassVar[bool] = True
    assets_beside_source: ClassVar[bool] = False

    @classmethod
    def default_root(cls, project: Project, config: ConfigFile | None) -> str:
        """`source`, by default the project itself."""
        del project
        settings = read_data(config.path, config.text) if config else {}
        return f"{config.folder if config else ''}/{as_text(settings.get('source'))}"

    def configure(self) -> None:
        settings = read_data(self.config.path, self.config.text) if self.config else {}
        self._settings: dict[str, Any] = settings
        self._style = as_text(settings.get("permalink")) or "date"
        self._excluded = as_texts(settings.get("exclude"))
        self._included = as_texts(settings.get("include"))
        collections = settings.get("collections")
        self._collections = {name: as_table(options) for name, options in as_table(collections).items()}
        self._collections_folder = clean_path(as_text(settings.get("collections_dir")) + "/")
        defaults = settings.get("defaults")
        self._defaults = [as_table(entry) for entry in defaults] if isinstance(defaults, list) else []

    def configured_base(self) -> str:
        return as_text(self._settings.get("baseurl")) or "/"

    def leaves_out(self, folder: str) -> bool:
        return super().leaves_out(folder) and folder not in self._included

    def accepts(self, inner: str) -> bool:
        """Underscore folders are Jekyll's own, but for posts, drafts and collections with output."""
        if any(_matches(inner, pattern) for pattern in self._excluded):
            return False
        collection, rest = self._collection(inner)
        if collection in ("posts", "drafts"):
            return collection == "drafts" or bool(_DATED_NAME.match(rest.rpartition("/")[2]))
        if collection:
            return self._collections[collection].get("output") is True
        hidden = [part for part in inner.split("/") if part[0] in "_#~" and part not in self._included]
        return not hidden

    def effective_front_matter(self, inner: str, front_matter: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
        """Front matter defaults of the configuration; later and longer scopes win, the page wins over all."""
        kind = self._collection(inner)[0] or "pages"
        merged: dict[str, JsonValue] = {}
        for entry in sorted(self._defaults, key=lambda entry: len(as_text(lookup(entry, "scope.path")))):
            scope_path, scope_kind = as_text(lookup(entry, "scope.path")), as_text(lookup(entry, "scope.type"))
            if scope_kind in ("", kind) and (not scope_path or _matches(inner, scope_path)):
                merged |= as_table(entry.get("values"))
        return {**merged, **front_matter} if merged else front_matter

    def refine(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> Metadata:
        """A post's date and title come from its file's name unless stated, and categories from the folders above."""
        collection, rest = self._collection(inner)
        if collection not in ("posts", "drafts"):
            return metadata
        date, name = _split_date(split_extension(rest.rpartition("/")[2])[0])
        # A lone `category` is one category, even with spaces in it.
        single = reader.texts("category") if reader.value("categories") is None else ()
        above = inner.partition(f"_{collection}/")[0].split("/")
        categories = (*filter(None, above), *(single or metadata.categories))
        return replace(
            metadata,
            title=metadata.title or titleize(name),
            published=metadata.published or (parse_date(date) if date else None),
            categories=tuple(dict.fromkeys(categories)),
            draft=metadata.draft or collection == "drafts",
        )

    def page_path(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> str:
        collection, rest = self._collection(inner)
        stem = split_extension(rest)[0]
        folder, _, name = stem.rpartition("/")
        is_post = collection in ("posts", "drafts")
        if is_post:
            name = _split_date(name)[1]
        slug = reader.text("slug") or name
        tokens = {
            "path": folder if not collection else stem,
            "basename": name,
            "name": slugify(name),
            "title": slugify(slug, pretty=True, cased=True),
            "slug": slugify(slug),
            "collection": collection,
            "categories": "/".join(dict.fromkeys(category.lower() for category in metadata.categories)),
            "slugified_categories": "/".join(dict.fromkeys(slugify(category) for category in metadata.categories)),
            "output_ext": ".html",
            **(date_tokens(metadata.published) if metadata.published else {}),
        }
        if is_post:
            tokens = {**dict.fromkeys(("year", "month", "day", "y_day", "week", "short_day"), ""), **tokens}
        template = reader.site_address("permalink") or self._template(collection, name)
        return without_index_file(expand_template(template, tokens))

    def new_slugger(self) -> Callable[[str], str]:
        """kramdown's anchors; `kramdown.input` chooses between its two dialects."""
        return new_kramdown_slugger(github_flavoured=(lookup(self._settings, "kramdown.input") or "GFM") == "GFM")

    def plain_target(self, target: str) -> str:
        """`{{ site.baseurl }}` before a path says what a path from the root says."""
        return super().plain_target(_BASE_VARIABLE.sub("", target[:8_192], count=2))

    def _template(self, collection: str, name: str) -> str:
        if collection in ("posts", "drafts"):
            stated = as_text(as_table(self._collections.get("posts")).get("permalink")) or self._style
            return POST_STYLES.get(stated, stated)
        if collection:
            stated = as_text(self._collections[collection].get("permalink"))
            return stated or page_template("/:collection/:path", self._style)
        if name.lower() in self.index_stems:
            return "/:path/"
        return page_template("/:path/:basename", self._style)

    def _collection(self, inner: str) -> tuple[str, str]:
        """(`posts`, `drafts`, a collection's name or ""; the path within it)."""
        if found := _POST.fullmatch(inner):
            return found[2], found[3]
        below = inner.removeprefix(self._collections_folder)
        top, _, rest = below.partition("/")
        if rest and top.startswith("_") and top[1:] in self._collections:
            return top[1:], rest
        return "", inner


def _split_date(name: str) -> tuple[str, str]:
    found = _DATED_NAME.fullmatch(name)
    return (found[1], found[2]) if found else ("", name)


def _matches(inner: str, pattern: str) -> bool:
    """Whether a file is `pattern`, below it, or matches it as a glob."""
    pattern = pattern.strip("/")
    return inner == pattern or inner.startswith(f"{pattern}/") or fnmatchcase(inner, pattern)
