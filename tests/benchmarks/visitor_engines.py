"""The engines that a visitor meets: Inkdex and its peers from npm, what each downloads, and the index of each."""

from __future__ import annotations

import hashlib
import json
import os
import posixpath
import re
import shutil
import sqlite3
import subprocess
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from shared.adapters.local.web_client import PACKAGE, ensure_web_client, find_program
from tests.benchmarks.corpora import REPOSITORY
from tests.benchmarks.pagefind import render_pages
from tests.benchmarks.visitor_sites import digest_of, run_once

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.benchmarks.visitor_server import CountingServer
    from tests.benchmarks.visitor_sites import VisitedSite

__all__ = ["ENGINES", "INKDEX", "Engine", "Kit", "component_bytes", "mount_engine", "prepare_kit", "versions"]

_PAGES = REPOSITORY / "tests" / "benchmarks" / "visitor_pages"
_ENGINE = PACKAGE / "src" / "engine"
_LOCKED = ("package.json", "package-lock.json", ".npmrc")
_NODE_HEAP_MB = 12_000
_OF_ENGLISH_SITES = re.compile(r"inkdex-search\.js|engine\.js|assets/english-[\w-]+\.js")
_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*["'`](\.{1,2}/[^"'`]+)["'`]""")
"""A static import in a bundled script."""


@dataclass(frozen=True, slots=True)
class Kit:
    """`pages`: a folder with `NAME.html`, which opens an engine and is not measured, and `engines/NAME.js`, which is.

    `client`: Inkdex's scripts as they are published. `modules`: the folder of npm's packages.
    """

    pages: Path
    client: Path
    modules: Path


@dataclass(frozen=True, slots=True)
class Engine:
    """`name` is that of its page; `package` that on npm. `whole`: the browser loads all of its index."""

    name: str
    label: str
    package: str | None = None
    whole: bool = False


INKDEX = Engine("inkdex", "Inkdex")
ENGINES = (
    INKDEX,
    Engine("pagefind", "Pagefind", "pagefind"),
    Engine("minisearch", "MiniSearch", "minisearch", whole=True),
    Engine("orama", "Orama", "@orama/orama", whole=True),
    Engine("fts5", "sql.js-httpvfs", "sql.js-httpvfs"),
)


def prepare_kit(cache: Path) -> Kit:
    """Install the peers of the lock file, and bundle what visitors download, unless that was done by the same sources.

    Raises:
        subprocess.CalledProcessError: npm or Vite failed, and has said why.
    """
    locked = digest_of(_PAGES / name for name in _LOCKED)
    installed = run_once(cache / f"npm-{locked}", _install)
    sources = [*_PAGES.glob("*.ts"), _PAGES / "tsconfig.json", *_ENGINE.rglob("*.ts")]
    bundled = run_once(cache / f"pages-{digest_of(sources, locked)}", partial(_bundle, installed / "node_modules"))
    return Kit(bundled / "dist", ensure_web_client(print), installed / "node_modules")


def versions(kit: Kit) -> dict[str, str]:
    """Package of npm -> the version that is installed."""
    packages = [engine.package for engine in ENGINES if engine.package]
    return {name: json.loads((kit.modules / name / "package.json").read_bytes())["version"] for name in packages}


def component_bytes(kit: Kit) -> int:
    """Compressed with brotli: the scripts of Inkdex's search box on an English site, once it has searched."""
    sizes = json.loads((kit.client / "integrity.json").read_bytes())["files"]
    wanted = [name for name in sizes if _OF_ENGLISH_SITES.fullmatch(name)]
    names: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name not in names:
            names.add(name)
            script = (kit.client / name).read_text("utf-8")
            wanted += [
                posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) for path in _IMPORT.findall(script)
            ]
    return sum(sizes[name]["brotli"] for name in names)


def mount_engine(server: CountingServer, engine: Engine, site: VisitedSite, kit: Kit) -> None:
    """Serve one engine with its index of a site, and nothing else."""
    server.unmount()
    server.mount("/", kit.pages)
    if engine is INKDEX:
        server.mount("/_inkdex/", kit.client)
        server.mount("/inkdex/", site.dist)
        return
    if engine.name == "fts5":
        server.mount("/sqljs/", kit.modules / "sql.js-httpvfs" / "dist")
    server.mount(f"/{engine.name}/", _index_of(engine, site, kit))


def _index_of(engine: Engine, site: VisitedSite, kit: Kit) -> Path:
    """The folder of a peer's index of a site."""
    makers: dict[str, Callable[[VisitedSite, Kit, Path], None]] = {
        "pagefind": _index_with_pagefind,
        "fts5": _index_with_fts5,
        "minisearch": partial(_index_with_node, engine),
        "orama": partial(_index_with_node, engine),
    }
    own = [*_PAGES.glob(f"{engine.name}.*.ts"), _PAGES / "package-lock.json", Path(__file__).resolve()]
    text = hashlib.sha256(site.texts.read_bytes()).hexdigest()
    name = f"{engine.name}-{site.documents}-{digest_of(own, text)}"
    return run_once(site.folder.parent / name, partial(makers[engine.name], site, kit))


def _index_with_node(engine: Engine, site: VisitedSite, kit: Kit, out: Path) -> None:
    script = kit.pages.parent / f"{engine.name}.index.ts"
    _run(["node", f"--max-old-space-size={_NODE_HEAP_MB}", str(script), str(site.texts), str(out)], kit.pages.parent)


def _index_with_pagefind(site: VisitedSite, kit: Kit, out: Path) -> None:
    rendered = out / "rendered"
    render_pages(site.source, [post["path"] for post in site.posts], rendered)
    # The package holds the extended program beside its digest; the wrapper only looks for it.
    program = next(path for path in kit.modules.glob("@pagefind/*/bin/pagefind*") if os.access(path, os.X_OK))
    command = [str(program), "--site", str(rendered), "--output-path", str(out), "--quiet"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(rendered)


def _index_with_fts5(site: VisitedSite, kit: Kit, out: Path) -> None:
    """An FTS5 table as sql.js-httpvfs wants it: optimised, pages of 4 KB, no journal."""
    database = sqlite3.connect(out / "search.db")
    database.execute("PRAGMA page_size = 4096")
    database.execute("PRAGMA journal_mode = delete")
    database.execute(
        "CREATE VIRTUAL TABLE pages USING fts5(url UNINDEXED, title, headings, text, tokenize = 'porter unicode61')"
    )
    documents = json.loads(site.texts.read_bytes())
    insert = "INSERT INTO pages(rowid, url, title, headings, text) VALUES (:id, :url, :title, :headings, :text)"
    database.executemany(insert, documents)
    database.execute("INSERT INTO pages(pages) VALUES ('optimize')")
    database.commit()
    database.execute("VACUUM")
    database.close()


def _install(folder: Path) -> None:
    for name in _LOCKED:
        shutil.copy2(_PAGES / name, folder)
    _run(["npm", "ci", "--no-audit", "--no-fund"], folder)


def _bundle(modules: Path, folder: Path) -> None:
    shutil.copytree(_PAGES, folder, ignore=shutil.ignore_patterns("node_modules"), dirs_exist_ok=True)
    (folder / "node_modules").symlink_to(modules)
    settings = json.loads((folder / "tsconfig.json").read_bytes())
    settings["compilerOptions"]["paths"]["inkdex"] = [str(_ENGINE / "index.ts")]
    (folder / "tsconfig.json").write_text(json.dumps(settings), "utf-8")
    _run(["npm", "run", "build"], folder)
    for engine in ENGINES:
        page = _PAGE.replace("NAME", engine.name)
        (folder / "dist" / f"{engine.name}.html").write_text(page, "utf-8")


_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>NAME</title><link rel="icon" href="data:,">
<script type="module" src="/adapters/NAME.js"></script></head>
<body></body>
</html>
"""


def _run(command: list[str], folder: Path) -> None:
    program = find_program(command[0])
    path = os.pathsep.join([str(Path(program).parent), os.environ.get("PATH", "")])
    subprocess.run(
        [program, *command[1:]], cwd=folder, env={**os.environ, "PATH": path}, check=True, stdout=subprocess.DEVNULL
    )
