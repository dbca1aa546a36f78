"""`GET /openapi.json`: the table of routes and their models as OpenAPI 3.1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from starlette.responses import JSONResponse

from functions.endpoints import Endpoint
from functions.failures import ErrorAnswer
from functions.incoming import origin_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic.json_schema import JsonSchemaMode
    from starlette.requests import Request
    from starlette.responses import Response

__all__ = ["ENDPOINTS", "describe_api"]

_PHRASES: Final = {
    200: "Done",
    201: "Made",
    202: "Accepted",
    204: "Done",
    206: "A range of it",
    304: "Not modified",
    308: "It is there",
    400: "The body cannot be read",
    401: "The token or signature is missing or wrong",
    404: "There is no such thing",
    409: "Not as things are",
    413: "The body is too large",
    416: "No such range",
    422: "The request makes no sense",
    429: "Too many requests",
    500: "A setting is missing, or Inkdex has made a mistake",
    503: "Something does not answer",
}
_TOKENS: Final = {"api": "apiToken", "admin": "adminToken"}
_Models = dict[tuple[type[BaseModel], "JsonSchemaMode"], dict[str, Any]]


async def _openapi(request: Request) -> Response:
    document = describe_api(request.app.state.endpoints, origin_of(request))
    return JSONResponse(document, headers={"Cache-Control": "no-cache"})


def describe_api(endpoints: Iterable[Endpoint], origin: str) -> dict[str, Any]:
    """The OpenAPI document of a deployment at `origin`."""
    table = tuple(endpoints)
    references, definitions = models_json_schema(_models_of(table), ref_template="#/components/schemas/{model}")
    paths: dict[str, dict[str, Any]] = {}
    for endpoint in table:
        path = re.sub(r"\{([a-z_]+)(?::path)?\}", r"{\1}", endpoint.path)
        paths.setdefault(path, {})[endpoint.method.lower()] = _describe(endpoint, references)
    bearer = {"type": "http", "scheme": "bearer"}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Inkdex",
            "version": "1",
            "description": "Search for Markdown sites; see docs/api.md.",
        },
        "servers": [{"url": origin}],
        "paths": paths,
        "components": {
            "schemas": definitions.get("$defs", {}),
            "securitySchemes": dict.fromkeys(_TOKENS.values(), bearer),
        },
    }


def _models_of(endpoints: Iterable[Endpoint]) -> list[tuple[type[BaseModel], JsonSchemaMode]]:
    found: dict[tuple[type[BaseModel], JsonSchemaMode], None] = {(ErrorAnswer, "serialization"): None}
    for endpoint in endpoints:
        if isinstance(endpoint.body, type):
            found[endpoint.body, "validation"] = None
        for model in endpoint.answers.values():
            if isinstance(model, type):
                found[model, "serialization"] = None
    return list(found)


def _describe(endpoint: Endpoint, references: Mapping[Any, dict[str, Any]]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "summary": endpoint.summary,
        "operationId": endpoint.handler.__name__.removeprefix("_"),
        "parameters": _parameters(endpoint),
        "responses": {
            **{
                str(status): {"description": _PHRASES[status], **_content(model, "serialization", references)}
                for status, model in endpoint.answers.items()
            },
            **{
                str(status): {"description": _PHRASES[status], **_content(ErrorAnswer, "serialization", references)}
                for status in endpoint.refusals
            },
        },
    }
    if endpoint.body is not None:
        content = _content(endpoint.body, "validation", references)
        if endpoint.example is not None:
            content["content"]["application/json"]["example"] = dict(endpoint.example)
        described["requestBody"] = {"required": not endpoint.body_optional, **content}
    if endpoint.access in _TOKENS:
        described["security"] = [{_TOKENS[endpoint.access]: []}]
    return described


def _parameters(endpoint: Endpoint) -> list[dict[str, Any]]:
    names = re.findall(r"\{([a-z_]+)", endpoint.path)
    text = {"schema": {"type": "string"}}
    return [
        *({"name": name, "in": "path", "required": True, **text} for name in names),
        *(
            {"name": one.name, "in": "query", "required": one.required, "description": one.description, **text}
            for one in endpoint.query
        ),
    ]


def _content(
    model: type[BaseModel] | str | None, mode: JsonSchemaMode, references: Mapping[Any, dict[str, Any]]
) -> dict[str, Any]:
    if model is None:
        return {}
    if isinstance(model, str):
        schema = {"type": "object"} if model == "application/json" else {}
        return {"content": {model: {"schema": schema}}}
    return {"content": {"application/json": {"schema": references[model, mode]}}}


ENDPOINTS = (Endpoint("GET", "/openapi.json", _openapi, "This document", answers={200: "application/json"}),)
