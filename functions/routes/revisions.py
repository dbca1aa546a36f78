"""The operator's routes: which revision of a site is published, and whether builds may change that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from functions.endpoints import answer_json
from functions.incoming import deployment_of, origin_of, read_model
from functions.routes.admin_access import admin_endpoint, require_admin, site_of
from shared.domain.sites import RevisionName
from shared.errors import InputError
from shared.usecases.list_revisions import KeptRevision, list_revisions
from shared.usecases.manage_sites import pin_site, read_registry, unpin_site
from shared.usecases.publish_revision import read_pointer, roll_back

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

__all__ = ["ENDPOINTS", "PinOrder", "Published", "RevisionList", "RevisionOrder"]


class _Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", alias_generator=to_camel, populate_by_name=True)


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


async def _roll_back_site(request: Request) -> Response:
    require_admin(request)
    deployment, site = deployment_of(request), site_of(request)
    order = await read_model(request, RevisionOrder, deployment.settings.max_body_bytes)
    await _need_published(site, request)
    changed = await roll_back(site, order.revision, deployment.artifacts)
    pinned = (await read_registry(deployment.private)).pins.get(site)
    if pinned is not None:  # it stays pinned, at what is published now
        await pin_site(site, pinned := order.revision, deployment.private)
    return answer_json(Published(site=site, revision=order.revision, changed=changed, pinned=pinned))


async def _pin(request: Request) -> Response:
    require_admin(request)
    deployment, site = deployment_of(request), site_of(request)
    order = await read_model(request, PinOrder, deployment.settings.max_body_bytes, optional=True)
    before = await _need_published(site, request)
    # First the pin: a build that ends meanwhile is refused, or was published before and is overruled here.
    await pin_site(site, order.revision or before, deployment.private)
    changed = await roll_back(site, order.revision, deployment.artifacts) if order.revision else False
    revision = await _need_published(site, request)
    if revision != (order.revision or before):
        await pin_site(site, revision, deployment.private)
    return answer_json(Published(site=site, revision=revision, changed=changed, pinned=revision))


async def _unpin(request: Request) -> Response:
    require_admin(request)
    deployment, site = deployment_of(request), site_of(request)
    await unpin_site(site, deployment.private)
    pointer = await read_pointer(site, deployment.artifacts)
    return answer_json(Published(site=site, revision=pointer.revision if pointer else None))


async def _show_revisions(request: Request) -> Response:
    require_admin(request)
    deployment, site = deployment_of(request), site_of(request)
    revisions = await list_revisions(site, deployment.artifacts, origin=origin_of(request))
    pinned = (await read_registry(deployment.private)).pins.get(site)
    return answer_json(RevisionList(site=site, pinned=pinned, revisions=revisions))


async def _need_published(site: str, request: Request) -> str:
    """The published revision."""
    pointer = await read_pointer(site, deployment_of(request).artifacts)
    if pointer is None:
        raise InputError(f"nothing is published as {site}", code="no-site")
    return pointer.revision


ENDPOINTS = (
    admin_endpoint("GET", "/{name}/revisions", _show_revisions, "Revisions that are kept", {200: RevisionList}),
    admin_endpoint(
        "POST",
        "/{name}/rollback",
        _roll_back_site,
        "Publish a revision that is kept",
        {200: Published},
        body=RevisionOrder,
        example={"revision": "0123456789abcdef"},
        refuses=(401, 404, 409, 422),
    ),
    admin_endpoint(
        "POST",
        "/{name}/pin",
        _pin,
        "Let no build publish",
        {200: Published},
        body=PinOrder,
        body_optional=True,
        example={},
        refuses=(401, 404, 409, 422),
    ),
    admin_endpoint("POST", "/{name}/unpin", _unpin, "Let builds publish again", {200: Published}),
)
