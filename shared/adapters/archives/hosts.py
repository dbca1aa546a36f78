"""Which hosts archives may come from, and which tokens they get."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from shared.domain.callback_urls import check_public_url
from shared.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

__all__ = ["ArchiveHosts", "host_of", "read_tokens"]

_SETTING: Final = "ARCHIVE_TOKENS"
_TOKENS: Final = TypeAdapter(dict[str, str])
_PORTS: Final = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class ArchiveHosts:
    """Public hosts are asked over https; those that are `trusted` may be private, and may be asked over http.

    `trusted` are hosts or host:port. `tokens` are by host, which means its https on port 443, or by host:port.
    """

    trusted: Collection[str] = ()
    tokens: Mapping[str, str] = field(default_factory=dict, repr=False)

    def check(self, url: str) -> str:
        """The address, if an archive may be fetched from it.

        Raises:
            InputError: it may not (`bad-archive-url`).
        """
        name, code = "the archive's address", "bad-archive-url"
        return check_public_url(url, self.trusted, name=name, setting="ARCHIVE_HOSTS", code=code)

    def identify(self, url: str) -> dict[str, str]:
        """The headers that tell this host who is asking; none for a host without a token."""
        parts = urlsplit(url)
        port = parts.port or _PORTS[parts.scheme]
        host = (parts.hostname or "").lower()
        tokens = {name.strip().lower(): token for name, token in self.tokens.items()}
        token = tokens.get(f"{host}:{port}")
        if token is None and (parts.scheme, port) == ("https", 443):
            token = tokens.get(host)
        if not token:
            return {}
        # GitLab puts `/-/` before whatever it has of a project; Gitea and Forgejo have nothing of the kind.
        is_gitlab = "/-/" in parts.path or "/api/v4/" in parts.path
        return {"private-token": token} if is_gitlab else {"authorization": f"token {token}"}


def read_tokens(text: str) -> dict[str, str]:
    """The setting: JSON such as `{"git.example.org": "token"}`; nothing at all means no tokens.

    Raises:
        ConfigurationError: it is something else. The message does not show it.
    """
    if not text.strip():
        return {}
    try:
        tokens = _TOKENS.validate_json(text)
    except ValidationError:
        tokens = None
    if tokens is None or not all(token.isascii() and token.isprintable() for token in tokens.values()):
        raise ConfigurationError(
            f'{_SETTING} is not JSON of a token for each host, such as {{"git.example.org": "…"}}', setting=_SETTING
        )
    return tokens


def host_of(url: str) -> str:
    """What a message may show of an address: its path and query may carry secrets."""
    return urlsplit(url).hostname or "its host"
