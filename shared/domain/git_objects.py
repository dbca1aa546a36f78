"""What git makes of a file's bytes: the id of a blob, and the pointers that Git LFS leaves in place of large files."""

from __future__ import annotations

from hashlib import sha1
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from hashlib import _Hash

__all__ = ["git_blob_id", "is_lfs_pointer", "new_blob_hash"]

_LFS_VERSION: Final = b"version https://git-lfs.github.com/spec/v1\n"
_MAX_LFS_POINTER_BYTES: Final = 1024


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
