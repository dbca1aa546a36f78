"""Plain Markdown folders: no generator, so the URL rule is Inkdex's own.

`guide/page.md` is `/guide/page/`, and `README.md` or `index.md` is its folder's page, as on GitHub. Trailing slashes
were chosen because most static hosts serve `guide/page/index.html` without configuration. A site served otherwise says
so with `permalink` or `url` in front matter, or names its real generator. Links are relative to the file, as on GitHub.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from shared.domain.content.layouts.base import BaseLayout

if TYPE_CHECKING:
    from shared.config import LayoutName
    from shared.domain.content.layout import Metadata
    from shared.domain.content.layouts.front_matter import FrontMatterReader

__all__ = ["PlainLayout"]


class PlainLayout(BaseLayout):
    """Every Markdown file is a page."""

    generator: ClassVar[LayoutName] = "plain"
    index_stems: ClassVar[tuple[str, ...]] = ("index", "readme")
    root_is_project: ClassVar[bool] = True

    def is_repository_file(self, path: str) -> bool:
        """Without a generator the repository's files are all there is to read."""
        del path
        return False

    def page_path(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> str:
        del metadata
        if address := reader.site_address("permalink", "url"):
            return address
        slug = reader.site_address("slug")
        if slug.startswith("/"):
            return slug
        own_path = self.folder_style(inner)
        return own_path.rstrip("/").rpartition("/")[0] + f"/{slug}/" if slug and own_path else own_path
