"""`inkdex verify`: whatever is damaged is found, and nothing breaks it."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from shared.domain.encoding import to_json
from shared.domain.index.directory import decode_directory
from shared.domain.revision import block_file, finish_manifest, pack_file
from shared.domain.vectors.shards import VectorDirectory

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run


class Artifacts:
    """The files of a built site, by what they are."""

    def __init__(self, dist: Path) -> None:
        self.dist = dist
        self.pointer = dist / "site" / "current.json"
        self.manifest = json.loads((dist / json.loads(self.pointer.read_bytes())["manifest"]).read_bytes())
        self.folder = dist / "site" / "revisions" / self.manifest["revision"]

    def file(self, kind: str) -> Path:
        manifest = self.manifest
        lexicon = manifest["lexicon"][0]
        if kind == "pointer":
            return self.pointer
        if kind == "lexicon blocks":
            return self.dist / block_file(lexicon["pack"])
        if kind == "word shard":
            return self.dist / pack_file(lexicon["pack"], 0)
        if kind == "document directory":
            return self.dist / block_file(manifest["documents"]["pack"])
        if kind == "documents":
            (part, *_) = decode_directory(self.file("document directory").read_bytes())
            return self.dist / block_file(part.pack)
        if kind == "vector directory":
            return self.dist / block_file(manifest["vectors"]["pack"])
        if kind.startswith("vector "):
            directory = VectorDirectory.from_bytes(
                self.file("vector directory").read_bytes(), manifest["vectors"]["dimensions"]
            )
            rows = [rows.pack for rows in directory.rows]
            packs = {"vector shard": directory.packs, "vector rows": rows, "vector words": directory.words.packs}
            return self.dist / block_file(packs[kind][0])
        return self.folder / kind


KINDS = (
    "pointer",
    "manifest.json",
    "lexicon blocks",
    "word shard",
    "document directory",
    "documents",
    "vector directory",
    "vector shard",
    "vector rows",
    "vector words",
    "posts.json",
    "media.json",
    "report.json",
    "search.db",
    "SHA256SUMS",
)


@pytest.fixture
def artifacts(dist: Path) -> Artifacts:
    return Artifacts(dist)


@pytest.fixture
def verify(run: Run, dist: Path) -> Callable[[], list[dict[str, Any]]]:
    """Verify; the findings. The exit code says whether there are any."""

    def findings() -> list[dict[str, Any]]:
        result = run("verify", dist, "--json")
        answer = json.loads(result.stdout)
        assert result.exit_code == (4 if answer["findings"] else 0), result.output
        assert answer["whole"] == (not answer["findings"])
        found: list[dict[str, Any]] = answer["findings"]
        return found

    return findings


def test_a_built_site_is_whole(run: Run, dist: Path, verify: Callable[[], list[dict[str, Any]]]) -> None:
    assert verify() == []
    result = run("verify", dist)
    assert "Whole" in result.stdout
    assert run("verify", dist, "--quiet").output == ""


@pytest.mark.parametrize("kind", KINDS)
def test_a_missing_file_is_found(
    artifacts: Artifacts, verify: Callable[[], list[dict[str, Any]]], kind: str, run: Run
) -> None:
    path = artifacts.file(kind)
    path.unlink()
    if kind == "pointer":
        assert run("verify", artifacts.dist).exit_code == 1
        assert run("verify", artifacts.dist, "--site", "site").exit_code == 1
    else:
        names = [finding["path"] for finding in verify() if finding["code"] == "missing"]
        assert path.relative_to(artifacts.dist).as_posix() in names


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("damage", ["empty", "half", "not json", "other json", "a list"])
def test_a_broken_file_is_found(
    artifacts: Artifacts, verify: Callable[[], list[dict[str, Any]]], kind: str, damage: str
) -> None:
    path = artifacts.file(kind)
    data = path.read_bytes()
    broken = {
        "empty": b"",
        "half": data[: len(data) // 2],
        "not json": b"\xff" + data,
        "other json": b'{"format":1}',
        "a list": b"[[0]]",
    }
    path.write_bytes(broken[damage])
    findings = verify()
    assert path.relative_to(artifacts.dist).as_posix() in {finding["path"] for finding in findings}


@pytest.mark.parametrize("kind", KINDS)
def test_one_letter_that_differs_is_found(
    artifacts: Artifacts, verify: Callable[[], list[dict[str, Any]]], kind: str
) -> None:
    path = artifacts.file(kind)
    data = bytearray(path.read_bytes())
    letters = [place for place, byte in enumerate(data) if chr(byte).isalnum() and byte < 0x80]
    for place in letters[:: max(1, len(letters) // 12)]:
        changed = bytearray(data)
        changed[place] ^= 1
        path.write_bytes(changed)
        assert verify(), f"a flipped bit at {place} of {kind} went unseen"


def test_the_database_must_say_what_the_shards_say(
    artifacts: Artifacts, verify: Callable[[], list[dict[str, Any]]]
) -> None:
    path = artifacts.file("search.db")
    whole = path.read_bytes()
    for change in (
        "UPDATE documents SET title = 'Other' WHERE id = 1",
        "UPDATE sections SET text = 'other' WHERE id = 1",
        "UPDATE terms SET postings = x'11' WHERE term = (SELECT min(term) FROM terms)",
        "UPDATE words SET count = count + 1 WHERE word = (SELECT min(word) FROM words)",
        "DELETE FROM words WHERE word = (SELECT min(word) FROM words)",
        "DELETE FROM section_vectors WHERE section_id = 0",
        "UPDATE settings SET value = 'x' WHERE key = 'manifest'",
        "UPDATE front_matter SET json = '{' WHERE document_id = 0",
        "UPDATE documents SET word_count = 7 WHERE id = 0",
        "DELETE FROM related WHERE document_id = 0",
        "UPDATE media SET alt = 'other'",
        "PRAGMA user_version = 9",
        "PRAGMA application_id = 9",
        "PRAGMA foreign_keys = OFF; UPDATE sections SET document_id = 99 WHERE id = 1",
    ):
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(change)
        assert verify(), change
        path.write_bytes(whole)
    assert verify() == []


def test_a_page_of_the_database_that_is_overwritten_is_found(
    artifacts: Artifacts, verify: Callable[[], list[dict[str, Any]]]
) -> None:
    path = artifacts.file("search.db")
    whole = path.read_bytes()
    for page in range(0, len(whole) // 4096, 7):
        path.write_bytes(whole[: page * 4096] + bytes(4096) + whole[(page + 1) * 4096 :])
        assert verify(), page


def rewrite_manifest(artifacts: Artifacts, change: Callable[[dict[str, Any]], None], *, name_it: bool) -> None:
    """Change the manifest; with `name_it`, under the name that its content then has, as a forger would."""
    manifest = json.loads(artifacts.file("manifest.json").read_bytes())
    change(manifest)
    if name_it:
        manifest = finish_manifest(manifest)
        target = artifacts.folder.with_name(manifest["revision"])
        artifacts.folder.rename(target)
        artifacts.folder = target
        pointer = json.loads(artifacts.pointer.read_bytes())
        pointer |= {
            "revision": manifest["revision"],
            "manifest": f"site/revisions/{manifest['revision']}/manifest.json",
        }
        artifacts.pointer.write_bytes(to_json(pointer))
    (artifacts.folder / "manifest.json").write_bytes(to_json(manifest))


@pytest.mark.parametrize("name_it", [False, True])
@pytest.mark.parametrize(
    "change",
    [
        lambda manifest: manifest["counts"].update(documents=99),
        lambda manifest: manifest["counts"].update(terms=1),
        lambda manifest: manifest["counts"].update(postings=1),
        lambda manifest: manifest["lexicon"].clear(),
        lambda manifest: manifest["lexicon"][0]["terms"].__setitem__(0, "zzz"),
        lambda manifest: manifest["documents"].update(pack="0" * 16),
        lambda manifest: manifest.update(vectors=None),
        lambda manifest: manifest["vectors"].update(dimensions=64),
        lambda manifest: manifest["vectors"].pop("pack"),
        lambda manifest: manifest.update(format=2),
        lambda manifest: manifest["site"].update(name="other"),
        lambda manifest: manifest["database"].update(url="../../../etc/passwd"),
        lambda manifest: manifest.pop("counts"),
    ],
)
def test_an_edited_manifest_is_found(
    artifacts: Artifacts,
    verify: Callable[[], list[dict[str, Any]]],
    change: Callable[[dict[str, Any]], None],
    name_it: bool,
) -> None:
    rewrite_manifest(artifacts, change, name_it=name_it)
    assert verify()


def test_all_damage_is_listed(artifacts: Artifacts, verify: Callable[[], list[dict[str, Any]]], run: Run) -> None:
    for kind in ("posts.json", "word shard", "vector shard"):
        artifacts.file(kind).write_bytes(b"{}")
    assert len({finding["path"] for finding in verify()}) >= 3
    result = run("verify", artifacts.dist)
    assert "problems in" in result.stdout
    assert "build the site again" in result.stdout


def test_kept_revisions_are_verified_too(run: Run, garden: Path, tmp_path: Path) -> None:
    dist = tmp_path / "out"
    run("build", garden, "--out", dist, "--quiet")
    (garden / "index.md").write_text("# Changed\n\nAnew.\n")
    run("build", garden, "--out", dist, "--quiet")
    assert run("verify", dist).exit_code == 0
    (old,) = json.loads((dist / "site" / "current.json").read_bytes())["history"]
    shutil.rmtree(dist / "site" / "revisions" / old)
    result = run("verify", dist)
    assert result.exit_code == 4
    assert old in result.stdout
