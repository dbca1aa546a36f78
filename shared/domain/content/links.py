"""Targets of links and media: what may be published, and where it leads."""

from __future__ import annotations

import re

__all__ = ["is_data_uri", "is_unsafe"]

_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028\u2029\ufeff]+")
_UNSAFE = re.compile(
    r"(?:javascript|vbscript|livescript|mocha|jscript|data|blob|filesystem|view-source):", re.IGNORECASE
)


def is_unsafe(target: str) -> bool:
    """Whether a browser may run `target` as a program, or show what it holds as a page of the site."""
    return ":" in target and _UNSAFE.match(_IGNORED_BY_BROWSERS.sub("", target)) is not None


def is_data_uri(target: str) -> bool:
    """Whether `target` is the content itself: harmless as an image, useless in an index."""
    return target[:5].lower() == "data:"
