"""What use cases need from the outside, as protocols. Adapters fulfil them; domain code knows none of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Mapping, Sequence
    from contextlib import AbstractAsyncContextManager
    from datetime import datetime

    from shared.config import EmbedderConfig, SiteConfig
    from shared.domain.jobs import Claim, Job, JobError, JobRequest, Message, Progress, Resolution
    from shared.domain.models import Diagnostic, SourceFile
    from shared.domain.steps import Record, Stage, Step
    from shared.domain.vectors.arithmetic import Vectors

__all__ = [
    "ArtifactReader",
    "BuildObserver",
    "Cache",
    "CheckedOutSource",
    "Commit",
    "Coordinator",
    "CoordinatorStorage",
    "EmbeddingUsage",
    "HttpClient",
    "HttpResponse",
    "HttpStream",
    "ObjectReader",
    "ObjectStore",
    "ProjectWriter",
    "RateLimiter",
    "SourceReader",
    "StepQueue",
    "StepRunner",
    "StepsPending",
    "StoredArtifact",
    "TextEmbedder",
    "VectorCache",
    "WordVectors",
    "Workshop",
]


class SourceReader(Protocol):
    """The files of one commit, or of a folder as it is now."""

    async def list_files(self) -> Sequence[SourceFile]:
        """All files, sorted by path."""
        ...

    async def read(self, file: SourceFile) -> bytes:
        """The file's bytes, exactly those that `content_id` names.

        Raises:
            ConflictError: the file has changed since it was listed.
        """
        ...

    def read_many(self, files: Sequence[SourceFile]) -> AsyncIterator[tuple[SourceFile, bytes]]:
        """Each of the files with its bytes, in any order but mostly by path, never all in memory.

        Cheaper than `read` for each where a source has them together, such as in an archive.

        Raises:
            ConflictError: a file has changed, or is gone, since it was listed.
        """
        ...


class ProjectWriter(Protocol):
    """A folder of a repository, into which a whole project is written."""

    async def create(self, *, private: bool = True, description: str = "") -> bool:
        """Make the repository, with a first commit, unless it is there; whether it was made.

        Raises:
            ConfigurationError: this owner does not let us.
        """
        ...

    async def commit(self, files: AsyncIterator[tuple[str, bytes]], *, branch: str, message: str) -> str:
        """Commit the project to a branch, which is made if it is not there; the sha that the branch has then.

        `files` are all files of the project, (path in the folder, content), each path once. Those of an earlier commit
        that are not among them are removed. Equal files are not sent again, and make no commit.

        Raises:
            InputError: a path leads out of the folder, or there is no such repository.
            ConflictError: others push to the branch again and again.
            RateLimited: more was written than the service takes now; commit again later.
        """
        ...


class ObjectReader(Protocol):
    """Bytes by key."""

    async def get(self, key: str) -> bytes | None: ...


class ObjectStore(ObjectReader, Protocol):
    """Bytes by key. A put is seen whole or not at all, and at once by every later read."""

    async def get_range(self, key: str, offset: int, size: int) -> bytes:
        """`size` bytes from `offset`; fewer where the object ends, none behind its end.

        Raises:
            InvariantError: there is no such object.
        """
        ...

    async def put(self, key: str, data: bytes) -> None: ...

    async def put_stream(self, key: str, pieces: AsyncIterable[bytes]) -> None:
        """Store one object that may be too large to hold in memory. Pieces follow one another, of any size.

        A store that takes equal parts cuts the stream anew. If `pieces` raises, nothing has been stored.
        """
        ...

    async def swap(self, key: str, data: bytes, expected: bytes | None) -> bool:
        """Replace `expected` (None: nothing there) by `data`; False, and nothing done, if something else is there."""
        ...

    async def has(self, key: str) -> bool: ...

    def list(self, prefix: str) -> AsyncIterator[str]:
        """All keys that begin with `prefix`, sorted."""
        ...

    async def delete(self, *keys: str) -> None:
        """Remove the objects that are there. Many at once cost little more than one."""
        ...


class StepsPending(Exception):  # noqa: N818 - no error: the build goes on when others have run its steps
    """What a runner raises that hands steps to others instead of waiting for them."""


class StepRunner(Protocol):
    """Runs the steps of one stage, in any order, some at once."""

    def warm_up(self, parts: int) -> None:
        """Get ready, in the background, for steps that follow over this many parts. Does not wait."""
        ...

    def run(self, steps: Sequence[Step]) -> AsyncIterator[tuple[Step, Record]]:
        """Yield each step with its record, as they finish.

        Raises:
            StepsPending: they have been handed over; build again once they are done.
        """
        ...


class BuildObserver(Protocol):
    """Who watches a build: a progress bar, a job record."""

    def stage_started(self, stage: Stage, steps: int, reused: int) -> None:
        """`steps` in all, of which `reused` were done by an earlier build."""
        ...

    def step_done(self, stage: Stage) -> None: ...

    def stage_finished(self, stage: Stage, duration_s: float) -> None: ...


@dataclass(frozen=True, slots=True)
class EmbeddingUsage:
    """What an embedder has done since it was made. `cost_usd` is None where the price is not known."""

    texts: int = 0
    tokens: int = 0
    requests: int = 0
    cost_usd: float | None = 0.0


class TextEmbedder(Protocol):
    """Turns texts into vectors by meaning."""

    @property
    def name(self) -> str:
        """The model and its dimensions, such as `static/wordllama-256@128`: equal names, equal vectors."""
        ...

    @property
    def dimensions(self) -> int: ...

    @property
    def max_batch(self) -> int:
        """How many texts to pass at once, so that finished work can be stored early."""
        ...

    @property
    def usage(self) -> EmbeddingUsage: ...

    async def embed(self, texts: Sequence[str]) -> Vectors:
        """One row a text, in order, of L2 norm 1. A text without words gives a zero row.

        Raises:
            UpstreamError: the service failed, and did so on every attempt if retrying made sense.
            ConfigurationError: the service does not accept the key or the address.
        """
        ...


@runtime_checkable
class WordVectors(Protocol):
    """What an embedder has besides when a text's vector is the direction of the sum of its words' vectors."""

    def common_runs(self) -> tuple[str, ...]:
        """The runs (`shared/domain/vectors/runs.py`) that are tokens of the model; the same for every site."""
        ...

    def vocabulary(self) -> tuple[str, ...]:
        """The tokens of which other runs are made, in the order in which `split_run` joins them."""
        ...

    def run_vectors(self, runs: Sequence[str]) -> Vectors:
        """For each run what it adds to a text's vector; not normalised."""
        ...


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """A whole response. Names of `headers` are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class HttpStream:
    """A response whose body is still coming. Names of `headers` are in lower case.

    `chunks` ends when the body does; it raises `Unavailable` if the body breaks off.
    """

    status: int
    headers: Mapping[str, str]
    chunks: AsyncIterator[bytes]


class HttpClient(Protocol):
    """Sends one request. Follows no redirects, tries once."""

    async def send(
        self, method: str, url: str, *, headers: Mapping[str, str], body: bytes = b"", timeout_s: float
    ) -> HttpResponse:
        """The response, whatever its status.

        Raises:
            Unavailable: no connection, no answer within `timeout_s`, or an answer that broke off.
        """
        ...

    def stream(
        self, method: str, url: str, *, headers: Mapping[str, str], timeout_s: float
    ) -> AbstractAsyncContextManager[HttpStream]:
        """As `send`, for bodies that should not be held whole. `timeout_s` bounds the wait for each piece.

        Leaving the context closes the connection.
        """
        ...


class VectorCache(Protocol):
    """Vectors that have been paid for, by key. Losing it costs money and time, nothing else."""

    async def get_many(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values of those keys that are there."""
        ...

    async def put_many(self, items: Mapping[bytes, bytes]) -> None:
        """Store all items, or none if it is interrupted."""
        ...


