"""Find out, once for a build, what it holds to from then on: the commit, and the settings in it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from shared.config import CONFIG_NAME, SiteConfig, load_config, override_config
from shared.domain.jobs import Resolution
from shared.errors import InputError
from shared.ports import Commit

if TYPE_CHECKING:
    from shared.domain.jobs import Claim
    from shared.ports import Workshop

__all__ = ["commit_of", "config_of", "resolve_build"]

_MAX_CONFIG_BYTES = 200_000


async def resolve_build(claim: Claim, workshop: Workshop) -> Resolution:
    """Raises `InputError` or `ConfigurationError` for what its owner must correct: branch, folder, settings."""
    commit = await workshop.resolve(claim.spec.ref)
    source = workshop.check_out(commit)
    files = {file.path: file for file in await source.list_files()}
    config = SiteConfig()
    if found := files.get(CONFIG_NAME):
        if found.size_bytes > _MAX_CONFIG_BYTES:
            raise InputError(f"{CONFIG_NAME} has {found.size_bytes:,} bytes, at most {_MAX_CONFIG_BYTES:,} are read")
        config = load_config((await source.read(found)).decode("utf-8", "replace"))
    config = override_config(config, {**claim.spec.settings, "site": _site_settings(claim)})
    return Resolution(
        commit=commit.sha,
        tree=commit.tree,
        as_of=commit.as_of.isoformat(),
        config=workshop.adapt(config).model_dump(mode="json", exclude_unset=True),
    )


def _site_settings(claim: Claim) -> dict[str, object]:
    """The name is the deployment's, whatever the repository says: it decides what is overwritten."""
    return {**claim.spec.settings.get("site", {}), "name": claim.site}


def commit_of(resolution: Resolution) -> Commit:
    return Commit(resolution.commit, resolution.tree, datetime.fromisoformat(resolution.as_of))


def config_of(resolution: Resolution) -> SiteConfig:
    return SiteConfig.model_validate(resolution.config)
