"""The analyser against tests/cases/text: rules decided by hand, and answers that the browser's analyser must share."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from shared.domain.text import Analyzer, fold, stop_words

CASES = Path(__file__).parents[2] / "cases" / "text"
analyzer_for = cache(Analyzer)


def read_rules() -> list[tuple[str, str, str]]:
    lines = (CASES / "rules.txt").read_text(encoding="utf-8").split("\n")
    rules = [line.split("|") for line in lines if line and not line.startswith("#")]
    return [(language.strip(), text.strip(), terms.strip()) for language, text, terms in rules]


@pytest.mark.parametrize(("language", "text", "terms"), read_rules())
def test_rule(language: str, text: str, terms: str) -> None:
    tokens = analyzer_for(language).tokens(text)
    assert " ".join(token.term + "*" * token.whole for token in tokens) == terms


def test_every_token_is_the_golden_one() -> None:
    for line in (CASES / "golden.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n"):
        language, text, tokens = json.loads(line)
        assert [list(token) for token in analyzer_for(language).tokens(text)] == tokens, (language, text)


def test_folding_is_the_golden_one() -> None:
    for line in (CASES / "folding.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n"):
        text, folded = json.loads(line)
        assert fold(text) == folded


@pytest.mark.parametrize("query", ["camelCase", "camel case", "camel-case", "camel_case", "CamelCase", "camel.case"])
@pytest.mark.parametrize("written", ["camelCase", "camel case", "camel-case", "camel_case", "CamelCase", "CAMEL CASE"])
def test_a_name_is_found_in_any_spelling(query: str, written: str) -> None:
    analyzer = analyzer_for("en")
    words = {token.term for token in analyzer.tokens(query) if not token.whole}
    assert words <= set(analyzer.terms(written))


def test_a_name_written_as_one_word_meets_its_other_spellings() -> None:
    analyzer = analyzer_for("en")
    for written in ["dataFrame", "data_frame", "data-frame", "data.frame", "DataFrames"]:
        assert set(analyzer.terms("dataframe")) <= set(analyzer.terms(written))


def test_every_english_stop_word_is_a_surface_of_the_analyzer() -> None:
    analyzer = analyzer_for("en")
    assert {"the", "of", "don't"} <= stop_words("en-GB")
    assert all(word in {token.surface for token in analyzer.tokens(word)} for word in stop_words("en"))


def test_words_are_counted_as_written() -> None:
    analyzer = analyzer_for("fr")
    text = "Configurées, configurées, `configurer_tout`; utf8, 3.11, 東京, à"
    assert analyzer.count_words(text) == {"configurees": 2, "configurer": 1, "tout": 1, "utf8": 1}


def test_a_language_without_a_stemmer_is_taken_as_written() -> None:
    assert Analyzer("xx").stemmer is None
    assert Analyzer("xx").terms("Running runs") == ["running", "runs"]


def test_a_cache_that_overflows_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "one two three four five six one two three"
    expected = Analyzer("en").count_terms(text)
    monkeypatch.setattr("shared.domain.text.analyzer._MAX_CACHED_CHUNKS", 2)
    monkeypatch.setattr("shared.domain.text.stemming._MAX_CACHED_WORDS", 2)
    assert Analyzer("en").count_terms(text) == expected
