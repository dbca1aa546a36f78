"""Starlight: https://starlight.astro.build/guides/pages/ and /reference/frontmatter/."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from shared.domain.content.layouts.astro import AstroLayout
from shared.domain.content.layouts.locales import locale_of

if TYPE_CHECKING:
    from shared.config import LayoutName
    from shared.domain.content.layout import Metadata
    from shared.domain.content.layouts.front_matter import FrontMatterReader
    from shared.domain.content.layouts.project import ConfigFile, Project
    from shared.domain.content.layouts.site_config import JsConfig

__all__ = ["StarlightLayout"]


class StarlightLayout(AstroLayout):
    """Astro with one collection, `docs`, that is the site itself."""

    generator: ClassVar[LayoutName] = "starlight"
    markers: ClassVar[tuple[str, ...]] = ("@astrojs/starlight",)

    @classmethod
    def recognises(cls, project: Project, config: ConfigFile) -> bool:
        """An Astro configuration that imports Starlight."""
        del project
        return "@astrojs/starlight" in config.text

    @classmethod
    def default_root(cls, project: Project, config: ConfigFile | None) -> str:
        """`src/content/docs` beside the configuration."""
        return f"{super().default_root(project, config)}/content/docs"

    def configured_locales(self, js: JsConfig) -> list[str]:
        """`locales`: a table whose keys are folder names; `root` stands for the top folder."""
        return js.table("locales").keys()

    def accepts(self, inner: str) -> bool:
        """`docsLoader` takes `**/[^_]*.md`; a `404` is shown for wrong addresses and has none of its own."""
        name = inner.rpartition("/")[2]
        return not name.startswith("_") and name.partition(".")[0] != "404"

    def refine(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> Metadata:
        del reader
        return locale_of(inner, metadata, self._locales)

    def page_path(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> str:
        del metadata
        entry_id = self.entry_id(inner, reader)
        return entry_id + self._end if entry_id else ""
