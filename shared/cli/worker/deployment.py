"""pywrangler, Cloudflare's tool for Python Workers, with this repository's versions and files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shared.adapters.local.web_client import find_program
from shared.cli.terminal import say
from shared.cli.worker.npm import ensure_npm_packages
from shared.cli.worker.vendor import locked_packages

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["pins", "run_pywrangler"]

_HEADER: Final = """\
# Pins for pywrangler, which resolves the Worker's packages by itself and keeps to versions that it finds here.
# From uv.lock, by `uv run inkdex worker deploy`.
lock-version = "1.0"
created-by = "inkdex"
"""


def pins(repository: Path) -> str:
    """The text of `pylock.toml`: names and versions of the Worker's packages as `uv.lock` has them."""
    tables = (
        f'\n[[packages]]\nname = "{item.name}"\nversion = "{item.version}"\n' for item in locked_packages(repository)
    )
    return _HEADER + "".join(tables)


def run_pywrangler(repository: Path, arguments: Sequence[str]) -> int:
    """Run `pywrangler ARGUMENTS` on this terminal. Its exit code."""
    ensure_npm_packages(repository, say)
    (repository / "pylock.toml").write_text(pins(repository), "utf-8")
    # It calls `npx wrangler`, which is to be the Node.js of this environment.
    path = os.pathsep.join([str(Path(find_program("npx")).parent), os.environ.get("PATH", "")])
    command = [sys.executable, "-m", "pywrangler", *arguments]
    return subprocess.run(command, cwd=repository, env={**os.environ, "PATH": path}, check=False).returncode  # noqa: S603
