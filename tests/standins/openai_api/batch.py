"""One batch: its states, and what each keeps."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from tests.standins.openai_api.errors import ApiError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.standins.openai_api.batch_input import BatchRow
    from tests.standins.openai_api.files import FileStore

    RunRow = Callable[[str, "BatchRow"], dict[str, Any] | ApiError | None]
    """An endpoint and a row, to the answer's body, its refusal, or None: no line at all."""

BatchStatus = Literal[
    "validating", "failed", "in_progress", "finalizing", "completed", "expired", "cancelling", "cancelled"
]
UNFINISHED = ("validating", "in_progress", "finalizing", "cancelling")

_LEFT_OVER = {
    "expired": ("batch_expired", "This request could not be executed before the completion window expired."),
    "cancelled": ("batch_cancelled", "This request was not executed because the batch was cancelled."),
}
_NO_DETAILS = {"input_tokens_details": {"cached_tokens": 0}, "output_tokens_details": {"reasoning_tokens": 0}}


@dataclass
class Batch:
    id: str
    endpoint: str
    input_file_id: str
    metadata: dict[str, str] | None
    created_at: float
    expires_at: float
    status: BatchStatus = "validating"
    changed_at: dict[str, float] = field(default_factory=dict)
    """When it came to each status."""
    waiting: list[BatchRow] = field(default_factory=list)
    """Rows not yet run, in the order in which they will be: not that of the file."""
    total: int = 0
    model: str | None = None
    output_lines: list[str] = field(default_factory=list)
    error_lines: list[str] = field(default_factory=list)
    problems: list[dict[str, Any]] = field(default_factory=list)
    output_file_id: str | None = None
    error_file_id: str | None = None
    tokens: tuple[int, int] = (0, 0)
    """In, out."""

    def become(self, status: BatchStatus, now: float) -> None:
        self.status = status
        self.changed_at[status] = now

    def take_rows(self, rows: list[BatchRow]) -> None:
        self.total = len(rows)
        self.model = rows[0].body["model"]
        self.waiting = random.Random(self.id).sample(rows, len(rows))

    def run_rows(self, most: int | None, run: RunRow) -> None:
        """Run rows that wait, at most so many."""
        count = len(self.waiting) if most is None else most
        done, self.waiting = self.waiting[:count], self.waiting[count:]
        for row in done:
            answer = run(self.endpoint, row)
            if answer is not None:
                self._record(row, answer)

    def close(self, status: BatchStatus, now: float, files: FileStore) -> None:
        """End in this status: write what is done, and what was not run any more."""
        if status in _LEFT_OVER:
            code, message = _LEFT_OVER[status]
            for row in self.waiting:
                self.error_lines.append(self._line(row, None, {"code": code, "message": message}))
            self.waiting = []
        if self.output_lines:
            name = f"{self.id}_output.jsonl"
            self.output_file_id = files.add(name, "batch_output", _join(self.output_lines)).id
        if self.error_lines:
            name = f"{self.id}_error.jsonl"
            self.error_file_id = files.add(name, "batch_output", _join(self.error_lines)).id
        self.become(status, now)

    def render(self) -> dict[str, Any]:
        at = {name: int(when) for name, when in self.changed_at.items()}
        asked, answered = self.tokens
        return {
            "id": self.id,
            "object": "batch",
            "endpoint": self.endpoint,
            "model": self.model,
            "errors": {"object": "list", "data": self.problems} if self.problems else None,
            "input_file_id": self.input_file_id,
            "completion_window": "24h",
            "status": self.status,
            "output_file_id": self.output_file_id,
            "error_file_id": self.error_file_id,
            "created_at": int(self.created_at),
            "in_progress_at": at.get("in_progress"),
            "expires_at": int(self.expires_at),
            "finalizing_at": at.get("finalizing"),
            "completed_at": at.get("completed"),
            "failed_at": at.get("failed"),
            "expired_at": at.get("expired"),
            "cancelling_at": at.get("cancelling"),
            "cancelled_at": at.get("cancelled"),
            "request_counts": {
                "total": self.total,
                "completed": len(self.output_lines),
                "failed": len(self.error_lines),
            },
            "usage": {
                "input_tokens": asked,
                "output_tokens": answered,
                "total_tokens": asked + answered,
                **_NO_DETAILS,
            },
            "metadata": self.metadata,
        }

    def _record(self, row: BatchRow, answer: dict[str, Any] | ApiError) -> None:
        refused = isinstance(answer, ApiError)
        status, body = (answer.status, answer.body) if isinstance(answer, ApiError) else (200, answer)
        used = body.get("usage", {})
        self.tokens = (
            self.tokens[0] + used.get("prompt_tokens", 0),
            self.tokens[1] + used.get("completion_tokens", 0),
        )
        response = {"status_code": status, "request_id": f"{self._line_number():032x}", "body": body}
        (self.error_lines if refused else self.output_lines).append(self._line(row, response, None))

    def _line(self, row: BatchRow, response: dict[str, Any] | None, error: dict[str, str] | None) -> str:
        line_id = f"batch_req_{self.id.removeprefix('batch_')}_{self._line_number()}"
        return json.dumps({"id": line_id, "custom_id": row.custom_id, "response": response, "error": error})

    def _line_number(self) -> int:
        return len(self.output_lines) + len(self.error_lines) + 1


def _join(lines: list[str]) -> bytes:
    return "".join(line + "\n" for line in lines).encode()
