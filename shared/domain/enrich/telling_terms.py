"""The few terms that tell best what a page is about, before anyone knows which terms are rare on the site."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, Final

from shared.domain.text import Analyzer, stop_words

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["TELLING_TERMS", "choose_telling_terms"]

TELLING_TERMS: Final = 16

_FREQUENT_ENGLISH: Final = (
    "about above across after again all also although always among another any away back because been before"
    " below between both but can cannot could did do does done down during each either else etc even ever every"
    " example few first follow following get give given gives go had has have he her here him his if include"
    " includes information instead into itself just know last let like look made make makes many may means might"
    " more most much must need needs neither never new next no nor not now off often old once one only onto other"
    " our out over own per perhaps please put rather same see several shall she should show shows simple simply"
    " since so some still such sure take takes than their them then there therefore these they thing things those"
    " through thus too toward towards two under until up upon us use used uses using very via want way ways we"
    " well were whatever whenever where whereas whether while whole whose why within without would yes yet you"
    " your"
)
"""Words that are frequent whatever a page is about. More than the stop words of queries, where a rare question may be
made of such words."""


@cache
def _english_terms() -> frozenset[str]:
    return frozenset(Analyzer("en").terms(_FREQUENT_ENGLISH)) | stop_words("en")


def choose_telling_terms(term_counts: Mapping[str, float], language: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The terms of a document with the largest (weighted) counts, and the weight of each: ten times 1 + ln(count)."""
    is_english = language.lower().partition("-")[0] == "en"
    skipped = _english_terms() if is_english else stop_words(language)
    pairs = [(-count, term) for term, count in term_counts.items() if count > 1 and term not in skipped]
    if len(pairs) < TELLING_TERMS:
        pairs = [(-count, term) for term, count in term_counts.items() if term not in skipped]
    pairs.sort()
    chosen: list[tuple[float, str]] = []
    for pair in pairs:
        if _may_tell(pair[1]):
            chosen.append(pair)
            if len(chosen) == TELLING_TERMS:
                break
    return tuple([term for _, term in chosen]), tuple([_weight(-count) for count, _ in chosen])


def _may_tell(term: str) -> bool:
    """Single Latin letters and bare numbers tell nothing; a single Chinese character may."""
    return (len(term) > 1 or not term.isascii()) and not term[0].isdigit()


def _weight(count: float) -> int:
    return round(10 * (1 + math.log(max(count, 1.0))))
