"""Pushes as GitHub, GitLab, and Gitea or Forgejo tell of them: whose they are, and what they say.

Everything here is hostile until its signature is verified, and a signature can only be verified once the repository is
read, which names the secret. So reading is strict, and what it gives is used for nothing else before.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl

from shared.domain.encoding import from_foreign_json
from shared.domain.secrets import are_equal
from shared.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shared.domain.repositories import Provider

__all__ = ["Hook", "Push", "is_signed", "read_hook"]

_MAX_LISTED_COMMITS: Final = 20
_MAX_LISTED_FILES: Final = 1_000
"""GitHub lists up to 2,048 commits and 3,000 files of each; far below, nothing has been cut."""
_NO_COMMIT: Final = "0" * 40
_MAX_DELIVERY_CHARS: Final = 200
_EVENT_HEADERS: Final[dict[Provider, tuple[str, ...]]] = {
    "github": ("x-github-event",),
    "gitlab": ("x-gitlab-event",),
    "gitea": ("x-gitea-event", "x-forgejo-event", "x-gogs-event"),
}
_DELIVERY_HEADERS: Final[dict[Provider, tuple[str, ...]]] = {
    "github": ("x-github-delivery",),
    "gitlab": ("x-gitlab-event-uuid", "idempotency-key"),
    "gitea": ("x-gitea-delivery", "x-forgejo-delivery", "x-gogs-delivery"),
}
_PUSH_EVENTS: Final[dict[Provider, str]] = {"github": "push", "gitlab": "push hook", "gitea": "push"}


@dataclass(frozen=True, slots=True)
class Push:
    """`paths`: what it changed, None when the list may be cut or misleading. `after`: the branch's new commit."""

    repository: str
    branch: str
    default_branch: str
    after: str
    deleted: bool
    forced: bool | None
    paths: tuple[str, ...] | None
    pusher: str
    delivery: str


@dataclass(frozen=True, slots=True)
class Hook:
    """A delivery. `push` is None for what needs no build; `ignored` tells why."""

    provider: Provider
    repository: str
    delivery: str
    push: Push | None
    ignored: str


def is_signed(provider: Provider, headers: Mapping[str, str], body: bytes, secret: str) -> bool:
    """Whether the delivery was made by one who knows the secret. Names of `headers` are in lower case."""
    if provider == "gitlab":
        return are_equal(headers.get("x-gitlab-token", ""), secret)
    digest = hmac.new(secret.encode(), body, sha256).hexdigest()
    if provider == "github":
        return are_equal(headers.get("x-hub-signature-256", ""), f"sha256={digest}")
    given = headers.get("x-gitea-signature") or headers.get("x-forgejo-signature") or ""
    return are_equal(given, digest)


def read_hook(provider: Provider, headers: Mapping[str, str], body: bytes) -> Hook:
    """Raises `InputError` (`malformed`) for a body that no such service sends."""
    payload = _read_payload(headers, body)
    project = _mapping(payload, "project" if provider == "gitlab" else "repository")
    repository = _text(project, "path_with_namespace" if provider == "gitlab" else "full_name")
    delivery = _first(headers, _DELIVERY_HEADERS[provider])[:_MAX_DELIVERY_CHARS] or sha256(body).hexdigest()
    event = _first(headers, _EVENT_HEADERS[provider]).lower()
    push, ignored = None, ""
    if event != _PUSH_EVENTS[provider]:
        ignored = "ping" if event == "ping" else "not a push"
    elif not _text(payload, "ref").startswith("refs/heads/"):
        ignored = "not a push to a branch"
    else:
        push = _read_push(provider, payload, project, repository, delivery)
        if push.deleted:
            push, ignored = None, "the branch was deleted"
    return Hook(provider, repository, delivery, push, ignored)


def _read_payload(headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
    """A JSON object, which GitHub can also send as the field `payload` of a form."""
    try:
        text = body.decode("utf-8")
        if headers.get("content-type", "").partition(";")[0].strip().lower() == "application/x-www-form-urlencoded":
            text = dict(parse_qsl(text, max_num_fields=10)).get("payload", "")
        payload = from_foreign_json(text)
    except ValueError:
        raise _malformed("it is no JSON") from None
    if not isinstance(payload, dict):
        raise _malformed("it is no JSON object")
    return payload


def _read_push(
    provider: Provider, payload: dict[str, Any], project: dict[str, Any], repository: str, delivery: str
) -> Push:
    after = _text(payload, "after")
    forced = payload.get("forced")
    return Push(
        repository=repository,
        branch=_text(payload, "ref").removeprefix("refs/heads/"),
        default_branch=str(project.get("default_branch") or ""),
        after=after,
        deleted=payload.get("deleted") is True or after.strip("0") == "",
        forced=forced if isinstance(forced, bool) else None,
        paths=_read_paths(payload) if provider == "github" else None,
        pusher=_read_pusher(payload),
        delivery=delivery,
    )


def _read_paths(payload: dict[str, Any]) -> tuple[str, ...] | None:
    """The paths of all commits, if the payload certainly lists all that differs between `before` and `after`.

    That only GitHub lets one know: GitLab and Gitea do not say whether a push was forced, and what a forced push has
    taken away is in no list.
    """
    commits = payload.get("commits")
    before = payload.get("before")
    if payload.get("forced") is not False or payload.get("created") is not False or before in {None, _NO_COMMIT}:
        return None
    if not isinstance(commits, list) or not 0 < len(commits) < _MAX_LISTED_COMMITS:
        return None
    paths: set[str] = set()
    for commit in commits:
        lists = [commit.get(kind) for kind in ("added", "removed", "modified")] if isinstance(commit, dict) else [None]
        if not all(isinstance(names, list) and all(isinstance(name, str) for name in names) for names in lists):
            return None
        found = [name for names in lists for name in names or ()]
        if not found or len(found) >= _MAX_LISTED_FILES:  # a merge may list nothing of what it brings
            return None
        paths.update(found)
    last = commits[-1]
    return tuple(sorted(paths)) if last.get("id") == payload.get("after") else None


def _read_pusher(payload: dict[str, Any]) -> str:
    names: list[object] = [payload.get("user_username"), payload.get("user_name")]
    for person in ("pusher", "sender"):
        fields = payload.get(person)
        if isinstance(fields, dict):
            names += [fields.get(key) for key in ("name", "login", "username")]
    return next((name[:100] for name in names if isinstance(name, str) and name), "")


def _mapping(payload: dict[str, Any], key: str) -> dict[str, Any]:
    value = payload.get(key)
    if not isinstance(value, dict):
        raise _malformed(f"it has no {key}")
    return value


def _text(payload: dict[str, Any], key: str) -> str:
    value = payload.get(key)
    if not isinstance(value, str) or not 0 < len(value) <= 500:
        raise _malformed(f"it has no {key}")
    return value


def _first(headers: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((headers[name] for name in names if headers.get(name)), "")


def _malformed(why: str) -> InputError:
    return InputError(f"the hook's body cannot be read: {why}", code="malformed")
