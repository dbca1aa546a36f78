"""Run all benchmarks and put their tables into docs/benchmarks.md. Takes about fifteen minutes; wants a quiet machine.

uv run python -m tests.benchmarks.refresh
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.benchmarks import build, quality, worker_bundle
from tests.benchmarks.corpora import DEFAULT_CORPORA, REPOSITORY

__all__ = ["main"]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.refresh", description=__doc__)
    parser.add_argument("--corpora", type=Path, default=DEFAULT_CORPORA)
    parser.add_argument("--repeat", type=int, default=3, help="cold builds of each kind; the fastest counts")
    args = parser.parse_args()
    written = ["--write", str(REPOSITORY / "docs" / "benchmarks.md")]
    common = ["--corpora", str(args.corpora), *written]
    quality.main(common)
    quality.main([*common, "--sweep"])
    build.main([*common, "--repeat", str(args.repeat)])
    worker_bundle.main([*written, "--repeat", str(args.repeat)])


if __name__ == "__main__":
    main()
