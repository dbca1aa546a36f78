"""Batches. They stand still until the test moves them, or move by the clock when each status has a length.

validating -> in_progress -> finalizing -> completed; validating -> failed; cancelling -> cancelled; any -> expired.
"""

from __future__ import annotations

import threading
from itertools import count
from typing import TYPE_CHECKING, Any

from tests.standins.openai_api.batch import UNFINISHED, Batch
from tests.standins.openai_api.batch_input import problem, read_rows
from tests.standins.openai_api.errors import ApiError, bad_request, invalid_value, missing_parameter
from tests.standins.openai_api.pages import make_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.standins.openai_api.batch import RunRow
    from tests.standins.openai_api.clock import Clock
    from tests.standins.openai_api.files import FileStore

ENDPOINTS = ["/v1/embeddings", "/v1/chat/completions"]
"""Those the stand-in serves; the original has more."""
WINDOW_S = 86_400


class BatchStore:
    """`step_s`: how long each status lasts; None for batches that the test moves."""

    def __init__(self, files: FileStore, clock: Clock, run_row: RunRow, step_s: float | None) -> None:
        self._files = files
        self._clock = clock
        self._run_row = run_row
        self._step_s = step_s
        self._batches: dict[str, Batch] = {}
        self._failures: list[tuple[str, str]] = []
        self._numbers = count(1)
        self._lock = threading.RLock()

    def create(self, body: Mapping[str, Any]) -> dict[str, Any]:
        for name in ("input_file_id", "endpoint", "completion_window"):
            if not body.get(name):
                raise missing_parameter(name)
        if body["endpoint"] not in ENDPOINTS:
            raise invalid_value("endpoint", body["endpoint"], ENDPOINTS)
        if body["completion_window"] != "24h":
            raise invalid_value("completion_window", body["completion_window"], ["24h"])
        metadata = body.get("metadata")
        _check_metadata(metadata)
        now = self._clock.now()
        with self._lock:
            batch_id = f"batch_{next(self._numbers):032x}"
            batch = Batch(batch_id, body["endpoint"], body["input_file_id"], metadata, now, now + WINDOW_S)
            batch.become("validating", now)
            self._batches[batch_id] = batch
            return batch.render()

    def retrieve(self, batch_id: str) -> dict[str, Any]:
        with self._lock:
            return self._get(batch_id).render()

    def cancel(self, batch_id: str) -> dict[str, Any]:
        with self._lock:
            batch = self._get(batch_id)
            if batch.status not in UNFINISHED:
                raise ApiError(409, f"Cannot cancel a batch with status '{batch.status}'.")
            if batch.status != "cancelling":
                batch.become("cancelling", self._clock.now())
            return batch.render()

    def list_page(self, query: Mapping[str, str]) -> dict[str, Any]:
        """The newest come first."""
        with self._lock:
            self._catch_up()
            shown = [batch.render() for batch in reversed(self._batches.values())]
        return make_page(shown, query, default=20, most=100)

    def advance(self, batch_id: str | None = None, *, rows: int | None = None) -> dict[str, str]:
        """Move one batch, or all, by a status. `rows`: one in progress runs so many more, and goes on when none is
        left. The statuses that follow, by id."""
        with self._lock:
            for batch in self._chosen(batch_id):
                self._step(batch, self._clock.now(), rows)
            return self.statuses()

    def finish(self, batch_id: str | None = None) -> dict[str, str]:
        """Move one batch, or all, to their end."""
        with self._lock:
            for batch in self._chosen(batch_id):
                while batch.status in UNFINISHED:
                    self._step(batch, self._clock.now(), None)
            return self.statuses()

    def expire(self, batch_id: str | None = None) -> dict[str, str]:
        """The window ends: what is done is kept."""
        with self._lock:
            for batch in self._chosen(batch_id):
                batch.close("expired", self._clock.now(), self._files)
            return self.statuses()

    def fail_next(self, code: str, message: str) -> None:
        """The next batch that is validated fails for this reason."""
        with self._lock:
            self._failures.append((code, message))

    def statuses(self) -> dict[str, str]:
        with self._lock:
            return {batch.id: batch.status for batch in self._batches.values()}

    def clear(self) -> None:
        with self._lock:
            self._batches.clear()
            self._failures.clear()

    def _get(self, batch_id: str) -> Batch:
        self._catch_up()
        batch = self._batches.get(batch_id)
        if batch is None:
            raise ApiError(404, f"No batch found with id '{batch_id}'.")
        return batch

    def _chosen(self, batch_id: str | None) -> list[Batch]:
        chosen = [self._get(batch_id)] if batch_id else list(self._batches.values())
        return [batch for batch in chosen if batch.status in UNFINISHED]

    def _step(self, batch: Batch, now: float, rows: int | None) -> None:
        match batch.status:
            case "validating":
                self._validate(batch, now)
            case "in_progress":
                batch.run_rows(rows, self._run_row)
                if not batch.waiting:
                    batch.become("finalizing", now)
            case "finalizing":
                batch.close("completed", now, self._files)
            case "cancelling":
                batch.close("cancelled", now, self._files)

    def _validate(self, batch: Batch, now: float) -> None:
        file = self._files.find(batch.input_file_id)
        if self._failures:
            batch.problems = [problem(*self._failures.pop(0))]
        elif file is None or file.purpose != "batch":
            message = f"The input file {batch.input_file_id} could not be found, or its purpose is not 'batch'."
            batch.problems = [problem("invalid_input_file", message, param="input_file_id")]
        else:
            rows, batch.problems = read_rows(file.content, batch.endpoint)
            if not batch.problems:
                batch.take_rows(rows)
        batch.become("failed" if batch.problems else "in_progress", now)

    def _catch_up(self) -> None:
        """Do what the clock says was due."""
        now = self._clock.now()
        for batch in self._chosen(None):
            while self._step_s is not None and batch.status in UNFINISHED:
                due = batch.changed_at[batch.status] + self._step_s
                if due > min(now, batch.expires_at):
                    break
                self._step(batch, due, None)
            if batch.status in UNFINISHED and now >= batch.expires_at:
                batch.close("expired", batch.expires_at, self._files)


def _check_metadata(metadata: object) -> None:
    if metadata is None:
        return
    if not isinstance(metadata, dict) or not all(isinstance(value, str) for value in metadata.values()):
        raise bad_request("Invalid 'metadata': expected an object of strings.", param="metadata", code="invalid_type")
    if len(metadata) > 16 or any(len(name) > 64 or len(value) > 512 for name, value in metadata.items()):
        raise bad_request("Invalid 'metadata': too many or too long entries.", param="metadata")
