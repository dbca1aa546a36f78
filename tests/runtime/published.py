"""A published site as a visitor gets it over HTTP, written to a folder; and what tells two builds of a site apart."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from shared.domain.encoding import from_json
from shared.domain.index.directory import decode_directory
from shared.domain.public_names import find_public_name
from shared.domain.revision import Pointer, block_file, manifest_name, pack_file, pointer_name, revision_file
from shared.domain.vectors.shards import VectorDirectory
from shared.usecases.checksums import CHECKED_FILES, CHECKSUMS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx

__all__ = ["built_files", "database_rows", "mirror_site", "published_revision"]


def published_revision(client: httpx.Client, site: str) -> str | None:
    """The revision that the pointer leads to, if there is a pointer."""
    answer = client.get(f"/{pointer_name(site)}")
    if answer.status_code == 404:
        return None
    answer.raise_for_status()
    return Pointer.from_bytes(answer.content).revision


def mirror_site(client: httpx.Client, site: str, out: Path) -> str:
    """Download the published revision with all that it refers to; its name. Fails if anything is missing."""
    pointer = Pointer.from_bytes(_fetch(client, pointer_name(site), out))
    revision = pointer.revision
    manifest = from_json(_fetch(client, manifest_name(site, revision), out))
    for name in (CHECKSUMS, *CHECKED_FILES):
        _fetch(client, revision_file(site, revision, name), out)
    for pack in (entry["pack"] for entry in manifest["lexicon"]):
        _fetch_pack(client, pack, out)
    directory = decode_directory(_fetch_pack(client, manifest["documents"]["pack"], out)[-1])
    for part in directory:
        _fetch_pack(client, part.pack, out)
    if manifest["vectors"]:
        data = _fetch_pack(client, manifest["vectors"]["pack"], out)[0]
        for pack in VectorDirectory.from_bytes(data, manifest["vectors"]["dimensions"]).packs_used():
            _fetch_pack(client, pack, out)
    return revision


def _fetch_pack(client: httpx.Client, pack: str, out: Path) -> list[bytes]:
    """All files of a pack, its block file last. How many there are is not said everywhere, so the first that is missing
    ends it.
    """
    files: list[bytes] = []
    while (answer := client.get(f"/{pack_file(pack, len(files))}")).status_code != 404:
        answer.raise_for_status()
        _write(out, pack_file(pack, len(files)), answer.content)
        files.append(answer.content)
    if (answer := client.get(f"/{block_file(pack)}")).status_code != 404:
        answer.raise_for_status()
        _write(out, block_file(pack), answer.content)
        files.append(answer.content)
    assert files, f"pack {pack} is missing"
    return files


def _fetch(client: httpx.Client, name: str, out: Path) -> bytes:
    answer = client.get(f"/{name}")
    assert answer.status_code == 200, f"{name}: {answer.status_code}"
    _write(out, name, answer.content)
    return answer.content


def _write(out: Path, name: str, data: bytes) -> None:
    file = out / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def built_files(out: Path) -> dict[str, bytes]:
    """JSON and block files of a folder's artifacts, by name: the bytes that must not depend on who has built."""
    names = [path.relative_to(out).as_posix() for path in sorted(out.rglob("*")) if path.suffix in {".json", ".bin"}]
    return {name: (out / name).read_bytes() for name in names if find_public_name(name)}


def database_rows(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of a search.db by table, in the order of their keys, and its schema."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)) as connection:
        (state,) = connection.execute("PRAGMA integrity_check").fetchone()
        assert state == "ok"
        return dict(_tables(connection))


def _tables(connection: sqlite3.Connection) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    schema = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
    yield "sqlite_schema", schema
    for name in [name for kind, name, _, _ in schema if kind == "table"]:
        rows = connection.execute(f"SELECT * FROM {name}").fetchall()
        yield name, sorted(rows, key=repr) if name.startswith("sqlite_") else rows
