"""A batch's input file: JSON lines, checked as the original checks them before it begins."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

MAX_REQUESTS = 50_000
MAX_EMBEDDING_INPUTS = 50_000


@dataclass(frozen=True)
class BatchRow:
    custom_id: str
    body: dict[str, Any]


def read_rows(content: bytes, endpoint: str) -> tuple[list[BatchRow], list[dict[str, Any]]]:
    """Rows in order, and the problems for which the whole batch fails."""
    lines = [line for line in content.split(b"\n") if line.strip()]
    if not lines:
        return [], [problem("empty_file", "The input file is empty.")]
    if len(lines) > MAX_REQUESTS:
        message = f"The number of requests in the batch file exceeds the maximum allowed value of {MAX_REQUESTS}."
        return [], [problem("too_many_tasks", message)]
    rows: list[BatchRow] = []
    problems = []
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        row, found = _read_line(line, number, endpoint)
        if row and row.custom_id in seen:
            message = f"The custom_id '{row.custom_id}' for this request is a duplicate of another request."
            found = problem("duplicate_custom_id", message, line=number, param="custom_id")
        elif row and rows and row.body["model"] != rows[0].body["model"]:
            message = "The model of this request does not match the rest of the file."
            found = problem("model_mismatch", message, line=number, param="body.model")
        if found:
            problems.append(found)
        elif row:
            rows.append(row)
            seen.add(row.custom_id)
    inputs = sum(_count_inputs(row.body) for row in rows) if endpoint == "/v1/embeddings" else 0
    if inputs > MAX_EMBEDDING_INPUTS:
        message = f"The batch has {inputs} embedding inputs, more than the maximum of {MAX_EMBEDDING_INPUTS}."
        problems.append(problem("too_many_tasks", message))
    return rows, problems


def problem(code: str, message: str, *, line: int | None = None, param: str | None = None) -> dict[str, Any]:
    return {"code": code, "line": line, "message": message, "param": param}


def _read_line(line: bytes, number: int, endpoint: str) -> tuple[BatchRow | None, dict[str, Any] | None]:
    try:
        given = json.loads(line)
    except ValueError:
        return None, problem("invalid_json_line", "This line is not parseable as valid JSON.", line=number)
    if not isinstance(given, dict):
        return None, problem("invalid_request", "This line is not a JSON object.", line=number)
    for name, kind in (("custom_id", str), ("method", str), ("url", str), ("body", dict)):
        if not isinstance(given.get(name), kind):
            message = f"Missing required parameter: '{name}'."
            return None, problem("missing_required_parameter", message, line=number, param=name)
    if given["method"] != "POST":
        return None, problem("invalid_method", "The method must be 'POST'.", line=number, param="method")
    if given["url"] != endpoint:
        message = f"The URL provided for this request does not match the batch endpoint '{endpoint}'."
        return None, problem("url_mismatch", message, line=number, param="url")
    if not isinstance(given["body"].get("model"), str):
        message = "Missing required parameter: 'body.model'."
        return None, problem("missing_required_parameter", message, line=number, param="body.model")
    return BatchRow(given["custom_id"], given["body"]), None


def _count_inputs(body: dict[str, Any]) -> int:
    given = body.get("input")
    return len(given) if isinstance(given, list) else 1