class Cache(Protocol):
    """Values that may be lost or stale, by key. Never for locks or counting."""

    async def get(self, key: str) -> bytes | None: ...

    async def put(self, key: str, value: bytes, *, ttl_s: int, summary: Mapping[str, str] | None = None) -> None:
        """Keep a value for at least 60 seconds and about `ttl_s`. `summary`, below 1 kB, comes with `list`."""
        ...

    def list(self, prefix: str) -> AsyncIterator[tuple[str, Mapping[str, str]]]:
        """Keys that begin with `prefix`, sorted, each with its summary."""
        ...


class StepQueue(Protocol):
    """Delivers messages at least once, in any order."""

    async def send(self, messages: Sequence[tuple[Message, float]]) -> None:
        """Each message with the seconds it is to wait.

        Raises:
            Unavailable: some may not have been sent.
        """
        ...


@dataclass(frozen=True, slots=True)
class Commit:
    """A state of a source; `sha` and `tree` are git's ids. `as_of`: its date, UTC, decides what dated pages show."""

    sha: str | None
    tree: str
    as_of: datetime


class CheckedOutSource(SourceReader, Protocol):
    """A source at one commit."""

    @property
    def diagnostics(self) -> Sequence[Diagnostic]:
        """What was found while listing."""
        ...


