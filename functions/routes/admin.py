"""The operator's routes: which sites there are, their secrets, builds by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic.alias_generators import to_camel
from starlette.responses import Response

from functions.endpoints import answer_json
from functions.incoming import deployment_of, origin_of, read_model
from functions.routes.admin_access import admin_endpoint, require_admin, site_of
from functions.routes.submitting import Accepted, request_build, submit_all
from shared.domain.job_requests import check_ref
from shared.domain.job_views import to_iso
from shared.domain.jobs import SiteName  # noqa: TC001 - pydantic reads it
from shared.domain.secrets import derive_secret
from shared.domain.sites import SiteSettings
from shared.usecases.manage_sites import (
    find_site,
    put_site,
    read_registry,
    remove_site,
    rotate_secrets,
)
from shared.usecases.track_jobs import new_job_id

if TYPE_CHECKING:
    from starlette.requests import Request

    from shared.domain.sites import Registry, SiteEntry

__all__ = ["ENDPOINTS", "BuildOrder", "SiteList", "SiteView", "SiteWithSecrets"]


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


async def _show_sites(request: Request) -> Response:
    require_admin(request)
    registry = await read_registry(deployment_of(request).private)
    return answer_json(SiteList(sites=[_view(request, entry, registry) for _, entry in sorted(registry.sites.items())]))


async def _show_site(request: Request) -> Response:
    require_admin(request)
    registry = await read_registry(deployment_of(request).private)
    return answer_json(_view(request, find_site(registry, site_of(request)), registry))


async def _save_site(request: Request) -> Response:
    require_admin(request)
    deployment = deployment_of(request)
    settings = await read_model(request, SiteSettings, deployment.settings.max_body_bytes)
    deployment.settings.need_secret()
    entry, is_new = await put_site(site_of(request), settings, deployment.private, now=deployment.now())
    return answer_json(await _with_secrets(request, entry), 201 if is_new else 200)


async def _delete_site(request: Request) -> Response:
    require_admin(request)
    await remove_site(site_of(request), deployment_of(request).private)
    return Response(status_code=204)


async def _rotate(request: Request) -> Response:
    require_admin(request)
    deployment = deployment_of(request)
    deployment.settings.need_secret()
    entry = await rotate_secrets(site_of(request), deployment.private)
    return answer_json(await _with_secrets(request, entry))


async def _build(request: Request) -> Response:
    require_admin(request)
    deployment = deployment_of(request)
    order = await read_model(request, BuildOrder, deployment.settings.max_body_bytes, optional=True)
    entry = find_site(await read_registry(deployment.private), site_of(request))
    job_id = new_job_id(entry.name, deployment.new_id())
    ref = order.ref or entry.branch
    wanted = request_build(entry, job_id=job_id, trigger="admin", ref=ref, note="an administrator asked for it")
    return await submit_all([wanted], deployment)


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


_EXAMPLE: Final = {"provider": "github", "repository": "acme/handbook", "branch": "main", "watch": ["docs/"]}

ENDPOINTS = (
    admin_endpoint("GET", "", _show_sites, "All registered sites", {200: SiteList}, refuses=(401,)),
    admin_endpoint("GET", "/{name}", _show_site, "One registered site", {200: SiteView}),
    admin_endpoint(
        "PUT",
        "/{name}",
        _save_site,
        "Register a site, or change it; answers with its secrets",
        {200: SiteWithSecrets, 201: SiteWithSecrets},
        body=SiteSettings,
        example=_EXAMPLE,
        refuses=(400, 401, 413, 422),
    ),
    admin_endpoint("DELETE", "/{name}", _delete_site, "Forget a site; what it has published stays", {204: None}),
    admin_endpoint("POST", "/{name}/rotate", _rotate, "Give a site new secrets", {200: SiteWithSecrets}),
    admin_endpoint(
        "POST",
        "/{name}/build",
        _build,
        "Build a site now",
        {202: Accepted},
        body=BuildOrder,
        body_optional=True,
        example={},
    ),
)
