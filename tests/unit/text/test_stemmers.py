"""The stemmers: the pinned version's answers, and the browser's code generated from it."""

from __future__ import annotations

import ast
import gzip
import importlib.util
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import Stemmer
from regenerate_cases import stem

from shared.domain.text import STEMMER_BY_LANGUAGE
from shared.domain.text.folding import fold
from shared.domain.text.stemming import EQUAL_PYSTEMMER, KNOWN_DIACRITICS, load_pure, load_stemmer

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[3]
ALGORITHMS = sorted(set(STEMMER_BY_LANGUAGE.values()))


def vocabularies() -> list[list[str]]:
    """(algorithm, word, stem) of the committed sample."""
    rows = gzip.decompress((ROOT / "tests/cases/text/stemmers.tsv.gz").read_bytes()).decode().rstrip("\n").split("\n")
    return [row.split("\t") for row in rows]


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    path = ROOT / "web-client" / "scripts" / "generate_stemmers.py"
    spec = importlib.util.spec_from_file_location("generate_stemmers", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_the_browsers_stemmer_is_generated_from_the_builders(algorithm: str, generator: ModuleType) -> None:
    written = (generator.STEMMERS / f"{algorithm}.ts").read_text(encoding="utf-8")
    assert generator.translate_stemmer(algorithm) == written, "run web-client/scripts/generate_stemmers.py"


def test_the_vocabularies_have_the_stems_of_the_pinned_version() -> None:
    words = vocabularies()
    assert {algorithm for algorithm, _, _ in words} == set(ALGORITHMS)
    assert [row for row in words[::10] if stem(row[0], row[1]) != row[2]] == []


@pytest.mark.parametrize("algorithm", sorted(KNOWN_DIACRITICS))
def test_known_diacritics_are_those_in_the_algorithm(algorithm: str) -> None:
    spec = importlib.util.find_spec(f"snowballstemmer.{algorithm}_stemmer")
    assert spec is not None
    assert spec.origin is not None
    source = Path(spec.origin).read_text(encoding="utf-8")
    strings = [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)]
    letters = {letter for string in strings if isinstance(string, str) for letter in string if letter == letter.lower()}
    folded = {letter for letter in letters if unicodedata.category(letter) == "Ll" and fold(letter) != letter}
    assert KNOWN_DIACRITICS[algorithm] == folded


def test_a_stem_is_never_empty_and_has_no_diacritics() -> None:
    stem_word = load_stemmer("french")
    assert stem_word("élégantes") == "eleg"
    assert all(load_stemmer(algorithm)("s") for algorithm in ALGORITHMS)


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_compiled_stemmer_equals_the_python_one(algorithm: str) -> None:
    assert Stemmer.version() == EQUAL_PYSTEMMER
    compiled, pure = Stemmer.Stemmer(algorithm), load_pure(algorithm)
    words = [word for known, word, _ in vocabularies() if known == algorithm]
    assert words
    assert [compiled.stemWord(word) for word in words] == [pure.stemWord(word) for word in words]
