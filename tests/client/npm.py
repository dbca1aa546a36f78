"""Run the scripts of web-client/ from pytest, with the npm that the command line uses."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shared.adapters.local.state import make_lock
from shared.adapters.local.web_client import PACKAGE, find_program

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["installed_web_client", "run_npm"]

_SHOWN_CHARS = 30_000


@pytest.fixture(scope="session")
def installed_web_client() -> Path:
    """The folder of the web client with what its scripts need, installed when the lock file is newer."""
    installed = PACKAGE / "node_modules" / ".package-lock.json"
    with make_lock(PACKAGE):
        if not installed.is_file() or installed.stat().st_mtime_ns < (PACKAGE / "package-lock.json").stat().st_mtime_ns:
            run_npm("ci", "--no-audit", "--no-fund", timeout_s=600)
    return PACKAGE


def run_npm(*arguments: str, env: Mapping[str, str] | None = None, timeout_s: float = 300) -> str:
    """Run npm in web-client/. Returns what it prints; a failure of its fails the test, and shows it."""
    npm = find_program("npm")
    path = os.pathsep.join([str(Path(npm).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        [npm, *arguments],
        cwd=PACKAGE,
        env={**os.environ, "PATH": path, "NO_COLOR": "1", "CI": "1", **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=timeout_s,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"npm {' '.join(arguments)} failed:\n{done.stdout[-_SHOWN_CHARS:]}", pytrace=False)
    return done.stdout
