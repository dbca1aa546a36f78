"""Makes a tree from another with changes: reads and writes only the folders that change."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.standins.github_api.calls import unprocessable
from tests.standins.github_api.git_objects import TREE_MODE, TreeEntry, parse_tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.standins.github_api.repositories import Repository

EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
_KIND_OF_MODE = {"100644": "blob", "100755": "blob", "120000": "blob", "040000": "tree", "160000": "commit"}


def change_tree(repository: Repository, base: object, changes: Sequence[Any]) -> str:
    """The sha of the tree `base`, or of the empty one, with the `changes` of the API's form. Raises: ApiError 422."""
    if base is not None:
        base = repository.find_tree(base) if isinstance(base, str) else None
        if base is None:
            raise unprocessable("base_tree is not a valid tree oid")
    assert base is None or isinstance(base, str)
    folder = _Folder.read(repository, base)
    for change in changes:
        _apply(repository, folder, change)
    return folder.write(repository)


@dataclass
class _Folder:
    """A tree being changed: `entries` as they are stored, `opened` those folders that were looked into."""

    entries: dict[bytes, TreeEntry] = field(default_factory=dict)
    opened: dict[bytes, _Folder] = field(default_factory=dict)

    @classmethod
    def read(cls, repository: Repository, sha: str | None) -> _Folder:
        stored = repository.read(sha, "tree") if sha and sha != EMPTY_TREE else None
        return cls({entry.name: entry for entry in parse_tree(stored.content)} if stored else {})

    def open(self, repository: Repository, name: bytes) -> _Folder:
        """The folder of that name; a file in its place gives way, as with git."""
        if name not in self.opened:
            entry = self.entries.pop(name, None)
            sha = entry.sha if entry and entry.mode == TREE_MODE else None
            self.opened[name] = _Folder.read(repository, sha)
        return self.opened[name]

    def put(self, entry: TreeEntry) -> None:
        self.opened.pop(entry.name, None)
        self.entries[entry.name] = entry

    def remove(self, name: bytes) -> bool:
        opened, stored = self.opened.pop(name, None), self.entries.pop(name, None)
        return opened is not None or stored is not None

    @property
    def is_empty(self) -> bool:
        return not self.entries and all(folder.is_empty for folder in self.opened.values())

    def write(self, repository: Repository) -> str:
        below = [
            TreeEntry(TREE_MODE, name, folder.write(repository))
            for name, folder in self.opened.items()
            if not folder.is_empty
        ]
        return repository.writer.write_tree([*self.entries.values(), *below])


def _apply(repository: Repository, root: _Folder, change: Any) -> None:
    path = change.get("path") if isinstance(change, dict) else None
    if not isinstance(path, str) or any(part in {"", ".", "..", ".git"} for part in path.split("/")):
        raise unprocessable("tree.path contains a malformed path component")
    *folders, name = path.encode().split(b"/")
    folder = root
    for each in folders:
        folder = folder.open(repository, each)
    if "sha" in change and change["sha"] is None and "content" not in change:
        if not folder.remove(name):
            raise unprocessable("GitRPC::BadObjectState")
        return
    mode, sha = _target(repository, change)
    folder.put(TreeEntry(mode.removeprefix("0"), name, sha))


def _target(repository: Repository, change: dict[str, Any]) -> tuple[str, str]:
    """(mode, sha) that the change puts at its path; inline content is stored."""
    mode = change.get("mode") or "100644"
    if mode not in _KIND_OF_MODE:
        raise unprocessable("tree.mode must be one of 100644, 100755, 040000, 160000 or 120000")
    kind = _KIND_OF_MODE[mode]
    if change.get("sha") is not None and change.get("content") is not None:
        raise unprocessable("Must supply either tree.sha or tree.content, not both")
    if isinstance(change.get("content"), str):
        if kind != "blob":
            raise unprocessable("tree.content needs a mode of a blob")
        return mode, repository.writer.write("blob", change["content"].encode())
    sha = change.get("sha")
    # A submodule's commit lies in another repository.
    if not isinstance(sha, str) or (kind != "commit" and not repository.has(sha, kind)):
        raise unprocessable(f"tree.sha {sha} is not a valid {kind}")
    return mode, sha
