"""The sites that a deployment builds on its own, and which of them are pinned: one small document."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic.alias_generators import to_camel

from shared.domain.jobs import SiteName
from shared.domain.repositories import PROVIDER_HOSTS, Repository

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

__all__ = ["RESERVED_NAMES", "Registry", "RevisionName", "SiteEntry", "SiteSettings", "watches"]

RESERVED_NAMES = frozenset(
    {"admin", "api", "assets", "health", "hooks", "inference", "jobs", "objects", "openapi", "process", "upload"}
)
"""Sites cannot be called so: these begin addresses of the deployment itself."""

RevisionName = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]

_GLOB = re.compile(r"[^\x00-\x1f]{1,300}")
_BASE_URL = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?")


class SiteSettings(BaseModel):
    """What an operator says of a site."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=to_camel, populate_by_name=True)

    title: Annotated[str, Field(max_length=200)] = ""
    provider: Literal["github", "gitlab", "gitea"] = "github"
    repository: Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$", max_length=300)]
    """`owner/name`; on GitLab with all groups."""
    base_url: Annotated[str, Field(max_length=300)] = ""
    """Of a GitLab, Gitea or Forgejo that one hosts oneself, such as `https://git.example.org`."""
    branch: Annotated[str, Field(max_length=250)] = ""
    """The branch that is published; empty: the repository's default branch."""
    folder: Annotated[str, Field(max_length=500)] = ""
    """The site's folder in the repository."""
    watch: Annotated[tuple[str, ...], Field(max_length=100)] = ()
    """Globs of paths: a push that certainly touches none of them builds nothing. Empty: every push builds."""
    settings: dict[str, dict[str, Any]] = {}
    """Settings that win over the site's `inkdex.toml`, by section."""

    @field_validator("watch")
    @classmethod
    def _are_globs(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not all(_GLOB.fullmatch(glob) for glob in value):
            raise ValueError("each must be a glob of 1 to 300 characters")
        return value

    @field_validator("folder")
    @classmethod
    def _is_inside(cls, value: str) -> str:
        folder = value.strip("/")
        if "\\" in folder or any(part in {"", ".", ".."} for part in folder.split("/") if folder):
            raise ValueError("must be a folder inside the repository")
        return folder

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if self.base_url and not _BASE_URL.fullmatch(self.base_url):
            raise ValueError("baseUrl must be an address such as https://git.example.org")
        if self.provider == "gitea" and not self.base_url:
            raise ValueError("a Gitea or Forgejo needs its baseUrl, such as https://codeberg.org")
        if self.provider == "github" and self.base_url:
            raise ValueError("baseUrl is for GitLab, Gitea and Forgejo only")
        if self.provider != "gitlab" and self.repository.count("/") != 1:
            raise ValueError("repository must be owner/name")
        return self

    @property
    def origin(self) -> Repository:
        base_url = self.base_url.rstrip("/") or f"https://{PROVIDER_HOSTS[self.provider]}"
        return Repository(self.provider, base_url, self.repository)


class SiteEntry(SiteSettings):
    """A site of the registry."""

    name: SiteName
    secret_version: Annotated[int, Field(ge=1)] = 1
    """Its secrets are derived from the deployment's; raising the number makes new ones."""
    created_at: float
    """Seconds since 1970."""


class Registry(BaseModel):
    """`registry.json`.

    `pins`: of each site whose pointer no build may move, the revision that it was pinned at. `retired`: the secrets
    that sites had when they were removed, so that one that comes back has others.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal[1] = 1
    sites: dict[str, SiteEntry] = {}
    pins: dict[str, str] = {}
    retired: dict[str, int] = {}

    def built_from(self, repository: Repository) -> list[SiteEntry]:
        """Sites of this repository, by name."""
        return [entry for _, entry in sorted(self.sites.items()) if entry.origin.key == repository.key]


def watches(globs: Iterable[str], paths: Iterable[str]) -> bool:
    """Whether some path matches a glob. `*` matches slashes too, and `docs/` means everything below it."""
    patterns = [glob + "*" if glob.endswith("/") else glob for glob in globs]
    return any(fnmatchcase(path, pattern) or path.startswith(pattern + "/") for path in paths for pattern in patterns)
