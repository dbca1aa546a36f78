"""What the application needs from where it runs: settings and ports. `wiring` makes it in the Worker, `local` here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shared.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from shared.ports import ArtifactReader, Cache, Coordinator, ObjectStore, RateLimiter, TextEmbedder

__all__ = ["ApiSettings", "Deployment"]


@dataclass(frozen=True, slots=True)
class ApiSettings:
    """What an operator sets. Secrets are never shown."""

    public_url: str = ""
    """The deployment's address, for links in answers; empty: as the request has it."""
    secret: str = field(default="", repr=False)
    """From which the secrets of sites are derived."""
    admin_token: str = field(default="", repr=False)
    api_token: str = field(default="", repr=False)
    open_jobs: bool = False
    """Anybody may start builds."""
    callback_hosts: tuple[str, ...] = ()
    max_body_bytes: int = 1_000_000
    """Of hooks and JSON."""
    max_upload_bytes: int = 25_000_000
    """Of archives."""
    query_cap_per_day: int = 10_000
    """Embedded queries of one site, UTC."""
    query_timeout_s: float = 3.0

    def need_secret(self) -> str:
        if not self.secret:
            raise ConfigurationError("INKDEX_SECRET is not set, from which the secrets of sites are derived")
        return self.secret


@dataclass(frozen=True, slots=True)
class Deployment:
    """`private`: registry, uploads and steps. `artifacts`: what is published; `reader` reads the same for visitors."""

    settings: ApiSettings
    private: ObjectStore
    artifacts: ObjectStore
    reader: ArtifactReader
    cache: Cache
    limiter: RateLimiter
    coordinator: Callable[[str], Coordinator]
    query_embedder: Callable[[str], TextEmbedder | None]
    """By the name that a manifest gives it; None: this deployment cannot embed queries for it."""
    asset: Callable[[str], Awaitable[bytes | None]]
    """A file of the search page, by its name below `/_inkdex/`."""
    now: Callable[[], float]
    new_id: Callable[[], str]
    """32 random hexadecimal digits."""
    probes: Mapping[str, Callable[[], Awaitable[object]]] = field(default_factory=dict)
    """Further things that /health is to try, by name."""
