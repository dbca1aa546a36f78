"""Build a site in a process of its own, with workers, to be killed: `python -m tests.builds.build_process`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.builds.site_builder import Site, make_config

__all__ = ["start_build"]

_REPOSITORY = Path(__file__).parents[2]


def start_build(site: Site, *, jobs: int = 2) -> subprocess.Popen[str]:
    """Start to build; its first line of output says that it has loaded everything and begins."""
    kind = site.config.embedder.kind
    return subprocess.Popen(
        [sys.executable, "-m", "tests.builds.build_process", str(site.root), kind, str(jobs)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=_REPOSITORY,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(_REPOSITORY)},
    )


if __name__ == "__main__":
    root, kind, jobs = sys.argv[1:]
    site = Site(Path(root), make_config(kind))
    print("begins", flush=True)
    site.build_with_processes(int(jobs))
    print("done", flush=True)
