from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.encoding import to_json
from shared.domain.revision import (
    Pointer,
    finish_manifest,
    manifest_name,
    pack_file,
    pack_name,
    pack_objects,
    pointer_name,
    revision_file,
    revision_of,
)
from shared.errors import InputError

MANIFEST = {"revision": "new", "site": {"name": "docs"}, "source": {"committed_at": "2026-11-22T10:00:00Z"}}
POINTER = Pointer.to(MANIFEST, ("old", "older"))


def test_a_pack_is_named_by_its_files_digests() -> None:
    digests = sha256(b"one").digest() + sha256(b"two").digest()
    assert pack_name([b"one", b"two"]) == sha256(digests).hexdigest()[:16]


@given(st.lists(st.binary(max_size=4), max_size=4), st.lists(st.binary(max_size=4), max_size=4))
def test_different_packs_have_different_names(one: list[bytes], other: list[bytes]) -> None:
    assert (pack_name(one) == pack_name(other)) == (one == other)


def test_files_of_a_pack_lie_in_the_folder_of_its_first_two_digits() -> None:
    name = pack_name([b"one", b"two"])
    assert pack_objects(name, [b"one", b"two"]) == {
        f"objects/{name[:2]}/{name}-0.json": b"one",
        f"objects/{name[:2]}/{name}-1.json": b"two",
    }
    assert pack_file("0123456789abcdef", 7) == "objects/01/0123456789abcdef-7.json"


def test_a_block_file_is_the_last_of_its_pack() -> None:
    name = pack_name([b"one", b"blocks"])
    assert pack_objects(name, [b"one"], b"blocks") == {
        f"objects/{name[:2]}/{name}-0.json": b"one",
        f"objects/{name[:2]}/{name}.bin": b"blocks",
    }


def test_names_are_those_of_the_format() -> None:
    assert pointer_name("docs") == "docs/current.json"
    assert manifest_name("docs", "0a") == "docs/revisions/0a/manifest.json"
    assert revision_file("docs", "0a", "search.db") == "docs/revisions/0a/search.db"


def test_a_revision_is_named_by_its_manifest_without_that_name() -> None:
    manifest = {"format": 1, "revision": "", "counts": {"documents": 1}}
    finished = finish_manifest(manifest)
    assert finished["revision"] == sha256(to_json(manifest)).hexdigest()[:16]
    assert revision_of(finished) == finished["revision"]
    assert finish_manifest(finished) == finished
    assert list(finished) == list(manifest)


def test_a_pointer_round_trips_in_the_order_of_the_format() -> None:
    assert Pointer.from_bytes(POINTER.to_bytes()) == POINTER
    assert POINTER.to_bytes() == (
        b'{"format":1,"revision":"new","manifest":"docs/revisions/new/manifest.json",'
        b'"history":["old","older"],"published_at":"2026-11-22T10:00:00Z",'
        b'"content":{"revision":"new","site":{"name":"docs"},"source":{"committed_at":"2026-11-22T10:00:00Z"}}}'
    )


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"null", b"[]", b"5", b'"text"', b"{}", b"\xff", b'{"format":1}',
        POINTER.to_bytes().replace(b'"history"', b'"hist"'), POINTER.to_bytes().replace(b'["old","older"]', b"5"),
        POINTER.to_bytes().replace(b'"revision":"new"', b'"revision":5', 1),
        POINTER.to_bytes().replace(b'"content":{"revision"', b'"content":{"name"'),
        POINTER.to_bytes().replace(b'["old","older"]', b"[1]"),
        POINTER.to_bytes().replace(b'"docs/revisions/new/manifest.json"', b"null"),
    ],
)  # fmt: skip
def test_a_damaged_pointer_is_refused_with_the_way_out(data: bytes) -> None:
    with pytest.raises(InputError, match="build the site again") as caught:
        Pointer.from_bytes(data)
    assert caught.value.code == "bad-pointer"


def test_a_pointer_of_another_format_is_refused_by_number() -> None:
    with pytest.raises(InputError, match="format 2") as caught:
        Pointer.from_bytes(POINTER.to_bytes().replace(b'"format":1', b'"format":2'))
    assert caught.value.code == "bad-format"


def test_a_pointer_of_another_format_with_other_fields_is_refused_by_number() -> None:
    with pytest.raises(InputError, match="format 2"):
        Pointer.from_bytes(b'{"format":2,"root":"elsewhere"}')
