"""Which addresses others may have us send requests to: public ones, over https, spelt as people spell them.

A name may still lead to a private address, which only who resolves it can see: Workers cannot reach private networks,
and whoever runs Inkdex elsewhere keeps it in a network of its own.
"""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from shared.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["check_callback_url", "check_public_url"]

_MAX_CHARS: Final = 2_000
_LABEL: Final = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_HOST: Final = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")
_PRIVATE_NAMES: Final = (
    "localhost", "local", "internal", "intranet", "private", "lan", "home", "corp", "localdomain", "home.arpa", "onion",
    "test", "invalid", "example", "arpa",
)  # fmt: skip
"""Top-level names that lead nowhere public (RFC 6761, RFC 6762, RFC 8375, and metadata services of clouds)."""


class _RefusedError(ValueError):
    """Why an address is not accepted."""


def check_callback_url(url: str, allowed: Collection[str] = ()) -> str:
    """The address, if a job's end may be told there. `allowed`: hosts, or host:port, that are trusted with anything.

    Raises:
        InputError: it may not.
    """
    return check_public_url(url, allowed, name="the callback URL", setting="CALLBACK_HOSTS", code="bad-callback-url")


def check_public_url(url: str, allowed: Collection[str], *, name: str, setting: str, code: str) -> str:
    """The address, if it is public or its host trusted. `name`, `setting` and `code` are those of the error.

    Raises:
        InputError: it is not accepted.
    """
    try:
        _check_url(url, allowed)
    except _RefusedError as why:
        raise InputError(f"{name} is not accepted: {why}. {setting} names hosts that are trusted", code=code) from None
    return url


def _check_url(url: str, allowed: Collection[str]) -> None:
    if len(url) > _MAX_CHARS or not url.isascii() or any(char <= " " or char in "\\\x7f" for char in url):
        raise _RefusedError("it has characters that no address has, or too many")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _RefusedError("it is no address") from None
    host = (parts.hostname or "").lower()
    trusted = {name.strip().lower() for name in allowed}
    is_trusted = host in trusted or f"{host}:{port or {'http': 80, 'https': 443}.get(parts.scheme)}" in trusted
    if parts.scheme != "https" and not (is_trusted and parts.scheme == "http"):
        raise _RefusedError("it must begin with https://")
    if "@" in parts.netloc:
        raise _RefusedError("it must not hold a user name or password")
    if "%" in parts.netloc or parts.netloc.endswith(":"):
        raise _RefusedError("its host is spelt oddly")
    if not is_trusted:
        _check_host(host, bracketed="[" in parts.netloc)


def _check_host(host: str, *, bracketed: bool) -> None:
    name = host.removesuffix(".")
    if bracketed:
        _check_address(name)
        return
    last = name.rpartition(".")[2]
    if re.fullmatch(r"[0-9]+|0x[0-9a-f]*", last):  # as URL parsers do: a host that ends in a number is an address
        if not re.fullmatch(r"(?:0|[1-9][0-9]{0,2})(?:\.(?:0|[1-9][0-9]{0,2})){3}", name):
            raise _RefusedError("its host is spelt oddly")
        _check_address(name)
        return
    if len(name) > 253 or not _HOST.fullmatch(name):
        raise _RefusedError("its host has no public name")
    if any(name == private or name.endswith(f".{private}") for private in _PRIVATE_NAMES):
        raise _RefusedError("its host is not public")


def _check_address(text: str) -> None:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        raise _RefusedError("its host is spelt oddly") from None
    if isinstance(address, ipaddress.IPv6Address) and not address.is_global:
        raise _RefusedError("its host is not public")
    if isinstance(address, ipaddress.IPv6Address):
        # Addresses that carry an IPv4 address: mapped, 6to4, Teredo, NAT64. None is a usual name of a server.
        embedded = address.ipv4_mapped or address.sixtofour or address.teredo
        if embedded or address in ipaddress.ip_network("64:ff9b::/96") or int(address) < 1 << 32:
            raise _RefusedError("its host is spelt oddly")
    if not address.is_global or address.is_multicast or address.is_reserved:
        raise _RefusedError("its host is not public")
