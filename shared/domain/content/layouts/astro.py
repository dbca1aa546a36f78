"""Astro: https://docs.astro.build/en/guides/routing/ and /guides/content-collections/."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from shared.domain.content.layouts.base import BaseLayout, split_extension
from shared.domain.content.layouts.locales import locale_of
from shared.domain.content.layouts.site_config import JsConfig
from shared.domain.content.layouts.sluggers import github_slug

if TYPE_CHECKING:
    from shared.config import LayoutName
    from shared.domain.content.layout import Metadata
    from shared.domain.content.layouts.front_matter import FrontMatterReader
    from shared.domain.content.layouts.project import ConfigFile, Project

__all__ = ["AstroLayout"]

_ENDINGS = ("mjs", "ts", "js", "cjs", "mts")


class AstroLayout(BaseLayout):
    """Files below `pages/` are routes as they are named. An entry `content/blog/x.md` is taken to be at `/blog/x/`.

    Where an entry is shown is decided by the page that renders it, in code; `/<collection>/<id>/` is what Astro's own
    templates do.
    """

    generator: ClassVar[LayoutName] = "astro"
    config_names: ClassVar[tuple[str, ...]] = tuple(f"astro.config.{ending}" for ending in _ENDINGS)
    markers: ClassVar[tuple[str, ...]] = ("astro",)
    _js: JsConfig

    @classmethod
    def default_root(cls, project: Project, config: ConfigFile | None) -> str:
        """`src` beside the configuration."""
        del project
        return f"{config.folder}/src" if config else "src"

    def configure(self) -> None:
        self._js = JsConfig(self.config.text if self.config else "")
        self._end = "" if self._js.text("trailingSlash") == "never" else "/"
        self._locales = self.configured_locales(self._js)

    def configured_locales(self, js: JsConfig) -> list[str]:
        """`i18n.locales`: a list of folder names."""
        return js.texts("locales")

    def configured_base(self) -> str:
        return self._js.text("base") or "/"

    def accepts(self, inner: str) -> bool:
        """A leading underscore takes a file out of routes and collections, or a folder out of routes."""
        if inner.startswith("pages/"):
            return "/_" not in inner and "[" not in inner
        is_entry = inner.startswith("content/") if self._root_is_src else True
        return is_entry and not inner.rpartition("/")[2].startswith("_")

    def refine(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> Metadata:
        """The language is the top folder of routes, or of a collection."""
        del reader
        area, _, rest = inner.partition("/")
        if area == "content":
            rest = rest.partition("/")[2]
        return locale_of(rest if area in ("content", "pages") else inner, metadata, self._locales)

    def page_path(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> str:
        del metadata
        if inner.startswith("pages/"):
            return self.file_style(inner.removeprefix("pages/"), self._end)
        if not inner.startswith("content/"):
            return self.entry_id(inner, reader) + self._end
        collection, slash, entry = inner.removeprefix("content/").partition("/")
        if not slash:  # a file beside the collections, which only a link can name
            return self.folder_style(inner)
        return f"{collection}/{self.entry_id(entry, reader)}".strip("/") + self._end

    def entry_id(self, inner: str, reader: FrontMatterReader) -> str:
        """The glob loader's id: the `slug`, or the path with each segment slugged and a last `index` removed."""
        if slug := reader.site_address("slug"):
            return slug.strip("/")
        segments = [github_slug(segment) for segment in split_extension(inner)[0].split("/")]
        return "/".join(segments[:-1] if segments[-1] == "index" else segments)

    @property
    def _root_is_src(self) -> bool:
        return self.root == "src" or self.root.endswith("/src") or not self.root
