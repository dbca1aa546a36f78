"""Suites that run inside of workerd, each of their tests reported as one here."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.cli.worker.dev_server import WorkerServer

SUITES = sorted((Path(__file__).parent / "in_worker").glob("suite_*.py"))


def names_of_tests(suite: Path) -> Iterator[str]:
    """Names of the suite's tests, read without importing it: it may need what only workerd has."""
    for node in ast.parse(suite.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            yield node.name


CASES = [(suite.stem, test) for suite in SUITES for test in names_of_tests(suite)]


@pytest.mark.parametrize(("suite", "test"), CASES, ids=[f"{suite}-{test}" for suite, test in CASES])
def test_in_worker(suite_server: WorkerServer, suite: str, test: str) -> None:
    status, body = suite_server.fetch(f"/run?suite={suite}&test={test}")
    assert status == 200, body.decode("utf-8", "replace")
    outcome = json.loads(body)
    if outcome["failure"]:
        pytest.fail(outcome["failure"], pytrace=False)
