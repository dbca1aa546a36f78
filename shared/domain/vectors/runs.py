"""Runs: the pieces of a text that have vectors of their own where a query's vector is made without an embedder.

A run is a row of letters and marks, one digit, or a row of other signs. A model's tokens reach across no border between
these, but differ by case, and by whether they begin a word. So a run keeps its case, and one that begins a word is
written with a space in front: `re-Index it` is ` re`, `-`, `Index`, ` it`. The browser does the same; golden tests hold
both together.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from shared.domain.query import MAX_QUERY_CHARS, SPACE
from shared.domain.text.folding import lower
from shared.domain.text.shapes import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["MAX_RUN_CHARS", "find_runs", "is_run", "query_runs", "runs_of_piece", "split_run", "variants_of"]

MAX_RUN_CHARS: Final = 32
"""Longer runs are names of programs, encoded data and lines; they have no vector."""

_MAX_QUERY_RUNS: Final = 64
"""Different runs of a query that are looked up; each may cost a request."""

_ONE_CLASS: Final = re.compile(r" ?(?:[A-Za-z]+|[!-/:-@\[-`{-~]+)")
_PIECE: Final = re.compile(rf"[^{SPACE}]+")
_RUN: Final = re.compile(r"[Ulscm]+|d|[^Ulscmd]+")


def find_runs(text: str) -> Iterator[str]:
    """The runs of a text, in order."""
    for piece in _PIECE.findall(text):
        yield from runs_of_piece(piece)


def runs_of_piece(piece: str) -> list[str]:
    """The runs of a text without white space."""
    runs = []
    for match in _RUN.finditer(shape_of(piece)):
        start, end = match.span()
        if end - start <= MAX_RUN_CHARS:
            runs.append(" " * (start == 0) + piece[start:end])
    return runs


def is_run(text: str) -> bool:
    """Whether the whole text is one run that begins no word."""
    return (
        len(text) <= MAX_RUN_CHARS and _PIECE.fullmatch(text) is not None and _RUN.fullmatch(shape_of(text)) is not None
    )


def query_runs(text: str) -> list[str]:
    """The runs of a query that are looked up, repetitions included; what follows the 64th different one is not read."""
    found: list[str] = []
    known: set[str] = set()
    for run in find_runs(text[:MAX_QUERY_CHARS]):
        if run not in known and len(known) == _MAX_QUERY_RUNS:
            break
        known.add(run)
        found.append(run)
    return found


def split_run(run: str, ranks: Mapping[str, int]) -> list[str]:
    """The tokens of a run of ASCII letters or other ASCII signs; empty for any other run.

    Byte-pair encoding (Sennrich, Haddow and Birch 2016): of all neighbours that together are a token, those are joined
    whose token has the lowest rank, of equal ones the first. `ranks`: token -> its place in the vocabulary.
    """
    if not _ONE_CLASS.fullmatch(run):
        return []
    tokens = list(run)
    while True:
        pairs = [ranks.get(left + right, len(ranks)) for left, right in pairwise(tokens)]
        lowest = min(pairs, default=len(ranks))
        if lowest == len(ranks):
            return tokens
        place = pairs.index(lowest)
        tokens[place : place + 2] = [tokens[place] + tokens[place + 1]]


def variants_of(run: str) -> list[str]:
    """The run as it is, then what may stand for it, best first: another place in a word, lower case, a capital."""
    text = run.removeprefix(" ")
    small = lower(text)
    places = (" ", "") if run.startswith(" ") else ("", " ")
    return [place + form for form in (text, small, small[:1].upper() + small[1:]) for place in places]
