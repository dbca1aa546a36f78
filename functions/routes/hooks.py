"""Hooks: a push on GitHub, GitLab, Gitea or Forgejo, and a plain deploy hook for everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.endpoints import Endpoint, answer_json
from functions.failures import Refusal
from functions.incoming import deployment_of, read_body
from functions.routes.submitting import Accepted, Ignored, request_build, submit_all
from shared.domain.hooks import is_signed, read_hook
from shared.domain.secrets import are_equal, derive_secret
from shared.domain.sites import watches
from shared.usecases.manage_sites import read_registry
from shared.usecases.track_jobs import delivery_job_id, new_job_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from functions.endpoints import Handler
    from shared.domain.hooks import Hook, Push
    from shared.domain.jobs import JobRequest
    from shared.domain.repositories import Provider
    from shared.domain.sites import Registry, SiteEntry

__all__ = ["ENDPOINTS"]


async def _github(request: Request) -> Response:
    return await _receive(request, "github")


async def _gitlab(request: Request) -> Response:
    return await _receive(request, "gitlab")


async def _gitea(request: Request) -> Response:
    return await _receive(request, "gitea")


async def _deploy(request: Request) -> Response:
    """Whoever knows the address may build the site's branch; who says `Idempotency-Key` twice starts it once."""
    deployment = deployment_of(request)
    await read_body(request, deployment.settings.max_body_bytes)
    master = deployment.settings.need_secret()
    token = str(request.path_params["token"])
    found = None
    for entry in (await read_registry(deployment.private)).sites.values():  # all of them: the time tells nothing
        if are_equal(token, derive_secret(master, "deploy", entry.name, entry.secret_version)):
            found = entry
    if found is None:
        raise Refusal(404, "unknown-hook", "no site has this deploy hook")
    key = request.headers.get("idempotency-key", "")
    job_id = delivery_job_id("deploy", key, found.name) if key else new_job_id(found.name, deployment.new_id())
    note = "the deploy hook was called"
    wanted = request_build(found, job_id=job_id, trigger="deploy-hook", ref=found.branch, note=note)
    return await submit_all([wanted], deployment)


async def _receive(request: Request, provider: Provider) -> Response:
    deployment = deployment_of(request)
    body = await read_body(request, deployment.settings.max_body_bytes)
    hook = read_hook(provider, request.headers, body)
    registry = await read_registry(deployment.private)
    entries = _verify(request, hook, body, registry, deployment.settings.need_secret())
    if hook.push is None:
        return answer_json(Ignored(reason=hook.ignored))
    wanted, reasons = [], []
    for entry in entries:
        if reason := _why_not(entry, hook.push):
            reasons.append(f"{entry.name}: {reason}")
        else:
            wanted.append(_request_of_push(entry, hook.push))
    if not wanted:
        return answer_json(Ignored(reason="; ".join(reasons)))
    return await submit_all(wanted, deployment)


def _verify(request: Request, hook: Hook, body: bytes, registry: Registry, master: str) -> Sequence[SiteEntry]:
    """The sites of the repository that the delivery is signed for. One signature serves all that share it.

    Raises:
        Refusal: no site has this repository, or the signature is of none of them.
    """
    candidates = [
        entry
        for _, entry in sorted(registry.sites.items())
        if entry.provider == hook.provider and entry.repository.lower() == hook.repository.lower()
    ]
    secrets = [derive_secret(master, "webhook", entry.name, entry.secret_version) for entry in candidates]
    # Of an unknown repository a signature is verified as well, so that the answer takes as long.
    signed = [is_signed(hook.provider, request.headers, body, secret) for secret in secrets or [master]]
    if not candidates:
        raise Refusal(404, "unknown-repository", "no site is built from this repository")
    signers = {entry.origin.key for entry, good in zip(candidates, signed, strict=True) if good}
    if not signers:
        raise Refusal(401, "bad-signature", "the signature is wrong: the hook has another secret than the site")
    return [entry for entry in candidates if entry.origin.key in signers]


def _why_not(entry: SiteEntry, push: Push) -> str:
    """Why the push does not concern the site; empty if it does."""
    branch = entry.branch or push.default_branch
    if push.branch != branch:
        return f"it is built from {branch or 'the default branch'}, not from {push.branch}"
    if entry.watch and push.paths is not None and not watches(entry.watch, push.paths):
        return "the push touches none of its files"
    return ""


def _request_of_push(entry: SiteEntry, push: Push) -> JobRequest:
    # GitHub is asked for the branch's newest commit when the build starts, so that pushes that wait become one build.
    # An archive's address names a commit: there, the newest push of the branch stands for those that wait.
    ref, follows = (push.branch, "") if entry.provider == "github" else (push.after, push.branch)
    note = f"{push.pusher or 'somebody'} pushed {push.after[:12]} to {push.branch} of {push.repository}"
    job_id = delivery_job_id(entry.provider, push.delivery, entry.name)
    return request_build(entry, job_id=job_id, trigger="push", ref=ref, follows=follows, note=note)


def _hook(provider: str, handler: Handler, service: str) -> Endpoint:
    return Endpoint(
        "POST",
        f"/hooks/{provider}",
        handler,
        f"A push, as {service} tells of it",
        access="signed",
        body="application/json",
        answers={200: Ignored, 202: Accepted},
        refuses=(400, 401, 404, 413),
    )


ENDPOINTS = (
    _hook("github", _github, "GitHub"),
    _hook("gitlab", _gitlab, "GitLab"),
    _hook("gitea", _gitea, "Gitea or Forgejo"),
    Endpoint(
        "POST",
        "/hooks/deploy/{token}",
        _deploy,
        "Build a site: the address itself is the secret",
        access="public",
        answers={202: Accepted},
        refuses=(404, 413),
    ),
)
