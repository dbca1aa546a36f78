"""Cloudflare's AI Gateway, as far as a client sees it: paths below an account and a gateway, a token, a stored key."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

if TYPE_CHECKING:
    from tests.standins.openai_api.calls import LoggedRequest

_PREFIX = re.compile(r"/v1/([^/]+/[^/]+)/openai(/.*)")


@dataclass(frozen=True)
class GatewaySettings:
    """`token`: what an authenticated gateway wants; None for one that is open. `holds_key`: the provider's key is
    stored in the gateway, and requests need not bring it."""

    token: str | None = field(default=None, repr=False)
    holds_key: bool = False

    def refuse(self, entry: LoggedRequest) -> Response | None:
        """What a request through the gateway gets that lacks the token."""
        if not entry.gateway or self.token is None:
            return None
        if entry.headers.get("cf-aig-authorization") == f"Bearer {self.token}":
            return None
        error = [{"code": 2009, "message": "Unauthorized"}]
        body = {"success": False, "result": [], "messages": [], "error": error}
        return JSONResponse(body, status_code=401)


def split_path(path: str) -> tuple[str | None, str]:
    """`account/gateway`, or None for the API itself; and the path that the API sees."""
    found = _PREFIX.fullmatch(path)
    return (found[1], "/v1" + found[2]) if found else (None, path)


def gateway_headers(number: int) -> dict[str, str]:
    return {"cf-aig-log-id": f"01STANDIN{number:017d}", "cf-aig-cache-status": "MISS", "cf-aig-step": "0"}
