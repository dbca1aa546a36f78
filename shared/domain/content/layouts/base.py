"""What all layouts share: which files can be pages at all, metadata, URLs below the base, and links.

A generator's layout is a subclass that fills in the gaps: names of its configuration files, the folder its pages live
in, `page_path` (a page's site path), its front matter keys and its slugger. Nothing here reads files.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from shared.domain.content.layouts.front_matter import FrontMatterReader
from shared.domain.content.layouts.metadata import MetadataKeys, read_metadata
from shared.domain.content.layouts.sluggers import new_github_slugger
from shared.domain.content.layouts.urls import SiteBase, clean_path, is_web_address, join_path, parse_target

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from shared.config import LayoutName
    from shared.domain.content.layout import Metadata
    from shared.domain.content.layouts.project import ConfigFile, Project
    from shared.domain.models import Diagnostic, JsonValue

__all__ = ["BaseLayout", "split_extension", "without_index_file"]

REPOSITORY_FILES = frozenset((
    "readme", "changelog", "changes", "history", "contributing", "code_of_conduct", "security", "support", "license",
    "licence", "authors", "contributors", "maintainers", "governance", "codeowners", "pull_request_template",
    "issue_template", "agents", "claude",
))  # fmt: skip
"""Written for a repository's visitors, not for the site's, when they lie at the top of a project."""

_PAGE_FILE = re.compile(r"\.(?:html?|xhtml|php)$", re.IGNORECASE)
_FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,5}$")


class BaseLayout:
    """A layout bound to one site. Subclasses are registered in `registry.py`."""

    generator: ClassVar[LayoutName]
    config_names: ClassVar[tuple[str, ...]] = ()
    """Configuration files whose presence gives the generator away, in order of precedence."""
    extra_config_names: ClassVar[tuple[str, ...]] = ()
    """Further files that the layout reads when they exist."""
    markers: ClassVar[tuple[str, ...]] = ()
    """Dependencies in package.json that give the generator away when there is no configuration."""
    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown", ".mdx")
    index_stems: ClassVar[tuple[str, ...]] = ("index",)
    """Files that are their folder's page."""
    keys: ClassVar[MetadataKeys] = MetadataKeys()
    root_is_project: ClassVar[bool] = False
    """Whether an empty root is a whole project, with dependencies and a repository's own files in it."""
    assets_beside_source: ClassVar[bool] = True
    """Whether a relative image is looked up beside the Markdown file (else: as a browser would, beside the page)."""

    def __init__(self, root: str, project: Project, *, base_url: str = "/", language: str = "") -> None:
        self.name: str = self.generator
        self.root = clean_path(root).strip("/")
        self.language = language
        self.project = project
        self.config = project.find_config(self.config_names, self.root) if self.config_names else None
        self.configure()
        # The site may be searched elsewhere than it is published, so of its own base URL only the path counts.
        own_prefix = SiteBase.parse(self.configured_base()).prefix
        self.base = SiteBase("", own_prefix) if base_url == "/" else SiteBase.parse(base_url)

    # What a generator fills in

    @classmethod
    def recognises(cls, project: Project, config: ConfigFile) -> bool:
        """Whether `config`, found by its name, is really this generator's."""
        del project, config
        return True

    @classmethod
    def default_root(cls, project: Project, config: ConfigFile | None) -> str:
        """The folder of the pages when nobody names one, not yet a clean path. `config` is the generator's, if any."""
        del project
        return config.folder if config else ""

    def configure(self) -> None:
        """Read `self.config` into attributes; absent or broken settings leave the generator's defaults."""

    def configured_base(self) -> str:
        """The base URL or path in the generator's own configuration; used when the site's settings name none."""
        return "/"

    def accepts(self, inner: str) -> bool:
        """Whether the Markdown file at `inner`, relative to the root, is a page by the generator's rules."""
        del inner
        return True

    def page_path(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> str:
        """The page's site path."""
        del reader, metadata
        return self.folder_style(inner)

    def refine(self, inner: str, reader: FrontMatterReader, metadata: Metadata) -> Metadata:
        """Add what the path and the generator's own keys say to what front matter's common keys said."""
        del inner, reader
        return metadata

    def new_slugger(self) -> Callable[[str], str]:
        """A fresh slugger for one page."""
        return new_github_slugger()

    # The contract of `shared.domain.content.layout.Layout`

    def is_page(self, path: str) -> bool:
        """Whether the file at `path` (relative to the source folder) is rendered as a page."""
        inner = self.inner_path(path)
        if inner is None or not inner.lower().endswith(self.suffixes):
            return False
        folders, _, file_name = ("/" + inner).rpartition("/")
        if any(self.leaves_out(folder) for folder in folders.split("/")) or file_name.startswith("."):
            return False
        return not self.is_repository_file(path) and self.accepts(inner)

    def metadata(self, path: str, front_matter: Mapping[str, JsonValue]) -> tuple[Metadata, list[Diagnostic]]:
        """Read the generator's own keys and file name conventions. A value of the wrong type is a diagnostic."""
        inner = self.clamped_inner_path(path)
        reader = FrontMatterReader(path, self.effective_front_matter(inner, front_matter))
        metadata = self.refine(inner, reader, read_metadata(reader, self.keys))
        # Aliases are relative to the page. This also reports an unusable slug or URL, which `url` itself cannot.
        page_url = self.base.url(self.page_path(inner, reader, metadata))
        metadata = replace(
            metadata,
            language=metadata.language or self.language,
            aliases=tuple(filter(None, (self._alias_url(page_url, alias) for alias in metadata.aliases))),
            image=metadata.image and self._image_url(inner, metadata.image),
        )
        return metadata, reader.diagnostics

    def url(self, path: str, front_matter: Mapping[str, JsonValue], metadata: Metadata) -> str:
        """The page's URL with the site's base, as the generator makes it."""
        inner = self.clamped_inner_path(path)
        reader = FrontMatterReader(path, self.effective_front_matter(inner, front_matter))
        return self.base.url(self.page_path(inner, reader, metadata))

    def resolve_link(self, path: str, url: str, target: str) -> tuple[str, str] | None:
        """(site URL, fragment) that an internal `target` on page `url` leads to; None for an external one."""
        link = parse_target(self.plain_target(target))
        if link is None:
            return None
        if not link.path:
            return url, link.fragment
        if source := self.linked_path(path, target):
            return self.url(source, {}, self.metadata(source, {})[0]), link.fragment
        if self.assets_beside_source and _FILE.search(link.path) and not _PAGE_FILE.search(link.path):
            return self._asset_url(self.clamped_inner_path(path), link.path), link.fragment
        return self.base.resolve(url, link.path), link.fragment

    # Beyond the contract

    def linked_path(self, path: str, target: str) -> str | None:
        """The source file that `target` names by its spelling, when it is a Markdown file's path; it may not exist."""
        link = parse_target(self.plain_target(target))
        if link is None or not link.path.lower().endswith(self.suffixes):
            return None
        if link.path.startswith("/"):
            return join_path(self.root, link.path[1:])
        return join_path(path.rpartition("/")[0], link.path)

    # For subclasses

    def leaves_out(self, folder: str) -> bool:
        """Whether nothing in folders of this name is ever a page.

        `vendor` counts only where the root is the project itself: below `content/` or `docs/` it is a subject.
        """
        is_dependency = folder == "vendor" and self.root_is_project and not self.root
        return folder.startswith(".") or folder == "node_modules" or is_dependency

    def is_repository_file(self, path: str) -> bool:
        """Whether this is a project's README or the like rather than a page."""
        return self.root_is_project and split_extension(path)[0].lower() in REPOSITORY_FILES

    def inner_path(self, path: str) -> str | None:
        """`path` relative to the root; None if it is not below it, or not a clean path."""
        if not path or clean_path(path) != path:
            return None
        return path.removeprefix(f"{self.root}/") if self._is_below_root(path) else None

    def clamped_inner_path(self, path: str) -> str:
        """`path` relative to the root; a path that is not below it stays as it is, made clean."""
        path = clean_path(path)
        return path.removeprefix(f"{self.root}/") if self.root else path

    def _is_below_root(self, path: str) -> bool:
        return not self.root or path.startswith(f"{self.root}/")

    def effective_front_matter(self, inner: str, front_matter: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
        """Front matter as the generator sees it, after its own defaults and special words."""
        del inner
        return front_matter

    def plain_target(self, target: str) -> str:
        """A link target without the generator's own prefixes, and without the site's origin if it names it in full."""
        target = target.strip()
        if self.base.origin and target.startswith(self.base.origin + self.base.prefix):
            return target.removeprefix(self.base.origin)
        return target

    def folder_style(self, inner: str) -> str:
        """`guide/page.md` -> `guide/page/`; an index file is its folder."""
        stem = split_extension(inner)[0]
        folder, slash, name = stem.rpartition("/")
        return folder + slash if name.lower() in self.index_stems else stem + "/"

    def file_style(self, inner: str, suffix: str) -> str:
        """`guide/page.md` -> `guide/page` plus `suffix`; an index file is its folder."""
        stem = split_extension(inner)[0]
        folder, slash, name = stem.rpartition("/")
        return folder + slash if name.lower() in self.index_stems else stem + suffix

    def _asset_url(self, inner: str, asset: str) -> str:
        return self.base.resolve(self.base.url(inner), asset)

    def _image_url(self, inner: str, image: str) -> str | None:
        if is_web_address(image):
            return image
        if image.startswith(("@", "~")):  # an alias of the author's bundler: where it leads is in a program
            return None
        target = parse_target(image)
        return self._asset_url(inner, target.path) if target and target.path else None

    def _alias_url(self, page_url: str, alias: str) -> str | None:
        target = parse_target(alias)
        return self.base.resolve(page_url, target.path) if target and target.path else None


def split_extension(path: str) -> tuple[str, str]:
    """`a/b.c.md` -> (`a/b.c`, `.md`)."""
    folder, slash, name = path.rpartition("/")
    stem, dot, extension = name.rpartition(".")
    return (folder + slash + stem, dot + extension) if stem else (path, "")


def without_index_file(path: str) -> str:
    """`a/index.html` -> `a/`: every host serves both, and links use the shorter."""
    return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path
