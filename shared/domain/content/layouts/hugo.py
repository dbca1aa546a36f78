"""Hugo: https://gohugo.io/content-management/ (organization, page bundles, front matter, multilingual, URLs)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from shared.domain.content.layouts.base import BaseLayout, split_extension, without_index_file
from shared.domain.content.layouts.dates import parse_date
from shared.domain.content.layouts.hugo_urls import expand_permalink, sanitize_path
from shared.domain.content.layouts.locales import COMMON_LOCALES
from shared.domain.content.layouts.metadata import MetadataKeys
from shared.domain.content.layouts.project import folders_above
from shared.domain.content.layouts.site_config import as_table, as_text, as_texts, lookup, read_data
from shared.domain.content.layouts.sluggers import new_goldmark_slugger
from shared.domain.content.layouts.urls import clean_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.config import LayoutName
    from shared.domain.content.layout import Metadata
    from shared.domain.content.layouts.front_matter import FrontMatterReader
    from shared.domain.content.layouts.project import ConfigFile, Project

__all__ = ["HugoLayout"]

_ENDINGS = ("toml", "yaml", "yml", "json")
_LEGACY_NAMES = tuple(f"config.{ending}" for ending in _ENDINGS)
_DATED_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-\d{2}-\d{2}-\d{2})?[-_]?(.*)")
_LANGUAGE_SUFFIX = re.compile(r"(.+)\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)")
_DEFAULT_KEYS = MetadataKeys()


class HugoLayout(BaseLayout):
    """Leaf bundles need the names of the other files (`Project.paths`); without them every Markdown file is a page."""

    generator: ClassVar[LayoutName] = "hugo"
    config_names: ClassVar[tuple[str, ...]] = (
        *(f"hugo.{ending}" for ending in _ENDINGS),
        *(f"config/_default/hugo.{ending}" for ending in _ENDINGS),
        *(f"config/_default/config.{ending}" for ending in _ENDINGS),
        *_LEGACY_NAMES,
    )
    extra_config_names: ClassVar[tuple[str, ...]] = tuple(
        f"config/_default/{part}.{ending}" for part in ("languages", "permalinks") for ending in _ENDINGS
    )
    # A page is out of search until `publishDate`, so that comes before the `date` it shows.
    keys: ClassVar[MetadataKeys] = replace(
        _DEFAULT_KEYS,
        published=("publishdate", "pubdate", "published", "date", *_DEFAULT_KEYS.published),
        expires=("expirydate", "unpublishdate"),
        separator=None,
    )
    assets_beside_source: ClassVar[bool] = False

    @classmethod
    def recognises(cls, project: Project, config: ConfigFile) -> bool:
        """`config.toml` could be anyone's; Hugo's has a `baseURL`, and its site a `content` folder."""
        is_legacy = config.path.rpartition("/")[2] in _LEGACY_NAMES and "_default" not in config.path
        content = f"{config.folder}/content".lstrip("/")
        return not is_legacy or "baseurl" in config.text.lower() or project.has_folder(content)

    @classmethod
    def default_root(cls, project: Project, config: ConfigFile | None) -> str:
        """`contentDir`, `content` unless set; of several languages' folders the one that holds them all."""
        settings = read_data(config.path, config.text) if config else {}
        stated = clean_path(as_text(lookup(settings, "contentDir"))) or "content"
        languages = as_table(lookup(settings, "languages")).values()
        if any(lookup(as_table(language), "contentDir") for language in languages):
            stated = stated.partition("/")[0]
        root = f"{config.folder if config else ''}/{stated}".strip("/")
        tops = {
            path.removeprefix(f"{root}/").partition("/")[0] for path in project.paths if path.startswith(f"{root}/")
        }
        # A repository of one language's content, without configuration to say so, as Hugo's own documentation.
        return f"{root}/{tops.pop()}" if not config and len(tops) == 1 and tops <= COMMON_LOCALES else root

    def configure(self) -> None:
        config = read_data(self.config.path, self.config.text) if self.config else {}
        self._settings: dict[str, Any] = {**self._part("permalinks"), **self._part("languages"), **config}
        languages = as_table(self._setting("languages"))
        self._languages = {
            name.lower(): clean_path(as_text(lookup(as_table(options), "contentDir"))).strip("/")
            for name, options in languages.items()
        }
        self._default_language = (as_text(self._setting("defaultContentLanguage")) or "en").lower()
        self._lower = self._setting("disablePathToLower") is not True
        self._date_from_name = ":filename" in as_texts(self._setting("frontmatter.date"))
        stems = ((path.rpartition("/")[0], split_extension(path)) for path in self.project.paths)
        self._bundles = {
            self.clamped_inner_path(folder)
            for folder, (stem, extension) in stems
            if folder != self.root and extension in self.suffixes and self._split_suffix(stem)[0].endswith("/index")
        }

    def configured_base(self) -> str:
        return as_text(self._setting("baseURL")) or "/"

    def accepts(self, inner: str) -> bool:
        """Markdown in a leaf bundle, other than its `index.md`, belongs to that page."""
        folder, _, name = self._split_suffix(split_extension(inner)[0])[0].rpartition("/")
        if name == "index":  # the bundle's own page, which only a bundle further up could take
            folder = folder.rpartition("/")[0]
        return self._bundles.isdisjoint(folders_above(folder))

    def refine(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> Metadata:
        """Language and date may be in the path; `build` and `headless` keep a page out of lists."""
        build = "build" if reader.value("build") is not None else "_build"
        listed = str(reader.value(f"{build}.list")).lower() not in ("never", "false")
        rendered = str(reader.value(f"{build}.render")).lower() not in ("never", "false", "link")
        dated = _DATED_NAME.fullmatch(self._name(inner)) if self._date_from_name else None
        hidden = not (listed and rendered) or bool(reader.flag("headless"))
        return replace(
            metadata,
            language=self._split_language(inner)[0] or metadata.language,
            published=(parse_date(dated[1]) if dated else None) or metadata.published,
            opted_out=metadata.opted_out or hidden,
        )

    def page_path(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> str:
        language, stem = self._split_language(inner)
        # Patterns are filled with the page's date, even where `publishDate` decides when it appears.
        metadata = replace(metadata, published=reader.date("date") or metadata.published)
        in_subfolder = language != self._default_language or self._setting("defaultContentLanguageInSubdir") is True
        prefix = f"{language}/" if language and language in self._languages and in_subfolder else ""
        if address := reader.site_address("url"):
            address = expand_permalink(address, stem, self._name(inner), "", metadata) or address
            return self._as_folder(address if address.startswith("/") else prefix + address)
        folder, slash, name = stem.rpartition("/")
        if name == "_index":
            return prefix + sanitize_path(folder + slash, lower=self._lower)
        if name == "index" and folder:
            stem, (folder, slash, name) = folder, folder.rpartition("/")
        slug = reader.site_address("slug").strip("/")
        if self._date_from_name and (dated := _DATED_NAME.fullmatch(name)) and dated[2]:
            slug = slug or dated[2]
        pattern = self._permalink(stem.partition("/")[0] if "/" in stem else "")
        path = expand_permalink(pattern, stem, name, slug, metadata) if pattern else None
        if path:
            return prefix + self._as_folder(sanitize_path(path, lower=self._lower))
        end = ".html" if self._setting("uglyURLs") is True else "/"
        return prefix + sanitize_path(f"{folder}{slash}{slug or name}", lower=self._lower) + end

    def new_slugger(self) -> Callable[[str], str]:
        """`markup.goldmark.parser.autoHeadingIDType`, `github` unless set."""
        id_type = self._setting("markup.goldmark.parser.autoHeadingIDType")
        return new_goldmark_slugger(ascii_only=id_type == "github-ascii")

    def _setting(self, dotted_key: str) -> Any:
        return lookup(self._settings, dotted_key)

    def _part(self, part: str) -> dict[str, Any]:
        """A setting that has a file of its own in `config/_default`."""
        names = [name for name in self.extra_config_names if f"/{part}." in name]
        found = self.project.find_config(names, self.root)
        return {part: read_data(found.path, found.text)} if found else {}

    def _permalink(self, section: str) -> str:
        """The section's pattern, from `[permalinks]` or `[permalinks.page]`; "" if there is none."""
        for table in ("permalinks.page", "permalinks"):
            if section and (pattern := as_text(as_table(self._setting(table)).get(section))):
                return pattern
        return ""

    def _split_language(self, inner: str) -> tuple[str, str]:
        """(language, path without it and without suffix), by folder or file name; "" if the site has one language."""
        stem = split_extension(inner)[0]
        whole = f"{self.root}/{stem}".strip("/")
        for language, folder in self._languages.items():
            base = f"{self._site_folder()}/{folder}".strip("/")
            if folder and whole.startswith(f"{base}/"):
                return language, whole.removeprefix(f"{base}/")
        stem, language = self._split_suffix(stem)
        return language or (self._default_language if self._languages else ""), stem

    def _split_suffix(self, stem: str) -> tuple[str, str]:
        """`about.fr` -> (`about`, `fr`) if that is a language of the site, or a common one when the site names none."""
        folder, slash, name = stem.rpartition("/")
        found = _LANGUAGE_SUFFIX.fullmatch(name)
        if found and found[2].lower() in (self._languages or COMMON_LOCALES):
            return f"{folder}{slash}{found[1]}", found[2].lower()
        return stem, ""

    def _name(self, inner: str) -> str:
        """The file's name, or the bundle's."""
        folder, _, name = self._split_language(inner)[1].rpartition("/")
        return folder.rpartition("/")[2] if name == "index" and folder else name

    def _site_folder(self) -> str:
        return self.config.folder if self.config else ""

    @staticmethod
    def _as_folder(path: str) -> str:
        """Hugo writes `index.html` into a folder for a stated path that does not end like a file."""
        path = without_index_file(path)
        last = path.rpartition("/")[2]
        return path if not last or "." in last else path + "/"
