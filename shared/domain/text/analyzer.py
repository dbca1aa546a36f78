"""From a text to its tokens, terms and word forms."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from shared.domain.text.folding import fold_normal, lower, normalize
from shared.domain.text.languages import STEMMER_BY_LANGUAGE, primary_language
from shared.domain.text.stemming import load_stemmer
from shared.domain.text.words import MAX_TERM_CHARS, Apostrophes, find_pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from shared.domain.text.words import Piece

__all__ = ["TOKENIZER_VERSION", "Analyzer", "Token"]

TOKENIZER_VERSION = 1

_CHUNK = re.compile(
    r"[A-Za-z0-9_.'+#:\-"
    r"\u00aa\u00ad\u00b2\u00b3\u00b5\u00b7\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff"
    r"\u200c-\u200f\u2010\u2011\u2019\u2028-\u202e\u2060-\u2fff\u3003-\u3007\u3021-\U0010ffff]+"
)
"""What may hold a token: runs without spaces and without the commonest punctuation. Where a run ends never changes its
tokens; the shorter the runs, the oftener they repeat and are found in the cache."""

_PLAIN_WORD = re.compile(r"([A-Za-z][a-z]{1,30})[.:]?\Z")
"""The chunks that need no rules: most of them. A short cut, without which the tokens are the same."""

_ENGLISH_SUFFIXES = frozenset({"s", "ll", "re", "ve", "d", "m"})
_APOSTROPHES_BY_LANGUAGE = {
    "en": Apostrophes(joins=True, suffixes=_ENGLISH_SUFFIXES),
    "uk": Apostrophes(joins=True, suffixes=frozenset()),
    "be": Apostrophes(joins=True, suffixes=frozenset()),
}
_SPLITTING = Apostrophes(joins=False, suffixes=frozenset())

_WORD_CHARS = range(2, 33)
"""How long the words are that completion and correction may offer."""

_MAX_CACHED_TOKENS = 10_000
_MAX_CACHED_CHUNKS = 10_000
"""Few enough for a Worker, which parses all pages of a site. Six times as many save no time that could be measured."""
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


class _ChunkToken(NamedTuple):
    """A token of a chunk: `start` and `end` count from the chunk's start; `word` tells a plain word, written as one."""

    term: str
    surface: str
    start: int
    end: int
    whole: bool
    word: bool


class Analyzer:
    """Analyses texts of one language (BCP 47: `en`, `de-AT`). A language without a stemmer is indexed as written."""

    def __init__(self, language: str) -> None:
        self.language = language
        primary = primary_language(language)
        self.stemmer = STEMMER_BY_LANGUAGE.get(primary)
        self._stem: Callable[[str], str] = load_stemmer(self.stemmer) if self.stemmer else fold_normal
        self._apostrophes = _APOSTROPHES_BY_LANGUAGE.get(primary, _SPLITTING)
        self._chunks = _Chunks(self._analyze_chunk)
        self._tokens_by_chunk: dict[str, tuple[_ChunkToken, ...]] = {}
        self._sequences = _Sequences(self._chunk_tokens)

    def terms(self, text: str) -> list[str]:
        """The terms of `tokens(text)`, in the same order."""
        return list(self._iterate_terms(text))

    def count_terms(self, text: str) -> dict[str, int]:
        """Term -> how often it occurs in `text`."""
        return self.count_chunk_terms(self.split(text))

    def count_words(self, text: str) -> dict[str, int]:
        """Surface -> how often it occurs in `text`; plain words only, to complete and correct queries."""
        return self.count_chunk_words(Counter(self.split(text)))

    def split(self, text: str) -> list[str]:
        """The chunks of a text: who counts both its terms and its words splits it once."""
        return _CHUNK.findall(text)

    def count_chunk_terms(self, chunks: Iterable[str]) -> dict[str, int]:
        """`count_terms` of texts that have been split."""
        return Counter(chain.from_iterable(map(self._chunks.__getitem__, chunks)))

    def count_chunk_words(self, chunks: Mapping[str, int]) -> dict[str, int]:
        """`count_words` of texts that have been split: chunk -> how often it is there."""
        counts: dict[str, int] = {}
        for chunk, count in chunks.items():
            for surface in self._chunks.words_of(chunk)[1::2]:
                counts[surface] = counts.get(surface, 0) + count
        return counts

    def tokens(self, text: str) -> list[Token]:
        """The tokens of `text`, in the order of their positions; a whole comes before its parts."""
        tokens: list[Token] = []
        position = 0
        for match in _CHUNK.finditer(text):
            for term, surface, start, end, whole, _ in self._chunk_tokens(match.group()):
                tokens.append(Token(term, surface, position, match.start() + start, match.start() + end, whole))
                position += not whole
        return tokens

    def sequence(self, text: str) -> list[str]:
        """The terms of `tokens(text)` by position: without wholes."""
        return list(chain.from_iterable(map(self._sequences.__getitem__, _CHUNK.findall(text))))

    def find(self, text: str, terms: Collection[str]) -> list[tuple[str, int, int]]:
        """(term, start, end) of the tokens of `text` whose term is one of `terms`: `tokens`, but much faster."""
        found: list[tuple[str, int, int]] = []
        wanted = set(terms)
        for match in _CHUNK.finditer(text):
            chunk = match.group()
            if not wanted.isdisjoint(self._chunks[chunk]):
                offset = match.start()
                found += [
                    (token.term, offset + token.start, offset + token.end)
                    for token in self._chunk_tokens(chunk)
                    if token.term in wanted
                ]
        return found

    def _chunk_tokens(self, chunk: str) -> tuple[_ChunkToken, ...]:
        tokens = self._tokens_by_chunk.get(chunk)
        if tokens is None:
            tokens = tuple(self._analyze_chunk(chunk))
            if len(self._tokens_by_chunk) >= _MAX_CACHED_TOKENS:
                self._tokens_by_chunk.clear()
            self._tokens_by_chunk[chunk] = tokens
        return tokens

    def _iterate_terms(self, text: str) -> Iterator[str]:
        return chain.from_iterable(map(self._chunks.__getitem__, _CHUNK.findall(text)))

    def _analyze_chunk(self, chunk: str) -> Iterator[_ChunkToken]:
        plain = _PLAIN_WORD.match(chunk)
        if plain:
            surface = plain[1].lower()
            yield _ChunkToken(self._stem(surface), surface, 0, len(surface), whole=False, word=True)
            return
        text, origins = normalize(chunk)
        for piece in find_pieces(text, self._apostrophes):
            surface = fold_normal(text[piece.start : piece.end])
            term = self._find_term(piece)
            if 0 < len(term) <= MAX_TERM_CHARS:
                start, end = piece.start, piece.end
                if origins is not None:
                    start, end = origins[start], _end_of_origin(origins, end)
                yield _ChunkToken(term, surface, start, end, piece.whole, _is_word(piece, surface))

    def _find_term(self, piece: Piece) -> str:
        word = lower(piece.text)
        if piece.word and (word.isascii() or max(word) <= "\uffff"):
            return self._stem(word)
        return fold_normal(word)


