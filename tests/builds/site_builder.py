"""A small site on disk, built in this process; and the files of its published revision, each checked."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING

from shared.adapters.embedders.static import StaticEmbedder
from shared.adapters.local.folder_source import FolderSource
from shared.adapters.local.folder_store import FolderStore
from shared.adapters.local.process_runner import ProcessRunner
from shared.cli.wiring import LocalSite
from shared.config import SiteConfig
from shared.domain.encoding import from_json
from shared.domain.index.directory import decode_directory
from shared.domain.revision import Pointer, block_file, pack_file, pack_name, pointer_name, revision_file, revision_of
from shared.domain.vectors.shards import VectorDirectory
from shared.usecases.build_site import build_site
from shared.usecases.checksums import CHECKED_FILES, CHECKSUMS, read_checksums
from shared.usecases.run_step import run_step
from shared.usecases.search_site import SiteSearch, open_site
from shared.usecases.stages.services import StepServices
from shared.usecases.verify_site import verify_site

if TYPE_CHECKING:
    from pathlib import Path

    from shared.ports import ObjectStore
    from shared.usecases.build_site import BuildResult

__all__ = ["AS_OF", "Site", "make_config", "page", "read_revision", "static_embedder", "write_pages"]

AS_OF = datetime(2026, 11, 22, tzinfo=UTC)
_REVISION_FILES = ("manifest.json", CHECKSUMS, *CHECKED_FILES)
_SYLLABLES = ["ka", "lo", "mi", "ren", "ta", "vos", "pel", "qui", "dra", "sun", "ef", "gor", "hin", "jul", "bex", "wyn"]
_FOLDERS = ["guide", "reference/api", "blog", "howto", ""]

static_embedder = lru_cache(maxsize=None)(StaticEmbedder)


class Silent:
    """Watches a build, or a verification, and shows nothing."""

    def stage_started(self, stage: str, steps: int, reused: int) -> None: ...

    def step_done(self, stage: str) -> None: ...

    def stage_finished(self, stage: str, duration_s: float) -> None: ...

    def revision_started(self, revision: str, checks: int) -> None: ...

    def check_done(self) -> None: ...


def make_config(kind: str = "none", **sections: dict[str, object]) -> SiteConfig:
    return SiteConfig.model_validate({"embedder": {"kind": kind}, "content": {"layout": "plain"}, **sections})


@dataclass
class Site:
    """Sources in `root/source`, artifacts in `root/dist`, finished steps in `root/cache`."""

    root: Path
    config: SiteConfig = field(default_factory=make_config)
    as_of: datetime = AS_OF
    commit: str | None = None

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)

    @property
    def folder(self) -> Path:
        return self.root / "source"

    @property
    def out(self) -> Path:
        return self.root / "dist"

    @property
    def cache(self) -> Path:
        return self.root / "cache"

    def write(self, path: str, text: str | bytes) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def remove(self, path: str) -> None:
        (self.folder / path).unlink()

    def rename(self, path: str, to: str) -> None:
        (self.folder / to).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).rename(self.folder / to)

    def build(self, *, artifacts: ObjectStore | None = None, steps: ObjectStore | None = None) -> BuildResult:
        """Build in this process, one step at a time."""
        source = FolderSource(self.folder, left_out=(self.out, self.cache), stat_cache=self.cache / "stat.json")
        embedder = static_embedder() if self.config.embedder.kind == "static" else None
        services = StepServices(
            source, artifacts or FolderStore(self.out), steps or FolderStore(self.cache), embedder, None
        )
        runner = ProcessRunner(lambda step: run_step(step, services), _never, _never, (), jobs=1)
        return asyncio.run(
            build_site(
                self.config,
                services,
                runner,
                Silent(),
                as_of=self.as_of,
                commit=self.commit,
                diagnostics=lambda: source.diagnostics,
            )
        )

    def build_with_processes(self, jobs: int) -> BuildResult:
        """Build as the command line does."""
        site = LocalSite(self.folder, self.out, self.cache, self.config)
        runner = site.make_runner(jobs)
        try:
            return asyncio.run(build_site(self.config, site.services, runner, Silent(), as_of=self.as_of))
        finally:
            runner.close()

    def read(self) -> dict[str, bytes]:
        return read_revision(self.out)

    def read_file(self, name: str) -> bytes:
        """A file of the published revision."""
        pointer = Pointer.from_bytes((self.out / pointer_name("site")).read_bytes())
        return (self.out / revision_file("site", pointer.revision, name)).read_bytes()

    def verify(self) -> None:
        """Fail unless `inkdex verify` finds nothing in any kept revision."""
        store = FolderStore(self.out)
        found = asyncio.run(verify_site("site", store, store.path_of, Silent()))
        assert not found.findings

    def open(self) -> SiteSearch:
        def embedder_for(name: str) -> StaticEmbedder:
            assert static_embedder().name == name
            return static_embedder()

        return open_site("site", FolderStore(self.out).read, embedder_for)


def _never(*_: object) -> dict[str, object]:
    raise AssertionError("one job runs in this process")


def read_revision(out: Path, revision: str | None = None, *, site: str = "site") -> dict[str, bytes]:
    """All files of a revision (the published one) and all objects that it refers to, by name. Fails if one is missing,
    if a pack is not what its name says, or if a file cannot be opened."""
    store = FolderStore(out)

    def read(name: str) -> bytes:
        data = store.read(name)
        assert data is not None, f"{name} is missing"
        return data

    pointer = Pointer.from_bytes(read(pointer_name(site)))
    revision = revision or pointer.revision
    files = {name: read(name) for name in (revision_file(site, revision, file) for file in _REVISION_FILES)}
    checksums = read_checksums(files[revision_file(site, revision, CHECKSUMS)])
    assert set(checksums) == set(CHECKED_FILES)
    for file, digest in checksums.items():
        assert sha256(files[revision_file(site, revision, file)]).hexdigest() == digest, f"checksum of {file}"
    manifest = from_json(files[revision_file(site, revision, "manifest.json")])
    assert manifest["revision"] == revision == revision_of(manifest)
    packs = [entry["pack"] for entry in manifest["lexicon"]]
    directory = _read_pack(manifest["documents"]["pack"], out, files)
    packs += [part.pack for part in decode_directory(directory[-1])]
    if manifest["vectors"]:
        (vectors,) = _read_pack(manifest["vectors"]["pack"], out, files)
        packs += VectorDirectory.from_bytes(vectors, manifest["vectors"]["dimensions"]).packs_used()
    for pack in packs:
        _read_pack(pack, out, files)
    _check_database(out / revision_file(site, revision, "search.db"), manifest)
    posts = from_json(files[revision_file(site, revision, "posts.json")])
    assert len(posts) == manifest["counts"]["documents"]
    assert from_json(files[revision_file(site, revision, "report.json")])["revision"] == revision
    return files


def _read_pack(pack: str, out: Path, files: dict[str, bytes]) -> list[bytes]:
    """A pack's files in order, its block file last. Its name is a hash of them all, so it tells if one is missing."""
    found: list[bytes] = []
    while (path := out / pack_file(pack, len(found))).is_file():
        found.append(path.read_bytes())
        files[pack_file(pack, len(found) - 1)] = found[-1]
    if (out / block_file(pack)).is_file():
        found.append((out / block_file(pack)).read_bytes())
        files[block_file(pack)] = found[-1]
    assert found, f"pack {pack} is missing"
    assert pack_name(found) == pack, f"pack {pack} is damaged"
    return found


