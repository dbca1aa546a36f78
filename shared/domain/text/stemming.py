"""Stemming by Snowball's algorithms, in the version that the browser's stemmers were generated from.

Snowball wants words as they are spelt, with the diacritics of its language (German `häuser` -> `haus`); readers type
them without. So a word is stemmed with the diacritics that its algorithm knows, and the stem is stripped of them.
"""

from __future__ import annotations

import importlib
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, cast

from shared.domain.text.folding import strip_diacritics

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["EQUAL_PYSTEMMER", "KNOWN_DIACRITICS", "load_pure", "load_stemmer"]

EQUAL_PYSTEMMER = "3.1.0"
"""The version of PyStemmer that stems as the pinned `snowballstemmer` does."""

KNOWN_DIACRITICS: Mapping[str, frozenset[str]] = MappingProxyType({
    algorithm: frozenset(letters)
    for algorithm, letters in {
        "basque": "ñ", "catalan": "àáçèéìíïòóúü", "czech": "áéíóúýčěňřšťůž", "danish": "åæø",
        "dutch": "àáâäèéêëìíîïòóôöùúûü", "esperanto": "áéíóúĉĝĥĵŝŭ", "estonian": "äõöüšž", "finnish": "äöø",
        "french": "àâçèéêëîïôùû", "german": "ßäöü", "greek": "ΐάέήίΰςϊϋόύώ", "hungarian": "áéíóöúüőű",
        "irish": "áéíóú", "italian": "àáèéìíòóùú", "lithuanian": "ąčėęįšūųž", "norwegian": "åæêòóôø",
        "polish": "óąćęłńśź", "portuguese": "áâãçéêíóôõú", "romanian": "âîăşţșț", "russian": "ё",
        "serbian": "ćčđšž", "spanish": "áéíóúü", "swedish": "äåö", "turkish": "çöüğış",
    }.items()
})  # fmt: skip
"""Algorithm -> the letters it knows that folding would change. Others are folded before the word is stemmed, so that
`résumé` in an English text meets `resume`."""

_MAX_CACHED_WORDS = 20_000


class _SnowballStemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802


def load_pure(algorithm: str) -> _SnowballStemmer:
    """Snowball's algorithm in Python: the reference, and what the Worker runs.

    Imports the generated module itself, because `snowballstemmer.stemmer` silently takes PyStemmer, of whatever
    version, where it is installed.
    """
    module = importlib.import_module(f"snowballstemmer.{algorithm}_stemmer")
    return cast("_SnowballStemmer", getattr(module, f"{algorithm.title()}Stemmer")())


def _load_compiled(algorithm: str) -> _SnowballStemmer | None:
    """The same algorithm in C, fifty times faster, where it is installed in the version that tests found equal."""
    try:
        stemmer = importlib.import_module("Stemmer")
    except ImportError:
        return None
    return cast("_SnowballStemmer", stemmer.Stemmer(algorithm)) if stemmer.version() == EQUAL_PYSTEMMER else None


def load_stemmer(algorithm: str) -> Callable[[str], str]:
    """The function from a word in lower-case NFKC to its folded stem; never empty. Remembers the words it has seen."""
    snowball = _load_compiled(algorithm) or load_pure(algorithm)
    known = KNOWN_DIACRITICS.get(algorithm, frozenset())
    stems: dict[str, str] = {}

    def stem(word: str) -> str:
        cached = stems.get(word)
        if cached is not None:
            return cached
        if len(stems) >= _MAX_CACHED_WORDS:
            stems.clear()
        stemmed = strip_diacritics(snowball.stemWord(strip_diacritics(word, known)))
        stems[word] = result = stemmed or strip_diacritics(word)
        return result

    return stem
