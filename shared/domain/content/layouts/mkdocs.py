"""MkDocs: https://www.mkdocs.org/user-guide/writing-your-docs/ and Material for MkDocs' front matter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from shared.domain.content.layouts.base import BaseLayout
from shared.domain.content.layouts.metadata import MetadataKeys
from shared.domain.content.layouts.site_config import as_text, read_data
from shared.domain.content.layouts.sluggers import new_pymdownx_slugger, new_python_markdown_slugger

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.config import LayoutName
    from shared.domain.content.layout import Metadata
    from shared.domain.content.layouts.front_matter import FrontMatterReader
    from shared.domain.content.layouts.project import ConfigFile, Project

__all__ = ["MkDocsLayout"]

_DEFAULT_KEYS = MetadataKeys()


class MkDocsLayout(BaseLayout):
    """Plug-ins that move pages (Material's blog, i18n) are programs; such pages keep their file's path."""

    generator: ClassVar[LayoutName] = "mkdocs"
    config_names: ClassVar[tuple[str, ...]] = ("mkdocs.yml", "mkdocs.yaml")
    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
    index_stems: ClassVar[tuple[str, ...]] = ("index", "readme")
    # Material's blog plugin writes `date: {created: ..., updated: ...}`.
    keys: ClassVar[MetadataKeys] = replace(
        _DEFAULT_KEYS,
        published=("date.created", *_DEFAULT_KEYS.published),
        updated=("date.updated", *_DEFAULT_KEYS.updated),
    )
    _settings: dict[str, Any]

    @classmethod
    def default_root(cls, project: Project, config: ConfigFile | None) -> str:
        """`docs_dir`, `docs` unless set."""
        del project
        settings = read_data(config.path, config.text) if config else {}
        return f"{config.folder if config else ''}/{as_text(settings.get('docs_dir')) or 'docs'}"

    def configure(self) -> None:
        self._settings = read_data(self.config.path, self.config.text) if self.config else {}

    def configured_base(self) -> str:
        """The path of `site_url`."""
        return as_text(self._settings.get("site_url")) or "/"

    def accepts(self, inner: str) -> bool:
        """MkDocs leaves out `templates/` at the top of `docs_dir` along with dot files."""
        return not inner.startswith("templates/")

    def page_path(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> str:
        """Always by the file: no front matter key moves a page."""
        del reader, metadata
        if self._settings.get("use_directory_urls") is False:
            return self.file_style(inner, ".html") or ""
        return self.folder_style(inner)

    def new_slugger(self) -> Callable[[str], str]:
        """Python-Markdown's `toc`, or pymdownx's where the configuration names it."""
        if self.config and "pymdownx.slugs" in self.config.text:
            return new_pymdownx_slugger()
        return new_python_markdown_slugger()
