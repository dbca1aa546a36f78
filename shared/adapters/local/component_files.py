"""The search component beside the artifacts: what a site owner uploads with them, and names in the site's pages."""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING, Any, Final

from shared.domain.search_page import OFFLINE_WORKER
from shared.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["SITE_LIST", "publish_component"]

SITE_LIST: Final = "inkdex.json"
"""Names the sites of the folder, so that a page with one site need not."""
_INTEGRITY: Final = "integrity.json"
_OFFLINE_LIST: Final = "offline.json"
"""Names what a page keeps for use without a network; the web client's own build lists its pages' files too."""
_TYPES: Final = ("*.d.ts", "types/**/*.d.ts")


def publish_component(web_client: Path, out: Path) -> None:
    """Copy the component from the built web client to a folder of artifacts. Files that are the same stay untouched.

    Raises:
        ConfigurationError: the web client's build left no list of what is published.
    """
    listed = _read_list(web_client)
    for name in _published_files(web_client, listed):
        _write(out / name, (web_client / name).read_bytes())
    _write(out / _OFFLINE_LIST, _list_for_offline(listed))
    sites = sorted(pointer.parent.name for pointer in out.glob("*/current.json"))
    _write(out / SITE_LIST, json.dumps({"sites": sites}, separators=(",", ":")).encode())


def _read_list(web_client: Path) -> dict[str, Any]:
    """What is published, by name."""
    try:
        return dict(json.loads((web_client / _INTEGRITY).read_text("utf-8"))["files"])
    except FileNotFoundError as error:
        raise ConfigurationError(f"{web_client} has no {_INTEGRITY}: build the web client again") from error


def _published_files(web_client: Path, listed: Mapping[str, Any]) -> Iterator[str]:
    """Names of the scripts and what they load, their source maps, their types; the list of their hashes last."""
    for name in sorted(listed):
        yield name
        if (web_client / f"{name}.map").is_file():
            yield f"{name}.map"
    for pattern in _TYPES:
        yield from sorted(str(path.relative_to(web_client)) for path in web_client.glob(pattern))
    yield OFFLINE_WORKER
    yield _INTEGRITY


def _list_for_offline(listed: Mapping[str, Any]) -> bytes:
    version = hashlib.sha256(json.dumps(listed, sort_keys=True).encode()).hexdigest()[:16]
    files = {name: listed[name]["bytes"] for name in sorted(listed)}
    return json.dumps({"version": version, "files": files}, separators=(",", ":")).encode()


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, since a server may be reading the folder."""
    try:
        if path.read_bytes() == content:
            return
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    temporary.write_bytes(content)
    temporary.replace(path)
