"""Build a site: from the source's files to a published revision, running only the steps whose inputs are new."""

from __future__ import annotations

import asyncio
import time
from base64 import b64decode
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from shared.domain.encoding import from_json
from shared.domain.index.directory import assign_bases
from shared.domain.index.partial import rounded_average
from shared.domain.index.partitions import partition_count
from shared.domain.parts import group_files
from shared.domain.revision import block_file, pack_file
from shared.ports import StepsPending, WordVectors
from shared.usecases.assemble import Assembly, SiteVectors, assemble
from shared.usecases.build_history import PastBuild, kept_steps, recall_builds, remember_build
from shared.usecases.collect_garbage import collect_steps
from shared.usecases.plan_build import plan_build
from shared.usecases.publish_revision import publish_revision
from shared.usecases.record_book import RecordBook
from shared.usecases.stages.embed import embed_step
from shared.usecases.stages.enrich import enrich_step
from shared.usecases.stages.fetch import FETCHED_TOGETHER, fetch_step
from shared.usecases.stages.index import index_step
from shared.usecases.stages.judge import judge_step
from shared.usecases.stages.parse import parse_step
from shared.usecases.stages.relate import relate_step
from shared.usecases.stages.rows import lookups_step, rows_steps, site_parts
from shared.usecases.stages.vectors import (
    choose_runs,
    cluster_step,
    encode_step,
    train_step,
    vocabulary_step,
    words_step,
)
from shared.usecases.stages.weigh import weigh_step

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator, Sequence
    from datetime import datetime

    from shared.config import SiteConfig
    from shared.domain.models import Diagnostic
    from shared.domain.steps import Record, Stage, Step
    from shared.ports import BuildObserver, StepRunner
    from shared.usecases.publish_revision import Permit
    from shared.usecases.stages.services import StepServices

__all__ = ["BuildResult", "build_site"]


@dataclass(frozen=True)
class BuildResult:
    """What a build made. `steps_run` counts the steps that ran, by stage; a rebuild of the same runs none.

    `diagnostics`: at most the first 100 of `diagnostics_total`; `report` has all.
    """

    revision: str
    changed: bool
    manifest: Record
    report_json: bytes
    diagnostics: list[Record]
    diagnostics_total: int
    steps_run: dict[str, int]
    steps_reused: dict[str, int]
    stage_seconds: dict[str, float]

    @cached_property
    def report(self) -> Record:
        """The content of report.json: for who has memory, since it tells of every broken link."""
        report: Record = from_json(self.report_json)
        return report


async def build_site(
    config: SiteConfig,
    services: StepServices,
    runner: StepRunner,
    observer: BuildObserver,
    *,
    as_of: datetime,
    commit: str | None = None,
    diagnostics: Callable[[], Sequence[Diagnostic]] = tuple,
    may_publish: Permit | None = None,
) -> BuildResult:
    """Build and publish. `as_of` decides which dated pages show; with `commit` it is the commit's date.

    `diagnostics` gives what the source found while listing. `may_publish` is asked at the last moment; where it says
    no, the revision is whole but no pointer leads to it. A build that is interrupted anywhere leaves the published
    revision as it was, and the next build goes on from its finished steps.

    Raises:
        InputError: there is no page to build.
        ConflictError: a file changed while it was being read, or another build published at the same moment.
        StepsPending: the runner has handed steps to others; build again when they are done.
    """
    book = RecordBook(config.site.name, services.steps)
    await book.open()
    try:
        return await _Build(config, services, runner, observer, book).run(as_of, commit, diagnostics, may_publish)
    except StepsPending:
        await book.save()
        raise


@dataclass(frozen=True, slots=True)
class _EncodedVectors:
    """Records of the embed and encode steps, one a part, and of the train step between them."""

    model: str
    dimensions: int
    embedded: list[Record]
    trained: Record
    encoded: list[Record]

    @property
    def keys(self) -> list[tuple[str, str]]:
        """Of each part the keys of its embed and encode steps."""
        return [(one["step"], other["step"]) for one, other in zip(self.embedded, self.encoded, strict=True)]


