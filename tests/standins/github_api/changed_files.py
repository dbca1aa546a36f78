"""The files that differ between two trees, as the API lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.standins.github_api.hub import Hub
    from tests.standins.github_api.repositories import Repository

_STATUSES = {"A": "added", "M": "modified", "D": "removed", "R": "renamed", "C": "copied", "T": "changed"}
_MOST_PATCH_BYTES = 100_000
"""GitHub leaves out patches that are too large, as those of binary files; its measure is not documented."""


class _Change(NamedTuple):
    status: str
    path: str
    previous: str | None
    sha: str


def list_changes(hub: Hub, repository: Repository, base: str, head: str, *, most: int) -> list[dict[str, Any]]:
    """At most `most` changes from the tree or commit `base` to the commit `head`, ordered by path."""
    options = ("-r", "-M", "--no-commit-id", base, head)
    changes = list(_parse_raw(repository.git("diff-tree", "--raw", "--abbrev=40", "-z", *options)))[:most]
    if not changes:
        return []
    counts = list(_parse_counts(repository.git("diff-tree", "--numstat", "-z", *options)))
    patches = _patches(repository.git("diff-tree", "--patch", *options), changes)
    return [
        _describe_change(hub, repository, change, base if change.status == "D" else head, *added_and_deleted, patch)
        for change, added_and_deleted, patch in zip(changes, counts, patches, strict=False)
    ]


def count_changes(changes: Sequence[dict[str, Any]]) -> dict[str, int]:
    additions, deletions = (sum(each[name] for each in changes) for name in ("additions", "deletions"))
    return {"total": additions + deletions, "additions": additions, "deletions": deletions}


def _describe_change(
    hub: Hub, repository: Repository, change: _Change, commit: str, added: int, deleted: int, patch: str | None
) -> dict[str, Any]:
    page, path = f"{hub.html_url}/{repository.full_name}", quote(change.path)
    described = {
        "sha": change.sha,
        "filename": change.path,
        "status": _STATUSES[change.status],
        "additions": added,
        "deletions": deleted,
        "changes": added + deleted,
        "blob_url": f"{page}/blob/{commit}/{path}",
        "raw_url": f"{page}/raw/{commit}/{path}",
        "contents_url": f"{hub.api_url}/repos/{repository.full_name}/contents/{path}?ref={commit}",
    }
    if patch is not None:
        described["patch"] = patch
    if change.previous is not None:
        described["previous_filename"] = change.previous
    return described


def _parse_raw(output: bytes) -> Iterator[_Change]:
    """`:mode mode sha sha status NUL path NUL`, and a second path for renames."""
    fields = iter(output.decode("utf-8", "replace").split("\0"))
    for head in fields:
        if not head:
            return
        _, _, before, after, status = head.split(" ")
        first = next(fields)
        moved = status[0] in "RC"
        path = next(fields) if moved else first
        yield _Change(status[0], path, first if moved else None, before if status == "D" else after)


def _parse_counts(output: bytes) -> Iterator[tuple[int, int]]:
    """`added TAB deleted TAB path NUL`; for renames the path is empty and two follow; `-` for binary files."""
    fields = iter(output.split(b"\0"))
    for head in fields:
        if not head:
            return
        added, deleted, path = head.split(b"\t", 2)
        if not path:
            next(fields)
            next(fields)
        yield (0, 0) if added == b"-" else (int(added), int(deleted))


def _patches(output: bytes, changes: Sequence[_Change]) -> Iterator[str | None]:
    """The hunks of each change. Git writes two patches for a change of type, such as from file to link."""
    parts = iter(b"".join((b"\n", output)).split(b"\ndiff --git ")[1:])
    for change in changes:
        part = b"\n" + next(parts, b"")
        if change.status == "T":
            next(parts, None)
        start = part.find(b"\n@@ ")
        hunks = part[start + 1 :].rstrip(b"\n")
        yield None if start < 0 or len(hunks) > _MOST_PATCH_BYTES else hunks.decode("utf-8", "replace")
