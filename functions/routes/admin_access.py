"""What all routes of the operator share: the token, the site in the path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from functions.endpoints import Endpoint
from functions.incoming import check_site, deployment_of, require

if TYPE_CHECKING:
    from starlette.requests import Request

__all__ = ["admin_endpoint", "require_admin", "site_of"]


def require_admin(request: Request) -> None:
    require(request, deployment_of(request).settings.admin_token, "ADMIN_TOKEN")


def site_of(request: Request) -> str:
    return check_site(str(request.path_params["name"]))


def admin_endpoint(
    method: Any, path: str, handler: Any, summary: str, answers: dict[int, Any], **more: Any
) -> Endpoint:
    more.setdefault("refuses", (401, 404, 422))
    return Endpoint(method, f"/admin/sites{path}", handler, summary, access="admin", answers=answers, **more)
