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
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

__all__ = ["VisitedSite", "archive_of", "digest_of", "prepare_site", "run_once"]

_SEED = 20261122
_ARCHIVES = (1_000, 10_000)
"""Sizes of the corpora; a smaller site is a sample of the smallest that is large enough."""

_ASKING = ("known_items.py", "visitor_sites.py")
"""What queries depend on, beside the site."""


@dataclass(frozen=True)
class VisitedSite:
    """A built site: Markdown in `source`, artifacts in `dist`, known items with the numbers of their documents.

    `texts` is the file of what peers index.
    """

    folder: Path
    texts: Path
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
    builder = digest_of([*(REPOSITORY / "shared").rglob("*.py"), REPOSITORY / "uv.lock"], _identity(archive))
    folder = run_once(cache / f"site-{documents}-{builder}", lambda out: _build(archive, documents, out))
    asked = digest_of([REPOSITORY / "tests" / "benchmarks" / name for name in _ASKING], str(queries))
    known = run_once(folder / f"known-{asked}", lambda out: asyncio.run(_read_site(folder / "dist", queries, out)))
    items = tuple(KnownItem(**fields) for fields in json.loads((known / "items.json").read_bytes()))
    return VisitedSite(folder, known / "documents.json", documents, items)


def run_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """The folder that `make` has filled: now, or in an earlier run. Another process that makes it is waited for."""
    done = folder / ".done"
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{folder}.lock"):
        if not done.is_file():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


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


async def _read_site(dist: Path, queries: int, out: Path) -> None:
    """Write what is asked, and the text of all pages, which peers index."""
    async with open_search(dist, None, words_only=True, warn=print) as search:
        items = make_known_items(search, queries)
        fields = [search.source.document(number).fields for number in range(search.source.document_count)]
    random.Random(_SEED).shuffle(items)
    (out / "items.json").write_text(json.dumps([asdict(item) for item in items]), "utf-8")
    documents = [_for_peers(number, document) for number, document in enumerate(fields)]
    (out / "documents.json").write_text(json.dumps(documents), "utf-8")


def _for_peers(number: int, document: Mapping[str, Any]) -> dict[str, object]:
    """A page as `visitor_pages/peer-documents.ts` has it: what Inkdex has taken of it, headings apart."""
    sections = document["sections"]
    texts = [text for section in sections for text in (section["text"], section.get("code", "")) if text]
    return {
        "id": number,
        "url": document["url"],
        "title": document["title"],
        "headings": "\n".join(section["heading"] for section in sections if section["heading"]),
        "text": "\n".join(texts),
    }


def _identity(archive: Path) -> str:
    return f"{archive.name} {archive.stat().st_size}"


def digest_of(files: Iterable[Path], seed: str = "") -> str:
    """A short name for the content of files of the repository."""
    digest = hashlib.sha256(seed.encode())
    for file in sorted(files):
        digest.update(f"\0{file.relative_to(REPOSITORY)}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:12]
