"""Files and folders by path: read as JSON or raw, written and deleted one at a time."""

from __future__ import annotations

import base64
import binascii
import posixpath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.responses import Response

from tests.standins.github_api.calls import REPOSITORY, ApiError, ApiRoute, Call, not_found, reply, unprocessable
from tests.standins.github_api.commit_documents import describe_git_commit, read_commit
from tests.standins.github_api.git_objects import TREE_MODE, TreeEntry, parse_tree
from tests.standins.github_api.routes_blobs import encode_lines, refuse_when_large, reply_raw
from tests.standins.github_api.routes_commits import write_commit
from tests.standins.github_api.routes_refs import NO_SHA, move_ref
from tests.standins.github_api.tree_changes import EMPTY_TREE, change_tree

if TYPE_CHECKING:
    from tests.standins.github_api.repositories import Repository

RAW_PATH = "/raw"
_TYPES = {TREE_MODE: "dir", "120000": "symlink", "160000": "submodule"}


def get_contents(call: Call) -> Response | dict[str, Any] | list[Any]:
    ref, path = call.query.get("ref") or call.repository.default_branch, call.params.get("path", "").strip("/")
    if call.repository.is_empty:
        raise not_found("This repository is empty.")
    commit = call.repository.find_commit(ref)
    if commit is None:
        raise not_found(f"No commit found for the ref {ref}")
    tree = read_commit(call.repository, commit).tree
    entry = find_entry(call.repository, tree, path) if path else TreeEntry(TREE_MODE, b"", tree)
    if entry is None:
        raise not_found()
    if entry.mode == TREE_MODE:
        return _list_folder(call, ref, path, entry.sha)
    if entry.mode == "120000":
        # A link to a file of the same repository is answered with that file.
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), _text(call.repository, entry.sha)))
        pointed = find_entry(call.repository, tree, target)
        entry = pointed if pointed and pointed.mode.startswith("100") else entry
    return _answer_file(call, ref, path, entry)


def get_raw(call: Call) -> Response:
    """What `download_url` leads to: raw.githubusercontent.com in the original. The ref has no slash."""
    commit = call.repository.find_commit(call.params["ref"])
    tree = read_commit(call.repository, commit).tree if commit else None
    entry = find_entry(call.repository, tree, call.params["path"]) if tree else None
    blob = call.repository.read(entry.sha, "blob") if entry else None
    if blob is None:
        return Response("404: Not Found", 404, media_type="text/plain")
    is_text = b"\0" not in blob.content[:8000]
    return Response(blob.content, media_type="text/plain; charset=utf-8" if is_text else "application/octet-stream")


def put_contents(call: Call) -> Response:
    (content,) = call.require(content=str)
    try:
        raw = base64.b64decode("".join(content.split()), validate=True)
    except binascii.Error:
        raise unprocessable("content is not valid Base64") from None
    sha = call.repository.writer.write("blob", raw)
    mode = "100644"
    return _commit_change(call, {"path": call.params["path"], "mode": mode, "type": "blob", "sha": sha})


def delete_contents(call: Call) -> Response:
    call.require(sha=str)
    return _commit_change(call, {"path": call.params["path"], "mode": "100644", "type": "blob", "sha": None})


def find_entry(repository: Repository, tree: str, path: str) -> TreeEntry | None:
    """The entry that `path` names below the tree of that sha; None when there is none."""
    found = TreeEntry(TREE_MODE, b"", tree)
    for name in path.encode().split(b"/"):
        stored = repository.read(found.sha, "tree") if found.mode == TREE_MODE else None
        named = [entry for entry in parse_tree(stored.content) if entry.name == name] if stored else []
        if not named:
            return None
        found = named[0]
    return found


def _commit_change(call: Call, change: dict[str, Any]) -> Response:
    """Commit `change` of a tree onto the branch, if the file still is the one whose sha was given."""
    (message,) = call.require(message=str)
    repository, path = call.repository, call.params["path"]
    branch = call.given.get("branch") or repository.default_branch
    with repository.ref_lock:
        before = repository.find_ref(f"refs/heads/{branch}")
        if before is None and not repository.is_empty:
            raise not_found(f"Branch {branch} not found")
        tree = read_commit(repository, before[0]).tree if before else EMPTY_TREE
        _refuse_outdated(call, find_entry(repository, tree, path))
        made = change_tree(repository, tree if before else None, [change])
        sha = write_commit(call, message, made, [before[0]] if before else [])
        move_ref(call, f"refs/heads/{branch}", before[0] if before else NO_SHA, sha)
    entry = find_entry(repository, made, path)
    body = {
        "content": _describe_entry(call, branch, path, entry) if entry else None,
        "commit": describe_git_commit(call.hub, repository, read_commit(repository, sha)),
    }
    is_new = entry is not None and "sha" not in call.given
    return reply(body, 201 if is_new else 200)