@asynccontextmanager
async def _beside(work: Coroutine[Any, Any, Record]) -> AsyncIterator[asyncio.Task[Record]]:
    """Work that goes on while the context's own does; it ends with the context."""
    task = asyncio.create_task(work)
    await asyncio.sleep(0)  # so that it gets to hand its work to another process
    try:
        yield task
    except StepsPending:
        await asyncio.wait([task])  # it may have steps to hand over, too
        raise
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@dataclass(slots=True)
class _Build:
    config: SiteConfig
    services: StepServices
    runner: StepRunner
    observer: BuildObserver
    book: RecordBook
    steps_run: dict[str, int] = field(default_factory=dict)
    steps_reused: dict[str, int] = field(default_factory=dict)
    stage_seconds: dict[str, float] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    """Of all steps that this build stands on."""
    done: list[Step] = field(default_factory=list)
    """The steps that have run just now."""

    async def run(
        self,
        as_of: datetime,
        commit: str | None,
        diagnostics: Callable[[], Sequence[Diagnostic]],
        may_publish: Permit | None,
    ) -> BuildResult:
        with self._watch("plan"):
            plan = await plan_build(self.config, self.services)
            self.keys.add(plan.context.key)
        parsed = await self._parse([parse_step(part, plan.context.key, as_of) for part in group_files(plan.pages)])
        vectors = await self._encode(parsed)
        async with (
            _beside(self._relate(parsed, vectors)) as related,
            _beside(self._enrich(parsed, judged := await self._judge(parsed), related)) as enriched,
        ):
            bases = assign_bases(sum(record["sections"]) for record in parsed)
            indexed = await self._index(parsed, bases)
            rows = await self._make_rows(parsed, bases, judged, vectors)
            assembly = Assembly(
                config=self.config,
                plan=plan,
                commit=commit,
                as_of=as_of,
                parsed=parsed,
                judged=judged,
                bases=bases,
                indexed=indexed,
                pieces=[*rows, *indexed, await related],
                vectors=await self._cluster(vectors, bases) if vectors else None,
                source_diagnostics=tuple(diagnostics()),
            )
            with self._watch("assemble"):
                manifest, report = await assemble(assembly, enriched, self.services, self._run)
        with self._watch("publish"):
            changed = await publish_revision(
                manifest, self.config.build.keep_revisions, self.services.artifacts, may_publish
            )
            await self._remember(indexed)
        return BuildResult(
            revision=manifest["revision"],
            changed=changed,
            manifest=manifest,
            report_json=report.data,
            diagnostics=report.first,
            diagnostics_total=report.total,
            steps_run=self.steps_run,
            steps_reused=self.steps_reused,
            stage_seconds=self.stage_seconds,
        )

    async def _parse(self, steps: Sequence[Step]) -> list[Record]:
        """Parse every part. Where files are far away, those of many parts are fetched together first."""
        if self.services.fetches_first:
            found = await self.book.find_all(steps)
            missing = [step for step, record in zip(steps, found, strict=True) if record is None]
            if len(missing) >= FETCHED_TOGETHER:
                await self._run([fetch_step(missing, self.config.content)])
        return await self._run(steps)

    async def _index(self, parsed: Sequence[Record], bases: Sequence[int]) -> list[Record]:
        """Weigh every part, then merge the parts' postings, partition by partition."""
        partitions = partition_count(sum(record["postings"] for record in parsed))
        average = rounded_average(
            sum(record["length"] for record in parsed), sum(sum(record["sections"]) for record in parsed)
        )
        ranking = self.config.ranking
        weighed = await self._run(
            [
                weigh_step(record["key"], average=average, k1=ranking.k1, b=ranking.b, partitions=partitions)
                for record in parsed
            ]
        )
        past = await recall_builds(self.config.site.name, self.services.steps)
        previous = past[0].index if past and len(past[0].index) == partitions else (None,) * partitions
        keys = [record["step"] for record in weighed]
        places = [b64decode(record["chunks"]) for record in weighed]
        return await self._run(
            [index_step(partition, bases, keys, places, previous[partition]) for partition in range(partitions)]
        )

    async def _encode(self, parsed: Sequence[Record]) -> _EncodedVectors | None:
        """Embed every part, find clusters on a sample, encode every part."""
        embedder = self.services.embedder
        if embedder is None:
            return None
        dimensions = embedder.dimensions
        embedded = await self._run([embed_step(record["key"], embedder.name) for record in parsed])
        (trained,) = await self._run([train_step({record["step"]: record for record in embedded}, dimensions)])
        encoded = await self._run([encode_step(record["step"], trained["step"], dimensions) for record in embedded])
        return _EncodedVectors(embedder.name, dimensions, embedded, trained, encoded)

    async def _cluster(self, found: _EncodedVectors, bases: Sequence[int]) -> SiteVectors:
        """Gather all parts' codes as shards."""
        keys = [record["step"] for record in found.encoded]
        words = await self._make_words(found)
        (clustered,) = await self._run([cluster_step(keys, bases, found.trained["step"], found.dimensions, words)])
        return SiteVectors(found.model, found.dimensions, clustered["pack"])

    async def _make_words(self, found: _EncodedVectors) -> list[Record]:
        """Write the table of words, where queries' vectors can be made of them."""
        embedder: object = self.services.embedder
        if not isinstance(embedder, WordVectors):
            return []
        packs, chosen = choose_runs(found.embedded, embedder.common_runs())
        steps = [words_step(found.model, packs, number, runs) for number, runs in enumerate(chosen)]
        return await self._run([*steps, vocabulary_step(found.model)])

    async def _judge(self, parsed: Sequence[Record]) -> Record:
        (record,) = await self._run([judge_step(parsed, base_url=self.config.site.base_url)])
        return record

    async def _relate(self, parsed: Sequence[Record], vectors: _EncodedVectors | None) -> Record:
        keys = vectors.keys if vectors else []
        dimensions = vectors.dimensions if vectors else 0
        (record,) = await self._run([relate_step(parsed, vectors=keys, dimensions=dimensions)])
        return record

    async def _enrich(self, parsed: Sequence[Record], judged: Record, related: Awaitable[Record]) -> Record:
        found = await related
        (record,) = await self._run([enrich_step(parsed, judged=judged["step"], related=found["step"])])
        return record

    async def _make_rows(
        self, parsed: Sequence[Record], bases: Sequence[int], judged: Record, vectors: _EncodedVectors | None
    ) -> list[Record]:
        """Make the pieces of search.db that hold the parts' rows."""
        embedded = [record["step"] for record in vectors.embedded] if vectors else [""] * len(parsed)
        dimensions = vectors.dimensions if vectors else 0
        parts = site_parts(parsed, bases, judged["parts"], embedded, dimensions)
        rows = await self._run(rows_steps(parts, judged["step"], dimensions))
        return [*rows, *await self._run([lookups_step(rows)])]

    async def _remember(self, indexed: Sequence[Record]) -> None:
        """Note what this build was made of, and let go of the steps of builds long past."""
        steps = self.services.steps
        build = PastBuild(tuple(sorted(self.keys)), tuple(record["step"] for record in indexed))
        is_another = await remember_build(self.config.site.name, build, steps)
        await self.book.finish(self.done)
        if is_another or any(self.steps_run.values()):  # in a Worker, others have run the steps
            await collect_steps(await kept_steps(steps), steps)

    async def _run(self, steps: Sequence[Step]) -> list[Record]:
        """The records of all steps of one stage, in order; those that an earlier build has done do not run."""
        stage = steps[0].stage
        start = time.perf_counter()
        records: dict[str, Record] = {}
        for step, record in zip(steps, await self.book.find_all(steps), strict=True):
            if record is not None and await self._is_whole(record):
                records[step.key] = record
        missing = list({step.key: step for step in steps if step.key not in records}.values())
        self.observer.stage_started(stage, len(steps), len(steps) - len(missing))
        if missing and stage == "parse":
            self.runner.warm_up(len(steps))  # what follows a changed part concerns all parts
        async for step, record in self.runner.run(missing):
            records[step.key] = record
            self.done.append(step)
            self.observer.step_done(stage)
        self.keys.update(records, (record["key"] for record in records.values() if "key" in record))
        self.steps_run[stage] = len(missing)
        self.steps_reused[stage] = len(steps) - len(missing)
        self._finish(stage, start)
        return [{"step": step.key, **records[step.key]} for step in steps]

    async def _is_whole(self, record: Record) -> bool:
        """Whether the files that the step published are still there: the folder may have been emptied since."""
        names = [record["file"]] if "file" in record else []
        names += [pack_file(record["pack"], number) for number in range(record.get("files", 0))]
        names += [block_file(record["pack"])] if record.get("blocks") else []
        names += [block_file(pack) for pack in record.get("block_packs", ())]
        for name in names:
            if not await self.services.artifacts.has(name):
                return False
        return True

    @contextmanager
    def _watch(self, stage: Stage) -> Iterator[None]:
        start = time.perf_counter()
        self.observer.stage_started(stage, 1, 0)
        yield
        self.observer.step_done(stage)
        self._finish(stage, start)

    def _finish(self, stage: Stage, start: float) -> None:
        self.stage_seconds[stage] = time.perf_counter() - start
        self.observer.stage_finished(stage, self.stage_seconds[stage])
