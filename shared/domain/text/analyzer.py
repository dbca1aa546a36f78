"""From a text to its tokens, terms and word forms."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from shared.domain.text.folding import fold, lower, normalize, strip_diacritics
from shared.domain.text.stemming import STEMMER_BY_LANGUAGE, load_stemmer
from shared.domain.text.words import Apostrophes, Piece, find_pieces

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["TOKENIZER_VERSION", "Analyzer", "Token"]

TOKENIZER_VERSION = 1

_CHUNK = re.compile(
    r"[A-Za-z0-9_.'+#:\-"
    r"\u00aa\u00ad\u00b2\u00b3\u00b5\u00b7\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff"
    r"\u200c-\u200f\u2010\u2011\u2019\u2028-\u202e\u2060-\u2fff\u3003-\u3007\u3021-\U0010ffff]+"
)
"""What may hold a token: runs without spaces and without the commonest punctuation. Where a run ends never changes its
tokens; the shorter the runs, the oftener they repeat and are found in the cache."""

_ENGLISH_SUFFIXES = frozenset({"s", "ll", "re", "ve", "d", "m"})
_APOSTROPHES_BY_LANGUAGE = {
    "en": Apostrophes(joins=True, suffixes=_ENGLISH_SUFFIXES),
    "uk": Apostrophes(joins=True, suffixes=frozenset()),
    "be": Apostrophes(joins=True, suffixes=frozenset()),
}
_SPLITTING = Apostrophes(joins=False, suffixes=frozenset())

_MAX_CACHED_CHUNKS = 65_536
_MAX_CACHED_CHUNK_CHARS = 48


class Token(NamedTuple):
    """A token of a text.

    `term` is what the index holds. `surface` is the token folded as it is written, not stemmed. `position` counts
    tokens from 0; `start` and `end` are code-point offsets into the text that was analysed. `whole` marks a name that
    also follows in parts; it shares the position of its first part.
    """

    term: str
    surface: str
    position: int
    start: int
    end: int
    whole: bool


class _Analysis(NamedTuple):
    terms: tuple[str, ...]
    forms: tuple[tuple[str, str], ...]


class Analyzer:
    """Analyses texts of one language (BCP 47: `en`, `de-AT`). A language without a stemmer is indexed as written."""

    def __init__(self, language: str) -> None:
        self.language = language
        primary = re.split("[-_]", language.lower(), maxsplit=1)[0]
        self.stemmer = STEMMER_BY_LANGUAGE.get(primary)
        self._stem: Callable[[str], str] = load_stemmer(self.stemmer) if self.stemmer else strip_diacritics
        self._apostrophes = _APOSTROPHES_BY_LANGUAGE.get(primary, _SPLITTING)
        self._terms_of = _TermsByChunk(self)

    def terms(self, text: str) -> list[str]:
        """The terms of `tokens(text)`, in the same order."""
        return list(chain.from_iterable(map(self._terms_of.__getitem__, _CHUNK.findall(text))))

    def count_terms(self, text: str) -> dict[str, int]:
        """Term -> how often it occurs in `text`."""
        return Counter(chain.from_iterable(map(self._terms_of.__getitem__, _CHUNK.findall(text))))

    def word_forms(self, text: str) -> set[tuple[str, str]]:
        """(term, surface) of every token of `text` whose term is not its surface: what a reader may see or type."""
        forms: set[tuple[str, str]] = set()
        for chunk in set(_CHUNK.findall(text)):
            forms.update(self._forms_of[chunk])
        return forms

    def tokens(self, text: str) -> list[Token]:
        """The tokens of `text`, in the order of their positions, a whole before its parts."""
        tokens: list[Token] = []
        position = 0
        for match in _CHUNK.finditer(text):
            normal, origins = normalize(match.group())
            after_whole = False
            for piece in find_pieces(normal, self._apostrophes):
                term, surface = self._name(piece, normal)
                start, end = _place(piece, origins)
                tokens.append(Token(term, surface, position, match.start() + start, match.start() + end, piece.whole))
                if not piece.whole:
                    position += 1
        return tokens