class Workshop(Protocol):
    """What a build of one site works with."""

    @property
    def artifacts(self) -> ObjectStore:
        """What gets published."""
        ...

    @property
    def steps(self) -> ObjectStore:
        """The site's own steps."""
        ...

    @property
    def vector_cache(self) -> VectorCache | None: ...

    async def resolve(self, ref: str) -> Commit:
        """The commit that a branch, tag or commit id names now; empty: the default branch.

        Raises:
            InputError: there is no such repository or branch.
        """
        ...

    def check_out(self, commit: Commit) -> CheckedOutSource: ...

    def adapt(self, config: SiteConfig) -> SiteConfig:
        """A site's settings, as this deployment can fulfil them.

        Raises:
            ConfigurationError: it cannot.
        """
        ...

    def embedder(self, settings: EmbedderConfig) -> TextEmbedder | None: ...

    def writer(self, repository: str, folder: str) -> ProjectWriter:
        """Of a folder in a repository, `owner/name`.

        Raises:
            ConfigurationError: this deployment may not write anywhere.
        """
        ...


class CoordinatorStorage(Protocol):
    """What one site's coordinator remembers, and its alarm clock."""

    async def load(self) -> dict[str, str]:
        """All values by key."""
        ...

    async def save(self, values: Mapping[str, str | None]) -> None:
        """Store all of them, or none if it is interrupted. None removes a key."""
        ...

    async def set_alarm(self, at: float | None) -> None:
        """Be woken at a time, in seconds since 1970, at least once; None: not at all."""
        ...


class Coordinator(Protocol):
    """One site's builds, and its allowance of embedded queries. One event at a time, durable when the call returns."""

    async def submit(self, request: JobRequest) -> tuple[Job, bool]:
        """The job, and whether it is new: the same id again is the same job."""
        ...

    async def job(self, job_id: str) -> Job | None: ...

    async def jobs(self) -> Sequence[Job]:
        """Newest first."""
        ...

    async def cancel(self, job_id: str) -> Job | None:
        """The job after it; None if there is none. One that is over stays as it is."""
        ...

    async def retry(self, job_id: str) -> Job | None:
        """The job after it; None if there is none. Only failed and cancelled ones run again."""
        ...

    async def claim(self, message: Message) -> Claim | None:
        """What the receiver of a message needs to act on it; None if it is out of date."""
        ...

    async def advanced(
        self, message: Message, resolution: Resolution, stages: Sequence[Progress], pending: Sequence[tuple[str, str]]
    ) -> None:
        """A round of planning has found these steps, (stage, key), to be run."""
        ...

    async def completed(
        self,
        message: Message,
        resolution: Resolution,
        stages: Sequence[Progress],
        result: Mapping[str, object],
        diagnostics: Sequence[Sequence[object]],
        diagnostics_total: int,
    ) -> None:
        """A round of planning has finished the build. `diagnostics` are the first of `diagnostics_total`."""
        ...

    async def step_done(self, message: Message) -> None: ...

    async def step_troubled(self, message: Message, what: str, again_in_s: float) -> None:
        """An attempt has failed; the queue repeats it so long from now."""
        ...

    async def step_failed(self, message: Message, error: JobError | None) -> None:
        """A step has failed for good; without an error, for what was last heard of it."""
        ...

    async def may_publish(self, message: Message) -> bool: ...

    async def callback_done(self, message: Message, error: str | None) -> None: ...

    async def pause(self, seconds: float) -> bool:
        """Let no build start for a while; False if one is running."""
        ...

    async def resume(self) -> None: ...

    async def tick(self) -> None:
        """Look after what has been silent too long."""
        ...

    async def take_query(self, cap_per_day: int) -> bool:
        """Count one embedded query; False if the day has had as many as it may."""
        ...


@dataclass(frozen=True, slots=True)
class StoredArtifact:
    """A published file as it is stored. `version`, without quotes, changes with the bytes; `packed`: it is gzip."""

    version: str
    size_bytes: int
    packed: bool = False


class ArtifactReader(Protocol):
    """Published files for those who serve them: never whole in memory."""

    async def find(self, name: str) -> StoredArtifact | None: ...

    def read(self, name: str, version: str, offset: int, size_bytes: int) -> AsyncIterator[bytes]:
        """`size_bytes` stored bytes from `offset`.

        Raises:
            ConflictError: the file is another one by now, or gone; raised before the first piece.
        """
        ...


class RateLimiter(Protocol):
    """Bounds how often one client may ask, roughly."""

    async def admit(self, client: str) -> bool: ...
