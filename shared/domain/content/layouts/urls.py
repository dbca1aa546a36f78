"""Paths and URLs that cannot leave their site.

A *site path* is what follows the site's base in a URL, not yet percent-encoded: `guide/page/`, `about.html`, or "" for
the start page. Layouts compute site paths; only `SiteBase` turns them into URLs, so there is one place to get wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

__all__ = ["LinkTarget", "SiteBase", "clean_path", "is_web_address", "join_path", "parse_target"]

MAX_TARGET_CHARS = 4_096
"""Longer link targets are data URIs or attacks, never addresses of a page."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_WEB_ADDRESS = re.compile(r"https?://[^\s/\\\"<>][^\s\\\"<>]*", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{\{|\{%|<")
_SEGMENT_SAFE = "!$&'()*+,;=:@~"  # RFC 3986, section 3.3: pchar


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """An internal link's two halves, both percent-decoded; a query is dropped, since pages are files."""

    path: str
    fragment: str


def parse_target(target: str) -> LinkTarget | None:
    """Split a link as written; None if it leads off the site or is not an address at all."""
    target = target.strip()
    if len(target) > MAX_TARGET_CHARS or _TEMPLATE.search(target):
        return None
    path, _, fragment = target.partition("#")
    if _SCHEME.match(path):
        return None
    # Decoded before the checks: browsers and servers disagree on `%2e%2e%2f` and `%5c`, so none may slip through.
    path = unquote(path.partition("?")[0])
    if path.startswith("//") or "\\" in path or _CONTROL.search(path):
        return None
    return LinkTarget(path, _CONTROL.sub("", unquote(fragment).partition(":~:")[0]))


def is_web_address(value: str) -> bool:
    """Whether `value` is an absolute `http` or `https` address without anything that could break out of it."""
    return bool(_WEB_ADDRESS.fullmatch(value)) and not _CONTROL.search(value)


def clean_path(path: str) -> str:
    """Resolve `.`, `..` (which stops at the top) and `//`. A slash at the end stays, one at the start goes."""
    kept: list[str] = []
    parts = _CONTROL.sub("", path).replace("\\", "/").split("/")
    for part in parts:
        if part == "..":
            del kept[-1:]
        elif part not in ("", "."):
            kept.append(part)
    ends_as_folder = parts[-1] in ("", ".", "..")
    return "/".join(kept) + ("/" if kept and ends_as_folder else "")


def join_path(folder: str, relative: str) -> str | None:
    """`relative` seen from `folder`; None when it climbs above the top, as a path to a file must not be clamped."""
    depth = 0
    for part in (folder + "/" + relative).split("/"):
        depth += -1 if part == ".." else 0 if part in ("", ".") else 1
        if depth < 0:
            return None
    return clean_path(folder + "/" + relative)


@dataclass(frozen=True, slots=True)
class SiteBase:
    """Where a site is served: `origin` is "" or `https://example.org`, `prefix` is a path like `/` or `/docs/`."""

    origin: str
    prefix: str

    @classmethod
    def parse(cls, base_url: str) -> SiteBase:
        """Read a base as people write it: `/docs`, `docs/`, `https://example.org/docs`. What cannot be read is `/`."""
        try:
            parts = urlsplit(base_url.strip())
        except ValueError:
            return cls("", "/")
        is_address = is_web_address(base_url.strip())
        if not is_address and (parts.scheme or parts.netloc):
            return cls("", "/")
        path = clean_path(unquote(parts.path) + "/")
        origin = f"{parts.scheme.lower()}://{parts.netloc}" if is_address else ""
        return cls(origin, _encode("/" + path))

    def url(self, site_path: str) -> str:
        """The URL of a site path, percent-encoded; it never leaves the base, whatever `site_path` says."""
        return self.origin + self.prefix + _encode(clean_path(site_path))

    def site_path(self, url: str) -> str:
        """The site path of one of the site's own URLs."""
        return self._below_prefix(unquote(url.removeprefix(self.origin)))

    def resolve(self, url: str, target_path: str) -> str:
        """What `target_path` (decoded) on the page at `url` leads to, as a browser resolves it, kept below the base."""
        if target_path.startswith("/"):
            return self.url(self._below_prefix(target_path))
        folder = self.site_path(url).rpartition("/")[0]
        return self.url(folder + "/" + target_path)

    def _below_prefix(self, path: str) -> str:
        """Generators differ in whether authors write the prefix in links; so it is taken off where it is there."""
        prefix = unquote(self.prefix)
        return clean_path("" if path + "/" == prefix else path.removeprefix(prefix))


def _encode(path: str) -> str:
    return quote(path, safe=_SEGMENT_SAFE + "/", errors="replace")
