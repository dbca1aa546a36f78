"""What a site's coordinator must remember between events, next to the jobs themselves."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from shared.domain.jobs import BuildSpec, Resolution

__all__ = ["ADVANCE", "CALLBACK", "Limits", "Outstanding", "RunningBuild", "SiteState"]

ADVANCE = "advance"
CALLBACK = "callback"


class Limits(BaseModel):
    """When patience ends. All times in seconds."""

    model_config = ConfigDict(frozen=True)

    silent_s: float = 300.0
    """A step that nobody has heard of for so long is sent again."""
    max_sends: int = 6
    max_rounds: int = 60
    max_build_s: float = 6 * 3600.0
    callback_delays_s: tuple[float, ...] = (10.0, 60.0, 300.0, 1800.0, 7200.0)
    """Waits between attempts at a callback."""
    kept_jobs: int = 50
    """Finished jobs that are remembered however old they are."""
    remembered_s: float = 86_400.0
    """Younger ones are remembered too, up to `max_jobs`."""
    max_jobs: int = 1_000


class Outstanding(BaseModel):
    """A step that somebody has been asked to run."""

    stage: str
    heard_at: float
    """When it was sent, or last heard of; after a failure, when it is to be tried again."""
    sends: int = 1
    trouble: str | None = None


class RunningBuild(BaseModel):
    """`build_id` is the first job's, with its attempt: a job that is retried makes a new build."""

    build_id: str
    job_ids: list[str]
    spec: BuildSpec
    started_at: float
    round: int = 1
    resolution: Resolution | None = None
    outstanding: dict[str, Outstanding] = {}

    @property
    def advance_key(self) -> str:
        return f"{ADVANCE}-{self.round}"


class SiteState(BaseModel):
    """What must survive between events, next to the jobs themselves."""

    site: str
    waiting: list[list[str]] = []
    """Groups of jobs that will be one build each, first come first."""
    running: RunningBuild | None = None
    paused_until: float = 0.0
    """No build starts before: the site's garbage is being collected."""
