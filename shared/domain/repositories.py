"""Repositories by the names that people give them: addresses of all spellings, and `owner/name`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import unquote

from shared.domain.jobs import SourceSpec
from shared.errors import InputError

__all__ = ["PROVIDER_HOSTS", "Provider", "Repository", "find_repository", "source_of"]

Provider = Literal["github", "gitlab", "gitea"]

PROVIDER_HOSTS: Final[dict[Provider, str]] = {
    "github": "github.com",
    "gitlab": "gitlab.com",
    "gitea": "codeberg.org",
}
"""The hosts that are known without saying more."""

_MAX_CHARS: Final = 500
_NAME: Final = re.compile(r"[A-Za-z0-9_.-]+")
_SHORT: Final = re.compile(r"([A-Za-z0-9_-][A-Za-z0-9_.-]*)/([A-Za-z0-9_.-]+)")
_SCP: Final = re.compile(r"(?:git@)([A-Za-z0-9.-]+):(?!//)(.+)")
_URL: Final = re.compile(
    r"(?:(https?|git|ssh|git\+ssh|git\+https)://)?(?:([^/@]*)@)?([A-Za-z0-9.-]+)(?::[0-9]{1,5})?/(.+)"
)


@dataclass(frozen=True, slots=True)
class Repository:
    """`base_url`: of its host, without a slash at the end. `path`: `owner/name`, on GitLab with all groups."""

    provider: Provider
    base_url: str
    path: str

    @property
    def key(self) -> str:
        """Equal for spellings of the same repository: hosts and names are taken in any case."""
        return f"{self.provider} {self.base_url.partition('://')[2]}/{self.path}".lower()


def find_repository(text: str) -> tuple[Repository, str, str]:
    """The repository that an address or `owner/name` means, and branch and folder if the address shows a folder.

    Raises:
        InputError: it is no repository on GitHub, GitLab or Codeberg.
    """
    text = text.strip()
    if len(text) > _MAX_CHARS or not text.isprintable():
        raise _unknown()
    if short := _SHORT.fullmatch(text):
        return _make("github", short[1], short[2]), "", ""
    if scp := _SCP.fullmatch(text):
        return _read(scp[1], scp[2])
    url = _URL.fullmatch(text)
    if url is None:
        raise _unknown()
    scheme, user, host, path = url.groups()
    if user is not None and (user != "git" or scheme in {"http", "https", None}):
        raise InputError("leave user name and token out of the repository's address", code="bad-repository")
    return _read(host, path)


def _read(host: str, path: str) -> tuple[Repository, str, str]:
    host = host.lower().removeprefix("www.").removeprefix("ssh.")
    provider = next((known for known, its in PROVIDER_HOSTS.items() if its == host), None)
    if provider is None:
        raise _unknown()
    parts = [unquote(part) for part in path.partition("?")[0].partition("#")[0].strip("/").split("/")]
    if provider == "gitlab":
        cut = parts.index("-") if "-" in parts else len(parts)
        names, rest = parts[:cut], parts[cut + 1 :]
    else:
        names, rest = parts[:2], parts[2:]
    if provider == "gitea" and rest[:2] and rest[0] == "src" and rest[1:2] == ["branch"]:
        rest = ["tree", *rest[2:]]
    branch, folder = (rest[1], "/".join(rest[2:])) if len(rest) > 1 and rest[0] == "tree" else ("", "")
    if rest and not branch:
        raise InputError("name the repository itself, or one of its folders", code="bad-repository")
    return _make(provider, *names), branch, folder


def _make(provider: Provider, *names: str) -> Repository:
    names = (*names[:-1], names[-1].removesuffix(".git"))
    if len(names) < 2 or not all(_NAME.fullmatch(name) and name not in {".", ".."} for name in names):
        raise _unknown()
    return Repository(provider, f"https://{PROVIDER_HOSTS[provider]}", "/".join(names))


def _unknown() -> InputError:
    return InputError(
        "not a repository that can be read: give owner/name, or an address on GitHub, GitLab or Codeberg",
        code="bad-repository",
    )


def source_of(repository: Repository, folder: str = "") -> SourceSpec:
    """How a build reads the repository: GitHub through its API, others as archives of a commit or branch."""
    if repository.provider == "github":
        return SourceSpec(kind="github", location=repository.path, folder=folder)
    name = repository.path.rpartition("/")[2]
    archive = {
        "gitlab": f"{repository.base_url}/{repository.path}/-/archive/{{commit}}/{name}.tar.gz",
        "gitea": f"{repository.base_url}/{repository.path}/archive/{{commit}}.tar.gz",
    }
    return SourceSpec(kind="archive", location=archive[repository.provider], folder=folder)
