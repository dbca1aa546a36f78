"""Snippets: the stretch of a section's text that shows why it was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from shared.domain.text import Analyzer

__all__ = ["SNIPPET_CHARS", "Snippet", "contains_phrase", "make_snippet"]

SNIPPET_CHARS = 200


class Snippet(NamedTuple):
    """Text without line breaks, and the (start, end) of what to highlight in it."""

    text: str
    marks: tuple[tuple[int, int], ...]


def make_snippet(text: str, terms: Collection[str], analyzer: Analyzer, *, max_chars: int = SNIPPET_CHARS) -> Snippet:
    """The stretch with the most different terms, the first of equal ones; the beginning if none occurs."""
    text = text.replace("\n", " ")
    hits = analyzer.find(text, terms)
    start = _best_start(hits, max_chars)
    start, end = _at_words(text, start, max_chars)
    marks = _merge((max(first, start), min(last, end)) for _, first, last in hits if start <= first < end)
    lead, trail = ("…" if start else ""), ("…" if end < len(text) else "")
    shift = len(lead) - start
    return Snippet(f"{lead}{text[start:end]}{trail}", tuple((first + shift, last + shift) for first, last in marks))


def _best_start(hits: Sequence[tuple[str, int, int]], max_chars: int) -> int:
    best, best_start = 0, 0
    last = 0
    for first, (_, start, _) in enumerate(hits):
        last = max(last, first)
        while last < len(hits) and hits[last][2] <= start + max_chars * 4 // 5:
            last += 1
        different = len({term for term, _, _ in hits[first:last]})
        if different > best:
            best, best_start = different, start
    return max(0, best_start - max_chars // 5) if best else 0


def _at_words(text: str, start: int, max_chars: int) -> tuple[int, int]:
    if start:
        space = text.find(" ", start, start + 24)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + max_chars)
    if end < len(text):
        space = text.rfind(" ", end - 24, end)
        end = space if space > start else end
    return start, end


def _merge(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def contains_phrase(terms: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether `phrase` stands in `terms`, one after another."""
    size = len(phrase)
    first = phrase[0]
    return any(
        terms[at] == first and list(terms[at : at + size]) == list(phrase) for at in range(len(terms) - size + 1)
    )
