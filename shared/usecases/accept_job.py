"""What a request of the job API asks for: which site, from which source, and whether whoever asks may have it."""

from __future__ import annotations

import base64
import binascii
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from shared.domain.job_requests import UPLOADS, name_site, read_deploy, read_ref, read_source
from shared.domain.jobs import BuildSpec, JobRequest
from shared.domain.repositories import source_of
from shared.errors import ConflictError, InputError
from shared.usecases.manage_sites import check_site_name, read_registry
from shared.usecases.track_jobs import new_job_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from shared.domain.job_requests import ProcessData, ProcessRequest, WantedSource
    from shared.domain.jobs import SourceSpec
    from shared.domain.repositories import Repository
    from shared.domain.sites import Registry, SiteEntry
    from shared.ports import ObjectStore

__all__ = ["accept_job", "store_archive"]

_ARCHIVES: Final = ((b"\x1f\x8b", "tar.gz"), (b"PK\x03\x04", "zip"))


async def accept_job(
    wanted: ProcessRequest, private: ObjectStore, *, is_known: bool, max_upload_bytes: int, new_id: Callable[[], str]
) -> JobRequest:
    """The job. `is_known`: whoever asks has the token; others may neither write into repositories, nor change what is
    built for a registered site, nor have private repositories read.

    Raises:
        InputError: no source, or none that can be read; a name that no site can have; the token is needed.
        ConflictError: the site is registered with another repository.
    """
    data = wanted.data
    if wanted.task == "deploy-repo" and not is_known:
        raise _needs_token("deploy-repo writes into a repository")
    registry = await read_registry(private)
    uploaded = await _store_inline(data, private, max_upload_bytes)
    found = None if _names_only_a_site(data) else read_source(data, uploaded)
    site, entry = _find_site(data, found, registry)
    repository: Repository | None
    if found is None:
        assert entry is not None
        source, repository = source_of(entry.origin, data.folder or entry.folder), entry.origin
    else:
        source, repository = found.source, found.repository
        if entry and repository and not source.folder:
            source = source_of(repository, entry.folder)
    if entry and not is_known and not _is_as_registered(data, source, entry):
        raise _needs_token(f"{site} is registered, and this is not what is registered for it")
    spec = BuildSpec(
        task=wanted.task,
        source=source,
        ref=read_ref(data) or (found.branch if found else "") or (entry.branch if entry else ""),
        settings=_merge(entry.settings if entry else {}, data.settings),
        deploy=read_deploy(data, repository) if wanted.task == "deploy-repo" else None,
        trusted=is_known or entry is not None,
    )
    return JobRequest(
        job_id=wanted.job_id or new_job_id(site, new_id()),
        site=site,
        spec=spec,
        trigger="api",
        callback_url=wanted.callback_url,
        note=f"{wanted.task} of {source.location}",
    )


async def store_archive(archive: bytes, private: ObjectStore, max_bytes: int) -> str:
    """Keep an archive until it is built; its key. Equal archives are one object.

    Raises:
        InputError: it is too large, or neither a tar.gz nor a zip.
    """
    if len(archive) > max_bytes:
        raise InputError(f"the archive has more than {max_bytes:,} bytes", code="too-large")
    ending = next((name for start, name in _ARCHIVES if archive.startswith(start)), None)
    if ending is None:
        raise InputError("an archive is a tar.gz or a zip", code="bad-source")
    key = f"{UPLOADS}{sha256(archive).hexdigest()}.{ending}"
    await private.put(key, archive)
    return key


async def _store_inline(data: ProcessData, private: ObjectStore, max_bytes: int) -> str:
    """The key of an archive that the request itself holds; empty if it holds none."""
    if not data.archive or data.names_a_key:
        return ""
    try:
        archive = base64.b64decode(data.archive.encode(), validate=True)
    except (binascii.Error, ValueError):
        raise InputError("data.archive is neither a key nor base64", code="bad-source") from None
    return await store_archive(archive, private, max_bytes)


def _names_only_a_site(data: ProcessData) -> bool:
    return bool(data.site) and not (data.repo_url or data.archive or data.r2_prefix)


def _find_site(data: ProcessData, found: WantedSource | None, registry: Registry) -> tuple[str, SiteEntry | None]:
    repository = found.repository if found else None
    if data.site is None:
        if repository is None:
            raise InputError("data.site is needed: an archive does not say whose it is", code="no-site-name")
        entries = registry.built_from(repository)
        if len(entries) == 1:
            return entries[0].name, entries[0]
        if entries:
            names = ", ".join(entry.name for entry in entries)
            raise InputError(
                f"several sites are built from this repository; data.site is one of {names}", code="no-site-name"
            )
        return check_site_name(name_site(repository)), None
    entry = registry.sites.get(check_site_name(data.site))
    if entry is None and found is None:
        raise InputError(f"{data.site} is not registered, so say where its source is", code="bad-source")
    if entry and repository and entry.origin.key != repository.key:
        raise ConflictError(f"{data.site} is registered with another repository", code="site-of-another-repository")
    return data.site, entry


def _is_as_registered(data: ProcessData, source: SourceSpec, entry: SiteEntry) -> bool:
    is_its_source = source == source_of(entry.origin, entry.folder)
    return is_its_source and not data.settings and read_ref(data) in {"", entry.branch}


def _merge(below: Mapping[str, dict[str, Any]], above: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {section: {**below.get(section, {}), **above.get(section, {})} for section in {**below, **above}}


def _needs_token(why: str) -> InputError:
    return InputError(f"{why}, which needs the token that is set as API_TOKEN", code="needs-token")
