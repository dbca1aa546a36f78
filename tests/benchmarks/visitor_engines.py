"""What a visitor downloads of each engine: Inkdex's own scripts and its peers' from npm, bundled by one Vite."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from filelock import FileLock

from shared.adapters.local.web_client import PACKAGE, find_program
from tests.benchmarks.corpora import REPOSITORY
from tests.benchmarks.visitor_sites import digest_of

__all__ = ["PAGES", "bundle_engines", "install_peers"]

PAGES = REPOSITORY / "tests" / "benchmarks" / "visitor_pages"
_ENGINE = PACKAGE / "src" / "engine"
_LOCKED = ("package.json", "package-lock.json", ".npmrc")


def install_peers(cache: Path) -> Path:
    """`npm ci` of the benchmark's lock file; the folder that holds `node_modules`.

    Raises:
        subprocess.CalledProcessError: npm failed, and has said why.
    """
    folder = cache / f"npm-{digest_of(PAGES / name for name in _LOCKED)}"
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{folder}.lock"):
        if not (folder / "node_modules" / ".package-lock.json").is_file():
            for name in _LOCKED:
                shutil.copy2(PAGES / name, folder)
            _run(["npm", "ci", "--no-audit", "--no-fund"], folder)
    return folder


def bundle_engines(cache: Path) -> Path:
    """A folder with `engines/NAME.js`, which is measured, and `NAME.html` with `adapters/NAME.js`, which is not."""
    installed = install_peers(cache)
    sources = [path for folder in (PAGES, _ENGINE) for path in folder.rglob("*") if _is_source(path)]
    folder = cache / f"pages-{digest_of([*sources, *(PAGES / name for name in _LOCKED)])}"
    with FileLock(f"{folder}.lock"):
        out = folder / "dist"
        if not (out / "inkdex.html").is_file():
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(PAGES, folder, ignore=shutil.ignore_patterns("node_modules"))
            (folder / "node_modules").symlink_to(installed / "node_modules")
            _run(["npm", "run", "build"], folder)
            for adapter in sorted((out / "adapters").glob("*.js")):
                (out / f"{adapter.stem}.html").write_text(_page(adapter.stem), "utf-8")
    return out


def _is_source(path: Path) -> bool:
    return path.suffix == ".ts" and "node_modules" not in path.parts


def _page(name: str) -> str:
    return (
        '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><link rel="icon" href="data:,">'
        f'<title>{name}</title>\n<script type="module" src="adapters/{name}.js"></script></head>\n'
        "<body></body>\n</html>\n"
    )


def _run(command: list[str], folder: Path) -> None:
    program = find_program(command[0])
    path = os.pathsep.join([str(Path(program).parent), os.environ.get("PATH", "")])
    env = {**os.environ, "PATH": path, "INKDEX_ENGINE": str(_ENGINE)}
    subprocess.run([program, *command[1:]], cwd=folder, env=env, check=True, stdout=subprocess.DEVNULL)
