"""Ask the Worker much at once, in real workerd on this machine: hooks, health, embedded queries, published files.

    uv run python -m tests.benchmarks.worker_load [--requests 400]

prints a table of latencies and ends with 1 if a budget is missed: 50 hooks at once are all accepted within a second and
every job completes; half of the requests for everything else, 20 in flight, are answered within 100 ms, 19 of 20 within
300 ms. Whoever asks (httpx, one process) shares the processor with workerd, which runs on one core, and with wrangler's
front end, which every request goes through: a core of its own would answer faster.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import hmac
import json
import os
import sys
import tempfile
import time
import uuid
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

from shared.cli.worker.dev_server import WorkerServer
from shared.domain.encoding import from_json
from shared.domain.revision import Pointer, block_file, manifest_name, pack_file, pointer_name, revision_file
from tests.benchmarks.tables import describe_machine, markdown_table, replace_block
from tests.benchmarks.worker_clock import cpu_seconds_of, find_workerd
from tests.builds.site_builder import page
from tests.runtime.cloud import Cloud, CloudSite, open_cloud

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Load", "main", "missed_loads", "percentile"]

_IN_FLIGHT = 20
_WARM_UP = 20
_HOOKS = 50
_HOOK_SITES = 10
_PAGES = 60
_P50_MS, _P95_MS, _HOOK_MS = 100.0, 300.0, 1000.0
_JOBS_S = 900.0


@dataclass(frozen=True, slots=True)
class Load:
    """Latencies of one kind of request, in the order in which they were sent. `lost`: how many had no good answer."""

    name: str
    latencies_ms: tuple[float, ...]
    lost: int
    seconds: float
    cpu_seconds: float
    first_ms: float | None = None
    """The first such request after a start of the Worker."""
    is_hook: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """A kind of request. Answers must have this status."""

    name: str
    path: str
    headers: Mapping[str, str]
    status: int = 200


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that so large a share of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered) // 1) - 1))]


def missed_loads(loads: Sequence[Load]) -> list[str]:
    """A line for each budget that is not kept."""
    lines = []
    for load in loads:
        if load.lost:
            lines.append(f"{load.name}: {load.lost} of {len(load.latencies_ms)} had no good answer")
        limits = ((1.0, _HOOK_MS),) if load.is_hook else ((0.5, _P50_MS), (0.95, _P95_MS))
        for share, limit_ms in limits:
            found = percentile(load.latencies_ms, share)
            if found > limit_ms:
                label = "slowest" if share == 1.0 else f"p{share * 100:.0f}"
                lines.append(f"{load.name}: {label} {found:.0f} ms, budget {limit_ms:.0f} ms")
    return lines


def load_table(loads: Sequence[Load]) -> str:
    header = ["requests", "number", "p50, ms", "p95, ms", "p99, ms", "slowest, ms", "a second", "CPU each, ms", "first"]
    rows = []
    for load in loads:
        times = [percentile(load.latencies_ms, share) for share in (0.5, 0.95, 0.99, 1.0)]
        number = len(load.latencies_ms)
        rows.append(
            [
                load.name,
                f"{number:,}",
                *(f"{item:.0f}" for item in times),
                f"{number / load.seconds:.0f}",
                f"{load.cpu_seconds / number * 1000:.1f}",
                "–" if load.first_ms is None else f"{load.first_ms:.0f} ms",
            ]
        )
    return markdown_table(header, rows)


class Bench:
    """One Worker with a small published site, and what is asked of it."""

    def __init__(self, cloud: Cloud) -> None:
        self.cloud = cloud
        pages = {f"page-{number}.md": page(number, words=120) for number in range(_PAGES)}
        self.sites = [cloud.add_site("load", pages)]
        self.sites += [cloud.add_site(f"hooked-{number}", {"a.md": page(number)}) for number in range(_HOOK_SITES)]
        job = self.sites[0].build(_JOBS_S)
        if job["state"] != "completed":
            raise RuntimeError(f"the site could not be built: {job['error']}")
        self.asks = list(self._asks())

    def _asks(self) -> Iterator[Ask]:
        client, site = self.cloud.client, "load"
        pointer = Pointer.from_bytes(client.get(f"/{pointer_name(site)}").content)
        manifest_path = f"/{manifest_name(site, pointer.revision)}"
        manifest = from_json(client.get(manifest_path).content)
        shard = f"/{pack_file(manifest['lexicon'][0]['pack'], 0)}"
        blocks = f"/{block_file(manifest['lexicon'][0]['pack'])}"
        packed, plain = {"accept-encoding": "gzip"}, {"accept-encoding": "identity"}
        yield Ask("a static asset, which passes by Python", "/_inkdex/icon.svg", {})
        yield Ask("GET /health", "/health", {})
        yield Ask("GET /api/embed, a query that is known", f"/api/embed?site={site}&q=some+words", {})
        yield Ask("current.json", f"/{pointer_name(site)}", packed)
        yield Ask("manifest.json, gzip", manifest_path, packed)
        yield Ask("a word shard, gzip", shard, packed)
        yield Ask("a word shard, not compressed", shard, plain)
        yield Ask("a lexicon block", blocks, {**plain, "range": "bytes=0-2047"}, 206)
        database = f"/{revision_file(site, pointer.revision, 'search.db')}"
        yield Ask("4 KB of search.db", database, {**plain, "range": "bytes=8192-12287"}, 206)

    async def measure(self, ask: Ask, number: int) -> Load:
        process = find_workerd(self.cloud.server.process_group)
        async with _open_client(self.cloud.server.url, _IN_FLIGHT) as client:
            await _ask_all(client, ask, _WARM_UP)
            start, cpu = time.perf_counter(), cpu_seconds_of(process)
            answers = await _ask_all(client, ask, number)
            seconds, cpu_seconds = time.perf_counter() - start, cpu_seconds_of(process) - cpu
        lost = sum(status != ask.status for status, _ in answers)
        return Load(ask.name, tuple(taken_ms for _, taken_ms in answers), lost, seconds, cpu_seconds)

    def measure_first(self, ask: Ask) -> float:
        """Right after a start, which has asked for /health once."""
        self.cloud.server.restart()
        start = time.perf_counter()
        answer = httpx.get(self.cloud.server.url + ask.path, headers=dict(ask.headers), timeout=60.0)
        if answer.status_code != ask.status:
            raise RuntimeError(f"{ask.name}: {answer.status_code} {answer.text[:500]}")
        return (time.perf_counter() - start) * 1000

    async def measure_hooks(self) -> tuple[Load, list[str]]:
        """As many pushes at once, to several sites. The load, and what became of jobs that did not complete."""
        process = find_workerd(self.cloud.server.process_group)
        hooked = self.sites[1:]
        deliveries = [self._delivery(hooked[number % len(hooked)], number) for number in range(_HOOKS)]
        async with _open_client(self.cloud.server.url, _HOOKS) as client:
            start, cpu = time.perf_counter(), cpu_seconds_of(process)
            answers = await asyncio.gather(*(_send(client, headers, body) for headers, body in deliveries))
            seconds, cpu_seconds = time.perf_counter() - start, cpu_seconds_of(process) - cpu
        jobs = [str(answer["jobId"]) for status, answer, _ in answers if 200 <= status < 300 and "jobId" in answer]
        times = tuple(taken_ms for _, _, taken_ms in answers)
        load = Load(f"{_HOOKS} hooks at once", times, _HOOKS - len(set(jobs)), seconds, cpu_seconds, is_hook=True)
        ends = [self.cloud.wait_for_job(job_id, _JOBS_S) for job_id in jobs]
        return load, [
            f"job {job['jobId']} {job['state']}: {job['error']}" for job in ends if job["state"] != "completed"
        ]

    def _delivery(self, site: CloudSite, number: int) -> tuple[dict[str, str], bytes]:
        """A push as GitHub tells of it, of the commit that is there."""
        head = site.repository.find_commit(f"refs/heads/{site.repository.default_branch}")
        payload = {
            "ref": f"refs/heads/{site.repository.default_branch}",
            "before": "0" * 40,
            "after": head,
            "created": False,
            "deleted": False,
            "forced": False,
            "repository": {
                "full_name": f"octocat/{site.name}",
                "name": site.name,
                "default_branch": site.repository.default_branch,
                "owner": {"login": "octocat", "name": "octocat"},
            },
            "pusher": {"name": f"writer-{number}"},
            "head_commit": {"id": head, "added": [], "modified": ["a.md"], "removed": []},
            "commits": [{"id": head, "added": [], "modified": ["a.md"], "removed": []}],
        }
        body = json.dumps(payload).encode()
        digest = hmac.new(site.access["webhookSecret"].encode(), body, hashlib.sha256).hexdigest()
        return {
            "content-type": "application/json",
            "x-github-event": "push",
            "x-github-delivery": str(uuid.uuid4()),
            "x-hub-signature-256": f"sha256={digest}",
        }, body


def _open_client(url: str, connections: int) -> httpx.AsyncClient:
    limits = httpx.Limits(max_connections=connections, max_keepalive_connections=connections)
    return httpx.AsyncClient(base_url=url, limits=limits, timeout=60.0)


async def _ask_all(client: httpx.AsyncClient, ask: Ask, number: int) -> list[tuple[int, float]]:
    """Status and milliseconds of each. As many at once as there are connections: one that ends begins another."""
    found: list[tuple[int, float]] = []
    left = iter(range(number))

    async def keep_asking() -> None:
        for number in left:
            # Each from an address of its own, as Cloudflare tells it: queries of one visitor are counted and limited.
            headers = {**ask.headers, "cf-connecting-ip": f"2001:db8::{os.getpid():x}:{number:x}"}
            start = time.perf_counter()
            try:
                status = (await client.get(ask.path, headers=headers)).status_code
            except httpx.HTTPError:
                status = 0
            found.append((status, (time.perf_counter() - start) * 1000))

    await asyncio.gather(*(keep_asking() for _ in range(_IN_FLIGHT)))
    return found


async def _send(client: httpx.AsyncClient, headers: dict[str, str], body: bytes) -> tuple[int, dict[str, Any], float]:
    start = time.perf_counter()
    try:
        answer = await client.post("/hooks/github", headers=headers, content=body)
    except httpx.HTTPError as error:
        return 0, {"error": repr(error)}, (time.perf_counter() - start) * 1000
    taken_ms = (time.perf_counter() - start) * 1000
    return answer.status_code, answer.json(), taken_ms


@contextmanager
def _open_bench(folder: Path) -> Iterator[Bench]:
    servers: list[WorkerServer] = []

    def start(variables: Mapping[str, str]) -> WorkerServer:
        servers.append(WorkerServer(variables, folder=folder / "worker", say=_say))
        servers[-1].start()
        return servers[-1]

    try:
        with contextmanager(open_cloud)(start, folder, {"SILENT_S": "3600"}) as cloud:
            yield Bench(cloud)
    finally:
        for server in servers:
            server.close()


def measure(number: int, *, restarts: bool = True) -> tuple[list[Load], list[str]]:
    """All loads, and what went wrong."""
    with tempfile.TemporaryDirectory(prefix="inkdex-bench-") as folder, _open_bench(Path(folder).resolve()) as bench:
        loads = []
        for ask in bench.asks:
            _say(ask.name)
            load = asyncio.run(bench.measure(ask, number))
            loads.append(load)
        _say(f"{_HOOKS} hooks at once")
        hooks, failed = asyncio.run(bench.measure_hooks())
        if restarts:
            for place, ask in enumerate(bench.asks):
                loads[place] = replace(loads[place], first_ms=bench.measure_first(ask))
        return [*loads, hooks], failed


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.worker_load", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--requests", type=int, default=400, help="of each kind")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file as well")
    parser.add_argument("--write", type=Path, metavar="DOC", help="put the table into a document, docs/benchmarks.md")
    args = parser.parse_args(arguments)
    machine = describe_machine()
    loads, failed = measure(args.requests)
    misses = [*missed_loads(loads), *failed]
    lines = [f"{machine}, {os.getloadavg()[0]:.1f} at the end", "", load_table(loads), ""]
    report = "\n".join([*lines, *(f"- missed: {line}" for line in misses)]).rstrip()
    print(report)
    if args.json:
        args.json.write_text(json.dumps({"machine": machine, "loads": [asdict(load) for load in loads]}) + "\n")
    if args.write:
        replace_block(args.write, "worker-load", report)
    if misses:
        raise SystemExit(1)


def _say(text: str) -> None:
    print(f"… {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
