"""A working copy of a repository, to push from as users do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.standins.github_api.git_commands import run_git

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.standins.github_api.repositories import Repository


@dataclass(frozen=True)
class WorkTree:
    """A clone at `path`. Its git knows no setting of the machine."""

    path: Path
    environment: dict[str, str]

    @classmethod
    def clone(cls, repository: Repository, path: Path) -> WorkTree:
        path.mkdir(parents=True)
        tree = cls(path, repository.environment)
        tree.git("clone", "--quiet", str(repository.path), ".")
        return tree

    def git(self, *arguments: str) -> str:
        return run_git(self.path, self.environment, *arguments).decode().strip()

    def commit(self, files: Mapping[str, bytes | str | None], message: str = "Change files") -> str:
        """Write `files` (None deletes), and commit everything that changed; returns the commit's sha."""
        for name, content in files.items():
            target = self.path / name
            if content is None:
                target.unlink()
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD")

    def push(self, *arguments: str) -> None:
        """`git push origin *arguments`; with none, the branch that is checked out."""
        self.git("push", "--quiet", "origin", *(arguments or ("HEAD",)))
