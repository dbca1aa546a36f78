"""The sites of the visitor benchmark: corpora built by Inkdex, and kept between runs while the builder is the same."""

from __future__ import annotations

import asyncio
import hashlib
import json
import random
import shutil
import sys
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from filelock import FileLock

from shared.cli.sites import open_search, read_artifact
from tests.benchmarks.corpora import REPOSITORY, docs_archive, unpack_docs
from tests.benchmarks.known_items import KnownItem, make_known_items
from tests.benchmarks.measuring import run_measured
from tests.benchmarks.sizes import read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["VisitedSite", "archive_of", "digest_of", "prepare_site"]

_SEED = 20261122
_ARCHIVES = (1_000, 10_000)
"""Sizes of the corpora; a smaller site is a sample of the smallest that is large enough."""


@dataclass(frozen=True)
class VisitedSite:
    """A built site: Markdown in `source`, artifacts in `dist`, known items with the numbers of their documents."""

    folder: Path
    documents: int
    items: tuple[KnownItem, ...]

    @property
    def source(self) -> Path:
        return self.folder / "source"

    @property
    def dist(self) -> Path:
        return self.folder / "dist"

    @cached_property
    def posts(self) -> list[dict[str, Any]]:
        """The entries of `posts.json`: a document's `id`, `path` and `url` among others."""
        posts: list[dict[str, Any]] = read_artifact(self.dist, read_manifest(self.dist), "posts.json")
        return posts


def archive_of(corpora: Path, documents: int) -> Path:
    """The archive that a site of so many pages is made of."""
    if docs_archive(corpora, documents).is_file():
        return docs_archive(corpora, documents)
    return docs_archive(corpora, next((size for size in _ARCHIVES if size >= documents), documents))


def prepare_site(corpora: Path, documents: int, queries: int, cache: Path) -> VisitedSite:
    """Unpack, build with static vectors and make about `queries` known items, unless that was done by the same code."""
    archive = archive_of(corpora, documents)
    folder = cache / f"site-{documents}-{_digest_of_builder(archive, queries)}"
    cache.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{folder}.lock"):
        items = folder / "items.json"
        if not items.is_file():
            shutil.rmtree(folder, ignore_errors=True)
            _build(archive, documents, folder)
            made = asyncio.run(_make_items(folder / "dist", queries))
            items.write_text(json.dumps([asdict(item) for item in made]))
        known = tuple(KnownItem(**fields) for fields in json.loads(items.read_bytes()))
    return VisitedSite(folder, documents, known)


def _build(archive: Path, documents: int, folder: Path) -> None:
    pages = unpack_docs(archive, folder / "unpacked")
    names = sorted(path.relative_to(pages) for path in pages.rglob("*.md"))
    # Names are shuffled and the first taken, so that a larger sample holds the smaller ones.
    random.Random(_SEED).shuffle(names)
    for name in names[:documents]:
        (folder / "source" / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).rename(folder / "source" / name)
    shutil.rmtree(folder / "unpacked")
    command = [sys.executable, "-c", "from shared.cli import main; main()", "build", str(folder / "source")]
    command += ["--out", str(folder / "dist"), "--cache", str(folder / "steps"), "--embedder", "static", "--quiet"]
    run_measured(command, cwd=REPOSITORY)
    shutil.rmtree(folder / "steps")


async def _make_items(dist: Path, queries: int) -> list[KnownItem]:
    async with open_search(dist, None, words_only=True, warn=print) as search:
        items = make_known_items(search, queries)
    random.Random(_SEED).shuffle(items)
    return items


def _digest_of_builder(archive: Path, queries: int) -> str:
    """Changes with whatever the site and its queries depend on."""
    stat = archive.stat()
    sources = [*(REPOSITORY / "shared").rglob("*.py"), *_own_sources(), REPOSITORY / "uv.lock"]
    return digest_of(sources, f"{archive.name} {stat.st_size} {queries}")


def _own_sources() -> Iterable[Path]:
    return [REPOSITORY / "tests" / "benchmarks" / name for name in ("known_items.py", "visitor_sites.py")]


def digest_of(files: Iterable[Path], seed: str = "") -> str:
    """A short name for the content of files of the repository."""
    digest = hashlib.sha256(seed.encode())
    for file in sorted(files):
        digest.update(f"\0{file.relative_to(REPOSITORY)}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:12]
