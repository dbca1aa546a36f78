"""Known-item search: queries made from pages, to be answered with the page that each was made from."""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shared.usecases.search_site import SiteSearch

__all__ = ["Answered", "KnownItem", "Latency", "ask_all", "make_known_items", "mean_reciprocal_rank"]

_SEED = 20261122
_PHRASE_WORDS = 6
_MIN_TITLE_WORDS = 2
_DEPTH = 10
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]+")
_LETTERS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class KnownItem:
    """`kind`: `title` or `phrase`. `document`: the number of the page that the text was taken from."""

    kind: str
    text: str
    document: int


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds."""

    p50_ms: float
    p95_ms: float
    max_ms: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Latency:
        times = sorted(seconds)
        p50, p95 = (times[min(len(times) - 1, len(times) * share // 100)] for share in (50, 95))
        return cls(p50 * 1000, p95 * 1000, times[-1] * 1000)


@dataclass(frozen=True, slots=True)
class Answered:
    """`first`: each query for the first time, in a process that has answered others. `again`: all of them once more."""

    first: Latency
    again: Latency
    reciprocal_ranks: Mapping[str, float]
    queries: int


def make_known_items(search: SiteSearch, count: int) -> list[KnownItem]:
    """About `count` queries, always the same: half are titles of one page only, half phrases that stand in one page.

    Titles that differ in case or punctuation only are the same.
    """
    rng = random.Random(_SEED)
    numbers = range(search.source.document_count)
    titles = [search.source.document(number).fields["title"] for number in numbers]
    bodies = [_prose(search, number) for number in numbers]
    spread = Counter(map(_heard, titles))
    usable = [n for n in numbers if spread[_heard(titles[n])] == 1 and len(titles[n].split()) >= _MIN_TITLE_WORDS]
    items = [KnownItem("title", titles[n], n) for n in rng.sample(usable, min(count // 2, len(usable)))]
    everything = "\n".join(bodies)
    frequency = Counter(word for body in bodies for word in set(_WORD.findall(body.lower())))
    pages = rng.sample(numbers, len(numbers))
    phrases = 0
    for number in pages:
        if phrases >= count // 2:
            break
        phrase = _distinctive_phrase(bodies[number], frequency, rng, len(numbers))
        if phrase and everything.count(phrase) == bodies[number].count(phrase):
            items.append(KnownItem("phrase", phrase, number))
            phrases += 1
    return items


def _heard(title: str) -> str:
    """A title as it is said: nobody can tell `Casts (C)` from `Casts (C++)` who searches without punctuation and case.

    No stemming: every program has its own.
    """
    return " ".join(_LETTERS.findall(title.casefold()))


def _prose(search: SiteSearch, number: int) -> str:
    return "\n".join(section["text"] for section in search.source.document(number).fields["sections"])


def _distinctive_phrase(body: str, frequency: Mapping[str, int], rng: random.Random, documents: int) -> str | None:
    """Six words in a row of one line, two of them rare: what a reader remembers of a page."""
    rare = max(2, documents // 200)
    lines = [line for line in body.splitlines() if len(_WORD.findall(line)) >= _PHRASE_WORDS]
    rng.shuffle(lines)
    for line in lines:
        words = list(_WORD.finditer(line))
        places = list(range(len(words) - _PHRASE_WORDS + 1))
        rng.shuffle(places)
        for place in places:
            chosen = words[place : place + _PHRASE_WORDS]
            if sum(frequency[word.group().lower()] <= rare for word in chosen) >= 2:
                return line[chosen[0].start() : chosen[-1].end()]
    return None


async def ask_all(search: SiteSearch, items: Sequence[KnownItem], warm_up: int) -> Answered:
    """Answer the first `warm_up` items untimed, the others timed; then the others again."""
    for item in items[:warm_up]:
        await search.search(item.text)
    timed = items[warm_up:]
    first: list[float] = []
    ranks: dict[str, list[float]] = {}
    for item in timed:
        start = time.perf_counter()
        answer = await search.search(item.text, limit=_DEPTH)
        first.append(time.perf_counter() - start)
        found = [result.number for result in answer.results]
        rank = 1 / (found.index(item.document) + 1) if item.document in found else 0.0
        ranks.setdefault(item.kind, []).append(rank)
    again: list[float] = []
    for item in timed:
        start = time.perf_counter()
        await search.search(item.text, limit=_DEPTH)
        again.append(time.perf_counter() - start)
    return Answered(Latency.of(first), Latency.of(again), mean_reciprocal_rank(ranks), len(timed))


def mean_reciprocal_rank(ranks: Mapping[str, Sequence[float]]) -> dict[str, float]:
    return {kind: sum(values) / len(values) for kind, values in ranks.items() if values}
