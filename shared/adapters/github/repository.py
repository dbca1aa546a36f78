"""A repository of GitHub by name, and the commit that a branch, tag or sha stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from pydantic import AwareDatetime, BaseModel

from shared.adapters.github.client import SHA
from shared.adapters.github.failures import malformed
from shared.domain.git_objects import check_ref
from shared.errors import InputError
from shared.ports import Commit

if TYPE_CHECKING:
    from shared.adapters.github.client import GitHubApi

__all__ = ["RepositoryName", "clean_folder", "resolve_commit"]

_NAME: Final = re.compile(r"[A-Za-z0-9_.-]{1,100}")
_SHA: Final = re.compile(r"[0-9a-f]{40}")


@dataclass(frozen=True, slots=True)
class RepositoryName:
    owner: str
    name: str

    @classmethod
    def parse(cls, text: str) -> RepositoryName:
        """`owner/name`.

        Raises:
            InputError: it is none.
        """
        owner, _, name = text.partition("/")
        if any(not _NAME.fullmatch(part) or part in (".", "..") for part in (owner, name)):
            raise InputError(
                f"{text[:200]!r} is no repository of GitHub; write it as owner/name", code="bad-repository"
            )
        return cls(owner, name)

    @property
    def path(self) -> str:
        """Where the API has it."""
        return f"/repos/{self.owner}/{self.name}"

    def __str__(self) -> str:
        return f"{self.owner}/{self.name}"


class _Named(BaseModel):
    sha: str


class _Committer(BaseModel):
    date: AwareDatetime


class _GitCommit(BaseModel):
    sha: str
    tree: _Named
    committer: _Committer


async def resolve_commit(api: GitHubApi, repository: RepositoryName, ref: str = "") -> Commit:
    """The commit that `ref` names now, and its committer's date; empty: the default branch.

    A branch that has not moved costs no allowance.

    Raises:
        InputError: no such repository, branch, tag or commit, or the repository is empty.
    """
    sha = ref or "HEAD"
    check_ref(sha)
    if not _SHA.fullmatch(sha):
        path = f"{repository.path}/commits/{quote(sha)}"
        sha = (await api.get_current(path, accept=SHA)).decode("ascii", "replace").strip()
        if not _SHA.fullmatch(sha):
            raise malformed(path)
    found = await api.get_model(f"{repository.path}/git/commits/{sha}", _GitCommit)
    return Commit(found.sha, found.tree.sha, found.committer.date.astimezone(UTC))


def clean_folder(folder: str) -> str:
    """A folder of a repository without slashes at its ends; "" is the whole of it.

    Raises:
        InputError: it leads out of the repository.
    """
    names = [name for name in folder.split("/") if name not in ("", ".")]
    if folder.startswith("/") or any(name == ".." or "\\" in name or "\0" in name for name in names):
        raise InputError(f"{folder[:200]!r} is no folder of a repository", code="bad-folder")
    return "/".join(names)
