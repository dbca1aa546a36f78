"""Bare git repositories, each with what the API knows of it beside git."""

from __future__ import annotations

import re
import shutil
import stat
import threading
import time
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from tests.standins.github_api.git_commands import DEFAULT_BRANCH, GitError, run_git
from tests.standins.github_api.git_objects import GitObject, ObjectReader, ObjectWriter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.standins.github_api.accounts import Account, Accounts

_WHOLE_SHA = re.compile(r"[0-9a-f]{40}")
_SHORT_SHA = re.compile(r"[0-9a-f]{4,39}")
_NO_REF = re.compile(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|^[-/]|/$")


@dataclass
class Repository:
    """A bare repository at `path`, to which tests may `git push`."""

    path: Path
    owner: Account
    name: str
    id: int
    private: bool
    environment: dict[str, str]
    description: str | None = None
    created_at: float = field(default_factory=time.time)
    pushed_at: float = field(default_factory=time.time)
    ref_lock: threading.Lock = field(default_factory=threading.Lock)
    """Held while the API moves a ref, so that its check and its update are one."""
    _is_filled: bool = False

    @property
    def full_name(self) -> str:
        return f"{self.owner.login}/{self.name}"

    @cached_property
    def objects(self) -> ObjectReader:
        return ObjectReader(self.path, self.environment)

    @cached_property
    def writer(self) -> ObjectWriter:
        return ObjectWriter(self.path)

    @property
    def default_branch(self) -> str:
        return (self.path / "HEAD").read_text("utf-8").strip().removeprefix("ref: refs/heads/")

    @default_branch.setter
    def default_branch(self, branch: str) -> None:
        self.git("symbolic-ref", "HEAD", f"refs/heads/{branch}")

    @property
    def is_empty(self) -> bool:
        # Every read asks, so it is asked of git only until there is a ref.
        self._is_filled = self._is_filled or bool(self.git("for-each-ref", "--count=1"))
        return not self._is_filled

    def git(self, *arguments: str, given: bytes = b"") -> bytes:
        """The output of a git command in this repository. Raises: GitError."""
        return run_git(self.path, self.environment, *arguments, given=given)

    def find_ref(self, ref: str) -> tuple[str, str] | None:
        """(sha, kind) of the object that `ref`, such as `refs/heads/main`, holds; a tag is not followed."""
        described = None if _NO_REF.search(ref) else self.objects.describe(ref)
        return described[:2] if described else None

    def find_commit(self, name: str) -> str | None:
        """The sha of the commit that a sha, a branch, a tag or a whole ref leads to."""
        return self._find(name, "commit")

    def find_tree(self, name: str) -> str | None:
        """The sha of the tree that a sha of a tree or commit, a branch or a tag leads to."""
        return self._find(name, "tree")

    def read(self, sha: str, kind: str) -> GitObject | None:
        """The object of that whole sha if it is of that kind."""
        found = self.objects.read(sha) if _WHOLE_SHA.fullmatch(sha) else None
        return found if found and found.kind == kind else None

    def has(self, sha: object, *kinds: str) -> bool:
        """Whether an object of one of those kinds (any when none is named) has that whole sha."""
        described = self.objects.describe(sha) if isinstance(sha, str) and _WHOLE_SHA.fullmatch(sha) else None
        return described is not None and (not kinds or described[1] in kinds)

    def commit_files(
        self,
        files: Mapping[str, bytes | str | None],
        message: str = "Change files",
        *,
        branch: str | None = None,
        executable: frozenset[str] = frozenset(),
    ) -> str:
        """Commit `files` (None deletes) onto `branch` in one `git fast-import`, which no hook hears of.

        Returns the commit's sha. This is the fast way to a repository of 10,000 files; `WorkTree` pushes as users do.
        """
        ref = f"refs/heads/{branch or self.default_branch}"
        stream = [b"commit %s\n" % ref.encode(), _signature(self.owner, time.time()), _data(message.encode())]
        if self.find_ref(ref):
            stream.append(b"from %s^0\n" % ref.encode())
        for path, content in files.items():
            if content is None:
                stream.append(b'D "%s"\n' % _quoted(path))
                continue
            mode = b"100755" if path in executable else b"100644"
            encoded = content.encode() if isinstance(content, str) else content
            stream += [b'M %s inline "%s"\n' % (mode, _quoted(path)), _data(encoded)]
        self.git("fast-import", "--quiet", "--force", given=b"".join(stream))
        self.pushed_at = time.time()
        found = self.find_commit(ref)
        assert found
        return found

    def _find(self, name: str, kind: str) -> str | None:
        if _NO_REF.search(name):
            return None
        names = [name] if _WHOLE_SHA.fullmatch(name) or name == "HEAD" or name.startswith("refs/") else []
        names += [f"refs/heads/{name}", f"refs/tags/{name}"]
        names += [f"refs/{name}"] if name.startswith(("heads/", "tags/")) else []
        names += [name] if _SHORT_SHA.fullmatch(name) else []
        for each in names:
            described = self.objects.describe(f"{each}^{{{kind}}}")
            if described:
                return described[0]
        return None


@dataclass
class Repositories:
    """All repositories, kept below `root` as `owner/name.git`; those that lie there already are taken up."""

    root: Path
    environment: dict[str, str]
    accounts: Accounts
    hook: str
    """The text of the `post-receive` that each repository gets."""
    _repositories: dict[str, Repository] = field(default_factory=dict)
    _ids: count[int] = field(default_factory=lambda: count(1296269))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        for path in sorted(self.root.glob("*/*.git")):
            self._take_up(path, private=_is_marked_private(path, self.environment), description=None)

    def __iter__(self) -> Iterator[Repository]:
        return iter(list(self._repositories.values()))

    def find(self, owner: str, name: str) -> Repository | None:
        return self._repositories.get(_key(owner, name))

    def create(
        self,
        owner: str,
        name: str,
        *,
        private: bool = False,
        description: str | None = None,
        default_branch: str = DEFAULT_BRANCH,
    ) -> Repository:
        """Make an empty bare repository. Raises: FileExistsError."""
        with self._lock:
            account = self.accounts.find_or_create(owner)
            path = self.root / account.login / f"{name}.git"
            if _key(owner, name) in self._repositories:
                raise FileExistsError(path)
            path.mkdir(parents=True)
            run_git(path, self.environment, "init", "--bare", "--quiet", f"--initial-branch={default_branch}")
            run_git(path, self.environment, "config", "standin.private", "true" if private else "false")
            return self._take_up(path, private=private, description=description)

    def delete(self, repository: Repository) -> None:
        with self._lock:
            self._repositories.pop(_key(repository.owner.login, repository.name), None)
            repository.objects.close()
            shutil.rmtree(repository.path)

    def close(self) -> None:
        for repository in self:
            repository.objects.close()

    def _take_up(self, path: Path, *, private: bool, description: str | None) -> Repository:
        owner, name = self.accounts.find_or_create(path.parent.name), path.name.removesuffix(".git")
        hook = path / "hooks" / "post-receive"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(self.hook, "utf-8")
        hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
        taken = Repository(path, owner, name, next(self._ids), private, self.environment, description)
        self._repositories[_key(owner.login, name)] = taken
        return taken


def _key(owner: str, name: str) -> str:
    return f"{owner}/{name.removesuffix('.git')}".lower()


def _is_marked_private(path: Path, environment: dict[str, str]) -> bool:
    try:
        return run_git(path, environment, "config", "standin.private").strip() == b"true"
    except GitError:
        return False


def _signature(account: Account, now: float) -> bytes:
    return b"committer %s <%s> %d +0000\n" % (account.login.encode(), account.email.encode(), int(now))


def _data(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)


def _quoted(path: str) -> bytes:
    return path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").encode("utf-8", "surrogateescape")
