"""The operator's routes: which sites there are, their secrets, builds by hand, and which revision is published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel
from starlette.responses import Response

from functions.endpoints import Endpoint, answer_json
from functions.incoming import check_site, deployment_of, origin_of, read_model, require
from functions.routes.submitting import Accepted, request_build, submit_all
from shared.domain.job_requests import check_ref
from shared.domain.job_views import to_iso
from shared.domain.jobs import SiteName  # noqa: TC001 - pydantic reads it
from shared.domain.secrets import derive_secret
from shared.domain.sites import RevisionName, SiteSettings
from shared.errors import InputError
from shared.usecases.list_revisions import KeptRevision, list_revisions
from shared.usecases.manage_sites import (
    find_site,
    pin_site,
    put_site,
    read_registry,
    remove_site,
    rotate_secrets,
    unpin_site,
)
from shared.usecases.publish_revision import read_pointer, roll_back
from shared.usecases.track_jobs import new_job_id

if TYPE_CHECKING:
    from starlette.requests import Request

    from shared.domain.sites import Registry, SiteEntry

__all__ = ["ENDPOINTS", "Published", "RevisionList", "SiteList", "SiteView", "SiteWithSecrets"]


class _Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", alias_generator=to_camel, populate_by_name=True)


class SiteView(SiteSettings):
    """A registered site. `pinned`: the revision that its pointer is held at."""

    name: SiteName
    secret_version: int
    created_at: str
    pinned: str | None
    page_url: str
    hook_url: str


class SiteWithSecrets(SiteView):
    """With what the hook and the callbacks are signed with, and the address that builds the site."""

    webhook_secret: str
    deploy_url: str
    callback_secret: str


class SiteList(_Wire):
    sites: list[SiteView]


class BuildOrder(_Wire):
    """`ref`: a branch or commit instead of the site's branch."""

    ref: Annotated[str, AfterValidator(check_ref)] = ""


class RevisionOrder(_Wire):
    revision: RevisionName


class PinOrder(_Wire):
    """`revision`: publish this one first; without it, what is published stays so."""

    revision: RevisionName | None = None


class Published(_Wire):
    """`changed`: another revision was published before."""

    site: str
    revision: str | None
    changed: bool = False
    pinned: str | None = None


class RevisionList(_Wire):
    """Newest first."""

    site: str
    pinned: str | None
    revisions: list[KeptRevision] = Field(default_factory=list)


async def show_sites(request: Request) -> Response:
    _require(request)
    registry = await read_registry(deployment_of(request).private)
    return answer_json(SiteList(sites=[_view(request, entry, registry) for _, entry in sorted(registry.sites.items())]))


async def show_site(request: Request) -> Response:
    _require(request)
    registry = await read_registry(deployment_of(request).private)
    return answer_json(_view(request, find_site(registry, _name(request)), registry))


async def save_site(request: Request) -> Response:
    _require(request)
    deployment = deployment_of(request)
    settings = await read_model(request, SiteSettings, deployment.settings.max_body_bytes)
    deployment.settings.need_secret()
    entry, is_new = await put_site(_name(request), settings, deployment.private, now=deployment.now())
    return answer_json(await _with_secrets(request, entry), 201 if is_new else 200)


async def delete_site(request: Request) -> Response:
    _require(request)
    await remove_site(_name(request), deployment_of(request).private)
    return Response(status_code=204)


async def rotate(request: Request) -> Response:
    _require(request)
    deployment = deployment_of(request)
    deployment.settings.need_secret()
    entry = await rotate_secrets(_name(request), deployment.private)
    return answer_json(await _with_secrets(request, entry))


async def build(request: Request) -> Response:
    _require(request)
    deployment = deployment_of(request)
    order = await read_model(request, BuildOrder, deployment.settings.max_body_bytes, optional=True)
    entry = find_site(await read_registry(deployment.private), _name(request))
    job_id = new_job_id(entry.name, deployment.new_id())
    ref = order.ref or entry.branch
    wanted = request_build(entry, job_id=job_id, trigger="admin", ref=ref, note="an administrator asked for it")
    return await submit_all([wanted], deployment)


async def roll_back_site(request: Request) -> Response:
    _require(request)
    deployment, site = deployment_of(request), _name(request)
    order = await read_model(request, RevisionOrder, deployment.settings.max_body_bytes)
    await _need_published(site, request)
    changed = await roll_back(site, order.revision, deployment.artifacts)
    pinned = (await read_registry(deployment.private)).pins.get(site)
    if pinned is not None:  # it stays pinned, at what is published now
        await pin_site(site, pinned := order.revision, deployment.private)
    return answer_json(Published(site=site, revision=order.revision, changed=changed, pinned=pinned))


