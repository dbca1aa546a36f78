"""What a build of one site works with in the Worker: a `Workshop` on R2, GitHub and OpenAI."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from shared.adapters.listing_store import ListingStore
from shared.errors import ConfigurationError
from shared.ports import Commit

if TYPE_CHECKING:
    from functions.settings import Settings
    from shared.adapters.archives.commits import UploadedArchive
    from shared.adapters.github.client import GitHubApi
    from shared.config import EmbedderConfig, SiteConfig
    from shared.domain.jobs import Claim, SourceSpec
    from shared.ports import CheckedOutSource, HttpClient, ObjectStore, ProjectWriter, TextEmbedder, VectorCache

__all__ = ["SiteWorkshop", "make_query_embedder"]

_MODEL_KIND: Final = "openai/"
_SHA: Final = re.compile(r"[0-9a-f]{40}")


class SiteWorkshop:
    """For one message: `artifacts` may remember what it has listed.

    `private` is the bucket of steps, uploads and sources; `steps` are those of this site in it.
    """

    def __init__(
        self,
        claim: Claim,
        settings: Settings,
        *,
        http: HttpClient,
        private: ObjectStore,
        steps: ObjectStore,
        artifacts: ObjectStore,
        vector_cache: VectorCache,
    ) -> None:
        self._claim = claim
        self._settings = settings
        self._http = http
        self._private = private
        self.steps = steps
        self.artifacts: ObjectStore = ListingStore(artifacts)
        self.vector_cache: VectorCache | None = vector_cache if settings.can_embed else None

    async def resolve(self, ref: str) -> Commit:
        source = self._claim.spec.source
        if source.kind == "archive":
            return await self._archive(source).resolve(ref)
        if source.kind == "r2":
            return Commit(sha=ref if _SHA.fullmatch(ref) else None, tree="", as_of=_end_of_today())
        from shared.adapters.github.repository import RepositoryName, resolve_commit

        return await resolve_commit(self._github(), RepositoryName.parse(source.location), ref)

    def check_out(self, commit: Commit) -> CheckedOutSource:
        source = self._claim.spec.source
        if source.kind == "github":
            from shared.adapters.github.repository import RepositoryName
            from shared.adapters.github.source import GitHubSource

            return GitHubSource(
                self._github(),
                RepositoryName.parse(source.location),
                commit,
                folder=source.folder,
                cache=self._private,
            )
        if source.kind == "r2":
            from shared.adapters.store_source import StoreSource

            return StoreSource(self._private, "/".join(part for part in (source.location, source.folder) if part))
        return self._archive(source).check_out(commit)

    def adapt(self, config: SiteConfig) -> SiteConfig:
        """Where vectors come from, and what they cost, is the operator's to say; a site may only do without."""
        wanted = config.embedder.kind if "kind" in config.embedder.model_fields_set else None
        if wanted == "static":
            raise ConfigurationError(
                "embedder.kind is static, which a Worker has no room for: set it to openai or none, or leave it out",
                setting="embedder.kind",
            )
        settings = self._settings
        if wanted == "openai" and not settings.can_embed:
            settings.need("openai_api_key")
        embedder: dict[str, object] = {"kind": "none"}
        if wanted != "none" and settings.can_embed:
            embedder = {"kind": "openai", "model": settings.embed_model, "dimensions": settings.embed_dimensions}
        fields = {**config.model_dump(exclude_unset=True), "embedder": embedder}
        return type(config).model_validate(fields)

    def embedder(self, settings: EmbedderConfig) -> TextEmbedder | None:
        if settings.kind != "openai":
            return None
        return _make_embedder(self._settings, self._http, settings.model, settings.effective_dimensions)

    def writer(self, repository: str, folder: str) -> ProjectWriter:
        self._settings.need("github_token")
        from shared.adapters.github.repository import RepositoryName
        from shared.adapters.github.writer import GitHubWriter

        return GitHubWriter(self._github(), RepositoryName.parse(repository), folder=folder)

    def _archive(self, source: SourceSpec) -> UploadedArchive:
        from shared.adapters.archives.commits import HostedArchive, UploadedArchive
        from shared.adapters.archives.hosts import ArchiveHosts

        if not source.location.startswith(("http://", "https://")):
            return UploadedArchive(self._private, source.location, folder=source.folder, now=_end_of_today)
        return HostedArchive(
            self._http,
            source.location,
            self.steps,
            self._claim.build,
            folder=source.folder,
            hosts=self._settings.git_hosts if self._claim.spec.trusted else ArchiveHosts(),
            now=_end_of_today,
        )

    def _github(self) -> GitHubApi:
        from shared.adapters.github.client import GitHubApi

        token = self._settings.github_token.get_secret_value() if self._claim.spec.trusted else ""
        return GitHubApi(self._http, token=token or None, base_url=self._settings.github_api_url, cache=self._private)


def _make_embedder(settings: Settings, http: HttpClient, model: str, dimensions: int) -> TextEmbedder:
    """Address, key and time-out are the deployment's: a repository must not say where the key is sent."""
    from shared.adapters.embedders.openai import AiGateway, OpenAIEmbedder

    return OpenAIEmbedder(
        http,
        api_key=settings.openai_api_key.get_secret_value() or None,
        model=model,
        dimensions=dimensions,
        base_url=settings.openai_base_url,
        timeout_s=settings.embed_timeout_s,
        max_attempts=settings.embed_max_attempts,
        gateway=AiGateway(settings.cf_aig_token.get_secret_value() or None) if settings.uses_gateway else None,
    )


def make_query_embedder(settings: Settings, http: HttpClient, name: str) -> TextEmbedder | None:
    """By the name that a manifest has, such as `openai/text-embedding-3-small@384`; None: it cannot be had here."""
    model, _, digits = name.removeprefix(_MODEL_KIND).rpartition("@")
    if not (name.startswith(_MODEL_KIND) and digits.isdecimal() and settings.can_embed):
        return None
    return _make_embedder(settings, http, model, int(digits))


def _end_of_today() -> datetime:
    """A page dated today shows."""
    return datetime.now(UTC).replace(hour=23, minute=59, second=59, microsecond=0)
