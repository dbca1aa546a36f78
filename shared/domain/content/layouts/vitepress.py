"""VitePress: https://vitepress.dev/guide/routing and /reference/site-config."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, ClassVar

from shared.domain.content.layouts.base import BaseLayout
from shared.domain.content.layouts.locales import locale_of
from shared.domain.content.layouts.site_config import JsConfig
from shared.domain.content.layouts.sluggers import new_vitepress_slugger
from shared.domain.content.layouts.urls import join_path, parse_target

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.config import LayoutName
    from shared.domain.content.layout import Metadata
    from shared.domain.content.layouts.front_matter import FrontMatterReader
    from shared.domain.content.layouts.project import ConfigFile, Project

__all__ = ["VitePressLayout"]


class VitePressLayout(BaseLayout):
    """`rewrites` and dynamic routes are programs; pages behind them keep their file's path, or are left out."""

    generator: ClassVar[LayoutName] = "vitepress"
    config_names: ClassVar[tuple[str, ...]] = tuple(f".vitepress/config.{end}" for end in ("ts", "mts", "js", "mjs"))
    markers: ClassVar[tuple[str, ...]] = ("vitepress",)
    suffixes: ClassVar[tuple[str, ...]] = (".md",)
    _js: JsConfig

    @classmethod
    def default_root(cls, project: Project, config: ConfigFile | None) -> str:
        """The folder that holds `.vitepress`, and `srcDir` in it."""
        if config is None:
            return "docs" if project.has_folder("docs") else ""
        return f"{config.folder}/{JsConfig(config.text).text('srcDir')}"

    def configure(self) -> None:
        self._js = JsConfig(self.config.text if self.config else "")
        self._suffix = "" if self._js.flag("cleanUrls") else ".html"
        self._excluded = self._js.texts("srcExclude")
        self._locales = self._js.table("locales").keys()

    def configured_base(self) -> str:
        return self._js.text("base") or "/"

    def accepts(self, inner: str) -> bool:
        """`public/` is copied as it is, `[name].md` is a template of pages, `srcExclude` says for itself."""
        if inner.startswith("public/") or "[" in inner:
            return False
        return not any(fnmatchcase(inner, glob) or fnmatchcase("/" + inner, glob) for glob in self._excluded)

    def refine(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> Metadata:
        del reader
        return locale_of(inner, metadata, self._locales)

    def page_path(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> str:
        """Always by the file: no front matter key moves a page."""
        del reader, metadata
        return self.file_style(inner, self._suffix)

    def linked_path(self, path: str, target: str) -> str | None:
        """VitePress links name pages as `./page`, `./page.html`, `./page.md` or `./folder/`: all of them are files."""
        link = parse_target(self.plain_target(target))
        if link is None or not link.path:
            return None
        name = link.path.removesuffix(".html").removesuffix(".md")
        if "." in name.rpartition("/")[2].strip("."):
            return None
        name += "index.md" if name.endswith("/") else ".md"
        inner = self.base.site_path(name) if name.startswith("/") else None
        return join_path(path.rpartition("/")[0], name) if inner is None else join_path(self.root, inner)

    def new_slugger(self) -> Callable[[str], str]:
        return new_vitepress_slugger()
