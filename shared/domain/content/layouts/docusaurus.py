"""Docusaurus: https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs and plugin-content-blog."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from shared.domain.content.layouts.base import BaseLayout, split_extension
from shared.domain.content.layouts.dates import parse_date
from shared.domain.content.layouts.site_config import JsConfig, read_texts
from shared.domain.content.layouts.urls import clean_path, join_path, parse_target

if TYPE_CHECKING:
    from shared.config import LayoutName
    from shared.domain.content.layout import Metadata
    from shared.domain.content.layouts.front_matter import FrontMatterReader

__all__ = ["DocusaurusLayout"]

# lib/numberPrefix.js: a version or a date is no number prefix.
_NO_NUMBER_PREFIX = re.compile(r"\d+[-_.]\d+")
_NUMBER_PREFIX = re.compile(r"(\d{1,9})\s*[-_.]+\s*([^-_.\s].*)")
# lib/blogUtils.js, DATE_FILENAME_REGEX
_BLOG_FILE = re.compile(r"(.*)(\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(.*?)(?:/index)?")
_TRANSLATED = re.compile(r"i18n/([^/]+)/docusaurus-plugin-content-(docs|blog|pages)/(?:(current|version-[^/]+)/)?(.+)")
_VERSIONED = re.compile(r"versioned_docs/(version-[^/]+)/(.+)")


class DocusaurusLayout(BaseLayout):
    """The root is the site's folder: documents, versions, translations, blog and pages lie side by side in it."""

    generator: ClassVar[LayoutName] = "docusaurus"
    config_names: ClassVar[tuple[str, ...]] = tuple(f"docusaurus.config.{end}" for end in ("js", "ts", "mjs", "cjs"))
    extra_config_names: ClassVar[tuple[str, ...]] = ("versions.json",)
    markers: ClassVar[tuple[str, ...]] = ("@docusaurus/core",)
    suffixes: ClassVar[tuple[str, ...]] = (".md", ".mdx")

    def configure(self) -> None:
        self._js = JsConfig(self.config.text if self.config else "")
        docs, blog = self._js.table("docs"), self._js.table("blog")
        self._docs_folder = clean_path(docs.text("path") or "docs").strip("/")
        self._blog_folder = clean_path(blog.text("path") or "blog").strip("/")
        self._docs_route = docs.text("routeBasePath") or "docs"
        self._blog_route = blog.text("routeBasePath") or "blog"
        self._trailing_slash = self._js.flag("trailingSlash")
        self._default_locale = self._js.text("defaultLocale") or "en"
        versions = self.project.find_config(self.extra_config_names, self.root)
        known = read_texts(versions.text) if versions else []
        self._last_version = self._js.text("lastVersion") or (known[0] if known else "current")
        # A root set to the documents' folder narrows which files are pages, but does not change their URLs.
        is_docs_folder = self.root.rpartition("/")[2] == self._docs_folder
        own_folder = self.root.rpartition("/")[0] if is_docs_folder else self.root
        self._site_folder = self.config.folder if self.config else own_folder

    def configured_base(self) -> str:
        return self._js.text("baseUrl") or "/"

    def inner_path(self, path: str) -> str | None:
        inner = super().inner_path(path)
        return inner if inner is None else self.clamped_inner_path(path)

    def clamped_inner_path(self, path: str) -> str:
        """Relative to the site's folder, which holds the root."""
        path = clean_path(path)
        return path.removeprefix(f"{self._site_folder}/") if self._site_folder else path

    def accepts(self, inner: str) -> bool:
        """A leading underscore marks a partial, in any folder."""
        return self._place(inner) is not None and not any(part.startswith("_") for part in inner.split("/"))

    def refine(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> Metadata:
        """Unlisted pages stay out of search; dates, order and language may be in the path."""
        kind, locale, _version, rest = self._place(inner) or ("pages", "", "", inner)
        if reader.flag("unlisted"):
            metadata = replace(metadata, opted_out=True)
        if kind == "blog" and not metadata.published and (found := _BLOG_FILE.fullmatch(split_extension(rest)[0])):
            metadata = replace(metadata, published=parse_date(found[2].replace("/", "-")))
        if kind == "docs" and metadata.weight is None:
            metadata = replace(metadata, weight=_number_prefix(split_extension(rest.rpartition("/")[2])[0])[0])
        return replace(metadata, language=metadata.language or locale)

    def page_path(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> str:
        del metadata
        kind, locale, version, rest = self._place(inner) or ("pages", "", "", inner)
        prefix = f"{locale}/" if locale and locale != self._default_locale else ""
        if kind == "docs":
            version_path = "" if version == self._last_version else "next" if version == "current" else version
            path = f"{self._docs_route}/{version_path}/{_doc_slug(rest, reader)}"
        elif kind == "blog":
            path = f"{self._blog_route}/{_blog_slug(rest, reader)}"
        else:
            path = self.file_style(rest, "")
        path = clean_path(f"{prefix}{path}")
        if self._trailing_slash is None or not path:
            return path
        return path.rstrip("/") + ("/" if self._trailing_slash else "")

    def plain_target(self, target: str) -> str:
        """`@site/static/` is served at the base."""
        target = super().plain_target(target)
        return target.removeprefix("@site/static") if target.startswith("@site/static/") else target

    def linked_path(self, path: str, target: str) -> str | None:
        """Besides relative paths: `@site/docs/x.md`, and `/x.md` in the site's or the documents' folder."""
        link = parse_target(self.plain_target(target))
        if link is None or not link.path.lower().endswith(self.suffixes):
            return None
        if link.path.startswith("@site/"):
            return join_path(self._site_folder, link.path.removeprefix("@site/"))
        if link.path.startswith("/"):
            inner = link.path.lstrip("/")
            return join_path(self._site_folder, inner if self._place(inner) else f"{self._docs_folder}/{inner}")
        return super().linked_path(path, target)

    def _place(self, inner: str) -> tuple[str, str, str, str] | None:
        """(`docs`, `blog` or `pages`; locale; version; path within), or None for files that are not content."""
        if found := _TRANSLATED.fullmatch(inner):
            locale, kind, version, rest = found.groups()
            return kind, locale, (version or "current").removeprefix("version-"), rest
        if found := _VERSIONED.fullmatch(inner):
            return "docs", "", found[1].removeprefix("version-"), found[2]
        areas = (("docs", self._docs_folder), ("blog", self._blog_folder), ("pages", "src/pages"))
        for kind, folder in areas:
            if inner.startswith(f"{folder}/"):
                return kind, "", "current", inner.removeprefix(f"{folder}/")
        return None


def _number_prefix(name: str) -> tuple[float | None, str]:
    """`02-intro` -> (2, `intro`)."""
    found = None if _NO_NUMBER_PREFIX.match(name) else _NUMBER_PREFIX.fullmatch(name)
    return (float(found[1]), found[2]) if found else (None, name)


def _doc_slug(rest: str, reader: FrontMatterReader) -> str:
    """lib/slug.js: an absolute `slug`, else `slug`, `id` or the file name below the folders without their numbers."""
    slug = reader.site_address("slug")
    if slug.startswith("/"):
        return slug
    folder, _, name = split_extension(rest)[0].rpartition("/")
    name = _number_prefix(name)[1]
    clean_folder = "".join(f"{_number_prefix(part)[1]}/" for part in folder.split("/") if part)
    if not slug and name.lower() in ("index", "readme", folder.rpartition("/")[2].lower()):
        return clean_folder
    return clean_folder + (slug or reader.site_address("id").replace("/", "-") or name)


def _blog_slug(rest: str, reader: FrontMatterReader) -> str:
    """lib/blogUtils.js: the `slug`, else the date in the file's or folder's name as folders, and the rest."""
    if slug := reader.site_address("slug"):
        return slug
    stem = split_extension(rest)[0]
    if found := _BLOG_FILE.fullmatch(stem):
        return f"{found[2].replace('-', '/')}/{found[1]}{found[3]}"
    return stem.removesuffix("/index")
