"""What git makes of a file's bytes, the pointers that Git LFS leaves in place of large files, and names of commits."""

from __future__ import annotations

import re
from hashlib import sha1
from typing import TYPE_CHECKING, Final

from shared.errors import InputError

if TYPE_CHECKING:
    from hashlib import _Hash

__all__ = ["check_ref", "git_blob_id", "is_lfs_pointer", "is_ref", "new_blob_hash"]

_LFS_VERSION: Final = b"version https://git-lfs.github.com/spec/v1\n"
_MAX_LFS_POINTER_BYTES: Final = 1024
_UNFIT_REF: Final = re.compile(r"\.\.|@\{|//|[\x00-\x20\x7f~^:?*\[\\]|^[/.-]|/\.|[/.]$")
_MAX_REF_CHARS: Final = 250


def git_blob_id(data: bytes) -> str:
    """The id that git gives to a file of these bytes."""
    digest = new_blob_hash(len(data))
    digest.update(data)
    return digest.hexdigest()


def new_blob_hash(size_bytes: int) -> _Hash:
    """`git_blob_id` for a file that may be too large to hold: update the hash with its `size_bytes` bytes."""
    return sha1(b"blob %d\0" % size_bytes, usedforsecurity=False)


def is_lfs_pointer(data: bytes) -> bool:
    """Whether the file's content lies elsewhere, in Git LFS. (Source: the specification of Git LFS, `docs/spec.md`.)"""
    return len(data) < _MAX_LFS_POINTER_BYTES and data.startswith(_LFS_VERSION) and b"\noid sha256:" in data


def is_ref(name: str) -> bool:
    """Whether a branch, tag or commit can be called so. (Source: `git help check-ref-format`.)"""
    return 0 < len(name) <= _MAX_REF_CHARS and _UNFIT_REF.search(name) is None


def check_ref(name: str) -> None:
    """Raises `InputError` for what no branch, tag or commit can be called."""
    if not is_ref(name):
        raise InputError(f"{name[:200]!r} is no name of a branch, tag or commit", code="bad-ref")