async def pin(request: Request) -> Response:
    _require(request)
    deployment, site = deployment_of(request), _name(request)
    order = await read_model(request, PinOrder, deployment.settings.max_body_bytes, optional=True)
    before = await _need_published(site, request)
    # First the pin: a build that ends meanwhile is refused, or was published before and is overruled here.
    await pin_site(site, order.revision or before, deployment.private)
    changed = await roll_back(site, order.revision, deployment.artifacts) if order.revision else False
    revision = await _need_published(site, request)
    if revision != (order.revision or before):
        await pin_site(site, revision, deployment.private)
    return answer_json(Published(site=site, revision=revision, changed=changed, pinned=revision))


async def unpin(request: Request) -> Response:
    _require(request)
    deployment, site = deployment_of(request), _name(request)
    await unpin_site(site, deployment.private)
    pointer = await read_pointer(site, deployment.artifacts)
    return answer_json(Published(site=site, revision=pointer.revision if pointer else None))


async def show_revisions(request: Request) -> Response:
    _require(request)
    deployment, site = deployment_of(request), _name(request)
    revisions = await list_revisions(site, deployment.artifacts, origin=origin_of(request))
    pinned = (await read_registry(deployment.private)).pins.get(site)
    return answer_json(RevisionList(site=site, pinned=pinned, revisions=revisions))


def _require(request: Request) -> None:
    require(request, deployment_of(request).settings.admin_token, "ADMIN_TOKEN")


def _name(request: Request) -> str:
    return check_site(str(request.path_params["name"]))


async def _need_published(site: str, request: Request) -> str:
    """The published revision."""
    pointer = await read_pointer(site, deployment_of(request).artifacts)
    if pointer is None:
        raise InputError(f"nothing is published as {site}", code="no-site")
    return pointer.revision


def _view(request: Request, entry: SiteEntry, registry: Registry) -> SiteView:
    return SiteView.model_validate(_fields(request, entry, registry.pins.get(entry.name)))


def _fields(request: Request, entry: SiteEntry, pinned: str | None) -> dict[str, Any]:
    origin = origin_of(request)
    return {
        **entry.model_dump(),
        "created_at": to_iso(entry.created_at),
        "pinned": pinned,
        "page_url": f"{origin}/{entry.name}/",
        "hook_url": f"{origin}/hooks/{entry.provider}",
    }


async def _with_secrets(request: Request, entry: SiteEntry) -> SiteWithSecrets:
    deployment = deployment_of(request)
    master, pins = deployment.settings.need_secret(), (await read_registry(deployment.private)).pins
    deploy = derive_secret(master, "deploy", entry.name, entry.secret_version)
    return SiteWithSecrets.model_validate(
        {
            **_fields(request, entry, pins.get(entry.name)),
            "webhook_secret": derive_secret(master, "webhook", entry.name, entry.secret_version),
            "deploy_url": f"{origin_of(request)}/hooks/deploy/{deploy}",
            "callback_secret": derive_secret(master, "callback", entry.name),
        }
    )


def _endpoint(method: Any, path: str, handler: Any, summary: str, answers: dict[int, Any], **more: Any) -> Endpoint:
    more.setdefault("refuses", (401, 404, 422))
    return Endpoint(method, f"/admin/sites{path}", handler, summary, access="admin", answers=answers, **more)


_EXAMPLE: Final = {"provider": "github", "repository": "acme/handbook", "branch": "main", "watch": ["docs/"]}

ENDPOINTS = (
    _endpoint("GET", "", show_sites, "All registered sites", {200: SiteList}, refuses=(401,)),
    _endpoint("GET", "/{name}", show_site, "One registered site", {200: SiteView}),
    _endpoint(
        "PUT",
        "/{name}",
        save_site,
        "Register a site, or change it; answers with its secrets",
        {200: SiteWithSecrets, 201: SiteWithSecrets},
        body=SiteSettings,
        example=_EXAMPLE,
        refuses=(400, 401, 413, 422),
    ),
    _endpoint("DELETE", "/{name}", delete_site, "Forget a site; what it has published stays", {204: None}),
    _endpoint("POST", "/{name}/rotate", rotate, "Give a site new secrets", {200: SiteWithSecrets}),
    _endpoint(
        "POST",
        "/{name}/build",
        build,
        "Build a site now",
        {202: Accepted},
        body=BuildOrder,
        body_optional=True,
        example={},
    ),
    _endpoint("GET", "/{name}/revisions", show_revisions, "Revisions that are kept", {200: RevisionList}),
    _endpoint(
        "POST",
        "/{name}/rollback",
        roll_back_site,
        "Publish a revision that is kept",
        {200: Published},
        body=RevisionOrder,
        example={"revision": "0123456789abcdef"},
        refuses=(401, 404, 409, 422),
    ),
    _endpoint(
        "POST",
        "/{name}/pin",
        pin,
        "Let no build publish",
        {200: Published},
        body=PinOrder,
        body_optional=True,
        example={},
        refuses=(401, 404, 409, 422),
    ),
    _endpoint("POST", "/{name}/unpin", unpin, "Let builds publish again", {200: Published}),
)
