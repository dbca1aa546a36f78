"""Python's memory of single steps of a large build, each in a fresh isolate of the Worker, in real workerd.

    uv run python -m tests.benchmarks.worker_steps --docs 10000 --stages relate join --keep /tmp/build-of-10000

`worker_build` has the Worker build everything, which takes long. Here CPython builds on this machine (steps are the
same, byte for byte); then the step of each stage that reads most is done again in the Worker, which gets no more than
what the step reads. `--keep` names a folder for the build, so that a second run does only what has changed.

With `--together N`, one isolate does the N largest steps of every stage, in the order of a build: what it keeps of them
shows sooner than in a whole build.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from heapq import nlargest
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from functions.packing import pack_items
from shared.adapters.embedders.openai import OpenAIEmbedder
from shared.adapters.forwarding_store import ForwardingStore
from shared.adapters.local.folder_source import FolderSource
from shared.adapters.local.folder_store import FolderStore
from shared.adapters.local.httpx_client import HttpxClient
from shared.cli.worker.dev_server import WorkerServer
from shared.cli.worker.staging import PACKAGES
from shared.config import SiteConfig
from shared.domain.jobs import BuildSpec, Claim, Job, Resolution, SourceSpec
from shared.domain.steps import VERSIONS, Step, step_object
from shared.usecases.build_site import build_site
from shared.usecases.run_step import run_step
from shared.usecases.stages.fetch import fetch_step, load_files, run_fetch
from shared.usecases.stages.services import StepServices
from tests.benchmarks.corpora import (
    DEFAULT_CORPORA,
    MissingCorporaError,
    docs_archive,
    explain_and_exit,
    require,
    unpack_docs,
)
from tests.benchmarks.tables import describe_machine, markdown_table
from tests.benchmarks.worker_clock import cpu_seconds_of, find_workerd
from tests.standins.openai_api import API_KEY, OpenAIStandIn

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence

    from shared.domain.steps import Record, Stage

__all__ = ["main"]

_ENTRY = "tests/benchmarks/in_worker"
_DIMENSIONS = 384
_AS_OF = datetime(2026, 11, 22, 23, 59, 59, tzinfo=UTC)
_SITE = "docs"
_BUILD = "bench"
_MB = 1e6
_SENT_TOGETHER = 16_000_000
_ORDER = (
    *("parse", "embed", "train", "encode", "relate", "judge", "enrich"),
    *("weigh", "index", "rows", "lookups", "cluster", "join"),
)
"""Of a build in the Worker. `fetch` unpacks an archive from elsewhere: `worker_build` measures it."""


class _Reads(ForwardingStore):
    """Notes the names of the objects that are read, and their sizes."""

    def __init__(self, store: FolderStore) -> None:
        super().__init__(store)
        self.sizes: dict[str, int] = {}

    async def get(self, key: str) -> bytes | None:
        data = await super().get(key)
        if data is not None:
            self.sizes[key] = len(data)
        return data

    async def get_range(self, key: str, offset: int, size: int) -> bytes:
        if key not in self.sizes:
            await self.get(key)
        return await super().get_range(key, offset, size)


@dataclass(slots=True)
class _Runner:
    """Runs steps one after another, and keeps each with the number of bytes that it has read."""

    services: StepServices
    stores: tuple[_Reads, _Reads]

    def warm_up(self, parts: int) -> None: ...

    async def run(self, steps: Sequence[Step]) -> AsyncIterator[tuple[Step, Record]]:
        for step in steps:
            for store in self.stores:
                store.sizes.clear()
            record = await run_step(step, self.services)
            read = sum(sum(store.sizes.values()) for store in self.stores)
            read += sum(size for _, _, size, *_ in step.inputs["files"]) if step.stage == "parse" else 0
            await self.services.steps.put(step_object(step.key, "step"), step.to_bytes())
            await self.services.steps.put(f"benchmark/{step.stage}/{step.key}", b"%d" % read)
            yield step, record


class _Quiet:
    def stage_started(self, stage: Stage, steps: int, reused: int) -> None:
        _say(f"{stage}: {steps} steps, of which {reused} are done")

    def step_done(self, stage: Stage) -> None: ...

    def stage_finished(self, stage: Stage, duration_s: float) -> None: ...


@dataclass(slots=True)
class _Build:
    """A build in a folder."""

    pages: Path
    folder: Path
    artifacts: FolderStore = field(init=False)
    steps: FolderStore = field(init=False)

    def __post_init__(self) -> None:
        self.artifacts = FolderStore(self.folder / "artifacts")
        self.steps = FolderStore(self.folder / "steps")

    async def make(self) -> None:
        with OpenAIStandIn() as openai:
            http = HttpxClient()
            try:
                embedder = OpenAIEmbedder(http, api_key=API_KEY, base_url=openai.base_url, dimensions=_DIMENSIONS)
                services, stores = self._services(embedder)
                runner = _Runner(services, stores)
                await build_site(_config(), services, runner, _Quiet(), as_of=_AS_OF, commit="0" * 40)
            finally:
                await http.close()

    def _services(self, embedder: OpenAIEmbedder | None) -> tuple[StepServices, tuple[_Reads, _Reads]]:
        artifacts, steps = _Reads(self.artifacts), _Reads(self.steps)
        return StepServices(FolderSource(self.pages), artifacts, steps, embedder), (artifacts, steps)

    def largest_steps(self, stage: str, number: int) -> list[str]:
        """The keys of the steps that read most, or embed most."""
        folder = self.folder / "steps" / "benchmark" / stage
        files = [file for file in folder.iterdir() if self._is_current(file)]
        return [file.name for file in nlargest(number, files, key=lambda file: (int(file.read_text()), file.name))]

    def _is_current(self, file: Path) -> bool:
        """Whether today's program makes this step, and the last build has kept it."""
        step = self.folder / "steps" / step_object(file.name, "step")
        return file.parent.name in VERSIONS and step.exists() and Step.from_bytes(step.read_bytes()).key == file.name

    async def read_by(self, key: str) -> tuple[str, dict[str, bytes], dict[str, bytes]]:
        """A step's text, and what it reads of artifacts and steps."""
        text = await self.steps.get(step_object(key, "step"))
        assert text is not None
        step = Step.from_bytes(text)
        services, (artifacts, steps) = self._services(None)
        if step.stage == "embed":
            await steps.get(step_object(step.inputs["part"], "database"))
        else:
            if step.stage == "parse":
                await run_fetch(fetch_step([step], _config().content), services)
                await load_files(key, steps)
            await run_step(step, services)
        return text.decode(), await _load(self.artifacts, artifacts), await _load(self.steps, steps)


