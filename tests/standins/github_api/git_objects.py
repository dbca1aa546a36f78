"""Reads and writes git objects fast: one `git cat-file` that stays, and loose objects that Python writes itself."""

from __future__ import annotations

import contextlib
import hashlib
import os
import subprocess
import threading
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TREE_MODE = "40000"


class GitObject(NamedTuple):
    sha: str
    kind: str
    size: int
    content: bytes


class TreeEntry(NamedTuple):
    """`mode` is as git stores it: `40000` for a tree, without the leading zero."""

    mode: str
    name: bytes
    sha: str


class ObjectReader:
    """One `git cat-file --batch-command` for a repository. It starts with the first question; threads take turns."""

    def __init__(self, directory: Path, environment: dict[str, str]) -> None:
        self._directory = directory
        self._environment = environment
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def describe(self, name: str) -> tuple[str, str, int] | None:
        """(sha, kind, size in bytes) of what `name`, in git's notation, leads to; None when nothing does."""
        with self._lock:
            return self._ask("info", name)

    def read(self, name: str) -> GitObject | None:
        """The object that `name`, in git's notation, leads to, with its content; None when nothing does."""
        with self._lock:
            described = self._ask("contents", name)
            if described is None:
                return None
            assert self._process is not None
            assert self._process.stdout is not None
            content = self._process.stdout.read(described[2])
            self._process.stdout.read(1)
            return GitObject(*described, content)

    def close(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()

    def _ask(self, command: str, name: str) -> tuple[str, str, int] | None:
        if "\n" in name or "\0" in name or not name:
            return None
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{command} {name}\n".encode())
        process.stdin.flush()
        # An answer is `sha kind size`; a refusal `name missing` or `name ambiguous`, and names may hold spaces.
        words = process.stdout.readline().decode().rstrip("\n").split(" ")
        if len(words) != 3 or not words[2].isdigit():
            return None
        return words[0], words[1], int(words[2])

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                ["git", "cat-file", "--batch-command"],
                cwd=self._directory,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process


@dataclass(frozen=True)
class ObjectWriter:
    """Writes loose objects below `directory`, the repository's."""

    directory: Path

    def write(self, kind: str, content: bytes) -> str:
        """Store the object, whole or not at all; returns its sha."""
        stored = f"{kind} {len(content)}\0".encode() + content
        sha = hashlib.sha1(stored).hexdigest()
        path = self.directory / "objects" / sha[:2] / sha[2:]
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            draft = path.with_name(f"tmp_obj_{os.getpid()}_{threading.get_ident()}")
            draft.write_bytes(zlib.compress(stored, 1))
            with contextlib.suppress(FileExistsError):
                draft.replace(path)
        return sha

    def write_tree(self, entries: Iterable[TreeEntry]) -> str:
        # Git sorts a tree's name as if it ended in a slash.
        ordered = sorted(entries, key=lambda entry: entry.name + b"/" if entry.mode == TREE_MODE else entry.name)
        return self.write(
            "tree", b"".join(f"{e.mode} ".encode() + e.name + b"\0" + bytes.fromhex(e.sha) for e in ordered)
        )


def parse_tree(content: bytes) -> list[TreeEntry]:
    """The entries of a tree object."""
    entries, at = [], 0
    while at < len(content):
        space = content.index(b" ", at)
        end = content.index(b"\0", space)
        sha = content[end + 1 : end + 21].hex()
        entries.append(TreeEntry(content[at:space].decode(), content[space + 1 : end], sha))
        at = end + 21
    return entries
