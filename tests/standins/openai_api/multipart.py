"""Forms with files (RFC 7578), read strictly: a client that writes one by hand should not get away with mistakes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.standins.openai_api.errors import bad_request

_BOUNDARY = re.compile(r'multipart/form-data\s*;.*?boundary=(?:"([^"]+)"|([^\s;]+))', re.IGNORECASE)
_PARAMETER = re.compile(r';\s*(name|filename)="((?:[^"\\]|\\.)*)"', re.IGNORECASE)


@dataclass(frozen=True)
class Upload:
    filename: str
    content: bytes


def read_form(content_type: str, body: bytes) -> dict[str, str | Upload]:
    """Fields by name; those with a file name are uploads.

    Raises:
        ApiError: it is no such form.
    """
    found = _BOUNDARY.match(content_type)
    if not found:
        raise bad_request("Could not parse multipart form: no boundary in the content type")
    mark = b"--" + (found[1] or found[2]).encode()
    first, *parts = (b"\r\n" + body).split(b"\r\n" + mark)
    if first.strip() or not parts or parts.pop().rstrip(b"\r\n") != b"--":
        raise bad_request("Could not parse multipart form: it does not end with the closing boundary")
    return dict(_read_part(part) for part in parts)


def _read_part(part: bytes) -> tuple[str, str | Upload]:
    head, separator, content = part.partition(b"\r\n\r\n")
    headers = dict(line.split(": ", 1) for line in head.decode("utf-8").split("\r\n") if ": " in line)
    disposition = {name.lower(): value for name, value in headers.items()}.get("content-disposition", "")
    named = dict(_PARAMETER.findall(disposition))
    if not part.startswith(b"\r\n") or not separator or not disposition.startswith("form-data") or "name" not in named:
        raise bad_request("Could not parse multipart form: a part has no name")
    if "filename" in named:
        return named["name"], Upload(named["filename"], content)
    return named["name"], content.decode("utf-8")
