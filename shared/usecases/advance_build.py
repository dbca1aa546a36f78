"""One round of a build whose steps run elsewhere: plan it anew from what finished steps have left, and go on there.

It is the very build of a laptop, run until it asks for steps that are not done. Those are written down for others, and
the round ends; the next one finds them done. Short work is done at once: an edit of one page needs a step or two of
each stage, and handing each to a queue would take longer than the work.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

from shared.concurrency import map_concurrently
from shared.domain.jobs import Progress
from shared.domain.revision import manifest_name, pointer_name, revision_file
from shared.domain.steps import step_object
from shared.errors import ConflictError
from shared.ports import StepsPending
from shared.usecases.build_site import build_site
from shared.usecases.deploy_revision import deploy_revision
from shared.usecases.resolve_build import commit_of, config_of, resolve_build
from shared.usecases.run_step import run_step
from shared.usecases.stages.services import AT_ONCE, StepServices

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

    from shared.domain.jobs import Claim, DeploySpec, Message, Resolution, Task
    from shared.domain.steps import Record, Stage, Step
    from shared.ports import Coordinator, SourceReader, Workshop
    from shared.usecases.build_site import BuildResult

__all__ = ["advance_build", "make_services"]

_INLINE_STEPS = 3
_LONG_TRAINING = 64
"""So many clusters take a Worker most of the time that one message should: training gets a message of its own."""

_UNPUBLISHED: frozenset[Task] = frozenset({"build-assets", "build-database"})


def make_services(resolution: Resolution, workshop: Workshop, source: SourceReader) -> StepServices:
    """What the steps of a resolved build use."""
    return StepServices(
        source=source,
        artifacts=workshop.artifacts,
        steps=workshop.steps,
        embedder=workshop.embedder(config_of(resolution).embedder),
        vector_cache=workshop.vector_cache,
        fetches_first=True,
    )


async def advance_build(
    message: Message,
    claim: Claim,
    workshop: Workshop,
    coordinator: Coordinator,
    *,
    inline_s: float,
    is_pinned: Callable[[str], Awaitable[bool]],
) -> BuildResult | None:
    """Finish the build, or tell the coordinator which steps are missing. `inline_s`: time for steps run right here.

    Of a pinned site, the revision is built and its pointer stays.

    Raises:
        InkdexError: as its family says; the round can be repeated at any time.
        ConflictError: somebody has cancelled the build or published meanwhile; nothing was published.
    """
    resolution = claim.resolution or await resolve_build(claim, workshop)
    commit = commit_of(resolution)
    source = workshop.check_out(commit)
    services = make_services(resolution, workshop, source)
    runner = _HandingOver(services, inline_s)
    progress = _Progress()
    permit = _Permit(message, claim, coordinator, is_pinned)
    try:
        result = await build_site(
            config_of(resolution),
            services,
            runner,
            progress,
            as_of=commit.as_of,
            commit=commit.sha,
            diagnostics=lambda: source.diagnostics,
            may_publish=permit.ask,
        )
    except StepsPending:

        async def write_down(step: Step) -> None:
            await services.steps.put(step_object(step.key, "step"), step.to_bytes())

        await map_concurrently(write_down, runner.pending, limit=AT_ONCE)
        pending = [(step.stage, step.key) for step in runner.pending]
        await coordinator.advanced(message, resolution, progress.stages, pending)
        return None
    described = _describe(result, claim, resolution, published=not permit.withheld)
    if claim.spec.deploy is not None:
        described["deployed"] = await _deploy(claim.spec.deploy, claim.site, result.revision, workshop)
    await coordinator.completed(
        message,
        resolution,
        progress.stages,
        described,
        [list(row.values()) for row in result.diagnostics],
        result.diagnostics_total,
    )
    return result


async def _deploy(spec: DeploySpec, site: str, revision: str, workshop: Workshop) -> dict[str, Any]:
    writer = workshop.writer(spec.repository, spec.folder)
    created = spec.create and await writer.create()
    done = await deploy_revision(site, revision, writer, workshop.artifacts, branch=spec.branch)
    return {
        "repository": spec.repository,
        "branch": spec.branch,
        "folder": spec.folder,
        "commit": done.commit,
        "created": created,
        "leftOut": done.left_out,
    }


def _describe(result: BuildResult, claim: Claim, resolution: Resolution, *, published: bool) -> dict[str, Any]:
    """What the job says of its result. `files` are names below the deployment's address."""
    site, revision = claim.site, result.revision
    return {
        "site": site,
        "revision": revision,
        "commit": resolution.commit,
        "published": published,
        "changed": result.changed,
        "counts": result.manifest["counts"],
        "files": {
            "current": pointer_name(site),
            "manifest": manifest_name(site, revision),
            **{
                kind: revision_file(site, revision, name)
                for kind, name in (
                    ("posts", "posts.json"),
                    ("media", "media.json"),
                    ("report", "report.json"),
                    ("database", "search.db"),
                )
            },
        },
    }


class _Permit:
    """Whether a round may publish. `withheld`: it was asked, and the revision is to stay unpublished."""

    def __init__(
        self, message: Message, claim: Claim, coordinator: Coordinator, is_pinned: Callable[[str], Awaitable[bool]]
    ) -> None:
        self.withheld = False
        self._message = message
        self._claim = claim
        self._coordinator = coordinator
        self._is_pinned = is_pinned

    async def ask(self) -> bool:
        self.withheld = self._claim.spec.task in _UNPUBLISHED or await self._is_pinned(self._claim.site)
        if self.withheld:
            return False
        if not await self._coordinator.may_publish(self._message):
            raise ConflictError("the build is not wanted any more", build=self._message.build)
        return True


def _is_long(step: Step) -> bool:
    """Whether a step takes long, however little time has passed. Fetching costs what the whole repository does."""
    return step.stage == "fetch" or (step.stage == "train" and step.inputs["clusters"] >= _LONG_TRAINING)


class _HandingOver:
    """A `StepRunner` that runs little itself and hands over the rest, as `pending`."""

    def __init__(self, services: StepServices, inline_s: float) -> None:
        self.pending: list[Step] = []
        self._services = services
        self._turn = asyncio.Lock()
        self._deadline = time.monotonic() + inline_s

    def warm_up(self, parts: int) -> None:
        """Others are warm already, or are not ours to warm."""

    async def run(self, steps: Sequence[Step]) -> AsyncIterator[tuple[Step, Record]]:
        for number, step in enumerate(steps):
            async with self._turn:  # side by side they would take as long, and the memory of both
                if len(steps) > _INLINE_STEPS or _is_long(step) or time.monotonic() >= self._deadline:
                    self.pending += steps[number:]
                    raise StepsPending
                record = await run_step(step, self._services)
            yield step, record


class _Progress:
    """A `BuildObserver` that notes what each stage had to do."""

    def __init__(self) -> None:
        self.stages: list[Progress] = []

    def stage_started(self, stage: Stage, steps: int, reused: int) -> None:
        self.stages.append(Progress(stage=stage, steps=steps, reused=reused))

    def step_done(self, stage: Stage) -> None: ...

    def stage_finished(self, stage: Stage, duration_s: float) -> None: ...
