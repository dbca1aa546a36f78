"""Names of artifacts, and the pointer to the published revision. Contract: docs/format.md."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from shared.domain.encoding import from_json, to_json
from shared.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = [
    "FORMAT",
    "Pointer",
    "block_file",
    "finish_manifest",
    "manifest_name",
    "pack_file",
    "pack_name",
    "pack_objects",
    "pointer_name",
    "revision_file",
    "revision_of",
]

FORMAT = 1
"""Version of the artifacts' contract."""


def pack_name(files: Iterable[bytes]) -> str:
    """The name of a pack: 16 hexadecimal digits of a SHA-256 over its files' SHA-256 digests, its block file last."""
    return sha256(b"".join(sha256(file).digest() for file in files)).hexdigest()[:16]


def pack_file(pack: str, number: int) -> str:
    return f"objects/{pack[:2]}/{pack}-{number}.json"


def block_file(pack: str) -> str:
    return f"objects/{pack[:2]}/{pack}.bin"


def pack_objects(pack: str, files: Sequence[bytes], blocks: bytes = b"") -> dict[str, bytes]:
    """Object name -> bytes of a pack's files; `blocks` is its block file, if it has one."""
    objects = {pack_file(pack, number): data for number, data in enumerate(files)}
    return {**objects, block_file(pack): blocks} if blocks else objects


def pointer_name(site: str) -> str:
    return f"{site}/current.json"


def revision_file(site: str, revision: str, name: str) -> str:
    return f"{site}/revisions/{revision}/{name}"


def manifest_name(site: str, revision: str) -> str:
    return revision_file(site, revision, "manifest.json")


def revision_of(manifest: Mapping[str, Any]) -> str:
    """A revision's name: 16 hexadecimal digits of the SHA-256 of its manifest without that name."""
    return sha256(to_json({**manifest, "revision": ""})).hexdigest()[:16]


def finish_manifest(manifest: Mapping[str, Any]) -> dict[str, Any]:
    return {**manifest, "revision": revision_of(manifest)}


@dataclass(frozen=True, slots=True)
class Pointer:
    """`current.json`: the published revision, and those before it that are kept, newest first.

    `content` is the manifest itself: a browser that has the pointer need not ask for it.
    """

    revision: str
    manifest: str
    history: tuple[str, ...]
    published_at: str | None
    content: Mapping[str, Any]

    @classmethod
    def to(cls, manifest: Mapping[str, Any], history: Iterable[str] = ()) -> Pointer:
        """The pointer to a manifest's revision."""
        site, revision = manifest["site"]["name"], manifest["revision"]
        published_at = manifest["source"]["committed_at"]
        return cls(revision, manifest_name(site, revision), tuple(history), published_at, manifest)

    def to_bytes(self) -> bytes:
        return to_json(
            {
                "format": FORMAT,
                "revision": self.revision,
                "manifest": self.manifest,
                "history": list(self.history),
                "published_at": self.published_at,
                "content": self.content,
            }
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Pointer:
        """Raises `InputError` for another format or a broken file."""
        try:
            fields = from_json(data)
            found = fields.pop("format")
            if found == FORMAT:
                pointer = cls(**{**fields, "history": tuple(fields["history"])})
                "".join((pointer.revision, pointer.manifest, *pointer.history))  # a TypeError, if one is no string
                pointer.content["revision"]
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise InputError("current.json is damaged; build the site again", code="bad-pointer") from error
        if found != FORMAT:
            raise InputError(f"current.json has format {found}; this program reads format {FORMAT}", code="bad-format")
        return pointer
