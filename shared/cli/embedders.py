"""Make the embedder that settings, or a manifest, name. Imports it only then: its libraries are large."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from shared.errors import ConfigurationError

if TYPE_CHECKING:
    from shared.adapters.local.httpx_client import HttpxClient
    from shared.config import EmbedderConfig
    from shared.ports import TextEmbedder

__all__ = ["make_embedder", "settings_for_model"]

_KEY = "OPENAI_API_KEY"
_GATEWAY_TOKEN = "CF_AIG_TOKEN"  # noqa: S105 - the name of an environment variable
_GATEWAY_HOST = "//gateway.ai.cloudflare.com/"


def make_embedder(settings: EmbedderConfig) -> tuple[TextEmbedder | None, HttpxClient | None]:
    """The embedder, if there is to be one, and the connections that it uses, for the caller to close.

    Raises:
        ConfigurationError: the key is missing, or the static embedder's package.
    """
    if settings.kind == "none":
        return None, None
    if settings.kind == "static":
        from shared.adapters.embedders.static import StaticEmbedder

        return StaticEmbedder(settings.effective_dimensions), None
    key = os.environ.get(_KEY)
    if not key:
        raise ConfigurationError(
            f"embedder.kind is openai, but {_KEY} is not set in the environment; set it, or use --embedder static",
            setting=_KEY,
        )
    from shared.adapters.embedders.openai import AiGateway, OpenAIEmbedder
    from shared.adapters.local.httpx_client import HttpxClient

    http = HttpxClient()
    embedder = OpenAIEmbedder(
        http,
        api_key=key,
        model=settings.model,
        dimensions=settings.effective_dimensions,
        base_url=settings.base_url,
        timeout_s=settings.timeout_s,
        max_attempts=settings.max_attempts,
        gateway=AiGateway(os.environ.get(_GATEWAY_TOKEN)) if _GATEWAY_HOST in settings.base_url else None,
    )
    return embedder, http


def settings_for_model(name: str, settings: EmbedderConfig) -> EmbedderConfig:
    """`settings` for the embedder of a manifest's name, such as `static/wordllama-256@128`.

    Raises:
        ConfigurationError: this program knows no such embedder.
    """
    kind, _, rest = name.partition("/")
    model, _, digits = rest.rpartition("@")
    if kind not in {"static", "openai"} or not digits.isdecimal():
        raise ConfigurationError(f"this program knows no embedder {name}")
    return settings.model_copy(update={"kind": kind, "model": model, "dimensions": int(digits)})