async def _load(store: FolderStore, read: _Reads) -> dict[str, bytes]:
    found = {name: await store.get(name) for name in read.sizes}
    return {name: data for name, data in found.items() if data is not None}


def _config() -> SiteConfig:
    return SiteConfig.model_validate({"site": {"name": _SITE}, "embedder": {"kind": "openai"}})


def _claim() -> str:
    """What a step's message would be told by its coordinator."""
    spec = BuildSpec(task="process-all", source=SourceSpec(kind="r2", location="none"))
    job = Job(job_id=_BUILD, site=_SITE, spec=spec, trigger="admin", created_at=0.0)
    resolution = Resolution(
        commit="0" * 40, as_of=_AS_OF.isoformat(), config=_config().model_dump(mode="json", exclude_unset=True)
    )
    claim = Claim(site=_SITE, build=_BUILD, spec=spec, resolution=resolution, job=job)
    return claim.model_dump_json(by_alias=True)


@contextmanager
def _open_worker(folder: Path, openai_url: str) -> Iterator[WorkerServer]:
    server = WorkerServer(
        {"INKDEX_SECRET": "0" * 32, "OPENAI_API_KEY": API_KEY, "OPENAI_BASE_URL": openai_url},
        folder=folder / "worker",
        say=_say,
        main=f"{_ENTRY}/measured.py",
        packages=(*PACKAGES, _ENTRY),
    )
    server.start()
    try:
        yield server
    finally:
        server.close()


