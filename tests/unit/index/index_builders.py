"""Chunks of parts made up from numbers, for tests of the index."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from shared.domain.index.partial import PartChunk
from shared.domain.index.postings import LEVELS, pack_entry

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["MadePart", "make_chunk", "make_part"]


def make_chunk(terms: Mapping[str, Mapping[int, int]], words: Mapping[str, int] | None = None) -> PartChunk:
    """`terms`: term -> local section id -> level. Entries stand in the order given, as weighing leaves them."""
    words = words or {}
    return PartChunk(
        list(terms),
        [len(levels) for levels in terms.values()],
        array("I", [pack_entry(level, section) for levels in terms.values() for section, level in levels.items()]),
        list(words),
        list(words.values()),
    )


@dataclass(frozen=True)
class MadePart:
    """A part at `base` whose content follows from `seed`."""

    base: int
    chunk: PartChunk

    @property
    def pair(self) -> tuple[int, PartChunk]:
        return self.base, self.chunk


def make_part(base: int, seed: int, *, sections: int, vocabulary: Sequence[str]) -> MadePart:
    """A part of so many sections. The first term of the vocabulary stands in all of them, so its list grows a tail."""
    random = Random(f"{base} {seed}")
    terms: dict[str, dict[int, int]] = {}
    words: dict[str, int] = {}
    for place, term in enumerate(vocabulary):
        if place and random.random() < 0.5:
            continue
        held = range(sections) if place == 0 else sorted(random.sample(range(sections), random.randint(0, sections)))
        if held:
            terms[term] = {section: random.randint(1, LEVELS) for section in held}
            words[f"{term}ing"] = random.randint(1, 9)
    return MadePart(base, make_chunk(terms, words))
