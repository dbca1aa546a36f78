"""The tables of the benchmark of the Worker's bundle and start."""

from __future__ import annotations

import subprocess
import sys

from shared.cli.worker.upload import PackageSize
from tests.benchmarks.corpora import REPOSITORY
from tests.benchmarks.worker_bundle import Start, bundle_table, start_table


def test_packages_are_summed_up_against_the_limit() -> None:
    sizes = [PackageSize("pydantic 2", 80, 10 * 1024 * 1024, 2_000_000), PackageSize("shared", 200, 2_000_000, 500_000)]
    *_, whole, share = bundle_table(sizes).splitlines()
    assert [cell.strip() for cell in whole.strip("|").split("|")] == ["all", "280", "12.49 MB", "2.50 MB"]
    assert "19%" in share


def test_a_start_whose_heap_is_unknown_is_shown() -> None:
    table = start_table({"bare": Start(2.0, 1.5, 500_000_000, None, 5.0), "own": Start(1.0, 0.5, 1, 45 << 20, 5.0)})
    assert "| bare " in table
    assert " 45 MiB " in table


def test_it_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "tests.benchmarks.worker_bundle", "--help"]
    subprocess.run(command, check=True, capture_output=True, cwd=REPOSITORY)
