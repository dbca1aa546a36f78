"""Reading requests: bounded bodies, JSON, who is asking, and by which address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from functions.failures import CHALLENGE, Refusal
from shared.domain.encoding import from_foreign_json
from shared.domain.jobs import SiteName
from shared.domain.secrets import are_equal
from shared.errors import ConfigurationError, InputError

if TYPE_CHECKING:
    from starlette.requests import Request

    from functions.deployment import Deployment

__all__ = [
    "bearer_of",
    "check_site",
    "client_of",
    "deployment_of",
    "has_token",
    "origin_of",
    "read_body",
    "read_json",
    "read_model",
    "require",
    "require_api_token",
    "validate",
]

_Model = TypeVar("_Model", bound=BaseModel)

_SITE_NAMES: Final = TypeAdapter(SiteName)
_MAX_PROBLEMS: Final = 10
_MAX_DROPPED_BYTES: Final = 1_000_000
"""Of a body that is too large, so much is read on and dropped: a client that is still sending when its connection is
closed sees that, not the answer."""


def deployment_of(request: Request) -> Deployment:
    deployment: Deployment = request.app.state.deployment
    return deployment


def origin_of(request: Request) -> str:
    """The deployment's address without a slash at the end: as it is set, else as it was asked."""
    return deployment_of(request).settings.public_url.rstrip("/") or f"{request.url.scheme}://{request.url.netloc}"


def client_of(request: Request) -> str:
    """An address to count requests by. Cloudflare says whose it is, and lets nobody else say so."""
    known = request.headers.get("cf-connecting-ip")
    return known or (request.client.host if request.client else "unknown")


def bearer_of(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def has_token(request: Request, expected: str) -> bool:
    """Whether the request brings the token. One that is not set is nobody's."""
    return are_equal(bearer_of(request), expected) and expected != ""


def require(request: Request, expected: str, setting: str) -> None:
    """Raises:
    ConfigurationError: there is no such token, so nobody can have it.
    Refusal: 401, the request does not bring it.
    """
    if not expected:
        raise ConfigurationError(f"{setting} is not set, so nobody may ask for this")
    if not has_token(request, expected):
        raise Refusal(
            401,
            "unauthorized",
            f"send the header Authorization: Bearer and the token that is set as {setting}",
            CHALLENGE,
        )


def require_api_token(request: Request) -> None:
    """Raises as `require` does, unless anybody may ask for builds."""
    settings = deployment_of(request).settings
    if not settings.open_jobs:
        require(request, settings.api_token, "API_TOKEN")


def check_site(name: str) -> str:
    """The name of a site.

    Raises:
        InputError: no site is called so.
    """
    try:
        return _SITE_NAMES.validate_python(name)
    except ValidationError:
        raise InputError("a site's name has small letters, digits and hyphens", code="bad-site-name") from None


async def read_body(request: Request, max_bytes: int) -> bytes:
    """The body, read no further than it may be long.

    Raises:
        InputError: it is longer (`too-large`).
    """
    announced = request.headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and int(announced[:20]) > max_bytes + _MAX_DROPPED_BYTES:
        raise _too_large(max_bytes)
    pieces, size_bytes = [], 0
    async for piece in request.stream():
        size_bytes += len(piece)
        if size_bytes <= max_bytes:
            pieces.append(piece)
        elif size_bytes > max_bytes + _MAX_DROPPED_BYTES:
            break
    if size_bytes > max_bytes:
        raise _too_large(max_bytes)
    return b"".join(pieces)


async def read_model(request: Request, model: type[_Model], max_bytes: int, *, optional: bool = False) -> _Model:
    """A JSON body. `optional`: none at all is like an empty object.

    Raises:
        InputError: it is too large, no JSON, or not as `model` has it.
    """
    body = await read_body(request, max_bytes)
    return validate(model, {} if optional and not body.strip() else read_json(body))


def read_json(body: bytes) -> object:
    """Raises `InputError` (`malformed`)."""
    try:
        return from_foreign_json(body.decode("utf-8"))
    except ValueError:
        raise InputError("the body is not JSON", code="malformed") from None


def validate(model: type[_Model], content: object) -> _Model:
    """Raises `InputError`: it names the places that are wrong and why, without what was given there."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        found = error.errors(include_input=False, include_url=False, include_context=False)
    places = [f"{'.'.join(str(part) for part in item['loc']) or 'body'}: {item['msg']}" for item in found]
    more = f"; and {len(places) - _MAX_PROBLEMS} more" if len(places) > _MAX_PROBLEMS else ""
    raise InputError("; ".join(places[:_MAX_PROBLEMS]) + more)


def _too_large(max_bytes: int) -> InputError:
    return InputError(f"the body has more than {max_bytes:,} bytes", code="too-large")
