"""An object store in a folder: keys are paths. Writes go to a temporary file that is renamed into place."""

from __future__ import annotations

import itertools
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from shared.errors import InputError, InvariantError

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Sequence

__all__ = ["FolderStore"]

_TEMPORARY = ".tmp-"


class FolderStore:
    """Objects in `root`. Safe for several processes: equal names hold equal bytes, the pointer has one writer."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._numbers = itertools.count()

    def path_of(self, key: str) -> Path:
        """Where the object lies.

        Raises:
            InputError: the key would lead out of the folder.
        """
        if not key or _leads_out(key):
            raise InputError(f"{key!r} is not the name of an object")
        return self.root / key

    async def get(self, key: str) -> bytes | None:
        return self.read(key)

    def read(self, key: str) -> bytes | None:
        """`get` for callers that are not asynchronous."""
        try:
            return self.path_of(key).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None

    async def get_range(self, key: str, offset: int, size: int) -> bytes:
        return self._read_range(key, offset, size)

    def _read_range(self, key: str, offset: int, size: int) -> bytes:
        try:
            with self.path_of(key).open("rb", buffering=0) as file:
                return os.pread(file.fileno(), size, offset)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
            raise InvariantError(f"{key} is not there", key=key) from error

    async def put(self, key: str, data: bytes) -> None:
        self._write(key, data, durable=False)

    def _write(self, key: str, data: bytes, *, durable: bool) -> None:
        target = self.path_of(key)
        temporary, file = self._open_temporary(target)
        with file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(target)

    def _open_temporary(self, target: Path) -> tuple[Path, BinaryIO]:
        temporary = target.with_name(f"{target.name}{_TEMPORARY}{os.getpid()}-{next(self._numbers)}")
        try:
            return temporary, temporary.open("wb")
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            return temporary, temporary.open("wb")

    async def swap(self, key: str, data: bytes, expected: bytes | None) -> bool:
        if self.read(key) != expected:
            return False
        self._write(key, data, durable=True)
        return True

    async def put_stream(self, key: str, pieces: AsyncIterable[bytes]) -> None:
        target = self.path_of(key)
        temporary, file = self._open_temporary(target)
        try:
            with file:
                async for piece in pieces:
                    file.write(piece)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)

    async def has(self, key: str) -> bool:
        return self._exists(key)

    def _exists(self, key: str) -> bool:
        return self.path_of(key).is_file()

    async def delete(self, *keys: str) -> None:
        for key in keys:
            self._remove(key)

    def _remove(self, key: str) -> None:
        path = self.path_of(key)
        with suppress(FileNotFoundError):
            path.unlink()
        with suppress(OSError):  # not empty: other objects live there
            path.parent.rmdir()

    async def list(self, prefix: str) -> AsyncIterator[str]:
        for key in self._keys(prefix):
            yield key

    def _keys(self, prefix: str) -> Sequence[str]:
        if _leads_out(prefix):
            raise InputError(f"{prefix!r} does not begin the name of an object")
        folder = self.root / prefix.rpartition("/")[0]
        keys = []
        for parent, _, names in os.walk(folder):
            base = Path(parent).relative_to(self.root).as_posix()
            for name in names:
                key = name if base == "." else f"{base}/{name}"
                if key.startswith(prefix) and _TEMPORARY not in name:
                    keys.append(key)
        return sorted(keys)

    def remove_leftovers(self) -> None:
        """Remove temporary files of processes that died. Only for who knows that no other process writes."""
        for parent, _, names in os.walk(self.root):
            for name in names:
                if _TEMPORARY in name:
                    (Path(parent) / name).unlink(missing_ok=True)


def _leads_out(key: str) -> bool:
    return key.startswith("/") or "\\" in key or "\0" in key or ".." in key.split("/")
