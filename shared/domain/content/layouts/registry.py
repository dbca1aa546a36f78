"""Layouts by name: choosing one for a source folder, and making one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.domain.content.layouts.astro import AstroLayout
from shared.domain.content.layouts.docusaurus import DocusaurusLayout
from shared.domain.content.layouts.eleventy import EleventyLayout
from shared.domain.content.layouts.hugo import HugoLayout
from shared.domain.content.layouts.jekyll import JekyllLayout
from shared.domain.content.layouts.mkdocs import MkDocsLayout
from shared.domain.content.layouts.plain import PlainLayout
from shared.domain.content.layouts.project import SITE_FOLDERS, ConfigFile, Project
from shared.domain.content.layouts.site_config import MAX_CONFIG_CHARS, as_table
from shared.domain.content.layouts.starlight import StarlightLayout
from shared.domain.content.layouts.urls import clean_path
from shared.domain.content.layouts.vitepress import VitePressLayout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from shared.config import LayoutName
    from shared.domain.content.layouts.base import BaseLayout

__all__ = ["CONFIG_FILES", "PAGE_SUFFIXES", "Detection", "detect_layout", "find_root", "make_layout"]

# What is more specific comes first: Starlight is Astro with a plug-in.
_GENERATORS: tuple[type[BaseLayout], ...] = (
    DocusaurusLayout,
    StarlightLayout,
    AstroLayout,
    VitePressLayout,
    HugoLayout,
    MkDocsLayout,
    EleventyLayout,
    JekyllLayout,
)
_LAYOUTS: dict[str, type[BaseLayout]] = {PlainLayout.generator: PlainLayout} | {
    each.generator: each for each in _GENERATORS
}

CONFIG_FILES: tuple[str, ...] = tuple(
    dict.fromkeys(
        f"{folder}/{name}".lstrip("/")
        for folder in SITE_FOLDERS
        for layout in _GENERATORS
        for name in (*layout.config_names, *layout.extra_config_names, "package.json")
    )
)
"""Paths, relative to the source folder, of the configuration files that layouts read where they exist."""

PAGE_SUFFIXES: tuple[str, ...] = tuple(sorted({suffix for layout in _LAYOUTS.values() for suffix in layout.suffixes}))
"""Endings, in lower case, of the files that one layout or another takes for pages."""


@dataclass(frozen=True, slots=True)
class Detection:
    """The layout that a source folder seems to have, the folder of its pages, and why, in a sentence for people."""

    name: LayoutName
    root: str
    evidence: str


def detect_layout(paths: Sequence[str], read_text: Callable[[str], str | None]) -> Detection:
    """Tell a source folder's generator from its files' names and configuration; `plain` if nothing speaks for one.

    `paths` are all files, relative to the source folder. `read_text` is asked for files in `CONFIG_FILES` only.
    """
    project = _read_project(paths, read_text)
    surest = [layout for layout in _GENERATORS if layout is not JekyllLayout]
    return (
        _detect_by_config(project, surest)
        or _detect_by_dependency(project)
        # Many repositories of other generators have a `_config.yml` left over from GitHub Pages.
        or _detect_by_config(project, [JekyllLayout])
        or _detect_by_folder(project)
    )


def find_root(name: LayoutName, paths: Sequence[str], read_text: Callable[[str], str | None]) -> str:
    """The folder of the pages for a layout that the settings name: what `detect_layout` would have found for it."""
    layout = _LAYOUTS.get(name, PlainLayout)
    project = _read_project(paths, read_text)
    configs = (_own_config(layout, project, folder) for folder in SITE_FOLDERS)
    root = _root(layout, project, next(filter(None, configs), None))
    return root if not root or project.has_folder(root) else ""


def make_layout(
    name: LayoutName,
    root: str,
    *,
    config_texts: Mapping[str, str],
    base_url: str,
    language: str,
    paths: Iterable[str] = (),
) -> BaseLayout:
    """Bind a layout to a site. `auto` gives the plain one: detection needs the files' names.

    `config_texts` maps paths in `CONFIG_FILES` to contents. `paths`, all files of the source folder, lets Hugo tell a
    bundle's resources from pages. `language` is what pages get that name none.
    """
    project = Project(config_texts, frozenset(paths))
    return _LAYOUTS.get(name, PlainLayout)(root, project, base_url=base_url, language=language)


def _read_project(paths: Sequence[str], read_text: Callable[[str], str | None]) -> Project:
    known = frozenset(paths)
    texts = ((path, read_text(path)) for path in CONFIG_FILES if path in known)
    return Project({path: text for path, text in texts if text is not None}, known)


def _own_config(layout: type[BaseLayout], project: Project, folder: str) -> ConfigFile | None:
    for name in layout.config_names:
        path = f"{folder}/{name}".lstrip("/")
        if path in project.config_texts:
            config = ConfigFile(path, folder, project.config_texts[path])
            if layout.recognises(project, config):
                return config
    return None


def _root(layout: type[BaseLayout], project: Project, config: ConfigFile | None) -> str:
    """A layout's own root, made safe: settings in a repository must not lead out of it."""
    return clean_path(layout.default_root(project, config)).strip("/")


def _detect_by_config(project: Project, layouts: Sequence[type[BaseLayout]]) -> Detection | None:
    for folder in SITE_FOLDERS:
        for layout in layouts:
            if config := _own_config(layout, project, folder):
                return Detection(layout.generator, _root(layout, project, config), f"{config.path} is in the folder")
    return None


def _detect_by_dependency(project: Project) -> Detection | None:
    for folder in SITE_FOLDERS:
        path = f"{folder}/package.json".lstrip("/")
        dependencies = _dependencies(project.config_texts.get(path, "{}"))
        for layout in _GENERATORS:
            for package in dependencies.intersection(layout.markers):
                root = _root(layout, project, ConfigFile(path, folder, ""))
                return Detection(layout.generator, root, f"{path} depends on {package}")
    return None


def _detect_by_folder(project: Project) -> Detection:
    if project.has_folder("_posts"):
        return Detection("jekyll", "", "there is a _posts folder")
    if project.has_folder("src/content/docs"):
        return Detection("starlight", "src/content/docs", "there is a src/content/docs folder")
    for path in sorted(project.paths):
        if path.startswith("content/") and path.rpartition("/")[2].partition(".")[0] == "_index":
            return Detection("hugo", _root(HugoLayout, project, None), f"{path} is a Hugo section page")
    return Detection("plain", "", "no site generator's configuration is in the folder")


def _dependencies(package_json: str) -> frozenset[str]:
    try:
        package = as_table(json.loads(package_json[:MAX_CONFIG_CHARS]))
    except (ValueError, RecursionError):
        return frozenset()
    return frozenset(name for key in ("dependencies", "devDependencies") for name in as_table(package.get(key)))
