"""Languages told by a page's top folder, as Astro, Starlight and VitePress sites arrange them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.content.layout import Metadata

__all__ = ["COMMON_LOCALES", "locale_of"]

COMMON_LOCALES = frozenset((
    "ar", "cs", "de", "en", "en-gb", "en-us", "es", "es-419", "es-es", "fa", "fr", "fr-fr", "hi", "it", "ja", "ko",
    "nl", "pl", "pt", "pt-br", "pt-pt", "ru", "tr", "uk", "vi", "zh", "zh-cn", "zh-hans", "zh-hant", "zh-tw",
))  # fmt: skip
"""Folder names that mean a language even when no readable configuration says so."""


def locale_of(inner: str, metadata: Metadata, locales: Sequence[str]) -> Metadata:
    """`metadata` with the language of `inner`'s top folder, unless front matter named one.

    `locales` are the configured ones; none means that the configuration could not be read, not that there are none.
    """
    top = inner.partition("/")[0]
    known = top in locales and top != "root" if locales else top.lower() in COMMON_LOCALES
    return replace(metadata, language=top) if known and not metadata.language else metadata
