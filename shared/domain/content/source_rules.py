"""Which files of a source count at all: one rule for folders, repositories, archives and object stores.

So the same commit has the same files wherever it is built.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from hashlib import sha256
from typing import TYPE_CHECKING, Final, Literal

from shared.config import CONFIG_NAME
from shared.domain.content.layouts import CONFIG_FILES, PAGE_SUFFIXES
from shared.domain.models import Diagnostic, SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["RULES_VERSION", "EntryKind", "SourceSieve", "is_read", "submodule_paths"]

EntryKind = Literal["file", "link", "submodule"]

_LEFT_OUT_FOLDERS: Final = frozenset({"node_modules", "__pycache__", "venv", "bower_components", "__MACOSX"})
_DOT_FOLDERS_READ: Final = frozenset({".vitepress"})
"""The one dot folder that holds a site's settings."""
RULES_VERSION: Final = sha256(
    repr((1, CONFIG_FILES, PAGE_SUFFIXES, sorted(_LEFT_OUT_FOLDERS | _DOT_FOLDERS_READ))).encode()
).hexdigest()[:8]
"""Names these rules, for listings that are cached. Whoever changes what the sieve does raises the number in it."""
_SUBMODULE_PATH: Final = re.compile(r'^[ \t]*path[ \t]*=[ \t]*"?([^"\n]*?)"?[ \t\r]*$', re.MULTILINE)


def is_read(path: str) -> bool:
    """Whether the build ever reads a file of this path, relative to the source."""
    return path.lower().endswith(PAGE_SUFFIXES) or path in CONFIG_FILES or path == CONFIG_NAME


def submodule_paths(gitmodules: str) -> list[str]:
    """The folders that a `.gitmodules` file names."""
    return [path.rstrip("/") for path in _SUBMODULE_PATH.findall(gitmodules)]


class SourceSieve:
    """Judges the entries of one source, and keeps what an author should know of those that it leaves out.

    Paths are relative to the source, with forward slashes. Dot folders and dependencies are left out in silence; links,
    submodules and names that are not UTF-8 are told. Bytes that are not UTF-8 come as lone surrogates (PEP 383).
    """

    def __init__(self, is_read: Callable[[str], bool] = is_read) -> None:
        self._is_read = is_read
        self._folders: dict[str, bool] = {"": True}
        self._found: dict[tuple[str, str], Diagnostic] = {}

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """In order of paths."""
        return sorted(self._found.values(), key=lambda found: (found.path, found.code))

    def tell(self, diagnostic: Diagnostic) -> None:
        """Keep a diagnostic of the source's own; a path has one of a code."""
        self._found.setdefault((diagnostic.path, diagnostic.code), diagnostic)

    def enters(self, folder: str) -> bool:
        """Whether files below this folder may count."""
        known = self._folders.get(folder)
        if known is None:
            known = self._folders[folder] = self._takes_all_of(folder)
        return known

    def _takes_all_of(self, folder: str) -> bool:
        end = -1
        for name in folder.split("/"):
            end += len(name) + 1
            if name in _LEFT_OUT_FOLDERS or (name.startswith(".") and name not in _DOT_FOLDERS_READ):
                return False
            if not self._is_well_named(folder[:end], name):
                return False
        return True

    def admits(self, path: str, kind: EntryKind = "file") -> bool:
        """Whether the entry is a file that counts."""
        folder, _, name = path.rpartition("/")
        if not self.enters(folder) or not self._is_well_named(path, name):
            return False
        if kind == "link" and self._is_read(path):
            what = "is a link, and links are not followed; put a copy of the file in its place"
            self.tell(Diagnostic(path, None, "linked-file", what, "info"))
        elif kind == "submodule":
            self.tell(_submodule(path))
        return kind == "file"

    def needs_id(self, path: str) -> bool:
        """Whether a file that counts is ever read, so that its content needs a name."""
        return self._is_read(path)

    def _is_well_named(self, path: str, name: str) -> bool:
        # Who lists files for us may have replaced bytes that are not UTF-8 by U+FFFD.
        if "\ufffd" not in name and _is_utf8(name):
            return True
        shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace") if not _is_utf8(path) else path
        self.tell(Diagnostic(shown, None, "bad-file-name", "the name is not UTF-8; rename the file", "error"))
        return False

    def without_submodules(
        self, files: Iterable[SourceFile], gitmodules: str = "", *, below: str = ""
    ) -> list[SourceFile]:
        """The files that are the repository's own, in order of paths, for sources that do not see what git knows.

        A submodule's folder holds a file named `.git` when it is checked out, and is empty when it is not; then only
        `.gitmodules` at the top names it. `below`: the repository's folder that is the source, with a slash at its end.
        """
        own = sorted((file for file in files if file.path != ".git"), key=lambda file: file.path)
        checked_out = [file.path.removesuffix("/.git") for file in own if file.path.endswith("/.git")]
        for folder in checked_out:
            del own[_below(own, folder)]
        named = [path.removeprefix(below) for path in submodule_paths(gitmodules) if path.startswith(below)]
        for path in sorted({*checked_out, *named}):
            span = _below(own, path)
            if path and span.start == span.stop:
                self.admits(path, "submodule")
        return own


def _below(files: Sequence[SourceFile], folder: str) -> slice:
    """Where in a list in order of paths the files of a folder stand."""
    first = bisect_left(files, folder + "/", key=lambda file: file.path)
    # "0" is the character after "/".
    return slice(first, bisect_left(files, folder + "0", first, key=lambda file: file.path))


def _submodule(path: str) -> Diagnostic:
    what = "is a git submodule, and its files are not read; build the repository that it names as a site of its own"
    return Diagnostic(path, None, "submodule", what, "info")


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
