"""What a commit changes in a folder: files that are new or other, and files of an earlier commit that are gone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ValidationError

from shared.domain.encoding import to_json
from shared.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["MANIFEST_NAME", "FolderChanges", "check_path"]

MANIFEST_NAME: Final = ".inkdex-files.json"
"""The file in which a folder remembers what was written into it."""

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f\\]")
_GIT_FOLDER: Final = re.compile(r"\.git|git~\d+", re.IGNORECASE)
_MAX_PATH_BYTES: Final = 4096
_MAX_NAME_BYTES: Final = 255


class _Manifest(BaseModel):
    """Paths of the files that were written, each with the id of its blob."""

    files: dict[str, str]


class FolderChanges:
    """Compares files as they are added with the folder as it is. All paths are relative to the folder."""

    def __init__(self, present: Mapping[str, str], manifest: bytes | None) -> None:
        """`present`: the ids of the folder's blobs by path."""
        self.written: dict[str, str] = {}
        self.present = present
        self._earlier = _read_manifest(manifest)

    def add(self, path: str, blob_id: str) -> bool:
        """Note a file that the folder shall have; whether it has to be uploaded.

        Raises:
            InputError: the path leads out of the folder, or is no path that git stores, or was added before.
        """
        check_path(path)
        if path in self.written or path == MANIFEST_NAME:
            raise InputError(f"{path!r} would be written twice", code="bad-path")
        self.written[path] = blob_id
        return self.present.get(path) != blob_id

    def manifest(self) -> bytes:
        """The manifest of the files added."""
        return to_json({"files": dict(sorted(self.written.items()))}) + b"\n"

    def removed(self) -> list[str]:
        """Files that were written before, have not been edited since, and have not been added now."""
        folders = {path[:end] for path in self.written for end in range(len(path)) if path[end] == "/"}
        return [
            path
            for path, blob_id in sorted(self._earlier.items())
            if self.present.get(path) == blob_id
            and path not in self.written
            # A file in a folder's place has removed what was in it, and a folder in a file's place the file.
            and path not in folders
            and not any(path[:end] in self.written for end in range(len(path)) if path[end] == "/")
        ]


def check_path(path: str) -> None:
    """Raises:
    InputError: no path that git stores below a folder on every system.
    """
    names = path.split("/")
    if (
        any(name in ("", ".", "..") or _GIT_FOLDER.fullmatch(name.rstrip(". ")) for name in names)
        or _CONTROL.search(path)
        or not _is_short_utf8(path, _MAX_PATH_BYTES)
        or not all(_is_short_utf8(name, _MAX_NAME_BYTES) for name in names)
    ):
        raise InputError(f"{path[:200]!r} is no path of a file in a repository", code="bad-path")


def _is_short_utf8(text: str, max_bytes: int) -> bool:
    try:
        return len(text.encode()) <= max_bytes
    except UnicodeEncodeError:
        return False


def _read_manifest(data: bytes | None) -> dict[str, str]:
    """A manifest that an author has damaged names nothing: then nothing is removed."""
    try:
        return _Manifest.model_validate_json(data).files if data else {}
    except ValidationError:
        return {}
