"""Words so frequent that a query is better understood by its other words. They are indexed like all others."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["stop_words"]

_STOP_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": frozenset(
            "a an and are as at be by for from how i in is it of on or that the this to was what when where which who will with".split()
        ),
    }
)


def stop_words(language: str) -> frozenset[str]:
    """The stop words of a language (BCP 47) as folded surfaces; empty for a language without a list."""
    return _STOP_WORDS.get(language.lower().split("-")[0], frozenset())