def _is_word(piece: Piece, surface: str) -> bool:
    """Whether the token is a plain word, written as one; `utf8` is, pairs of ideographs and `3.11` are not."""
    if len(surface) not in _WORD_CHARS or len(piece.text) != piece.end - piece.start:
        return False
    return piece.word or (surface.isascii() and surface.isalnum() and not surface.isdecimal())


def _end_of_origin(origins: list[int], end: int) -> int:
    """Where the character before `end` ends in the original: where the next one from elsewhere starts."""
    last = origins[end - 1]
    while origins[end] == last:
        end += 1
    return origins[end]


class _Chunks(dict[str, tuple[str, ...]]):
    """Chunk -> its terms, analysed when first asked for; a bounded number of short chunks is remembered.

    A dictionary, so that `map` over it runs in C for the chunks that repeat, which are nearly all.
    """

    def __init__(self, analyze: Callable[[str], Iterable[_ChunkToken]]) -> None:
        super().__init__()
        self._analyze = analyze
        self._words: dict[str, tuple[str, ...]] = {}

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        return self._remember(chunk)[0]

    def words_of(self, chunk: str) -> tuple[str, ...]:
        """Term, surface, term, surface, ... of the chunk's plain words."""
        words = self._words.get(chunk)
        return self._remember(chunk)[1] if words is None else words

    def _remember(self, chunk: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        tokens = list(self._analyze(chunk))
        terms = tuple([token.term for token in tokens])
        words = tuple(chain.from_iterable([token[:2] for token in tokens if token.word]))
        if len(chunk) <= _MAX_CACHED_CHUNK_CHARS:
            if len(self) >= _MAX_CACHED_CHUNKS:
                self.clear()
                self._words.clear()
            self[chunk] = terms
            self._words[chunk] = words
        return terms, words


class _Sequences(dict[str, tuple[str, ...]]):
    """Chunk -> its terms without wholes; a bounded number of short chunks is remembered, as above."""

    def __init__(self, analyze: Callable[[str], Iterable[_ChunkToken]]) -> None:
        super().__init__()
        self._analyze = analyze

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        terms = tuple([token.term for token in self._analyze(chunk) if not token.whole])
        if len(chunk) <= _MAX_CACHED_CHUNK_CHARS:
            if len(self) >= _MAX_CACHED_CHUNKS:
                self.clear()
            self[chunk] = terms
        return terms
