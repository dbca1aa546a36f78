"""Runs steps in this process or, when there are many, in a few others."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
    from concurrent.futures import Future

    from shared.domain.steps import Record, Step

__all__ = ["ProcessRunner"]

_WORTH_A_POOL_S = 2.0
"""Less work than this is done sooner than other processes have started."""

_STEP_S = {"parse": 0.25, "embed": 0.1, "weigh": 0.01, "index": 0.1, "encode": 0.02, "train": 0.5, "rows": 0.02}
"""What a step costs on a usual machine."""

_PATCH_S = 0.03
"""An index step that patches what the build before has made."""

_PART_S = {"cluster": 0.005, "judge": 0.001, "relate": 0.005, "enrich": 0.003, "rows": 0.005}
"""What a step over several parts costs for each of them."""


def _cost_s(step: Step) -> float:
    if step.stage == "index" and step.hints.get("previous"):
        return _PATCH_S
    return _STEP_S.get(step.stage, 0.0) + _PART_S.get(step.stage, 0.0) * len(step.inputs.get("parts", ()))


class ProcessRunner:
    """`run_here` runs a step in this process; `run_there`, a module's function, runs one in another.

    `prepare(*arguments)`, a module's function too, is called once in each other process.
    """

    def __init__(
        self,
        run_here: Callable[[Step], Awaitable[Record]],
        run_there: Callable[[bytes], Record],
        prepare: Callable[..., None],
        arguments: tuple[object, ...],
        *,
        jobs: int | None = None,
    ) -> None:
        self._run_here = run_here
        self._run_there = run_there
        self._prepare = prepare
        self._arguments = arguments
        self._jobs = jobs or max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)
        self._pool: ProcessPoolExecutor | None = None
        self._starting: list[Future[None]] = []
        self._running = 0

    def warm_up(self, parts: int) -> None:
        if self._jobs > 1 and self._pool is None and parts * _PART_S["relate"] >= _WORTH_A_POOL_S:
            pool = self._start_pool()
            # This process works, too. The pool starts one more if so much comes that all are needed.
            self._starting = [pool.submit(_do_nothing) for _ in range(self._jobs - 1)]

    def _use_pool(self, steps: Sequence[Step]) -> bool:
        if self._jobs == 1 or not steps:
            return False
        if sum(map(_cost_s, steps)) >= _WORTH_A_POOL_S:
            return True
        if self._pool is None or not all(future.done() for future in self._starting):
            return False
        return self._running < (len(self._starting) or self._jobs)

    async def run(self, steps: Sequence[Step]) -> AsyncIterator[tuple[Step, Record]]:
        if not self._use_pool(steps):
            for step in steps:
                yield step, await self._run_here(step)
            return
        pool = self._start_pool()
        loop = asyncio.get_running_loop()
        futures = {loop.run_in_executor(pool, self._run_there, step.to_bytes()): step for step in steps}
        pending: set[asyncio.Future[Record]] = set(futures)
        self._running += len(futures)
        try:
            while pending:
                done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                self._running -= len(done)
                for future in done:
                    yield futures[future], future.result()
        except BrokenProcessPool as error:
            self.close()
            raise InvariantError("a worker process died; run the build again, it goes on where it stopped") from error
        finally:
            self._running -= len(pending)
            for future in pending:
                future.cancel()

    def _start_pool(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Threads of a numeric library in each process would fight for the same cores.
            for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "TOKENIZERS_PARALLELISM"):
                os.environ.setdefault(name, "false" if name.startswith("TOKENIZERS") else "1")
            self._pool = ProcessPoolExecutor(
                self._jobs,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_prepare_worker,
                initargs=(self._prepare, self._arguments),
            )
        return self._pool

    def close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None
            self._starting = []


def _do_nothing() -> None:
    """A pool starts its processes when work comes."""


def _prepare_worker(prepare: Callable[..., None], arguments: tuple[object, ...]) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    prepare(*arguments)


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for its next step for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
