"""What people ask of a site's builds, and what they are told: jobs. The wire names are the job API's, in camel case."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from shared.domain.encoding import to_json

__all__ = [
    "BuildSpec",
    "CallbackBody",
    "CallbackState",
    "Claim",
    "DeploySpec",
    "Job",
    "JobError",
    "JobId",
    "JobRequest",
    "JobState",
    "LogLine",
    "Message",
    "Progress",
    "Resolution",
    "SiteName",
    "SourceSpec",
    "Task",
    "Trigger",
]

Task = Literal["process-all", "build-assets", "build-database", "publish-r2", "deploy-repo"]
JobState = Literal["pending", "processing", "completed", "failed", "cancelled"]
Trigger = Literal["push", "deploy-hook", "api", "admin"]

JobId = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$")]
SiteName = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$")]

_MAX_LOG_LINES = 200
_MAX_LOG_CHARS = 500


class _Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", alias_generator=to_camel, populate_by_name=True)


class SourceSpec(_Wire):
    """Where a build's files come from.

    `github`: `location` is `owner/name`. `archive`: the key of a tar.gz or zip in the private bucket, or the address of
    one with `{commit}` in it. `r2`: a prefix in the private bucket.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["github", "archive", "r2"] = "github"
    location: Annotated[str, Field(min_length=1, max_length=500)]
    folder: Annotated[str, Field(max_length=500)] = ""
    """Of the repository: the site's folder, as if it were the whole."""


class DeploySpec(_Wire):
    """Of the task deploy-repo: where a revision's files are committed."""

    model_config = ConfigDict(frozen=True)

    repository: Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$")]
    branch: Annotated[str, Field(min_length=1, max_length=250)]
    folder: Annotated[str, Field(max_length=500)]
    create: bool = False
    """Create the repository if it is not there."""


class BuildSpec(_Wire):
    """What to build. Jobs of equal specs that wait together are one build."""

    model_config = ConfigDict(frozen=True)

    task: Task
    source: SourceSpec
    ref: str = ""
    """Branch, tag or commit; empty: the repository's default branch."""
    follows: str = ""
    """A branch of which `ref` is the newest commit known: of builds that wait, a newer one's takes its place."""
    settings: dict[str, dict[str, Any]] = {}
    """Settings that win over the site's `inkdex.toml`, by section."""
    deploy: DeploySpec | None = None
    trusted: bool = True
    """Whether the deployment's tokens may be used to read the source: not for whom anybody may be."""

    @property
    def key(self) -> str:
        """Equal for what one build can serve."""
        left_out = {"ref"} if self.follows else None
        return sha256(to_json(self.model_dump(mode="json", exclude=left_out))).hexdigest()[:32]


class JobRequest(_Wire):
    """A job that somebody asks of a site's coordinator."""

    job_id: JobId
    site: SiteName
    spec: BuildSpec
    trigger: Trigger
    callback_url: str | None = None
    note: str = ""
    """What is known of its cause, for the log: who pushed which commit."""


class LogLine(_Wire):
    """`at`: seconds since 1970."""

    at: float
    level: Literal["info", "warning", "error"] = "info"
    message: str


class JobError(_Wire):
    """Why a job failed. `code` is for programs; `message` names the way out."""

    code: str
    message: str


class Progress(_Wire):
    """Steps of one stage: how many there are, and how many an earlier build had done."""

    stage: str
    steps: int
    reused: int


class CallbackState(_Wire):
    """What became of telling the client."""

    state: Literal["none", "pending", "delivered", "failed"] = "none"
    attempts: int = 0
    error: str | None = None
    next_at: float | None = None


class Resolution(_Wire):
    """What a build found out once and then holds to: the commit, and the settings in it."""

    model_config = ConfigDict(frozen=True)

    commit: str | None
    tree: str = ""
    as_of: str
    """ISO 8601, UTC: the commit's date, which decides what dated pages show."""
    config: dict[str, Any]


class Job(_Wire):
    """A job as its coordinator knows it. Times are seconds since 1970."""

    job_id: JobId
    site: SiteName
    spec: BuildSpec
    trigger: Trigger
    callback_url: str | None = None
    state: JobState = "pending"
    created_at: float
    started_at: float | None = None
    finished_at: float | None = None
    attempts: int = 0
    commit: str | None = None
    stage: str | None = None
    stages: list[Progress] = []
    steps_done: int = 0
    steps_total: int = 0
    result: dict[str, Any] | None = None
    error: JobError | None = None
    diagnostics: list[list[Any]] = []
    diagnostics_total: int = 0
    callback: CallbackState = CallbackState()
    logs: list[LogLine] = []

    @property
    def is_over(self) -> bool:
        return self.state in {"completed", "failed", "cancelled"}

    def log(self, now: float, message: str, level: Literal["info", "warning", "error"] = "info") -> None:
        """Add a line. The first lines and the newest are kept: the start tells what, the end tells why."""
        self.logs.append(LogLine(at=now, level=level, message=message[:_MAX_LOG_CHARS]))
        if len(self.logs) > _MAX_LOG_LINES:
            del self.logs[_MAX_LOG_LINES // 4]

    def duration_ms(self, now: float) -> int:
        """From the start to the end, or until now; 0 before the start."""
        if self.started_at is None:
            return 0
        return max(0, round(((self.finished_at or now) - self.started_at) * 1000))


class CallbackBody(_Wire):
    """What is posted to a job's callback URL. `duration` is in milliseconds."""

    job_id: str
    status: JobState
    result: dict[str, Any] | None
    processed_at: str
    duration: int
    logs: list[str]


class Message(BaseModel):
    """A queue message: ids only. `step` is a step's key, a round of planning, or an attempt at a callback."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    v: Literal[1] = 1
    site: SiteName
    build: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:-]{0,119}$")]
    stage: Annotated[str, Field(pattern=r"^[a-z]{1,20}$")]
    step: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,64}$")]


class Claim(_Wire):
    """What whoever received a message needs to act on it."""

    site: SiteName
    build: str
    spec: BuildSpec
    resolution: Resolution | None
    job: Job
