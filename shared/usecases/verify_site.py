"""Verify a built site: every hash, every reference, every kept revision. Lists all that is wrong, repairs nothing."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from shared.domain.encoding import to_json
from shared.domain.index.blocks import decode_block
from shared.domain.index.postings import LEVELS
from shared.domain.revision import (
    FORMAT,
    Pointer,
    block_file,
    manifest_name,
    pack_file,
    pack_name,
    pointer_name,
    revision_file,
    revision_of,
)
from shared.errors import InputError
from shared.usecases.checksums import CHECKED_FILES, CHECKSUMS, digest_of, read_checksums
from shared.usecases.verification.database import check_database, check_media, check_posts, open_database
from shared.usecases.verification.documents import Directory, check_dates, check_documents, check_tags, read_directory
from shared.usecases.verification.findings import (
    Damage,
    Finding,
    FindingCode,
    Findings,
    expect,
    expect_equal,
    parse,
    require,
)
from shared.usecases.verification.lexicon import LexiconCheck
from shared.usecases.verification.vectors import (
    check_rows,
    check_sections,
    check_shards,
    check_vector_directory,
    check_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from shared.domain.vectors.shards import VectorDirectory
    from shared.ports import ObjectStore

__all__ = ["Verification", "VerifyObserver", "verify_site"]


class VerifyObserver(Protocol):
    """Who watches: a progress bar."""

    def revision_started(self, revision: str, checks: int) -> None: ...

    def check_done(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked and what was found. No findings: the site is whole."""

    revisions: tuple[str, ...]
    files: int
    findings: tuple[Finding, ...]


async def verify_site(
    site: str, artifacts: ObjectStore, local_file: Callable[[str], Path], observer: VerifyObserver
) -> Verification:
    """Check the published revision and all that the pointer keeps.

    `local_file` gives the path of an object on this machine: SQLite opens files, not bytes.
    """
    findings = Findings()
    revisions = await _find_revisions(site, artifacts, findings)
    files = {pointer_name(site)}
    for revision in revisions:
        check = _RevisionCheck(site, revision, artifacts, local_file, findings, observer, files)
        await check.run()
    return Verification(tuple(revisions), len(files), tuple(findings.found))


async def _find_revisions(site: str, artifacts: ObjectStore, findings: Findings) -> list[str]:
    """Those of the pointer; if it is damaged, all that are there."""
    name = pointer_name(site)
    with findings.of(name):
        data = await artifacts.get(name)
        if data is None:
            raise Damage("missing", "the file is missing")
        try:
            pointer = Pointer.from_bytes(data)
        except InputError as error:
            code: FindingCode = "wrong-format" if error.code == "bad-format" else "wrong-form"
            raise Damage(code, error.message) from error
        expect_equal(pointer.manifest, manifest_name(site, pointer.revision), "the name of the manifest")
        expect(pointer.revision not in pointer.history, "the published revision is in its own history")
        if await artifacts.get(pointer.manifest) != to_json(pointer.content):
            findings.add(name, "mismatch", "what it holds of the manifest is not what the manifest says")
        return [pointer.revision, *pointer.history]
    prefix = f"{site}/revisions/"
    found = {name.removeprefix(prefix).split("/")[0] async for name in artifacts.list(prefix)}
    return sorted(found)


