"""A query as a visitor types it: words, "phrases", -exclusions and filters.

`tag:name`, `before:2026-01-31` and `after:2026-01-31` filter by document; a filter that makes no sense is searched as words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.domain.text import Analyzer, Token

__all__ = ["MAX_QUERY_CHARS", "PROSE_WORDS", "Query", "QueryWord", "parse_query"]

MAX_QUERY_CHARS = 2_000
"""What follows is not read: nobody types it, and a long query costs the visitor's own time."""

PROSE_WORDS = 12
"""A query of more words is prose: its quotes and hyphens are punctuation, not operators."""

_PIECES = re.compile(r'(?P<minus>-)?"(?P<phrase>[^"]*)(?:"|$)|(?P<word>\S+)')


@dataclass(frozen=True, slots=True)
class QueryWord:
    """One thing to look for. `weight` is how often it was asked for; `completing` marks the word still being typed."""

    term: str
    surface: str
    weight: int
    whole: bool = False
    completing: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query. Phrases and exclusions are lists of terms that stand one after another."""

    words: tuple[QueryWord, ...]
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[tuple[str, ...], ...] = ()
    tags: tuple[str, ...] = ()
    after: str = ""
    """Earliest date, `YYYY-MM-DD`, the day itself included; empty for none."""
    before: str = ""
    """Latest date, the day itself included."""

    @property
    def is_empty(self) -> bool:
        return not self.words


def parse_query(text: str, analyzer: Analyzer, stop_words: frozenset[str], *, prefix: bool) -> Query:
    """Read a query. With `prefix`, a last word without anything behind it is taken as one still being typed."""
    text = text[:MAX_QUERY_CHARS]
    if len(text.split()) > PROSE_WORDS:
        return Query(_weigh(analyzer.tokens(text), [], stop_words, completing=False))
    free: list[Token] = []
    phrases: list[tuple[str, ...]] = []
    excluded: list[tuple[str, ...]] = []
    phrase_tokens: list[Token] = []
    tags: list[str] = []
    limits = {"after": "", "before": ""}
    last_is_word = False
    for piece in _PIECES.finditer(text):
        last_is_word = False
        if piece["phrase"] is not None:
            tokens = analyzer.tokens(piece["phrase"])
            terms = tuple(token.term for token in tokens if not token.whole)
            if terms and piece["minus"]:
                excluded.append(terms)
            elif terms:
                phrases.append(terms)
                phrase_tokens += tokens
            continue
        word = piece["word"]
        name, colon, value = word.partition(":")
        if colon and value and name == "tag":
            tags.append(value.casefold())
        elif colon and name in limits and _is_date(value):
            limits[name] = value
        elif word.startswith("-") and not word.startswith("--") and (tokens := analyzer.tokens(word[1:])):
            excluded.append(tuple(token.term for token in tokens if not token.whole))
        else:
            free += analyzer.tokens(word)
            last_is_word = True
    completing = prefix and last_is_word and not text[-1:].isspace()
    words = _weigh(free, phrase_tokens, stop_words, completing=completing)
    return Query(words, tuple(phrases), tuple(excluded), tuple(tags), limits["after"], limits["before"])


def _is_date(value: str) -> bool:
    try:
        return len(value) == 10 and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _weigh(
    free: list[Token], in_phrases: list[Token], stop_words: frozenset[str], *, completing: bool
) -> tuple[QueryWord, ...]:
    last = free[-1] if free and completing else None
    telling = [token for token in free if token.surface not in stop_words or token is last]
    chosen = in_phrases + telling if telling or in_phrases else free
    counts: dict[str, int] = {}
    first: dict[str, Token] = {}
    for token in chosen:
        counts[token.term] = counts.get(token.term, 0) + 1
        first.setdefault(token.term, token)
    return tuple(
        QueryWord(term, first[term].surface, count, first[term].whole, last is not None and last.term == term)
        for term, count in counts.items()
    )
