"""Trees: read whole or one level, and made from another tree with changes."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from typing import Any

from starlette.responses import Response

from tests.standins.github_api.calls import JSON, REPOSITORY, ApiRoute, Call, not_found, reply
from tests.standins.github_api.routes_refs import refuse_when_empty
from tests.standins.github_api.tree_changes import change_tree


class _Cache:
    """The latest answers: a tree of 10,000 files is two megabytes of JSON, and never changes."""

    def __init__(self, most: int) -> None:
        self._kept: OrderedDict[object, bytes] = OrderedDict()
        self._most = most
        self._lock = threading.Lock()

    def get(self, key: object) -> bytes | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: object, value: bytes) -> None:
        with self._lock:
            self._kept[key] = value
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


_answers = _Cache(64)


def get_tree(call: Call) -> Response:
    refuse_when_empty(call.repository)
    # GitHub echoes what the name leads to: for a branch or a commit that is the commit's sha, not the tree's.
    name = call.params["tree"]
    sha = call.repository.find_commit(name) or call.repository.find_tree(name)
    if sha is None:
        raise not_found()
    # Every value of `recursive` counts, `0` and `false` as well.
    recursive = "recursive" in call.query
    limits = call.hub.limits
    key = (call.repository_url, call.repository.path, sha, recursive, limits.tree_entries, limits.tree_bytes)
    body = _answers.get(key)
    if body is None:
        body = json.dumps(_describe_tree(call, sha, recursive=recursive), separators=(",", ":")).encode()
        _answers.put(key, body)
    return Response(body, media_type=JSON)


def create_tree(call: Call) -> Response:
    (changes,) = call.require(tree=list)
    refuse_when_empty(call.repository)
    sha = change_tree(call.repository, call.given.get("base_tree"), changes)
    described = _describe_tree(call, sha, recursive=False)
    return reply(described, 201, {"location": described["url"]})


def _describe_tree(call: Call, sha: str, *, recursive: bool) -> dict[str, Any]:
    entries: list[dict[str, Any]] = []
    truncated, size = False, 0
    options = ["-r", "-t"] if recursive else []
    for line in call.repository.git("ls-tree", "-l", "-z", "--full-tree", *options, sha).split(b"\0")[:-1]:
        head, _, path = line.partition(b"\t")
        entry = _describe_entry(call, path.decode("utf-8", "replace"), *head.decode().split())
        size += len(entry["path"]) + 48
        if len(entries) >= call.hub.limits.tree_entries or size > call.hub.limits.tree_bytes:
            truncated = True
            break
        entries.append(entry)
    return {"sha": sha, "url": f"{call.repository_url}/git/trees/{sha}", "tree": entries, "truncated": truncated}


def _describe_entry(call: Call, path: str, mode: str, kind: str, sha: str, size: str) -> dict[str, Any]:
    entry: dict[str, Any] = {"path": path, "mode": mode, "type": kind, "sha": sha}
    if kind == "blob":
        entry["size"] = int(size)
    if kind != "commit":
        entry["url"] = f"{call.repository_url}/git/{kind}s/{sha}"
    return entry


ROUTES = [
    ApiRoute("GET", REPOSITORY + "/git/trees/{tree:path}", get_tree, "rest/git/trees#get-a-tree"),
    ApiRoute("POST", REPOSITORY + "/git/trees", create_tree, "rest/git/trees#create-a-tree"),
]