@dataclass(slots=True)
class _RevisionCheck:
    site: str
    revision: str
    artifacts: ObjectStore
    local_file: Callable[[str], Path]
    findings: Findings
    observer: VerifyObserver
    files: set[str]
    documents: list[dict[str, Any] | None] = field(default_factory=list)

    async def run(self) -> None:
        manifest: dict[str, Any] | None = None
        name = manifest_name(self.site, self.revision)
        with self.findings.of(name):
            manifest = await self._read_manifest(name)
        if manifest is None:
            return
        # A damaged manifest may lack what is asked of it below; that is a finding about the manifest.
        with self.findings.of(name):
            await self._check_packs(manifest)

    async def _read_manifest(self, name: str) -> dict[str, Any]:
        data = await self._get(name)
        manifest: dict[str, Any] = parse(data)
        if manifest["format"] != FORMAT:
            raise Damage("wrong-format", f"has format {manifest['format']!r:.20}; this program reads {FORMAT}")
        if revision_of(manifest) != self.revision or manifest["revision"] != self.revision or to_json(manifest) != data:
            self.findings.add(name, "wrong-hash", "its content is not what the revision is named by")
        expect_equal(manifest["site"]["name"], self.site, "the site's name")
        expect_equal(manifest["ranking"]["levels"], LEVELS, "the number of levels")
        return manifest

    async def _check_packs(self, manifest: Mapping[str, Any]) -> None:
        directory, name = Directory(), block_file(manifest["documents"]["pack"])
        tags, dates, data = await self._get_pack(manifest["documents"]["pack"], 2, blocks=True)
        with self.findings.of(name):
            directory = read_directory(data, manifest["counts"])
        self.observer.revision_started(self.revision, len(directory.parts) + len(manifest["lexicon"]) + 2)
        for part in directory.parts:
            *_, blocks = await self._get_pack(part.pack, 0, blocks=True)
            self.documents += check_documents(part, block_file(part.pack), blocks, self.findings)
            self.observer.check_done()
        pack = manifest["documents"]["pack"]
        for number, (content, check) in enumerate(((tags, check_tags), (dates, check_dates))):
            with self.findings.of(pack_file(pack, number)):
                check(content, self.documents)
        lexicon = LexiconCheck(directory.sections, self.findings)
        for entry in manifest["lexicon"]:
            await self._check_lexicon(entry, lexicon)
            self.observer.check_done()
        before = len(self.findings.found)
        with self.findings.of(manifest_name(self.site, self.revision)):
            if before == 0:  # with damaged shards, sums tell nothing new
                counts = manifest["counts"]
                expect_equal(len(lexicon.terms), counts["terms"], "the number of terms in the shards")
                expect_equal(len(lexicon.words), counts["words"], "the number of words in the shards")
                expect_equal(lexicon.postings, counts["postings"], "the number of postings in the shards")
        if manifest["vectors"]:
            await self._check_vectors(manifest["vectors"], directory.section_ids if directory.parts else ())
        self.observer.check_done()
        await self._check_listings(manifest, lexicon)
        await self._check_checksums()
        self.observer.check_done()

    async def _check_lexicon(self, entry: Mapping[str, Any], lexicon: LexiconCheck) -> None:
        with_blocks = bool(entry["sizes"])
        files = await self._get_pack(entry["pack"], len(entry["words"]), blocks=with_blocks)
        lexicon.check(entry, files.pop() if with_blocks else b"", files)

    async def _check_vectors(self, vectors: Mapping[str, Any], sections: Sequence[int]) -> None:
        vector_directory: VectorDirectory | None = None
        name = block_file(vectors["pack"])
        with self.findings.of(name):
            vector_directory = check_vector_directory(await self._get_blocks(vectors["pack"]), vectors["dimensions"])
        if vector_directory is None:
            return
        before = len(self.findings.found)
        in_shards: dict[int, bytes] = {}
        in_rows: dict[int, bytes] = {}
        for number, pack in enumerate(vector_directory.packs):
            with self.findings.of(block_file(pack)):
                in_shards.update(check_shards(vector_directory, number, await self._get_blocks(pack)))
        for rows in vector_directory.rows:
            with self.findings.of(block_file(rows.pack)):
                in_rows.update(check_rows(rows, await self._get_blocks(rows.pack), vector_directory.codes))
        for number, pack in enumerate(vector_directory.words.packs):
            with self.findings.of(block_file(pack)):
                check_words(vector_directory, number, await self._get_blocks(pack))
        if vocabulary := vector_directory.words.vocabulary:
            with self.findings.of(block_file(vocabulary)):
                decode_block(require(await self._get_blocks(vocabulary)))
        if before == len(self.findings.found) and sections:
            with self.findings.of(name):
                check_sections(in_shards, in_rows, sections)

    async def _get_blocks(self, pack: str) -> bytes | None:
        """The block file of a pack that has nothing else; a finding if its name does not follow from it."""
        data = await self._get(block_file(pack))
        if data is not None and pack_name([data]) != pack:
            self.findings.add(block_file(pack), "wrong-hash", "the content of the file is not what it is named by")
        return data

    async def _check_checksums(self) -> None:
        """The files that are not named by their content: every bit of them."""
        name = revision_file(self.site, self.revision, CHECKSUMS)
        checksums: dict[str, str] = {}
        with self.findings.of(name):
            data = await self._get(name)
            if data is None:
                raise Damage("missing", "the file is missing")
            checksums = read_checksums(data)
            expect_equal(sorted(checksums), sorted(CHECKED_FILES), "the list of files")
        for file, digest in checksums.items():
            path = revision_file(self.site, self.revision, file)
            if file in CHECKED_FILES and await self.artifacts.has(path):
                with self.findings.of(path):
                    if await digest_of(path, self.artifacts) != digest:
                        raise Damage("wrong-hash", f"its content is not what {CHECKSUMS} says")

    async def _check_listings(self, manifest: Mapping[str, Any], lexicon: LexiconCheck) -> None:
        names = {name: revision_file(self.site, self.revision, name) for name in ("posts.json", "media.json")}
        found: dict[str, Any] = {}
        for name, path in names.items():
            with self.findings.of(path):
                found[name] = parse(await self._get(path))
        with self.findings.of(names["posts.json"]):
            self._compare_posts(found.get("posts.json", ()))
        report_name = revision_file(self.site, self.revision, "report.json")
        with self.findings.of(report_name):
            report = parse(await self._get(report_name))
            expect_equal(report["revision"], self.revision, "the revision")
            expect_equal(report["documents"], manifest["counts"]["documents"], "the number of documents")
            expect(
                all({"path", "line", "code", "message"} <= set(row) for row in report["diagnostics"]),
                "a diagnostic lacks a field",
            )
        database = revision_file(self.site, self.revision, manifest["database"]["url"])
        self.files.add(database)
        with self.findings.of(database), closing(open_database(self.local_file(database))) as connection:
            check_database(connection, manifest, self.documents, lexicon)  # what it raises ends the comparison
            for name, check in (("posts.json", check_posts), ("media.json", check_media)):
                if name in found:
                    with self.findings.of(names[name]):
                        check(connection, found[name])

    def _compare_posts(self, posts: Sequence[Mapping[str, Any]]) -> None:
        """What the shards can tell of posts.json, whatever has become of the database."""
        for post, document in zip(posts, self.documents, strict=bool(posts)):
            if document is not None:
                expect_equal(post["url"], document["url"], f"the URL of entry {post['id']}")
                expect_equal(post["title"], document["title"], f"the title of {post['url']}")

    async def _get_pack(self, pack: str, files: int, *, blocks: bool = False) -> list[bytes | None]:
        """A pack's files, the block file last; findings for those that are missing, or if their name does not follow
        from them."""
        names = [pack_file(pack, number) for number in range(files)] + [block_file(pack)] * blocks
        found = [await self._get(name) for name in names]
        missing = [name for name, data in zip(names, found, strict=True) if data is None]
        for name in missing:
            self.findings.add(name, "missing", "the file is missing")
        if not missing and pack_name(data for data in found if data is not None) != pack:
            others = f" to {names[-1]}" if len(names) > 1 else ""
            message = f"the content of the pack's files ({names[0]}{others}) is not what they are named by"
            self.findings.add(names[0], "wrong-hash", message)
        return found

    async def _get(self, name: str) -> bytes | None:
        self.files.add(name)
        try:
            return await self.artifacts.get(name)
        except (OSError, InputError) as error:
            raise Damage("missing", f"{name} cannot be read: {error}") from error