def _refuse_outdated(call: Call, entry: TreeEntry | None) -> None:
    given = call.given.get("sha")
    if entry is None and call.method == "DELETE":
        raise not_found()
    if entry is not None and given is None:
        raise unprocessable('Invalid request.\n\n"sha" wasn\'t supplied.')
    if entry is not None and entry.sha != given:
        raise ApiError(409, f"{call.params['path']} does not match {given}")


def _list_folder(call: Call, ref: str, path: str, sha: str) -> list[Any] | dict[str, Any]:
    stored = call.repository.read(sha, "tree")
    assert stored
    entries = parse_tree(stored.content)[: call.hub.limits.directory_entries]
    below = f"{path}/" if path else ""
    listed = [_describe_entry(call, ref, below + entry.name.decode("utf-8", "replace"), entry) for entry in entries]
    if call.media == "object":
        itself = _describe_entry(call, ref, path, TreeEntry(TREE_MODE, b"", sha))
        return {**itself, "entries": listed}
    # Submodules are listed as files: GitHub keeps this for old clients.
    return [{**each, "type": "file"} if each["type"] == "submodule" else each for each in listed]


def _answer_file(call: Call, ref: str, path: str, entry: TreeEntry) -> Response | dict[str, Any]:
    described = _describe_entry(call, ref, path, entry)
    if described["type"] == "submodule":
        return {**described, "submodule_git_url": None}
    blob = call.repository.read(entry.sha, "blob")
    assert blob
    refuse_when_large(call, blob)
    if call.media == "raw":
        return reply_raw(blob.content)
    if described["type"] == "symlink":
        return {**described, "target": blob.content.decode("utf-8", "replace")}
    if blob.size > call.hub.limits.content_bytes:
        return {**described, "content": "", "encoding": "none"}
    return {**described, "content": encode_lines(blob.content), "encoding": "base64"}


def _describe_entry(call: Call, ref: str, path: str, entry: TreeEntry) -> dict[str, Any]:
    kind = _TYPES.get(entry.mode, "file")
    size = call.repository.objects.describe(entry.sha) if kind in {"file", "symlink"} else None
    page, quoted = f"{call.hub.html_url}/{call.repository.full_name}", quote(path)
    url = f"{call.repository_url}/contents/{quoted}?ref={quote(ref, safe='')}"
    git_url = f"{call.repository_url}/git/{'trees' if kind in {'dir', 'submodule'} else 'blobs'}/{entry.sha}"
    html_url = f"{page}/{'tree' if kind == 'dir' else 'blob'}/{ref}/{quoted}"
    raw_url = f"{call.hub.api_url}{RAW_PATH}/{call.repository.full_name}/{quote(ref)}/{quoted}"
    return {
        "name": posixpath.basename(path),
        "path": path,
        "sha": entry.sha,
        "size": size[2] if size else 0,
        "url": url,
        "html_url": html_url,
        "git_url": git_url,
        "download_url": raw_url if kind in {"file", "symlink"} else None,
        "type": kind,
        "_links": {"self": url, "git": git_url, "html": html_url},
    }


def _text(repository: Repository, sha: str) -> str:
    stored = repository.read(sha, "blob")
    return stored.content.decode("utf-8", "replace") if stored else ""


_PAGE = "rest/repos/contents"
_PATH = REPOSITORY + "/contents/{path:path}"
ROUTES = [
    ApiRoute("GET", REPOSITORY + "/contents", get_contents, f"{_PAGE}#get-repository-content"),
    ApiRoute("GET", _PATH, get_contents, f"{_PAGE}#get-repository-content"),
    ApiRoute("PUT", _PATH, put_contents, f"{_PAGE}#create-or-update-file-contents"),
    ApiRoute("DELETE", _PATH, delete_contents, f"{_PAGE}#delete-a-file"),
    ApiRoute("GET", RAW_PATH + "/{owner}/{repo}/{ref}/{path:path}", get_raw),
]
