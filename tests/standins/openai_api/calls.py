"""A request as endpoints see it, and as the log keeps it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.standins.openai_api.errors import unreadable_json, wrong_content_type
from tests.standins.openai_api.multipart import Upload, read_form

if TYPE_CHECKING:
    from tests.standins.openai_api.faults import Fault


@dataclass
class LoggedRequest:
    """A request as it came. `headers` have names in lower case; a file in `body` shows its name and size."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    method: str = "POST"
    endpoint: str | None = None
    """Such as "files.content"; None where there is none."""
    query: dict[str, str] = field(default_factory=dict)
    gateway: str | None = None
    """`account/gateway` of a request through an AI Gateway."""
    status: int | None = None
    """Of the answer; None as long as there is none."""

    @property
    def inputs(self) -> list[str]:
        value = self.body.get("input")
        return [value] if isinstance(value, str) else list(value) if isinstance(value, list) else []

    @property
    def gateway_headers(self) -> dict[str, str]:
        return {name: value for name, value in self.headers.items() if name.startswith("cf-aig-")}


@dataclass(frozen=True)
class Call:
    """`parameters`: of the path. `body`: of JSON; or `form`."""

    parameters: dict[str, str]
    query: dict[str, str]
    body: dict[str, Any]
    form: dict[str, str | Upload]
    fault: Fault | None


def read_body(endpoint: str, headers: dict[str, str], content: bytes) -> tuple[dict[str, Any], dict[str, str | Upload]]:
    """A JSON object and a form, of which at most one has anything.

    Raises:
        ApiError: the content is not what the endpoint takes.
    """
    sent = headers.get("content-type", "")
    if endpoint == "files.create":
        if not sent.startswith("multipart/form-data"):
            raise wrong_content_type(sent, "multipart/form-data")
        return {}, read_form(sent, content)
    if not content:
        return {}, {}
    if sent.partition(";")[0].strip() != "application/json":
        raise wrong_content_type(sent, "application/json")
    try:
        body = json.loads(content)
    except ValueError:
        raise unreadable_json() from None
    if not isinstance(body, dict):
        raise unreadable_json()
    return body, {}


def show_form(form: dict[str, str | Upload]) -> dict[str, Any]:
    return {
        name: {"filename": value.filename, "bytes": len(value.content)} if isinstance(value, Upload) else value
        for name, value in form.items()
    }