def _fill(client: httpx.Client, bucket: str, prefix: str, objects: dict[str, bytes]) -> None:
    """Put objects into a bucket, many with each request."""
    waiting: list[bytes | None] = []
    size = 0
    for name, data in objects.items():
        waiting += [(prefix + name).encode(), data]
        size += len(data)
        if size >= _SENT_TOGETHER:
            _send(client, bucket, waiting)
            waiting, size = [], 0
    _send(client, bucket, waiting)


def _send(client: httpx.Client, bucket: str, items: Sequence[bytes | None]) -> None:
    if items:
        client.post(f"/benchmark/fill?{bucket}", content=pack_items(items)).raise_for_status()


async def _fill_for(build: _Build, keys: Sequence[str], client: httpx.Client) -> list[str]:
    """Put what these steps read into the Worker's buckets; their texts."""
    texts = []
    for key in keys:
        text, artifacts, steps = await build.read_by(key)
        _fill(client, "ARTIFACTS", "", artifacts)
        _fill(client, "WORK", f"build/{_SITE}/", steps)
        texts.append(text)
    return texts


def _do(text: str, server: WorkerServer, client: httpx.Client) -> list[str]:
    """A row: what a step took, how much memory had been asked for before and after it, and how large the heap is."""
    process = find_workerd(server.process_group)
    start = cpu_seconds_of(process)
    answer = client.post("/benchmark/again", json={"claim": _claim(), "step": text})
    stage = Step.from_bytes(text.encode()).stage
    if answer.status_code != 200:
        raise RuntimeError(f"{stage}: {answer.status_code}\n{server.log()}")
    found = answer.json()
    seconds = cpu_seconds_of(process) - start
    before, after = found["before"], found["after"]
    sizes = [before["reached"], after["reached"], after["heap"]]
    row = [stage, f"{seconds:.1f}", *(f"{size / _MB:.1f}" for size in sizes)]
    _say(" | ".join(row))
    return row


async def measure(build: _Build, stages: Sequence[str], together: int) -> list[list[str]]:
    """A row for each step."""
    rows = []
    with (
        tempfile.TemporaryDirectory(prefix="inkdex-bench-") as folder,
        OpenAIStandIn() as openai,
        _open_worker(Path(folder).resolve(), openai.base_url) as server,
        httpx.Client(base_url=server.url, timeout=600.0) as client,
    ):
        keys = [build.largest_steps(stage, together or 1) for stage in _ORDER if not stages or stage in stages]
        if together:
            texts = await _fill_for(build, [key for of_stage in keys for key in of_stage], client)
            server.restart()
            return [_do(text, server, client) for text in texts]
        for of_stage in keys:
            texts = await _fill_for(build, of_stage, client)
            server.restart()
            rows.append(_do(texts[0], server, client))
    return rows


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.worker_steps", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--docs", type=int, default=10_000, help="size of the corpus")
    parser.add_argument("--corpora", type=Path, default=DEFAULT_CORPORA, help="folder of docs-*.tar.gz")
    parser.add_argument("--stages", nargs="+", default=[], help="stages to measure; all but fetch")
    parser.add_argument("--together", type=int, default=0, metavar="N", help="N steps of each stage in one isolate")
    parser.add_argument("--keep", type=Path, help="a folder that keeps the build")
    args = parser.parse_args(arguments)
    archive = docs_archive(args.corpora, args.docs)
    try:
        require([archive])
    except MissingCorporaError as error:
        explain_and_exit(error)
    print(describe_machine())
    with tempfile.TemporaryDirectory(prefix="inkdex-bench-") as temporary:
        folder = (args.keep or Path(temporary)).resolve()
        source = folder / "source"
        pages = source / json.loads((folder / "pages").read_text()) if source.exists() else unpack_docs(archive, source)
        (folder / "pages").write_text(json.dumps(pages.relative_to(source).as_posix()))
        build = _Build(pages, folder)
        asyncio.run(build.make())
        rows = asyncio.run(measure(build, args.stages, args.together))
    print(markdown_table(["stage", "seconds", "asked for before, MB", "after, MB", "heap, MB"], rows))


def _say(text: str) -> None:
    print(f"… {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
