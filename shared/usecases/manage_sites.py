"""The registry of sites: one document in the private store, changed by compare and swap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from shared.domain.encoding import to_json
from shared.domain.sites import RESERVED_NAMES, Registry, SiteEntry
from shared.errors import ConflictError, InputError, InvariantError

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.domain.sites import SiteSettings
    from shared.ports import ObjectStore

__all__ = [
    "REGISTRY",
    "check_site_name",
    "find_site",
    "is_pinned",
    "pin_site",
    "put_site",
    "read_registry",
    "remove_site",
    "rotate_secrets",
    "unpin_site",
]

REGISTRY: Final = "registry.json"
_MAX_TRIES: Final = 8


def check_site_name(site: str) -> str:
    """The name, if a site may have it.

    Raises:
        InputError: addresses of the deployment itself begin like that.
    """
    if site in RESERVED_NAMES:
        raise InputError(f"no site can be called {site!r}: addresses of this deployment begin so", code="reserved-name")
    return site


async def read_registry(private: ObjectStore) -> Registry:
    """As it is at this moment: what others have changed before is in it."""
    return _parse(await private.get(REGISTRY))


async def is_pinned(site: str, private: ObjectStore) -> bool:
    """Whether no build may move the site's pointer. Asked at the last moment before one would."""
    return site in (await read_registry(private)).pins


async def put_site(site: str, settings: SiteSettings, private: ObjectStore, *, now: float) -> tuple[SiteEntry, bool]:
    """Register the site, or change it; the entry, and whether it is new. Its secrets stay as they are."""
    check_site_name(site)
    made: list[tuple[SiteEntry, bool]] = []

    def change(registry: Registry) -> Registry:
        before = registry.sites.get(site)
        entry = SiteEntry(
            **settings.model_dump(include=set(type(settings).model_fields) - {"name", "secret_version", "created_at"}),
            name=site,
            secret_version=before.secret_version if before else registry.retired.get(site, 0) + 1,
            created_at=before.created_at if before else now,
        )
        made.append((entry, before is None))
        return registry.model_copy(update={"sites": {**registry.sites, site: entry}})

    await _change(private, change)
    return made[-1]


async def rotate_secrets(site: str, private: ObjectStore) -> SiteEntry:
    """Make new secrets for the site; hooks that know the old ones are refused from now on."""
    made: list[SiteEntry] = []

    def change(registry: Registry) -> Registry:
        before = find_site(registry, site)
        made.append(before.model_copy(update={"secret_version": before.secret_version + 1}))
        return registry.model_copy(update={"sites": {**registry.sites, site: made[-1]}})

    await _change(private, change)
    return made[-1]


async def remove_site(site: str, private: ObjectStore) -> None:
    """Forget the site and its secrets. What it has published stays."""

    def change(registry: Registry) -> Registry:
        version = find_site(registry, site).secret_version
        return registry.model_copy(
            update={
                "retired": {**registry.retired, site: version},
                "sites": {name: entry for name, entry in registry.sites.items() if name != site},
                "pins": {name: revision for name, revision in registry.pins.items() if name != site},
            }
        )

    await _change(private, change)


async def pin_site(site: str, revision: str, private: ObjectStore) -> None:
    """Let no build move the pointer any more, of any site that is published, registered or not."""
    await _change(private, lambda known: known.model_copy(update={"pins": {**known.pins, site: revision}}))


async def unpin_site(site: str, private: ObjectStore) -> None:
    def change(registry: Registry) -> Registry:
        pins = {name: revision for name, revision in registry.pins.items() if name != site}
        return registry.model_copy(update={"pins": pins})

    await _change(private, change)


def find_site(registry: Registry, site: str) -> SiteEntry:
    """Raises `InputError` (`no-site`) if it is not registered."""
    entry = registry.sites.get(site)
    if entry is None:
        raise InputError(f"no site {site!r} is registered", code="no-site")
    return entry


async def _change(private: ObjectStore, change: Callable[[Registry], Registry]) -> None:
    for _ in range(_MAX_TRIES):
        before = await private.get(REGISTRY)
        known = _parse(before)
        after = change(known)
        if after == known and before is not None:
            return
        if await private.swap(REGISTRY, to_json(after.model_dump(mode="json")), before):
            return
    raise ConflictError("the registry is being changed by others; try again")


def _parse(data: bytes | None) -> Registry:
    if data is None:
        return Registry()
    try:
        return Registry.model_validate_json(data)
    except ValidationError as error:
        raise InvariantError(f"{REGISTRY} in the private store is damaged") from error
