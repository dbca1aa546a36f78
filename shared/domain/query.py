"""A query as a visitor types it: words, "phrases", -exclusions and filters.

`tag:name`, `tag:"two words"`, `before:2026-01-31` and `after:2026-01-31` filter by document; a filter that makes no
sense is searched as words. A tag alone finds what has the tag.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from shared.domain.text import fold

if TYPE_CHECKING:
    from shared.domain.text import Analyzer, Token

__all__ = ["MAX_QUERY_CHARS", "PROSE_WORDS", "SPACE", "PlacedTerm", "Query", "QueryWord", "parse_query"]

MAX_QUERY_CHARS = 2_000
"""What follows is not read: nobody types it, and a long query costs the visitor's own time."""

PROSE_WORDS = 12
"""A query of more words is prose: its quotes and hyphens are punctuation, not operators."""

_Piece: TypeAlias = "tuple[list[Token], bool]"
"""The tokens of a word or of a quotation, and whether it is a quotation."""

# The white space of JavaScript's `\s`, spelt out: Python's is another.
SPACE = r"\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_PIECES = re.compile(rf'(?P<prefix>-|tag:)?"(?P<quoted>[^"]*)(?:"|$)|(?P<word>[^{SPACE}]+)')
_WORDS = re.compile(rf"[^{SPACE}]+")
_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", re.ASCII)


@dataclass(frozen=True, slots=True)
class QueryWord:
    """One thing to look for. `weight` is how often it was asked for; `completing` marks the word still being typed."""

    term: str
    surface: str
    weight: int
    whole: bool = False
    completing: bool = False


class PlacedTerm(NamedTuple):
    """A token of the query as it stands there. `position` counts all tokens that are looked for, stop words too.

    `telling` is what `Query.words` holds: no stop word, or asked for as if it were none.
    """

    term: str
    position: int
    telling: bool


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query. A phrase is its terms, one after another; an exclusion too, but their order does not matter."""

    words: tuple[QueryWord, ...]
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[tuple[str, ...], ...] = ()
    tags: tuple[str, ...] = ()
    after: str = ""
    """Earliest date, `YYYY-MM-DD`, the day itself included; empty for none."""
    before: str = ""
    """Latest date, the day itself included."""
    sequence: tuple[PlacedTerm, ...] = ()
    """What is looked for, in the order in which it is written, without wholes."""

    @property
    def is_empty(self) -> bool:
        return not self.words


def parse_query(text: str, analyzer: Analyzer, stop_words: frozenset[str], *, prefix: bool) -> Query:
    """Read a query. With `prefix`, a last word without anything behind it is taken as one still being typed."""
    text = text[:MAX_QUERY_CHARS]
    if len(_WORDS.findall(text)) > PROSE_WORDS:
        words, sequence = _weigh([(analyzer.tokens(text), False)], stop_words, completing=False)
        return Query(words, sequence=sequence)
    pieces: list[_Piece] = []
    phrases: list[tuple[str, ...]] = []
    excluded: list[tuple[str, ...]] = []
    tags: list[str] = []
    limits = {"after": "", "before": ""}
    end_of_last_word = -1
    for piece in _PIECES.finditer(text):
        word, quoted = piece["word"], piece["quoted"]
        name, _, value = (word or "").partition(":")
        if piece["prefix"] == "tag:" or (name == "tag" and value):
            tags.append(fold(value if quoted is None else quoted))
        elif quoted is None and name in limits and _DATE.fullmatch(value):
            limits[name] = value
        elif piece["prefix"] == "-" or (word and word[0] == "-" and word[:2] != "--" and len(word) > 1):
            excluded.append(_in_order(analyzer.tokens(word[1:] if quoted is None else quoted)))
        elif quoted is not None:
            tokens = analyzer.tokens(quoted)
            phrases.append(_in_order(tokens))
            pieces.append((tokens, True))
        elif tokens := analyzer.tokens(word):
            pieces.append((tokens, False))
            end_of_last_word = piece.end()
    if not any(tokens for tokens, _ in pieces):  # a filter alone: what it names is all there is to look for
        pieces = [(analyzer.tokens(tag), False) for tag in tags]
    words, sequence = _weigh(pieces, stop_words, completing=prefix and end_of_last_word == len(text))
    return Query(
        words,
        tuple(filter(None, phrases)),
        tuple(filter(None, excluded)),
        tuple(tags),
        limits["after"],
        limits["before"],
        sequence,
    )


def _in_order(tokens: list[Token]) -> tuple[str, ...]:
    return tuple(token.term for token in tokens if not token.whole)


def _weigh(
    pieces: list[_Piece], stop_words: frozenset[str], *, completing: bool
) -> tuple[tuple[QueryWord, ...], tuple[PlacedTerm, ...]]:
    """The words of the query, and what is looked for in order."""
    free = [token for tokens, quoted in pieces if not quoted for token in tokens]
    in_phrases = [token for tokens, quoted in pieces if quoted for token in tokens]
    last = free[-1] if free and completing else None
    telling = [token for token in free if token.surface not in stop_words or token is last]
    if not telling and not in_phrases:
        telling = free
    counts: dict[str, int] = {}
    shown = {last.term: last} if last else {}  # what is still being typed is completed as it stands now
    for token in in_phrases + telling:
        counts[token.term] = counts.get(token.term, 0) + 1
        shown.setdefault(token.term, token)
    words = tuple(
        QueryWord(term, shown[term].surface, count, shown[term].whole, last is not None and last.term == term)
        for term, count in counts.items()
    )
    chosen = {id(token) for token in in_phrases + telling}
    ordered = (token for tokens, _ in pieces for token in tokens if not token.whole)
    sequence = tuple(PlacedTerm(token.term, place, id(token) in chosen) for place, token in enumerate(ordered))
    return words, sequence