def _check_database(path: Path, manifest: dict[str, dict[str, int]]) -> None:
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        for table, count in (("documents", "documents"), ("sections", "sections"), ("terms", "terms")):
            (rows,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            assert rows == manifest["counts"][count]


def page(seed: object, *, words: int = 60, title: str = "", links: str = "", **front_matter: str) -> str:
    """A page of made-up words that follow from `seed`."""
    random = Random(str(seed))
    heading = title or " ".join(_word(random).title() for _ in range(2))
    lines = [f"title: {heading}", f"tags: [{_word(random)[:3]}]", *(f"{key}: {v}" for key, v in front_matter.items())]
    body = [f"# {heading}", _prose(random, words)]
    for _ in range(random.randint(1, 3)):
        body += [f"## {_prose(random, 3)}", _prose(random, words)]
    if random.random() < 0.4:
        body += [f"```sh\n{_word(random)} --{_word(random)}\n```"]
    if links:
        body += [f"See [there]({links})."]
    return "---\n" + "\n".join(lines) + "\n---\n\n" + "\n\n".join(body) + "\n"


def _prose(random: Random, words: int) -> str:
    return " ".join(_word(random) for _ in range(words))


def _word(random: Random) -> str:
    # Few syllables are common, so some words are everywhere and most are rare, as in a real text.
    return "".join(_SYLLABLES[min(random.randrange(16), random.randrange(16))] for _ in range(random.randint(2, 4)))


def write_pages(site: Site, count: int, *, words: int = 60) -> list[str]:
    """Write so many pages into several folders; their paths, sorted."""
    paths = [f"{_FOLDERS[n % len(_FOLDERS)]}/page-{n * 37 % 1000:03}.md".lstrip("/") for n in range(count)]
    for number, path in enumerate(paths):
        site.write(path, page(number, words=words, links=f"/{paths[number * 7 % count]}"))
    return sorted(paths)
