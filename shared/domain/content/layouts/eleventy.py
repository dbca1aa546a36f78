"""Eleventy: https://www.11ty.dev/docs/permalinks/, /docs/dates/ and /docs/data-eleventy-supplied/."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from shared.domain.content.layouts.base import BaseLayout, split_extension, without_index_file
from shared.domain.content.layouts.dates import parse_date
from shared.domain.content.layouts.metadata import MetadataKeys
from shared.domain.content.layouts.site_config import JsConfig

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shared.config import LayoutName
    from shared.domain.content.layout import Metadata
    from shared.domain.content.layouts.front_matter import FrontMatterReader
    from shared.domain.content.layouts.project import ConfigFile, Project
    from shared.domain.models import JsonValue

__all__ = ["EleventyLayout"]

_DATE_IN_PATH = re.compile(r"\d{4}-\d{2}-\d{2}")
_COMPUTED_DATES = ("last modified", "created", "git last modified", "git created")
_INPUT_CALL = re.compile(r"setInputDirectory\(\s*['\"]([^'\"\n]{1,200})['\"]")


class EleventyLayout(BaseLayout):
    """Permalinks in templates or data files are computed when Eleventy runs; pages with them keep their file's path."""

    generator: ClassVar[LayoutName] = "eleventy"
    config_names: ClassVar[tuple[str, ...]] = (
        ".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", "eleventy.config.ts",
    )  # fmt: skip
    markers: ClassVar[tuple[str, ...]] = ("@11ty/eleventy",)
    suffixes: ClassVar[tuple[str, ...]] = (".md",)
    keys: ClassVar[MetadataKeys] = MetadataKeys(separator=None)  # `tags: cats and dogs` is one tag
    root_is_project: ClassVar[bool] = True
    assets_beside_source: ClassVar[bool] = False
    _js: JsConfig

    @classmethod
    def default_root(cls, project: Project, config: ConfigFile | None) -> str:
        """`dir.input`, by default the project itself."""
        del project
        if config is None:
            return ""
        called = _INPUT_CALL.search(config.text)
        folder = called[1] if called else JsConfig(config.text).table("dir").text("input")
        return f"{config.folder}/{folder}"

    def configure(self) -> None:
        self._js = JsConfig(self.config.text if self.config else "")
        folders = self._js.table("dir")
        self._left_out = {
            folders.text(key) or default
            for key, default in (("includes", "_includes"), ("data", "_data"), ("layouts", "_layouts"))
        } | {folders.text("output") or "_site"}

    def configured_base(self) -> str:
        return self._js.text("pathPrefix") or "/"

    def accepts(self, inner: str) -> bool:
        """Includes, layouts and data are not pages, nor is the output."""
        return not any(inner.startswith(f"{folder.strip('/')}/") for folder in self._left_out)

    def effective_front_matter(self, inner: str, front_matter: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
        """`date: git Last Modified` and the like ask Eleventy to look elsewhere: they are no dates."""
        del inner
        if str(front_matter.get("date")).lower() in _COMPUTED_DATES:
            return {key: value for key, value in front_matter.items() if key != "date"}
        return front_matter

    def refine(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> Metadata:
        """`permalink: false` writes no page; a date may stand anywhere in the path."""
        found = _DATE_IN_PATH.search(inner)
        published = metadata.published or (parse_date(found[0]) if found else None)
        written = reader.value("permalink") is not False and reader.value("permalink.build") is not False
        return replace(metadata, published=published, opted_out=metadata.opted_out or not written)

    def page_path(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> str:
        del metadata
        key = "permalink.build" if isinstance(reader.value("permalink"), dict) else "permalink"
        is_template = re.search(r"\{\{|\{%", str(reader.value(key)))
        if not is_template and (address := reader.site_address(key)):
            return without_index_file(address)
        folder, slash, name = split_extension(inner)[0].rpartition("/")
        is_folder_page = name == "index" or name == folder.rpartition("/")[2]
        return folder + slash if is_folder_page else f"{folder}{slash}{name}/"
