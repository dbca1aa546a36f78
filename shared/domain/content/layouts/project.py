"""What is known of a source folder: its files' names, and the text of the few configuration files that layouts read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["SITE_FOLDERS", "ConfigFile", "Project", "folders_above"]

SITE_FOLDERS = ("", "docs", "website", "site")
"""Where in a repository a site's configuration is looked for, in this order. "" is the source folder itself."""


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A configuration file that exists. `folder` is the folder of the site, which is not always the file's own."""

    path: str
    folder: str
    text: str


@dataclass(frozen=True, slots=True)
class Project:
    """`paths` may be empty: then only what one path says by itself is known."""

    config_texts: Mapping[str, str]
    paths: frozenset[str] = field(default_factory=frozenset)

    def find_config(self, names: Sequence[str], root: str | None = None) -> ConfigFile | None:
        """The first of `names` that exists, in the folder nearest above `root`, else in one of `SITE_FOLDERS`."""
        folders = SITE_FOLDERS if root is None else (*folders_above(root), *SITE_FOLDERS)
        for folder in folders:
            for name in names:
                path = f"{folder}/{name}" if folder else name
                if path in self.config_texts:
                    return ConfigFile(path, folder, self.config_texts[path])
        return None

    def has_folder(self, folder: str) -> bool:
        """Whether any file lies below `folder`."""
        return any(path.startswith(folder + "/") for path in self.paths)


def folders_above(folder: str) -> Iterator[str]:
    """`a/b` -> `a/b`, `a`, ""."""
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]
    yield ""
