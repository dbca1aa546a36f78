"""`POST /process`: what clients send, and the job that it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Final, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic.alias_generators import to_camel

from shared.config import SiteConfig
from shared.domain.git_objects import is_ref
from shared.domain.jobs import DeploySpec, JobId, SiteName, SourceSpec, Task
from shared.domain.repositories import Repository, find_repository, source_of
from shared.errors import InputError

__all__ = [
    "LATER_TASKS",
    "UPLOADS",
    "ProcessData",
    "ProcessRequest",
    "WantedSource",
    "check_ref",
    "check_task",
    "name_site",
    "read_deploy",
    "read_ref",
    "read_source",
]

LATER_TASKS: Final = ("wp-import", "generate-project-from-brief")
"""Tasks of the API that this version does not have yet."""

UPLOADS: Final = "uploads/"
_OPEN_PREFIXES: Final = (UPLOADS, "sources/")
"""Where, in the private store, clients may name objects: next to them are a deployment's own."""

_KEY: Final = re.compile(r"(?:uploads|sources)/[A-Za-z0-9._/-]{1,400}")
_MAX_UPLOAD_CHARS: Final = 40_000_000


class _Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=to_camel, populate_by_name=True)


class ProcessData(_Wire):
    """Where the source is: `repoUrl`, `archive` or `r2Prefix`, exactly one, unless `site` is registered."""

    repo_url: Annotated[str, Field(max_length=500)] = ""
    """A repository's address in any spelling, or `owner/name`."""
    branch: Annotated[str, Field(max_length=250)] = ""
    commit: Annotated[str, Field(pattern=r"^([0-9a-fA-F]{7,64})?$")] = ""
    ref: Annotated[str, Field(max_length=250)] = ""
    """A tag or anything else that names a commit. Of `commit`, `ref` and `branch`, the first that is given counts."""
    folder: Annotated[str, Field(max_length=500)] = ""
    """The site's folder in the source."""
    dist_folder: Annotated[str, Field(max_length=500)] = ""
    """Of `deploy-repo`: the folder that gets the artifacts. Other tasks ignore it."""
    site: SiteName | None = None
    """Names the artifacts' folder. Without it: the registered site of the repository, else `owner-name`."""
    settings: dict[str, dict[str, Any]] = {}
    """Settings that win over the site's `inkdex.toml`, by section."""
    archive: Annotated[str, Field(max_length=_MAX_UPLOAD_CHARS)] = ""
    """A tar.gz or zip: the key that `POST /upload` gave, or the archive itself as base64."""
    r2_prefix: Annotated[str, Field(max_length=500)] = ""
    """Loose files below `sources/` in the private bucket."""
    repository: Annotated[str, Field(max_length=500)] = ""
    """Of `deploy-repo`: where artifacts are committed; empty: where the source is."""
    deploy_branch: Annotated[str, Field(max_length=250)] = ""
    create_repo: bool = False

    @field_validator("branch", "ref", "deploy_branch")
    @classmethod
    def _names_a_commit(cls, value: str) -> str:
        return check_ref(value)

    @field_validator("folder", "dist_folder")
    @classmethod
    def _is_inside(cls, value: str) -> str:
        folder = value.strip("/")
        if any(char < " " or char == "\\" for char in folder):
            raise ValueError("must be a folder inside the repository")
        parts = [part for part in folder.split("/") if part not in {"", "."}]
        if ".." in parts:
            raise ValueError("must be a folder inside the repository")
        return "/".join(parts)

    @field_validator("settings")
    @classmethod
    def _are_settings(cls, value: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
        if "name" in value.get("site", {}):
            raise ValueError("site.name is given as data.site")
        if "base_url" in value.get("embedder", {}):
            raise ValueError("embedder.base_url is set by the operator: it is sent the operator's key")
        try:
            SiteConfig.model_validate(value)
        except ValidationError as error:
            places = "; ".join(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors())
            raise ValueError(places) from None
        return value

    @property
    def names_a_key(self) -> bool:
        """Whether `archive` is a key, rather than an archive."""
        return self.archive.startswith(_OPEN_PREFIXES)


class ProcessRequest(_Wire):
    """The body of `POST /process`."""

    job_id: JobId | None = None
    """The client's name for the job; the same name again is the same job. Without it, one is made."""
    task: Task
    data: ProcessData = ProcessData()
    callback_url: str | None = None


@dataclass(frozen=True, slots=True)
class WantedSource:
    """`repository`: whose the site is, None for archives and loose files. `branch`: as the address shows it."""

    source: SourceSpec
    repository: Repository | None = None
    branch: str = ""


def check_ref(ref: str) -> str:
    """A name that a branch, tag or commit can have, or the empty string. For fields of models.

    Raises:
        ValueError: it is none.
    """
    if ref and not is_ref(ref):
        raise ValueError("is no name of a branch or tag")
    return ref


def check_task(task: object) -> None:
    """Raises `InputError` for a task that there is not, or not yet, and names those that there are."""
    known = get_args(Task)
    if task in known:
        return
    if task in LATER_TASKS:
        raise InputError(f"the task {task} comes in a later version", code="not-yet")
    raise InputError(f"unknown task; the tasks are {', '.join(known)}", code="unknown-task")


def read_source(data: ProcessData, uploaded: str = "") -> WantedSource:
    """Where the source is. `uploaded`: the key under which an archive in the request was stored.

    Raises:
        InputError: nowhere, in several places, or at none that can be read.
    """
    if sum(map(bool, (data.repo_url, data.archive, data.r2_prefix))) != 1:
        raise InputError("give exactly one of data.repoUrl, data.archive and data.r2Prefix", code="bad-source")
    if data.repo_url:
        repository, branch, shown = find_repository(data.repo_url)
        folder = "/".join(part for part in (shown, data.folder) if part)
        return WantedSource(source_of(repository, folder), repository, branch)
    if data.archive:
        key = uploaded or _check_key(data.archive)
        return WantedSource(SourceSpec(kind="archive", location=key, folder=data.folder))
    return WantedSource(SourceSpec(kind="r2", location=_check_key(data.r2_prefix), folder=data.folder))


def read_ref(data: ProcessData) -> str:
    """The commit, branch or tag that is asked for; empty: none is."""
    return data.commit.lower() or data.ref or data.branch


def read_deploy(data: ProcessData, repository: Repository | None) -> DeploySpec:
    """Where `deploy-repo` commits: by default, where the source is.

    Raises:
        InputError: nowhere that it can.
    """
    if data.repository:
        repository, _, _ = find_repository(data.repository)
    if repository is None or repository.provider != "github":
        raise InputError("deploy-repo needs data.repository, a repository on GitHub", code="bad-deploy")
    if not data.dist_folder:
        raise InputError("deploy-repo needs data.distFolder, the folder that gets the artifacts", code="bad-deploy")
    branch = data.deploy_branch or data.branch or "main"
    return DeploySpec(repository=repository.path, branch=branch, folder=data.dist_folder, create=data.create_repo)


def _check_key(key: str) -> str:
    """A key or prefix that a client may name.

    Raises:
        InputError: it is none.
    """
    if not _KEY.fullmatch(key) or ".." in key.split("/"):
        raise InputError(f"the key must begin with {' or '.join(_OPEN_PREFIXES)}", code="bad-source")
    return key


def name_site(repository: Repository) -> str:
    """A site's name for a repository that is not registered: `owner-name`, in the letters that names have."""
    name = re.sub(r"[^a-z0-9]+", "-", repository.path.lower()).strip("-")
    return name[:63].rstrip("-")
