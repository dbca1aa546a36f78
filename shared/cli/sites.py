"""Open built artifacts: which site a folder holds, and a search over it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from shared.adapters.local.folder_store import FolderStore
from shared.cli.embedders import make_embedder, settings_for_model
from shared.domain.encoding import from_json
from shared.domain.revision import revision_file
from shared.errors import ConfigurationError, InputError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from pathlib import Path

    from shared.adapters.local.httpx_client import HttpxClient
    from shared.config import EmbedderConfig
    from shared.ports import TextEmbedder
    from shared.usecases.search_site import SiteSearch

__all__ = ["find_site", "open_search", "read_artifact"]


def find_site(dist: Path, name: str | None = None) -> str:
    """The name of the site to open: the one asked for, or the only one.

    Raises:
        InputError: there is none of that name, or none at all, or a choice.
    """
    if not dist.is_dir():
        raise InputError(f"{dist} is no folder; `inkdex build --out {dist}` makes it", code="no-folder")
    found = sorted(path.parent.name for path in dist.glob("*/current.json"))
    if name is not None:
        if name not in found:
            known = f"it holds {', '.join(found)}" if found else "it holds none"
            raise InputError(f"{dist} holds no site {name!r} ({known})", code="no-site")
        return name
    if not found:
        raise InputError(f"{dist} holds no built site; `inkdex build FOLDER --out {dist}` makes one", code="no-site")
    if len(found) > 1:
        raise InputError(f"{dist} holds several sites ({', '.join(found)}); choose one with --site", code="which-site")
    return found[0]


@asynccontextmanager
async def open_search(
    dist: Path,
    site: str | None,
    *,
    words_only: bool,
    warn: Callable[[str], None],
    settings: EmbedderConfig | None = None,
) -> AsyncIterator[SiteSearch]:
    """A folder's site, open for search. Where meaning cannot be had, `warn` says why and words serve alone.

    `settings` say how to reach the embedder's service; which embedder it is, the manifest says.
    """
    from shared.config import EmbedderConfig
    from shared.usecases.search_site import open_site

    opened: list[HttpxClient] = []

    def embedder_for(model: str) -> TextEmbedder | None:
        if words_only:
            return None
        try:
            embedder, http = make_embedder(settings_for_model(model, settings or EmbedderConfig()))
        except ConfigurationError as error:
            warn(f"Searching by words alone: {error.message}")
            return None
        opened.extend([http] if http else [])
        return embedder

    search = open_site(find_site(dist, site), FolderStore(dist).read, embedder_for)
    try:
        yield search
    finally:
        for http in opened:
            await http.close()


def read_artifact(dist: Path, manifest: Mapping[str, Any], name: str) -> Any:
    """The content of a JSON file of a revision.

    Raises:
        InputError: it is missing or damaged.
    """
    key = revision_file(manifest["site"]["name"], manifest["revision"], name)
    data = FolderStore(dist).read(key)
    try:
        return from_json(data or b"")
    except ValueError as error:
        state = "missing" if data is None else "damaged"
        raise InputError(f"{dist / key} is {state}; build the site again", code="bad-artifact") from error
