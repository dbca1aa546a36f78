"""Languages told by a page's top folder, as Astro, Starlight and VitePress sites arrange them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.content.layout import Metadata
    from shared.domain.content.layouts.front_matter import FrontMatterReader

__all__ = ["COMMON_LOCALES", "locale_of"]

COMMON_LOCALES = frozenset(
    "en en-us en-gb de es es-es es-419 fr fr-fr it ja ko nl pl pt pt-br pt-pt ru tr uk vi zh zh-cn zh-tw zh-hans "
    "zh-hant ar cs fa hi".split()
)
"""Folder names that mean a language even when no readable configuration says so."""


def locale_of(inner: str, reader: FrontMatterReader, metadata: Metadata, locales: Sequence[str]) -> Metadata:
    """`metadata` with the language of `inner`'s top folder, unless front matter named one.

    `locales` are the configured ones; none means that the configuration could not be read, not that there are none.
    """
    del reader
    top = inner.partition("/")[0]
    known = top in locales if locales else top.lower() in COMMON_LOCALES
    return replace(metadata, language=top) if known and not metadata.language else metadata
